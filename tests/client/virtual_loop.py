"""An event loop whose time moves on when nothing else is left to do, and a clock of its time."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

from campaignkit_fake import VirtualClock

T = TypeVar("T")


class _Selector(selectors.DefaultSelector):
    """Waits for no time at all, but says that it did."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready now; otherwise let the time of the wait pass."""
        ready = super().select(0)
        if not ready and timeout:
            self.passed += timeout
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._waiting = _Selector()
        super().__init__(self._waiting)

    def time(self) -> float:
        return self._waiting.passed


class LoopClock(VirtualClock):
    """The time of the loop: many tasks wait at once, and it passes once for all of them."""

    def monotonic(self) -> float:
        """Return the seconds that have passed in the running loop."""
        return asyncio.get_running_loop().time()

    async def sleep_async(self, seconds: float) -> None:
        """Wait in the loop."""
        await asyncio.sleep(seconds)


def run(main: Coroutine[Any, Any, T]) -> T:
    """Return the result of a coroutine in such a loop."""
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(main)
