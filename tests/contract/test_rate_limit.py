"""A live server is asked at the limit that was told, and not before it says so."""

import pytest
from campaignkit_contract.targets.rate_limit import RateLimit, parse_rate
from campaignkit_fake import VirtualClock


@pytest.fixture
def clock() -> VirtualClock:
    """A clock on which no wait takes time."""
    return VirtualClock()


@pytest.mark.parametrize(("rate", "seconds"), [("2/s", 0.5), ("30/m", 2), ("1/h", 3600)])
def test_interval(rate: str, seconds: float) -> None:
    """A rate is requests for each second, minute, hour or day."""
    assert parse_rate(rate) == seconds


@pytest.mark.parametrize("rate", ["", "2", "0/s", "2/year", "1.5/s"])
def test_no_rate(rate: str) -> None:
    """What is no rate is refused."""
    with pytest.raises(ValueError, match="must look like"):
        parse_rate(rate)


def test_pace(clock: VirtualClock) -> None:
    """Requests are apart by at least the parse_rate."""
    limit = RateLimit(0.5, clock.sleep, clock.monotonic)
    for _ in range(3):
        limit.wait()
    clock.advance(0.4)
    limit.wait()

    assert clock.waits == pytest.approx([0.5, 0.5, 0.1])


@pytest.mark.parametrize(
    ("status", "text", "wait"),
    [
        (429, "7", 7),
        (429, "100000", 60),
        (429, "soon", 0.5),
        (429, "", 0.5),
        (429, "Fri, 01 May 2015 12:00:00 GMT", 0.5),
        (503, "7", 0.5),
    ],
    ids=["seconds", "too many", "unreadable", "none", "past", "no 429"],
)
def test_retry_after(clock: VirtualClock, status: int, text: str, wait: float) -> None:
    """A 429 holds the next request back for as long as it says, up to a minute."""
    limit = RateLimit(0.5, clock.sleep, clock.monotonic)
    limit.wait()
    limit.on_response(status, text)
    limit.wait()

    assert clock.waits == pytest.approx([wait])
