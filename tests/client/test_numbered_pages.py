"""Pages by number, total and size end with the list, on every kind of walk."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import numpy as np
import pytest
from campaignkit import Callers, InvalidArgumentError, Sonarly
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_runtime.operations import Call
from campaignkit_runtime.pagination import Pagination, by_number, validate_page_size

from tests.client.page_servers import CURSORS, Numbered, walked

TOTALS: Pagination[dict[str, Any], int] = Pagination(
    lambda page: page["items"], by_number("page", 1, total=lambda page: page["total"])
)
WALKS = pytest.mark.parametrize("walk", ["sync", "prefetch", "async", "async prefetch"])


@WALKS
@pytest.mark.parametrize(
    ("rows", "size", "asked"),
    [
        (250, 200, [1, 2, 3]),  # the server gives 100 at most
        (200, 200, [1, 2, 3]),  # the last page is full
        (250, 100, [1, 2, 3]),
        (120, None, [1, 2, 3]),  # the size is the server's own
        (3, 50, [1, 2]),  # the first page is not full, or the server gives no more
        (0, 50, [1]),
    ],
)
def test_numbers(walk: str, rows: int, size: int | None, asked: list[int]) -> None:
    """No row is lost, for any page size of the caller and of the server."""
    server = Numbered(rows)
    parameters: Any = {} if size is None else {"perPage": size}

    assert walked(walk, server, **parameters) == server.rows
    assert server.asked == asked


@WALKS
@pytest.mark.parametrize("rows", [6, 50, 100, 130])
def test_clamped(walk: str, rows: int, caplog: pytest.LogCaptureFixture) -> None:
    """A server that gives the last page again and again ends the walk; no row comes twice."""
    server = Numbered(rows, clamps=True)

    assert walked(walk, server, perPage=50) == server.rows
    assert len(server.asked) <= rows // 50 + 2
    assert ("a page was repeated" in caplog.text) == (rows in (6, 50, 100))


@WALKS
def test_first_page_again(walk: str) -> None:
    """So does a server that does not look at the number of the page."""
    server = Numbered(40)
    server.clamps = True
    server.cap = 50

    assert walked(walk, server, page=7) == server.rows


class Totals(Numbered):
    """Server that sends the number of all rows with each page."""

    total: Any = None

    def __call__(self, call: Call[Any]) -> Any:
        """Return the requested page."""
        items = super().__call__(call)
        return {"items": items, "total": len(self.rows) if self.total is None else self.total}


@WALKS
@pytest.mark.parametrize(
    ("rows", "size", "asked"),
    [(250, 200, 3), (200, 200, 2), (100, 100, 1), (3, 50, 1), (0, 50, 1)],
)
def test_total(walk: str, rows: int, size: int, asked: int) -> None:
    """The total of all rows ends the walk, and saves the request for an empty page."""
    server = Totals(rows)

    assert walked(walk, server, TOTALS, perPage=size) == server.rows
    assert len(server.asked) == asked


@pytest.mark.parametrize("total", [0, 20, 10_000, -1, "250", None, True])
def test_wrong_total(total: Any) -> None:
    """A wrong total loses no row, and the list still ends."""
    server = Totals(120)
    server.total = total

    assert walked("sync", server, TOTALS, perPage=50) == server.rows
    assert len(server.asked) <= 4


def test_total_later() -> None:
    """A walk that begins at a later page does not count up to the total."""
    server = Totals(250)

    assert walked("sync", server, TOTALS, page=2, perPage=100) == server.rows[100:]


def test_uneven_pages_with_total() -> None:
    """A page that is not full is not the last while rows are missing to the total."""
    pages = {1: [1, 2, 3], 2: [4], 3: [5, 6, 7], 4: [8]}

    def respond(call: Call[Any]) -> Any:
        return {"items": pages.get(call.options["params"].get("page", 1), []), "total": 8}

    assert walked("sync", respond, TOTALS) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_changed_page_again() -> None:
    """A page comes again if its items do, though what is said of them has changed."""
    versions = iter(range(100))
    keyed: Pagination[list[Any], Any] = Pagination(
        lambda page: page, by_number("page", 1), lambda row: row["id"]
    )

    def respond(_: Call[Any]) -> list[Any]:
        return [{"id": id_, "seconds": next(versions)} for id_ in "ab"]

    assert [row["id"] for row in walked("sync", respond, keyed)] == ["a", "b"]  # type: ignore[index]


class Cursors:
    """Server that always has another page, with given cursors and items."""

    def __init__(self, pages: Callable[[int], tuple[list[int], Any]]) -> None:
        self.asked = 0
        self._pages = pages

    def __call__(self, call: Call[Any]) -> dict[str, Any]:
        """Return the requested page."""
        self.asked += 1
        items, cursor = self._pages(self.asked)
        return {"items": items, "next": cursor, "more": True}

    async def respond(self, call: Call[Any]) -> dict[str, Any]:
        """Return the requested page after other tasks had a turn."""
        await asyncio.sleep(0)
        return self(call)


@WALKS
@pytest.mark.parametrize(
    ("pages", "rows", "most"),
    [
        (lambda number: ([1, 2], f"c{number}"), [1, 2], 2),  # the same page under other cursors
        (lambda number: ([number], "c"), [1, 2], 2),  # the same cursor
        (lambda number: ([number], ""), [1], 1),
        (lambda number: ([number], None), [1], 1),
        (lambda number: ([], f"c{number}"), [], 100),  # no items, for ever
        (lambda number: ([number] if number % 9 == 0 else [], f"c{number % 90}"), None, 91),
    ],
    ids=["same page", "same cursor", "empty cursor", "no cursor", "no items", "few items"],
)
def test_has_always_more(
    walk: str, pages: Any, rows: list[int] | None, most: int, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that always has more is stopped; pages without items may come before others."""
    server = Cursors(pages)

    assert walked(walk, server, CURSORS) == (list(range(9, 91, 9)) if rows is None else rows)
    assert server.asked <= most
    assert ("so the list ends here" in caplog.text) == (most > 1)


