"""Content of campaigns that waits for approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from campaignkit import Sonarly
    from campaignkit.models import Campaign

_DRAFT = "draft"
_CHUNK = 800  # leads whose statuses are requested together


class Pending(NamedTuple):
    """Content for one lead that waits for approval."""

    group_id: str
    campaign_id: str
    campaign: str
    lead_id: str
    instance_id: str
    step: str


def find_pending(
    client: Sonarly, group_id: str, campaign_id: str | None, lead_ids: Iterable[str]
) -> Iterator[Pending]:
    """Yield what waits in a campaign, or in all campaigns of an account group.

    Args:
        client: Client of Sonarly.
        group_id: ID of the account group.
        campaign_id: ID of the campaign; None for all.
        lead_ids: Leads that may be in the campaigns, each ID once.
    """
    if campaign_id is None:
        all_campaigns = client.campaigns.list(group_id)
        campaigns = [item for item in all_campaigns if item.status != _DRAFT]
    else:
        campaigns = [client.campaigns.get(group_id, campaign_id)]
    ids = iter(lead_ids)
    while chunk := list(islice(ids, _CHUNK)):
        for campaign in campaigns:
            yield from _pending_of(client, group_id, campaign, chunk)


def _pending_of(
    client: Sonarly, group_id: str, campaign: Campaign, ids: Sequence[str]
) -> Iterator[Pending]:
    for row in client.campaigns.lead_status(group_id, campaign.id, lead_ids=ids):
        if row.has_pending_approval and row.workflow_instance_id:
            yield Pending(
                group_id,
                campaign.id,
                campaign.name,
                row.lead_id,
                row.workflow_instance_id,
                row.latest_step or "",
            )
