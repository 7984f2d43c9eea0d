"""Writes for any number of rows, each sent at most once, with a result for each row."""

from collections.abc import AsyncIterable, Callable, Coroutine, Generator, Iterable
from functools import partial
from inspect import isawaitable
from typing import Any, Generic, TypeVar

from .arguments import validate_positive_int
from .callbacks import validate_callback
from .errors import CampaignKitError, ConfigurationError, InvalidArgumentError, Outcome
from .item_sources import Items
from .operations import Call
from .protocols import AsyncSender, Failure, Sender
from .results import AsyncResults, BatchOutcome, LazyResults, Progress, Results
from .write_log import AsyncLoggedSource, LoggedSource, WriteLog, WriteReport, WriteResult
from .write_specs import WriteSpec

T = TypeVar("T")

OnSend = Callable[[Items], object]
"""Called with the rows of a call before it is sent; an async client awaits its result."""

CallFactory = Callable[[list[Any]], Call[Any]]

# Statuses of a request that was refused as a whole, and whose parts may be accepted.
_REFUSED = (400, 413, 414, 422, 431)


class _Batch(Generic[T]):
    """Rows that are written together, and the result of each."""

    def __init__(self, items: Items, outcomes: list[Outcome], position: int) -> None:
        self._items = items
        self._outcomes = outcomes
        self.position = position
        """Number of the rows before it."""
        self._rows = [WriteResult[T](item, "not_sent") for item in items]

    def items_at(self, numbers: list[int]) -> list[Any]:
        """Return the rows with some numbers."""
        return [self._items[number] for number in numbers]

    def begin(self, numbers: list[int]) -> None:
        """Record that the rows are about to be sent."""
        for number in numbers:
            self._outcomes[number] = "unknown"

    def end(
        self, numbers: list[int], outcome: Outcome, results: list[T | None] | Exception
    ) -> None:
        """Record the outcome of the rows, and their results or their error."""
        for place, number in enumerate(numbers):
            item = self._items[number]
            self._outcomes[number] = outcome
            if isinstance(results, Exception):
                self._rows[number] = WriteResult(item, outcome, None, results)
            else:
                self._rows[number] = WriteResult(item, outcome, results[place])

    def outcome(self) -> BatchOutcome[WriteResult[T]]:
        """Return the results in the order of the rows, and the failures."""
        failures: list[Failure] = []
        for row in self._rows:
            if row.error is None or row.outcome == "applied":
                continue
            if failures and failures[-1].error is row.error:
                failures[-1] = Failure((*failures[-1].items, row.item), row.error)
            else:
                failures.append(Failure((row.item,), row.error))
        return BatchOutcome(self._items, self._rows, failures)


class _WriteRequests(Generic[T]):
    """Requests for rows: how they are made, split and recorded, in sync and async clients."""

    def __init__(
        self,
        limits: dict[str, int],
        call: CallFactory,
        spec: WriteSpec[Any, T],
        max_size: int,
        on_send: OnSend | None,
    ) -> None:
        self._limits = limits
        self._call = call
        self._spec = spec
        self._max_size = validate_positive_int("batch_size", max_size)
        self._on_send = on_send
        self.log = WriteLog()

    def size(self) -> int:
        """Return how many rows go into one request: fewer after the server has refused too many."""
        return min(self._max_size, self._limits.get(self._spec.operation, self._max_size))

    def steps(self, items: Items) -> Generator[Any, Any, BatchOutcome[WriteResult[T]]]:
        """Yield the calls for some rows; after each call, send its payload or its error.

        An awaitable result of `on_send` is yielded before its call, to be awaited.
        """
        batch = _Batch[T](items, self.log.outcomes(items), self.log.position(items))
        try:
            call = self._call([*items])
        except Exception:
            valid = [number for number in range(len(items)) if self._is_valid(batch, number)]
            if valid:
                yield from self._write(batch, valid)
        else:
            yield from self._write(batch, [*range(len(items))], call)
        return batch.outcome()

    def _is_valid(self, batch: _Batch[T], number: int) -> bool:
        """Return True if a row can be sent; record the error of another row."""
        try:
            self._call(batch.items_at([number]))
        except Exception as error:
            place = f"rows[{batch.position + number}]"
            batch.end([number], "not_sent", _not_sent(error, self._spec.argument, place))
            return False
        return True

    def _write(
        self, batch: _Batch[T], numbers: list[int], call: Call[Any] | None = None
    ) -> Generator[Any, Any, bool]:
        """Write some rows at once, or in halves if that is refused; return True if all applied."""
        items = batch.items_at(numbers)
        call = call or self._call(items)
        if self._on_send is not None:
            reported = self._on_send(tuple(items))
            if isawaitable(reported):
                yield reported
        batch.begin(numbers)
        result = yield call
        if not isinstance(result, Exception):
            batch.end(numbers, "applied", self._spec.results(result, tuple(items)))
            return True
        outcome: Outcome = getattr(result, "outcome", "unknown")
        batch.end(numbers, outcome, result)
        is_refused = outcome == "rejected" and getattr(result, "status_code", None) in _REFUSED
        if not is_refused or len(numbers) == 1:
            return False
        middle = (len(numbers) + 1) // 2
        first = yield from self._write(batch, numbers[:middle])
        second = yield from self._write(batch, numbers[middle:])
        if first and second:  # so there were too many
            self._limits[self._spec.operation] = min(middle, self.size())
        return first and second


