# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from ... import reading as _reading
from ...client import Call, Decoder, Operation
from ...models.callers_campaign import CallersCampaign
from ...types import UNSET, Unset

OPERATION: Operation[list[CallersCampaign]] = Operation(
    id="callers_campaigns_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            list[CallersCampaign],
            _reading.listed("callers_campaigns_list[]", CallersCampaign.from_dict),
            lambda body: body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    *,
    organization_id: str,
    campaign_group_id: str | Unset = UNSET,
    x_sub_organization_id: str | Unset = UNSET,
) -> Call[list[CallersCampaign]]:
    """A call of callers.campaigns.list."""
    _kwargs: dict[str, Any] = {}
    path = "/campaigns"
    headers: dict[str, Any] = {}
    if not isinstance(x_sub_organization_id, Unset):
        headers["x-sub-organization-id"] = x_sub_organization_id

    params: dict[str, Any] = {}

    params["organizationId"] = organization_id

    params["campaignGroupId"] = campaign_group_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
