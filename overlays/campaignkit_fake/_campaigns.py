"""Sonarly's campaigns: what a start changes and what a lead's status is. No HTTP here."""

from ._bodies import Refusal
from ._records import JSON, Campaign, Key, lead_row
from ._scope import Arguments, account_group_id
from ._store import Store


def list_campaigns(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return every campaign of the account group."""
    group_id = account_group_id(key, arguments)
    held = store.campaigns.values()
    return {"items": [each.fields for each in held if each.account_group_id == group_id]}


def get_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return one campaign."""
    return _campaign(store, key, arguments).fields


def start_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Make a draft active; a manual workflow begins at once for every eligible lead."""
    campaign = _campaign(store, key, arguments)
    if campaign.fields["status"] != "draft":
        raise Refusal(409, "Only a draft can be started.", code="CAMPAIGN_NOT_DRAFT")
    if not campaign.lead_ids:
        raise Refusal(422, "The campaign has no leads.", details=[("campaignId", "has no leads")])
    now = store.tick()
    campaign.fields |= {"status": "active", "startedAt": now, "updatedAt": now}
    store.starts.append(
        {
            "campaignId": campaign.fields["id"],
            "accountGroupId": campaign.account_group_id,
            "startedAt": now,
        }
    )
    instances = _trigger(store, campaign) if campaign.is_manual else 0
    return {
        "campaign": campaign.fields,
        "triggered": campaign.is_manual,
        "instancesCreated": instances,
    }


def _trigger(store: Store, campaign: Campaign) -> int:
    eligible = [lead_id for lead_id in campaign.lead_ids if store.leads[lead_id].is_eligible]
    for lead_id in campaign.lead_ids:
        campaign.lead_rows[lead_id] = (
            lead_row(lead_id, "pending", next(store.instance_ids))
            if lead_id in eligible
            else lead_row(lead_id, "not_eligible")
        )
    return len(eligible)


def lead_status(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return a row for each id asked for, in the order asked, repeated where it was repeated."""
    campaign = _campaign(store, key, arguments)
    return {"items": [_row(campaign, lead_id) for lead_id in arguments["leadIds"]]}


def _row(campaign: Campaign, lead_id: str) -> JSON:
    if lead_id not in campaign.lead_ids:
        return lead_row(lead_id, "not_in_campaign")
    return campaign.lead_rows.get(lead_id) or lead_row(lead_id, "not_started")


def _campaign(store: Store, key: Key, arguments: Arguments) -> Campaign:
    group_id = account_group_id(key, arguments)
    campaign = store.campaigns.get(arguments["campaignId"])
    if campaign is None or campaign.account_group_id != group_id:
        raise Refusal(404, "The account group has no such campaign.")
    return campaign


RULES = {
    "sonarly_campaigns_list": list_campaigns,
    "sonarly_campaigns_get": get_campaign,
    "sonarly_campaigns_start": start_campaign,
    "sonarly_campaigns_lead_status": lead_status,
}
