# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_campaign import CallersCampaign

OPERATION: Operation[list[CallersCampaign]] = Operation(
    id="callers_campaigns_list",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            list[CallersCampaign],
            _readers.list_of("callers_campaigns_list[]", CallersCampaign.from_dict),
            lambda body: body,
            items=(),
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    *,
    organization_id: str,
    campaign_group_id: str | Unset = UNSET,
    sub_organization_id: str | Unset = UNSET,
) -> Call[list[CallersCampaign]]:
    """Return a call of `callers.campaigns.list`."""
    _kwargs: dict[str, Any] = {}
    path = "/campaigns"
    headers: dict[str, Any] = {}
    if not isinstance(sub_organization_id, Unset):
        headers["x-sub-organization-id"] = sub_organization_id

    params: dict[str, Any] = {}

    params["organizationId"] = organization_id

    params["campaignGroupId"] = campaign_group_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs["params"] = params
    _kwargs["headers"] = headers
    return Call(OPERATION, path, _kwargs)
