"""How fast calls go out if the server wants fewer: decided without a clock or a sleep."""

import heapq
import math
import pickle
import random
from collections.abc import Callable, Iterator
from functools import partial
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
    """A limiter that saw a burst at 0: so many calls were answered and three refused."""
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
    """A refusal without a wish holds all calls until the refused call is sent again."""
    limiter = RateLimiter()
    refused(limiter, times=1, seconds=0.0)
    limiter.extend_hold(0.4)
    limiter.extend_hold(0.3)

    assert waits(limiter, 0.0) == [0.4]


def test_healthy() -> None:
    """Of a server that answers the others, one refusal holds the refused call only."""
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
    """If the server refuses all calls, one call is tried in the time that they took to tell."""
    limiter = RateLimiter()
    refused(limiter, times=5, seconds=2.0)

    assert [sum(waits(limiter, now)) for now in (2.0, 2.0)] == pytest.approx([0, 3.0], abs=0.1)


def test_used_up() -> None:
    """A server that answers nothing for a while is asked ever more rarely, at the same rate."""
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
    """A call that waits for a slot while calls are held anew takes a slot after that."""
    limiter = limited()
    waits(limiter, 1.0)
    waiting = limiter.delays(lambda: now)
    now = 1.0
    now += next(waiting)
    refused(limiter, seconds=5.0, now=now)

    assert next(waiting) == pytest.approx(5.0)


def test_estimate() -> None:
    """A rate is what was answered in a time, and at least one call."""
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


Server = Callable[[float], float | None]
"""Whether a call is let in at an instant: None, or the seconds that the server asks to wait."""


def bucket(rate: float, size: float, *, says_when: bool = True) -> Server:
    """A token bucket, as of most API gateways."""
    left, then = size, 0.0

    def serve(now: float) -> float | None:
        nonlocal left, then
        left, then = min(size, left + (now - then) * rate), now
        if left >= 1 - 1e-9:
            left -= 1
            return None
        return math.ceil((1 - left) / rate) if says_when else 0.0

    return serve


