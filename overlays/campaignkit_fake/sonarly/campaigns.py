"""Campaigns of Sonarly: start, stop, deletion, and the status of their leads."""

from dataclasses import dataclass, field
from typing import Self

from ..engine.access import account_group_id
from ..engine.context import Context, Store
from ..engine.errors import ApiError
from ..engine.ids import ACCOUNT_GROUPS, SAMPLE_ID, Ids
from ..engine.types import JSON
from ..state.collection import AccountGroupCollection
from ..state.seeds import Seeds
from .campaign_seeds import (
    FREE_LEADS,
    campaign_fields,
    campaign_kinds,
    complete_rows,
    seeded_row,
)
from .leads import Leads
from .workflow import ACTIVE_STATUSES, Schedule, lead_row

__all__ = ["RULES", "Campaign", "Campaigns", "campaign_of"]

_GATED_LEADS = 3  # their content waits for approval as soon as a workflow starts
_GATED_STEP = "direct_message"


@dataclass
class Campaign:
    """Campaign; `fields` has the fields of responses."""

    account_group_id: str
    fields: JSON
    is_manual: bool
    """True if a start triggers its workflow for every eligible lead at once."""
    lead_ids: list[str]
    lead_rows: dict[str, JSON] = field(default_factory=dict)
    """Rows of `lead-status` of the leads that the workflow has reached."""
    schedule: Schedule = field(default_factory=Schedule)


