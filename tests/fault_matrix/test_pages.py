"""Lists of servers that cap, clamp or repeat their pages return every row once."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit_fake import Fake

from tests.example_calls import (
    ASYNC_CLIENTS,
    CLIENTS,
    NODES,
    OPERATION_IDS,
    arguments_of,
    method_of,
    vendor_of,
)
from tests.httpx2_suite import transport_for

from .setups import credentials_of

LISTS = [operation for operation in OPERATION_IDS if "x-pagination" in NODES[operation]]

CAP = 3
"""Rows on a page, for any requested size."""
ROWS = 8
MAX_REQUESTS = 20
"""Requests after which an iteration counts as endless."""

Rows = list[int]
Choice = Callable[[int], int]
"""Function from the requested page, counted from 0, to the returned page."""

CHOICES: dict[str, tuple[Choice, Rows]] = {
    "capped": (lambda page: page, list(range(8))),
    "clamped": (lambda page: min(page, 2), list(range(8))),
    "clamped to full pages": (lambda page: min(page, 1), list(range(6))),
    "always the first": (lambda _: 0, list(range(3))),
    "back to the first": (lambda page: page % 3, list(range(8))),
}
"""Behaviours of a server, with the rows that an iteration then yields."""


class Server:
    """Server of one list, whose rows are copies of an item of the fake."""

    def __init__(self, operation_id: str, choose: Choice) -> None:
        self.requests = 0
        self._choose = choose
        self._rule = NODES[operation_id]["x-pagination"]
        self._fake = httpx.Client(transport=transport_for(httpx, Fake().transport()))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return a page: the requested one, or the chosen one."""
        self.requests += 1
        assert self.requests <= MAX_REQUESTS, "the iteration does not end"
        requested = self._requested_page(request)
        page = self._choose(requested)
        rows = range(page * CAP, min(page * CAP + CAP, ROWS))
        document = self._sample(request)
        path: str = self._rule["items"].removeprefix("$response.body#")
        *steps, last = ["$", *path.split("/")[1:]]
        root = {"$": document}
        place: Any = root
        for step in steps:
            place = place[step]
        item = json.dumps(place[last][0])
        place[last] = [json.loads(item) | {self._rule["key"]: f"{row:024x}"} for row in rows]
        self._write_next(root["$"], page)
        return httpx.Response(200, json=root["$"])

    def _requested_page(self, request: httpx.Request) -> int:
        if cursor := self._rule.get("cursor"):
            return int(request.url.params.get(cursor["parameter"], "0"))
        first: int = self._rule["page"]["first"]
        return int(request.url.params.get(self._rule["page"]["parameter"], first)) - first

    def _sample(self, request: httpx.Request) -> Any:
        url = request.url.copy_with(query=None)
        return self._fake.get(url, headers=request.headers).json()

    def _write_next(self, document: Any, page: int) -> None:
        """Write the next cursor, or the total number of rows."""
        if cursor := self._rule.get("cursor"):
            more = (page + 1) * CAP < ROWS
            *_, data, next_name = cursor["next"].split("/")
            document[data][next_name] = str(page + 1) if more else None
            document[data][cursor["more"].rpartition("/")[2]] = more
        elif "total" in self._rule["page"]:
            document[self._rule["page"]["total"].rpartition("/")[2]] = ROWS


def items_of(operation_id: str, server: Server, *, is_ahead: bool) -> list[Any]:
    """Return the items of a list."""
    options: dict[str, Any] = {"transport": httpx.MockTransport(server)}
    with CLIENTS[vendor_of(operation_id)](**options, **credentials_of(operation_id)) as client:
        pager = method_of(client, operation_id)(**arguments_of(operation_id))
        return list(pager.prefetch() if is_ahead else pager)


def items_of_async(operation_id: str, server: Server, *, is_ahead: bool) -> list[Any]:
    """Return the items of a list, for asyncio."""

    async def main() -> list[Any]:
        options: dict[str, Any] = {"transport": httpx.MockTransport(server)}
        client = ASYNC_CLIENTS[vendor_of(operation_id)](**options, **credentials_of(operation_id))
        async with client:
            pager = method_of(client, operation_id)(**arguments_of(operation_id))
            return [item async for item in (pager.prefetch() if is_ahead else pager)]

    return asyncio.run(main())


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("is_ahead", [False, True], ids=["lazy", "ahead"])
@pytest.mark.parametrize("list_items", [items_of, items_of_async], ids=["sync", "async"])
@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("operation_id", LISTS)
def test_pages(operation_id: str, choice: str, list_items: Any, is_ahead: bool) -> None:
    """Each row comes once and in order, and the iteration ends."""
    choose, rows = CHOICES[choice]
    server = Server(operation_id, choose)
    items = list_items(operation_id, server, is_ahead=is_ahead)
    key = NODES[operation_id]["x-pagination"]["key"]
    names = {"jobId": "job_id", "scanId": "scan_id"}

    assert [getattr(item, names.get(key, key)) for item in items] == [f"{r:024x}" for r in rows]
