"""Workflows: their steps, and the row of `lead-status` for a lead."""

from ..engine.types import JSON

__all__ = ["ACTIVE_STATUSES", "STEPS", "lead_row"]

STEPS = ("connection_request", "direct_message", "inmail", "follow_up")
"""Steps of a workflow, in their order."""

ACTIVE_STATUSES = frozenset({"pending", "waiting"})
"""Statuses of a lead with a running workflow."""


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
