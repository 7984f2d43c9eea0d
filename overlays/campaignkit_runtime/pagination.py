"""Pagers: lists whose pages are requested when they are needed."""

import logging
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Mapping,
)
from contextlib import aclosing, closing
from typing import Any, Generic, Self, TypeVar

from .arguments import validate_positive_int
from .concurrency import WorkerThreads
from .copying import ConnectionBound
from .decoding.items import skipped_items
from .models import UNSET
from .operations import Call

ItemT = TypeVar("ItemT")
P = TypeVar("P")

Parameters = Mapping[str, Any]

# A list ends after so many empty pages in a row, also if the last has another cursor.
_MAX_EMPTY_PAGES = 100

_logger = logging.getLogger("campaignkit")


class PageCounts:
    """Numbers of items on the pages of one iteration."""

    def __init__(self) -> None:
        self.pages = 0
        self.first = 0
        """Items of the first page."""
        self.last = 0
        """Items of the last page."""
        self.total = 0
        """Items of all pages."""
        self.empty = 0
        """Pages without an item since the last page with one."""

    def add(self, count: int) -> None:
        """Count a page."""
        self.pages += 1
        if self.pages == 1:
            self.first = count
        self.last = count
        self.total += count
        self.empty = 0 if count else self.empty + 1


NextPage = Callable[[P, Parameters, PageCounts], Parameters | None]
"""Function that returns the parameters of the next page; None after the last page."""


class Pagination(Generic[P, ItemT]):
    """Rules for the pages of an operation: their items, and the next page."""

    __slots__ = ("items", "key", "next_page")

    def __init__(
        self,
        items: Callable[[P], Iterable[ItemT]],
        next_page: NextPage[P],
        key: Callable[[ItemT], object] = repr,
    ) -> None:
        self.items = items
        self.next_page = next_page
        self.key = key
        """Returns the identity of an item, by default its content."""


def by_cursor(
    parameter: str, cursor: Callable[[P], Any], has_more: Callable[[P], Any]
) -> NextPage[P]:
    """Return the rule for pages that contain the cursor of the next page."""

    def next_page(page: P, parameters: Parameters, counts: PageCounts) -> Parameters | None:
        value = cursor(page) if has_more(page) else None
        if not value:
            return None
        if counts.empty >= _MAX_EMPTY_PAGES:
            _logger.warning("%d pages in a row are empty, so the list ends here", counts.empty)
            return None
        return {**parameters, parameter: value}

    return next_page


def by_number(parameter: str, first: int, total: Callable[[P], Any] | None = None) -> NextPage[P]:
    """Return the rule for numbered pages; `total` reads the number of all items, if a page has it.

    A server may return fewer items than the requested page size. So the last page is the page that
    completes the total, is empty, or has fewer items than the first page.
    """

    def next_page(page: P, parameters: Parameters, counts: PageCounts) -> Parameters | None:
        number = int(parameters.get(parameter, first))
        expected = total(page) if total is not None else None
        is_whole = number - first + 1 == counts.pages  # no page was skipped at the beginning
        if is_whole and isinstance(expected, int) and counts.total <= expected:
            is_last = counts.total == expected or not counts.last
        else:
            is_last = not counts.last or counts.last < counts.first
        return None if is_last else {**parameters, parameter: number + 1}

    return next_page


def validate_page_size(name: str, value: Any) -> None:
    """Raise an InvalidArgumentError unless the value is unset or an integer >= 1."""
    if value is not None and value is not UNSET:
        validate_positive_int(name, value)


class _PageCursor(Generic[P, ItemT]):
    """Position in the pages of one iteration."""

    def __init__(self, call: Call[P], pagination: Pagination[P, ItemT]) -> None:
        self.next_call: Call[P] | None = call
        """The call for the next page; None after the last."""
        self._operation = call.operation.id
        self._pagination = pagination
        self._counts = PageCounts()
        self._requested: set[str] = set()
        self._pages: set[int] = set()

    def accept(self, page: P, call: Call[P]) -> bool:
        """Move on to the next page; return False if the page repeats an earlier page."""
        items = self._pagination.items(page)
        keys = [self._key_of(item) for item in items]
        keys += [repr(item) for item in skipped_items(items)]
        fingerprint = hash(tuple(map(str, keys)))
        if keys and fingerprint in self._pages:
            self._end("a page was repeated")
            return False
        self._pages.add(fingerprint)
        self._counts.add(len(keys))
        self._move_on(page, call)
        return True

    def _key_of(self, item: ItemT) -> object:
        try:
            return self._pagination.key(item)
        except AttributeError:  # of a null or of parsed JSON, see on_bad_item
            return repr(item)

    def _move_on(self, page: P, call: Call[P]) -> None:
        parameters = call.options.get("params", {})
        self._requested.add(repr(sorted(parameters.items())))
        next_parameters = self._pagination.next_page(page, parameters, self._counts)
        if next_parameters is None:
            self.next_call = None
        elif repr(sorted(next_parameters.items())) in self._requested:
            self._end("the next page is an earlier page")
        else:
            options = {**call.options, "params": next_parameters}
            self.next_call = Call(call.operation, call.path, options)

    def _end(self, reason: str) -> None:
        _logger.warning("%s: %s, so the list ends here", self._operation, reason)
        self.next_call = None


