"""A stateful check ends with a result, also if the target fails."""

from collections.abc import Callable, Iterator
from itertools import count

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.stateful.authentication import credentials_are_required
from campaignkit_contract.stateful.check import CheckResult, StatefulCheck, expect_status
from campaignkit_contract.stateful.needs import NEEDS, WRITES
from campaignkit_contract.stateful.registry import CHECKS, run_checks
from campaignkit_contract.targets.request_budget import RequestBudget
from campaignkit_contract.targets.target import CheckFailed, SkipCheck, Target, Unfinished
from campaignkit_contract.validator import Validator

SPEC = {"openapi": "3.1.0", "servers": [{"url": "https://shop.invalid"}], "paths": {}}

Function = Callable[[Target], Iterator[str]]


@pytest.fixture
def target() -> Iterator[Target]:
    """Return a target whose server returns 200 to everything."""
    transport = httpx.MockTransport(lambda request: httpx.Response(200))
    with httpx.Client(transport=transport, base_url="https://shop.invalid") as client:
        yield Target(client, {}, {}, validator=Validator(SPEC))


def all_is_well(target: Target) -> Iterator[str]:
    """Check that all is well."""
    target.send("GET", "/", {})
    yield from ()


def raising(error: Exception) -> Function:
    """Return a check that finds something and then raises."""

    def broken(target: Target) -> Iterator[str]:
        """Check that it does not break."""
        yield "first"
        raise error

    return broken


@pytest.mark.expects_contract_violation("its path is not in the spec")
def test_holds(target: Target) -> None:
    """A check has the name and the description of its function, and counts its requests."""
    check = StatefulCheck(all_is_well)
    result = check.run(target)

    assert (check.name, check.description) == ("all is well", "All is well.")
    assert (str(result), result.exchanges) == ("all is well: holds", 1)


def test_nothing() -> None:
    """A check without a request had nothing to check."""
    assert str(CheckResult(StatefulCheck(all_is_well), (), 0)) == "all is well: nothing to check"


@pytest.mark.parametrize(
    ("error", "findings", "skipped"),
    [
        (SkipCheck("no id"), ("first",), "skipped: no id"),
        (CheckFailed("second"), ("first", "second"), ""),
        (httpx.ReadTimeout("slow"), ("first",), ""),
        (KeyError("id"), ("first", "a response cannot be read: it has no id"), ""),
    ],
    ids=["skip", "fail", "no response", "unreadable"],
)
def test_raises(target: Target, error: Exception, findings: tuple[str, ...], skipped: str) -> None:
    """Findings before an error are kept; the error itself is a finding or a reason."""
    result = StatefulCheck(raising(error)).run(target)

    assert (result.findings, result.skipped) == (findings, skipped)
    assert str(result) == "\n".join(f"broken: {finding}" for finding in findings)


@pytest.mark.parametrize(
    ("error", "left"),
    [
        (SkipCheck("no id"), ""),
        (Unfinished("the server returned 429"), "the server returned 429"),
        (httpx.ReadTimeout("slow"), "no response in time: slow"),
    ],
    ids=["skip", "429", "no response"],
)
def test_left(target: Target, error: Exception, left: str) -> None:
    """A check that the server let not end is left, and not skipped."""

    def cut(_: Target) -> Iterator[str]:
        """Check that it does not break."""
        yield from ()
        raise error

    result = StatefulCheck(cut).run(target)

    assert result.left == left
    assert result.state == (f"not started: {left}" if left else "skipped: no id")


@pytest.mark.expects_contract_violation("its path is not in the spec")
@pytest.mark.parametrize("is_refused", [True, False], ids=["refused", "nothing left"])
def test_budget(target: Target, *, is_refused: bool) -> None:
    """A check is left if the budget refused a request, or left nothing to look at."""

    def cut(target: Target) -> Iterator[str]:
        """Check that cells after a refused one are tried."""
        if is_refused:
            target.send("GET", "/", {})
            budget.refuse()
        yield from ()

    target.budget = budget = RequestBudget(int(is_refused))
    if not is_refused:
        budget.sent["discovery"] = 1
    result = StatefulCheck(cut).run(target)

    words = "not finished" if is_refused else "not started"
    assert result.state == f"{words}: {budget.ended}"


