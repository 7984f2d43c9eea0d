"""Bugs in the effects of a start."""

from copy import deepcopy
from typing import Any

from campaignkit_contract.targets.target import GET, LIST, START
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from campaignkit_fake.sonarly.campaigns import Campaigns

from .mutant import Json, RuleCall, mutates_rule

_LATER = "2026-05-01T13:00:00.000Z"


@mutates_rule(START)
def started_twice(call: RuleCall) -> Any:
    """A second start is applied."""
    _fields(call)["status"] = "draft"
    return call.call_original()


@mutates_rule(START)
def second_start_succeeds(call: RuleCall) -> Any:
    """A second start returns success without effect."""
    if call.campaign_id not in call.memory:
        call.memory[call.campaign_id] = deepcopy(call.call_original())
    return call.memory[call.campaign_id]


@mutates_rule(START)
def second_changes(call: RuleCall) -> Any:
    """A rejected second start changes startedAt."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status == 409:
            _fields(call)["startedAt"] = _LATER
        raise


@mutates_rule(START)
def not_stored(call: RuleCall) -> Any:
    """A start is not stored."""
    before = dict(_fields(call))
    response = deepcopy(call.call_original())
    _fields(call).update(before)
    return response


@mutates_rule(START)
def other_started(call: RuleCall) -> Any:
    """A start returns the requested campaign and starts the next draft."""
    asked = _fields(call)
    response = deepcopy(call.call_original())
    for campaign in call.campaigns.values():
        if campaign.fields["status"] == "draft" and campaign.account_group_id == _group(call):
            campaign.fields |= {name: asked[name] for name in ("status", "startedAt", "updatedAt")}
            asked |= {"status": "draft", "startedAt": None}
            break
    return response


@mutates_rule(START)
def all_started(call: RuleCall) -> Any:
    """A start also starts the other drafts of the group."""
    response = call.call_original()
    now = response["campaign"]["startedAt"]
    for campaign in call.campaigns.values():
        if campaign.account_group_id == _group(call) and campaign.fields["status"] == "draft":
            campaign.fields |= {"status": "active", "startedAt": now}
    return response


@mutates_rule(START)
def wrong_start_answered(call: RuleCall) -> Any:
    """A start returns another campaign."""
    response = call.call_original()
    others = [
        campaign.fields for id_, campaign in call.campaigns.items() if id_ != call.campaign_id
    ]
    return {**response, "campaign": {**response["campaign"], "id": others[0]["id"]}}


@mutates_rule(START)
def renamed(call: RuleCall) -> Any:
    """A start changes the name of the campaign."""
    response = call.call_original()
    _fields(call)["name"] += " (started)"
    return response


@mutates_rule(START)
def no_start_date(call: RuleCall) -> Any:
    """After a start, startedAt is null."""
    response = call.call_original()
    _fields(call)["startedAt"] = None
    return response


@mutates_rule(GET)
def stale_read(call: RuleCall) -> Any:
    """Reads of a campaign are cached."""
    found = call.call_original()
    return call.memory.setdefault(call.campaign_id, deepcopy(found))


@mutates_rule(LIST)
def stale_list(call: RuleCall) -> Any:
    """The list of campaigns is cached."""
    found = call.call_original()
    return call.memory.setdefault(_group(call), deepcopy(found))


@mutates_rule(GET)
def status_falls_back(call: RuleCall) -> Any:
    """At the third read after its start, a campaign is a draft again."""
    found = call.call_original()
    if call.store[Campaigns].starts and found["status"] == "active":
        call.memory[call.campaign_id] = call.memory.get(call.campaign_id, 0) + 1
        if call.memory[call.campaign_id] > 2:
            return {**found, "status": "draft"}
    return found


@mutates_rule(START)
def other_falls_back(call: RuleCall) -> Any:
    """A start reverts the previously started campaign to a draft."""
    response = call.call_original()
    if last := call.memory.get("last"):
        call.campaigns[last].fields |= {"status": "draft", "startedAt": None}
    call.memory["last"] = call.campaign_id
    return response


@mutates_rule(GET)
def start_date_moves(call: RuleCall) -> Any:
    """The startedAt of a campaign increases by a second with each read."""
    found: Json = call.call_original()
    if found["startedAt"]:
        call.memory["reads"] = call.memory.get("reads", 0) + 1
        return {**found, "startedAt": f"2026-05-01T12:{call.memory['reads'] % 60:02}:00.000Z"}
    return found


@mutates_rule(START)
def change_goes_back(call: RuleCall) -> Any:
    """A start decreases updatedAt by years."""
    response = call.call_original()
    _fields(call)["updatedAt"] = "2020-01-01T00:00:00.000Z"
    return response


@mutates_rule(START)
def gone_after_start(call: RuleCall) -> Any:
    """A started campaign moves to another account group."""
    response = deepcopy(call.call_original())
    call.campaigns[call.campaign_id].account_group_id = ACCOUNT_GROUPS[1]
    return response


def _group(call: RuleCall) -> str:
    return str(call.arguments["accountGroupId"])


def _fields(call: RuleCall) -> Json:
    """Return the campaign in the store, or a temporary one."""
    campaign = call.campaigns.get(call.campaign_id)
    return campaign.fields if campaign else {"name": ""}
