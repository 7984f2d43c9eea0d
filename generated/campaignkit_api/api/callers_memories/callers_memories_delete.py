# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_memory import CallersMemory
from ...models.callers_memory_response import CallersMemoryResponse

OPERATION: Operation[CallersMemory] = Operation(
    id="callers_memories_delete",
    method="DELETE",
    idempotency="never",
    decoders={
        200: Decoder(
            CallersMemoryResponse,
            CallersMemoryResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    memory_id: str,
    *,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersMemory]:
    """Return a call of `callers.memories.delete`."""
    _options: dict[str, Any] = {}
    _path = "/memories/{memory_id}".format(
        memory_id=_arguments.path_segment("memory_id", memory_id, _encoders.identifier),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    memory_id: str,
    *,
    sub_organization_id: str | None = None,
) -> Call[CallersMemory]:
    """Return the call for the arguments of the method."""
    return call(
        memory_id,
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