def test_not_run(target: Target) -> None:
    """A check that the run did not come to has a reason: that of the run, or its own."""
    held = StatefulCheck(all_is_well).not_run(target, "interrupted")
    writing = StatefulCheck(all_is_well, writes=True).not_run(target, "interrupted")

    assert (held.state, held.left) == ("not started: interrupted", "interrupted")
    assert (writing.state, writing.left) == (f"skipped: {WRITES}", "")


def test_needs(target: Target) -> None:
    """What a check needs is an attribute of a target, and has a reason in words."""
    needs = {check.needs for check in CHECKS if check.needs}

    assert needs == NEEDS.keys()
    assert needs <= vars(target).keys()


def test_skipped(target: Target) -> None:
    """A check that writes, or lacks what it needs, does not run."""
    writing = StatefulCheck(all_is_well, writes=True).run(target)
    needing = StatefulCheck(all_is_well, needs="foreign_keys").run(target)

    assert str(writing) == "all is well: skipped: it writes: set --write (WRITE)"
    assert str(needing) == f"all is well: skipped: {NEEDS['foreign_keys']}"
    assert target.exchanges == []


def test_run_checks(target: Target) -> None:
    """Every check runs and has a result, in the order of the registry."""
    assert [result.check for result in run_checks(target)] == [*CHECKS]


@pytest.mark.parametrize(("status", "findings"), [(404, []), (200, ["get returns 200 for x"])])
def test_expect_status(status: int, findings: list[str]) -> None:
    """Another status than the expected ones is a finding."""
    exchange = Exchange("GET", "/", status, httpx.Headers(), b"")

    assert [*expect_status("get", exchange, {403, 404}, "for x")] == findings


@pytest.mark.expects_contract_violation("its errors have another field")
@pytest.mark.parametrize(("name", "is_found"), [("hint", False), ("traceId", True)])
def test_additive(name: str, is_found: bool) -> None:
    """An additional field of a 401 is not a finding of the check; a wrong field is."""
    error = {"code": "UNAUTHORIZED", "message": "No.", "details": None}
    numbers = count()

    def refuse(_: httpx.Request) -> httpx.Response:
        body = {"success": False, "data": None, "error": error, "traceId": str(next(numbers))}
        return httpx.Response(401, json={**body, name: 5})

    transport = httpx.MockTransport(refuse)
    with httpx.Client(transport=transport, base_url="https://api.invalid") as client:
        target = Target(client, {"sonarly": "key"}, {"campaignId": ["c"]})
        target.areas = ["sonarly campaigns"]
        findings = StatefulCheck(credentials_are_required).run(target).findings

    assert bool(findings) is is_found


def test_found_once(target: Target) -> None:
    """A finding that a second run does not repeat is due to a change of the server."""
    findings = iter(["the list has 3 items", ""])

    def flickers(_: Target) -> Iterator[str]:
        """Check that nothing changes."""
        yield from filter(None, [next(findings)])

    result = StatefulCheck(flickers).run(target)

    assert (result.findings, result.skipped) == (
        (),
        "skipped: the server changed while it was read",
    )


def test_found_twice(target: Target) -> None:
    """A finding is repeated if only numbers, times and ids of the run differ."""
    findings = iter(["3 items at 2026-01-05T09:00:00Z", "4 items at 2026-01-05T09:00:01Z"])

    def fails(_: Target) -> Iterator[str]:
        """Check that nothing fails."""
        yield next(findings)

    assert StatefulCheck(fails).run(target).findings == ("3 items at 2026-01-05T09:00:00Z",)


def test_shared(target: Target) -> None:
    """A check that cannot run again keeps its findings, and uses what others found."""
    target.shared["start"] = 1
    result = StatefulCheck(lambda _: iter(["once"]), is_repeatable=False).run(target)

    assert result.findings == ("once",)
    assert CheckResult(StatefulCheck(all_is_well), (), 0, has_shared=True).state == "holds"
