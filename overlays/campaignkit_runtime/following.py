"""Changes of rows that are read again and again, until nothing moves."""

import logging
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from contextlib import aclosing, closing
from typing import Any, Generic, NamedTuple, TypeVar

from .arguments import validate_positive_int
from .batching import AsyncBatches, Batches
from .callbacks import validate_callback
from .copying import ConnectionBound
from .errors import CampaignKitError, InvalidArgumentError, InvalidArgumentTypeError
from .inspection import describe_value
from .protocols import AsyncSender, Failure, Sender

_logger = logging.getLogger("campaignkit")

T = TypeVar("T")


class Change(NamedTuple, Generic[T]):
    """Change of a row between two reads."""

    before: T | None
    """The row of the read before; None at the first read."""
    after: T


class _Snapshot(Generic[T]):
    """Rows of the last read, and how many reads in a row have changed nothing."""

    def __init__(self, key: Callable[[T], str]) -> None:
        self._key = key
        self._rows: dict[str, T] = {}
        self._has_moved = False
        self._unchanged_reads = 0
        self._failed_reads = 0

    def change(self, row: T) -> Change[T] | None:
        """Record a row; return its change, if it has one."""
        try:
            key = self._key(row)
        except AttributeError:  # of parsed JSON, see on_bad_item
            return None
        before = self._rows.get(key)
        if before == row:
            return None
        self._rows[key] = row
        self._has_moved = True
        return Change(before, row)

    def may_recover(self, error: Exception, idle: int) -> bool:
        """Return True if a failed read is repeated, which happens less than idle times in a row."""
        failures: tuple[Failure, ...] = getattr(error, "failures", ())
        errors = [failure.error for failure in failures] or [error]
        self._failed_reads += 1
        if self._failed_reads >= idle or not all(
            getattr(cause, "may_pass", False) for cause in errors
        ):
            return False
        _logger.warning("A read failed (%s) and is repeated later.", type(error).__name__)
        return True

    def has_ended(self, until: Callable[[T], object] | None, idle: int) -> bool:
        """Return True if no row will move: after a read, and after idle reads before it."""
        self._failed_reads = 0
        self._unchanged_reads = 0 if self._has_moved else self._unchanged_reads + 1
        self._has_moved = False
        if until is not None and all(map(until, self._rows.values())):
            return True
        return self._unchanged_reads >= idle or not self._rows


class _BaseFollow(ConnectionBound, Generic[T]):
    """Base of the sync and the async iterable of changes.

    Args:
        send: Sender of the client.
        ids: IDs of the rows.
        read: Returns the rows of IDs, requested by a sender.
        key: Returns the ID of a row.
        until: Returns a true value for a row that has reached its end; None for no such row.
        every: Seconds between two reads.
        idle: Reads without a change after which it ends, and failed reads after which it raises.
        deadline: Seconds for everything; the deadline of the client by default.
    """

    def __init__(
        self,
        send: Any,
        ids: Any,
        read: Callable[[Any, list[Any]], Any],
        key: Callable[[T], str],
        until: Callable[[T], object] | None,
        every: float,
        idle: int,
        deadline: float | None,
    ) -> None:
        self._send = send
        self._ids = ids
        self._read = read
        self._key = key
        self._until = validate_callback("until", until, may_be_async=False)
        self._every = _validate_seconds(every)
        self._idle = validate_positive_int("idle", idle)
        self._deadline = deadline
        self._example = read(send, ids)  # raises at once if an argument is wrong

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._example!r}, every={self._every:g}, idle={self._idle})"

    def _repr_html_(self) -> str:
        """Return a text for notebooks; nothing is requested."""
        from .displays import html_of_lazy

        return html_of_lazy(repr(self), "Iterate over it.")


def _validate_seconds(every: object) -> float:
    if isinstance(every, bool) or not isinstance(every, int | float):
        raise InvalidArgumentTypeError(
            f"every must be a number of seconds, got {type(every).__name__}.", argument="every"
        )
    if not 0 <= every < float("inf"):
        raise InvalidArgumentError(
            f"every must be seconds >= 0, got {describe_value(every)}.", argument="every"
        )
    return every


class Follow(_BaseFollow[T]):
    """Changes of rows: all rows at first, then each row that differs from the read before.

    It ends when `until` is true for every row, or after `idle` reads in a row without a change. A
    read that fails for a passing reason is repeated. After `idle` such reads in a row, the error is
    raised. Each iteration starts again.
    """

    _send: Sender
    _read: Callable[[Any, Iterable[Any]], Batches[T]]

    def __iter__(self) -> Iterator[Change[T]]:
        send = self._send.with_shared_deadline(self._deadline)
        ids, snapshot = list(self._ids), _Snapshot(self._key)
        while True:
            try:
                with closing(self._read(send, ids).batches()) as batches:
                    for rows in batches:
                        yield from filter(None, map(snapshot.change, rows))
            except CampaignKitError as error:
                if not snapshot.may_recover(error, self._idle):
                    raise
            else:
                if snapshot.has_ended(self._until, self._idle):
                    return
            send.pause(self._every)


class AsyncFollow(_BaseFollow[T]):
    """Changes of rows, as `Follow`, for asyncio."""

    _send: AsyncSender
    _read: Callable[[Any, Iterable[Any]], AsyncBatches[T]]

    async def __aiter__(self) -> AsyncIterator[Change[T]]:
        send = self._send.with_shared_deadline(self._deadline)
        snapshot = _Snapshot(self._key)
        if isinstance(self._ids, AsyncIterable):
            ids = [id_ async for id_ in self._ids]
        else:
            ids = list(self._ids)
        while True:
            try:
                async with aclosing(self._read(send, ids).batches()) as batches:
                    async for rows in batches:
                        for change in filter(None, map(snapshot.change, rows)):
                            yield change
            except CampaignKitError as error:
                if not snapshot.may_recover(error, self._idle):
                    raise
            else:
                if snapshot.has_ended(self._until, self._idle):
                    return
            await send.pause(self._every)
