# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.campaign_content_slot import CampaignContentSlot
from ...models.campaign_content_slot_list_success_response import (
    CampaignContentSlotListSuccessResponse,
)

OPERATION: Operation[list[CampaignContentSlot]] = Operation(
    id="sonarly_campaigns_content_slots",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CampaignContentSlotListSuccessResponse,
            CampaignContentSlotListSuccessResponse.from_dict,
            lambda _body: _body.data.items,
            items=("data", "items"),
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
) -> Call[list[CampaignContentSlot]]:
    """Return a call of `sonarly.campaigns.content_slots`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/content-slots".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    return Call(OPERATION, _path, _options)
