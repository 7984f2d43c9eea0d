"""What a key may act for: whose account group or organization a call is about."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .records import JSON, Campaign, Key
from .responses import Refusal

if TYPE_CHECKING:
    from ..state.store import Store

Arguments = Mapping[str, Any]


def account_group_id(key: Key, arguments: Arguments) -> str:
    """Return the account group of a call, if it is the key's."""
    group_id: str = arguments["accountGroupId"]
    # The documents list no 404 for the group itself: an unknown one is not the key's either.
    if group_id not in key.scope:
        raise Refusal(403, "The key has no access to this account group.")
    return group_id


def campaign_of(store: "Store", key: Key, arguments: Arguments) -> Campaign:
    """Return the campaign of Sonarly that a call is about."""
    group_id = account_group_id(key, arguments)
    campaign = store.campaigns.get(arguments["campaignId"])
    if campaign is None or campaign.account_group_id != group_id:
        raise Refusal(404, "The account group has no such campaign.")
    return campaign


def check_sub_organization(store: "Store", key: Key, arguments: Arguments) -> None:
    """Refuse to act for a sub organization that is not one of the key's own."""
    name = "x-sub-organization-id"
    acting = store.organizations.get(arguments.get(name, ""))
    if name in arguments and (acting is None or acting.main_id not in key.scope):
        raise Refusal(403, "The key's organization has no such sub organization.")


def may_see(store: "Store", key: Key, organization_id: str) -> bool:
    """Tell whether an organization is the key's own, or a sub organization of it."""
    organization = store.organizations.get(organization_id)
    return organization_id in key.scope or (
        organization is not None and organization.main_id in key.scope
    )


def own_organization_id(store: "Store", key: Key, or_else: int = 403) -> str:
    """Return the organization that a key belongs to; `or_else` is the status where it is gone."""
    own = key.scope[0]
    if own not in store.organizations:
        raise Refusal(or_else, "The key's organization is gone.")
    return own


def callers_campaign(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return the campaign of Callers.ai that a call is about, if the key may see it."""
    check_sub_organization(store, key, arguments)
    campaigns = {each["id"]: each for each in store.callers_campaigns}
    campaign = campaigns.get(arguments["campaignId"])
    if campaign is None:
        raise Refusal(404, "There is no such campaign.")
    if not may_see(store, key, campaign["organizationId"]):
        raise Refusal(403, "The campaign is another organization's.")
    return campaign
