# Generated from openapi.yaml by `make generate`; do not edit.
import datetime
from typing import Any

from campaignkit_runtime.arguments import agrees, segment
from campaignkit_runtime.operations import Call, Decoder, Operation, Verification

from ...models.campaign import Campaign
from ...models.campaign_create import CampaignCreate
from ...models.campaign_success_response import CampaignSuccessResponse

OPERATION: Operation[Campaign] = Operation(
    id="sonarly_campaigns_create",
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
    *,
    body: CampaignCreate,
) -> Call[Campaign]:
    """Return a call of `sonarly.campaigns.create`."""
    _kwargs: dict[str, Any] = {}
    path = "/v1/accounts/{account_group_id}/campaigns".format(
        account_group_id=segment("account_group_id", account_group_id),
    )
    headers: dict[str, Any] = {}

    _kwargs["json"] = body.to_dict()

    _kwargs["headers"] = headers

    def verification() -> Verification[list[Campaign], Campaign]:
        from .sonarly_campaigns_list import call as read

        def matching(found: list[Campaign], since: datetime.datetime) -> list[Any]:
            return [
                each
                for each in found
                if (each.created_at is not None and each.created_at >= since)
                and agrees(each.name, body.name)
                and each.status == "draft"
            ]

        return Verification(
            read(
                account_group_id=account_group_id,
            ),
            applied=lambda found, since: len(matching(found, since)) == 1,
            unapplied=lambda found, since: (
                not [
                    each
                    for each in found
                    if (each.created_at is not None and each.created_at >= since)
                    and agrees(each.name, body.name)
                ]
            ),
            result=lambda found, since: matching(found, since)[0],
        )

    return Call(OPERATION, path, _kwargs, verification)
