"""Connections that wait for the next request: how long, and for which one."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from campaignkit import AsyncSonarly, NotFoundError, Sonarly
from campaignkit_fake import SAMPLE_ID as ID

from tests.client.raw_server import Clock, Counter, async_transport, server, sync_transport
from tests.client.responses import KEY, transport

FRESH = {"fresh_connection": True}


def used(
    base_url: str, pauses: list[float], kind: str, extensions: dict[str, Any] | None = None
) -> list[int]:
    """Return the connections of calls that follow each other after pauses."""
    clock = Clock()
    if kind == "sync":
        with httpx.Client(transport=sync_transport(base_url, monotonic=clock)) as http:
            numbers = [int(http.get(base_url).text)]
            for pause in pauses:
                clock.now += pause
                numbers.append(int(http.get(base_url, extensions=extensions).text))
        return numbers

    async def run() -> list[int]:
        async with httpx.AsyncClient(transport=async_transport(base_url, monotonic=clock)) as http:
            numbers = [int((await http.get(base_url)).text)]
            for pause in pauses:
                clock.now += pause
                numbers.append(int((await http.get(base_url, extensions=extensions)).text))
        return numbers

    return asyncio.run(run())


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(
    ("lines", "pauses", "numbers"),
    [
        ([], [3.9, 3.9], [1, 1, 1]),
        ([], [4.0], [1, 2]),  # common servers close after 5 s
        (["Keep-Alive: timeout=3"], [1.9, 2.0], [1, 1, 2]),
        (["keep-alive: max=100, Timeout = 3"], [1.9, 2.0], [1, 1, 2]),
        (['KEEP-ALIVE: timeout="2", max=7'], [0.9, 1.0], [1, 1, 2]),
        (["Keep-Alive: timeout=1"], [0.0], [1, 2]),
        (["Keep-Alive: timeout=0.5"], [0.0], [1, 2]),
        (["Keep-Alive: timeout=75"], [3.9, 4.0], [1, 1, 2]),
        (["Keep-Alive: timeout=soon"], [3.9, 4.0], [1, 1, 2]),
        (["Keep-Alive: max=1", "X-Timeout: timeout=1"], [3.9], [1, 1]),
        (["Keep-Alive: idletimeout=1"], [3.9], [1, 1]),
    ],
)
def test_keep_alive(kind: str, lines: list[str], pauses: list[float], numbers: list[int]) -> None:
    """A connection is kept less long than the server keeps it."""
    with server(Counter(*lines)) as base_url:
        assert used(base_url, pauses, kind) == numbers


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_fresh(kind: str) -> None:
    """A call that needs a fresh connection gets one with a recent response, or a new one."""
    with server(Counter()) as base_url:
        assert used(base_url, [1.0, 1.1, 0.5], kind, FRESH) == [1, 1, 2, 2]


def test_fresh_leaves_the_others() -> None:
    """The connections that are too old for it stay, for other calls."""
    clock = Clock()
    with (
        server(Counter()) as base_url,
        httpx.Client(transport=sync_transport(base_url, monotonic=clock)) as http,
    ):
        assert http.get(base_url).text == "1"
        clock.now += 2
        with http.stream("GET", base_url, extensions=FRESH) as response:
            assert http.get(base_url).text == "1"
            assert response.read() == b"2"


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_fresh_by_class(kind: str) -> None:
    """Calls that cannot be repeated at will ask for a fresh connection, and only those."""
    asked: list[bool | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.extensions.get("fresh_connection"))
        return httpx.Response(404, json={})

    def calls(client: Any) -> list[Callable[[], Any]]:
        return [
            lambda: client.campaigns.get(ID, ID),  # safe
            lambda: client.messages.respond(ID, prospect_id=ID, message="Yes."),  # keyed
            lambda: client.campaigns.start(ID, ID),  # verify
            lambda: client.audiences.move_leads(ID, ID, lead_ids=["l"], target_audience_id="t"),
        ]

    if kind == "sync":
        for call in calls(Sonarly(api_key=KEY, transport=transport(answer))):
            with pytest.raises(NotFoundError):
                call()
    else:

        async def run() -> None:
            async with AsyncSonarly(api_key=KEY, transport=transport(answer)) as sonarly:
                for call in calls(sonarly):
                    with pytest.raises(NotFoundError):
                        await call()

        asyncio.run(run())

    assert asked == [None, None, True, True]
