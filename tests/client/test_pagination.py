"""Lists that come in pages are walked lazily, to their end, and never in a circle."""

import asyncio
import threading
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import httpx
import numpy as np
import pytest
from campaignkit import Callers, DeadlineExceeded, InvalidArgumentError, Sonarly
from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_list
from campaignkit_fake import SAMPLE_ID, Fake, Fault, VirtualClock
from campaignkit_runtime.cancellation import CancelScope, current_scope
from campaignkit_runtime.operations import Call, Operation
from campaignkit_runtime.pagination import (
    AsyncPager,
    Pager,
    Pagination,
    by_cursor,
    by_number,
    validate_page_size,
)

OPERATION: Operation[dict[str, Any]] = Operation("orchard_trees_list", "GET", "safe", {})
CURSORS: Pagination[dict[str, Any], int] = Pagination(
    lambda page: page["items"],
    by_cursor("cursor", lambda page: page["next"], lambda page: page["more"]),
)
NUMBERS: Pagination[list[int], int] = Pagination(lambda page: page, by_number("page", 1))
TOTALS: Pagination[dict[str, Any], int] = Pagination(
    lambda page: page["items"], by_number("page", 1, total=lambda page: page["total"])
)
PAGES = {None: ([1, 2], "b"), "b": ([3, 4], "c"), "c": ([5], None)}


class Server:
    """Answers calls with pages, and keeps which were asked for."""

    def __init__(self, pages: dict[Any, tuple[list[int], Any]] = PAGES) -> None:
        self.pages = pages
        self.asked: list[Any] = []

    def __call__(self, call: Call[Any]) -> dict[str, Any]:
        """The page that a call asks for."""
        cursor = call.options["params"].get("cursor")
        self.asked.append(cursor)
        items, following = self.pages[cursor]
        return {"items": items, "next": following, "more": following is not None}

    async def answer(self, call: Call[Any]) -> dict[str, Any]:
        """The same, a turn of the loop later."""
        await asyncio.sleep(0)
        return self(call)


def pager(server: Callable[[Call[Any]], Any], **parameters: Any) -> Pager[dict[str, Any], int]:
    """The pager of a list that a server answers."""
    return Pager(lambda: server, Call(OPERATION, "/trees", {"params": parameters}), CURSORS)


def async_pager(server: Server) -> AsyncPager[dict[str, Any], int]:
    """The same for asyncio."""
    return AsyncPager(lambda: server.answer, Call(OPERATION, "/trees", {"params": {}}), CURSORS)


def test_items() -> None:
    """The items of all pages come one after the other; each walk begins anew."""
    trees = pager(Server())

    assert list(trees) == list(trees) == [1, 2, 3, 4, 5]


def test_lazy() -> None:
    """A page is requested when the iteration reaches it, the first page too."""
    server = Server()
    items = iter(pager(server))
    asked = []
    for _ in range(3):
        asked.append(list(server.asked))
        next(items)

    assert [*asked, server.asked] == [[], [None], [None], [None, "b"]]


def test_pages() -> None:
    """The pages themselves show their cursors."""
    assert [page.payload["next"] for page in pager(Server()).pages()] == ["b", "c", None]


def test_resume() -> None:
    """A walk begins at the cursor that the caller gives, and other parameters stay."""
    kept: list[Any] = []

    def answer(call: Call[Any]) -> dict[str, Any]:
        kept.append(call.options["params"].get("limit"))
        return Server()(call)

    assert list(pager(answer, cursor="b", limit=2)) == [3, 4, 5]
    assert kept == [2, 2]


@pytest.mark.parametrize("following", [None, "b"], ids=["first page", "same page"])
def test_circle(following: Any, caplog: pytest.LogCaptureFixture) -> None:
    """A cursor that was there before ends the walk, with a warning."""
    pages: dict[Any, Any] = {"a": ([1], "b"), "b": ([2], following or "a")}

    assert list(pager(Server(pages), cursor="a")) == [1, 2]
    assert "the next page is an earlier page" in caplog.text


def test_empty_cursor() -> None:
    """A server that says that there is more, but not where, is at its end."""
    assert list(pager(Server({None: ([1], "")}))) == [1]


