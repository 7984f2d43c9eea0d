# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import bodies as _bodies
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime import similarity as _similarity
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.campaign import Campaign
from ...models.campaign_duplicate import CampaignDuplicate
from ...models.campaign_success_response import CampaignSuccessResponse

OPERATION: Operation[Campaign] = Operation(
    id="sonarly_campaigns_duplicate",
    method="POST",
    idempotency="verify",
    decoders={
        201: Decoder(
            CampaignSuccessResponse,
            CampaignSuccessResponse.from_dict,
            lambda body: body.data,
        ),
    },
)


def call(
    account_group_id: str,
    campaign_id: str,
    *,
    body: CampaignDuplicate,
) -> Call[Campaign]:
    """Return a call of `sonarly.campaigns.duplicate`."""
    _options: dict[str, Any] = {}
    _path = "/v1/accounts/{account_group_id}/campaigns/{campaign_id}/duplicate".format(
        account_group_id=_arguments.path_segment(
            "account_group_id", account_group_id, _encoders.identifier
        ),
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    _options["json"] = _bodies.json_body("", body, _encoders.model(CampaignDuplicate))

    def verification() -> Verification[list[Campaign], Campaign]:
        from .sonarly_campaigns_list import call as read

        def matching(found: list[Campaign], since: datetime.datetime) -> list[Any]:
            return [
                each
                for each in found
                if (each.created_at is not None and each.created_at >= since)
                and _arguments.matches(each.name, body.name)
                and each.status == "draft"
                and not (_arguments.matches(each.id, body.name))
            ]

        return Verification(
            read(
                account_group_id=account_group_id,
            ),
            applied=lambda found, since: len(matching(found, since)) == 1,
            unapplied=lambda found, since: (
                not [
                    each for each in found if (each.created_at is None or each.created_at >= since)
                ]
            ),
            result=lambda found, since: matching(found, since)[0],
            candidates=lambda found, since: [
                (each.id, each.name)
                for each in sorted(
                    found, key=lambda each: not _similarity.resembles(each.name, body.name)
                )
                if (each.created_at is None or each.created_at >= since)
            ],
        )

    return Call(OPERATION, _path, _options, verification)
