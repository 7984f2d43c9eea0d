"""On a server that others leave alone, what no call names stays as it was."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import Any

import httpx
import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.sequences.checker import SequenceChecker
from campaignkit_contract.sequences.history import History
from campaignkit_contract.stateful.check import StatefulCheck
from campaignkit_contract.targets.fake import fake_target
from campaignkit_contract.targets.target import GET as GET_CAMPAIGN
from campaignkit_contract.targets.target import LEAD_STATUS, START, Target
from campaignkit_contract.targets.target import LIST as LIST_CAMPAIGNS
from campaignkit_fake import Fake, VirtualClock

from .exchanges import VALIDATOR, body, header

LIST_STYLES, GET_STYLE, UPDATE_STYLE = (
    f"sonarly_templates_{name}"
    for name in ("list_writing_styles", "get_writing_style", "update_writing_style")
)
JOB, JOBS, CANCEL = (f"sonarly_prospecting_{name}" for name in ("get", "list", "cancel"))
SIGNALS = "sonarly_signals_results"
VOICE = "callers_voices_update"

Steps = Callable[[Target], Iterator[Exchange]]


@pytest.fixture
def target() -> Iterator[Target]:
    """Return a new fake as a target."""
    fake = Fake(clock=VirtualClock())
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        yield fake_target(client, fake.clock.advance)


def found(exchanges: list[Exchange]) -> list[str]:
    """Return the findings of a sequence."""
    checker = SequenceChecker(VALIDATOR.routes, is_undisturbed=True)
    return [finding.message for exchange in exchanges for finding in checker.check(exchange)]


def changed(exchange: Exchange, change: Callable[[Any], object]) -> Exchange:
    """Return a response with another body, and another trace id."""

    def apply(value: Any) -> None:
        change(value["data"])
        value["traceId"] = "x"

    return body(apply)(exchange)


def renamed(exchange: Exchange) -> Exchange:
    """Return a response with another name."""
    return changed(exchange, lambda data: data.update(name="x"))


def test_changed(target: Target) -> None:
    """A resource that no call names is shown as before."""
    sent = [target.ask(GET_CAMPAIGN), renamed(target.ask(GET_CAMPAIGN))]

    assert found(sent) == [
        "does not move, and the resource is changed",
        "shows another name of a Campaign than before, and no call changes it",
    ]


@pytest.mark.parametrize(("year", "findings"), [("2026", 0), ("2031", 1)])
def test_future(target: Target, year: str, findings: int) -> None:
    """A resource is not created after the date of the response; a response may have none."""
    read = target.ask(GET_CAMPAIGN)
    later = changed(read, lambda data: data.update(createdAt=f"{year}-01-01T00:00:00Z"))
    undated = replace(later, headers=header("date", None)(later).headers)

    message = "is later than the date of the response"
    assert [found([sent]).count(message) for sent in (later, undated)] == [findings, 0]


def test_refused(target: Target) -> None:
    """A call that is rejected names nothing."""
    read = target.ask(GET_STYLE)
    refused = target.ask(UPDATE_STYLE, body={"json": {"name": 1}})
    [finding] = found([read, refused, renamed(target.ask(GET_STYLE))])

    assert refused.status == 400
    assert finding == "shows another name of a WritingStyle than before, and no call changes it"


def test_named(target: Target) -> None:
    """A write may change what it sends, and no other field."""
    read = target.ask(GET_STYLE)
    sent = target.ask(UPDATE_STYLE, body={"json": {"name": "x"}})
    other = body(lambda value: value["data"].update(description="x"))(sent)

    assert found([read, sent]) == []
    assert found([read, other]) == [
        "shows another description of a WritingStyle than before, and no call changes it"
    ]


def test_action(target: Target) -> None:
    """An action may change the state of what it names, and nothing that a body sets."""
    read, started = target.ask(GET_CAMPAIGN), target.ask(START)
    other = body(lambda value: value["data"]["campaign"].update(name="x"))(started)

    assert found([read, started]) == []
    assert found([read, other]) == [
        "shows another name of a Campaign than before, and no call changes it"
    ]


def test_unknown_effect(target: Target) -> None:
    """After a write that names nothing, nothing is known."""
    read = target.ask(GET_CAMPAIGN)
    sent = replace(target.ask("callers_voices_create"), body=b"[]", request_body=b"")

    assert found([read, sent, renamed(read)]) == ["does not move, and the resource is changed"]


def test_replaced(target: Target) -> None:
    """A PUT replaces everything of what it names."""
    sent = target.ask(VOICE)
    other = body(lambda value: value.update(name="x"))(sent)

    assert found([sent, other]) == []


def test_order(target: Target) -> None:
    """A repeated read has the same order."""
    sent = target.ask(LIST_STYLES)

    turned = changed(sent, lambda data: data["items"].reverse())
    shorter = changed(sent, lambda data: data["items"].pop())
    [order], [items] = found([sent, turned]), found([sent, shorter])

    assert order == "has another order than before, and nothing was changed"
    assert items == "has other items than before, and nothing was changed"


def test_times(target: Target) -> None:
    """A moment that is set stays, and `updatedAt` does not decrease."""
    target.ask(START)
    sent = target.ask(GET_CAMPAIGN)

    def moved(name: str, value: str | None) -> list[str]:
        return found([sent, changed(sent, lambda data: data.update({name: value}))])

    assert "is another one than before" in moved("startedAt", None)
    assert "is another one than before" in moved("createdAt", "2020-01-01T00:00:00.000Z")
    assert "decreases" in moved("updatedAt", "2020-01-01T00:00:00.000Z")
    assert len(moved("updatedAt", "2026-05-02T06:00:00.000Z")) == 1


def test_started_at(target: Target) -> None:
    """A write sets the time at which it was sent."""
    sent = [target.ask(GET_CAMPAIGN), target.ask(START)]
    west = "2026-05-01T11:00:00.000Z"
    wrong = changed(sent[1], lambda data: data["campaign"].update(startedAt=west))

    assert found(sent) == []
    assert found([sent[0], wrong]) == ["is far from the date of the response"]


def test_server_error(target: Target) -> None:
    """No request makes the server fail."""
    sent = replace(target.ask(GET_CAMPAIGN), status=500)

    assert found([sent]) == ["fails with an internal error"]


def test_jobs(target: Target) -> None:
    """A job goes on by itself, and other resources with it."""
    jobs = json.loads(target.ask(JOBS).body or b"")["data"]["items"]
    running = next(job for job in jobs if job["status"] == "running")
    sent = [target.ask(JOBS), target.ask(JOB, {"jobId": running["jobId"]}), target.ask(JOBS)]
    later = [target.ask(JOB, {"jobId": running["jobId"]}) for _ in range(20)]

    assert found([*sent, *later, target.ask(JOBS)]) == []


def test_view(target: Target) -> None:
    """A query chooses what a read shows."""
    sent = [target.ask(SIGNALS, {"minScore": score}) for score in ("0", "99")]

    assert found(sent) == []


def test_rows(target: Target) -> None:
    """A lead has another row in each campaign."""
    first, second = target.ids["campaignId"][:2]
    sent = [target.ask(LEAD_STATUS, {"campaignId": id_}) for id_ in (first, second)]

    assert found(sent) == []


def test_check(target: Target) -> None:
    """The requests of any check are compared; each problem is reported once."""

    def check(target: Target) -> Iterator[str]:
        """Check that nothing happens."""
        read = target.ask(GET_CAMPAIGN)
        assert target.history
        target.history.observe(renamed(read))
        target.history.observe(renamed(read))
        yield from ()

    result = StatefulCheck(check).run(target)

    assert [line.partition(":")[0] for line in result.findings] == [GET_CAMPAIGN] * 3
    assert result.evidence[0] is not None


def test_reset(target: Target) -> None:
    """After a reset nothing is known, and after a wait no more than the moments."""
    assert target.history
    assert target.reset_server
    read = target.ask(GET_CAMPAIGN)
    target.reset_server()
    target.history.observe(renamed(read))
    target.wait(1)
    target.history.observe(read)

    assert [finding.location for finding, _ in target.history.take_findings()] == ["/updatedAt"]


def test_overlap() -> None:
    """Requests at the same time have no order, so they are not compared."""
    fake = Fake(clock=VirtualClock())
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        exchange = fake_target(client).ask(GET_CAMPAIGN)
    history, barrier = History(VALIDATOR.routes), Barrier(2)

    def send(sent: Exchange) -> None:
        with history.request():
            barrier.wait(5)
            history.observe(sent)
            barrier.wait(5)

    with ThreadPoolExecutor(2) as executor:
        list(executor.map(send, [exchange, renamed(exchange)]))
    with history.request():
        history.observe(exchange)

    assert history.take_findings() == []


def test_lists_of_callers(target: Target) -> None:
    """Another caller may see other items."""
    sent = [target.ask(LIST_CAMPAIGNS), target.ask(LIST_CAMPAIGNS, headers={})]

    assert found(sent) == []


def live(*exchanges: Exchange, vendor: str = "sonarly") -> list[str]:
    """Return what a history of a live server finds, whose account of a vendor is disposable."""
    return observed(History(VALIDATOR.routes, [vendor]), *exchanges)


def observed(history: History, *exchanges: Exchange) -> list[str]:
    """Return what a history finds about exchanges, except that they have one trace id."""
    for exchange in exchanges:
        history.observe(exchange)
    messages = [finding.message for finding, _ in history.take_findings()]
    return [message for message in messages if "trace id" not in message]


def test_live_fields(target: Target) -> None:
    """On a live server, only what calls can set stays until a call names it."""
    read = target.ask(GET_CAMPAIGN)
    first = changed(read, lambda data: data.update(updatedAt=data["createdAt"]))
    other = changed(read, lambda data: data.update(status="completed"))

    assert live(first, other) == []
    assert live(read, renamed(other), vendor="callers") == []
    assert "shows another name of a " in live(first, renamed(other))[0]


def test_live_lists(target: Target) -> None:
    """On a live server, lists get other items, and the others keep their order."""
    read = target.ask(LIST_CAMPAIGNS)

    assert live(read, changed(read, lambda data: data["items"].pop())) == []
    assert live(read, changed(read, lambda data: data["items"].reverse())) == [
        "has another order than before, and nothing was changed"
    ]


def test_repeated(target: Target) -> None:
    """Findings are returned again if the check that showed them is repeated."""
    history, read = History(VALIDATOR.routes, ["sonarly"]), target.ask(GET_CAMPAIGN)
    first, second = observed(history, read, renamed(read)), observed(history, read, renamed(read))
    history.repeat()

    assert (len(first), second) == (2, [])
    assert observed(history, read, renamed(read)) == first
