"""Lists that come in pages are walked lazily, to their end, and never in a circle."""

import asyncio
from typing import Any

import pytest
from campaignkit import DeadlineExceeded, Sonarly
from campaignkit_api.api.sonarly_campaigns import sonarly_campaigns_list
from campaignkit_fake import SAMPLE_ID, Fake, Fault, VirtualClock
from campaignkit_runtime.operations import Call

from tests.client.page_servers import Server, async_pager, pager


def test_items() -> None:
    """The items of all pages come one after the other; each iteration starts again."""
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

    def respond(call: Call[Any]) -> dict[str, Any]:
        kept.append(call.options["params"].get("limit"))
        return Server()(call)

    assert list(pager(respond, cursor="b", limit=2)) == [3, 4, 5]
    assert kept == [2, 2]


@pytest.mark.parametrize("following", [None, "b"], ids=["first page", "same page"])
def test_circle(following: Any, caplog: pytest.LogCaptureFixture) -> None:
    """A cursor that was there before ends the walk, with a warning."""
    pages: dict[Any, Any] = {"a": ([1], "b"), "b": ([2], following or "a")}

    assert list(pager(Server(pages), cursor="a")) == [1, 2]
    assert "the next page is an earlier page" in caplog.text


def test_empty_cursor() -> None:
    """A page with `hasMore` but without a cursor is the last."""
    assert list(pager(Server({None: ([1], "")}))) == [1]


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
