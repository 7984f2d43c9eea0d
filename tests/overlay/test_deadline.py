"""A deadline ends a call whose every single wait is short, whoever's connections carry it."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest
from answers import KEY
from campaignkit import AsyncSonarly, DeadlineExceeded, Sonarly
from wire import head, request, server

SECONDS = 0.2
ENOUGH = 5.0  # a call without an end would take this long, and fail the test


HEAD = b"HTTP/1.1 200 OK\r\nX-Long: "
BODY = head(1_000_000)


@contextmanager
def dripping(beginning: bytes) -> Iterator[str]:
    """A server that begins so, goes on a byte at a time, and does not come to an end."""
    left = threading.Event()

    def drip(connection: socket.socket) -> None:
        request(connection)
        with suppress(OSError):
            connection.sendall(beginning)
            while not left.wait(0.01):
                connection.sendall(b" ")

    with server(drip) as base_url:
        try:
            yield base_url
        finally:
            left.set()


@pytest.mark.parametrize(
    ("beginning", "is_own"),
    # httpx's own transport cannot be interrupted while it waits for a head: see docs/retries.md.
    [(HEAD, False), (BODY, False), (BODY, True)],
    ids=["head", "body", "body of a caller's client"],
)
def test_sync(beginning: bytes, is_own: bool) -> None:
    """A sync call ends in time."""
    began = time.monotonic()
    with dripping(beginning) as base_url, httpx.Client() as http:
        own = http if is_own else None
        with (
            Sonarly(api_key=KEY, base_url=base_url, http_client=own, deadline=SECONDS) as sonarly,
            pytest.raises(DeadlineExceeded) as caught,
        ):
            sonarly.campaigns.get("g", "c")

    assert SECONDS <= time.monotonic() - began < ENOUGH
    assert caught.value.attempts == 1


@pytest.mark.parametrize("beginning", [HEAD, BODY], ids=["head", "body"])
@pytest.mark.parametrize("is_own", [False, True], ids=["ours", "caller's"])
def test_async(beginning: bytes, is_own: bool) -> None:
    """An async call ends in time."""

    async def run(base_url: str) -> None:
        async with httpx.AsyncClient() as http:
            own = http if is_own else None
            async with AsyncSonarly(
                api_key=KEY, base_url=base_url, http_client=own, deadline=SECONDS
            ) as sonarly:
                await sonarly.campaigns.get("g", "c")

    began = time.monotonic()
    with dripping(beginning) as base_url, pytest.raises(DeadlineExceeded) as caught:
        asyncio.run(run(base_url))

    assert SECONDS <= time.monotonic() - began < ENOUGH
    assert (caught.value.attempts, caught.value.outcome) == (1, "unknown")


def test_async_wait() -> None:
    """An async call waits on its clock, and lets others work meanwhile."""
    waits: list[float] = []

    def handle(_: httpx.Request) -> httpx.Response:
        return httpx.Response(429 if not waits else 404, headers={"Retry-After": "0.01"})

    async def other() -> None:
        waits.append(0.0)

    async def run() -> None:
        sonarly = AsyncSonarly(api_key=KEY, transport=httpx.MockTransport(handle))
        await asyncio.gather(sonarly.campaigns.get("g", "c"), other())

    with pytest.raises(Exception, match="answered 404"):
        asyncio.run(run())
