"""Pagers: lists whose pages are requested when they are needed."""

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Callable,
    Generator,
    Iterator,
)
from contextlib import aclosing, closing
from inspect import isawaitable
from itertools import islice
from sys import maxsize
from typing import Any, Generic, Self, TypeVar

from .arguments import validate_positive_int
from .callbacks import validate_callback
from .copying import ConnectionBound
from .decoding.items import ModelList
from .operations import Call
from .page_positions import Page, PagePosition
from .page_requests import (
    async_fetcher,
    fetcher,
    iter_pages,
    iter_pages_async,
    prefetch_pages,
    prefetch_pages_async,
)
from .page_rules import (
    NextPage,
    PageCounts,
    Pagination,
    by_cursor,
    by_link,
    by_link_header,
    by_number,
    by_offset,
    validate_page_size,
)

__all__ = [
    "AsyncPager",
    "NextPage",
    "Page",
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

    def _repr_html_(self) -> str:
        """Return a text for notebooks; nothing is requested."""
        from .displays import html_of_lazy

        return html_of_lazy(repr(self), "Iterate over it, or call take(20).")

    def prefetch(self) -> Self:
        """Return a pager that requests the next page while you process the current page."""
        pager = type(self)(self._begin, self._call, self._pagination)
        pager._is_prefetching = True
        return pager


class Pager(_BasePager[P, ItemT]):
    """Items of a list, requested page by page; each iteration starts again."""

    def __iter__(self) -> Iterator[ItemT]:
        return self.items()

    def first(self) -> ItemT | None:
        """Return the first item; None if the list is empty."""
        with closing(self.items()) as items:
            return next(items, None)

    def take(self, count: int) -> list[ItemT]:
        """Return the first `count` items, or fewer if the list ends; no further page is requested.

        Args:
            count: Maximum number of items, 1 or more.
        """
        with closing(self.items()) as items:
            return ModelList(islice(items, min(validate_positive_int("count", count), maxsize)))

    def pages(self, *, resume_from: str | None = None) -> Generator[Page[P, ItemT], None, None]:
        """Yield the pages, with their items, numbers and cursors.

        Args:
            resume_from: `cursor` of a page of an earlier iteration with the same arguments. The
                pages after that page follow. None starts with the first page.

        Raises:
            InvalidArgumentError: The cursor belongs to another list.
        """
        position = PagePosition(self._call, self._pagination, resume_from)
        fetch = fetcher(self._begin(), self._pagination)
        if self._is_prefetching:
            return prefetch_pages(fetch, position)
        return iter_pages(fetch, position)

    def items(
        self,
        *,
        resume_from: str | None = None,
        on_page: Callable[[Page[P, ItemT]], object] | None = None,
    ) -> Generator[ItemT, None, None]:
        """Yield the items of all pages.

        Args:
            resume_from: As for `pages`.
            on_page: Called with a page after you have processed its last item. Store its `cursor`
                to continue there.

        Raises:
            InvalidArgumentError: The cursor belongs to another list.
        """
        report = validate_callback("on_page", on_page, may_be_async=False)
        return _items(self.pages(resume_from=resume_from), report)


def _items(
    pages: Generator[Page[P, ItemT], None, None], on_page: Callable[[Page[P, ItemT]], object] | None
) -> Generator[ItemT, None, None]:
    with closing(pages):
        for page in pages:
            yield from page.items
            if on_page is not None:
                on_page(page)


class AsyncPager(_BasePager[P, ItemT]):
    """Items of a list, requested page by page, for asyncio; each iteration starts again."""

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return self.items()

    async def first(self) -> ItemT | None:
        """Return the first item; None if the list is empty."""
        async with aclosing(self.items()) as items:
            return await anext(items, None)

    async def take(self, count: int) -> list[ItemT]:
        """Return the first `count` items, as `Pager.take`."""
        taken = ModelList[ItemT]()
        count = validate_positive_int("count", count)
        async with aclosing(self.items()) as items:
            async for item in items:
                taken.append(item)
                if len(taken) == count:
                    break
        return taken

    def pages(self, *, resume_from: str | None = None) -> AsyncGenerator[Page[P, ItemT], None]:
        """Yield the pages, as `Pager.pages`."""
        position = PagePosition(self._call, self._pagination, resume_from)
        fetch = async_fetcher(self._begin(), self._pagination)
        if self._is_prefetching:
            return prefetch_pages_async(fetch, position)
        return iter_pages_async(fetch, position)

    def items(
        self,
        *,
        resume_from: str | None = None,
        on_page: Callable[[Page[P, ItemT]], object] | None = None,
    ) -> AsyncGenerator[ItemT, None]:
        """Yield the items of all pages, as `Pager.items`; `on_page` may be a coroutine."""
        report = validate_callback("on_page", on_page, may_be_async=True)
        return _items_async(self.pages(resume_from=resume_from), report)


async def _items_async(
    pages: AsyncGenerator[Page[P, ItemT], None],
    on_page: Callable[[Page[P, ItemT]], object] | None,
) -> AsyncGenerator[ItemT, None]:
    async with aclosing(pages):
        async for page in pages:
            for item in page.items:
                yield item
            if on_page is not None:
                done = on_page(page)
                if isawaitable(done):
                    await done
