"""A verified call is sent again only if that cannot apply it twice."""

from typing import Any

import httpx
import pytest
from campaignkit import UNSET, DeadlineExceeded, OutcomeUnknownError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, Fault, VirtualClock

from tests.client.responses import failure
from tests.client.retry_loop.calls import (
    ACTIVE,
    DRAFT,
    GET,
    PAUSED,
    START,
    STARTED,
    STOP,
    client,
    error_of,
    script,
)


def test_resend_after(clock: VirtualClock) -> None:
    """A caller can have the start sent once more when the state was unapplied for so long."""
    handler, sent = script(httpx.ReadTimeout("slow"), *[DRAFT] * 6, STARTED)
    started = client(handler, clock, resend_after=15).campaigns.start("g", "c")

    assert started.triggered is True
    assert [request.method for request in sent] == ["POST"] + ["GET"] * 6 + ["POST"]
    assert clock.waits == [0.5, 1.0, 2.0, 4.0, 2.5, 5.0]


def test_resend_after_within_settle(clock: VirtualClock) -> None:
    """The state is read at the moment at which the call may be sent again."""
    handler, sent = script(httpx.ReadTimeout("slow"), *[DRAFT] * 3, STARTED)
    client(handler, clock, resend_after=2).campaigns.start("g", "c")

    assert sent[-1].method == "POST"
    assert clock.waits == [0.5, 1.0, 0.5]


def test_resend_after_once(fake: Fake, sonarly: Sonarly) -> None:
    """It is sent once more, and not a third time."""
    fake.faults.add(Fault(START, drop=True, times=9))
    twice = sonarly.with_options(resend_after=1, retries=9)
    error = error_of(lambda: twice.campaigns.start(ID, ID))

    assert (type(error), error.attempts) == (OutcomeUnknownError, 2)
    assert fake.state()["requests"][START] == 2


@pytest.mark.parametrize("options", [{"retries": 0}, {"deadline": 20}, {"resend_after": None}])
def test_not_resent(clock: VirtualClock, options: dict[str, Any]) -> None:
    """Nothing is sent again without retries, beyond the deadline, or if that is switched off."""
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT)
    ours = client(handler, clock, resend_after=30).with_options(**options)
    error = error_of(lambda: ours.campaigns.start("g", "c"))

    assert isinstance(error, OutcomeUnknownError)
    assert [request.method for request in sent].count("POST") == 1


def test_unclear_is_not_resent(clock: VirtualClock) -> None:
    """A state without the outcome is not a reason to send a start again."""
    handler, sent = script(httpx.ReadError("reset"), PAUSED)
    error = error_of(lambda: client(handler, clock, resend_after=1).campaigns.start("g", "c"))

    assert "The state does not show the outcome. Read /v1/" in str(error)
    assert [request.method for request in sent].count("POST") == 1


@pytest.mark.parametrize("status", [409, 429])
def test_refusal_of_the_second(clock: VirtualClock, status: int) -> None:
    """A refusal of the second start is not taken for the fate of the first."""
    refused = httpx.Response(status, json=failure(), headers={"Retry-After": "7"})
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT, refused, ACTIVE)
    ours = client(handler, clock, resend_after=0)

    assert ours.campaigns.start("g", "c").campaign.status == "active"
    assert [request.method for request in sent] == ["POST", "GET", "POST", "GET"]


def test_second_is_throttled(clock: VirtualClock) -> None:
    """A second start that was refused for the rate goes out after another read and wait."""
    limited = httpx.Response(429, json=failure(), headers={"Retry-After": "7"})
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT, limited, DRAFT, DRAFT, STARTED)
    client(handler, clock, resend_after=0).campaigns.start("g", "c")

    assert [request.method for request in sent] == ["POST", "GET", "POST", "GET", "GET", "POST"]
    assert sum(clock.waits) >= 7


def test_refused_after_all(clock: VirtualClock) -> None:
    """A refusal after an attempt that may have been applied is no proof that nothing was done."""
    denied = httpx.Response(401, json=failure())
    handler, sent = script(httpx.ReadTimeout("slow"), DRAFT, denied)
    error = error_of(lambda: client(handler, clock, resend_after=0).campaigns.start("g", "c"))

    assert (type(error), error.outcome, error.status_code) == (OutcomeUnknownError, "unknown", 401)
    assert error.state.status == "draft"
    assert [request.method for request in sent] == ["POST", "GET", "POST", "GET"]


def test_deadline_of_the_second(clock: VirtualClock) -> None:
    """A second start that the deadline cuts leaves the outcome unknown, with the state."""

    def handle(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return DRAFT
        clock.advance(request.extensions["timeout"]["read"])
        raise httpx.ReadTimeout("slow")

    ours = client(handle, clock, resend_after=0, timeout=5, deadline=8)
    error = error_of(lambda: ours.campaigns.start("g", "c"))

    assert (type(error), error.outcome, error.attempts) == (DeadlineExceeded, "unknown", 2)
    assert error.state.status == "draft"


def test_repeatable(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """A call that cannot add an effect is sent once more after the first unapplied read."""
    sonarly.campaigns.start(ID, ID)
    fake.faults.add(Fault(STOP, drop=True))
    stopped = sonarly.campaigns.stop(ID, ID)

    assert stopped.instances_stopped is not UNSET
    assert fake.state()["requests"] == {START: 1, STOP: 2, GET: 1}
    assert clock.waits == [0.5]


def test_repeatable_once(fake: Fake, sonarly: Sonarly) -> None:
    """It is sent once more, and not a third time."""
    sonarly.campaigns.start(ID, ID)
    fake.faults.add(Fault(STOP, drop=True, times=9))
    error = error_of(lambda: sonarly.with_options(retries=9).campaigns.stop(ID, ID))

    assert (type(error), error.attempts) == (OutcomeUnknownError, 2)
    assert error.state.status == "active"
    assert fake.state()["requests"][STOP] == 2


def test_repeatable_without_retries(fake: Fake, sonarly: Sonarly) -> None:
    """Without retries it is read about, and not sent again."""
    sonarly.campaigns.start(ID, ID)
    fake.faults.add(Fault(STOP, drop=True))
    error = error_of(lambda: sonarly.with_options(retries=0).campaigns.stop(ID, ID))

    assert (type(error), error.attempts) == (OutcomeUnknownError, 1)