class Numbered:
    """Answers with numbered pages of so many rows, at most `cap` of them."""

    def __init__(self, rows: int, cap: int = 100, *, clamps: bool = False) -> None:
        self.rows = list(range(rows))
        self.cap = cap
        self.clamps = clamps
        self.asked: list[int] = []

    def __call__(self, call: Call[Any]) -> list[int]:
        """The page that a call asks for."""
        parameters = call.options["params"]
        number = parameters.get("page", 1)
        self.asked.append(number)
        size = min(self.cap, parameters.get("perPage", 50))
        if self.clamps:
            number = min(number, max(1, -(-len(self.rows) // size)))
        return self.rows[(number - 1) * size : number * size]

    async def answer(self, call: Call[Any]) -> list[int]:
        """The same, a turn of the loop later."""
        await asyncio.sleep(0)
        return self(call)


WALKS = pytest.mark.parametrize("walk", ["sync", "prefetch", "async", "async prefetch"])


def walked(
    walk: str, server: Any, pagination: Pagination[Any, int] = NUMBERS, **parameters: Any
) -> list[int]:
    """The items of a list, walked in one of the four ways."""
    call: Call[Any] = Call(OPERATION, "/trees", {"params": parameters})
    if "async" not in walk:
        trees = Pager(lambda: server, call, pagination)
        return list(trees.prefetch() if "prefetch" in walk else trees)
    async_trees = AsyncPager(lambda: server.answer, call, pagination)

    async def run() -> list[int]:
        return [
            row async for row in (async_trees.prefetch() if "prefetch" in walk else async_trees)
        ]

    return asyncio.run(run())


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
    """Tells the number of all rows on each page."""

    total: Any = None

    def __call__(self, call: Call[Any]) -> Any:
        """The page that a call asks for."""
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

    def answer(call: Call[Any]) -> Any:
        return {"items": pages.get(call.options["params"].get("page", 1), []), "total": 8}

    assert walked("sync", answer, TOTALS) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_changed_page_again() -> None:
    """A page comes again if its items do, though what is said of them has changed."""
    versions = iter(range(100))
    keyed: Pagination[list[Any], Any] = Pagination(
        lambda page: page, by_number("page", 1), lambda row: row["id"]
    )

    def answer(_: Call[Any]) -> list[Any]:
        return [{"id": id_, "seconds": next(versions)} for id_ in "ab"]

    assert [row["id"] for row in walked("sync", answer, keyed)] == ["a", "b"]  # type: ignore[index]


class Cursors:
    """Always tells of another page, with the cursors and items that it is given."""

    def __init__(self, pages: Callable[[int], tuple[list[int], Any]]) -> None:
        self.asked = 0
        self._pages = pages

    def __call__(self, call: Call[Any]) -> dict[str, Any]:
        """The next page."""
        self.asked += 1
        items, cursor = self._pages(self.asked)
        return {"items": items, "next": cursor, "more": True}

    async def answer(self, call: Call[Any]) -> dict[str, Any]:
        """The same, a turn of the loop later."""
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
    """A server that always has more comes to an end; pages without items may come before others."""
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
        """The page that a request asks for."""
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


def test_prefetch_without_asyncio() -> None:
    """In another event loop than asyncio's the pages come one after the other."""

    class Now(Numbered):
        async def answer(self, call: Call[Any]) -> list[int]:
            return self(call)

    async def run() -> list[int]:
        call: Call[Any] = Call(OPERATION, "/trees", {"params": {}})
        return [row async for row in AsyncPager(lambda: Now(70).answer, call, NUMBERS).prefetch()]

    walk = run()
    with pytest.raises(StopIteration) as ended:
        walk.send(None)

    assert ended.value.value == list(range(70))


def test_calls_for_contact() -> None:
    """Calls of a contact are counted by their total: no request is made for an empty page."""
    fake = Fake()
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        calls = list(callers.calls.list_for_contact(SAMPLE_ID, SAMPLE_ID))

    assert len(calls) > 0
    assert fake.state()["requests"] == {"callers_calls_list_for_contact": 1}


def test_prefetch() -> None:
    """The next page is asked for while this one is looked at, and no page further."""
    server = Server()
    second = threading.Event()

    def answer(call: Call[Any]) -> dict[str, Any]:
        page = server(call)
        if call.options["params"].get("cursor") == "b":
            second.set()
        return page

    pages = pager(answer).prefetch().pages()
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
    """The request for the page ahead is told when the caller has left."""
    scopes: list[CancelScope | None] = []
    second, left = threading.Event(), threading.Event()

    def answer(call: Call[Any]) -> dict[str, Any]:
        if call.options["params"].get("cursor"):
            second.set()
            left.wait(60)
            scopes.append(current_scope())
        return Server()(call)

    pages = pager(answer).prefetch().pages()
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
    """A failure of the page ahead is raised where that page would have come."""

    def answer(call: Call[Any]) -> dict[str, Any]:
        if call.options["params"].get("cursor"):
            raise ValueError("no second page")
        return Server()(call)

    pages = pager(answer).prefetch().pages()
    next(pages)
    with pytest.raises(ValueError, match="no second page"):
        next(pages)


@pytest.mark.parametrize("is_prefetching", [False, True], ids=["as needed", "prefetch"])
def test_async(is_prefetching: bool) -> None:
    """The async pager walks in the same way."""

    async def run() -> tuple[list[int], list[Any]]:
        trees = async_pager(Server())
        trees = trees.prefetch() if is_prefetching else trees
        return [item async for item in trees], [
            page.payload["next"] async for page in trees.pages()
        ]

    assert asyncio.run(run()) == ([1, 2, 3, 4, 5], ["b", "c", None])


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


def test_deadline() -> None:
    """All pages of a walk share one deadline."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(delay=4, times=2))
    sonarly = Sonarly(
        api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock, deadline=5
    )
    send = sonarly._send.with_shared_deadline()

    assert send(sonarly_campaigns_list.call(SAMPLE_ID))
    with pytest.raises(DeadlineExceeded):
        send(sonarly_campaigns_list.call(SAMPLE_ID))


def test_repr() -> None:
    """A pager says what it is of."""
    assert repr(pager(Server())) == "Pager('orchard_trees_list')"
