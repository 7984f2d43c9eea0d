# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.deleted import Deleted
from ...models.deleted_success_response import DeletedSuccessResponse
from ...models.signal_specification_list import SignalSpecificationList

OPERATION: Operation[Deleted] = Operation(
    id="sonarly_templates_delete_signal_specification",
    method="DELETE",
    idempotency="verify",
    decoders={
        200: Decoder(
            DeletedSuccessResponse,
            DeletedSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    specification_id: str,
) -> Call[Deleted]:
    """Return a call of `sonarly.templates.delete_signal_specification`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/signal-specifications/{specification_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        specification_id=_arguments.path_segment(
            "specification_id", specification_id, _encoders.identifier
        ),
    )

    def _verification() -> Verification[SignalSpecificationList, Deleted]:
        from .sonarly_templates_list_signal_specifications import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
            ),
            applied=lambda _found, _since: (
                not [_item for _item in _found.items if _item.id == specification_id]
                and not _found.has_more
            ),
            unapplied=lambda _found, _since: (
                len([_item for _item in _found.items if _item.id == specification_id]) == 1
                and not _found.has_more
            ),
            result=lambda _found, _since: Deleted(deleted=True),
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)
