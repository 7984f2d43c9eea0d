"""Callers.ai's campaigns and their groups: who may see which. No HTTP here."""

from ..engine.access import Arguments, callers_campaign, check_sub_organization, may_see
from ..engine.records import JSON, Key
from ..engine.responses import Refusal
from ..state.store import Store


def list_campaigns(store: Store, key: Key, arguments: Arguments) -> list[JSON]:
    """Return the campaigns of an organization, or only those of one campaign group."""
    organization_id = _organization_id(store, key, arguments)
    group_id = arguments.get("campaignGroupId")
    return [
        campaign
        for campaign in store.callers_campaigns
        if campaign["organizationId"] == organization_id
        and group_id in (None, campaign["campaignGroupId"])
    ]


def _organization_id(store: Store, key: Key, arguments: Arguments) -> str:
    check_sub_organization(store, key, arguments)
    organization_id: str = arguments["organizationId"]
    if organization_id not in store.organizations:
        raise Refusal(404, "There is no such organization.")
    if not may_see(store, key, organization_id):
        raise Refusal(403, "The key has no access to this organization.")
    return organization_id


def get_group(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return one campaign group."""
    check_sub_organization(store, key, arguments)
    group = store.campaign_groups.get(arguments["campaignGroupId"])
    # The document answers 404 for a group of another organization too.
    if group is None or not may_see(store, key, group["organizationId"]):
        raise Refusal(404, "The organization has no such campaign group.")
    return {name: group[name] for name in ("id", "name")}


RULES = {
    "callers_campaigns_list": list_campaigns,
    "callers_campaigns_get": callers_campaign,
    "callers_campaign_groups_get": get_group,
}
