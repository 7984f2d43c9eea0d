"""Servers of pages, and pagers of them."""

import asyncio
from collections.abc import Callable
from typing import Any

from campaignkit_runtime.operations import Call, Operation
from campaignkit_runtime.pagination import AsyncPager, Pager, Pagination, by_cursor, by_number

OPERATION: Operation[dict[str, Any]] = Operation("orchard_trees_list", "GET", "safe", {})
CURSORS: Pagination[dict[str, Any], int] = Pagination(
    lambda page: page["items"],
    by_cursor("cursor", lambda page: page["next"], lambda page: page["more"]),
)
NUMBERS: Pagination[list[int], int] = Pagination(lambda page: page, by_number("page", 1))
PAGES = {None: ([1, 2], "b"), "b": ([3, 4], "c"), "c": ([5], None)}


class Server:
    """Server of pages, which keeps the requests."""

    def __init__(self, pages: dict[Any, tuple[list[int], Any]] = PAGES) -> None:
        self.pages = pages
        self.asked: list[Any] = []

    def __call__(self, call: Call[Any]) -> dict[str, Any]:
        """Return the requested page."""
        cursor = call.options["params"].get("cursor")
        self.asked.append(cursor)
        items, following = self.pages[cursor]
        return {"items": items, "next": following, "more": following is not None}

    async def respond(self, call: Call[Any]) -> dict[str, Any]:
        """Return the requested page after other tasks had a turn."""
        await asyncio.sleep(0)
        return self(call)


def pager(server: Callable[[Call[Any]], Any], **parameters: Any) -> Pager[dict[str, Any], int]:
    """Return the pager of a list of a server."""
    return Pager(lambda: server, Call(OPERATION, "/trees", {"params": parameters}), CURSORS)


def async_pager(server: Server) -> AsyncPager[dict[str, Any], int]:
    """Return the async pager of a list of a server."""
    return AsyncPager(lambda: server.respond, Call(OPERATION, "/trees", {"params": {}}), CURSORS)


class Numbered:
    """Server of numbered pages of at most `cap` rows."""

    def __init__(self, rows: int, cap: int = 100, *, clamps: bool = False) -> None:
        self.rows = list(range(rows))
        self.cap = cap
        self.clamps = clamps
        self.asked: list[int] = []

    def __call__(self, call: Call[Any]) -> list[int]:
        """Return the requested page."""
        parameters = call.options["params"]
        number = parameters.get("page", 1)
        self.asked.append(number)
        size = min(self.cap, parameters.get("perPage", 50))
        if self.clamps:
            number = min(number, max(1, -(-len(self.rows) // size)))
        return self.rows[(number - 1) * size : number * size]

    async def respond(self, call: Call[Any]) -> list[int]:
        """Return the requested page after other tasks had a turn."""
        await asyncio.sleep(0)
        return self(call)


def walked(
    walk: str, server: Any, pagination: Pagination[Any, int] = NUMBERS, **parameters: Any
) -> list[int]:
    """Return the items of a list, read in one of the four ways."""
    call: Call[Any] = Call(OPERATION, "/trees", {"params": parameters})
    if "async" not in walk:
        trees = Pager(lambda: server, call, pagination)
        return list(trees.prefetch() if "prefetch" in walk else trees)
    async_trees = AsyncPager(lambda: server.respond, call, pagination)

    async def run() -> list[int]:
        return [
            row async for row in (async_trees.prefetch() if "prefetch" in walk else async_trees)
        ]

    return asyncio.run(run())
