# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.campaign import Campaign
from ...models.deleted import Deleted
from ...models.deleted_success_response import DeletedSuccessResponse

OPERATION: Operation[Deleted] = Operation(
    id="sonarly_campaigns_delete",
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
    campaign_id: str,
) -> Call[Deleted]:
    """Return a call of `sonarly.campaigns.delete`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )

    def _verification() -> Verification[Campaign, Deleted]:
        from .sonarly_campaigns_get import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                campaign_id=campaign_id,
            ),
            applied=lambda _found, _since: False,
            unapplied=lambda _found, _since: True,
            result=lambda _found, _since: Deleted(deleted=True),
            is_gone=True,
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)
