"""Many tasks of asyncio at once: a bounded number is under way, and results come in order."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from typing import Any, Generic, TypeVar

R = TypeVar("R")
U = TypeVar("U")


async def spread_async(
    work: Callable[[U], Coroutine[Any, Any, R]], units: AsyncIterator[U], concurrency: int
) -> AsyncGenerator[R, None]:
    """What work makes of each unit, in their order, by a bounded number of tasks.

    Units are taken in the caller's task, and no more than twice as many as there are tasks.
    """
    if concurrency == 1 or not _is_asyncio():
        async for unit in units:
            yield await work(unit)
        return
    tasks = _Tasks[R](concurrency)
    try:
        async for unit in units:
            tasks.start(work(unit))
            # One goes out for each that comes in, and more where there is no room for the next.
            if tasks.is_first_done():
                yield tasks.pop()
            while not tasks.has_room():
                if tasks.is_first_done():
                    yield tasks.pop()
                else:
                    await tasks.change()
        while tasks.pending:
            yield await tasks.pending.popleft()
    finally:
        await tasks.cancel()


class _Tasks(Generic[R]):
    """Tasks under way, and those that wait for the ones before them to be looked at."""

    def __init__(self, most: int) -> None:
        self.pending: deque[asyncio.Task[R]] = deque()
        self._most = most
        self._running = 0
        self._changed = asyncio.Event()

    def start(self, work: Coroutine[Any, Any, R]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        task.add_done_callback(self._ended)
        self.pending.append(task)
        self._running += 1

    def is_first_done(self) -> bool:
        return bool(self.pending) and self.pending[0].done()

    def has_room(self) -> bool:
        return self._running < self._most and len(self.pending) < 2 * self._most

    def pop(self) -> R:
        return self.pending.popleft().result()

    async def change(self) -> None:
        """Wait until one of them is done."""
        self._changed.clear()
        await self._changed.wait()

    async def cancel(self) -> None:
        for task in self.pending:
            task.cancel()
        await asyncio.gather(*self.pending, return_exceptions=True)

    def _ended(self, _: object) -> None:
        self._running -= 1
        self._changed.set()


def _is_asyncio() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
