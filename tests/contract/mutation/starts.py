"""Bugs in what a start does, and in what is remembered of it."""

from copy import deepcopy
from typing import Any

from campaignkit_contract.targets.target import GET, LIST, START
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.ids import ACCOUNT_GROUPS
from campaignkit_fake.sonarly.campaigns import Campaigns

from .mutant import Json, Turn, ruled

_LATER = "2026-05-01T13:00:00.000Z"


@ruled(START)
def started_twice(turn: Turn) -> Any:
    """A second start is carried out like the first."""
    _fields(turn)["status"] = "draft"
    return turn.healthy()


@ruled(START)
def second_answered_alike(turn: Turn) -> Any:
    """A second start is answered like the first, and does nothing."""
    if turn.campaign_id not in turn.memory:
        turn.memory[turn.campaign_id] = deepcopy(turn.healthy())
    return turn.memory[turn.campaign_id]


@ruled(START)
def second_changes(turn: Turn) -> Any:
    """A second start is refused, and dated all the same."""
    try:
        return turn.healthy()
    except ApiError as error:
        if error.status == 409:
            _fields(turn)["startedAt"] = _LATER
        raise


@ruled(START)
def not_stored(turn: Turn) -> Any:
    """A start is answered, and forgotten."""
    before = dict(_fields(turn))
    answer = deepcopy(turn.healthy())
    _fields(turn).update(before)
    return answer


@ruled(START)
def other_started(turn: Turn) -> Any:
    """A start is answered for the campaign asked for, and starts the next draft."""
    asked = _fields(turn)
    answer = deepcopy(turn.healthy())
    for each in turn.campaigns.values():
        if each.fields["status"] == "draft" and each.account_group_id == _group(turn):
            each.fields |= {name: asked[name] for name in ("status", "startedAt", "updatedAt")}
            asked |= {"status": "draft", "startedAt": None}
            break
    return answer


@ruled(START)
def all_started(turn: Turn) -> Any:
    """A start starts the group's other drafts too."""
    answer = turn.healthy()
    now = answer["campaign"]["startedAt"]
    for each in turn.campaigns.values():
        if each.account_group_id == _group(turn) and each.fields["status"] == "draft":
            each.fields |= {"status": "active", "startedAt": now}
    return answer


@ruled(START)
def wrong_start_answered(turn: Turn) -> Any:
    """A start answers another campaign than it starts."""
    answer = turn.healthy()
    others = [each.fields for id_, each in turn.campaigns.items() if id_ != turn.campaign_id]
    return {**answer, "campaign": {**answer["campaign"], "id": others[0]["id"]}}


@ruled(START)
def renamed(turn: Turn) -> Any:
    """A start gives the campaign another name."""
    answer = turn.healthy()
    _fields(turn)["name"] += " (started)"
    return answer


@ruled(START)
def no_start_date(turn: Turn) -> Any:
    """After a start startedAt is null still."""
    answer = turn.healthy()
    _fields(turn)["startedAt"] = None
    return answer


@ruled(GET)
def stale_read(turn: Turn) -> Any:
    """A campaign is answered as it was when it was read first."""
    found = turn.healthy()
    return turn.memory.setdefault(turn.campaign_id, deepcopy(found))


@ruled(LIST)
def stale_list(turn: Turn) -> Any:
    """The campaigns are listed as they were when they were listed first."""
    found = turn.healthy()
    return turn.memory.setdefault(_group(turn), deepcopy(found))


@ruled(GET)
def status_falls_back(turn: Turn) -> Any:
    """Read for the third time after its start, a campaign is a draft again."""
    found = turn.healthy()
    if turn.store[Campaigns].starts and found["status"] == "active":
        turn.memory[turn.campaign_id] = turn.memory.get(turn.campaign_id, 0) + 1
        if turn.memory[turn.campaign_id] > 2:
            return {**found, "status": "draft"}
    return found


@ruled(START)
def other_falls_back(turn: Turn) -> Any:
    """A start puts the campaign that was started before back to a draft."""
    answer = turn.healthy()
    if last := turn.memory.get("last"):
        turn.campaigns[last].fields |= {"status": "draft", "startedAt": None}
    turn.memory["last"] = turn.campaign_id
    return answer


@ruled(GET)
def start_date_moves(turn: Turn) -> Any:
    """A campaign was started a second later each time it is read."""
    found: Json = turn.healthy()
    if found["startedAt"]:
        turn.memory["reads"] = turn.memory.get("reads", 0) + 1
        return {**found, "startedAt": f"2026-05-01T12:{turn.memory['reads'] % 60:02}:00.000Z"}
    return found


@ruled(START)
def change_goes_back(turn: Turn) -> Any:
    """A start dates the last change of a campaign back by years."""
    answer = turn.healthy()
    _fields(turn)["updatedAt"] = "2020-01-01T00:00:00.000Z"
    return answer


@ruled(START)
def gone_after_start(turn: Turn) -> Any:
    """A campaign that was started belongs to another account group."""
    answer = deepcopy(turn.healthy())
    turn.campaigns[turn.campaign_id].account_group_id = ACCOUNT_GROUPS[1]
    return answer


def _group(turn: Turn) -> str:
    return str(turn.arguments["accountGroupId"])


def _fields(turn: Turn) -> Json:
    """What the store holds of the campaign; a throwaway where there is none."""
    campaign = turn.campaigns.get(turn.campaign_id)
    return campaign.fields if campaign else {"name": ""}
