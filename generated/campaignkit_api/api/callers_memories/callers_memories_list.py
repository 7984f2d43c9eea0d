# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_memories_response import CallersMemoriesResponse
from ...models.callers_memory import CallersMemory
from ...models.callers_memory_status import CallersMemoryStatus

OPERATION: Operation[list[CallersMemory]] = Operation(
    id="callers_memories_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CallersMemoriesResponse,
            CallersMemoriesResponse.from_dict,
            lambda _body: _body.data,
            items=("data",),
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    contact_id: str,
    *,
    status: CallersMemoryStatus | Unset = UNSET,
    sub_organization_id: str | Unset = UNSET,
) -> Call[list[CallersMemory]]:
    """Return a call of `callers.memories.list`."""
    _options: dict[str, Any] = {}
    _path = "/contacts/{contact_id}/memories".format(
        contact_id=_arguments.path_segment("contact_id", contact_id, _encoders.identifier),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["params"] = _arguments.sendable(
        {
            "status": _arguments.query_value(
                "status", status, _encoders.optional(_encoders.enum_member(CallersMemoryStatus))
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    contact_id: str,
    *,
    status: CallersMemoryStatus | str | None = None,
    sub_organization_id: str | None = None,
) -> Call[list[CallersMemory]]:
    """Return the call for the arguments of the method."""
    return call(
        contact_id,
        status=UNSET
        if status is None
        else _arguments.enum_member(CallersMemoryStatus, "status", status),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