class _BasePager(ConnectionBound, Generic[P, ItemT]):
    """Base of the sync and the async pager."""

    def __init__(
        self, begin: Callable[[], Any], call: Call[P], pagination: Pagination[P, ItemT]
    ) -> None:
        self._begin = begin
        self._call = call
        self._pagination = pagination
        self._is_prefetching = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._call.operation.id!r})"

    def prefetch(self) -> Self:
        """Return a pager that requests the next page while you process the current page."""
        pager = type(self)(self._begin, self._call, self._pagination)
        pager._is_prefetching = True
        return pager


class Pager(_BasePager[P, ItemT]):
    """Items of a list, requested page by page; each iteration starts again."""

    def __iter__(self) -> Iterator[ItemT]:
        with closing(self.pages()) as pages:
            for page in pages:
                yield from self._pagination.items(page)

    def pages(self) -> Generator[P, None, None]:
        """Yield whole pages, with their cursors or numbers."""
        fetch: Callable[[Call[P]], P] = self._begin()
        cursor = _PageCursor(self._call, self._pagination)
        if self._is_prefetching:
            return _prefetch_pages(fetch, self._call, cursor)
        return _iter_pages(fetch, cursor)


def _iter_pages(
    fetch: Callable[[Call[P]], P], cursor: _PageCursor[P, Any]
) -> Generator[P, None, None]:
    while (call := cursor.next_call) is not None:
        page = fetch(call)
        if cursor.accept(page, call):
            yield page


def _prefetch_pages(
    fetch: Callable[[Call[P]], P], call: Call[P], cursor: _PageCursor[P, Any]
) -> Generator[P, None, None]:
    with WorkerThreads(1) as workers:
        pending = workers.submit(fetch, call)
        while True:
            page = pending.result()
            is_new_page = cursor.accept(page, call)
            if cursor.next_call is not None:
                call = cursor.next_call
                pending = workers.submit(fetch, call)
            if is_new_page:
                yield page
            if cursor.next_call is None:
                return


class AsyncPager(_BasePager[P, ItemT]):
    """Items of a list, requested page by page, for asyncio; each iteration starts again."""

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                for item in self._pagination.items(page):
                    yield item

    def pages(self) -> AsyncGenerator[P, None]:
        """Yield whole pages, with their cursors or numbers."""
        fetch: Callable[[Call[P]], Awaitable[P]] = self._begin()
        cursor = _PageCursor(self._call, self._pagination)
        if self._is_prefetching:
            return _prefetch_pages_async(fetch, self._call, cursor)
        return _iter_pages_async(fetch, cursor)


async def _iter_pages_async(
    fetch: Callable[[Call[P]], Awaitable[P]], cursor: _PageCursor[P, Any]
) -> AsyncGenerator[P, None]:
    while (call := cursor.next_call) is not None:
        page = await fetch(call)
        if cursor.accept(page, call):
            yield page


async def _prefetch_pages_async(
    fetch: Callable[[Call[P]], Awaitable[P]], call: Call[P], cursor: _PageCursor[P, Any]
) -> AsyncGenerator[P, None]:
    import asyncio  # imported late: only this function needs it

    from .concurrency_async import is_asyncio

    if not is_asyncio():
        async for page in _iter_pages_async(fetch, cursor):
            yield page
        return
    pending = asyncio.ensure_future(fetch(call))
    try:
        while True:
            page = await pending
            is_new_page = cursor.accept(page, call)
            if cursor.next_call is not None:
                call = cursor.next_call
                pending = asyncio.ensure_future(fetch(call))
            if is_new_page:
                yield page
            if cursor.next_call is None:
                return
    finally:
        pending.cancel()
        await asyncio.gather(pending, return_exceptions=True)
