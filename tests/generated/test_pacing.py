"""How fast calls go out, where the server wants fewer: decided without a clock or a sleep."""

import heapq
import math
import pickle
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Any

import pytest
from campaignkit_runtime.rate_limiter import Limiter, Pace


def limited(sent: int = 5, seconds: float = 1.0) -> Limiter:
    """A limiter that saw a burst at 0: so many calls were answered and one was refused."""
    limiter = Limiter()
    for _ in range(sent):
        limiter.answered(0.0)
    limiter.refused(0.0, 0.0, seconds)
    return limiter


def waits(limiter: Limiter, now: float) -> list[float]:
    """How long a call waits that wants to go out now."""
    moment = [now]
    given = []
    for seconds in limiter.waits(lambda: moment[0]):
        given.append(seconds)
        moment[0] += seconds
    return given


def test_no_pace() -> None:
    """Without a refusal nobody waits."""
    assert waits(Limiter(), 5.0) == []


def test_chosen() -> None:
    """With a rate that was chosen, calls go out evenly; nothing is saved up while none goes out."""
    limiter = Limiter(rate=4)

    assert [waits(limiter, now) for now in (0.0, 0.0, 0.0, 9.0, 9.0)] == [
        [],
        [0.25],
        [0.5],
        [],
        [0.25],
    ]


def test_held() -> None:
    """After a refusal all wait as long as the server wishes, then go at a rate that it allows."""
    limiter = limited(sent=10, seconds=2.0)

    assert [sum(waits(limiter, 0.5)) for _ in range(3)] == pytest.approx([1.5, 1.7, 1.9], abs=0.01)


def test_burst_is_one_refusal() -> None:
    """Calls that were sent before the others were held tell nothing new, but their wish counts."""
    limiter = limited(sent=10, seconds=2.0)
    for _ in range(30):
        limiter.refused(0.0, 0.0, 3.0)

    assert waits(limiter, 0.0) == [3.0]


def test_single_call() -> None:
    """A call that is refused alone says nothing of a rate: after the wait all is as it was."""
    limiter = limited(sent=1)

    assert [waits(limiter, now) for now in (0.0, 1.0, 1.0, 1.0)] == [[1.0], [], [], []]
    assert limiter.pace is None


def test_nothing_answered() -> None:
    """Where the server refuses all that it is asked, one call is tried in the time of that."""
    limiter = Limiter()
    for _ in range(5):
        limiter.refused(0.0, 0.0, 2.0)

    assert [sum(waits(limiter, now)) for now in (2.0, 2.0)] == pytest.approx([0, 2], abs=0.01)


def test_no_time() -> None:
    """A server that wants no time between takes calls as fast as they come."""
    limiter = limited(seconds=0.0)

    assert sum(waits(limiter, 0.0)) == 0


def test_climbs() -> None:
    """The rate grows as long as nothing is refused, slowly at first."""
    pace = Pace(opens=0.0, rate=20.0, free=0.0, climb=10.0)

    assert [round(pace.at(now)) for now in (0, 2, 10, 30)] == [20, 20, 40, 560]


def test_forgotten() -> None:
    """Half a minute without a refusal, and nobody waits any more."""
    limiter = limited()
    waits(limiter, 1.0)

    assert waits(limiter, 32.0) == []
    assert limiter.pace is None


def test_waits_for_the_new_pace() -> None:
    """Who waits for a turn while calls are held anew takes a turn after that."""
    limiter = limited()
    waits(limiter, 1.0)
    waiting = limiter.waits(lambda: now)
    now = 1.0
    first = next(waiting)
    now += first
    limiter.refused(now, now, 5.0)

    assert next(waiting) == pytest.approx(5.0)


def test_counted_to_its_length() -> None:
    """Where more was answered than is kept, the rate is that of what is kept."""
    limiter = Limiter()
    for number in range(2_000):
        limiter.answered(number / 1_000)
    limiter.refused(2.0, 2.0, 1.0)
    waits(limiter, 3.0)

    assert limiter.pace is not None
    assert limiter.pace.rate == pytest.approx(500)


