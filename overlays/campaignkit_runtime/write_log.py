"""What became of the rows of a bulk write."""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from .errors import Outcome
from .item_sources import AsyncItemSource, Items, ItemSource

T = TypeVar("T")


class WriteResult(NamedTuple, Generic[T]):
    """Result of a bulk write for one row."""

    item: Any
    """The row as it was passed."""
    outcome: Outcome
    """`applied`, `rejected`, `not_sent` or `unknown`."""
    result: T | None = None
    """What the vendor returned for the row; None if it returned nothing."""
    error: Exception | None = None


class WriteReport(NamedTuple):
    """Rows of a bulk write by outcome, in their order. It prints their numbers, and pickles."""

    applied: tuple[Any, ...] = ()
    rejected: tuple[Any, ...] = ()
    """Refused by the server."""
    not_sent: tuple[Any, ...] = ()
    """Not sent, or not valid. The rest of an iterator is missing, because it is still in it."""
    unknown: tuple[Any, ...] = ()
    """Sent without a clear response. Read the state before you send them again."""

    def __str__(self) -> str:
        counts = zip(self._fields, map(len, self), strict=True)
        return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts)


class WriteLog:
    """Rows that a run has taken, and the outcome of each."""

    def __init__(self) -> None:
        self._batches: list[tuple[Items, list[Outcome]]] = []
        self._by_id: dict[int, list[Outcome]] = {}
        self._positions: dict[int, int] = {}
        self._count = 0
        self._rest: Callable[[], Items] = tuple

    def open(self, source: ItemSource) -> None:
        """Take the rows of a source, whose rest counts as not sent."""
        self._rest = source.remaining

    @property
    def is_open(self) -> bool:
        """True if a run has started."""
        return self._rest is not tuple

    def add(self, items: Items) -> Items:
        """Record rows that were taken and not sent yet; return them."""
        if items:
            outcomes: list[Outcome] = ["not_sent"] * len(items)
            self._batches.append((items, outcomes))
            self._by_id[id(items)] = outcomes
            self._positions[id(items)] = self._count
            self._count += len(items)
        return items

    def position(self, items: Items) -> int:
        """Return how many rows were taken before a batch."""
        return self._positions[id(items)]

    def outcomes(self, items: Items) -> list[Outcome]:
        """Return the outcomes of a batch, which the run changes."""
        return self._by_id[id(items)]

    def report(self) -> WriteReport:
        """Return the rows by outcome."""
        found: dict[str, list[Any]] = {name: [] for name in WriteReport._fields}
        for items, outcomes in self._batches:
            for item, outcome in zip(items, outcomes, strict=True):
                found[outcome].append(item)
        found["not_sent"] += self._rest()
        return WriteReport(**{name: tuple(items) for name, items in found.items()})


class LoggedSource(ItemSource):
    """Source whose items are recorded when they are taken."""

    def __init__(self, items: Any, log: WriteLog) -> None:
        super().__init__(items)
        self._log = log

    def take(self, count: int) -> Items:
        """Return the next items."""
        return self._log.add(super().take(count))

    def _interrupted(self, items: Items) -> None:
        self._log.add(items)


class AsyncLoggedSource(AsyncItemSource):
    """Source for asyncio whose items are recorded when they are taken."""

    def __init__(self, items: Any, log: WriteLog) -> None:
        super().__init__(items)
        self._log = log

    async def take_async(self, count: int) -> Items:
        """Return the next items."""
        return self._log.add(await super().take_async(count))

    def _interrupted(self, items: Items) -> None:
        self._log.add(items)
