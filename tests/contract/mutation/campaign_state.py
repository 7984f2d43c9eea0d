"""Bugs in approvals, stops and content slots."""

from typing import Any

from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.content_slots import ContentSlots

from .mutant import Json, RuleCall, mutates_rule

_APPROVE, _DISCARD, _STOP, _SLOT = (
    f"sonarly_campaigns_{each}" for each in ("approve", "discard", "stop", "update_content_slot")
)


@mutates_rule(_APPROVE)
def gate_stays(call: RuleCall) -> Any:
    """Approved content waits still."""
    answer = call.call_original()
    answer["leadStatus"]["hasPendingApproval"] = True
    return answer


@mutates_rule(_APPROVE)
def approval_stops(call: RuleCall) -> Any:
    """An approval stops the workflow like a discard."""
    answer = call.call_original()
    answer["leadStatus"] |= {"workflowStatus": "stopped"}
    return answer


@mutates_rule(_APPROVE)
def approved_twice(call: RuleCall) -> Any:
    """Content that was approved is approved again."""
    return _again(call)


@mutates_rule(_DISCARD)
def approved_discarded(call: RuleCall) -> Any:
    """Content that was discarded is discarded again."""
    return _again(call)


@mutates_rule(_APPROVE)
def next_approved(call: RuleCall) -> Any:
    """An approval clears the next gate of the campaign too."""
    answer = call.call_original()
    rows = call.campaigns[call.campaign_id].lead_rows.values()
    for row in rows:
        if row["hasPendingApproval"]:
            row["hasPendingApproval"] = False
            break
    return answer


@mutates_rule(_APPROVE)
def other_lead_answered(call: RuleCall) -> Any:
    """An approval answers the lead as it was before."""
    answer = call.call_original()
    return {**answer, "leadStatus": {**answer["leadStatus"], "latestStep": "direct_message"}}


@mutates_rule(_DISCARD)
def discard_goes_on(call: RuleCall) -> Any:
    """After a discard the workflow goes on."""
    answer = call.call_original()
    answer["leadStatus"] |= {"workflowStatus": "pending", "workflowStopReason": None}
    return answer


@mutates_rule(_DISCARD)
def discard_without_reason(call: RuleCall) -> Any:
    """A discard stops the workflow for another reason."""
    answer = call.call_original()
    answer["leadStatus"]["workflowStopReason"] = "OTHER"
    return answer


@mutates_rule(_DISCARD)
def discard_forgotten(call: RuleCall) -> Any:
    """A discard is answered, and forgotten."""
    before = _rows(call)
    answer = call.call_original()
    call.campaigns[call.campaign_id].lead_rows |= before
    return answer


@mutates_rule(_STOP)
def stop_lets_go_on(call: RuleCall) -> Any:
    """A campaign is stopped, and its workflows go on."""
    before = _rows(call)
    answer = call.call_original()
    call.campaigns[call.campaign_id].lead_rows |= before
    return answer


@mutates_rule(_STOP)
def stop_counts_gates(call: RuleCall) -> Any:
    """A stop counts one workflow less than it ends."""
    answer = call.call_original()
    return {**answer, "instancesStopped": answer["instancesStopped"] - 1}


@mutates_rule(_STOP)
def stopped_twice(call: RuleCall) -> Any:
    """A campaign that was stopped is stopped again."""
    return _again(call)


@mutates_rule(_STOP)
def draft_stopped(call: RuleCall) -> Any:
    """A draft is stopped."""
    campaign = call.campaigns.get(call.campaign_id)
    if campaign and campaign.fields["status"] == "draft":
        campaign.fields["status"] = "active"
    return call.call_original()


@mutates_rule(_SLOT)
def all_slots_changed(call: RuleCall) -> Any:
    """All slots of a campaign get the template of one."""
    slot = call.call_original()
    for each in call.store[ContentSlots].by_id[call.campaign_id]:
        each["templateId"] = slot["templateId"]
    return slot


@mutates_rule(_SLOT)
def slot_after_start(call: RuleCall) -> Any:
    """The slots of an active campaign are changed."""
    campaign = call.campaigns.get(call.campaign_id)
    if campaign is None or campaign.fields["status"] != "active":
        return call.call_original()
    campaign.fields["status"] = "draft"
    try:
        return call.call_original()
    finally:
        campaign.fields["status"] = "active"


def _rows(call: RuleCall) -> dict[str, Json]:
    """The leads' rows of the campaign, as they are now."""
    campaign = call.campaigns.get(call.campaign_id)
    return dict(campaign.lead_rows) if campaign else {}


def _again(call: RuleCall) -> Any:
    """What was answered first, where it is refused the second time."""
    asked = call.arguments.get("workflowInstanceId", call.campaign_id)
    try:
        call.memory[asked] = call.call_original()
    except ApiError as error:
        if error.status != 409 or asked not in call.memory:
            raise
    return call.memory[asked]
