"""Clock of a client, and the times in response headers."""

import time as _time
from collections.abc import Callable, Mapping
from datetime import UTC
from functools import partial
from math import isfinite
from typing import Protocol

from .cancellation import current_scope


class Clock(Protocol):
    """Source of time, waits and randomness, replaceable in tests."""

    def time(self) -> float:
        """Return the seconds since 1970, UTC."""
        ...

    def monotonic(self) -> float:
        """Return the seconds of a clock that never goes back."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait, in a sync client."""
        ...

    async def sleep_async(self, seconds: float) -> None:
        """Wait, in an async client."""
        ...

    def random(self) -> float:
        """Return a random number of 0 or more and less than 1."""
        ...


def _monotonic() -> Callable[[], float]:
    """Return a monotonic clock that test libraries do not freeze.

    If `time.monotonic` were frozen, a wait would never end, because sleeps take real time.
    """
    read: Callable[[int], float] | None = getattr(_time, "clock_gettime", None)  # not on Windows
    return partial(read, _time.CLOCK_MONOTONIC) if read else _time.monotonic


# A signal that arrives just before a sleep begins is handled at its end: Ctrl-C must not wait long.
_MAX_SLEEP = 1.0


class SystemClock:
    """Clock of the machine."""

    def time(self) -> float:
        """Return the seconds since 1970, UTC."""
        return _time.time()  # looked up at each call, because tests replace it

    monotonic = staticmethod(_monotonic())

    def sleep(self, seconds: float) -> None:
        """Wait; in a worker thread, end the wait when its scope is cancelled."""
        scope = current_scope()
        if scope is None:
            while seconds > _MAX_SLEEP:
                _time.sleep(_MAX_SLEEP)
                seconds -= _MAX_SLEEP
            _time.sleep(seconds)
        else:
            scope.wait(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Wait without blocking other tasks."""
        import anyio  # as httpx does, for async calls only

        await anyio.sleep(seconds)

    def random(self) -> float:
        """Return a random number of 0 or more and less than 1."""
        import random  # only retries need it

        return random.random()  # noqa: S311 - jitter, not a secret


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds that a server asks to wait; None without a valid `Retry-After`.

    A date counts from the `Date` of the response, or from `now` without one. A past date is 0.
    """
    text = headers.get("retry-after", "").strip()
    if not text.isascii():
        return None
    moment = http_date(text)
    if moment is not None:
        sent = http_date(headers.get("date", ""))
        return max(0.0, moment - (now if sent is None else sent))
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if isfinite(seconds) and seconds >= 0 and "_" not in text else None


def http_date(text: str) -> float | None:
    """Return the seconds since 1970 of an HTTP date; None for any other text."""
    from email.utils import parsedate_to_datetime  # imported late: few responses need it

    try:
        moment = parsedate_to_datetime(text)
        # The conversion fails for the last day of the year 9999 with a negative offset.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
