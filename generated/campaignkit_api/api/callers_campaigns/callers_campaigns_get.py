# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.arguments import segment
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_campaign import CallersCampaign

OPERATION: Operation[CallersCampaign] = Operation(
    id="callers_campaigns_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CallersCampaign,
            CallersCampaign.from_dict,
            lambda body: body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    campaign_id: str,
    *,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersCampaign]:
    """Return a call of `callers.campaigns.get`."""
    _kwargs: dict[str, Any] = {}
    path = "/campaigns/{campaign_id}".format(
        campaign_id=segment("campaign_id", campaign_id),
    )
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
