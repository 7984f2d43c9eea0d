"""Approvals: what becomes of content that waits in a lead's workflow. No HTTP here."""

from ..engine.access import Arguments, campaign_of
from ..engine.records import JSON, Campaign, Key, lead_row
from ..engine.responses import Refusal
from ..state.seeds import STEPS
from ..state.store import Store


def approve_content(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Let the workflow go on with its next step, or end behind the last."""
    campaign, row = _waiting(store, key, arguments)
    step = STEPS.index(row["latestStep"]) + 1
    status, latest = (
        ("pending", STEPS[step]) if step < len(STEPS) else ("completed", row["latestStep"])
    )
    after = lead_row(row["leadId"], status, row["workflowInstanceId"], latest)
    return _answered(store, campaign, "approved", after)


def discard_content(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Stop the workflow; nothing is sent."""
    campaign, row = _waiting(store, key, arguments)
    after = lead_row(
        row["leadId"], "stopped", row["workflowInstanceId"], row["latestStep"], "CONTENT_DISCARDED"
    )
    return _answered(store, campaign, "discarded", after)


def _waiting(store: Store, key: Key, arguments: Arguments) -> tuple[Campaign, JSON]:
    campaign = campaign_of(store, key, arguments)
    wanted = arguments["workflowInstanceId"]
    rows = {each["workflowInstanceId"]: each for each in campaign.lead_rows.values()}
    if (row := rows.get(wanted)) is None:
        raise Refusal(404, "The campaign has no such workflow instance.")
    if not row["hasPendingApproval"]:
        raise Refusal(409, "Nothing waits for approval there.", code="NO_PENDING_APPROVAL")
    return campaign, row


def _answered(store: Store, campaign: Campaign, action: str, after: JSON) -> JSON:
    store.tick()
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
