"""Operations that take a list of ids, called in batches for any number of ids."""

from collections.abc import AsyncIterable, Callable, Coroutine, Generator, Iterable
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar, cast

from .arguments import validate_positive_int
from .decoding.items import skipped_items
from .errors import CampaignKitError, InvalidArgumentError
from .item_sources import Items
from .models import Model
from .operations import Call
from .protocols import AsyncSender, Failure, Sender
from .results import AsyncResults, BatchOutcome, LazyResults, Progress, Results

T = TypeVar("T")
SenderT = TypeVar("SenderT", Sender, AsyncSender)

# Statuses for too many ids: the request, its URL or its headers are too long, or it is not valid.
_TOO_MANY = (400, 413, 414, 422, 431)

# If so many ids are refused one by one before any request is accepted, another argument is wrong.
_MAX_REFUSED_ALONE = 100

CallFactory = Callable[[list[Any]], Call[list[T]]]

Reply = list[T] | Exception | None
"""Rows or error of the call before; None before the first call."""


class BatchSpec(Generic[T]):
    """Parameter of an operation that takes ids, and the id of each row of its response."""

    __slots__ = ("key", "operation", "parameter")

    def __init__(self, operation: str, parameter: str, key: Callable[[T], str]) -> None:
        self.operation = operation
        self.parameter = parameter
        self.key = key


class _Found(NamedTuple, Generic[T]):
    """Rows for some ids and the failures of the others."""

    rows: list[T]
    failures: list[Failure]
    is_accepted: bool
    """True if the server accepted all requests for these ids, some of them after a split."""


class _Run:
    """Requests of one run, and whether refusals are about the number of ids."""

    def __init__(self) -> None:
        self._has_success = False
        self._refused_alone = 0

    def on_success(self) -> None:
        """Record a request that the server accepted."""
        self._has_success = True

    def should_split(self, count: int, error: Exception) -> bool:
        """Return True if a request for so many ids may succeed in parts."""
        if not _may_be_too_many(error):
            return False
        if count == 1:
            self._refused_alone += 1
            return False
        return self._has_success or self._refused_alone < _MAX_REFUSED_ALONE


def _may_be_too_many(error: Exception) -> bool:
    # A ValueError is a request that could not be built, such as one whose URL is too long.
    return getattr(error, "status_code", None) in _TOO_MANY or isinstance(error, ValueError)


class _BatchRequests(Generic[T]):
    """Requests for ids: how they are made, split and read, in sync and async clients."""

    def __init__(
        self, send: Sender | AsyncSender, call: CallFactory[T], spec: BatchSpec[T], max_size: int
    ) -> None:
        self._send = send
        self._call = call
        self._spec = spec
        self._max_size = validate_positive_int("batch_size", max_size)
        call(["-"])  # raises at once if any of the other arguments is wrong

    def size(self) -> int:
        """Return how many ids go into one request: fewer after the server has refused too many."""
        return min(
            self._max_size, self._send.batch_size_limits.get(self._spec.operation, self._max_size)
        )

    def steps(self, ids: Items, run: _Run) -> Generator[Call[list[T]], Reply[T], BatchOutcome[T]]:
        """Yield the calls for the ids; after each call, send its rows or its error."""
        try:
            return (yield from self._steps(ids, run))
        except Exception as error:
            return BatchOutcome(ids, [], [Failure(ids, error)])

    def _steps(self, ids: Items, run: _Run) -> Generator[Call[list[T]], Reply[T], BatchOutcome[T]]:
        valid, invalid = ids, list[Failure]()
        try:
            call = self._call(_unique(ids))
        except Exception:
            valid, invalid = self._without_invalid(ids)
            if not valid:
                return BatchOutcome(ids, [], invalid)
            call = self._call(_unique(valid))
        found = yield from self._request(call, valid, run)
        return BatchOutcome(ids, found.rows, invalid + _common_cause(valid, found.failures))

    def _request(
        self, call: Call[list[T]], ids: Items, run: _Run
    ) -> Generator[Call[list[T]], Reply[T], _Found[T]]:
        """Request all ids at once; if that is refused, request each half in the same way."""
        result = yield call
        if not isinstance(result, Exception):
            run.on_success()
            return self._match(ids, result)
        if not run.should_split(len(ids), result):
            return _Found([], [Failure(ids, result)], is_accepted=False)
        middle = (len(ids) + 1) // 2
        halves = ids[:middle], ids[middle:]
        first = yield from self._request(self._call(_unique(halves[0])), halves[0], run)
        second = yield from self._request(self._call(_unique(halves[1])), halves[1], run)
        is_accepted = first.is_accepted and second.is_accepted
        if is_accepted:  # so the refusals were about the number of ids
            self._send.batch_size_limits[self._spec.operation] = min(middle, self.size())
        return _Found(first.rows + second.rows, first.failures + second.failures, is_accepted)

    def _without_invalid(self, ids: Items) -> tuple[Items, list[Failure]]:
        """Return the ids that can be sent, and a failure for each of the other ids."""
        valid: list[Any] = []
        failures: list[Failure] = []
        for id_ in ids:
            try:
                self._call([id_])
            except Exception as error:
                failures.append(Failure((id_,), self._not_sent(error)))
            else:
                valid.append(id_)
        return tuple(valid), failures

    def _not_sent(self, error: Exception) -> CampaignKitError:
        invalid = InvalidArgumentError(str(error), argument=self._spec.parameter)
        return error if isinstance(error, CampaignKitError) else invalid

    def _match(self, ids: Items, rows: list[T] | None) -> _Found[T]:
        """Match the rows to the ids, in the order of the ids."""
        names = [str(id_) for id_ in ids]
        # The list or a row can be null, although the spec does not say so.
        present = [row for row in rows or () if row is not None]
        try:
            by_name = {self._spec.key(row): row for row in present}
        except AttributeError:  # of parsed JSON, see on_bad_item
            by_name = {self._name_of(row, names): row for row in present}
        if rows is not None and len(rows) == len(names) and [*by_name] == names:
            return _Found(rows, [], is_accepted=True)
        found = [by_name[name] for name in names if name in by_name]
        known = by_name.keys() | {self._name_of(row, names) for row in skipped_items(rows or ())}
        missing = tuple(id_ for id_, name in zip(ids, names, strict=True) if name not in known)
        failures = [Failure(missing, self._missing_rows(len(missing), len(ids)))] if missing else []
        return _Found(found, failures, is_accepted=True)

    def _name_of(self, row: Any, names: list[str]) -> str:
        """Return the id of a row; a row that does not fit the spec is parsed JSON."""
        if isinstance(row, Model):
            return self._spec.key(cast("T", row))
        values = row.values() if isinstance(row, dict) else ()
        return next((value for value in values if value in names), "")

    def _missing_rows(self, count: int, total: int) -> CampaignKitError:
        message = f"The response has no row for {count} of {total} {self._spec.parameter}."
        return CampaignKitError(message, operation=self._spec.operation, outcome="applied")


