"""Time and chance, as a client meets them, and what the headers of an answer say of time."""

import time as _time
from collections.abc import Callable, Mapping
from datetime import UTC
from functools import partial
from math import isfinite
from typing import Protocol

from .cancellation import current_scope


class Clock(Protocol):
    """What tells a client the time, waits for it, and spreads its retries."""

    def time(self) -> float:
        """The seconds since 1970, UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait, in a sync client."""
        ...

    async def sleep_async(self, seconds: float) -> None:
        """Wait, in an async client."""
        ...

    def random(self) -> float:
        """A fraction of 1, evenly spread."""
        ...


def _monotonic() -> Callable[[], float]:
    """Return the monotonic clock that libraries which freeze the time in tests leave alone.

    With `time.monotonic` frozen and sleeps that take their time, a wait would never be over.
    """
    read: Callable[[int], float] | None = getattr(_time, "clock_gettime", None)  # not on Windows
    return partial(read, _time.CLOCK_MONOTONIC) if read else _time.monotonic


class SystemClock:
    """The machine's own."""

    def time(self) -> float:
        """The seconds since 1970, UTC."""
        return _time.time()  # looked up at each call, because tests replace it for a while

    monotonic = staticmethod(_monotonic())

    def sleep(self, seconds: float) -> None:
        """Wait; in a worker thread no longer than its results are wanted."""
        scope = current_scope()
        if scope is None:
            _time.sleep(seconds)
        else:
            scope.wait(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Wait without holding up other tasks."""
        import anyio  # as httpx does, for async calls only

        await anyio.sleep(seconds)

    def random(self) -> float:
        """A fraction of 1, evenly spread."""
        import random  # only retries need it

        return random.random()  # noqa: S311 - jitter, not a secret


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds that a server asks to wait; None where it asks for nothing that makes sense.

    A date counts from the server's own clock, where the answer tells it. A date that is over is 0.
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
    """The seconds since 1970 of an HTTP date; None for any other text."""
    from email.utils import parsedate_to_datetime  # few answers need what it loads

    try:
        moment = parsedate_to_datetime(text)
        # Not of a year that UTC does not have, as by an offset on the last day of the year 9999.
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
