# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from ...client import Call, Operation
from ...models.callers_campaign import CallersCampaign
from ...types import UNSET, Unset


def _decode_200(body: Any) -> list[CallersCampaign]:
    if not isinstance(body, list):
        raise TypeError("not a list")
    response_200 = []
    _response_200 = body
    for response_200_item_data in _response_200:
        response_200_item = CallersCampaign.from_dict(response_200_item_data)

        response_200.append(response_200_item)

    return response_200


OPERATION: Operation[list[CallersCampaign]] = Operation(
    id="callers_campaigns_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: _decode_200,
    },
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
