"""Leads of campaigns, from the audiences of their account group, and their statuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from campaignkit import Sonarly
    from campaignkit.models import CampaignLeadStatus

NOT_IN_CAMPAIGN = "not_in_campaign"
COLUMNS = (
    *("leadId", "workflowStatus", "workflowInstanceId", "latestStep", "workflowStopReason"),
    "hasPendingApproval",
)
"""Columns of a table of lead statuses."""


def audience_lead_ids(client: Sonarly, group_id: str, audience: str | None) -> Iterator[str]:
    """Yield lead IDs as they are needed; an ID of several audiences comes once.

    Args:
        client: Client of Sonarly.
        group_id: ID of the account group.
        audience: ID of an audience; None for all audiences.
    """
    if audience:
        return _ids_of_audience(client, group_id, audience)
    audiences = (audience.id for audience in client.audiences.list(group_id))
    return unique(
        lead_id
        for audience_id in audiences
        for lead_id in _ids_of_audience(client, group_id, audience_id)
    )


def unique(ids: Iterable[str]) -> Iterator[str]:
    """Yield each ID once."""
    seen: set[str] = set()
    for lead_id in ids:
        if lead_id not in seen:
            seen.add(lead_id)
            yield lead_id


def _ids_of_audience(client: Sonarly, group_id: str, audience_id: str) -> Iterator[str]:
    for prospect in client.audiences.prospects(group_id, audience_id):
        yield prospect.id


def statuses(
    client: Sonarly, group_id: str, campaign_id: str, ids: Sequence[str] | Iterator[str]
) -> Iterator[CampaignLeadStatus]:
    """Yield the status of each lead that is in the campaign."""
    rows = client.campaigns.lead_status(group_id, campaign_id, lead_ids=ids)
    return (row for row in rows if row.workflow_status != NOT_IN_CAMPAIGN)


def first_statuses(
    client: Sonarly, group_id: str, campaign_id: str, ids: Iterator[str], count: int
) -> Iterator[CampaignLeadStatus]:
    """Yield the statuses of the leads of a campaign; stop as soon as all have been found.

    Args:
        client: Client of Sonarly.
        group_id: ID of the account group.
        campaign_id: ID of the campaign.
        ids: Leads that may be in the campaign.
        count: Number of leads of the campaign.
    """
    return islice(statuses(client, group_id, campaign_id, unique(ids)), count)
