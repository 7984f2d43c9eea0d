# Generated from openapi.yaml by `make generate`; do not edit.
from typing import Any

from campaignkit_runtime import arguments as _arguments
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.models import UNSET, Unset
from campaignkit_runtime.operations import Call, Decoder, Operation

from ...models.callers_campaign_group import CallersCampaignGroup

OPERATION: Operation[CallersCampaignGroup] = Operation(
    id="callers_campaign_groups_get",
    method="GET",
    idempotency="safe",
    decoders={
        200: Decoder(
            CallersCampaignGroup,
            CallersCampaignGroup.from_dict,
            lambda _body: _body,
        ),
    },
    headers=frozenset(["x-sub-organization-id"]),
)


def call(
    campaign_group_id: str,
    *,
    sub_organization_id: str | Unset = UNSET,
) -> Call[CallersCampaignGroup]:
    """Return a call of `callers.campaign_groups.get`."""
    _options: dict[str, Any] = {}
    _path = "/campaign-groups/{campaign_group_id}".format(
        campaign_group_id=_arguments.path_segment(
            "campaign_group_id", campaign_group_id, _encoders.identifier
        ),
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
    campaign_group_id: str,
    *,
    sub_organization_id: str | None = None,
) -> Call[CallersCampaignGroup]:
    """Return the call for the arguments of the method."""
    return call(
        campaign_group_id,
        sub_organization_id=_arguments.unset_if_none(sub_organization_id),
    )
