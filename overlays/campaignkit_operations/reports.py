"""Numbers of a campaign for its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from .snapshots import Snapshot, take_snapshot

if TYPE_CHECKING:
    from campaignkit.models import CallersCall, Campaign, CampaignLeadStatus


# Statuses from the first to the last one of a workflow; others follow.
_FUNNEL = ("not_started", "pending", "waiting", "completed", "stopped", "not_eligible")


class Section(NamedTuple):
    """Chart of the report."""

    title: str
    unit: str
    """Noun of what is counted, such as leads."""
    counts: dict[str, int]
    """Numbers by name, in the order of the chart."""

    @property
    def total(self) -> int:
        """Sum of all numbers."""
        return sum(self.counts.values())


class Report(NamedTuple):
    """Facts and charts of a campaign."""

    title: str
    facts: dict[str, str]
    sections: list[Section]


def lead_report(campaign: Campaign, rows: Iterable[CampaignLeadStatus]) -> Report:
    """Return the report of a campaign of Sonarly."""
    leads = list(rows)
    snapshot = take_snapshot(leads)
    steps = Counter(str(row.latest_step) for row in leads if row.latest_step)
    reasons = Counter(str(row.workflow_stop_reason) for row in leads if row.workflow_stop_reason)
    facts = {
        "Status": str(campaign.status),
        "Selected leads": str(campaign.selected_lead_count),
        "Leads found": str(snapshot.leads),
        "Waiting for approval": str(snapshot.approvals),
        "Started": f"{campaign.started_at:%Y-%m-%d %H:%M}" if campaign.started_at else "not yet",
    }
    sections = [
        Section("Leads by workflow status", "leads", _funnel(snapshot.statuses)),
        Section("Leads with content to approve", "leads", _approvals(snapshot)),
        Section("Leads by latest step", "leads", dict(steps.most_common())),
        Section("Leads by reason of the stop", "leads", dict(reasons.most_common())),
    ]
    return Report(campaign.name, facts, sections)


def _funnel(statuses: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers in the order of a workflow."""
    ordered = dict.fromkeys((*_FUNNEL, *statuses))
    return {status: statuses[status] for status in ordered if status in statuses}


def _approvals(snapshot: Snapshot) -> dict[str, int]:
    """Return how many leads have content that waits for approval; nothing if none has."""
    waiting = snapshot.approvals
    return {"waiting": waiting, "others": snapshot.leads - waiting} if waiting else {}


def call_report(name: str, calls: Iterable[CallersCall]) -> Report:
    """Return the report of the calls of a campaign of Callers.ai."""
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    seconds = 0.0
    for call in calls:
        outcomes[str(call.status)] += 1
        seconds += call.duration
        if call.hang_up_reason:
            reasons[str(call.hang_up_reason)] += 1
    count = sum(outcomes.values())
    mean = f"{seconds / count:.0f} s" if count else "-"
    facts = {"Calls": str(count), "Minutes": f"{seconds / 60:.0f}", "Mean duration": mean}
    sections = [
        Section("Calls by outcome", "calls", dict(outcomes.most_common())),
        Section("Calls by reason of the end", "calls", dict(reasons.most_common())),
    ]
    return Report(name, facts, sections)


def report_rows(reports: Iterable[Report]) -> Iterator[Mapping[str, Any]]:
    """Yield the numbers of reports as rows of a table."""
    for report in reports:
        for section in report.sections:
            for name, count in section.counts.items():
                yield {
                    "chart": section.title,
                    "name": name,
                    "count": count,
                    "share": f"{count / section.total:.0%}",
                }
