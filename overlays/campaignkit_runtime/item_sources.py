"""Sources of items: collections and iterators, sync and async."""

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sized
from itertools import islice
from sys import maxsize
from typing import Any

Items = tuple[Any, ...]


class ItemSource:
    """Items of a collection or an iterator, taken when they are needed.

    An error of the iterator ends the source. `error` keeps it until the items before it are
    processed. An exit such as Ctrl-C passes at once.
    """

    def __init__(self, items: Iterable[Any] | AsyncIterable[Any]) -> None:
        self.total = len(items) if isinstance(items, Sized) else None
        """Number of items; None if it is unknown."""
        self.error: Exception | None = None
        self._items: Iterator[Any] = iter(() if isinstance(items, AsyncIterable) else items)

    def take(self, count: int) -> Items:
        """Return the next `count` items: fewer at the end, and an empty tuple after it."""
        items: list[Any] = []
        if self.error is None:
            try:
                for item in islice(self._items, min(count, maxsize)):
                    items.append(item)
            except Exception as error:
                self.error = error
            except BaseException:
                self._interrupted(tuple(items))
                raise
        return tuple(items)

    def _interrupted(self, items: Items) -> None:
        """Keep the items that were taken from the iterator before an exit, such as Ctrl-C."""

    def remaining(self) -> Items:
        """Return the remaining items of a collection without taking them; () for an iterator."""
        if self.total is None:
            return ()
        rest = tuple(self._items)
        self._items = iter(rest)
        return rest


class AsyncItemSource(ItemSource):
    """Items of a sync or async collection or iterator, for asyncio."""

    def __init__(self, items: Iterable[Any] | AsyncIterable[Any]) -> None:
        super().__init__(items)
        self._async_items: AsyncIterator[Any] | None = None
        if isinstance(items, AsyncIterable):
            self._async_items = aiter(items)

    async def take_async(self, count: int) -> Items:
        """Return the next `count` items: fewer at the end, and an empty tuple after it."""
        if self._async_items is None:
            return self.take(count)
        items: list[Any] = []
        if self.error is None:
            try:
                while len(items) < count:
                    items.append(await anext(self._async_items))
            except StopAsyncIteration:
                pass
            except Exception as error:
                self.error = error
            except BaseException:
                self._interrupted(tuple(items))
                raise
        return tuple(items)
