"""The laws: what holds for answers taken together, which no schema can say.

    client = httpx.Client(transport=Fake().transport(), base_url="https://api.invalid")
    for verdict in verdicts(faked(client)):
        print(verdict)

Each law is a function whose docstring is the law; it gets a `Server` and yields what breaks it.
It takes the form of an answer for granted: that is for the judge.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ..exchange import Exchange
from ..targets.target import (
    CALLERS_LIST,
    GET,
    LEAD_STATUS,
    LIST,
    NOBODY,
    START,
    BrokenError,
    Json,
    Server,
    UncheckedError,
    faked,
    payload,
)
from . import audiences, campaign_workflow, contacts, conventions, jobs, lists, prospects, writes
from .check import Law, Verdict

__all__ = ["LAWS", "Law", "Server", "Verdict", "faked", "verdicts"]

# What the vendor may change at any time, by itself.
_MOVING = frozenset({"status", "updatedAt", "rateLimitedUntil"})
_CALLERS_MOVING = frozenset({"active", "firstInteractionAt", "completedAt", "pauseNewChats"})


def verdicts(server: Server) -> Iterator[Verdict]:
    """What comes of each law, one after the other."""
    for each in LAWS:
        yield each.verdict(server)


def echo(server: Server) -> Iterator[str]:
    """The campaign that is answered is the one that was asked for."""
    for asked in server.sampled(server.campaigns()):
        answered = server.campaign(asked)["id"]
        if answered != asked:
            yield f"{GET} answers {answered} for {asked}"


def list_and_get(server: Server) -> Iterator[str]:
    """A campaign is listed as it is read by itself, once, and every known one is listed."""
    items = server.data(LIST)["items"]
    counts = Counter(each["id"] for each in items)
    yield from (f"{id_} is listed {count} times" for id_, count in counts.items() if count > 1)
    known = server.ids.get("campaignId", ())
    yield from (f"{id_} exists and is not listed" for id_ in known if id_ not in counts)
    listed = {each["id"]: each for each in items}
    for id_ in server.sampled(listed):
        if changed := _changed(listed[id_], server.campaign(id_), _moving(server, listed[id_])):
            yield f"{id_} is listed with other {changed} than it is read with"


def groups_apart(server: Server) -> Iterator[str]:
    """A campaign belongs to one account group, and is seen through no other."""
    first, *others = server.ids.get("accountGroupId", ())
    own = server.campaigns(first)
    for other in others:
        foreign = server.campaigns(other)
        yield from (f"{id_} is listed in two groups" for id_ in foreign.keys() & own)
        for id_ in server.sampled(foreign)[:3]:
            status = server.ask(GET, {"campaignId": id_}).status
            if status != 404:
                yield f"{GET} answers {status} for a campaign of another group"


def drafts(server: Server) -> Iterator[str]:
    """A draft has not been started: it has no startedAt, and what is active has one."""
    for id_, campaign in server.campaigns().items():
        is_started = campaign["startedAt"] is not None
        if campaign["status"] in {"draft", "active"} and (
            is_started is not (campaign["status"] == "active")
        ):
            yield f"{id_} is {campaign['status']} and its startedAt is {campaign['startedAt']}"


def lead_status(server: Server) -> Iterator[str]:
    """Each id asked for gets a row, as often as it was asked for, and no other id gets one."""
    known = list(server.ids.get("leadIds", ()))
    asked = [NOBODY, *known, *known[:1], NOBODY[:-1]]
    rows = _rows(server, asked)
    answered = [each["leadId"] for each in rows]
    if Counter(answered) != Counter(asked):
        yield f"{LEAD_STATUS} answers {len(rows)} rows for {len(asked)} ids, or for other ids"
    for others in (asked[::-1], [NOBODY], known[:1] or [NOBODY]):
        for row in _rows(server, others):
            # On a live server a lead may have moved on; one that is not there cannot.
            if row not in rows and (server.reset or row["leadId"] == NOBODY):
                yield f"{LEAD_STATUS} answers otherwise for {row['leadId']} in other company"


def not_in_campaign(server: Server) -> Iterator[str]:
    """A lead that the campaign does not hold is `not_in_campaign`, and has no run; no other is."""
    known = list(server.ids.get("leadIds", ()))
    for row in _rows(server, [NOBODY, *known]):
        status, is_foreign = row["workflowStatus"], row["leadId"] == NOBODY
        if (status == "not_in_campaign") is not is_foreign:
            yield f"the lead {row['leadId']} is {status}"
        if status in {"not_in_campaign", "not_started"} and _has_run(row):
            yield f"the lead {row['leadId']} is {status} and has a run"


def organization(server: Server) -> Iterator[str]:
    """The campaigns of an organization are its own."""
    [asked, *_] = server.ids.get("organizationId", [NOBODY])
    for campaign in server.data(CALLERS_LIST):
        if campaign["organizationId"] != asked:
            yield f"{campaign['id']} is of the organization {campaign['organizationId']}"


def reads_change_nothing(server: Server) -> Iterator[str]:
    """Whatever is read, all is afterwards as it was before."""
    before, calls = server.campaigns(), _calls(server)
    for id_ in server.sampled(before):
        server.campaign(id_)
        server.data(LEAD_STATUS, campaignId=id_)
    yield from _differences(server, "reading", before, server.campaigns())
    after = {each["id"]: each for each in _calls(server)}
    for each in calls:
        if changed := _changed(each, after.get(each["id"], {}), _CALLERS_MOVING):
            yield f"reading changed {changed} of {each['id']}"


@dataclass(frozen=True)
class _Start:
    """A start, and what is read before, between and after it and a second one."""

    id: str
    before: dict[str, Json]
    first: Exchange
    read: Json
    after: dict[str, Json]
    second: Exchange
    unchanged: Json
    later: Json

    @property
    def answered(self) -> Json:
        """The campaign as the start answers it."""
        campaign: Json = payload(self.first)["campaign"]
        return campaign


def _started(server: Server) -> _Start:
    """The start that several laws look at; a server that cannot be put back has one only."""
    if "start" not in server.memory:
        # Noted first: after a start that went wrong nobody must send another one.
        server.memory["start"] = None
        server.memory["start"] = _start(server, *server.startable)
    start: _Start | None = server.memory["start"]
    if start is None:
        raise UncheckedError("its only start went wrong")
    return start


def _start(server: Server, id_: str, *others: str) -> _Start:
    before = server.campaigns()
    server.campaign(id_)  # so that a server which remembers its answers has one
    if before.get(id_, {}).get("status") != "draft":
        raise UncheckedError(f"{id_} is no draft")
    first = server.ask(START, {"campaignId": id_})
    if first.status != 200:
        raise BrokenError(f"{START} answers {first.status} for a draft")
    read, after = server.campaign(id_), server.campaigns()
    if read["status"] == "draft" and not server.reset:
        raise BrokenError(f"after {START} it is read as a draft; it is not started again")
    second = server.ask(START, {"campaignId": id_})
    unchanged = server.campaign(id_)
    if server.reset:
        # What happens to others must not matter. Nobody asked a live server for it.
        for other in others:
            server.ask(START, {"campaignId": other})
        server.data(LEAD_STATUS, campaignId=id_)
    return _Start(id_, before, first, read, after, second, unchanged, server.campaign(id_))


def exactly_once(server: Server) -> Iterator[str]:
    """A campaign is started once: the second start is answered 409 and changes nothing."""
    start = _started(server)
    if start.second.status != 409:
        yield f"a second {START} is answered {start.second.status}"
    if changed := _changed(start.read, start.unchanged, _MOVING - {"status"}):
        yield f"a second {START} changed {changed}"


def echo_of_start(server: Server) -> Iterator[str]:
    """What a start answers is the campaign that was asked for, started now, else as it was."""
    start = _started(server)
    if start.answered["id"] != start.id:
        yield f"{START} answers {start.answered['id']} for {start.id}"
    if changed := _changed(start.before[start.id], start.answered, _MOVING | {"startedAt"}):
        yield f"{START} changed {changed}"


def start_is_kept(server: Server) -> Iterator[str]:
    """After a start the campaign is read and listed as the start answered it: no draft any more."""
    start = _started(server)
    for how, seen in {"read": start.read, "listed": start.after[start.id]}.items():
        if changed := _changed(start.answered, seen, _MOVING):
            yield f"after {START} it is {how} with other {changed} than was answered"
    for how, seen in {"answered": start.answered, "read": start.read}.items():
        if seen["status"] == "draft" or seen["startedAt"] is None:
            yield f"after {START} it is {how} as {seen['status']}, started at {seen['startedAt']}"


def start_of_one(server: Server) -> Iterator[str]:
    """A start changes no campaign but the one that was asked for."""
    start = _started(server)
    before, after = ({**each, start.id: {}} for each in (start.before, start.after))
    yield from _differences(server, START, before, after)


def monotone(server: Server) -> Iterator[str]:
    """What is started stays started; startedAt does not change and updatedAt does not go back."""
    start = _started(server)
    seen = [start.answered, start.read, start.unchanged, start.later]
    if any(each["status"] == "draft" for each in seen):
        yield f"{start.id} is a draft again after its start"
    if len({each["startedAt"] for each in seen}) > 1:
        yield f"startedAt of {start.id} changes after its start"
    moments = [
        datetime.fromisoformat(each["updatedAt"]) for each in [start.before[start.id], *seen]
    ]
    if moments != sorted(moments):
        yield f"updatedAt of {start.id} goes back"


def _differences(
    server: Server, by: str, before: dict[str, Json], after: dict[str, Json]
) -> Iterator[str]:
    """What became of campaigns that nobody meant to change."""
    for id_ in before.keys() ^ after.keys():
        yield f"{by} made or removed {id_}"
    for id_ in before.keys() & after.keys():
        if changed := _changed(before[id_], after[id_], _moving(server, before[id_])):
            yield f"{by} changed {changed} of {id_}"


def _moving(server: Server, campaign: Json) -> frozenset[str]:
    """What may change by itself: of a draft nothing, and nothing of a fake."""
    is_still = server.reset or campaign.get("status") == "draft"
    return frozenset() if is_still else _MOVING


def _changed(old: Json, new: Json, moving: frozenset[str] = frozenset()) -> str:
    """The names of what differs, but for what may."""
    names = old.keys() | new.keys()
    return ", ".join(
        sorted(name for name in names - moving if old.get(name, ...) != new.get(name, ...))
    )


def _rows(server: Server, ids: list[str]) -> list[Json]:
    rows: list[Json] = server.data(LEAD_STATUS, leadIds=",".join(ids))["items"]
    return rows


def _calls(server: Server) -> list[Json]:
    """Callers.ai's campaigns, where that vendor is looked at too."""
    return server.data(CALLERS_LIST) if "callers" in server.keys else []


