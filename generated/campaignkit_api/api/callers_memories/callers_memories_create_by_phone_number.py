# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_memory import CallersMemory
from ...models.callers_memory_create import CallersMemoryCreate
from ...models.callers_memory_response import CallersMemoryResponse

OPERATION: Operation[CallersMemory] = Operation(
    id="callers_memories_create_by_phone_number",
    method="POST",
    idempotency="never",
    decoders={
        201: Decoder(
            CallersMemoryResponse,
            CallersMemoryResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    campaign_id: str,
    phone_number: str,
    *,
    body: CallersMemoryCreate,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersMemory]:
    """Return a call of `callers.memories.create_by_phone_number`."""
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}/contacts/{phone_number}/memories".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
        phone_number=_arguments.path_segment("phone_number", phone_number, _encoders.text),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CallersMemoryCreate))
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    phone_number: str,
    *,
    name: str,
    text: str,
    sub_organization_id: str | None = None,
) -> Call[CallersMemory]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        phone_number,
        body=CallersMemoryCreate(name=name, text=text),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
