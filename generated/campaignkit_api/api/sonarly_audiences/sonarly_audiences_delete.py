# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.audience import Audience
from ...models.deleted import Deleted
from ...models.deleted_success_response import DeletedSuccessResponse

OPERATION: Operation[Deleted] = Operation(
    id="sonarly_audiences_delete",
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
    audience_id: str,
) -> Call[Deleted]:
    """Return a call of `sonarly.audiences.delete`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/audiences/{audience_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        audience_id=_arguments.path_segment("audience_id", audience_id, _encoders.identifier),
    )

    def _verification() -> Verification[Audience, Deleted]:
        from .sonarly_audiences_get import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                audience_id=audience_id,
            ),
            applied=lambda _found, _since: False,
            unapplied=lambda _found, _since: True,
            result=lambda _found, _since: Deleted(deleted=True),
            is_gone=True,
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)
