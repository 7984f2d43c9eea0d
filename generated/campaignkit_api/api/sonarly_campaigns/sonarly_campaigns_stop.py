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
            lambda _body: _body.data,
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

    def _verification() -> Verification[Campaign, StoppedCampaign]:
        from .sonarly_campaigns_get import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                campaign_id=campaign_id,
            ),
            applied=lambda _found, _since: _found.status == "stopped",
            unapplied=lambda _found, _since: _found.status == "active",
            result=lambda _found, _since: StoppedCampaign(campaign=_found, instances_stopped=UNSET),
            is_repeatable=True,
        )

    return Call(OPERATION, _path, _options, _verification)
