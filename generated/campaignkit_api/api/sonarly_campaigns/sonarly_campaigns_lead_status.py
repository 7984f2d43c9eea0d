# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import comma_joined, segment
from campaignkit_runtime.batching import BatchSpec
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.campaign_lead_status import CampaignLeadStatus
from ...models.campaign_lead_status_list_success_response import (
    CampaignLeadStatusListSuccessResponse,
)

OPERATION: Operation[list[CampaignLeadStatus]] = Operation(
    id="sonarly_campaigns_lead_status",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CampaignLeadStatusListSuccessResponse,
            CampaignLeadStatusListSuccessResponse.from_dict,
            lambda body: body.data.items,
            items=("data", "items"),
        ),
    },
)


BATCH: BatchSpec[CampaignLeadStatus] = BatchSpec(
    "sonarly_campaigns_lead_status", "lead_ids", lambda row: row.lead_id
)


def call(
    account_group_id: str,
    campaign_id: str,
    *,
    lead_ids: list[str],
) -> Call[list[CampaignLeadStatus]]:
    """Return a call of `sonarly.campaigns.lead_status`."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/lead-status".format(
        account_group_id=segment("account_group_id", account_group_id),
        campaign_id=segment("campaign_id", campaign_id),
    )

    params: dict[str, Any] = {}

    json_lead_ids = lead_ids

    params["leadIds"] = json_lead_ids

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    if "leadIds" in params:
        params["leadIds"] = comma_joined("lead_ids", params["leadIds"])
    _kwargs["params"] = params
    return Call(OPERATION, path, _kwargs)
