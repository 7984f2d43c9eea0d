"""Each law holds for the healthy fake, however it is reached, and finds a bug by its name."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from campaignkit_contract.stateful.campaigns import LAWS, Law, Server, Verdict, faked, verdicts
from campaignkit_contract.validator import Judge
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, Fault

from .mutation.runner import MUTANTS, Bent

FINDS = {
    "credentials": "any scheme",
    "no oracle": "leak",
    "reading key": "start by reader",
    "strangers": "list by stranger",
    "sub organization": "sub organization ignored",
    "unknown ids": "unknown campaign",
    "odd ids": "slash splits",
    "odd leads": "odd lead fails",
    "methods": "not found for method",
    "required": "missing parameter",
    "validation code": "other code",
    "echo": "next campaign",
    "list and get": "newest missing",
    "groups apart": "foreign campaign",
    "drafts": "draft with start",
    "lead status": "lead dropped",
    "not in campaign": "none in campaign",
    "organization": "foreign organization",
    "filter by group": "filter ignored",
    "reads change nothing": "status starts",
    "trace ids": "error with reused trace",
    "exactly once": "started twice",
    "echo of start": "renamed",
    "start is kept": "stale list",
    "start of one": "all started",
    "monotone": "other falls back",
    "whole by pages": "last repeated",
    "listed as read": "other name read",
    "numbered pages": "second page first",
    "filters": "memories of any status",
    "of whom": "foreign calls",
    "prospects counted": "prospects of the next",
    "lookup": "guessed",
    "conversation": "any conversation",
    "least score": "scores ignored",
    "calls of their own": "webhook of another",
    "leads move": "source keeps leads",
    "navigation whole": "tree remembered",
    "part is changed": "rename empties",
    "made as asked": "copy without slots",
    "unavailable starters": "any starter",
    "approval": "approved twice",
    "stop ends": "stop lets go on",
    "slots of drafts": "slot after start",
    "gone campaign": "slots of the deleted",
    "one for a number": "number twice",
    "bulk counted": "first only",
    "archived unseen": "archive hides nothing",
    "remembered": "others forgotten",
    "all forgotten": "outdated stay",
    "job goes on": "scan falls back",
    "repeated job": "key ignored",
    "cancelled stays": "completed cancelled",
    "fills unseen": "ready too early",
    "made is listed": "style samples lost",
    "removed is gone": "wrong signal deleted",
    "keyed once": "key cut",
    "writes are seen": "folder ignored",
    "refused is unseen": "anybody updates",
    "bystanders": "neighbour deleted",
    "links lead somewhere": "job not listed",
}
BY_NAME = {each.name: each for each in LAWS}
READS = {"accountGroupId": [SAMPLE_ID], "organizationId": [SAMPLE_ID]}
KEYS = {"sonarly": "fake-sonarly", "callers": "fake-callers"}


@pytest.fixture
def connect() -> Iterator[Callable[[Fake], httpx.Client]]:
    """A maker of clients."""
    clients: list[httpx.Client] = []

    def connect(fake: Fake) -> httpx.Client:
        clients.append(httpx.Client(transport=fake.transport(), base_url="https://api.invalid"))
        return clients[-1]

    yield connect
    for client in clients:
        client.close()


Connect = Callable[[Fake], httpx.Client]


def names(found: Iterator[Verdict], state: str) -> set[str]:
    """The laws that came to this, after those that were broken are none."""
    all_ = list(found)
    assert [str(each) for each in all_ if each.findings] == []
    return {each.law.name for each in all_ if each.unchecked == state}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_healthy(connect: Connect, seed: int) -> None:
    """The fake keeps all laws, whatever it is seeded with, and has something to check for each."""
    found = list(verdicts(faked(connect(Fake(seed)))))

    assert [str(each) for each in found if each.findings or each.unchecked] == []
    assert all(each.exchanges for each in found)


def test_read_only(connect: Connect) -> None:
    """Of a server that may not be written to, laws read, and find the ids by themselves."""
    fake = Fake()
    server = Server(connect(fake), KEYS, READS, startable=["507f"], sample=2)

    writing = {each.name for each in LAWS if each.writes}
    assert names(verdicts(server), "not checked: it writes") == writing
    assert {each.method for each in server.exchanges} == {"GET"}
    assert fake.state()["starts"] == []


def test_one_start(connect: Connect) -> None:
    """A server that cannot be put back is started one campaign, for all laws together."""
    fake = Fake()
    server = Server(connect(fake), KEYS, READS, startable=[SAMPLE_ID], may_write=True)

    unchecked = names(verdicts(server), "not checked: it needs readers")
    assert [each["campaignId"] for each in fake.state()["starts"]] == [SAMPLE_ID]
    assert unchecked == {"reading key"}


def test_one_vendor(connect: Connect) -> None:
    """Without a key of a vendor its operations are left alone."""
    server = Server(connect(Fake()), {"callers": "fake-callers"}, READS)

    assert "echo" in names(verdicts(server), "not checked: no key of sonarly is given")
    assert not any(each.path.startswith("/v1") for each in server.exchanges)


def test_no_draft(connect: Connect) -> None:
    """A campaign that is no draft tells nothing about starts."""
    active = "ca0000000000000000000001"
    server = Server(connect(Fake()), KEYS, READS, startable=[active], may_write=True)

    assert BY_NAME["monotone"].verdict(server).unchecked == f"not checked: {active} is no draft"


@pytest.mark.parametrize("fault", [FAULTS["internal error"], FAULTS["applied, then dropped"]])
def test_start_that_fails(connect: Connect, fault: Fault) -> None:
    """After a start that went wrong no law sends another one, whatever became of it."""
    fake = Fake()
    fake.faults.add(fault.on("sonarly_campaigns_start"))
    server = Server(connect(fake), KEYS, READS, startable=[SAMPLE_ID], may_write=True)
    found = [BY_NAME[each].verdict(server) for each in ("exactly once", "monotone")]

    assert found[0].findings or found[0].unchecked
    assert found[1].unchecked == "not checked: its only start went wrong"
    assert fake.state()["requests"]["sonarly_campaigns_start"] == 1


def test_start_that_is_lost(connect: Connect) -> None:
    """A campaign that is a draft after its start is not started again on a live server."""
    [bug] = [each for each in MUTANTS if each.name == "not stored"]
    fake = Bent(bug)
    server = Server(connect(fake), KEYS, READS, startable=[SAMPLE_ID], may_write=True)

    assert "is read as a draft" in str(BY_NAME["exactly once"].verdict(server))
    assert fake.state()["requests"]["sonarly_campaigns_start"] == 1


def test_asked_too_often(connect: Connect) -> None:
    """A 429 is no finding: the law is not checked."""
    verdict = BY_NAME["echo"].verdict(Server(connect(Fake(rate=1)), KEYS, READS))

    assert str(verdict) == "echo: not checked: it was asked too often (429)"


def test_no_campaign(connect: Connect) -> None:
    """Where there is no campaign, nobody can be asked about one."""

    def answer(request: httpx.Request) -> httpx.Response:
        body = {"success": True, "data": {"items": []}, "error": None, "traceId": "1"}
        return httpx.Response(200, json=body)

    with httpx.Client(
        transport=httpx.MockTransport(answer), base_url="https://x.invalid"
    ) as client:
        verdict = BY_NAME["odd leads"].verdict(Server(client, KEYS, READS))

    assert verdict.unchecked == "not checked: the account group has no campaign"


@pytest.mark.unjudged("mutants answer wrongly")
@pytest.mark.parametrize(("law", "mutant"), FINDS.items())
def test_finds(connect: Connect, law: str, mutant: str) -> None:
    """The law finds a bug that is its own."""
    [bug] = [each for each in MUTANTS if each.name == mutant]
    fake = Bent(bug)

    assert BY_NAME[law].verdict(faked(connect(fake), fake.clock.advance)).findings


@pytest.mark.unjudged("a list is an object")
def test_unreadable(connect: Connect) -> None:
    """An answer that is not of its form breaks the law that needs it, and no run."""
    [bug] = [each for each in MUTANTS if each.name == "object for a list"]
    verdict = BY_NAME["echo"].verdict(faked(connect(Bent(bug))))

    assert verdict.findings == ("an answer cannot be read: TypeError",)


def test_each_law_finds() -> None:
    """No law is without such a bug."""
    assert BY_NAME.keys() == FINDS.keys()
    assert all(each.text for each in LAWS)


def parameter(name: str) -> dict[str, Any]:
    """An optional parameter of a query."""
    return {"name": name, "in": "query", "schema": {"type": "string"}}


SHOP = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://shop.invalid"}],
    "paths": {
        "/things": {
            "get": {
                "operationId": "shop_things_list",
                "tags": ["shop things"],
                "security": [{"key": []}],
                "parameters": [parameter("cursor"), parameter("limit")],
                "responses": {"200": {"description": "The things"}},
            }
        }
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "Authorization"}}
    },
}

Page = Callable[[int, int], tuple[list[int], int | None]]


def good(start: int, size: int) -> tuple[list[int], int | None]:
    """Seven things."""
    end = start + size
    return list(range(7))[start:end], end if end < 7 else None


def overlapping(start: int, size: int) -> tuple[list[int], int | None]:
    """The last of a page is the first of the next too."""
    end = start + size
    return list(range(7))[max(start - 1, 0) : end], end if end < 7 else None


def skipping(start: int, size: int) -> tuple[list[int], int | None]:
    """Behind a page of three one is left out."""
    items, end = good(start, size)
    return items, end + 1 if end and size == 3 else end


def endless(start: int, size: int) -> tuple[list[int], int | None]:
    """The last page leads to the first."""
    items, end = good(start, size)
    return items, end or 0


def unlimited(start: int, size: int) -> tuple[list[int], int | None]:
    """The limit is not kept."""
    return list(range(7)), None


def paged(page: Page, *, more: bool | None = None) -> Verdict:
    """The law of pages, for a shop that has them like that."""

    def answer(request: httpx.Request) -> httpx.Response:
        asked = request.url.params
        items, after = page(int(asked.get("cursor", 0)), int(asked.get("limit", 4)))
        cursor = None if after is None else str(after)
        has_more = cursor is not None if more is None else more
        data = {"items": items, "nextCursor": cursor, "hasMore": has_more}
        return httpx.Response(200, content=json.dumps({"data": data}))

    with httpx.Client(
        transport=httpx.MockTransport(answer), base_url="https://x.invalid"
    ) as client:
        server = Server(client, {"shop": "key"}, {}, judge=Judge(SHOP))
        return BY_NAME["whole by pages"].verdict(server)


@pytest.mark.unjudged("its path is none of the spec")
@pytest.mark.parametrize("page", [overlapping, skipping, endless, unlimited])
def test_finds_in_pages(page: Page) -> None:
    """Pages that repeat, leave out, never end or know no size are found."""
    assert paged(page).findings


@pytest.mark.unjudged("its path is none of the spec")
def test_pages() -> None:
    """Pages that hold the whole are good; a cursor beside "no more" is not."""
    assert str(paged(good)) == "whole by pages: holds"
    assert "no cursor where there is more" in str(paged(good, more=False))


def test_law_by_itself() -> None:
    """A law says what it is called and what it says."""

    def all_is_well(server: Server) -> Iterator[str]:
        """All is well."""
        yield from ()

    assert (Law(all_is_well).name, Law(all_is_well).text) == ("all is well", "All is well.")
