"""Many calls at once: a bounded number is under way, and results come in the order asked.

A failure does not lose the rest: what failed is kept, and raised as one error at the end. Sync and
async share all that decides; once it blocks and once it is awaited.
"""

from collections import deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Callable,
    Coroutine,
    Generator,
    Iterable,
    Iterator,
    Sized,
)
from contextlib import aclosing
from contextvars import copy_context
from inspect import isawaitable
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from .copying import ConnectionBound
from .protocols import AsyncSender, Failure, Sender

if TYPE_CHECKING:
    from concurrent.futures import Future

R = TypeVar("R")
T = TypeVar("T")
U = TypeVar("U")

Items = tuple[Any, ...]
Progress = Callable[[int, int | None], object]
"""Told after each call how many items are done, and of how many, where that is known."""


class Outcome(NamedTuple, Generic[T]):
    """What came of the calls for some items."""

    items: Items
    results: list[T]
    failures: list[Failure]


class Tally:
    """How far a walk has come, what failed on it, and what is left to be asked."""

    def __init__(
        self, send: Sender | AsyncSender, source: Any, on_progress: Progress | None
    ) -> None:
        self.items: Iterator[Any] = iter(() if isinstance(source, AsyncIterable) else source)
        self._send = send
        self._total = len(source) if isinstance(source, Sized) else None
        self._on_progress = on_progress
        self._done = 0
        self._failures: list[Failure] = []
        self._end: Exception | None = None

    def goes_on(self) -> bool:
        """Whether another call can succeed."""
        return self._end is None

    def add(self, outcome: Outcome[Any]) -> object:
        """Take note of some items; an error that is no failure of a call is raised at once.

        What the caller's `on_progress` returns is handed on.
        """
        for failure in outcome.failures:
            if not is_of_a_call(failure.error):
                raise failure.error
            if getattr(failure.error, "is_final", False):
                self._end = failure.error
        self._failures += outcome.failures
        self._done += len(outcome.items)
        return self._on_progress and self._on_progress(self._done, self._total)

    def close(self) -> None:
        """Raise the one error, where something failed."""
        # What was not taken from an iterator is still in it; a list would be begun anew.
        if self._end is not None and self._total is not None and (rest := tuple(self.items)):
            self._failures.append(Failure(rest, self._end))
        if self._failures:
            first, count = self._failures[0].error, sum(len(each.items) for each in self._failures)
            what = f"{count} of {self._total or self._done} failed, in {len(self._failures)} calls"
            raise self._send.failed(f"{what}. The first: {first}", self._failures) from first


class _Walk(ConnectionBound, Generic[T]):
    """What both kinds of results are made of; `name` is of the argument that the source is."""

    _SOURCES: ClassVar[tuple[Any, ...]]

    def __init__(
        self, name: str, source: Any, concurrency: int, on_progress: Progress | None
    ) -> None:
        if isinstance(source, str | bytes):
            raise ValueError(f"{name} is one string: pass a list, even for a single one")
        if not isinstance(source, self._SOURCES):
            raise TypeError(f"{name} is {source!r}, which this client cannot go through")
        self._source = source
        self._concurrency = at_least_one("concurrency", concurrency)
        self._on_progress = on_progress

    def _size(self) -> int:
        """How many items go into the next call."""
        return 1

    def _units(self, tally: Tally) -> Iterator[Items]:
        while tally.goes_on() and (unit := tuple(islice(tally.items, self._size()))):
            yield unit


class Results(_Walk[T]):
    """What many calls return, in the order asked; each walk asks anew."""

    _SOURCES = (Iterable,)
    _begin: Callable[[], Sender]

    def __iter__(self) -> Iterator[T]:
        for results in self.batches():
            yield from results

    def batches(self) -> Iterator[list[T]]:
        """The same call by call, as lists."""
        send = self._begin()
        tally = Tally(send, self._source, self._on_progress)
        for outcome in spread(self._work(send), self._units(tally), self._concurrency):
            tally.add(outcome)
            yield outcome.results
        tally.close()

    def _work(self, send: Sender) -> Callable[[Items], Outcome[T]]:
        raise NotImplementedError


class AsyncResults(_Walk[T]):
    """Results of many calls in the order asked; `await` returns them as a list."""

    _SOURCES = (Iterable, AsyncIterable)
    _begin: Callable[[], AsyncSender]

    def __await__(self) -> Generator[Any, None, list[T]]:
        return self._all().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async with aclosing(self.batches()) as batches:
            async for results in batches:
                for result in results:
                    yield result

    async def batches(self) -> AsyncGenerator[list[T], None]:
        """The same call by call, as lists."""
        from .concurrency_async import spread_async

        send = self._begin()
        tally = Tally(send, self._source, self._on_progress)
        outcomes = spread_async(self._work(send), self._taken(tally), self._concurrency)
        async with aclosing(outcomes):
            async for outcome in outcomes:
                told = tally.add(outcome)
                if isawaitable(told):
                    await told
                yield outcome.results
        tally.close()

    async def _all(self) -> list[T]:
        return [result async for result in self]

    async def _taken(self, tally: Tally) -> AsyncIterator[Items]:
        for unit in self._units(tally):
            yield unit
        if isinstance(self._source, AsyncIterable):
            items: list[Any] = []
            async for item in self._source:
                items.append(item)
                if len(items) >= self._size():
                    yield tuple(items)
                    items = []
                    if not tally.goes_on():
                        return
            if items:
                yield tuple(items)

    def _work(self, send: AsyncSender) -> Callable[[Items], Coroutine[Any, Any, Outcome[T]]]:
        raise NotImplementedError


def spread(work: Callable[[U], R], units: Iterator[U], concurrency: int) -> Iterator[R]:
    """What work makes of each unit, in their order, by a bounded number of threads.

    Units are taken in the caller's thread, and no more than twice as many as there are threads.
    """
    first = list(islice(units, 2 if concurrency > 1 else 0))
    if len(first) < 2:  # no thread for a single call
        yield from map(work, chain(first, units))
        return
    from concurrent.futures import ThreadPoolExecutor

    executor = ThreadPoolExecutor(concurrency, "campaignkit")
    pending: deque[Future[R]] = deque()
    try:
        for unit in chain(first, units):
            # In the context of the caller, so that a trace goes on in the thread.
            pending.append(executor.submit(copy_context().run, work, unit))
            # One goes out for each that comes in, and none while the first is not there yet.
            if pending[0].done() or len(pending) >= 2 * concurrency:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def is_of_a_call(error: Exception) -> bool:
    """Whether it is the failure of a call, or a ValueError, where no call could be made."""
    return hasattr(error, "is_final") or isinstance(error, ValueError)


def at_least_one(name: str, value: int) -> int:
    """The number; a ValueError where it is none, or less than one."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{name} is {value!r}: pass a whole number, 1 or more")
    return value
