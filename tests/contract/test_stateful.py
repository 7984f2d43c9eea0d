"""Every stateful check holds for the fake, and detects a mutant."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from campaignkit_contract.stateful.check import CheckResult, StatefulCheck
from campaignkit_contract.stateful.registry import CHECKS, run_checks
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import Target
from campaignkit_contract.validator import Validator
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, Fault

from .mutation.catalog import MUTANTS
from .mutation.mutant import MutantFake

FINDS = {
    "credentials are required": "any scheme",
    "unauthenticated errors do not leak ids": "leak",
    "read only key cannot write": "start by reader",
    "foreign key is rejected": "list by stranger",
    "unknown sub organization is rejected": "sub organization ignored",
    "unknown id is 404": "unknown campaign",
    "unusual id is rejected": "slash splits",
    "unusual lead id is accepted": "odd lead fails",
    "undeclared method is 405": "not found for method",
    "missing query parameter is 400": "missing parameter",
    "validation error code": "other code",
    "get returns requested campaign": "next campaign",
    "listed campaign equals get": "newest missing",
    "account groups are isolated": "foreign campaign",
    "started at matches status": "draft with start",
    "lead status has one row per id": "lead dropped",
    "unknown lead is not in campaign": "none in campaign",
    "organization lists own campaigns": "foreign organization",
    "campaign group filters list": "filter ignored",
    "reads change nothing": "status starts",
    "trace ids are unique": "error with reused trace",
    "second start is rejected": "started twice",
    "start returns requested campaign": "renamed",
    "start is persisted": "stale list",
    "start changes one campaign": "all started",
    "started campaign never reverts": "other falls back",
    "cursor pages partition list": "last repeated",
    "listed item equals get": "other name read",
    "numbered pages partition list": "second page first",
    "status filters list": "memories of any status",
    "list items belong to parent": "foreign calls",
    "prospect count matches list": "prospects of the next",
    "lookup resolution matches result": "guessed",
    "conversation filters messages": "any conversation",
    "min score filters results": "scores ignored",
    "calls belong to contact": "webhook of another",
    "moved leads change audience": "source keeps leads",
    "navigation lists every audience": "tree remembered",
    "patch changes only given fields": "rename empties",
    "created campaign matches request": "copy without slots",
    "unavailable starter template is rejected": "any starter",
    "approval resumes one workflow": "approved twice",
    "stop ends all workflows": "stop lets go on",
    "content slots change before start only": "slot after start",
    "deleted campaign is 404": "slots of the deleted",
    "phone number identifies contact": "number twice",
    "bulk create counts contacts": "first only",
    "archived contact is unlisted": "archive hides nothing",
    "memory is kept until deleted": "others forgotten",
    "delete all memories counts": "outdated stay",
    "job status advances": "scan falls back",
    "repeated job returns same id": "key ignored",
    "cancelled job stays cancelled": "completed cancelled",
    "filling audience is hidden": "ready too early",
    "created item is listed": "style samples lost",
    "deleted item is gone": "wrong signal deleted",
    "idempotency key deduplicates": "key cut",
    "write is visible in read": "folder ignored",
    "rejected write has no effect": "anybody updates",
    "writes touch only named items": "neighbour deleted",
    "response links resolve": "job not listed",
}
BY_NAME = {each.name: each for each in CHECKS}
READS = {"accountGroupId": [SAMPLE_ID], "organizationId": [SAMPLE_ID]}
KEYS = {"sonarly": "fake-sonarly", "callers": "fake-callers"}


@pytest.fixture
def connect() -> Iterator[Callable[[Fake], httpx.Client]]:
    """Return a function that connects a client to a fake."""
    clients: list[httpx.Client] = []

    def connect(fake: Fake) -> httpx.Client:
        clients.append(httpx.Client(transport=fake.transport(), base_url="https://api.invalid"))
        return clients[-1]

    yield connect
    for client in clients:
        client.close()


Connect = Callable[[Fake], httpx.Client]


def names(found: Iterator[CheckResult], state: str) -> set[str]:
    """Return the checks with a state, if no check has a finding."""
    all_ = list(found)
    assert [str(each) for each in all_ if each.findings] == []
    return {each.check.name for each in all_ if each.skipped == state}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_healthy(connect: Connect, seed: int) -> None:
    """Every check holds for the fake with any seed, and sends requests."""
    found = list(run_checks(fake_target(connect(Fake(seed)))))

    assert [str(each) for each in found if each.findings or each.skipped] == []
    assert all(each.exchanges for each in found)


def test_read_only(connect: Connect) -> None:
    """On a read-only target the checks only read, and find ids by themselves."""
    fake = Fake()
    target = Target(connect(fake), KEYS, READS, draft_campaign_ids=["507f"], sample_size=2)

    writing = {each.name for each in CHECKS if each.writes}
    assert names(run_checks(target), "skipped: it writes") == writing
    assert {each.method for each in target.exchanges} == {"GET"}
    assert fake.state()["starts"] == []


def test_one_start(connect: Connect) -> None:
    """On a target without reset, one campaign is started for all checks together."""
    fake = Fake()
    target = Target(connect(fake), KEYS, READS, draft_campaign_ids=[SAMPLE_ID], may_write=True)

    unchecked = names(run_checks(target), "skipped: the target has no read_only_keys")
    assert [each["campaignId"] for each in fake.state()["starts"]] == [SAMPLE_ID]
    assert unchecked == {"read only key cannot write"}


def test_one_vendor(connect: Connect) -> None:
    """Without a key of a vendor its operations are not called."""
    target = Target(connect(Fake()), {"callers": "fake-callers"}, READS)

    assert "get returns requested campaign" in names(
        run_checks(target), "skipped: no sonarly key is set"
    )
    assert not any(each.path.startswith("/v1") for each in target.exchanges)


def test_no_draft(connect: Connect) -> None:
    """A campaign that is not a draft skips the checks of starts."""
    active = "ca0000000000000000000001"
    target = Target(connect(Fake()), KEYS, READS, draft_campaign_ids=[active], may_write=True)

    assert (
        BY_NAME["started campaign never reverts"].run(target).skipped
        == f"skipped: {active} is not a draft"
    )


@pytest.mark.parametrize("fault", [FAULTS["internal error"], FAULTS["applied, then dropped"]])
def test_start_that_fails(connect: Connect, fault: Fault) -> None:
    """After a failed start no check sends another one."""
    fake = Fake()
    fake.faults.add(fault.on("sonarly_campaigns_start"))
    target = Target(connect(fake), KEYS, READS, draft_campaign_ids=[SAMPLE_ID], may_write=True)
    found = [
        BY_NAME[each].run(target)
        for each in ("second start is rejected", "started campaign never reverts")
    ]

    assert found[0].findings or found[0].skipped
    assert found[1].skipped == "skipped: its only start went wrong"
    assert fake.state()["requests"]["sonarly_campaigns_start"] == 1


def test_start_that_is_lost(connect: Connect) -> None:
    """On a live target a campaign is not started again if it is still a draft."""
    [bug] = [each for each in MUTANTS if each.name == "not stored"]
    fake = MutantFake(bug)
    target = Target(connect(fake), KEYS, READS, draft_campaign_ids=[SAMPLE_ID], may_write=True)

    assert "is read as a draft" in str(BY_NAME["second start is rejected"].run(target))
    assert fake.state()["requests"]["sonarly_campaigns_start"] == 1


def test_asked_too_often(connect: Connect) -> None:
    """A 429 skips the check."""
    result = BY_NAME["get returns requested campaign"].run(
        Target(connect(Fake(rate=1)), KEYS, READS)
    )

    assert str(result) == "get returns requested campaign: skipped: the server returned 429"


def test_no_campaign(connect: Connect) -> None:
    """Without a campaign, a check of campaigns is skipped."""

    def answer(request: httpx.Request) -> httpx.Response:
        body = {"success": True, "data": {"items": []}, "error": None, "traceId": "1"}
        return httpx.Response(200, json=body)

    with httpx.Client(
        transport=httpx.MockTransport(answer), base_url="https://x.invalid"
    ) as client:
        result = BY_NAME["unusual lead id is accepted"].run(Target(client, KEYS, READS))

    assert result.skipped == "skipped: the account group has no campaign"


@pytest.mark.expects_contract_violation("mutants answer wrongly")
@pytest.mark.parametrize(("law", "mutant"), FINDS.items())
def test_finds(connect: Connect, law: str, mutant: str) -> None:
    """The check detects its mutant."""
    [bug] = [each for each in MUTANTS if each.name == mutant]
    fake = MutantFake(bug)

    assert BY_NAME[law].run(fake_target(connect(fake), fake.clock.advance)).findings


@pytest.mark.expects_contract_violation("a list is an object")
def test_unreadable(connect: Connect) -> None:
    """A response that cannot be read is a finding of the check."""
    [bug] = [each for each in MUTANTS if each.name == "object for a list"]
    result = BY_NAME["get returns requested campaign"].run(fake_target(connect(MutantFake(bug))))

    assert result.findings == ("a response cannot be read: TypeError",)


def test_each_law_finds() -> None:
    """Every check has a mutant and a description."""
    assert BY_NAME.keys() == FINDS.keys()
    assert all(each.description for each in CHECKS)


def parameter(name: str) -> dict[str, Any]:
    """Return an optional query parameter."""
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
    """Return a page of seven numbers."""
    end = start + size
    return list(range(7))[start:end], end if end < 7 else None


def overlapping(start: int, size: int) -> tuple[list[int], int | None]:
    """Return a page that repeats the last item of the previous page."""
    end = start + size
    return list(range(7))[max(start - 1, 0) : end], end if end < 7 else None


def skipping(start: int, size: int) -> tuple[list[int], int | None]:
    """Return a page, and omit an item after a page of three."""
    items, end = good(start, size)
    return items, end + 1 if end and size == 3 else end


def endless(start: int, size: int) -> tuple[list[int], int | None]:
    """Return a page; the last one leads to the first."""
    items, end = good(start, size)
    return items, end or 0


def unlimited(start: int, size: int) -> tuple[list[int], int | None]:
    """Return every item on one page."""
    return list(range(7)), None


def paged(page: Page, *, more: bool | None = None) -> CheckResult:
    """Return the result of the check of pages for a server with these pages."""

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
        target = Target(client, {"shop": "key"}, {}, validator=Validator(SHOP))
        return BY_NAME["cursor pages partition list"].run(target)


@pytest.mark.expects_contract_violation("its path is none of the spec")
@pytest.mark.parametrize("page", [overlapping, skipping, endless, unlimited])
def test_finds_in_pages(page: Page) -> None:
    """Pages that repeat or omit items, never end or ignore the size are findings."""
    assert paged(page).findings


@pytest.mark.expects_contract_violation("its path is none of the spec")
def test_pages() -> None:
    """Correct pages hold; a cursor without hasMore is a finding."""
    assert str(paged(good)) == "cursor pages partition list: holds"
    assert "hasMore and nextCursor disagree" in str(paged(good, more=False))


def test_law_by_itself() -> None:
    """A law says what it is called and what it says."""

    def all_is_well(target: Target) -> Iterator[str]:
        """Check that all is well."""
        yield from ()

    assert (StatefulCheck(all_is_well).name, StatefulCheck(all_is_well).description) == (
        "all is well",
        "All is well.",
    )
