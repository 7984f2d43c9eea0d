"""Pages have numbers and cursors, and an iteration can continue after a stored page."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from campaignkit import Callers, InvalidArgumentError, InvalidArgumentTypeError, Sonarly
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_runtime.operations import Call, Operation
from campaignkit_runtime.pagination import (
    AsyncPager,
    Page,
    Pager,
    Pagination,
    by_cursor,
    by_link,
    by_number,
)

OPERATION: Operation[dict[str, Any]] = Operation("orchard_trees_list", "GET", "safe", {})
CURSORS: Pagination[dict[str, Any], int] = Pagination(
    lambda page: page["items"],
    by_cursor("cursor", lambda page: page["next"], lambda page: page["next"]),
)
NUMBERS: Pagination[list[int], int] = Pagination(
    lambda page: range_items(page), by_number("page", 0)
)
LINKS: Pagination[dict[str, Any], int] = Pagination(
    lambda page: page["items"], by_link(lambda page: page["next"] and f"/trees?{page['next']}")
)


def range_items(page: list[int]) -> Any:
    """Items in an iterable that is not a list."""
    return tuple(page)


class Server:
    """Server of seven items in pages of two, by cursor."""

    def __init__(self, *, prefix: str = "") -> None:
        self.requested: list[dict[str, Any]] = []
        self._prefix = prefix

    def __call__(self, call: Call[Any]) -> dict[str, Any]:
        """Return the page of a call."""
        parameters = dict(call.options["params"])
        self.requested.append(parameters)
        start = int(parameters.get("cursor", 0))
        end = f"{self._prefix}{start + 2}" if start + 2 < 7 else ""
        return {"items": list(range(start, min(start + 2, 7))), "next": end}

    async def respond(self, call: Call[Any]) -> dict[str, Any]:
        """Return the page of a call, for asyncio."""
        return self(call)


def pager(
    server: Callable[[Call[Any]], Any],
    pagination: Pagination[Any, int] = CURSORS,
    **parameters: Any,
) -> Pager[Any, int]:
    """Return the pager of a list."""
    return Pager(lambda: server, Call(OPERATION, "/trees", {"params": parameters}), pagination)


def async_pager(server: Server) -> AsyncPager[Any, int]:
    """Return the pager of a list, for asyncio."""
    return AsyncPager(lambda: server.respond, Call(OPERATION, "/trees", {"params": {}}), CURSORS)


def numbered(call: Call[Any]) -> list[int]:
    """Return a page of two of seven items, by number from 0."""
    start = int(call.options["params"].get("page", 0)) * 2
    return list(range(start, min(start + 2, 7)))


def test_first() -> None:
    """The first item needs one request; an empty list has none."""
    server = Server()

    assert (pager(server).first(), len(server.requested)) == (0, 1)
    assert pager(lambda _: {"items": [], "next": ""}).first() is None


def test_take() -> None:
    """Only the pages with the first items are requested."""
    server = Server()

    assert (pager(server).take(4), len(server.requested)) == ([0, 1, 2, 3], 2)
    assert pager(server).take(100) == list(range(7))


@pytest.mark.parametrize("count", [0, -1, "3", None])
def test_bad_count(count: Any) -> None:
    """A number of items below 1 is refused."""
    with pytest.raises(InvalidArgumentError, match="count must be an integer >= 1"):
        pager(Server()).take(count)


def test_first_and_take_async() -> None:
    """The async pager has the same shortcuts."""

    async def run() -> Any:
        server = Server()
        first = await async_pager(server).first()
        taken = await async_pager(server).take(3)
        rest = await async_pager(server).take(100)
        return first, taken, rest, len(server.requested)

    assert asyncio.run(run()) == (0, [0, 1, 2], list(range(7)), 1 + 2 + 4)


def test_page() -> None:
    """A page iterates its items and shows its number."""
    [first, *_] = pager(Server()).pages()

    assert (list(first), len(first), first.items) == ([0, 1], 2, [0, 1])
    assert repr(first) == "Page(number=1, items=2)"


@pytest.mark.parametrize("is_prefetching", [False, True])
def test_empty_page(*, is_prefetching: bool) -> None:
    """A page without items is a page too."""
    trees = pager(lambda _: {"items": [], "next": ""})
    trees = trees.prefetch() if is_prefetching else trees

    assert [page.items for page in trees.pages()] == [[]]


def test_numbers() -> None:
    """Numbered pages have the vendor's numbers; other pages count from 1."""
    assert [page.number for page in pager(numbered, NUMBERS).pages()] == [0, 1, 2, 3]
    assert [page.number for page in pager(numbered, NUMBERS, page=2).pages()] == [2, 3]
    assert [page.number for page in pager(Server()).pages()] == [1, 2, 3, 4]


