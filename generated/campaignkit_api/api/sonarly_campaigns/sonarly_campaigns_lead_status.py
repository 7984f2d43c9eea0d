# Generated from openapi.yaml by `make generate`; do not edit.
from collections.abc import Iterable
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import parameters as _parameters
from campaignkit_runtime.batching import BatchSpec
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
            lambda _body: _body.data.items,
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
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/lead-status".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    _options["query"] = _parameters.query_string(
        _parameters.query(
            "lead_ids",
            "leadIds",
            lead_ids,
            _encoders.list_of(_encoders.identifier),
            "form",
            explode=False,
        ),
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    account_group_id: str,
    campaign_id: str,
    *,
    lead_ids: Iterable[str],
) -> Call[list[CampaignLeadStatus]]:
    """Return the call for the arguments of the method."""
    return call(
        account_group_id,
        campaign_id,
        lead_ids=_arguments.as_list("lead_ids", lead_ids),
    )
