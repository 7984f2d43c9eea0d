# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.campaign import Campaign
from ...models.campaign_success_response import CampaignSuccessResponse

OPERATION: Operation[Campaign] = Operation(
    id="sonarly_campaigns_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CampaignSuccessResponse,
            CampaignSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
) -> Call[Campaign]:
    """Return a call of `sonarly.campaigns.get`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
