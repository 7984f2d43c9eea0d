"""Operations that answer for a list of ids, called in batches for any number of ids."""

from collections.abc import AsyncIterable, Callable, Coroutine, Generator, Iterable
from functools import partial
from typing import Any, Generic, TypeVar

from .concurrency import AsyncResults, Items, Outcome, Progress, Results, at_least_one
from .operations import Call
from .protocols import AsyncSender, Failure, Sender

T = TypeVar("T")

# A server may say of too many ids that the request is wrong, or it or its URL too long.
_TOO_MANY = (400, 413, 414)

Found = tuple[list[T], list[Failure]]
CallOf = Callable[[list[Any]], Call[list[T]]]


class Batching(Generic[T]):
    """How an operation is asked for ids, and which of them a row of its answer is for."""

    __slots__ = ("key", "operation", "parameter")

    def __init__(self, operation: str, parameter: str, key: Callable[[T], str]) -> None:
        self.operation = operation
        self.parameter = parameter
        self.key = key


def _may_be_too_many(failure: Failure) -> bool:
    return getattr(failure.error, "status_code", None) in _TOO_MANY


class _Asking(Generic[T]):
    """The calls for ids, and what their answers mean."""

    def __init__(
        self, send: Sender | AsyncSender, call: CallOf[T], batching: Batching[T], most: int
    ) -> None:
        self._send = send
        self._call = call
        self._batching = batching
        self._most = at_least_one("batch_size", most)
        call(["-"])  # a ValueError for any of the other arguments comes at once

    def size(self) -> int:
        """How many ids go into one call: fewer where the server has refused as many."""
        return min(self._most, self._send.sizes.get(self._batching.operation, self._most))

    def steps(self, ids: Items) -> Generator[Call[list[T]], list[T], Outcome[T]]:
        """Ask for all ids at once; where that is refused, once more for each half of them.

        Each call is to be sent its rows, or thrown its error.
        """
        rows, failures = yield from self._asked(ids)
        if not rows and len(ids) > 1 and [*map(_may_be_too_many, failures)] == [True]:
            half = (len(ids) + 1) // 2
            rows, failures = yield from self._asked(ids[:half])
            more_rows, more_failures = yield from self._asked(ids[half:])
            rows, failures = rows + more_rows, failures + more_failures
            if not failures:  # so it was their number
                self._send.sizes[self._batching.operation] = min(half, self.size())
        return Outcome(ids, rows, failures)

    def _asked(self, ids: Items) -> Generator[Call[list[T]], list[T], Found[T]]:
        """Ask once for those that can be asked for."""
        call, ids, failures = self._call_for(ids)
        if call is None:
            return [], failures
        try:
            found = yield call
        except Exception as error:  # whatever it is, other calls go on
            return [], [*failures, Failure(ids, error)]
        rows, missing = self._in_order(ids, found)
        return rows, failures + missing

    def _call_for(self, ids: Items) -> tuple[Call[list[T]] | None, Items, list[Failure]]:
        """The call for ids; one that no call can be made of is left out of it, and is a failure."""
        try:
            return self._call([*dict.fromkeys(ids)]), ids, []
        except ValueError as error:
            if len(ids) == 1:
                return None, (), [Failure(ids, error)]
        good: Items = ()
        bad: list[Failure] = []
        for each in ids:
            _, sound, failures = self._call_for((each,))
            good, bad = good + sound, bad + failures
        return self._call([*dict.fromkeys(good)]) if good else None, good, bad

    def _in_order(self, ids: Items, found: list[T] | None) -> Found[T]:
        """The row of each id, in the order of the ids, and those that have none."""
        key = self._batching.key
        names = [str(each) for each in ids]
        # The list, or a row, can be a null that no document foresees.
        by_name = {key(row): row for row in found or () if row is not None}
        if found is not None and [*by_name] == names:
            return found, []
        rows = [by_name[name] for name in names if name in by_name]
        missing = tuple(each for each, name in zip(ids, names, strict=True) if name not in by_name)
        what = f"the answer has no row for {len(missing)} of {len(ids)} {self._batching.parameter}"
        return rows, [Failure(missing, ValueError(what))] if missing else []


class Batches(Results[T]):
    """The rows for any number of ids, one for each, in the order of the ids.

    Nothing is asked before somebody looks, and ids are taken as they are needed. Each walk asks
    anew. What failed is raised as one BatchError after the last row.
    """

    def __init__(
        self,
        send: Sender,
        ids: Iterable[Any],
        call: CallOf[T],
        batching: Batching[T],
        size: int,
        concurrency: int,
        on_progress: Progress | None,
    ) -> None:
        super().__init__(batching.parameter, ids, concurrency, on_progress)
        self._asking = _Asking(send, call, batching, size)
        self._begin = send.sharing_deadline

    def _size(self) -> int:
        return self._asking.size()

    def _work(self, send: Sender) -> Callable[[Items], Outcome[T]]:
        return partial(self._run, send)

    def _run(self, send: Sender, ids: Items) -> Outcome[T]:
        steps = self._asking.steps(ids)
        try:
            call = next(steps)
            while True:
                try:
                    rows = send(call)
                except Exception as error:  # the steps decide what it means
                    call = steps.throw(error)
                else:
                    call = steps.send(rows)
        except StopIteration as end:
            outcome: Outcome[T] = end.value
        return outcome


class AsyncBatches(AsyncResults[T]):
    """The rows for any number of ids, as `Batches` has them; `await` gives all in a list."""

    def __init__(
        self,
        send: AsyncSender,
        ids: Iterable[Any] | AsyncIterable[Any],
        call: CallOf[T],
        batching: Batching[T],
        size: int,
        concurrency: int,
        on_progress: Progress | None,
    ) -> None:
        super().__init__(batching.parameter, ids, concurrency, on_progress)
        self._asking = _Asking(send, call, batching, size)
        self._begin = send.sharing_deadline

    def _size(self) -> int:
        return self._asking.size()

    def _work(self, send: AsyncSender) -> Callable[[Items], Coroutine[Any, Any, Outcome[T]]]:
        return partial(self._run, send)

    async def _run(self, send: AsyncSender, ids: Items) -> Outcome[T]:
        steps = self._asking.steps(ids)
        try:
            call = next(steps)
            while True:
                try:
                    rows = await send(call)
                except Exception as error:  # the steps decide what it means
                    call = steps.throw(error)
                else:
                    call = steps.send(rows)
        except StopIteration as end:
            outcome: Outcome[T] = end.value
        return outcome
