# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.deleted import Deleted
from ...models.deleted_success_response import DeletedSuccessResponse
from ...models.value_proposition import ValueProposition

OPERATION: Operation[Deleted] = Operation(
    id="sonarly_templates_delete_value_proposition",
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
    value_proposition_id: str,
) -> Call[Deleted]:
    """Return a call of `sonarly.templates.delete_value_proposition`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/value-propositions/{value_proposition_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        value_proposition_id=_arguments.path_segment(
            "value_proposition_id", value_proposition_id, _encoders.identifier
        ),
    )

    def _verification() -> Verification[ValueProposition, Deleted]:
        from .sonarly_templates_get_value_proposition import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                value_proposition_id=value_proposition_id,
            ),
            applied=lambda _found, _since: False,
            unapplied=lambda _found, _since: True,
            result=lambda _found, _since: Deleted(deleted=True),
            is_gone=True,
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)
