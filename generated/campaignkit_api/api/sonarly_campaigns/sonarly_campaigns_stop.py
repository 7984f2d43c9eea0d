# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.campaign import Campaign
from ...models.stopped_campaign import StoppedCampaign
from ...models.stopped_campaign_success_response import StoppedCampaignSuccessResponse

OPERATION: Operation[StoppedCampaign] = Operation(
    id="sonarly_campaigns_stop",
    method="POST",
    idempotency="verify",
    decoders={
        200: Decoder(
            StoppedCampaignSuccessResponse,
            StoppedCampaignSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
) -> Call[StoppedCampaign]:
    """Return a call of `sonarly.campaigns.stop`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/stop".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )

    def verification() -> Verification[Campaign, StoppedCampaign]:
        from .sonarly_campaigns_get import call as read

        return Verification(
            read(
                account_group_id=account_group_id,
                campaign_id=campaign_id,
            ),
            applied=lambda found, since: found.status == "stopped",
            unapplied=lambda found, since: found.status == "active",
            result=lambda found, since: StoppedCampaign(campaign=found, instances_stopped=UNSET),
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, verification)