def _unique(ids: Items) -> list[Any]:
    try:
        return [*dict.fromkeys(ids)]
    except TypeError:  # the call refuses an id that is not hashable
        return [*ids]


def _common_cause(ids: Items, failures: list[Failure]) -> list[Failure]:
    """Return a single failure if every id was refused for the same reason."""
    errors = [failure.error for failure in failures]
    facts = {
        (type(error), *(repr(getattr(error, name, error)) for name in _FACTS)) for error in errors
    }
    is_common = len(facts) == 1 and sum(len(failure.items) for failure in failures) == len(ids)
    return [Failure(ids, errors[0])] if is_common else failures


_FACTS = ("status_code", "code", "message", "details")


class _BatchResults(LazyResults[T], Generic[T, SenderT]):
    """Base of the sync and async batches."""

    _begin: Callable[[], Any]

    def __init__(
        self,
        send: SenderT,
        ids: Iterable[Any] | AsyncIterable[Any],
        call: CallFactory[T],
        spec: BatchSpec[T],
        size: int,
        concurrency: int,
        on_progress: Progress | None,
        keep: Callable[[T], bool] | None = None,
    ) -> None:
        super().__init__(spec.parameter, ids, concurrency, on_progress)
        self._requests = _BatchRequests(send, call, spec, size)
        self._keep = keep
        self._begin = send.with_shared_deadline

    def _size(self) -> int:
        return self._requests.size()

    def _kept(self, outcome: BatchOutcome[T]) -> BatchOutcome[T]:
        """Return an outcome without the rows that are not wanted."""
        if self._keep is None:
            return outcome
        return outcome._replace(results=[*filter(self._keep, outcome.results)])


class Batches(_BatchResults[T, Sender], Results[T]):
    """Rows for any number of ids, one for each id and in their order.

    Nothing is requested before the first iteration, and ids are taken when they are needed. Each
    iteration repeats the requests. Failures are raised as one BatchError after the last row.
    """

    def _work(self, send: Sender) -> Callable[[Items], BatchOutcome[T]]:
        return partial(self._send_all, send, _Run())

    def _send_all(self, send: Sender, run: _Run, ids: Items) -> BatchOutcome[T]:
        steps = self._requests.steps(ids, run)
        result: Reply[T] = None
        while True:
            try:
                call = steps.send(result)
            except StopIteration as end:
                outcome: BatchOutcome[T] = end.value
                return self._kept(outcome)
            try:
                result = send(call)
            except Exception as error:  # the steps decide what follows
                result = error


class AsyncBatches(_BatchResults[T, AsyncSender], AsyncResults[T]):
    """Rows for any number of ids, for asyncio; `await` returns all of them in a list."""

    def _work(self, send: AsyncSender) -> Callable[[Items], Coroutine[Any, Any, BatchOutcome[T]]]:
        return partial(self._send_all, send, _Run())

    async def _send_all(self, send: AsyncSender, run: _Run, ids: Items) -> BatchOutcome[T]:
        steps = self._requests.steps(ids, run)
        result: Reply[T] = None
        while True:
            try:
                call = steps.send(result)
            except StopIteration as end:
                outcome: BatchOutcome[T] = end.value
                return self._kept(outcome)
            try:
                result = await send(call)
            except Exception as error:  # the steps decide what follows
                result = error