def _not_sent(error: Exception, argument: str, place: str) -> CampaignKitError:
    """Return the error of a row, which names the row among all rows of the caller."""
    text = str(error)
    for name in (f"{argument}[0]", argument):  # the row was alone in its call
        if text.startswith(name):
            text = f"{place}{text.removeprefix(name)}"
            break
    kind = type(error) if isinstance(error, InvalidArgumentError) else InvalidArgumentError
    return kind(text, argument="rows")


class _BaseWrites(LazyResults[WriteResult[T]]):
    """Base of the sync and the async bulk write."""

    _begin: Callable[[], Any]

    def __init__(
        self,
        send: Any,
        rows: Iterable[Any] | AsyncIterable[Any],
        call: CallFactory,
        spec: WriteSpec[Any, T],
        batch_size: int,
        concurrency: int,
        on_progress: Progress | None,
        on_send: OnSend | None,
    ) -> None:
        super().__init__("rows", rows, concurrency, on_progress)
        limits = send.batch_size_limits
        report = validate_callback("on_send", on_send, may_be_async=self._is_async)
        self._requests = _WriteRequests(limits, call, spec, batch_size, report)
        self._begin = send.with_shared_deadline

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.report()})"

    def report(self) -> WriteReport:
        """Return the rows by outcome, also after an exception has ended the run."""
        return self._requests.log.report()

    def _size(self) -> int:
        return self._requests.size()

    def _open_log(self) -> WriteLog:
        log = self._requests.log
        if log.is_open:
            raise ConfigurationError(
                "The rows were sent already. For the others, make another call with the rows of"
                " report().not_sent."
            )
        return log


class BulkWrites(_BaseWrites[T], Results[WriteResult[T]]):
    """Results of a bulk write, one for each row and in their order.

    Nothing is sent before the iteration, and rows are taken when they are needed. No row is sent
    twice, so it can be iterated once. Failed rows have a result too; after the last row, they are
    raised as one BatchError.
    """

    def _open_source(self) -> LoggedSource:
        log = self._open_log()
        source = LoggedSource(self._source, log)
        log.open(source)
        return source

    def _work(self, send: Sender) -> Callable[[Items], BatchOutcome[WriteResult[T]]]:
        return partial(self._send_all, send)

    def _send_all(self, send: Sender, items: Items) -> BatchOutcome[WriteResult[T]]:
        steps = self._requests.steps(items)
        result: Any = None
        while True:
            try:
                call = steps.send(result)
            except StopIteration as end:
                outcome: BatchOutcome[WriteResult[T]] = end.value
                return outcome
            try:
                result = send(call)
            except Exception as error:  # the steps decide what follows
                result = error


class AsyncBulkWrites(_BaseWrites[T], AsyncResults[WriteResult[T]]):
    """Results of a bulk write, for asyncio; `await` returns all of them in a list."""

    def _open_source(self) -> AsyncLoggedSource:
        log = self._open_log()
        source = AsyncLoggedSource(self._source, log)
        log.open(source)
        return source

    def _work(
        self, send: AsyncSender
    ) -> Callable[[Items], Coroutine[Any, Any, BatchOutcome[WriteResult[T]]]]:
        return partial(self._send_all, send)

    async def _send_all(self, send: AsyncSender, items: Items) -> BatchOutcome[WriteResult[T]]:
        steps = self._requests.steps(items)
        result: Any = None
        while True:
            try:
                call = steps.send(result)
            except StopIteration as end:
                outcome: BatchOutcome[WriteResult[T]] = end.value
                return outcome
            if isawaitable(call):
                result = await call
                continue
            try:
                result = await send(call)
            except Exception as error:  # the steps decide what follows
                result = error