@pytest.mark.parametrize("is_prefetching", [False, True])
@pytest.mark.parametrize("done", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("server", "pagination"), [(Server(), CURSORS), (numbered, NUMBERS)], ids=["cursor", "number"]
)
def test_resume(
    server: Any, pagination: Pagination[Any, int], done: int, *, is_prefetching: bool
) -> None:
    """A stored cursor continues with the next page; the cursor of the last page ends at once."""
    pages = list(pager(server, pagination, kind="oak").pages())
    stored = str(pages[done - 1].cursor)
    trees = pager(server, pagination, kind="oak")
    trees = trees.prefetch() if is_prefetching else trees
    rest = list(trees.pages(resume_from=stored))

    assert [page.items for page in rest] == [page.items for page in pages[done:]]
    assert [page.number for page in rest] == [page.number for page in pages[done:]]
    assert list(trees.items(resume_from=stored)) == list(range(2 * done, 7))


def test_resume_link() -> None:
    """A cursor of pages with links has all parameters of the link."""
    server = Server(prefix="cursor=")

    def respond(call: Call[Any]) -> dict[str, Any]:
        parameters = call.options["params"]
        page = server(call)
        return page | {"next": page["next"] and f"{page['next']}&kind={parameters['kind']}"}

    [first, *_] = pager(respond, LINKS, kind="oak").pages()

    assert list(pager(respond, LINKS, kind="oak").items(resume_from=first.cursor)) == [
        2,
        3,
        4,
        5,
        6,
    ]


def test_resume_async() -> None:
    """The async pager continues in the same way, also with the next page requested ahead."""

    async def run(*, is_prefetching: bool) -> list[list[int]]:
        trees = async_pager(Server())
        trees = trees.prefetch() if is_prefetching else trees
        cursors = [page.cursor async for page in trees.pages()]
        return [[item async for item in trees.items(resume_from=text)] for text in cursors]

    expected = [[2, 3, 4, 5, 6], [4, 5, 6], [6], []]
    assert asyncio.run(run(is_prefetching=False)) == expected
    assert asyncio.run(run(is_prefetching=True)) == expected


def test_cursor_is_small() -> None:
    """A cursor holds the position only, and none of the other arguments."""
    [first, *_] = pager(Server(), phone="+12025550142").pages()

    assert json.loads(first.cursor)["parameters"] == {"cursor": "2"}
    assert "2025550142" not in first.cursor


@pytest.mark.parametrize("stored", ["", "b", "[]", '{"operation":"other"}', "{}"])
def test_bad_cursor(stored: str) -> None:
    """A text that is no cursor of the list is refused before a request."""
    server = Server()

    with pytest.raises(InvalidArgumentError, match="resume_from must be"):
        pager(server).pages(resume_from=stored)
    assert server.requested == []


def test_cursor_of_other_arguments() -> None:
    """A cursor does not continue a list of other arguments."""
    [first, *_] = pager(Server(), kind="oak").pages()

    with pytest.raises(InvalidArgumentError, match="with the same arguments"):
        pager(Server(), kind="elm").items(resume_from=first.cursor)


