# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
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
            lambda body: body.data,
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
    _kwargs: dict[str, Any] = {}
    path = "/contacts/{contact_id}/memories".format(
        contact_id=segment("contact_id", contact_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    params: dict[str, Any] = {}

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
