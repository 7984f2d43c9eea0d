"""Mutants: new campaigns have other leads, settings or slots, and leads another campaign."""

from copy import deepcopy
from typing import Any

from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.content_slots import ContentSlots
from campaignkit_fake.sonarly.drafts import _add_draft
from campaignkit_fake.sonarly.workflow import lead_row

from .mutant import Json, RuleCall, mutates_rule

_CREATE, _DUPLICATE, _START, _STOP, _LEAD_STATUS = (
    f"sonarly_campaigns_{name}" for name in ("create", "duplicate", "start", "stop", "lead_status")
)


@mutates_rule(_DUPLICATE)
def settings_lost(call: RuleCall) -> Any:
    """A copy has the default settings."""
    return _updated(call.call_original(), includeConversationHistory=True, outreachLanguage="en")


@mutates_rule(_DUPLICATE)
def status_copied(call: RuleCall) -> Any:
    """The copy of an active campaign is active."""
    source = call.campaigns.get(call.campaign_id)
    status = source.fields["status"] if source else ""
    return _updated(call.call_original(), status=status)


def _updated(fields: Json, **values: Any) -> Json:
    fields |= values
    return fields


@mutates_rule(_DUPLICATE)
def slots_shared(call: RuleCall) -> Any:
    """A copy and its source share their content slots."""
    copy = call.call_original()
    slots = call.store[ContentSlots].by_id
    slots[copy["id"]] = slots[call.campaign_id]
    return copy


@mutates_rule(_CREATE, _DUPLICATE)
def other_leads_left_out(call: RuleCall) -> Any:
    """Leads outside the audience are left out."""
    return call.call_original(body=_without_others(call))


def _without_others(call: RuleCall) -> Json:
    body: Json = dict(call.arguments["body"])
    audience = call.store[Audiences].by_id.get(body["audienceId"])
    if audience and "leadIds" in body:
        body["leadIds"] = [lead_id for lead_id in body["leadIds"] if lead_id in audience.lead_ids]
    return body


@mutates_rule(_CREATE)
def draft_in_spite_of_leads(call: RuleCall) -> Any:
    """A campaign is created although its leads are rejected."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.code == "LEAD_NOT_IN_AUDIENCE":
            body = _without_others(call)
            audience = call.store[Audiences].by_id[body["audienceId"]]
            _add_draft(
                call.store, audience, body["leadIds"], {"name": body["name"]}, is_manual=True
            )
        raise


@mutates_rule(_DUPLICATE)
def busy_leads_copied(call: RuleCall) -> Any:
    """Leads with a workflow in another campaign are copied."""
    rows = {id_: campaign.lead_rows for id_, campaign in call.campaigns.items()}
    for campaign in call.campaigns.values():
        campaign.lead_rows = {}
    try:
        return call.call_original()
    finally:
        for id_, lead_rows in rows.items():
            call.campaigns[id_].lead_rows = lead_rows


@mutates_rule(_DUPLICATE)
def leads_after_twenty_lost(call: RuleCall) -> Any:
    """A copy has twenty of the named leads, and counts all."""
    body = call.arguments["body"]
    leads = body.get("leadIds", [])
    copy = call.call_original(body={**body, "leadIds": leads[:20]} if leads else body)
    return {**copy, "selectedLeadCount": len(leads) or copy["selectedLeadCount"]}


@mutates_rule(_DUPLICATE)
def leads_of_source_copied(call: RuleCall) -> Any:
    """A copy without lead ids has leads of its source only."""
    copy = call.call_original()
    if "leadIds" not in call.arguments["body"]:
        own, source = (call.campaigns[id_] for id_ in (copy["id"], call.campaign_id))
        own.lead_ids = [lead_id for lead_id in own.lead_ids if lead_id in source.lead_ids]
        copy["selectedLeadCount"] = len(own.lead_ids)
    return copy


@mutates_rule("sonarly_campaigns_starter_templates")
def unavailable_hidden(call: RuleCall) -> Any:
    """A starter template that is not available is not listed."""
    shown = call.call_original()
    return {"items": [item for item in shown["items"] if item["available"]]}


@mutates_rule("sonarly_campaigns_starter_templates")
def all_available(call: RuleCall) -> Any:
    """Every starter template is available."""
    items = call.call_original()["items"]
    return {"items": [{**template, "available": True} for template in items]}


@mutates_rule(_START)
def all_leads_counted(call: RuleCall) -> Any:
    """A start counts one workflow instance too many."""
    started = call.call_original()
    return {**started, "instancesCreated": started["instancesCreated"] + 1}


@mutates_rule(_START)
def trigger_hidden(call: RuleCall) -> Any:
    """A start does not return that it triggered a workflow."""
    return {**call.call_original(), "triggered": False}


@mutates_rule(_STOP)
def ended_leads_stopped(call: RuleCall) -> Any:
    """A stop stops completed workflows too, and does not count them."""
    stopped = call.call_original()
    for row in call.campaigns[call.campaign_id].lead_rows.values():
        if row["workflowStatus"] == "completed":
            row["workflowStatus"] = "stopped"
    return stopped


@mutates_rule(_LEAD_STATUS)
def few_rows(call: RuleCall) -> Any:
    """Only the first ten ids get a row."""
    return {"items": call.call_original()["items"][:10]}


@mutates_rule(_LEAD_STATUS)
def rows_of_any_campaign(call: RuleCall) -> Any:
    """A lead has the row of any campaign."""
    found: Json = {}
    for campaign in call.campaigns.values():
        found |= deepcopy(campaign.lead_rows)
    rows = call.call_original()["items"]
    foreign = {"not_in_campaign", "not_started"}
    return {
        "items": [
            found.get(row["leadId"], row) if row["workflowStatus"] in foreign else row
            for row in rows
        ]
    }


@mutates_rule(_LEAD_STATUS)
def others_are_not_started(call: RuleCall) -> Any:
    """A lead that is in another campaign is shown as not started."""
    known = {lead_id for campaign in call.campaigns.values() for lead_id in campaign.lead_ids}
    return {
        "items": [
            lead_row(row["leadId"], "not_started")
            if row["workflowStatus"] == "not_in_campaign" and row["leadId"] in known
            else row
            for row in call.call_original()["items"]
        ]
    }
