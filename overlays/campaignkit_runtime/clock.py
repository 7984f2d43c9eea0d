"""Time and chance, as a client meets them, and what the headers of an answer say of time."""

import time as _time
from collections.abc import Mapping
from datetime import UTC
from math import isfinite
from typing import Protocol


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


class SystemClock:
    """The machine's own."""

    time = staticmethod(_time.time)
    monotonic = staticmethod(_time.monotonic)
    sleep = staticmethod(_time.sleep)

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
    except (ValueError, TypeError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
