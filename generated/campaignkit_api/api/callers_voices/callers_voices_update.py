# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_voice import CallersVoice
from ...models.callers_voice_update import CallersVoiceUpdate

OPERATION: Operation[CallersVoice] = Operation(
    id="callers_voices_update",
    method="PUT",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersVoice,
            CallersVoice.from_dict,
            lambda body: body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    id: str,
    *,
    body: CallersVoiceUpdate,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersVoice]:
    """Return a call of `callers.voices.update`."""
    _kwargs: dict[str, Any] = {}
    path = "/voices/{id}".format(
        id=segment("id", id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
