"""Lists that come in pages are walked lazily, to their end, and never in a circle."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from campaignkit import DeadlineExceeded, Sonarly
from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_list
from campaignkit_fake import DOCUMENTED_ID, Fake, Fault, VirtualClock
from campaignkit_runtime.operations import Call, Operation
from campaignkit_runtime.pagination import AsyncPager, Pager, Pagination, by_cursor, by_number
from orchard import SPEC
from scratch import generate_from

OPERATION: Operation[dict[str, Any]] = Operation("orchard_trees_list", "GET", "safe", {})
CURSORS: Pagination[dict[str, Any], int] = Pagination(
    lambda page: page["items"],
    by_cursor("cursor", lambda page: page["next"], lambda page: page["more"]),
)
NUMBERS: Pagination[list[int], int] = Pagination(
    lambda page: page, by_number("page", 1, "perPage", lambda page: page)
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
    """A page is asked for when somebody comes to it, and the first not before."""
    server = Server()
    items = iter(pager(server))
    asked = []
    for _ in range(3):
        asked.append(list(server.asked))
        next(items)

    assert [*asked, server.asked] == [[], [None], [None], [None, "b"]]


def test_pages() -> None:
    """The pages themselves show their cursors."""
    assert [page["next"] for page in pager(Server()).pages()] == ["b", "c", None]


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
    assert "a page named one before it" in caplog.text


def test_empty_cursor() -> None:
    """A server that says that there is more, but not where, is at its end."""
    assert list(pager(Server({None: ([1], "")}))) == [1]


@pytest.mark.parametrize("parameters", [{"perPage": 2}, {}], ids=["size given", "size unknown"])
def test_numbers(parameters: dict[str, Any]) -> None:
    """Numbered pages end with one that is not full, or where nobody said what is full, empty."""
    asked: list[Any] = []

    def answer(call: Call[Any]) -> list[int]:
        number = call.options["params"].get("page", 1)
        asked.append(number)
        return {1: [1, 2], 2: [3]}.get(number, [])

    call: Call[Any] = Call(OPERATION, "/trees", {"params": parameters})

    assert list(Pager(lambda: answer, call, NUMBERS)) == [1, 2, 3]
    assert asked == ([1, 2] if parameters else [1, 2, 3])


def test_ahead() -> None:
    """The next page is asked for while this one is looked at, and no page further."""
    server = Server()
    second = threading.Event()

    def answer(call: Call[Any]) -> dict[str, Any]:
        page = server(call)
        if call.options["params"].get("cursor") == "b":
            second.set()
        return page

    pages = pager(answer).ahead().pages()
    next(pages)

    assert second.wait(5)
    assert server.asked == [None, "b"]
    assert [page["items"] for page in pages] == [[3, 4], [5]]


def test_ahead_left() -> None:
    """Who leaves a walk early asks for nothing more."""
    server = Server()
    for _ in pager(server).ahead():
        break

    assert len(server.asked) <= 2


def test_ahead_fails() -> None:
    """A failure of the page ahead is raised where that page would have come."""

    def answer(call: Call[Any]) -> dict[str, Any]:
        if call.options["params"].get("cursor"):
            raise ValueError("no second page")
        return Server()(call)

    pages = pager(answer).ahead().pages()
    next(pages)
    with pytest.raises(ValueError, match="no second page"):
        next(pages)


@pytest.mark.parametrize("is_ahead", [False, True], ids=["as needed", "ahead"])
def test_async(is_ahead: bool) -> None:
    """The async pager walks in the same way."""

    async def run() -> tuple[list[int], list[Any]]:
        trees = async_pager(Server())
        trees = trees.ahead() if is_ahead else trees
        return [item async for item in trees], [page["next"] async for page in trees.pages()]

    assert asyncio.run(run()) == ([1, 2, 3, 4, 5], ["b", "c", None])


def test_async_ahead() -> None:
    """The next page is on its way while this one is looked at; leaving calls it off."""

    async def run() -> list[Any]:
        server = Server()
        pages = async_pager(server).ahead().pages()
        await anext(pages)
        await asyncio.sleep(0.01)
        asked = list(server.asked)
        await pages.aclose()  # type: ignore[attr-defined]  # it is a generator
        return asked

    assert asyncio.run(run()) == [None, "b"]


def test_deadline() -> None:
    """All pages of a walk share one deadline."""
    fake = Fake(clock=VirtualClock())
    fake.faults.add(Fault(delay=4, times=2))
    sonarly = Sonarly(
        api_key="fake-sonarly", transport=fake.transport(), clock=fake.clock, deadline=5
    )
    send = sonarly._send.sharing_deadline()

    assert send(sonarly_campaigns_list.call(DOCUMENTED_ID))
    with pytest.raises(DeadlineExceeded):
        send(sonarly_campaigns_list.call(DOCUMENTED_ID))


def test_repr() -> None:
    """A pager says what it is of."""
    assert repr(pager(Server())) == "Pager('orchard_trees_list')"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"items": "$response.body#/data/name"}, "is no field that is always there"),
        ({"cursor": {"parameter": "page"}}, "there is no parameter page"),
    ],
    ids=["items", "parameter"],
)
def test_broken_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, Any], complaint: str
) -> None:
    """A rule that cannot work stops the generation and says why."""

    def write(document: dict[str, Any]) -> None:
        rule = document["paths"]["/rows/{row}/standing"]["get"]["x-pagination"]
        cursor = rule["cursor"] | change.get("cursor", {})
        rule |= change | {"cursor": cursor}

    assert generate_from(write, tmp_path, SPEC) == 1
    assert complaint in capsys.readouterr().err
