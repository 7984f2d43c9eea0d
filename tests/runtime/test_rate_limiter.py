"""How fast calls go out if the server wants fewer: decided without a clock or a sleep."""

import heapq
import math
import pickle
from itertools import count
from typing import Any

import pytest
from campaignkit_runtime.rate_limiter import (
    Held,
    Limited,
    RateLimiter,
    Unlimited,
    estimate_rate,
)


def refused(limiter: RateLimiter, times: int = 3, seconds: float = 1.0, now: float = 0.0) -> None:
    """Report refusals of calls that were sent at an instant."""
    for _ in range(times):
        limiter.on_throttled(now, now, seconds)


def limited(sent: int = 5, seconds: float = 1.0) -> RateLimiter:
    """Return a limiter after a burst at 0: some successes, and three refusals."""
    limiter = RateLimiter()
    for _ in range(sent):
        limiter.on_success(0.0)
    refused(limiter, seconds=seconds)
    return limiter


def waits(limiter: RateLimiter, now: float) -> list[float]:
    """Return how long a call waits that wants to go out at an instant."""
    moment = [now]
    given = []
    for seconds in limiter.delays(lambda: moment[0]):
        given.append(seconds)
        moment[0] += seconds
    return given


def test_unlimited() -> None:
    """Without a refusal no call waits."""
    assert waits(RateLimiter(), 5.0) == []


def test_chosen() -> None:
    """At a chosen rate calls go out evenly, and unused time is not saved up."""
    limiter = RateLimiter(rate=4)

    assert [waits(limiter, now) for now in (0.0, 0.0, 0.0, 9.0, 9.0)] == [
        [],
        [0.25],
        [0.5],
        [],
        [0.25],
    ]


@pytest.mark.parametrize("rate", [1.0, 4.0, 20.0])
def test_fair(rate: float) -> None:
    """Of callers that call again at once, none gets the turns of the others."""
    limiter, now, order = RateLimiter(rate), [0.0], count()
    calls = [0] * 14
    running = [limiter.delays(lambda: now[0]) for _ in calls]
    due = [(number / 1_000, next(order), number) for number in range(len(calls))]
    while now[0] < 100:
        now[0], _, number = heapq.heappop(due)
        seconds = next(running[number], None)
        if seconds is None:
            calls[number] += 1
            running[number] = limiter.delays(lambda: now[0])
        heapq.heappush(due, (now[0] + (seconds or 0.01), next(order), number))

    assert sum(calls) >= 99 * rate
    assert max(calls) - min(calls) <= 2


def test_left() -> None:
    """A call that is cancelled while it waits delays no other call."""
    limiter = RateLimiter(rate=1)
    left: list[Any] = [limiter.delays(lambda: 0.0) for _ in range(9)]
    assert [next(delays, 0.0) for delays in left] == [0.0, 1.0, 2.0, *[1.0] * 6]
    for delays in left:
        delays.close()

    assert waits(limiter, 3.0) == []


def test_held() -> None:
    """After refusals all wait as long as the server asks, then go at a rate that it allows."""
    limiter = limited(sent=10, seconds=2.0)

    assert [sum(waits(limiter, 0.5)) for _ in range(3)] == pytest.approx([1.5, 1.7, 1.9], abs=0.01)


def test_longest_hold() -> None:
    """Calls that were sent before the hold change no rate, but the longest wait counts."""
    limiter = limited(sent=10, seconds=2.0)
    refused(limiter, times=30, seconds=3.0)

    assert limiter.state == Held(3.0, Unlimited(), 0.0, True)


def test_single_refusal() -> None:
    """A refusal that stays alone holds all calls once, and changes nothing for later ones."""
    limiter = RateLimiter()
    refused(limiter, times=1)

    assert [waits(limiter, now) for now in (0.0, 1.0, 1.0, 1.0)] == [[1.0], [], [], []]
    assert limiter.state == Unlimited()


def test_back_off() -> None:
    """A refusal without Retry-After holds all calls until the refused call is sent again."""
    limiter = RateLimiter()
    refused(limiter, times=1, seconds=0.0)
    limiter.extend_hold(0.4)
    limiter.extend_hold(0.3)

    assert waits(limiter, 0.0) == [0.4]


def test_healthy() -> None:
    """If the server accepts other calls, one refusal holds the refused call only."""
    limiter = RateLimiter()
    for number in range(20):
        limiter.on_success(number / 10)
    refused(limiter, times=1, seconds=60.0, now=2.0)
    limiter.extend_hold(90.0)

    assert (limiter.state, waits(limiter, 2.0)) == (Unlimited(), [])


def test_refusals_apart() -> None:
    """Refusals that are far apart are not about the rate, however many there are."""
    limiter = RateLimiter()
    for number in range(10):
        refused(limiter, times=1, now=20.0 * number)

    assert waits(limiter, 200.0) == []


def test_nothing_answered() -> None:
    """If the server refuses all calls, one call is tried in the time of these refusals."""
    limiter = RateLimiter()
    refused(limiter, times=5, seconds=2.0)

    assert [sum(waits(limiter, now)) for now in (2.0, 2.0)] == pytest.approx([0, 3.0], abs=0.1)


def test_used_up() -> None:
    """A server that accepts nothing for a while gets fewer and fewer calls, at the same rate."""
    limiter = limited(sent=20)
    waits(limiter, 1.0)
    refused(limiter, seconds=0.0, now=2.0)  # more than the rate that was found
    assert isinstance(limiter.state, Limited)
    rate, now = limiter.state.rate, 2.001
    holds: list[float] = []
    for _ in range(6):
        refused(limiter, seconds=0.0, now=now)
        assert isinstance(limiter.state, Held)
        holds.append(limiter.state.until - now)
        now = limiter.state.until
        waits(limiter, now)

    assert holds == pytest.approx([0.5, 1, 2, 4, 8, 8])
    assert isinstance(limiter.state, Limited)
    assert limiter.state.rate == pytest.approx(rate)


def test_growth() -> None:
    """A rate grows as long as nothing is refused, slowly at first."""
    state = Limited(rate=20.0, since=0.0, next_slot=0.0, doubling_seconds=10.0)

    assert [round(state.rate_at(now)) for now in (0, 2, 10, 30)] == [20, 20, 40, 560]


def test_forgotten() -> None:
    """After a minute without persistent refusals no call waits any more."""
    limiter = limited()
    waits(limiter, 1.0)

    assert waits(limiter, 62.0) == []
    assert limiter.is_unlimited


def test_new_rate() -> None:
    """A call that waits for a slot while calls are held again takes a slot after that."""
    limiter = limited()
    waits(limiter, 1.0)
    waiting = limiter.delays(lambda: now)
    now = 1.0
    now += next(waiting)
    refused(limiter, seconds=5.0, now=now)

    assert next(waiting) == pytest.approx(5.0)


def test_estimate() -> None:
    """A rate is the accepted calls in a time, and at least one call."""
    sent = [number / 1_000 for number in range(2_000)]

    assert estimate_rate(sent, 1.0, 2.0) == pytest.approx(1_000)
    assert estimate_rate([], 0.0, 2.0) == 0.5
    assert estimate_rate([], 0.0, 0.0) == 1_000


def test_pickle() -> None:
    """Another process begins with the rate that was chosen, and nothing else."""
    for limiter, state in (
        (RateLimiter(rate=4), Limited(4, -math.inf, -math.inf)),
        (RateLimiter(), Unlimited()),
        (limited(), Unlimited()),
    ):
        assert pickle.loads(pickle.dumps(limiter)).state == state  # noqa: S301 - our own bytes
