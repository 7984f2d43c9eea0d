# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
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
            lambda _body: _body,
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
    _options: dict[str, Any] = {}
    _path = "/campaigns"
    _options["headers"] = _arguments.sendable(
        {
            "x-sub-organization-id": _arguments.header_value(
                "sub_organization_id", sub_organization_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    _options["params"] = _arguments.sendable(
        {
            "organizationId": _arguments.query_value(
                "organization_id", organization_id, _encoders.identifier
            ),
            "campaignGroupId": _arguments.query_value(
                "campaign_group_id", campaign_group_id, _encoders.optional(_encoders.identifier)
            ),
        }
    )
    return Call(OPERATION, _path, _options)


def call_from_arguments(
    *,
    organization_id: str,
    campaign_group_id: str | None = None,
    sub_organization_id: str | None = None,
) -> Call[list[CallersCampaign]]:
    """Return the call for the arguments of the method."""
    return call(
        organization_id=organization_id,
        campaign_group_id=_arguments.unset_if_none(campaign_group_id),
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