@pytest.mark.parametrize("size", [0, -1, 0.5, float("nan"), 2**63, "50", True, int])
@pytest.mark.parametrize("is_raw", [False, True], ids=["pager", "raw"])
def test_page_size(size: Any, is_raw: bool) -> None:
    """A page size below 1 is refused by name, before anything is sent."""
    fake = Fake()
    with (
        Sonarly(api_key="fake-sonarly", transport=fake.transport()) as sonarly,
        Callers(api_key="fake-callers", transport=fake.transport()) as callers,
    ):
        audiences: Any = sonarly.audiences.with_raw_response if is_raw else sonarly.audiences
        contacts: Any = callers.contacts.with_raw_response if is_raw else callers.contacts
        with pytest.raises(InvalidArgumentError, match="limit must be an integer") as limit:
            audiences.list(SAMPLE_ID, limit=size)
        with pytest.raises(InvalidArgumentError, match="per_page must be an integer") as page:
            contacts.list(SAMPLE_ID, per_page=size)

    assert (limit.value.argument, page.value.argument) == ("limit", "per_page")
    assert isinstance(limit.value, TypeError) == isinstance(size, str | bool | float | type)
    assert fake.state()["requests"] == {}


def test_whole_page_size() -> None:
    """An integer of another library is a page size."""
    validate_page_size("per_page", np.int64(50))
    validate_page_size("per_page", None)


class Capped:
    """Gives pages of copies of an item of the fake, and at most 100 a page."""

    def __init__(self, first: int) -> None:
        self.asked: list[int] = []
        self._first = first
        self._fake = httpx.Client(transport=Fake().transport())

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the requested page."""
        number = int(request.url.params.get("page", self._first)) - self._first
        self.asked.append(number)
        sample = self._fake.get(request.url.copy_with(query=None), headers=request.headers).json()
        [item, *_] = sample["data"] if isinstance(sample, dict) else sample
        items = [item | {"id": f"{row:024x}"} for row in range(number * 100, number * 100 + 100)]
        items = [item for item in items if int(item["id"], 16) < 250]
        if isinstance(sample, list):
            return httpx.Response(200, json=items)
        return httpx.Response(200, json=sample | {"data": items, "total": 250})


@pytest.mark.httpx_only
@pytest.mark.parametrize("per_page", [200, 100, None])
@pytest.mark.parametrize(
    ("list_all", "first"),
    [
        (lambda callers, size: callers.contacts.list(SAMPLE_ID, per_page=size), 0),
        (lambda callers, size: callers.calls.list(SAMPLE_ID, per_page=size), 0),
        (
            lambda callers, size: callers.calls.list_for_contact(
                SAMPLE_ID, SAMPLE_ID, per_page=size
            ),
            1,
        ),
    ],
    ids=["contacts", "calls", "calls of a contact"],
)
def test_capped(list_all: Any, first: int, per_page: int | None) -> None:
    """Every numbered list of the API is complete, though the server gives fewer than asked for."""
    server = Capped(first)
    with Callers(api_key="fake-callers", transport=httpx.MockTransport(server)) as callers:
        ids = [row.id for row in list_all(callers, per_page)]

    assert ids == [f"{row:024x}" for row in range(250)]
    assert server.asked == [0, 1, 2]


def test_calls_for_contact() -> None:
    """Calls of a contact are counted by their total: no request is made for an empty page."""
    fake = Fake()
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        calls = list(callers.calls.list_for_contact(SAMPLE_ID, SAMPLE_ID))

    assert len(calls) > 0
    assert fake.state()["requests"] == {"callers_calls_list_for_contact": 1}
