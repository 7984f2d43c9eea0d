"""Bounded concurrency in tasks of asyncio, with results in order."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from typing import Any, Generic, TypeVar

B = TypeVar("B")
R = TypeVar("R")


async def map_ordered_async(
    function: Callable[[B], Coroutine[Any, Any, R]], batches: AsyncIterator[B], concurrency: int
) -> AsyncGenerator[R, None]:
    """Yield the result of the function for each batch, in order, from a bounded number of tasks.

    Batches are taken in the caller's task, at most twice as many ahead as there are tasks. When
    the caller leaves early, the tasks are cancelled.
    """
    if concurrency == 1 or not is_asyncio():
        async for batch in batches:
            yield await function(batch)
        return
    tasks = _Tasks[R](concurrency)
    try:
        async for batch in batches:
            tasks.start(function(batch))
            # Each incoming batch releases one result, or more if the buffer is full.
            if tasks.is_first_done():
                yield tasks.pop()
            while not tasks.has_room():
                if tasks.is_first_done():
                    yield tasks.pop()
                else:
                    await tasks.wait_for_any()
        while tasks.pending:
            yield await tasks.pending.popleft()
    finally:
        await tasks.cancel()


class _Tasks(Generic[R]):
    """Tasks under way, and finished tasks whose results are not yet due."""

    def __init__(self, max_running: int) -> None:
        self.pending: deque[asyncio.Task[R]] = deque()
        self._max_running = max_running
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
        return self._running < self._max_running and len(self.pending) < 2 * self._max_running

    def pop(self) -> R:
        return self.pending.popleft().result()

    async def wait_for_any(self) -> None:
        """Wait until a task is done."""
        self._changed.clear()
        await self._changed.wait()

    async def cancel(self) -> None:
        for task in self.pending:
            task.cancel()
        await asyncio.gather(*self.pending, return_exceptions=True)

    def _ended(self, _: object) -> None:
        self._running -= 1
        self._changed.set()


def is_asyncio() -> bool:
    """Return True if the caller runs in an event loop of asyncio, not in one of trio."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
