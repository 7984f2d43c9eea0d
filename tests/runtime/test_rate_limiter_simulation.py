"""The rate limiter uses what simulated servers allow, and is refused seldom."""

import heapq
import math
import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Any

import pytest
from campaignkit_runtime.rate_limiter import (
    RateLimiter,
)

Server = Callable[[float], float | None]
"""Whether a call is let in at an instant: None, or the seconds that the server asks to wait."""


def bucket(rate: float, size: float, *, says_when: bool = True) -> Server:
    """Return a token bucket, as most API gateways have it."""
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
    """Return a counter that starts at zero with each window of time."""
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


def changing(before: float, after: float) -> Server:
    """Return a token bucket whose rate changes after 20 s."""
    first, second = bucket(before, before), bucket(after, after)
    return lambda now: first(now) if now < 20 else second(now)


def at_random(share: float, seconds: float) -> Server:
    """Return a server without a limit that refuses calls by chance."""
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
        """Take the response: start the next call, or send the same one again later."""
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
        """Return the accepted and the refused calls a second from an instant on."""
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
    simulation = Simulation(changing(200, 20), 64, 0.05, 60)
    answered, refused = simulation.rates(start=30.0)

    assert answered >= 0.9 * 20
    assert refused <= 0.15 * answered


@pytest.mark.no_cover
def test_higher_limit() -> None:
    """A limit that grows ten times is used soon."""
    simulation = Simulation(changing(20, 200), 64, 0.05, 120)
    answered, _ = simulation.rates(start=90.0)

    assert answered >= 0.9 * 200
