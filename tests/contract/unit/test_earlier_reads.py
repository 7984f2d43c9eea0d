"""Checks of a run that only reads share their reads."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from campaignkit_contract.sequences.history import History
from campaignkit_contract.stateful.check import CheckResult, StatefulCheck
from campaignkit_contract.stateful.protocol import repeated_call_has_new_trace_id
from campaignkit_contract.targets.earlier_reads import EarlierReads
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import GET, LIST, Target
from campaignkit_fake import SAMPLE_ID, Fake


@pytest.fixture
def target() -> Iterator[Target]:
    """Target that is only read."""
    with httpx.Client(transport=Fake().transport(), base_url="https://api.invalid") as client:
        found = fake_target(client)
        found.reset_server, found.may_write, found.earlier_reads = None, False, EarlierReads()
        yield found


def read_list(target: Target) -> Iterator[str]:
    """Check nothing, with one read."""
    target.ask(LIST)
    yield from ()


def read_list_twice(target: Target) -> Iterator[str]:
    """Check nothing, with two equal reads."""
    yield from (*read_list(target), *read_list(target))


def differ_at_first(target: Target) -> Iterator[str]:
    """Check that a list is new."""
    is_new = len(target.exchanges) > 1
    target.ask(GET)
    yield from ("an old list",) * (not is_new)


def run(target: Target, *checks: StatefulCheck) -> list[CheckResult]:
    """Return the results of checks."""
    return [check.run(target) for check in checks]


def test_read_is_shared(target: Target) -> None:
    """A check gets the read of an earlier check, and has checked something with it."""
    results = run(target, *[StatefulCheck(read_list)] * 2)

    assert [(result.exchanges, result.state) for result in results] == [(1, "holds"), (0, "holds")]
    assert len(target.seen) == 2
    assert target.seen[0] is target.seen[1]


def test_repeat_is_sent(target: Target) -> None:
    """A read that a check repeats is sent, so that the check can compare both."""
    results = run(target, *[StatefulCheck(read_list_twice)] * 2)

    assert [result.exchanges for result in results] == [2, 1]


def test_other_credentials(target: Target) -> None:
    """A read with another credential, and one by another method, are other reads."""
    StatefulCheck(read_list).run(target)
    for header in ("", "Bearer x"):
        target.ask(LIST, headers={"Authorization": header})
    route, operation = target.route(target.operation(LIST)), target.operation(LIST)
    target.call("HEAD", route, operation)

    assert len(target.exchanges) == 4


def test_finding_is_read_again(target: Target) -> None:
    """A finding is only reported if new reads show it too."""
    run(target, StatefulCheck(read_list))
    found = StatefulCheck(differ_at_first).run(target)

    assert found.findings == ()
    assert found.exchanges == 2


def test_sequence(target: Target) -> None:
    """What requests show together is found once, if new requests show it again."""
    target.history = History(target.validator.routes, is_undisturbed=False)
    history = target.history

    def read_twice(target: Target) -> Iterator[str]:
        """Check nothing, with a response that the server repeats."""
        history.observe(target.ask(GET))
        yield from ()

    def read_once(target: Target) -> Iterator[str]:
        """Check nothing, with a response that the server repeats at first."""
        if len(target.exchanges) < 5:
            yield from read_twice(target)

    results = run(target, StatefulCheck(read_twice), StatefulCheck(read_once))
    text = f"{GET}: /traceId an earlier response has the same trace id"

    assert [result.findings for result in results] == [(text,), ()]


def test_certain(target: Target) -> None:
    """What no change of the server explains is found if one response shows it, once."""
    target.history = History(target.validator.routes, is_undisturbed=False)
    history, read = target.history, target.ask(GET)
    other = replace(read, target=read.target.replace(SAMPLE_ID, "ca0000000000000000000001"))

    def read_other(target: Target) -> Iterator[str]:
        """Check nothing, with a response to another request at first."""
        if len(target.exchanges) == 1:
            history.observe(other)
        yield from read_list(target)

    [result] = run(target, StatefulCheck(read_other))

    assert result.findings == (f"{GET}: /id is not the campaignId of the request",)
    assert result.evidence == (other,)
    assert result.trails[0].is_sequence


def test_known_trace_id(target: Target) -> None:
    """The response to an earlier read is not a second response with its trace id."""
    target.areas = ("sonarly accounts",)
    target.ask("sonarly_accounts_list")

    assert StatefulCheck(repeated_call_has_new_trace_id).run(target).findings == ()


def test_unfinished_job(target: Target) -> None:
    """Jobs that go on are read again."""

    def read_jobs(target: Target) -> Iterator[str]:
        """Check nothing."""
        target.ask("sonarly_prospecting_list")
        yield from ()

    results = run(target, *[StatefulCheck(read_jobs)] * 2)

    assert [result.exchanges for result in results] == [1, 1]
