# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from ...client import Call, Operation, segment
from ...models.started_campaign import StartedCampaign
from ...models.started_campaign_success_response import StartedCampaignSuccessResponse


def _decode_200(body: Any) -> StartedCampaign:
    return StartedCampaignSuccessResponse.from_dict(body).data


OPERATION: Operation[StartedCampaign] = Operation(
    id="sonarly_campaigns_start",
    method="POST",
    idempotency="verify",
    decoders={
        200: _decode_200,
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
) -> Call[StartedCampaign]:
    """A call of sonarly.campaigns.start."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/start".format(
        account_group_id=segment("account_group_id", account_group_id),
        campaign_id=segment("campaign_id", campaign_id),
    )

    return Call(OPERATION, path, _kwargs)
