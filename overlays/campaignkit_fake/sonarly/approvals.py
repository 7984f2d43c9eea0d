"""Approvals of content that waits in the workflow of a lead."""

from ..engine.context import Context
from ..engine.errors import ApiError
from ..engine.types import JSON
from .campaigns import Campaign, campaign_of
from .workflow import STEPS, lead_row

__all__ = ["RULES"]


def approve_content(context: Context) -> JSON:
    """Advance the workflow to its next step, or complete it after the last step."""
    campaign, row = _waiting_row(context)
    step = STEPS.index(row["latestStep"]) + 1
    status, latest = (
        ("pending", STEPS[step]) if step < len(STEPS) else ("completed", row["latestStep"])
    )
    after = lead_row(row["leadId"], status, row["workflowInstanceId"], latest)
    campaign.schedule.go_on(row["leadId"], context.store.time)
    return _replace_row(context, campaign, "approved", after)


def discard_content(context: Context) -> JSON:
    """Stop the workflow; nothing is sent."""
    campaign, row = _waiting_row(context)
    after = lead_row(
        row["leadId"], "stopped", row["workflowInstanceId"], row["latestStep"], "CONTENT_DISCARDED"
    )
    return _replace_row(context, campaign, "discarded", after)


def _waiting_row(context: Context) -> tuple[Campaign, JSON]:
    campaign = campaign_of(context)
    rows = {row["workflowInstanceId"]: row for row in campaign.lead_rows.values()}
    row = rows.get(context.arguments["workflowInstanceId"])
    if row is None:
        raise ApiError(404, "The campaign has no such workflow instance.")
    if not row["hasPendingApproval"]:
        message = "The workflow instance has no content that waits for approval."
        raise ApiError(409, message, code="NO_PENDING_APPROVAL")
    return campaign, row


def _replace_row(context: Context, campaign: Campaign, action: str, after: JSON) -> JSON:
    context.store.tick()
    campaign.lead_rows[after["leadId"]] = after
    return {
        "action": action,
        "workflowInstanceId": after["workflowInstanceId"],
        "leadStatus": after,
    }


RULES = {
    "sonarly_campaigns_approve": approve_content,
    "sonarly_campaigns_discard": discard_content,
}