def _has_run(row: Json) -> bool:
    names = ("workflowInstanceId", "latestStep", "workflowStopReason")
    return any(row[name] is not None for name in names) or row["hasPendingApproval"]


LAWS = (
    Law(conventions.credentials),
    Law(conventions.no_oracle),
    Law(conventions.reading_key, writes=True, needs="readers"),
    Law(conventions.strangers, needs="strangers"),
    Law(conventions.sub_organization),
    Law(conventions.unknown_ids),
    Law(conventions.odd_ids),
    Law(conventions.odd_leads),
    Law(conventions.methods, writes=True, needs="reset"),
    Law(conventions.required),
    Law(conventions.validation_code),
    Law(echo),
    Law(list_and_get),
    Law(groups_apart),
    Law(drafts),
    Law(lead_status),
    Law(not_in_campaign),
    Law(organization),
    Law(conventions.filter_by_group),
    Law(reads_change_nothing),
    Law(conventions.trace_ids),
    Law(exactly_once, writes=True, needs="startable"),
    Law(echo_of_start, writes=True, needs="startable"),
    Law(start_is_kept, writes=True, needs="startable"),
    Law(start_of_one, writes=True, needs="startable"),
    Law(monotone, writes=True, needs="startable"),
    Law(lists.listed_as_read),
    Law(lists.numbered_pages),
    Law(lists.filters),
    Law(lists.of_whom),
    Law(audiences.prospects_counted, needs="reset"),
    Law(prospects.lookup, needs="reset"),
    Law(prospects.conversation, needs="reset"),
    Law(prospects.least_score, needs="reset"),
    Law(contacts.calls_of_their_own, needs="reset"),
    Law(audiences.leads_move, writes=True, needs="reset"),
    Law(audiences.navigation_whole, writes=True, needs="reset"),
    Law(audiences.part_is_changed, writes=True, needs="reset"),
    Law(campaign_workflow.made_as_asked, writes=True, needs="reset"),
    Law(campaign_workflow.unavailable_starters, writes=True, needs="reset"),
    Law(campaign_workflow.approval, writes=True, needs="reset"),
    Law(campaign_workflow.stop_ends, writes=True, needs="reset"),
    Law(campaign_workflow.slots_of_drafts, writes=True, needs="reset"),
    Law(campaign_workflow.gone_campaign, writes=True, needs="reset"),
    Law(contacts.one_for_a_number, writes=True, needs="reset"),
    Law(contacts.bulk_counted, writes=True, needs="reset"),
    Law(contacts.archived_unseen, writes=True, needs="reset"),
    Law(contacts.remembered, writes=True, needs="reset"),
    Law(contacts.all_forgotten, writes=True, needs="reset"),
    Law(jobs.job_goes_on, writes=True, needs="reset"),
    Law(jobs.repeated_job, writes=True, needs="reset"),
    Law(jobs.cancelled_stays, writes=True, needs="reset"),
    Law(jobs.fills_unseen, writes=True, needs="reset"),
    Law(conventions.whole_by_pages),
    Law(writes.made_is_listed, writes=True, needs="reset"),
    Law(writes.removed_is_gone, writes=True, needs="reset"),
    Law(writes.keyed_once, writes=True, needs="reset"),
    Law(writes.writes_are_seen, writes=True, needs="reset"),
    Law(writes.refused_is_unseen, writes=True, needs="reset"),
    Law(writes.bystanders, writes=True, needs="reset"),
    Law(writes.links_lead_somewhere, writes=True, needs="reset"),
)
"""Each law, the cheap ones of the door first."""
