"""A deadline ends a call whose every single wait is short, whoever's connections carry it.

A first call opens the connection and loads the code, so that a busy machine has time enough to
send the call that is cut off.
"""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import httpx
import pytest
from campaignkit import AsyncSonarly, DeadlineExceeded, Sonarly

from tests.client.raw_server import head, request, server
from tests.client.responses import KEY, success

DEADLINES = (0.4, 4.0, 40.0)
"""In seconds. On a busy machine the first may be over before a request is sent."""
DRIPS = 6_000  # a minute; a call that waits for the last one does not end with its deadline

HEAD = b"HTTP/1.1 200 OK\r\nX-Long: "
BODY = head(1_000_000)
_PAYLOAD = json.dumps(success()).encode()
WHOLE = head(len(_PAYLOAD), "Content-Type: application/json") + _PAYLOAD


@contextmanager
def dripping(beginning: bytes) -> Iterator[str]:
    """Serve one whole response, and one that begins so and goes on a byte at a time."""
    left = threading.Event()

    def drip(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(WHOLE)
        request(connection)
        with suppress(OSError):
            connection.sendall(beginning)
            for _ in range(DRIPS):
                if left.wait(0.01):
                    break
                connection.sendall(b" ")

    with server(drip) as base_url:
        try:
            yield base_url
        finally:
            left.set()


@pytest.mark.parametrize(
    ("beginning", "is_own"),
    # httpx's own transport cannot be interrupted while it waits for a head: see docs/retries.md.
    [pytest.param(HEAD, False, marks=pytest.mark.own_connections), (BODY, False), (BODY, True)],
    ids=["head", "body", "body of a caller's client"],
)
def test_sync(beginning: bytes, is_own: bool) -> None:
    """A sync call ends in time."""
    with dripping(beginning) as base_url, httpx.Client(timeout=60) as http:
        own = http if is_own else None
        with Sonarly(api_key=KEY, base_url=base_url, http_client=own) as sonarly:
            for seconds in DEADLINES:
                sonarly.campaigns.get("g", "c")
                started_at = time.monotonic()
                with pytest.raises(DeadlineExceeded) as caught:
                    sonarly.with_options(deadline=seconds).campaigns.get("g", "c")
                if caught.value.attempts:
                    break

    assert time.monotonic() - started_at >= seconds
    assert caught.value.attempts == 1


@pytest.mark.parametrize("beginning", [HEAD, BODY], ids=["head", "body"])
@pytest.mark.parametrize("is_own", [False, True], ids=["ours", "caller's"])
def test_async(beginning: bytes, is_own: bool) -> None:
    """An async call ends in time."""

    async def run(base_url: str, seconds: float) -> DeadlineExceeded:
        async with httpx.AsyncClient(timeout=60) as http:
            own = http if is_own else None
            async with AsyncSonarly(api_key=KEY, base_url=base_url, http_client=own) as sonarly:
                await sonarly.campaigns.get("g", "c")
                with pytest.raises(DeadlineExceeded) as caught:
                    await sonarly.with_options(deadline=seconds).campaigns.get("g", "c")
        return caught.value

    for seconds in DEADLINES:
        started_at = time.monotonic()
        with dripping(beginning) as base_url:
            error = asyncio.run(run(base_url, seconds))
        if error.attempts:
            break

    assert time.monotonic() - started_at >= seconds
    assert (error.attempts, error.outcome) == (1, "unknown")


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

    with pytest.raises(Exception, match="returned 404"):
        asyncio.run(run())
