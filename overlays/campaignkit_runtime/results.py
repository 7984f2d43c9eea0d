"""Lazy results of many calls, in the order of their items.

A failure belongs to the items of its call and does not stop other calls. All failures are raised as
one error at the end.
"""

from abc import abstractmethod
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Callable,
    Coroutine,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sized,
)
from contextlib import aclosing, closing
from inspect import isawaitable
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from .arguments import validate_positive_int
from .callbacks import validate_callback
from .concurrency import map_ordered
from .copying import ConnectionBound
from .errors import InvalidArgumentTypeError
from .inspection import is_listable, is_table
from .item_sources import AsyncItemSource, Items, ItemSource
from .models import Model
from .protocols import AsyncSender, Failure, Sender

T = TypeVar("T")

Progress = Callable[[int, int | None], object]
"""Called after each call with the number of finished items, and of all items or None."""


class BatchOutcome(NamedTuple, Generic[T]):
    """Results and failures of the calls for some items."""

    items: Items
    results: list[T]
    failures: list[Failure]


class BatchState:
    """Progress and failures of one run over a source of items."""

    def __init__(
        self, send: Sender | AsyncSender, source: ItemSource, on_progress: Progress | None
    ) -> None:
        self._send = send
        self._source = source
        self._on_progress = on_progress
        self._done = 0
        self._failures: list[Failure] = []
        self._final_error: Exception | None = None
        self._progress_error: Exception | None = None

    def should_continue(self) -> bool:
        """Return True if another call can succeed and its result is needed."""
        return self._final_error is None and self._progress_error is None

    def add(self, outcome: BatchOutcome[Any]) -> object:
        """Record an outcome and call `on_progress`; return its result, which may be awaitable."""
        self._failures += outcome.failures
        self._done += len(outcome.items)
        for failure in outcome.failures:
            if getattr(failure.error, "is_final", False):
                self._final_error = failure.error
        if self._on_progress is None or self._progress_error is not None:
            return None
        try:
            return self._on_progress(self._done, self._source.total)
        except Exception as error:
            self.stop(error)
            return None

    def stop(self, error: Exception) -> None:
        """Make no further call, because `on_progress` has raised an error."""
        self._progress_error = error

    def finish(self) -> None:
        """Raise the error of the run, if there is one.

        An error of the caller's own code comes first: of the iterator of items, or of
        `on_progress`. It gets the number of finished items as a note, and the failures as its
        context.
        """
        batch_error = self._batch_error()
        own = self._progress_error or self._source.error
        if own is None:
            if batch_error is not None:
                raise batch_error
            return
        own.add_note(f"{self._done} items were finished before this error.")
        if batch_error is None:
            raise own
        own.add_note(str(batch_error))
        try:
            raise batch_error
        except type(batch_error):
            raise own  # noqa: B904 - its context names the failed items

    def _batch_error(self) -> Exception | None:
        failures = self._failures
        if self._final_error is not None and (rest := self._source.remaining()):
            failures = [*failures, Failure(rest, self._final_error)]
        if not failures:
            return None
        first, count = failures[0].error, sum(len(failure.items) for failure in failures)
        total = self._source.total or self._done
        is_ours = hasattr(first, "is_final")
        text = str(first) if is_ours else f"{type(first).__name__}: {first}".removesuffix(": ")
        summary = f"{count} of {total} failed, in {len(failures)} calls. The first: {text}"
        error = self._send.make_batch_error(summary, failures)
        error.__cause__ = first
        return error


