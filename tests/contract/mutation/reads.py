"""Bugs in what is found: campaigns, leads, filters, and reads that are none."""

from typing import Any

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST
from campaignkit_fake.callers.campaigns import CallersCampaigns
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from campaignkit_fake.sonarly.campaigns import Campaigns

from .mutant import Json, RuleCall, mutates_rule


@mutates_rule(GET)
def wrong_campaign(call: RuleCall) -> Any:
    """The campaign that is answered is the group's first."""
    call.call_original()
    return call.campaigns[next(iter(call.campaigns))].fields


@mutates_rule(GET)
def next_campaign(call: RuleCall) -> Any:
    """The last campaign of the group is answered for the one before it."""
    call.call_original()
    ids = [id_ for id_, each in call.campaigns.items() if each.account_group_id == _group(call)]
    return (
        call.store[Campaigns]
        .by_id[ids[-1] if call.campaign_id == ids[-2] else call.campaign_id]
        .fields
    )


@mutates_rule(GET)
def foreign_campaign(call: RuleCall) -> Any:
    """A campaign is found through any account group of the key."""
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
    """The list shows a campaign of another account group too."""
    items = call.call_original()["items"]
    others = call.call_original(accountGroupId=ACCOUNT_GROUPS[1])["items"] if items else []
    return {"items": [*items, *others[-1:]]}


@mutates_rule(LIST)
def drafts_only(call: RuleCall) -> Any:
    """The list has drafts only."""
    return {"items": [each for each in call.call_original()["items"] if each["status"] == "draft"]}


@mutates_rule(LIST)
def list_disagrees(call: RuleCall) -> Any:
    """The list counts one lead more than a campaign has."""
    return {
        "items": [
            {**each, "selectedLeadCount": each["selectedLeadCount"] + 1}
            for each in call.call_original()["items"]
        ]
    }


@mutates_rule(LEAD_STATUS)
def lead_dropped(call: RuleCall) -> Any:
    """The last of several leads has no row."""
    items = call.call_original()["items"]
    return {"items": items[:-1] or items}


@mutates_rule(LEAD_STATUS)
def unknown_lead_dropped(call: RuleCall) -> Any:
    """Leads that the campaign does not hold have no row."""
    items = call.call_original()["items"]
    return {"items": [each for each in items if each["workflowStatus"] != "not_in_campaign"]}


@mutates_rule(LEAD_STATUS)
def lead_added(call: RuleCall) -> Any:
    """Every lead of the campaign has a row, even without a request for it."""
    campaign = call.campaigns.get(call.campaign_id)
    others = [] if campaign is None else campaign.lead_ids
    return call.call_original(leadIds=list(dict.fromkeys([*call.arguments["leadIds"], *others])))


@mutates_rule(LEAD_STATUS)
def duplicates_removed(call: RuleCall) -> Any:
    """A lead that is asked for twice has one row."""
    return call.call_original(leadIds=list(dict.fromkeys(call.arguments["leadIds"])))


@mutates_rule(LEAD_STATUS)
def rows_mixed_up(call: RuleCall) -> Any:
    """The rows have the statuses in the order of the request, the ids in the alphabet's."""
    items = call.call_original()["items"]
    ids = sorted(each["leadId"] for each in items)
    return {"items": [{**row, "leadId": id_} for row, id_ in zip(items, ids, strict=True)]}


@mutates_rule(LEAD_STATUS)
def all_in_campaign(call: RuleCall) -> Any:
    """A lead that the campaign does not hold is `not_started`."""
    items = call.call_original()["items"]
    other = {"workflowStatus": "not_started"}
    foreign = "not_in_campaign"
    return {
        "items": [{**row, **other} if row["workflowStatus"] == foreign else row for row in items]
    }


@mutates_rule(LEAD_STATUS)
def none_in_campaign(call: RuleCall) -> Any:
    """A lead that was not started is `not_in_campaign`."""
    return _renamed(call, "not_started", "not_in_campaign")


@mutates_rule(GET)
def read_changes(call: RuleCall) -> Any:
    """Reading a campaign is taken for a change of it."""
    found: Json = call.call_original()
    found["updatedAt"] = call.store.tick()
    return found


@mutates_rule(LEAD_STATUS)
def status_starts(call: RuleCall) -> Any:
    """Asking for the status of leads starts the campaign."""
    found = call.call_original()
    if _fields(call)["status"] == "draft":
        _fields(call).update(status="active", startedAt=call.store.tick())
    return found


@mutates_rule(CALLERS_LIST)
def filter_ignored(call: RuleCall) -> Any:
    """The campaigns of all groups are answered for one group."""
    return call.call_original(campaignGroupId=None)


@mutates_rule(CALLERS_LIST)
def filter_loses(call: RuleCall) -> Any:
    """The last campaign of a group is left out when it is filtered by."""
    found = call.call_original()
    return found if call.arguments.get("campaignGroupId") is None else found[:-1]


@mutates_rule(CALLERS_LIST)
def filter_keeps_groupless(call: RuleCall) -> Any:
    """Campaigns of no group are answered for every group."""
    wanted = (None, call.arguments.get("campaignGroupId"))
    everything = call.call_original(campaignGroupId=None)
    return [each for each in everything if wanted[1] is None or each["campaignGroupId"] in wanted]


@mutates_rule(CALLERS_LIST)
def foreign_organization(call: RuleCall) -> Any:
    """The campaigns of other organizations are listed too."""
    call.call_original()
    return call.store[CallersCampaigns].by_id


def _group(call: RuleCall) -> str:
    return str(call.arguments["accountGroupId"])


def _fields(call: RuleCall) -> Json:
    """Return the campaign in the store, or a temporary one."""
    campaign = call.campaigns.get(call.campaign_id)
    return campaign.fields if campaign else {"name": ""}


def _renamed(call: RuleCall, old: str, new: str) -> Json:
    """The rows, with another word for a status."""
    rows = call.call_original()["items"]
    return {
        "items": [
            {**row, "workflowStatus": new} if row["workflowStatus"] == old else row for row in rows
        ]
    }
