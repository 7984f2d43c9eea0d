"""Workflows: their steps, and the row of `lead-status` for a lead."""

from dataclasses import dataclass, field

from ..engine.types import JSON

__all__ = ["ACTIVE_STATUSES", "STEPS", "Schedule", "lead_row", "next_row"]

STEPS = ("connection_request", "direct_message", "inmail", "follow_up")
"""Steps of a workflow, in their order."""

ACTIVE_STATUSES = frozenset({"pending", "waiting"})
"""Statuses of a lead with a running workflow."""

_BEGIN_SECONDS = 300.0  # between the first steps of two leads
_STEP_SECONDS = 3_600.0  # between two steps of a lead


def lead_row(
    lead_id: str,
    status: str,
    instance_id: str | None = None,
    step: str | None = None,
    stop_reason: str | None = None,
    *,
    has_pending_approval: bool = False,
) -> JSON:
    """Return one row of `lead-status`."""
    return {
        "leadId": lead_id,
        "workflowStatus": status,
        "workflowInstanceId": instance_id,
        "latestStep": step,
        "workflowStopReason": stop_reason,
        "hasPendingApproval": has_pending_approval,
    }


def next_row(row: JSON) -> JSON:
    """Return the row after the next step of a workflow, which is completed after the last one."""
    step = STEPS.index(row["latestStep"]) + 1 if row["latestStep"] else 0
    status, latest = (
        ("waiting", STEPS[step]) if step < len(STEPS) else ("completed", row["latestStep"])
    )
    return lead_row(row["leadId"], status, row["workflowInstanceId"], latest)


@dataclass
class Schedule:
    """Times of the next steps of workflows by lead, in seconds since 1970."""

    due: dict[str, float] = field(default_factory=dict)

    def begin(self, lead_ids: list[str], now: float) -> None:
        """Schedule the first steps: one lead begins every five minutes."""
        for number, lead_id in enumerate(lead_ids, 1):
            self.due[lead_id] = now + number * _BEGIN_SECONDS

    def go_on(self, lead_id: str, now: float) -> None:
        """Schedule the next step of a lead."""
        self.due[lead_id] = now + _STEP_SECONDS

    def run(self, rows: dict[str, JSON], now: float) -> None:
        """Take the steps that are due; content that waits for approval holds its lead."""
        for lead_id in list(self.due):
            while lead_id in self.due and self.due[lead_id] <= now:
                self._take_step(rows, lead_id)

    def _take_step(self, rows: dict[str, JSON], lead_id: str) -> None:
        row = rows[lead_id]
        if row["workflowStatus"] in ACTIVE_STATUSES and not row["hasPendingApproval"]:
            rows[lead_id] = next_row(row)
            self.due[lead_id] += _STEP_SECONDS
        else:
            del self.due[lead_id]
