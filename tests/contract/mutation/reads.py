"""Bugs in reads of campaigns and leads, and in reads that change something."""

from typing import Any

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST
from campaignkit_fake.callers.campaigns import CallersCampaigns
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from campaignkit_fake.sonarly.campaigns import Campaigns

from .mutant import Json, RuleCall, mutates_rule


@mutates_rule(GET)
def wrong_campaign(call: RuleCall) -> Any:
    """A read returns the first campaign of the group."""
    call.call_original()
    return call.campaigns[next(iter(call.campaigns))].fields


@mutates_rule(GET)
def next_campaign(call: RuleCall) -> Any:
    """A read returns the next campaign."""
    call.call_original()
    ids = [
        id_ for id_, campaign in call.campaigns.items() if campaign.account_group_id == _group(call)
    ]
    return (
        call.store[Campaigns]
        .by_id[ids[-1] if call.campaign_id == ids[-2] else call.campaign_id]
        .fields
    )


@mutates_rule(GET)
def foreign_campaign(call: RuleCall) -> Any:
    """A campaign is found in every account group of the key."""
    campaign = call.campaigns.get(call.campaign_id)
    group = campaign.account_group_id if campaign else _group(call)
    return call.call_original(
        accountGroupId=group if _group(call) in call.context.key.scope else _group(call)
    )


@mutates_rule(GET)
def unknown_campaign(call: RuleCall) -> Any:
    """An unknown campaign is returned as an empty draft."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status != 404:
            raise
    fields = next(iter(call.campaigns.values())).fields
    return {**fields, "id": call.campaign_id, "name": "", "selectedLeadCount": 0}


@mutates_rule(LIST)
def newest_missing(call: RuleCall) -> Any:
    """The list lacks the newest campaign."""
    return {"items": call.call_original()["items"][:-1]}


@mutates_rule(LIST)
def first_twice(call: RuleCall) -> Any:
    """The list has its first campaign twice."""
    items = call.call_original()["items"]
    return {"items": [*items, items[0]]}


@mutates_rule(LIST)
def foreign_listed(call: RuleCall) -> Any:
    """The list contains a campaign of another account group."""
    items = call.call_original()["items"]
    others = call.call_original(accountGroupId=ACCOUNT_GROUPS[1])["items"] if items else []
    return {"items": [*items, *others[-1:]]}


@mutates_rule(LIST)
def drafts_only(call: RuleCall) -> Any:
    """The list contains only drafts."""
    return {"items": [item for item in call.call_original()["items"] if item["status"] == "draft"]}


@mutates_rule(LIST)
def list_disagrees(call: RuleCall) -> Any:
    """The list has a selectedLeadCount that is too high."""
    return {
        "items": [
            {**item, "selectedLeadCount": item["selectedLeadCount"] + 1}
            for item in call.call_original()["items"]
        ]
    }


@mutates_rule(LEAD_STATUS)
def lead_dropped(call: RuleCall) -> Any:
    """The last of several leads has no lead status."""
    items = call.call_original()["items"]
    return {"items": items[:-1] or items}


@mutates_rule(LEAD_STATUS)
def unknown_lead_dropped(call: RuleCall) -> Any:
    """Leads outside of the campaign have no lead status."""
    items = call.call_original()["items"]
    return {"items": [item for item in items if item["workflowStatus"] != "not_in_campaign"]}


@mutates_rule(LEAD_STATUS)
def lead_added(call: RuleCall) -> Any:
    """Leads that were not requested have a lead status."""
    campaign = call.campaigns.get(call.campaign_id)
    others = [] if campaign is None else campaign.lead_ids
    return call.call_original(leadIds=list(dict.fromkeys([*call.arguments["leadIds"], *others])))


@mutates_rule(LEAD_STATUS)
def duplicates_removed(call: RuleCall) -> Any:
    """A lead that is requested twice has one lead status."""
    return call.call_original(leadIds=list(dict.fromkeys(call.arguments["leadIds"])))


@mutates_rule(LEAD_STATUS)
def rows_mixed_up(call: RuleCall) -> Any:
    """Lead statuses belong to other leads: the ids are sorted."""
    items = call.call_original()["items"]
    ids = sorted(item["leadId"] for item in items)
    return {"items": [{**row, "leadId": id_} for row, id_ in zip(items, ids, strict=True)]}


@mutates_rule(LEAD_STATUS)
def all_in_campaign(call: RuleCall) -> Any:
    """A lead outside of the campaign is `not_started`."""
    items = call.call_original()["items"]
    other = {"workflowStatus": "not_started"}
    foreign = "not_in_campaign"
    return {
        "items": [{**row, **other} if row["workflowStatus"] == foreign else row for row in items]
    }


@mutates_rule(LEAD_STATUS)
def none_in_campaign(call: RuleCall) -> Any:
    """A lead before its start is `not_in_campaign`."""
    return _renamed(call, "not_started", "not_in_campaign")


@mutates_rule(GET)
def read_changes(call: RuleCall) -> Any:
    """A read of a campaign changes its updatedAt."""
    found: Json = call.call_original()
    found["updatedAt"] = call.store.tick()
    return found


@mutates_rule(LEAD_STATUS)
def status_starts(call: RuleCall) -> Any:
    """A read of lead statuses starts the campaign."""
    found = call.call_original()
    if _fields(call)["status"] == "draft":
        _fields(call).update(status="active", startedAt=call.store.tick())
    return found


@mutates_rule(CALLERS_LIST)
def filter_ignored(call: RuleCall) -> Any:
    """The filter by campaign group is ignored."""
    return call.call_original(campaignGroupId=None)


@mutates_rule(CALLERS_LIST)
def filter_loses(call: RuleCall) -> Any:
    """The filter by campaign group omits the last campaign."""
    found = call.call_original()
    return found if call.arguments.get("campaignGroupId") is None else found[:-1]


@mutates_rule(CALLERS_LIST)
def filter_keeps_groupless(call: RuleCall) -> Any:
    """The filter by campaign group returns campaigns without a group."""
    wanted = (None, call.arguments.get("campaignGroupId"))
    everything = call.call_original(campaignGroupId=None)
    return [item for item in everything if wanted[1] is None or item["campaignGroupId"] in wanted]


@mutates_rule(CALLERS_LIST)
def foreign_organization(call: RuleCall) -> Any:
    """The list contains campaigns of other organizations."""
    call.call_original()
    return call.store[CallersCampaigns].by_id


def _group(call: RuleCall) -> str:
    return str(call.arguments["accountGroupId"])


def _fields(call: RuleCall) -> Json:
    """Return the campaign in the store, or a temporary one."""
    campaign = call.campaigns.get(call.campaign_id)
    return campaign.fields if campaign else {"name": ""}


def _renamed(call: RuleCall, old: str, new: str) -> Json:
    """Return the lead statuses with another status."""
    rows = call.call_original()["items"]
    return {
        "items": [
            {**row, "workflowStatus": new} if row["workflowStatus"] == old else row for row in rows
        ]
    }
