"""Snapshots of a campaign: its leads by status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from campaignkit.models import CampaignLeadStatus

ENDED = ("completed", "stopped", "not_eligible")
"""Statuses that are taken for the end of a workflow; no document says which ones are."""


class Snapshot(NamedTuple):
    """Numbers of leads at one time."""

    statuses: dict[str, int]
    """Leads by workflow status, most frequent first."""
    approvals: int
    """Leads with content that waits for approval."""

    @property
    def leads(self) -> int:
        """Number of leads."""
        return sum(self.statuses.values())

    def count(self, statuses: Collection[str]) -> int:
        """Return the number of leads that have one of these statuses."""
        return sum(self.statuses.get(status, 0) for status in statuses)


def take_snapshot(rows: Iterable[CampaignLeadStatus]) -> Snapshot:
    """Return the numbers of leads."""
    counts: Counter[str] = Counter()
    approvals = 0
    for row in rows:
        counts[str(row.workflow_status)] += 1
        approvals += row.has_pending_approval
    return Snapshot(dict(counts.most_common()), approvals)
