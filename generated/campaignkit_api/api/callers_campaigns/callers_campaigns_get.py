# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body,
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
    _options: dict[str, Any] = {}
    _path = "/campaigns/{campaign_id}".format(
        campaign_id=_arguments.path_segment("campaign_id", campaign_id, _encoders.identifier),
    )
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    campaign_id: str,
    *,
    sub_organization_id: str | None = None,
) -> Call[CallersCampaign]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_id,
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
