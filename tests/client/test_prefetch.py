"""A pager that prefetches reads one page ahead, and stops with its reader."""

import asyncio
import threading
from contextvars import ContextVar
from typing import Any

import pytest
from campaignkit_runtime.cancellation import CancelScope, current_scope
from campaignkit_runtime.operations import Call
from campaignkit_runtime.pagination import AsyncPager

from tests.client.page_servers import (
    NUMBERS,
    OPERATION,
    Numbered,
    Server,
    async_pager,
    pager,
    walked,
)


def test_prefetch_without_asyncio() -> None:
    """In another event loop than asyncio's the pages come one after the other."""

    class Now(Numbered):
        async def respond(self, call: Call[Any]) -> list[int]:
            return self(call)

    async def run() -> list[int]:
        call: Call[Any] = Call(OPERATION, "/trees", {"params": {}})
        return [row async for row in AsyncPager(lambda: Now(70).respond, call, NUMBERS).prefetch()]

    walk = run()
    with pytest.raises(StopIteration) as ended:
        walk.send(None)

    assert ended.value.value == list(range(70))


def test_prefetch() -> None:
    """The next page is asked for while this one is looked at, and no page further."""
    server = Server()
    second = threading.Event()

    def respond(call: Call[Any]) -> dict[str, Any]:
        page = server(call)
        if call.options["params"].get("cursor") == "b":
            second.set()
        return page

    pages = pager(respond).prefetch().pages()
    next(pages)

    assert second.wait(60)
    assert server.asked == [None, "b"]
    assert [page.items for page in pages] == [[3, 4], [5]]


def test_prefetch_left() -> None:
    """After an early exit nothing more is requested."""
    server = Server()
    for _ in pager(server).prefetch():
        break

    assert len(server.asked) <= 2


def test_prefetch_left_in_a_scope() -> None:
    """The request for the next page is cancelled when the caller has left."""
    scopes: list[CancelScope | None] = []
    second, left = threading.Event(), threading.Event()

    def respond(call: Call[Any]) -> dict[str, Any]:
        if call.options["params"].get("cursor"):
            second.set()
            left.wait(60)
            scopes.append(current_scope())
        return Server()(call)

    pages = pager(respond).prefetch().pages()
    next(pages)
    second.wait(60)
    pages.close()
    left.set()
    for thread in threading.enumerate():
        if thread.name.startswith("campaignkit"):
            thread.join(60)
    [scope] = scopes

    assert scope is not None
    assert scope.is_cancelled


@pytest.mark.parametrize("walk", ["prefetch", "async prefetch"])
def test_prefetch_context(walk: str) -> None:
    """The request for the page ahead sees the caller's context variables."""
    trace: ContextVar[str] = ContextVar("trace", default="none")
    trace.set("ours")
    seen: list[str] = []

    class Traced(Numbered):
        def __call__(self, call: Call[Any]) -> list[int]:
            seen.append(trace.get())
            return super().__call__(call)

    assert len(walked(walk, Traced(70))) == 70
    assert {*seen} == {"ours"}


def test_prefetch_fails() -> None:
    """A failure of the next page is raised after the items before it."""

    def respond(call: Call[Any]) -> dict[str, Any]:
        if call.options["params"].get("cursor"):
            raise ValueError("no second page")
        return Server()(call)

    pages = pager(respond).prefetch().pages()
    next(pages)
    with pytest.raises(ValueError, match="no second page"):
        next(pages)


def test_async_prefetch() -> None:
    """The next page is on its way while this one is looked at; leaving calls it off."""

    async def run() -> list[Any]:
        server = Server()
        pages = async_pager(server).prefetch().pages()
        await anext(pages)
        for _ in range(100):  # more turns of the loop than two requests take
            await asyncio.sleep(0)
        asked = list(server.asked)
        await pages.aclose()
        return asked

    assert asyncio.run(run()) == [None, "b"]
