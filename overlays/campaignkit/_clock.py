"""Time and chance, as a client meets them; a test hands in its own."""

import time as _time
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

        return random.random()  # noqa: S311 - no secret
