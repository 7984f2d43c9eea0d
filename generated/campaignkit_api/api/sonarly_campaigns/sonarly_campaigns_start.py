# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.campaign import Campaign
from ...models.started_campaign import StartedCampaign
from ...models.started_campaign_success_response import StartedCampaignSuccessResponse

OPERATION: Operation[StartedCampaign] = Operation(
    id="sonarly_campaigns_start",
    method="POST",
    idempotency="verify",
    decoders={
        200: Decoder(
            StartedCampaignSuccessResponse,
            StartedCampaignSuccessResponse.from_dict,
            lambda _body: _body.data,
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
) -> Call[StartedCampaign]:
    """Return a call of `sonarly.campaigns.start`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/start".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )

    def _verification() -> Verification[Campaign, StartedCampaign]:
        from .sonarly_campaigns_get import call as _read

        return Verification(
            _read(
                account_group_id=account_group_id,
                campaign_id=campaign_id,
            ),
            applied=lambda _found, _since: (
                _found.started_at is not None and _found.started_at >= _since
            ),
            unapplied=lambda _found, _since: _found.status == "draft",
            result=lambda _found, _since: StartedCampaign(
                campaign=_found, triggered=UNSET, instances_created=UNSET
            ),
        )

    return Call(OPERATION, _path, _options, _verification)
