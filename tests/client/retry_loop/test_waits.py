"""The waits of a call end with its deadline, and follow the server up to a limit."""

import httpx
import pytest
from campaignkit import (
    APITimeoutError,
    DeadlineExceeded,
    OutcomeUnknownError,
    RateLimitError,
    Sonarly,
)
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, Fault, VirtualClock

from tests.client.retry_loop.calls import APPLIED_THEN_DROPPED, GET, START, client, error_of


def test_back_off(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Waits grow from attempt to attempt, and the error says how many there were."""
    fake.faults.add(Fault(GET, status=500, times=9))
    error = error_of(lambda: sonarly.with_options(retries=5).campaigns.get(ID, ID))

    assert clock.waits == [0.5, 1.0, 2.0, 4.0, 8.0]
    assert error.attempts == 6


def test_wish_within_patience(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Without a deadline, a Retry-After of up to a minute is obeyed."""
    fake.faults.add(Fault(START, status=429, retry_after="60"))
    sonarly.campaigns.start(ID, ID)

    assert clock.waits == [60.0]


def test_wish_beyond_patience(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Without a deadline, a Retry-After of a day raises at once, and the error has it."""
    fake.faults.add(Fault(START, status=429, retry_after="86400"))
    error = error_of(lambda: sonarly.campaigns.start(ID, ID))

    assert (type(error), error.retry_after, error.outcome) == (RateLimitError, 86_400.0, "rejected")
    assert clock.waits == []
    assert error.__notes__ == [
        "A retry after 86400 s would exceed the 60 s that a call without a deadline waits."
    ]


def test_deadline_allows_a_wish(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """Whoever allows an hour waits for ten minutes."""
    fake.faults.add(Fault(START, status=429, retry_after="600"))
    sonarly.with_options(deadline=3_600).campaigns.start(ID, ID)

    assert clock.waits == [600.0]


def test_deadline_forbids_a_wish(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """A Retry-After beyond the deadline raises at once."""
    fake.faults.add(Fault(START, status=503, retry_after="10"))
    error = error_of(lambda: sonarly.with_options(deadline=10).campaigns.start(ID, ID))

    assert (error.status_code, error.retry_after, clock.waits) == (503, 10.0, [])
    assert "exceed its deadline of 10 s" in error.__notes__[0]


def test_deadline_ends_an_attempt(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """What is left of the deadline is the time of the next attempt."""
    fake.faults.add(Fault(GET, status=500))
    fake.faults.add(Fault(GET, delay=3_600))
    error = error_of(lambda: sonarly.with_options(deadline=5).campaigns.get(ID, ID))

    assert isinstance(error, DeadlineExceeded)
    assert isinstance(error.__cause__, APITimeoutError)
    assert clock.monotonic() == 5.0


def test_deadline_of_a_connection(clock: VirtualClock) -> None:
    """A start that could not be sent in time was not sent."""

    def handle(request: httpx.Request) -> httpx.Response:
        clock.advance(request.extensions["timeout"]["connect"])
        raise httpx.ConnectTimeout("slow")

    error = error_of(lambda: client(handle, clock, deadline=3).campaigns.start("g", "c"))

    assert (type(error), error.outcome) == (DeadlineExceeded, "not_sent")
    assert str(error).endswith("the deadline of 3 s has passed.")


def test_deadline_of_a_start(fake: Fake, sonarly: Sonarly) -> None:
    """A start that the deadline cut says what to read."""
    fake.faults.add(Fault(START, delay=3_600))
    error = error_of(lambda: sonarly.with_options(deadline=5).campaigns.start(ID, ID))

    assert (type(error), error.outcome, error.attempts) == (DeadlineExceeded, "unknown", 1)
    assert "(sonarly_campaigns_get) before you repeat it" in str(error)


def test_deadline_of_a_read(fake: Fake, sonarly: Sonarly, clock: VirtualClock) -> None:
    """The read that verifies a start shares its deadline."""
    fake.faults.add(APPLIED_THEN_DROPPED)
    fake.faults.add(Fault(GET, delay=3_600))
    error = error_of(lambda: sonarly.with_options(deadline=5).campaigns.start(ID, ID))

    assert isinstance(error, OutcomeUnknownError)
    assert "The read failed (DeadlineExceeded)" in str(error)
    assert clock.monotonic() == 5.0


def test_clock_jumps(fake: Fake, clock: VirtualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wait that took longer than it should, as in a sleeping laptop, leaves no attempt."""
    fake.faults.add(Fault(GET, status=500))
    monkeypatch.setattr(clock, "sleep", lambda _: clock.advance(100))
    sonarly = Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=clock, deadline=50)
    error = error_of(lambda: sonarly.campaigns.get(ID, ID))

    assert (type(error), error.attempts, error.status_code) == (DeadlineExceeded, 1, 500)
