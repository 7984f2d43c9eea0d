# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_voice import CallersVoice
from ...models.callers_voice_create import CallersVoiceCreate

OPERATION: Operation[list[CallersVoice]] = Operation(
    id="callers_voices_create",
    method="POST",
    idempotency="never",
    decoders={
        200: Decoder(
            list[CallersVoice],
            _readers.list_of("callers_voices_create[]", CallersVoice.from_dict),
            lambda body: body,
            items=(),
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    *,
    body: CallersVoiceCreate,
    sub_organization_id: str | Unset = UNSET,
) -> Call[list[CallersVoice]]:
    """Return a call of `callers.voices.create`."""
    _kwargs: dict[str, Any] = {}
    path = "/voices"
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
