"""Bugs in what a start does, and in what is remembered of it."""

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
    """A second start is carried out like the first."""
    _fields(call)["status"] = "draft"
    return call.call_original()


@mutates_rule(START)
def second_answered_alike(call: RuleCall) -> Any:
    """A second start is answered like the first, and does nothing."""
    if call.campaign_id not in call.memory:
        call.memory[call.campaign_id] = deepcopy(call.call_original())
    return call.memory[call.campaign_id]


@mutates_rule(START)
def second_changes(call: RuleCall) -> Any:
    """A second start is refused, and dated all the same."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status == 409:
            _fields(call)["startedAt"] = _LATER
        raise


@mutates_rule(START)
def not_stored(call: RuleCall) -> Any:
    """A start is answered, and forgotten."""
    before = dict(_fields(call))
    answer = deepcopy(call.call_original())
    _fields(call).update(before)
    return answer


@mutates_rule(START)
def other_started(call: RuleCall) -> Any:
    """A start is answered for the campaign asked for, and starts the next draft."""
    asked = _fields(call)
    answer = deepcopy(call.call_original())
    for each in call.campaigns.values():
        if each.fields["status"] == "draft" and each.account_group_id == _group(call):
            each.fields |= {name: asked[name] for name in ("status", "startedAt", "updatedAt")}
            asked |= {"status": "draft", "startedAt": None}
            break
    return answer


@mutates_rule(START)
def all_started(call: RuleCall) -> Any:
    """A start starts the group's other drafts too."""
    answer = call.call_original()
    now = answer["campaign"]["startedAt"]
    for each in call.campaigns.values():
        if each.account_group_id == _group(call) and each.fields["status"] == "draft":
            each.fields |= {"status": "active", "startedAt": now}
    return answer


@mutates_rule(START)
def wrong_start_answered(call: RuleCall) -> Any:
    """A start answers another campaign than it starts."""
    answer = call.call_original()
    others = [each.fields for id_, each in call.campaigns.items() if id_ != call.campaign_id]
    return {**answer, "campaign": {**answer["campaign"], "id": others[0]["id"]}}


@mutates_rule(START)
def renamed(call: RuleCall) -> Any:
    """A start gives the campaign another name."""
    answer = call.call_original()
    _fields(call)["name"] += " (started)"
    return answer


@mutates_rule(START)
def no_start_date(call: RuleCall) -> Any:
    """After a start startedAt is null still."""
    answer = call.call_original()
    _fields(call)["startedAt"] = None
    return answer


@mutates_rule(GET)
def stale_read(call: RuleCall) -> Any:
    """A campaign is answered as it was when it was read first."""
    found = call.call_original()
    return call.memory.setdefault(call.campaign_id, deepcopy(found))


@mutates_rule(LIST)
def stale_list(call: RuleCall) -> Any:
    """The campaigns are listed as they were when they were listed first."""
    found = call.call_original()
    return call.memory.setdefault(_group(call), deepcopy(found))


@mutates_rule(GET)
def status_falls_back(call: RuleCall) -> Any:
    """Read for the third time after its start, a campaign is a draft again."""
    found = call.call_original()
    if call.store[Campaigns].starts and found["status"] == "active":
        call.memory[call.campaign_id] = call.memory.get(call.campaign_id, 0) + 1
        if call.memory[call.campaign_id] > 2:
            return {**found, "status": "draft"}
    return found


@mutates_rule(START)
def other_falls_back(call: RuleCall) -> Any:
    """A start puts the campaign that was started before back to a draft."""
    answer = call.call_original()
    if last := call.memory.get("last"):
        call.campaigns[last].fields |= {"status": "draft", "startedAt": None}
    call.memory["last"] = call.campaign_id
    return answer


@mutates_rule(GET)
def start_date_moves(call: RuleCall) -> Any:
    """A campaign was started a second later each time it is read."""
    found: Json = call.call_original()
    if found["startedAt"]:
        call.memory["reads"] = call.memory.get("reads", 0) + 1
        return {**found, "startedAt": f"2026-05-01T12:{call.memory['reads'] % 60:02}:00.000Z"}
    return found


@mutates_rule(START)
def change_goes_back(call: RuleCall) -> Any:
    """A start dates the last change of a campaign back by years."""
    answer = call.call_original()
    _fields(call)["updatedAt"] = "2020-01-01T00:00:00.000Z"
    return answer


@mutates_rule(START)
def gone_after_start(call: RuleCall) -> Any:
    """A campaign that was started belongs to another account group."""
    answer = deepcopy(call.call_original())
    call.campaigns[call.campaign_id].account_group_id = ACCOUNT_GROUPS[1]
    return answer


def _group(call: RuleCall) -> str:
    return str(call.arguments["accountGroupId"])


def _fields(call: RuleCall) -> Json:
    """Return the campaign in the store, or a temporary one."""
    campaign = call.campaigns.get(call.campaign_id)
    return campaign.fields if campaign else {"name": ""}
