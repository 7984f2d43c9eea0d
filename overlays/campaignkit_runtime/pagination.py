"""Pagers: lists whose pages are requested when they are needed."""

import logging
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterator,
)
from contextlib import aclosing, closing
from typing import Any, Generic, Self, TypeVar

from .concurrency import WorkerThreads
from .copying import ConnectionBound
from .decoding.items import skipped_items
from .errors import CampaignKitError
from .operations import Call
from .page_rules import (
    LinkRule,
    NextPage,
    PageCounts,
    Pagination,
    by_cursor,
    by_link,
    by_link_header,
    by_number,
    by_offset,
    has_path,
    validate_page_size,
)

__all__ = [
    "AsyncPager",
    "NextPage",
    "PageCounts",
    "Pager",
    "Pagination",
    "by_cursor",
    "by_link",
    "by_link_header",
    "by_number",
    "by_offset",
    "validate_page_size",
]

ItemT = TypeVar("ItemT")
P = TypeVar("P")

Fetched = tuple[P, str | None]
"""A page, and its header `Link` if the rule needs it."""

_logger = logging.getLogger("campaignkit")


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

    def accept(self, fetched: Fetched[P], call: Call[P]) -> bool:
        """Move on to the next page; return False if the page repeats an earlier page."""
        items = self._pagination.items(fetched[0])
        keys = [self._key_of(item) for item in items]
        keys += [repr(item) for item in skipped_items(items)]
        fingerprint = hash(tuple(map(str, keys)))
        if keys and fingerprint in self._pages:
            self._end("a page was repeated")
            return False
        self._pages.add(fingerprint)
        self._counts.add(len(keys))
        self._move_on(fetched, call)
        return True

    def _key_of(self, item: ItemT) -> object:
        try:
            return self._pagination.key(item)
        except AttributeError:  # of a null or of parsed JSON, see on_bad_item
            return repr(item)

    def _move_on(self, fetched: Fetched[P], call: Call[P]) -> None:
        rule = self._pagination
        parameters = call.options.get(rule.location, {})
        self._requested.add(repr(sorted(parameters.items())))
        page: Any = fetched[1] if rule.has_link_header else fetched[0]
        self._check_link(page, call)
        next_parameters = rule.next_page(page, parameters, self._counts)
        if next_parameters is None:
            self.next_call = None
        elif repr(sorted(next_parameters.items())) in self._requested:
            self._end("the next page is an earlier page")
        else:
            # The URL of a page has every parameter, also those that were written apart.
            parts = {"query": ""} if isinstance(rule.next_page, LinkRule) else {}
            self.next_call = call.with_options(**{rule.location: next_parameters}, **parts)

    def _check_link(self, page: Any, call: Call[P]) -> None:
        """Raise CampaignKitError if a link does not lead to another page of the same list."""
        rule = self._pagination.next_page
        if isinstance(rule, LinkRule) and not has_path(rule.url(page), call.path):
            raise CampaignKitError(
                f"{self._operation}: the link to the next page has another path than the request."
                " Report it to the vendor.",
                operation=self._operation,
                method=call.operation.method,
                outcome="applied",
            )

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
        fetch = _fetcher(self._begin(), self._pagination)
        cursor = _PageCursor(self._call, self._pagination)
        if self._is_prefetching:
            return _prefetch_pages(fetch, self._call, cursor)
        return _iter_pages(fetch, cursor)


def _fetcher(sender: Any, pagination: Pagination[P, Any]) -> Callable[[Call[P]], Fetched[P]]:
    """Return the function that requests a page."""

    def fetch(call: Call[P]) -> Fetched[P]:
        if not pagination.has_link_header:
            return sender(call), None
        raw = sender.raw(call)
        return raw.payload, raw.headers.get("link")

    return fetch


def _async_fetcher(
    sender: Any, pagination: Pagination[P, Any]
) -> Callable[[Call[P]], Awaitable[Fetched[P]]]:
    """Return the function that requests a page, for asyncio."""

    async def fetch(call: Call[P]) -> Fetched[P]:
        if not pagination.has_link_header:
            return await sender(call), None
        raw = await sender.raw(call)
        return raw.payload, raw.headers.get("link")

    return fetch


def _iter_pages(
    fetch: Callable[[Call[P]], Fetched[P]], cursor: _PageCursor[P, Any]
) -> Generator[P, None, None]:
    while (call := cursor.next_call) is not None:
        page = fetch(call)
        if cursor.accept(page, call):
            yield page[0]


def _prefetch_pages(
    fetch: Callable[[Call[P]], Fetched[P]], call: Call[P], cursor: _PageCursor[P, Any]
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
                yield page[0]
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
        fetch = _async_fetcher(self._begin(), self._pagination)
        cursor = _PageCursor(self._call, self._pagination)
        if self._is_prefetching:
            return _prefetch_pages_async(fetch, self._call, cursor)
        return _iter_pages_async(fetch, cursor)


async def _iter_pages_async(
    fetch: Callable[[Call[P]], Awaitable[Fetched[P]]], cursor: _PageCursor[P, Any]
) -> AsyncGenerator[P, None]:
    while (call := cursor.next_call) is not None:
        page = await fetch(call)
        if cursor.accept(page, call):
            yield page[0]


async def _prefetch_pages_async(
    fetch: Callable[[Call[P]], Awaitable[Fetched[P]]], call: Call[P], cursor: _PageCursor[P, Any]
) -> AsyncGenerator[P, None]:
    import asyncio  # imported late: only this function needs it

    from .concurrency_async import is_asyncio

    if not is_asyncio():
        async for payload in _iter_pages_async(fetch, cursor):
            yield payload
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
                yield page[0]
            if cursor.next_call is None:
                return
    finally:
        pending.cancel()
        await asyncio.gather(pending, return_exceptions=True)