def test_pickle() -> None:
    """Another process begins with the rate that was chosen, and nothing else."""
    for limiter, rate in ((Limiter(rate=4), 4.0), (Limiter(), None), (limited(), None)):
        twin = pickle.loads(pickle.dumps(limiter))  # noqa: S301 - our own bytes

        assert (twin.pace and twin.pace.rate) == rate


class Bucket:
    """A server's limit: so many calls a second, and a second's worth at once."""

    def __init__(self, rate: float, most: float) -> None:
        self.rate = rate
        self.most = self.left = most
        self.then = 0.0

    def __call__(self, now: float) -> float | None:
        """After how many whole seconds to come back, for a call that is refused."""
        self.left = min(self.most, self.left + (now - self.then) * self.rate)
        self.then = now
        if self.left >= 1:
            self.left -= 1
            return None
        return math.ceil((1 - self.left) / self.rate)


class Simulation:
    """Workers that share a limiter, and send a refused request again when they were told to."""

    def __init__(self, server: Callable[[float], float | None], workers: int, calls: int) -> None:
        self.now = 0.0
        self.server = server
        self.limiter = Limiter()
        self.left = iter(range(calls))
        self.log: list[tuple[float, bool]] = []
        """When each request reached the server, and whether it was let in."""
        self.agenda: list[tuple[float, int, partial[None]]] = []
        self.order = count()
        for _ in range(workers):
            self.begin()
        while self.agenda:
            self.now, _, step = heapq.heappop(self.agenda)
            step()

    def plan(self, seconds: float, step: Callable[..., None], *arguments: Any) -> None:
        """Do something so many seconds later."""
        entry = (self.now + seconds, next(self.order), partial(step, *arguments))
        heapq.heappush(self.agenda, entry)

    def begin(self) -> None:
        """Begin a worker's next call, if one is left."""
        if next(self.left, None) is not None:
            self.wait(self.limiter.waits(lambda: self.now))

    def wait(self, waiting: Iterator[float]) -> None:
        """Wait for the turn of a call, then send it to the server, which is 25 ms away."""
        if (seconds := next(waiting, None)) is not None:
            self.plan(seconds, self.wait, waiting)
        else:
            self.plan(0.025, self.arrive, self.now)

    def arrive(self, sent: float) -> None:
        """Let the server decide."""
        wish = self.server(self.now)
        self.log.append((self.now, wish is None))
        self.plan(0.025, self.end, sent, wish)

    def end(self, sent: float, wish: float | None) -> None:
        """Take the answer: the next call, or the same one later."""
        if wish is None:
            self.limiter.answered(sent)
            self.begin()
        else:
            self.limiter.refused(sent, self.now, wish)
            self.plan(wish, self.wait, self.limiter.waits(lambda: self.now))

    def later(self) -> tuple[list[bool], float]:
        """What came after the first second, and how long that took."""
        later = [is_in for moment, is_in in self.log if moment >= 1]
        return later, self.log[-1][0] - 1


@pytest.mark.parametrize(("rate", "workers"), [(20, 8), (20, 64), (20, 256), (200, 64), (200, 256)])
def test_uses_what_is_allowed(rate: int, workers: int) -> None:
    """After the first second few requests are refused, and nearly all that is allowed is used."""
    later, seconds = Simulation(Bucket(rate, rate), workers, calls=60 * rate).later()

    assert later.count(False) <= 0.02 * len(later)
    assert later.count(True) >= 0.95 * rate * seconds


@pytest.mark.parametrize("workers", [2, 8, 64])
def test_slow_server(workers: int) -> None:
    """One request a second is found too, without asking much more often."""
    later, seconds = Simulation(Bucket(1, 1), workers, calls=60).later()

    assert later.count(False) <= 0.25 * len(later)
    assert later.count(True) >= 0.6 * seconds


def test_strict_server() -> None:
    """A server that saves nothing up is not asked in vain again and again either."""
    later, _ = Simulation(Bucket(20, 1), workers=64, calls=600).later()

    assert later.count(False) <= 0.05 * len(later)
