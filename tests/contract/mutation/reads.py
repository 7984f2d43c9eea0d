"""Bugs in what is found: campaigns, leads, filters, and reads that are none."""

from typing import Any

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST
from campaignkit_fake.callers.campaigns import CallersCampaigns
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from campaignkit_fake.sonarly.campaigns import Campaigns

from .mutant import Json, Turn, ruled


@ruled(GET)
def wrong_campaign(turn: Turn) -> Any:
    """The campaign that is answered is the group's first."""
    turn.healthy()
    return turn.campaigns[next(iter(turn.campaigns))].fields


@ruled(GET)
def next_campaign(turn: Turn) -> Any:
    """The last campaign of the group is answered for the one before it."""
    turn.healthy()
    ids = [id_ for id_, each in turn.campaigns.items() if each.account_group_id == _group(turn)]
    return (
        turn.store[Campaigns]
        .by_id[ids[-1] if turn.campaign_id == ids[-2] else turn.campaign_id]
        .fields
    )


@ruled(GET)
def foreign_campaign(turn: Turn) -> Any:
    """A campaign is found through any account group of the key."""
    campaign = turn.campaigns.get(turn.campaign_id)
    group = campaign.account_group_id if campaign else _group(turn)
    return turn.healthy(
        accountGroupId=group if _group(turn) in turn.context.key.scope else _group(turn)
    )


@ruled(GET)
def unknown_campaign(turn: Turn) -> Any:
    """A campaign that nobody has is answered as an empty draft."""
    try:
        return turn.healthy()
    except ApiError as error:
        if error.status != 404:
            raise
    fields = next(iter(turn.campaigns.values())).fields
    return {**fields, "id": turn.campaign_id, "name": "", "selectedLeadCount": 0}


@ruled(LIST)
def newest_missing(turn: Turn) -> Any:
    """The list lacks the newest campaign."""
    return {"items": turn.healthy()["items"][:-1]}


@ruled(LIST)
def first_twice(turn: Turn) -> Any:
    """The list has its first campaign twice."""
    items = turn.healthy()["items"]
    return {"items": [*items, items[0]]}


@ruled(LIST)
def foreign_listed(turn: Turn) -> Any:
    """The list shows a campaign of another account group too."""
    items = turn.healthy()["items"]
    others = turn.healthy(accountGroupId=ACCOUNT_GROUPS[1])["items"] if items else []
    return {"items": [*items, *others[-1:]]}


@ruled(LIST)
def drafts_only(turn: Turn) -> Any:
    """The list has drafts only."""
    return {"items": [each for each in turn.healthy()["items"] if each["status"] == "draft"]}


@ruled(LIST)
def list_disagrees(turn: Turn) -> Any:
    """The list counts one lead more than a campaign has."""
    return {
        "items": [
            {**each, "selectedLeadCount": each["selectedLeadCount"] + 1}
            for each in turn.healthy()["items"]
        ]
    }


@ruled(LEAD_STATUS)
def lead_dropped(turn: Turn) -> Any:
    """The last of several leads has no row."""
    items = turn.healthy()["items"]
    return {"items": items[:-1] or items}


@ruled(LEAD_STATUS)
def unknown_lead_dropped(turn: Turn) -> Any:
    """Leads that the campaign does not hold have no row."""
    items = turn.healthy()["items"]
    return {"items": [each for each in items if each["workflowStatus"] != "not_in_campaign"]}


@ruled(LEAD_STATUS)
def lead_added(turn: Turn) -> Any:
    """Every lead of the campaign has a row, whoever was asked for."""
    campaign = turn.campaigns.get(turn.campaign_id)
    others = [] if campaign is None else campaign.lead_ids
    return turn.healthy(leadIds=list(dict.fromkeys([*turn.arguments["leadIds"], *others])))


@ruled(LEAD_STATUS)
def duplicates_removed(turn: Turn) -> Any:
    """A lead that is asked for twice has one row."""
    return turn.healthy(leadIds=list(dict.fromkeys(turn.arguments["leadIds"])))


@ruled(LEAD_STATUS)
def rows_mixed_up(turn: Turn) -> Any:
    """The rows have the statuses in the order of the request, the ids in the alphabet's."""
    items = turn.healthy()["items"]
    ids = sorted(each["leadId"] for each in items)
    return {"items": [{**row, "leadId": id_} for row, id_ in zip(items, ids, strict=True)]}


@ruled(LEAD_STATUS)
def all_in_campaign(turn: Turn) -> Any:
    """A lead that the campaign does not hold is `not_started`."""
    items = turn.healthy()["items"]
    other = {"workflowStatus": "not_started"}
    foreign = "not_in_campaign"
    return {
        "items": [{**row, **other} if row["workflowStatus"] == foreign else row for row in items]
    }


@ruled(LEAD_STATUS)
def none_in_campaign(turn: Turn) -> Any:
    """A lead that was not started is `not_in_campaign`."""
    return _renamed(turn, "not_started", "not_in_campaign")


@ruled(GET)
def read_changes(turn: Turn) -> Any:
    """Reading a campaign is taken for a change of it."""
    found: Json = turn.healthy()
    found["updatedAt"] = turn.store.tick()
    return found


@ruled(LEAD_STATUS)
def status_starts(turn: Turn) -> Any:
    """Asking for the status of leads starts the campaign."""
    found = turn.healthy()
    if _fields(turn)["status"] == "draft":
        _fields(turn).update(status="active", startedAt=turn.store.tick())
    return found


@ruled(CALLERS_LIST)
def filter_ignored(turn: Turn) -> Any:
    """The campaigns of all groups are answered for one group."""
    return turn.healthy(campaignGroupId=None)


@ruled(CALLERS_LIST)
def filter_loses(turn: Turn) -> Any:
    """The last campaign of a group is left out when it is filtered by."""
    found = turn.healthy()
    return found if turn.arguments.get("campaignGroupId") is None else found[:-1]


@ruled(CALLERS_LIST)
def filter_keeps_groupless(turn: Turn) -> Any:
    """Campaigns of no group are answered for every group."""
    wanted = (None, turn.arguments.get("campaignGroupId"))
    everything = turn.healthy(campaignGroupId=None)
    return [each for each in everything if wanted[1] is None or each["campaignGroupId"] in wanted]


@ruled(CALLERS_LIST)
def foreign_organization(turn: Turn) -> Any:
    """The campaigns of other organizations are listed too."""
    turn.healthy()
    return turn.store[CallersCampaigns].by_id


def _group(turn: Turn) -> str:
    return str(turn.arguments["accountGroupId"])


def _fields(turn: Turn) -> Json:
    """What the store holds of the campaign; a throwaway where there is none."""
    campaign = turn.campaigns.get(turn.campaign_id)
    return campaign.fields if campaign else {"name": ""}


def _renamed(turn: Turn, old: str, new: str) -> Json:
    """The rows, with another word for a status."""
    rows = turn.healthy()["items"]
    return {
        "items": [
            {**row, "workflowStatus": new} if row["workflowStatus"] == old else row for row in rows
        ]
    }
