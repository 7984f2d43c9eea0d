"""Virtual clock, for the fake and for the clients that share it, and a clock that runs."""

import time
from collections.abc import Callable
from math import inf
from random import Random
from threading import Lock

from .times import START_SECONDS


class VirtualClock:
    """Clock that advances at once; `waits` holds the seconds of every sleep.

    A client of `campaignkit` takes it as its `clock`.

    Args:
        random: Source of the jitter of a client's retries, from 0 to 1. By default it gives the
            same numbers every time.
    """

    def __init__(self, random: Callable[[], float] | None = None) -> None:
        self.waits: list[float] = []
        self._random = random or Random(1).random  # noqa: S311 - no secrets
        self._passed = 0.0
        self._written = 0.0
        self._lock = Lock()

    def time(self) -> float:
        """Return the seconds since 1970, UTC; a fake's time begins on 1 May 2026 at noon."""
        with self._lock:
            return START_SECONDS + self._passed + self._written

    def monotonic(self) -> float:
        """Return the seconds that have passed, without those that writes took."""
        with self._lock:
            return self._passed

    def sleep(self, seconds: float) -> None:
        """Advance the clock at once, and record the seconds in `waits`."""
        self._move(seconds, [seconds])

    async def sleep_async(self, seconds: float) -> None:
        """Advance the clock at once, and record the seconds in `waits`."""
        self.sleep(seconds)

    def advance(self, seconds: float) -> None:
        """Advance the clock at once, without a record in `waits`."""
        self._move(seconds, [])

    def tick(self, seconds: float = 1) -> None:
        """Advance the time of the data, but not the monotonic time of deadlines.

        A write takes one second.
        """
        with self._lock:
            self._written += seconds

    def random(self) -> float:
        """Return a number from 0 to 1."""
        return self._random()

    def _move(self, seconds: float, waits: list[float]) -> None:
        if not 0 <= seconds < inf:
            raise ValueError(f"seconds must be a finite number >= 0, got {seconds!r}.")
        with self._lock:
            self._passed += seconds
            self.waits += waits


class RunningClock(VirtualClock):
    """Clock of a fake that runs by itself, so that its campaigns and jobs go on.

    Args:
        speed: Seconds of the fake in one second, more than 0.
        monotonic: Clock that it follows.
    """

    def __init__(self, speed: float = 1.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        if not 0 < speed < inf:
            raise ValueError(f"speed must be a finite number > 0, got {speed!r}.")
        super().__init__()
        self._speed = speed
        self._real = monotonic
        self._start = monotonic()

    def time(self) -> float:
        """Return the seconds since 1970, UTC; a fake's time begins on 1 May 2026 at noon."""
        return super().time() + self._elapsed()

    def monotonic(self) -> float:
        """Return the seconds that have passed, without those that writes took."""
        return super().monotonic() + self._elapsed()

    def _elapsed(self) -> float:
        return (self._real() - self._start) * self._speed
