"""Stateful checks of the start of a campaign: it happens once, and changes one campaign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ..exchange import Exchange
from ..spec.document import Json
from ..targets.requests import payload
from ..targets.target import GET, LEAD_STATUS, START, CheckFailed, SkipCheck, Target
from .campaigns import VOLATILE_FIELDS, changed_fields, unexpected_changes
from .check import expect_status

_SHARED_KEY = "start"


@dataclass(frozen=True)
class _Start:
    """A start, with the reads before, between and after it and a second start."""

    id: str
    before: dict[str, Json]
    first: Exchange
    read: Json
    after: dict[str, Json]
    second: Exchange
    unchanged: Json
    later: Json

    @property
    def returned(self) -> Json:
        """Return the campaign in the response of the start."""
        campaign: Json = payload(self.first)["campaign"]
        return campaign


def second_start_is_rejected(target: Target) -> Iterator[str]:
    """Check that a campaign starts once: a second start returns 409 and changes nothing."""
    start = _shared_start(target)
    yield from expect_status(START, start.second, {409}, "to a second start")
    if changed := changed_fields(start.read, start.unchanged, VOLATILE_FIELDS - {"status"}):
        yield f"a second {START} changed {changed}"


def start_returns_requested_campaign(target: Target) -> Iterator[str]:
    """Check that a start returns the requested campaign, started and otherwise unchanged."""
    start = _shared_start(target)
    if start.returned["id"] != start.id:
        yield f"{START} returns {start.returned['id']} for {start.id}"
    ignored = VOLATILE_FIELDS | {"startedAt"}
    if changed := changed_fields(start.before[start.id], start.returned, ignored):
        yield f"{START} changed {changed}"


def start_is_persisted(target: Target) -> Iterator[str]:
    """Check that a started campaign is read and listed as the start returned it: not a draft."""
    start = _shared_start(target)
    for source, seen in {"read": start.read, "listed": start.after[start.id]}.items():
        if changed := changed_fields(start.returned, seen, VOLATILE_FIELDS):
            yield f"after {START}, it is {source} with other {changed} than were returned"
    for source, seen in {"returned": start.returned, "read": start.read}.items():
        if seen["status"] == "draft" or seen["startedAt"] is None:
            yield (
                f"after {START}, it is {source} as {seen['status']} with startedAt "
                f"{seen['startedAt']}"
            )


def start_changes_one_campaign(target: Target) -> Iterator[str]:
    """Check that a start changes only the requested campaign."""
    start = _shared_start(target)
    before, after = ({**campaigns, start.id: {}} for campaigns in (start.before, start.after))
    yield from unexpected_changes(target, START, before, after)


def started_campaign_never_reverts(target: Target) -> Iterator[str]:
    """Check that a started campaign stays started, and its dates do not decrease."""
    start = _shared_start(target)
    seen = [start.returned, start.read, start.unchanged, start.later]
    if any(campaign["status"] == "draft" for campaign in seen):
        yield f"{GET} shows {start.id} as a draft again after {START}"
    if len({campaign["startedAt"] for campaign in seen}) > 1:
        yield f"{GET} shows another startedAt of {start.id} after {START}"
    dates = [
        datetime.fromisoformat(campaign["updatedAt"])
        for campaign in [start.before[start.id], *seen]
    ]
    if dates != sorted(dates):
        yield f"{GET} shows an earlier updatedAt of {start.id} after {START}"


def _shared_start(target: Target) -> _Start:
    """Return the start that these checks share: a target without reset is started once."""
    if _SHARED_KEY not in target.shared:
        # Noted first, because a start that went wrong must not be repeated.
        target.shared[_SHARED_KEY] = "the one start of the run has failed before"
        try:
            target.shared[_SHARED_KEY] = _start(target, *drafts(target))
        except SkipCheck as reason:
            target.shared[_SHARED_KEY] = str(reason)
            raise
    start: _Start | str = target.shared[_SHARED_KEY]
    if isinstance(start, str):
        raise SkipCheck(start)
    return start


def drafts(target: Target) -> list[str]:
    """Return the drafts that the settings name, or new ones with leads that may be contacted."""
    if target.draft_campaign_ids:
        return list(target.draft_campaign_ids)
    calls = [target.resources.call_values(START) for _ in range(2)]
    return [str(call.values["campaignId"]) for call in calls]


def _start(target: Target, id_: str, *others: str) -> _Start:
    before = target.campaigns()
    target.campaign(id_)  # so that a server with a cache has an entry
    if before.get(id_, {}).get("status") != "draft":
        raise SkipCheck(f"the campaign {id_} is not a draft, so that it cannot be started")
    first = target.ask(START, {"campaignId": id_})
    if first.status != 200:
        raise CheckFailed(f"{START} returns {first.status} for a draft")
    read, after = target.campaign(id_), target.campaigns()
    if read["status"] == "draft" and not target.reset_server:
        raise CheckFailed(f"after {START}, it is read as a draft; it is not started again")
    second = target.ask(START, {"campaignId": id_})
    unchanged = target.campaign(id_)
    for other in others:  # Starts of other campaigns must not matter.
        target.ask(START, {"campaignId": other})
    target.data(LEAD_STATUS, campaignId=id_)
    later = target.campaign(id_)
    return _Start(id_, before, first, read, after, second, unchanged, later)
