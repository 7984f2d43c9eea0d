"""Bugs in approvals, stops and content slots."""

from typing import Any

from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.content_slots import ContentSlots

from .mutant import Json, Turn, ruled

_APPROVE, _DISCARD, _STOP, _SLOT = (
    f"sonarly_campaigns_{each}" for each in ("approve", "discard", "stop", "update_content_slot")
)


@ruled(_APPROVE)
def gate_stays(turn: Turn) -> Any:
    """Approved content waits still."""
    answer = turn.healthy()
    answer["leadStatus"]["hasPendingApproval"] = True
    return answer


@ruled(_APPROVE)
def approval_stops(turn: Turn) -> Any:
    """An approval stops the workflow like a discard."""
    answer = turn.healthy()
    answer["leadStatus"] |= {"workflowStatus": "stopped"}
    return answer


@ruled(_APPROVE)
def approved_twice(turn: Turn) -> Any:
    """Content that was approved is approved again."""
    return _again(turn)


@ruled(_DISCARD)
def approved_discarded(turn: Turn) -> Any:
    """Content that was discarded is discarded again."""
    return _again(turn)


@ruled(_APPROVE)
def next_approved(turn: Turn) -> Any:
    """An approval clears the next gate of the campaign too."""
    answer = turn.healthy()
    rows = turn.campaigns[turn.campaign_id].lead_rows.values()
    for row in rows:
        if row["hasPendingApproval"]:
            row["hasPendingApproval"] = False
            break
    return answer


@ruled(_APPROVE)
def other_lead_answered(turn: Turn) -> Any:
    """An approval answers the lead as it was before."""
    answer = turn.healthy()
    return {**answer, "leadStatus": {**answer["leadStatus"], "latestStep": "direct_message"}}


@ruled(_DISCARD)
def discard_goes_on(turn: Turn) -> Any:
    """After a discard the workflow goes on."""
    answer = turn.healthy()
    answer["leadStatus"] |= {"workflowStatus": "pending", "workflowStopReason": None}
    return answer


@ruled(_DISCARD)
def discard_without_reason(turn: Turn) -> Any:
    """A discard stops the workflow for another reason."""
    answer = turn.healthy()
    answer["leadStatus"]["workflowStopReason"] = "OTHER"
    return answer


@ruled(_DISCARD)
def discard_forgotten(turn: Turn) -> Any:
    """A discard is answered, and forgotten."""
    before = _rows(turn)
    answer = turn.healthy()
    turn.campaigns[turn.campaign_id].lead_rows |= before
    return answer


@ruled(_STOP)
def stop_lets_go_on(turn: Turn) -> Any:
    """A campaign is stopped, and its workflows go on."""
    before = _rows(turn)
    answer = turn.healthy()
    turn.campaigns[turn.campaign_id].lead_rows |= before
    return answer


@ruled(_STOP)
def stop_counts_gates(turn: Turn) -> Any:
    """A stop counts one workflow less than it ends."""
    answer = turn.healthy()
    return {**answer, "instancesStopped": answer["instancesStopped"] - 1}


@ruled(_STOP)
def stopped_twice(turn: Turn) -> Any:
    """A campaign that was stopped is stopped again."""
    return _again(turn)


@ruled(_STOP)
def draft_stopped(turn: Turn) -> Any:
    """A draft is stopped."""
    campaign = turn.campaigns.get(turn.campaign_id)
    if campaign and campaign.fields["status"] == "draft":
        campaign.fields["status"] = "active"
    return turn.healthy()


@ruled(_SLOT)
def all_slots_changed(turn: Turn) -> Any:
    """All slots of a campaign get the template of one."""
    slot = turn.healthy()
    for each in turn.store[ContentSlots].by_id[turn.campaign_id]:
        each["templateId"] = slot["templateId"]
    return slot


@ruled(_SLOT)
def slot_after_start(turn: Turn) -> Any:
    """The slots of an active campaign are changed."""
    campaign = turn.campaigns.get(turn.campaign_id)
    if campaign is None or campaign.fields["status"] != "active":
        return turn.healthy()
    campaign.fields["status"] = "draft"
    try:
        return turn.healthy()
    finally:
        campaign.fields["status"] = "active"


def _rows(turn: Turn) -> dict[str, Json]:
    """The leads' rows of the campaign, as they are now."""
    campaign = turn.campaigns.get(turn.campaign_id)
    return dict(campaign.lead_rows) if campaign else {}


def _again(turn: Turn) -> Any:
    """What was answered first, where it is refused the second time."""
    asked = turn.arguments.get("workflowInstanceId", turn.campaign_id)
    try:
        turn.memory[asked] = turn.healthy()
    except ApiError as error:
        if error.status != 409 or asked not in turn.memory:
            raise
    return turn.memory[asked]