class LazyResults(ConnectionBound, Generic[T]):
    """Base of the sync and async results; `name` is the argument that holds the items."""

    _SOURCES: ClassVar[tuple[Any, ...]]
    _is_async: ClassVar[bool] = False
    _SINGLE = (str, bytes, bytearray, memoryview, Mapping, Model)

    def __init__(
        self, name: str, source: Any, concurrency: int, on_progress: Progress | None
    ) -> None:
        if isinstance(source, self._SINGLE):
            raise InvalidArgumentTypeError(
                f"{name} must be a list, got {type(source).__name__}. Pass [{name}] for one item.",
                argument=name,
            )
        if not isinstance(source, self._SOURCES) or (
            isinstance(source, Iterable) and not is_listable(source)
        ):
            kinds = " or ".join(kind.__name__ for kind in self._SOURCES)
            advice = " Pass one of its columns." if is_table(source) else ""
            raise InvalidArgumentTypeError(
                f"{name} must be {kinds}, got {type(source).__name__}.{advice}", argument=name
            )
        self._on_progress = validate_callback(
            "on_progress", on_progress, may_be_async=self._is_async
        )
        self._name = name
        self._source = source
        self._concurrency = validate_positive_int("concurrency", concurrency)

    def __repr__(self) -> str:
        count = f"{len(self._source)} items" if isinstance(self._source, Sized) else "..."
        return f"{type(self).__name__}({self._name}={count})"

    def _repr_html_(self) -> str:
        """Return a text for notebooks; nothing is requested."""
        from .displays import html_of_lazy

        return html_of_lazy(repr(self), "Iterate over it.")

    def _size(self) -> int:
        """Return how many items go into the next call."""
        return 1


class Results(LazyResults[T]):
    """Results of many calls, in the order of the items; each iteration repeats the calls."""

    _SOURCES = (Iterable,)
    _begin: Callable[[], Sender]

    def __iter__(self) -> Iterator[T]:
        with closing(self.batches()) as batches:
            for results in batches:
                yield from results

    def batches(self) -> Generator[list[T], None, None]:
        """Yield the results of each call as a list."""
        send = self._begin()
        send.reserve(self._concurrency)
        source = self._open_source()
        state = BatchState(send, source, self._on_progress)
        items = self._batches_of_items(source, state)
        with closing(map_ordered(self._work(send), items, self._concurrency)) as outcomes:
            for outcome in outcomes:
                state.add(outcome)
                yield outcome.results
        state.finish()

    def _open_source(self) -> ItemSource:
        return ItemSource(self._source)

    def _batches_of_items(self, source: ItemSource, state: BatchState) -> Iterator[Items]:
        while state.should_continue() and (items := source.take(self._size())):
            yield items

    @abstractmethod
    def _work(self, send: Sender) -> Callable[[Items], BatchOutcome[T]]:
        """Return the function that makes the calls for some items."""


class AsyncResults(LazyResults[T]):
    """Results of many calls, for asyncio; `await` returns all of them in a list."""

    _SOURCES = (Iterable, AsyncIterable)
    _is_async = True
    _begin: Callable[[], AsyncSender]

    def __await__(self) -> Generator[Any, None, list[T]]:
        return self._all().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async with aclosing(self.batches()) as batches:
            async for results in batches:
                for result in results:
                    yield result

    async def batches(self) -> AsyncGenerator[list[T], None]:
        """Yield the results of each call as a list."""
        from .concurrency_async import map_ordered_async

        send = self._begin()
        send.reserve(self._concurrency)
        source = self._open_source()
        state = BatchState(send, source, self._on_progress)
        items = self._batches_of_items(source, state)
        outcomes = map_ordered_async(self._work(send), items, self._concurrency)
        async with aclosing(outcomes):
            async for outcome in outcomes:
                progress = state.add(outcome)
                if isawaitable(progress):
                    try:
                        await progress
                    except Exception as error:
                        state.stop(error)
                yield outcome.results
        state.finish()

    async def _all(self) -> list[T]:
        return [result async for result in self]

    def _open_source(self) -> AsyncItemSource:
        return AsyncItemSource(self._source)

    async def _batches_of_items(
        self, source: AsyncItemSource, state: BatchState
    ) -> AsyncIterator[Items]:
        while state.should_continue() and (items := await source.take_async(self._size())):
            yield items

    @abstractmethod
    def _work(self, send: AsyncSender) -> Callable[[Items], Coroutine[Any, Any, BatchOutcome[T]]]:
        """Return the function that makes the calls for some items."""
