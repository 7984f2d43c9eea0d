# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
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
            lambda body: body.data,
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
    _kwargs: dict[str, Any] = {}
    path = "/memories/{memory_id}".format(
        memory_id=segment("memory_id", memory_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
