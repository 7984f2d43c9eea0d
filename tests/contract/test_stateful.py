"""Every stateful check holds for the fake, and detects a mutant."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from campaignkit_contract.stateful.check import CheckResult
from campaignkit_contract.stateful.needs import NEEDS
from campaignkit_contract.stateful.registry import CHECKS, STATEFUL_CHECKS, run_checks
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import Target
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, Fault

from tests.sampling import examples, is_full

from .areas import AREAS, BY_OPERATION, sampled_areas
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
    "batch has rows of many ids": "few rows",
    "copy is draft with settings": "settings lost",
    "start counts workflow instances": "all leads counted",
    "leads of campaign are in audience": "other leads left out",
    "lead status is of requested campaign": "rows of any campaign",
    "unknown lead is not in campaign": "none in campaign",
    "organization lists own campaigns": "foreign organization",
    "organization has another parent": "own parent",
    "campaign group filters list": "filter ignored",
    "reads change nothing": "status starts",
    "trace ids are unique": "error with reused trace",
    "repeated call has new trace id": "reused trace",
    "second start is rejected": "started twice",
    "start returns requested campaign": "renamed",
    "start is persisted": "stale list",
    "start changes one campaign": "all started",
    "started campaign never reverts": "other falls back",
    "cursor pages partition list": "last repeated",
    "documented ids are listed": "unavailable hidden",
    "lists of references differ": "one cache of two lists",
    "listed item equals get": "other name read",
    "numbered pages partition list": "second page first",
    "status filters list": "memories of any status",
    "unpaged lists show every item": "ten in folder",
    "list items belong to parent": "foreign calls",
    "prospect count matches list": "prospects of the next",
    "lookup resolution matches result": "guessed",
    "conversation filters messages": "any conversation",
    "min score filters results": "scores ignored",
    "calls belong to contact": "webhook of another",
    "documented fields are shown": "webhook without url",
    "attempts have last time": "attempts without time",
    "memories match contact": "memories of another campaign",
    "moved leads change audience": "source keeps leads",
    "navigation equals list": "ungrouped lost",
    "navigation lists every audience": "tree remembered",
    "patch changes only given fields": "rename empties",
    "folder holds one type": "any second folder",
    "created campaign matches request": "copy without slots",
    "unavailable starter template is rejected": "any starter",
    "approval resumes one workflow": "approved twice",
    "stop ends all workflows": "stop lets go on",
    "content slots change before start only": "slot after start",
    "deleted campaign is 404": "slots of the deleted",
    "created sub organization is accepted": "later sub organization lost",
    "phone number identifies contact": "number twice",
    "bulk create counts contacts": "first only",
    "archived contact is unlisted": "archive hides nothing",
    "memory is kept until deleted": "others forgotten",
    "memory of any status can be deleted": "outdated not deleted",
    "delete all memories counts": "outdated stay",
    "reads agree": "created just now",
    "bulk results name each contact": "details swapped",
    "bulk rows are kept apart": "rows after fifty lost",
    "bulk writes of any size are applied": "last batch lost",
    "bulk archive counts contacts": "last stays active",
    "archived contact can be created": "archived is active",
    "phone numbers are completed": "numbers not completed",
    "plus sign is optional": "plus archives nothing",
    "voice reaches requested organizations": "voice for all",
    "voice update changes one voice": "all voices renamed",
    "job status advances": "scan falls back",
    "repeated job returns same id": "key ignored",
    "cancelled job stays cancelled": "completed cancelled",
    "filling audience is hidden": "ready too early",
    "error matches job status": "failed without error",
    "stages match job status": "second stage ends at half",
    "import keeps maximum": "maximum ignored",
    "cancelled import keeps counts": "counted after cancel",
    "lists of leads are used whole": "leads after twenty lost",
    "leads left out mean all": "leads of source copied",
    "scan evaluates named prospects": "all prospects scanned",
    "scan without prospects evaluates audience": "first prospects scanned",
    "created item is listed": "style samples lost",
    "deleted item is gone": "wrong signal deleted",
    "idempotency key deduplicates": "key cut",
    "write is visible in read": "folder ignored",
    "many writes are visible in read": "sixth folder lost",
    "rejected write has no effect": "anybody updates",
    "writes touch only named items": "neighbour deleted",
    "response links resolve": "job not listed",
}
BY_NAME = {check.name: check for check in CHECKS}
READS = {"accountGroupId": [SAMPLE_ID], "organizationId": [SAMPLE_ID]}
NAMED = {"sonarly accountGroupId": [SAMPLE_ID], "sonarly campaignId": [SAMPLE_ID]}
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
    assert [str(result) for result in all_ if result.findings] == []
    return {result.check.name for result in all_ if result.skipped == state}


@pytest.mark.parametrize("seed", range(1, 1 + examples(full=3, sampled=1)))
def test_healthy(connect: Connect, seed: int) -> None:
    """Every check holds for the fake with any seed, and sends requests."""
    target = fake_target(connect(Fake(seed)))
    found = []
    for check in [check for check in STATEFUL_CHECKS if check.needs != "earlier_reads"]:
        target.areas = sampled_areas(check.name)
        found.append(check.run(target))

    assert [str(finding) for finding in found if finding.findings or finding.skipped] == []
    assert all(finding.exchanges for finding in found)


def test_read_only(connect: Connect) -> None:
    """On a read-only target the checks only read, and find ids by themselves."""
    fake = Fake()
    target = Target(connect(fake), KEYS, READS, draft_campaign_ids=["507f"], sample_size=2)
    target.areas = () if is_full() else ("sonarly campaigns", *AREAS)

    writing = {check.name for check in CHECKS if check.writes}
    assert names(run_checks(target), "skipped: it writes: set --write (WRITE)") == writing
    assert {exchange.method for exchange in target.exchanges} == {"GET", "HEAD", "OPTIONS"}
    assert fake.state()["starts"] == []


def test_one_start(connect: Connect) -> None:
    """On a target without reset, one campaign is started for all checks together."""
    fake = Fake()
    target = Target(
        connect(fake), KEYS, READS, draft_campaign_ids=[SAMPLE_ID], may_write=True, named=NAMED
    )

    target.areas = ["sonarly campaigns"]
    checks = CHECKS if is_full() else STATEFUL_CHECKS
    unchecked = names(run_checks(target, checks), f"skipped: {NEEDS['read_only_keys']}")
    assert [start["campaignId"] for start in fake.state()["starts"]] == [SAMPLE_ID]
    assert unchecked == {"read only key cannot write"}


def test_one_vendor(connect: Connect) -> None:
    """Without a key of a vendor its operations are not called."""
    target = Target(connect(Fake()), {"callers": "fake-callers"}, READS)
    target.areas = ["sonarly campaigns", "callers campaigns"]

    assert "get returns requested campaign" in names(
        run_checks(target), "skipped: no key of sonarly is set"
    )
    assert not any(exchange.path.startswith("/v1") for exchange in target.exchanges)


def test_no_draft(connect: Connect) -> None:
    """A campaign that is not a draft skips the checks of starts."""
    active = "ca0000000000000000000001"
    target = Target(connect(Fake()), KEYS, READS, draft_campaign_ids=[active], may_write=True)

    assert (
        BY_NAME["started campaign never reverts"].run(target).skipped
        == f"skipped: the campaign {active} is not a draft, so that it cannot be started"
    )


@pytest.mark.parametrize("fault", [FAULTS["internal error"], FAULTS["applied, then dropped"]])
def test_start_that_fails(connect: Connect, fault: Fault) -> None:
    """After a failed start no check sends another one."""
    fake = Fake()
    fake.faults.add(fault.on("sonarly_campaigns_start"))
    target = Target(
        connect(fake), KEYS, READS, draft_campaign_ids=[SAMPLE_ID], may_write=True, named=NAMED
    )
    found = [
        BY_NAME[name].run(target)
        for name in ("second start is rejected", "started campaign never reverts")
    ]

    assert found[0].findings or found[0].left
    assert found[1].skipped == "skipped: the one start of the run has failed before"
    assert fake.state()["requests"]["sonarly_campaigns_start"] == 1


def test_start_that_is_lost(connect: Connect) -> None:
    """On a live target a campaign is not started again if it is still a draft."""
    [bug] = [mutant for mutant in MUTANTS if mutant.name == "not stored"]
    fake = MutantFake(bug)
    target = Target(
        connect(fake), KEYS, READS, draft_campaign_ids=[SAMPLE_ID], may_write=True, named=NAMED
    )

    assert "is read as a draft" in str(BY_NAME["second start is rejected"].run(target))
    assert fake.state()["requests"]["sonarly_campaigns_start"] == 1


def test_throttled(connect: Connect) -> None:
    """A 429 ends the check."""
    result = BY_NAME["get returns requested campaign"].run(
        Target(connect(Fake(rate=1)), KEYS, READS)
    )

    assert str(result) == "get returns requested campaign: not finished: the server returned 429"


def test_no_campaign(connect: Connect) -> None:
    """Without a campaign, a check of campaigns is skipped."""

    def respond(request: httpx.Request) -> httpx.Response:
        body = {"success": True, "data": {"items": []}, "error": None, "traceId": "1"}
        return httpx.Response(200, json=body)

    with httpx.Client(
        transport=httpx.MockTransport(respond), base_url="https://x.invalid"
    ) as client:
        result = BY_NAME["unusual lead id is accepted"].run(Target(client, KEYS, READS))

    assert result.skipped == "skipped: the account group has no campaign: create one first"


@pytest.mark.expects_contract_violation("mutants respond wrongly")
@pytest.mark.parametrize(("name", "mutant"), FINDS.items())
def test_finds(connect: Connect, name: str, mutant: str) -> None:
    """The check detects its mutant."""
    [bug] = [candidate for candidate in MUTANTS if candidate.name == mutant]
    fake = MutantFake(bug)
    target = fake_target(connect(fake), fake.clock.advance)
    if name in BY_OPERATION:
        areas = {" ".join(operation.split("_")[:2]) for operation in bug.operations}
        target.areas = sorted(areas) or ["sonarly campaigns"]

    assert BY_NAME[name].run(target).findings


@pytest.mark.expects_contract_violation("a list is an object")
def test_unreadable(connect: Connect) -> None:
    """A response that cannot be read is a finding of the check."""
    [bug] = [mutant for mutant in MUTANTS if mutant.name == "object for a list"]
    result = BY_NAME["get returns requested campaign"].run(fake_target(connect(MutantFake(bug))))

    cause = "it has a text in the place of another type"
    assert result.findings == (f"a response cannot be read: {cause}",)


def test_every_check_has_a_mutant() -> None:
    """Every check has a mutant and a description. Matrices have their own tests."""
    # Earlier reads are there in a read-only run only: unit/test_seen_reads.py.
    own = {check.name for check in STATEFUL_CHECKS if check.needs != "earlier_reads"}

    assert own == FINDS.keys()
    assert all(check.description for check in CHECKS)


def test_checks_by_operation() -> None:
    """Each check that tests run in a few areas exists."""
    assert BY_NAME.keys() >= BY_OPERATION