@pytest.mark.parametrize("option", ["query", "headers", "json"])
def test_cursor_of_other_options(option: str) -> None:
    """The other parts of a request belong to the arguments, too."""

    def listed(value: Any) -> Pager[Any, int]:
        call: Call[Any] = Call(OPERATION, "/trees", {"params": {}, option: value})
        return Pager(lambda: Server(), call, CURSORS)

    [first, *_] = listed({"kind": "oak"}).pages()

    assert list(listed({"kind": "oak"}).items(resume_from=first.cursor)) == [2, 3, 4, 5, 6]
    with pytest.raises(InvalidArgumentError, match="with the same arguments"):
        listed({"kind": "elm"}).pages(resume_from=first.cursor)


def test_cursor_type() -> None:
    """A page itself is refused with the attribute to pass."""
    [first, *_] = pager(Server()).pages()
    page: Any = first

    with pytest.raises(InvalidArgumentTypeError, match=r"got Page. Pass page.cursor"):
        pager(Server()).pages(resume_from=page)


@pytest.mark.parametrize(
    "change", [{"parameters": [1]}, {"counts": None}, {"counts": 3}, {"parameters": "x"}]
)
def test_changed_cursor(change: dict[str, Any]) -> None:
    """A cursor that was changed is refused as any other text."""
    [first, *_] = pager(Server()).pages()
    cursor = json.dumps(json.loads(first.cursor) | change)

    for text in (cursor, "[" * 100_000):
        with pytest.raises(InvalidArgumentError, match="must be the cursor of a page"):
            pager(Server()).pages(resume_from=text)


def test_take_huge() -> None:
    """A count beyond every list takes the whole list."""
    assert pager(Server()).take(10**30) == list(range(7))


def test_bad_on_page() -> None:
    """A report that cannot be called is refused before anything is requested."""

    async def later(page: object) -> None:
        """Do nothing."""

    bad: Any = 3
    for items in (pager(Server()).items, async_pager(Server()).items):
        with pytest.raises(InvalidArgumentTypeError, match="on_page must be callable, got int"):
            items(on_page=bad)
    with pytest.raises(InvalidArgumentTypeError, match=r"on_page .* got a coroutine function"):
        pager(Server()).items(on_page=later)


def test_on_page() -> None:
    """A page is reported after its last item was processed, and not if the loop ends before."""
    seen: list[Any] = []
    for item in pager(Server()).items(on_page=lambda page: seen.append(page.number)):
        seen.append(f"item {item}")
        if item == 3:
            break

    assert seen == ["item 0", "item 1", 1, "item 2", "item 3"]


@pytest.mark.parametrize("is_coroutine", [False, True])
def test_on_page_async(*, is_coroutine: bool) -> None:
    """The async pager awaits the report of a page."""
    seen: list[int] = []

    async def later(page: Page[Any, int]) -> None:
        seen.append(page.number)

    async def run() -> list[int]:
        report = later if is_coroutine else lambda page: seen.append(page.number)
        return [item async for item in async_pager(Server()).items(on_page=report)]

    assert (asyncio.run(run()), seen) == (list(range(7)), [1, 2, 3, 4])


def test_checkpoint_of_clients() -> None:
    """Lists of both vendors continue in another process with the stored cursor."""
    fake = Fake()
    with Sonarly(api_key="fake-sonarly", transport=fake.transport()) as sonarly:
        audiences = sonarly.audiences.list(SAMPLE_ID, limit=2)
        stored = next(audiences.pages()).cursor
        rest = list(sonarly.audiences.list(SAMPLE_ID, limit=2).items(resume_from=stored))
        assert rest == list(audiences)[2:]
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        contacts = callers.contacts.list(SAMPLE_ID)
        [page, *_] = contacts.pages()
        assert page.number == 0
        assert list(contacts.items(resume_from=page.cursor)) == list(contacts)[len(page) :]
