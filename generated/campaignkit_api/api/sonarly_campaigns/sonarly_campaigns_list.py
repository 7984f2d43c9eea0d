# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.campaign import Campaign
from ...models.campaign_list_success_response import CampaignListSuccessResponse

OPERATION: Operation[list[Campaign]] = Operation(
    id="sonarly_campaigns_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CampaignListSuccessResponse,
            CampaignListSuccessResponse.from_dict,
            lambda _body: _body.data.items,
            items=("data", "items"),
        ),
    },
)


def call(
    account_group_id: str,
) -> Call[list[Campaign]]:
    """Return a call of `sonarly.campaigns.list`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
    )
    return Call(OPERATION, _path, _options)
