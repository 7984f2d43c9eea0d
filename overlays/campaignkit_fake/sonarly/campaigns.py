"""Sonarly's campaigns from their start to their end, and what a lead's status is. No HTTP here."""

from ..engine.access import Arguments, account_group_id, campaign_of
from ..engine.records import BUSY, DOCUMENTED_ID, JSON, Campaign, Key, lead_row
from ..engine.responses import Refusal
from ..state.store import Store

_GATED = 3  # leads whose content waits for approval as soon as a workflow has begun
_GATE = "direct_message"
"""The step that waits."""


def list_campaigns(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return every campaign of the account group."""
    group_id = account_group_id(key, arguments)
    held = store.campaigns.values()
    return {"items": [each.fields for each in held if each.account_group_id == group_id]}


def get_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return one campaign."""
    return campaign_of(store, key, arguments).fields


def start_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Make a draft active; a manual workflow begins at once for every eligible lead."""
    campaign = campaign_of(store, key, arguments)
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
            _begun(store, campaign, lead_id, is_gated=lead_id in eligible[:_GATED])
            if lead_id in eligible
            else lead_row(lead_id, "not_eligible")
        )
    return len(eligible)


def _begun(store: Store, campaign: Campaign, lead_id: str, *, is_gated: bool) -> JSON:
    is_documented = campaign.fields["id"] == lead_id == DOCUMENTED_ID
    instance_id = DOCUMENTED_ID if is_documented else next(store.instance_ids)
    if is_gated:
        return lead_row(lead_id, "waiting", instance_id, _GATE, has_pending_approval=True)
    return lead_row(lead_id, "pending", instance_id)


def stop_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Stop an active campaign, with the workflows that it is busy with."""
    campaign = campaign_of(store, key, arguments)
    if campaign.fields["status"] != "active":
        raise Refusal(409, "Only an active campaign can be stopped.", code="CAMPAIGN_NOT_ACTIVE")
    campaign.fields |= {"status": "stopped", "updatedAt": store.tick()}
    running = [each for each in campaign.lead_rows.values() if each["workflowStatus"] in BUSY]
    for row in running:
        # No document has a reason for it.
        stopped = lead_row(row["leadId"], "stopped", row["workflowInstanceId"], row["latestStep"])
        campaign.lead_rows[row["leadId"]] = stopped
    return {"campaign": campaign.fields, "instancesStopped": len(running)}


def delete_campaign(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Forget a campaign that does not run."""
    campaign = campaign_of(store, key, arguments)
    if campaign.fields["status"] == "active":
        raise Refusal(409, "An active campaign cannot be deleted.", code="CAMPAIGN_ACTIVE")
    store.tick()
    del store.campaigns[campaign.fields["id"]]
    return {"deleted": True}


def lead_status(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return a row for each id asked for, in the order asked, repeated where it was repeated."""
    campaign = campaign_of(store, key, arguments)
    return {"items": [_row(campaign, lead_id) for lead_id in arguments["leadIds"]]}


def _row(campaign: Campaign, lead_id: str) -> JSON:
    if lead_id not in campaign.lead_ids:
        return lead_row(lead_id, "not_in_campaign")
    return campaign.lead_rows.get(lead_id) or lead_row(lead_id, "not_started")


RULES = {
    "sonarly_campaigns_list": list_campaigns,
    "sonarly_campaigns_get": get_campaign,
    "sonarly_campaigns_start": start_campaign,
    "sonarly_campaigns_stop": stop_campaign,
    "sonarly_campaigns_delete": delete_campaign,
    "sonarly_campaigns_lead_status": lead_status,
}
