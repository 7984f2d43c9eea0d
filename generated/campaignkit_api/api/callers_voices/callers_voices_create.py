# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body,
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
    _options: dict[str, Any] = {}
    _path = "/voices"
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersVoiceCreate))
    return Call(OPERATION, _path, _options)
