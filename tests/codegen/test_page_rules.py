"""Pages follow each other by offset, by link and by a cursor in the body."""

import asyncio
import json
import logging
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from campaignkit import CampaignKitError, DeadlineExceeded
from campaignkit_fake import VirtualClock
from campaignkit_runtime.page_rules import LinkRule, PageCounts, by_link, link_parameters, next_link

from tests.codegen.quarry_package import Quarry, Recorder

pytestmark = pytest.mark.expects_contract_violation("a quarry is no vendor of the spec")


def _stones(*numbers: int) -> list[dict[str, Any]]:
    return [{"id": f"s{number}", "weight": number} for number in numbers]


class Server:
    """A server of seven stones, which pages them in every way."""

    def __init__(self, size: int = 3) -> None:
        self.requests: list[httpx.Request] = []
        self.size = size

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return a page."""
        self.requests.append(request)
        start = self._start(request)
        end = start + self.size
        page: dict[str, Any] = {"stones": _stones(*range(7)[start:end])}
        url = f"https://internal.example/v9{request.url.path}?page={end}&flag=a&flag=b"
        is_last = end >= 7
        if request.url.path == "/by-link":
            page["links"] = None if is_last else {"next": url}
        if request.url.path == "/by-body":
            page["next"] = None if is_last else str(end)
        if request.url.path == "/by-header":
            link = "" if is_last else f'<{url}&x="y">; rel="last", <{url}>; title="n, x"; rel=next'
            return httpx.Response(200, json=page["stones"], headers={"Link": link})
        return httpx.Response(200, json=page)

    def _start(self, request: httpx.Request) -> int:
        if request.method == "POST":
            return int(json.loads(request.content).get("after", 0))
        return int(request.url.params.get("offset") or request.url.params.get("page") or 0)


OPERATIONS = ["by_offset", "by_link", "by_header", "by_body"]


def _arguments(name: str) -> dict[str, Any]:
    return {"query": "q"} if name == "by_body" else {}


@pytest.mark.parametrize("is_ahead", [False, True])
@pytest.mark.parametrize("name", OPERATIONS)
def test_pages(quarry: Quarry, name: str, is_ahead: bool) -> None:
    """Every item comes once, from as few pages as there are."""
    server = Server()
    pager = getattr(quarry.sync(server).stones, name)(**_arguments(name))
    pager = pager.prefetch() if is_ahead else pager

    assert [stone.id for stone in pager] == [f"s{number}" for number in range(7)]
    assert len(server.requests) == 3
    assert {request.url.host for request in server.requests} == {"quarry.example"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_async_pages(quarry: Quarry, name: str) -> None:
    """The same for asyncio."""

    async def call() -> list[str]:
        async with quarry.asynchronous(Server()) as client:
            pager = getattr(client.stones, name)(**_arguments(name))
            return [stone.id async for stone in pager]

    assert asyncio.run(call()) == [f"s{number}" for number in range(7)]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("by_offset", {"offset": 3}),
        ("by_link", {"page": 3}),
        ("by_header", {"page": 3}),
        ("by_body", {"after": "3"}),
    ],
)
def test_resumed(quarry: Quarry, name: str, start: dict[str, Any]) -> None:
    """A list goes on from the position that the caller kept."""
    pager = getattr(quarry.sync(Server()).stones, name)(**_arguments(name), **start)

    assert [stone.id for stone in pager] == [f"s{number}" for number in range(3, 7)]


def test_link_query(quarry: Quarry) -> None:
    """A link gives the whole query of the next page."""
    server = Server()
    list(quarry.sync(server).stones.by_link(page=0))

    assert server.requests[1].url.params.multi_items() == [
        ("page", "3"),
        ("flag", "a"),
        ("flag", "b"),
    ]


def test_deadline(quarry: Quarry) -> None:
    """A deadline holds for all pages together."""
    clock, server = VirtualClock(), Server()

    def respond(request: httpx.Request) -> httpx.Response:
        clock.sleep(2)
        return server(request)

    pager = quarry.sync(respond, clock=clock, deadline=3.0).stones.by_header()
    with pytest.raises(DeadlineExceeded):
        list(pager)

    assert len(server.requests) == 2


@pytest.mark.parametrize("url", ["https://quarry.example/other?page=3", "/by-link/2"])
def test_other_path(quarry: Quarry, url: str) -> None:
    """A link to another path is an error, not the end of the list."""
    page = {"stones": _stones(1), "links": {"next": url}}
    pager = quarry.sync(Recorder(lambda: httpx.Response(200, json=page))).stones.by_link()
    with pytest.raises(CampaignKitError, match="has another path"):
        list(pager)


def test_offset_total() -> None:
    """A total ends a list that begins at its start, also if pages differ in size."""
    from campaignkit_runtime.pagination import by_offset

    def following(offset: int, *counts: int, total: object) -> object:
        known = PageCounts()
        for count in counts:
            known.add(count)
        rule = by_offset("offset", 0, total=lambda page: page)
        return rule(total, {"offset": offset} if offset else {}, known)

    assert following(0, 2, total=5) == {"offset": 2}
    assert following(2, 2, 1, total=5) == {"offset": 3}
    assert following(2, 2, 3, total=5) is following(0, 0, total=5) is None
    assert following(9, 2, total=None) == {"offset": 11}


def test_links() -> None:
    """A header of links is read as RFC 8288 says."""
    assert next_link('</a>; rel="prev", </b?x=1,2>; rel="last NEXT"') == "/b?x=1,2"
    assert next_link("</a>; rel=nextish") is next_link(None) is None
    assert link_parameters("/a?x=1&x=2&x=3&y=") == {"x": ["1", "2", "3"], "y": ""}


def test_empty_pages(caplog: pytest.LogCaptureFixture) -> None:
    """A server that links empty pages without an end is stopped."""
    rule: LinkRule[int] = by_link(lambda page: f"/a?page={page}")

    def pages() -> Iterator[object]:
        counts = PageCounts()
        for number in range(100):
            counts.add(0)
            yield rule(number, {}, counts)

    with caplog.at_level(logging.WARNING):
        *_, before, last = pages()

    assert (before, last) == ({"page": "98"}, None)
    assert "100 pages in a row are empty" in caplog.text
