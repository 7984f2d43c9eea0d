# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.callers_memories_deleted import CallersMemoriesDeleted
from ...models.callers_memories_deleted_response import CallersMemoriesDeletedResponse
from ...models.callers_memory import CallersMemory

OPERATION: Operation[CallersMemoriesDeleted] = Operation(
    id="callers_memories_delete_all",
    method="DELETE",
    idempotency="verify",
    decoders={
        200: Decoder(
            CallersMemoriesDeletedResponse,
            CallersMemoriesDeletedResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    contact_id: str,
    *,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersMemoriesDeleted]:
    """Return a call of `callers.memories.delete_all`."""
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

    def _verification() -> Verification[list[CallersMemory], CallersMemoriesDeleted]:
        from .callers_memories_list import call as _read

        return Verification(
            _read(
                contact_id=contact_id,
                sub_organization_id=sub_organization_id,
            ),
            applied=lambda _found, _since: (
                not [_item for _item in _found if not (_item.status == "DELETED")]
            ),
            unapplied=lambda _found, _since: not (_found == []),
            result=lambda _found, _since: CallersMemoriesDeleted(count=UNSET),
        )

    return Call(OPERATION, _path, _options, _verification)


def call_from_arguments(
    contact_id: str,
    *,
    sub_organization_id: str | None = None,
) -> Call[CallersMemoriesDeleted]:
    """Return the call for the arguments of the method."""
    return call(
        contact_id,
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
