"""Lists that come in pages: asked for one by one, as far as somebody looks."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from .copying import ConnectionBound
from .operations import Call

ItemT = TypeVar("ItemT")
P = TypeVar("P")

Parameters = Mapping[str, Any]
Following = Callable[[P, Parameters], Parameters | None]
"""The parameters of the page after a page; None after the last."""

_logger = logging.getLogger("campaignkit")


class Pagination(Generic[P, ItemT]):
    """How the pages of an operation follow each other, and what they hold."""

    __slots__ = ("following", "items")

    def __init__(self, items: Callable[[P], Iterable[ItemT]], following: Following[P]) -> None:
        self.items = items
        self.following = following


def by_cursor(
    parameter: str, cursor: Callable[[P], Any], has_more: Callable[[P], Any]
) -> Following[P]:
    """Each page names the next."""

    def following(page: P, parameters: Parameters) -> Parameters | None:
        value = cursor(page) if has_more(page) else None
        return {**parameters, parameter: value} if value else None

    return following


def by_number(
    parameter: str, first: int, size: str, items: Callable[[P], Iterable[Any]]
) -> Following[P]:
    """Pages are numbered; one that is not full is the last, where the caller said what is full."""

    def following(page: P, parameters: Parameters) -> Parameters | None:
        count = sum(1 for _ in items(page))
        if count < int(parameters.get(size, 1)):
            return None
        return {**parameters, parameter: int(parameters.get(parameter, first)) + 1}

    return following


class _Pages(ConnectionBound, Generic[P, ItemT]):
    """What both pagers are made of."""

    def __init__(
        self, begin: Callable[[], Any], call: Call[P], pagination: Pagination[P, ItemT]
    ) -> None:
        self._begin = begin
        self._call = call
        self._pagination = pagination
        self._is_ahead = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._call.operation.id!r})"

    def _ahead(self) -> Any:
        twin = type(self)(self._begin, self._call, self._pagination)
        twin._is_ahead = True
        return twin


class _Route(Generic[P]):
    """The way through the pages of one walk."""

    def __init__(self, call: Call[P], following: Following[P]) -> None:
        self._call = call
        self._following = following
        self._seen: set[str] = set()

    def after(self, page: P) -> Call[P] | None:
        """The call for the next page; None after the last, or where a page would come again."""
        parameters = self._call.options.get("params", {})
        self._seen.add(repr(sorted(parameters.items())))
        new = self._following(page, parameters)
        if new is None:
            return None
        if repr(sorted(new.items())) in self._seen:
            _logger.warning("%s: a page named one before it, ended", self._call.operation.id)
            return None
        self._call = Call(
            self._call.operation, self._call.path, {**self._call.options, "params": new}
        )
        return self._call


class Pager(_Pages[P, ItemT]):
    """The items of a list, page by page as they are looked at; each walk begins anew."""

    def __iter__(self) -> Iterator[ItemT]:
        for page in self.pages():
            yield from self._pagination.items(page)

    def pages(self) -> Iterator[P]:
        """The pages themselves, with their cursors or numbers."""
        fetch: Callable[[Call[P]], P] = self._begin()
        route = _Route(self._call, self._pagination.following)
        return (
            _walk_ahead(fetch, route, self._call)
            if self._is_ahead
            else _walk(fetch, route, self._call)
        )

    def ahead(self) -> "Pager[P, ItemT]":
        """The same, but the next page is asked for while somebody looks at this one."""
        pager: Pager[P, ItemT] = self._ahead()
        return pager


def _walk(fetch: Callable[[Call[P]], P], route: _Route[P], first: Call[P]) -> Iterator[P]:
    call: Call[P] | None = first
    while call is not None:
        page = fetch(call)
        call = route.after(page)
        yield page


def _walk_ahead(fetch: Callable[[Call[P]], P], route: _Route[P], first: Call[P]) -> Iterator[P]:
    from concurrent.futures import ThreadPoolExecutor

    executor = ThreadPoolExecutor(1, "campaignkit-pages")
    try:
        coming = executor.submit(fetch, first)
        while True:
            page = coming.result()
            call = route.after(page)
            if call is not None:
                coming = executor.submit(fetch, call)
            yield page
            if call is None:
                return
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


class AsyncPager(_Pages[P, ItemT]):
    """The items of a list, page by page as they are looked at; each walk begins anew."""

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for page in self.pages():
            for item in self._pagination.items(page):
                yield item

    def pages(self) -> AsyncIterator[P]:
        """The pages themselves, with their cursors or numbers."""
        fetch: Callable[[Call[P]], Awaitable[P]] = self._begin()
        route = _Route(self._call, self._pagination.following)
        return _stroll(fetch, route, self._call, is_ahead=self._is_ahead)

    def ahead(self) -> "AsyncPager[P, ItemT]":
        """The same, but the next page is asked for while somebody looks at this one."""
        pager: AsyncPager[P, ItemT] = self._ahead()
        return pager


async def _stroll(
    fetch: Callable[[Call[P]], Awaitable[P]], route: _Route[P], first: Call[P], *, is_ahead: bool
) -> AsyncIterator[P]:
    import asyncio  # which nobody loads without need

    call: Call[P] | None = first
    coming: asyncio.Future[P] | None = None
    try:
        while call is not None:
            page = await (coming or fetch(call))
            call = route.after(page)
            if is_ahead and call is not None:
                coming = asyncio.ensure_future(fetch(call))
            yield page
    finally:
        if coming is not None:
            coming.cancel()