class Campaigns(AccountGroupCollection[Campaign]):
    """Campaigns of all account groups, and the starts that were accepted."""

    noun = "campaign"

    def __init__(self) -> None:
        super().__init__()
        self.ids = Ids("ca")
        self.instance_ids = Ids("f1", 1)
        """IDs of workflow instances, one for each lead that a workflow reaches."""
        self.starts: list[JSON] = []

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the campaigns; the first of every account group is a draft with leads."""
        campaigns, leads = cls(), seeds[Leads]
        for group_id in ACCOUNT_GROUPS:
            for kind in campaign_kinds(seeds.common):
                campaigns._add_seeded(seeds, leads, group_id, kind)
        return campaigns

    def _add_seeded(self, seeds: Seeds, leads: Leads, group_id: str, kind: str) -> None:
        random, own = seeds.common, leads.ids_of_group(group_id)
        campaign_id = next(self.ids)
        lead_ids = [] if kind == "empty draft" else random.sample(own, random.randint(3, 30))
        is_documented, is_active = campaign_id == SAMPLE_ID, kind == "active"
        if is_documented:
            # The documents print a campaign of 25 leads with a manual workflow.
            lead_ids = own[:FREE_LEADS]
        campaign = Campaign(
            account_group_id=group_id,
            fields=campaign_fields(random, campaign_id, is_active, len(lead_ids)),
            is_manual=is_documented or random.random() < 0.6,
            lead_ids=lead_ids,
        )
        self.by_id[campaign_id] = campaign
        if is_active:
            campaign.lead_rows = {
                lead_id: seeded_row(random, lead_id, leads.by_id[lead_id], self.instance_ids)
                for lead_id in lead_ids
            }
            complete_rows(campaign.lead_rows, own[:FREE_LEADS])

    def run_due_events(self, now: float) -> None:
        """Take the steps of workflows that are due."""
        for campaign in self.by_id.values():
            if campaign.schedule.due:
                campaign.schedule.run(campaign.lead_rows, now)

    def to_dict(self, now: float) -> JSON:
        """Return the campaigns and the accepted starts."""
        return {
            "campaigns": {
                campaign_id: {
                    "accountGroupId": campaign.account_group_id,
                    "status": campaign.fields["status"],
                    "isManual": campaign.is_manual,
                    "leadIds": list(campaign.lead_ids),
                }
                for campaign_id, campaign in self.by_id.items()
            },
            "starts": [dict(start) for start in self.starts],
        }


def campaign_of(context: Context) -> Campaign:
    """Return the campaign of a call."""
    return context.store[Campaigns].find(context, context.arguments["campaignId"])


def list_campaigns(context: Context) -> JSON:
    """Return every campaign of the account group."""
    campaigns = context.store[Campaigns].of_group(account_group_id(context))
    return {"items": [campaign.fields for campaign in campaigns]}


def get_campaign(context: Context) -> JSON:
    """Return one campaign."""
    return campaign_of(context).fields


def start_campaign(context: Context) -> JSON:
    """Make a draft active; a manual workflow begins at once for every eligible lead."""
    campaign = campaign_of(context)
    if campaign.fields["status"] != "draft":
        raise ApiError(409, "Only a draft can be started.", code="CAMPAIGN_NOT_DRAFT")
    if not campaign.lead_ids:
        problem = ("campaignId", "has no leads")
        raise ApiError(422, "The campaign has no leads.", details=[problem])
    now = context.store.tick()
    campaign.fields |= {"status": "active", "startedAt": now, "updatedAt": now}
    context.store[Campaigns].starts.append(
        {
            "campaignId": campaign.fields["id"],
            "accountGroupId": campaign.account_group_id,
            "startedAt": now,
        }
    )
    instances = _trigger(context.store, campaign) if campaign.is_manual else 0
    return {
        "campaign": campaign.fields,
        "triggered": campaign.is_manual,
        "instancesCreated": instances,
    }


def _trigger(store: Store, campaign: Campaign) -> int:
    """Begin the workflow for every eligible lead, and return how many there are."""
    leads = store[Leads].by_id
    eligible = [lead_id for lead_id in campaign.lead_ids if leads[lead_id].is_eligible]
    for lead_id in campaign.lead_ids:
        campaign.lead_rows[lead_id] = (
            _started_row(store, campaign, lead_id, is_gated=lead_id in eligible[:_GATED_LEADS])
            if lead_id in eligible
            else lead_row(lead_id, "not_eligible")
        )
    campaign.schedule.begin(eligible, store.time)
    return len(eligible)


def _started_row(store: Store, campaign: Campaign, lead_id: str, *, is_gated: bool) -> JSON:
    is_documented = campaign.fields["id"] == lead_id == SAMPLE_ID
    instance_id = SAMPLE_ID if is_documented else next(store[Campaigns].instance_ids)
    if is_gated:
        return lead_row(lead_id, "waiting", instance_id, _GATED_STEP, has_pending_approval=True)
    return lead_row(lead_id, "pending", instance_id)


def stop_campaign(context: Context) -> JSON:
    """Stop an active campaign and its running workflows."""
    campaign = campaign_of(context)
    if campaign.fields["status"] != "active":
        raise ApiError(409, "Only an active campaign can be stopped.", code="CAMPAIGN_NOT_ACTIVE")
    campaign.fields |= {"status": "stopped", "updatedAt": context.store.tick()}
    rows = campaign.lead_rows.values()
    running = [row for row in rows if row["workflowStatus"] in ACTIVE_STATUSES]
    for row in running:
        # No document has a stop reason for it.
        stopped = lead_row(row["leadId"], "stopped", row["workflowInstanceId"], row["latestStep"])
        campaign.lead_rows[row["leadId"]] = stopped
    return {"campaign": campaign.fields, "instancesStopped": len(running)}


def delete_campaign(context: Context) -> JSON:
    """Delete a campaign that is not active."""
    campaign = campaign_of(context)
    if campaign.fields["status"] == "active":
        raise ApiError(409, "An active campaign cannot be deleted.", code="CAMPAIGN_ACTIVE")
    context.store.tick()
    del context.store[Campaigns].by_id[campaign.fields["id"]]
    return {"deleted": True}


def lead_status(context: Context) -> JSON:
    """Return a row for each requested ID, in the order of the request; a repeated ID repeats."""
    campaign = campaign_of(context)
    return {"items": [_row(campaign, lead_id) for lead_id in context.arguments["leadIds"]]}


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