def window(calls: int, seconds: float, *, says_when: bool = True) -> Server:
    """A counter that begins anew with each window of time."""
    number, used = -1, 0

    def serve(now: float) -> float | None:
        nonlocal number, used
        if now // seconds != number:
            number, used = int(now // seconds), 0
        used += 1
        if used <= calls:
            return None
        return math.ceil((number + 1) * seconds - now) if says_when else 0.0

    return serve


def leaky(rate: float, burst: float) -> Server:
    """Nginx's `limit_req`, which does not say when to come back."""
    excess, then = -1.0, 0.0

    def serve(now: float) -> float | None:
        nonlocal excess, then
        more = max(0.0, excess - (now - then) * rate + 1)
        if more > burst + 1e-9:
            return 0.0
        excess, then = more, now
        return None

    return serve


def at_random(share: float, seconds: float) -> Server:
    """A server without a limit that refuses calls by chance."""
    chance = random.Random(7)  # noqa: S311 - the same in each run
    return lambda _: seconds if chance.random() < share else None


class Free(RateLimiter):
    """A limiter that never holds anything."""

    def on_throttled(self, sent: float, now: float, seconds: float) -> None:
        """Forget the refusal."""


class Simulation:
    """Workers that share a limiter, and send a refused request again after a back-off."""

    def __init__(
        self,
        server: Server,
        workers: int,
        latency: float,
        seconds: float,
        limiter: RateLimiter | None = None,
    ) -> None:
        self.now = 0.0
        self.server = server
        self.limiter = limiter or RateLimiter()
        self.way = latency / 2
        self.chance = random.Random(7)  # noqa: S311 - the same in each run
        self.log: list[tuple[float, bool]] = []
        """When each request reached the server, and whether it was let in."""
        self.agenda: list[tuple[float, int, partial[None]]] = []
        self.order = count()
        for _ in range(workers):
            self.begin(0)
        while self.now < seconds:
            self.now, _, step = heapq.heappop(self.agenda)
            step()

    def plan(self, seconds: float, step: Callable[..., None], *arguments: Any) -> None:
        """Do something so many seconds later."""
        entry = (self.now + seconds, next(self.order), partial(step, *arguments))
        heapq.heappush(self.agenda, entry)

    def begin(self, retries: int) -> None:
        """Begin a call, or send it again."""
        self.wait(self.limiter.delays(lambda: self.now), retries)

    def wait(self, waiting: Iterator[float], retries: int) -> None:
        """Wait until a call may go out, then send it."""
        if (seconds := next(waiting, None)) is not None:
            self.plan(seconds, self.wait, waiting, retries)
        else:
            self.plan(self.way, self.arrive, self.now, retries)

    def arrive(self, sent: float, retries: int) -> None:
        """Let the server decide."""
        asked = self.server(self.now)
        self.log.append((self.now, asked is None))
        self.plan(self.way, self.end, sent, asked, retries)

    def end(self, sent: float, asked: float | None, retries: int) -> None:
        """Take the answer: begin the next call, or send the same one again later."""
        if asked is None:
            self.limiter.on_success(sent)
            self.begin(0)
            return
        self.limiter.on_throttled(sent, self.now, asked)
        back_off = max(asked, self.chance.random() * 0.5 * 2**retries)
        if not asked:
            self.limiter.extend_hold(self.now + back_off)
        self.plan(back_off, self.begin, (retries + 1) % 3)

    def rates(self, start: float = 0.0) -> tuple[float, float]:
        """Return the answered and the refused calls a second from an instant on."""
        later = [is_in for moment, is_in in self.log if moment >= start]
        seconds = self.now - start
        return later.count(True) / seconds, later.count(False) / seconds


LIMITS: dict[str, tuple[Callable[[], Server], float, float]] = {
    "bucket of 20": (lambda: bucket(20, 20), 20, 0.15),
    "bucket of 200": (lambda: bucket(200, 200), 200, 0.1),
    "bucket that does not say when": (lambda: bucket(20, 20, says_when=False), 20, 0.15),
    "window": (lambda: window(100, 10), 10, 0.15),
    "nginx": (lambda: leaky(10, 0), 10, 0.1),
    "nginx, fast": (lambda: leaky(100, 0), 100, 0.05),
    "nginx with a burst": (lambda: leaky(10, 20), 10, 0.2),
}
"""Servers, the calls a second that they allow, and how many refusals there may be for an answer."""


@pytest.mark.no_cover
@pytest.mark.grid(one_in=5)
@pytest.mark.parametrize("workers", [8, 64, 256])
@pytest.mark.parametrize("latency", [0.005, 0.05, 0.1])
@pytest.mark.parametrize("name", LIMITS)
def test_uses_what_is_allowed(name: str, latency: float, workers: int) -> None:
    """Of a limit at least 90 % is used, and few requests are refused, once the rate is found."""
    make, rate, share = LIMITS[name]
    simulation = Simulation(make(), workers, latency, seconds=50)
    possible = min(rate, workers / latency)
    answered, refused = simulation.rates(start=10.0)
    whole, _ = simulation.rates()

    assert answered >= 0.9 * possible
    assert refused <= share * answered
    assert whole >= 0.8 * possible


@pytest.mark.no_cover
@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("name", ["bucket of 20", "window", "nginx with a burst"])
def test_few_workers(name: str, workers: int) -> None:
    """The same holds for workers that wait for their own refused calls."""
    make, rate, share = LIMITS[name]
    answered, refused = Simulation(make(), workers, 0.02, seconds=50).rates()

    assert answered >= 0.9 * rate
    assert refused <= share * answered


@pytest.mark.no_cover
@pytest.mark.parametrize("workers", [8, 64])
def test_window_that_does_not_say_when(workers: int) -> None:
    """A window is used whole too if the server does not say when it ends."""
    answered, refused = Simulation(window(100, 10, says_when=False), workers, 0.005, 60).rates()

    assert answered >= 0.9 * 10
    assert refused <= 0.5 * answered


@pytest.mark.no_cover
@pytest.mark.parametrize("workers", [2, 8, 64])
def test_slow_server(workers: int) -> None:
    """One request a second is found too, without asking much more often."""
    answered, refused = Simulation(bucket(1, 1), workers, 0.05, seconds=90).rates(start=5.0)

    assert answered >= 0.8
    assert refused <= 0.2 * answered


@pytest.mark.no_cover
def test_server_that_saves_nothing() -> None:
    """A server that asks for a second after each refusal gets it, and is used well all the same."""
    answered, refused = Simulation(bucket(20, 1), 64, 0.05, seconds=60).rates(start=5.0)

    assert answered >= 0.8 * 20
    assert refused <= 0.05 * answered


@pytest.mark.no_cover
@pytest.mark.parametrize("workers", [1, 8, 64])
@pytest.mark.parametrize("seconds", [0.0, 1.0])
@pytest.mark.parametrize("share", [0.01, 0.05])
def test_refusals_by_chance(share: float, seconds: float, workers: int) -> None:
    """Refusals that are not about the rate cost little more than the refused calls themselves."""
    latency, length = 0.1, 40.0
    answered, _ = Simulation(at_random(share, seconds), workers, latency, length).rates()
    free, _ = Simulation(at_random(share, seconds), workers, latency, length, Free()).rates()

    assert answered >= 0.8 * free


@pytest.mark.no_cover
def test_lower_limit() -> None:
    """A limit that falls to a tenth is found again."""
    first, second = bucket(200, 200), bucket(20, 20)
    simulation = Simulation(lambda now: first(now) if now < 20 else second(now), 64, 0.05, 60)
    answered, refused = simulation.rates(start=30.0)

    assert answered >= 0.9 * 20
    assert refused <= 0.15 * answered


@pytest.mark.no_cover
def test_higher_limit() -> None:
    """A limit that grows ten times is used soon."""
    first, second = bucket(20, 20), bucket(200, 200)
    simulation = Simulation(lambda now: first(now) if now < 20 else second(now), 64, 0.05, 120)
    answered, _ = simulation.rates(start=90.0)

    assert answered >= 0.9 * 200
