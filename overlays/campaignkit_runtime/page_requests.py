"""Requests for the pages of a list, one after the other or one page ahead."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import Any, TypeVar

from .concurrency import WorkerThreads
from .operations import Call
from .page_positions import Fetched, Page, PagePosition
from .page_rules import Pagination

ItemT = TypeVar("ItemT")
P = TypeVar("P")


def fetcher(sender: Any, pagination: Pagination[P, Any]) -> Callable[[Call[P]], Fetched[P]]:
    """Return the function that requests a page."""

    def fetch(call: Call[P]) -> Fetched[P]:
        if not pagination.has_link_header:
            return sender(call), None
        raw = sender.raw(call)
        return raw.payload, raw.headers.get("link")

    return fetch


def async_fetcher(
    sender: Any, pagination: Pagination[P, Any]
) -> Callable[[Call[P]], Awaitable[Fetched[P]]]:
    """Return the function that requests a page, for asyncio."""

    async def fetch(call: Call[P]) -> Fetched[P]:
        if not pagination.has_link_header:
            return await sender(call), None
        raw = await sender.raw(call)
        return raw.payload, raw.headers.get("link")

    return fetch


def iter_pages(
    fetch: Callable[[Call[P]], Fetched[P]], position: PagePosition[P, ItemT]
) -> Generator[Page[P, ItemT], None, None]:
    """Yield the pages; each is requested when it is needed."""
    while (call := position.next_call) is not None:
        if (page := position.accept(fetch(call), call)) is not None:
            yield page


def prefetch_pages(
    fetch: Callable[[Call[P]], Fetched[P]], position: PagePosition[P, ItemT]
) -> Generator[Page[P, ItemT], None, None]:
    """Yield the pages; a thread requests the next page meanwhile."""
    if (call := position.next_call) is None:
        return
    with WorkerThreads(1) as workers:
        pending = workers.submit(fetch, call)
        while True:
            page = position.accept(pending.result(), call)
            if position.next_call is not None:
                call = position.next_call
                pending = workers.submit(fetch, call)
            if page is not None:
                yield page
            if position.next_call is None:
                return


async def iter_pages_async(
    fetch: Callable[[Call[P]], Awaitable[Fetched[P]]], position: PagePosition[P, ItemT]
) -> AsyncGenerator[Page[P, ItemT], None]:
    """Yield the pages; each is requested when it is needed."""
    while (call := position.next_call) is not None:
        if (page := position.accept(await fetch(call), call)) is not None:
            yield page


async def prefetch_pages_async(
    fetch: Callable[[Call[P]], Awaitable[Fetched[P]]], position: PagePosition[P, ItemT]
) -> AsyncGenerator[Page[P, ItemT], None]:
    """Yield the pages; a task requests the next page meanwhile."""
    import asyncio  # imported late: only this function needs it

    from .concurrency_async import is_asyncio

    if not is_asyncio() or (call := position.next_call) is None:
        async for page in iter_pages_async(fetch, position):
            yield page
        return
    pending = asyncio.ensure_future(fetch(call))
    try:
        while True:
            next_page = position.accept(await pending, call)
            if position.next_call is not None:
                call = position.next_call
                pending = asyncio.ensure_future(fetch(call))
            if next_page is not None:
                yield next_page
            if position.next_call is None:
                return
    finally:
        pending.cancel()
        await asyncio.gather(pending, return_exceptions=True)
