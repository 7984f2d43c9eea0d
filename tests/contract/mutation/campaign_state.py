"""Bugs in approvals, stops and content slots."""

from typing import Any

from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.content_slots import ContentSlots

from .mutant import Json, RuleCall, mutates_rule

_APPROVE, _DISCARD, _STOP, _DELETE, _SLOT, _LEAD_STATUS = (
    f"sonarly_campaigns_{name}"
    for name in ("approve", "discard", "stop", "delete", "update_content_slot", "lead_status")
)


@mutates_rule(_APPROVE)
def gate_stays(call: RuleCall) -> Any:
    """An approval leaves the content pending."""
    response = call.call_original()
    response["leadStatus"]["hasPendingApproval"] = True
    return response


@mutates_rule(_APPROVE)
def approval_stops(call: RuleCall) -> Any:
    """An approval stops the workflow like a discard."""
    response = call.call_original()
    response["leadStatus"] |= {"workflowStatus": "stopped"}
    return response


@mutates_rule(_APPROVE)
def approved_twice(call: RuleCall) -> Any:
    """Approved content can be approved again."""
    return _again(call)


@mutates_rule(_DISCARD)
def approved_discarded(call: RuleCall) -> Any:
    """Discarded content can be discarded again."""
    return _again(call)


@mutates_rule(_APPROVE)
def next_approved(call: RuleCall) -> Any:
    """An approval also approves the next lead."""
    response = call.call_original()
    rows = call.campaigns[call.campaign_id].lead_rows.values()
    for row in rows:
        if row["hasPendingApproval"]:
            row["hasPendingApproval"] = False
            break
    return response


@mutates_rule(_APPROVE)
def other_lead_answered(call: RuleCall) -> Any:
    """An approval returns the old status of the lead."""
    response = call.call_original()
    return {**response, "leadStatus": {**response["leadStatus"], "latestStep": "direct_message"}}


@mutates_rule(_DISCARD)
def discard_goes_on(call: RuleCall) -> Any:
    """A discard resumes the workflow."""
    response = call.call_original()
    response["leadStatus"] |= {"workflowStatus": "pending", "workflowStopReason": None}
    return response


@mutates_rule(_DISCARD)
def discard_without_reason(call: RuleCall) -> Any:
    """A discard has another stop reason."""
    response = call.call_original()
    response["leadStatus"]["workflowStopReason"] = "OTHER"
    return response


@mutates_rule(_DISCARD)
def discard_forgotten(call: RuleCall) -> Any:
    """A discard succeeds without effect."""
    before = _rows(call)
    response = call.call_original()
    call.campaigns[call.campaign_id].lead_rows |= before
    return response


@mutates_rule(_LEAD_STATUS)
def resumed_later(call: RuleCall) -> Any:
    """A stopped workflow goes on more than an hour after it was first read."""
    shown = call.call_original()
    for row in shown["items"]:
        if row["workflowStatus"] == "stopped":
            first_read = call.memory.setdefault(row["workflowInstanceId"], call.store.time)
            if call.store.time > first_read + 3_600:
                row["workflowStatus"] = "waiting"
    return shown


@mutates_rule(_LEAD_STATUS)
def approved_by_time(call: RuleCall) -> Any:
    """Content is taken for approved more than an hour after it was first read."""
    shown = call.call_original()
    for row in shown["items"]:
        if row["hasPendingApproval"]:
            first_read = call.memory.setdefault(row["workflowInstanceId"], call.store.time)
            row["hasPendingApproval"] = call.store.time < first_read + 3_600
    return shown


@mutates_rule(_LEAD_STATUS)
def workflows_rest(call: RuleCall) -> Any:
    """No workflow goes on after its start or its approval."""
    schedule = call.campaigns[call.campaign_id].schedule
    schedule.due.clear()
    return call.call_original()


@mutates_rule(_STOP)
def stop_lets_go_on(call: RuleCall) -> Any:
    """A stop leaves the workflows running."""
    before = _rows(call)
    response = call.call_original()
    call.campaigns[call.campaign_id].lead_rows |= before
    return response


@mutates_rule(_STOP)
def stop_counts_gates(call: RuleCall) -> Any:
    """A stop counts one workflow too few."""
    response = call.call_original()
    return {**response, "instancesStopped": response["instancesStopped"] - 1}


@mutates_rule(_STOP)
def stopped_twice(call: RuleCall) -> Any:
    """A stopped campaign can be stopped again."""
    return _again(call)


@mutates_rule(_STOP)
def draft_stopped(call: RuleCall) -> Any:
    """A draft can be stopped."""
    campaign = call.campaigns.get(call.campaign_id)
    if campaign and campaign.fields["status"] == "draft":
        campaign.fields["status"] = "active"
    return call.call_original()


@mutates_rule(_DELETE)
def stopped_not_deleted(call: RuleCall) -> Any:
    """A stopped campaign stays after its deletion."""
    stopped = {
        id_: campaign
        for id_, campaign in call.campaigns.items()
        if campaign.fields["status"] == "stopped"
    }
    response = call.call_original()
    call.campaigns.update(stopped)
    return response


@mutates_rule(_SLOT)
def all_slots_changed(call: RuleCall) -> Any:
    """An update of one slot changes all slots."""
    slot = call.call_original()
    for item in call.store[ContentSlots].by_id[call.campaign_id]:
        item["templateId"] = slot["templateId"]
    return slot


@mutates_rule(_SLOT)
def slot_after_start(call: RuleCall) -> Any:
    """Slots of an active campaign can be changed."""
    campaign = call.campaigns.get(call.campaign_id)
    if campaign is None or campaign.fields["status"] != "active":
        return call.call_original()
    campaign.fields["status"] = "draft"
    try:
        return call.call_original()
    finally:
        campaign.fields["status"] = "active"


def _rows(call: RuleCall) -> dict[str, Json]:
    """Return the lead statuses of the campaign."""
    campaign = call.campaigns.get(call.campaign_id)
    return dict(campaign.lead_rows) if campaign else {}


def _again(call: RuleCall) -> Any:
    """Return the first response if the second one is an error."""
    asked = call.arguments.get("workflowInstanceId", call.campaign_id)
    try:
        call.memory[asked] = call.call_original()
    except ApiError as error:
        if error.status != 409 or asked not in call.memory:
            raise
    return call.memory[asked]
