"""Bounded concurrency in threads, with results in order."""

from collections import deque
from collections.abc import Callable, Generator, Iterator
from itertools import chain, islice
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from .cancellation import CancelScope, cancel_at_exit

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

B = TypeVar("B")
R = TypeVar("R")


def map_ordered(
    function: Callable[[B], R], batches: Iterator[B], concurrency: int
) -> Generator[R, None, None]:
    """Yield the result of the function for each batch, in order, from a bounded number of threads.

    Batches are taken in the caller's thread, at most twice as many ahead as there are threads.
    When the caller leaves early, requests under way end and nothing more is sent.
    """
    first = list(islice(batches, 2 if concurrency > 1 else 0))
    if len(first) < 2:  # a single call needs no thread
        yield from map(function, chain(first, batches))
        return
    pending: deque[Future[R]] = deque()
    with WorkerThreads(concurrency) as workers:
        for batch in chain(first, batches):
            pending.append(workers.submit(function, batch))
            # Each incoming batch releases one result, in the order of the batches.
            if pending[0].done() or len(pending) >= 2 * concurrency:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


class WorkerThreads:
    """Threads that work for one caller, each task with the caller's context variables.

    When an exception ends the `with` block, waiting tasks are dropped, and running tasks send
    nothing more. The end of the block does not wait for them. If no thread can be started, as while
    the interpreter shuts down, the caller's thread does the work.
    """

    def __init__(self, count: int) -> None:
        self._executor = _make_executor(count)
        self._scope = CancelScope()
        cancel_at_exit()

    def __enter__(self) -> Self:
        self._scope.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._scope.__exit__(kind, error, traceback)
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def submit(self, function: Callable[[B], R], argument: B) -> "Future[R]":
        """Begin a task; return the future of its result."""
        future, run = _task(self._scope.bind(function), argument)
        try:
            if self._executor is None:
                run()
            else:
                self._executor.submit(run)
        except RuntimeError:  # no further thread can be started
            run()
        return future


def _make_executor(count: int) -> "ThreadPoolExecutor | None":
    try:
        # The import fails while the interpreter shuts down.
        from concurrent.futures import ThreadPoolExecutor
    except RuntimeError:
        return None
    return ThreadPoolExecutor(count, "campaignkit")


def _task(function: Callable[[B], R], argument: B) -> "tuple[Future[R], Callable[[], None]]":
    """Return a future, and what sets it by calling the function; a second run does nothing.

    An executor that cannot start a thread may have queued the task for another thread.
    """
    from concurrent.futures import Future

    future: Future[R] = Future()
    is_free = Lock()

    def run() -> None:
        if is_free.acquire(blocking=False):
            try:
                result = function(argument)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    return future, run
