"""The async transport: what httpx's own does, at any number of calls in flight."""

import asyncio

import httpx
import pytest
from campaignkit import APIConnectionError, AsyncSonarly

from tests.client.responses import KEY
from tests.client.transport_server import (
    Counter,
    client,
    head,
    numbers,
    pools_of,
    read_request,
    server,
)


def test_reuse() -> None:
    """Calls one after the other go over one connection, also after a burst."""

    async def run() -> list[list[int]]:
        async with server(Counter()) as base_url, client(base_url) as http:
            return [await numbers(http, count) for count in (1, 1, 3, 1, 1)]

    first, second, burst, third, fourth = asyncio.run(run())

    assert first == second == [1]
    assert sorted(burst) == [1, 2, 3]
    assert third == fourth


def test_thousand() -> None:
    """A thousand calls at once all get a response, over a hundred connections."""

    async def run() -> list[int]:
        async with server(Counter()) as base_url, client(base_url) as http:
            http.timeout = httpx.Timeout(None)  # the machine may be busy
            return await numbers(http, 1_000)

    used = asyncio.run(run())

    assert len(used) == 1_000
    assert set(used) == set(range(1, 101))


def test_wait() -> None:
    """Beyond the limit, calls wait for their turn."""

    async def run() -> list[int]:
        async with server(Counter()) as base_url, client(base_url, max_connections=2) as http:
            return await numbers(http, 5)

    assert set(asyncio.run(run())) == {1, 2}


def test_wait_too_long() -> None:
    """A call that waits longer than the pool timeout was not sent."""

    async def run() -> None:
        async with (
            server(Counter()) as base_url,
            client(base_url, max_connections=1, pool=0) as http,
        ):
            async with http.stream("GET", "/"):
                with pytest.raises(httpx.PoolTimeout, match="in use"):
                    await http.get("/")

            assert await numbers(http, 1) == [1]  # the body had arrived whole

    asyncio.run(run())


def test_stream() -> None:
    """A body arrives part by part, as it is sent."""
    read = asyncio.Event()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(head(6) + b"one")
        await read.wait()
        writer.write(b"two")
        await read_request(reader)

    async def run() -> list[bytes]:
        parts = []
        async with (
            server(handle) as base_url,
            client(base_url) as http,
            http.stream("GET", "/") as response,
        ):
            async for part in response.aiter_bytes():
                parts.append(part)
                read.set()
        return parts

    assert asyncio.run(run()) == [b"one", b"two"]


def test_closed_by_server() -> None:
    """A connection that the server closed while it was idle is not used again."""

    async def run() -> list[int]:
        handler = Counter()
        async with server(handler) as base_url, client(base_url) as http:
            used = await numbers(http, 1)
            _, writer = handler.connections[0]
            writer.close()
            await writer.wait_closed()
            return used + await numbers(http, 1)

    assert asyncio.run(run()) == [1, 2]


def test_newest_closed_by_server() -> None:
    """The next best is used instead."""

    async def run() -> tuple[int, list[int]]:
        handler = Counter()
        async with server(handler) as base_url, client(base_url) as http:
            await numbers(http, 2)
            [used] = await numbers(http, 1)
            handler.connections[used - 1][1].write_eof()
            return used, await numbers(http, 1)

    used, next_used = asyncio.run(run())

    assert next_used == [3 - used]


def test_closed_by_answer() -> None:
    """Nor is one that the server said it would close."""

    async def run() -> list[int]:
        async with server(Counter("Connection: close")) as base_url, client(base_url) as http:
            return await numbers(http, 1) + await numbers(http, 1)

    assert asyncio.run(run()) == [1, 2]


def test_idle_too_long() -> None:
    """Nor is one that was idle for too long."""

    async def run() -> list[int]:
        async with server(Counter()) as base_url, client(base_url, keepalive_expiry=0) as http:
            return await numbers(http, 1) + await numbers(http, 1)

    assert asyncio.run(run()) == [1, 2]


def test_crowd() -> None:
    """After a burst, a connection that only the server has left does not stay open."""

    async def run() -> tuple[list[int], int, bytes]:
        handler = Counter()
        async with server(handler) as base_url, client(base_url) as http:
            await numbers(http, 2)
            [used] = await numbers(http, 1)
            reader, writer = handler.connections[2 - used]  # the other one
            writer.write_eof()
            next_used = await numbers(http, 1)
            async with asyncio.timeout(60):
                return next_used, used, await reader.read()

    next_used, used, rest = asyncio.run(run())

    assert (next_used, rest) == ([used], b"")


def test_refused() -> None:
    """A refused connection is a ConnectError, each time."""

    async def run() -> None:
        async with client("http://127.0.0.1:9", max_connections=1, pool=0) as http:
            for _ in range(3):
                with pytest.raises(httpx.ConnectError):
                    await http.get("/")

    asyncio.run(run())


def test_encrypted() -> None:
    """To an https URL nothing is sent before the other side proves who it is."""
    received = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.append(await reader.read(100))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")

    async def run() -> None:
        async with server(handle) as base_url:
            https = client(base_url.replace("http:", "https:"))
            async with https:
                with pytest.raises(httpx.ConnectError, match="SSL"):
                    await https.get("/secret")

    asyncio.run(run())

    assert b"secret" not in b"".join(received)


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
def test_proxy(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is asked for a tunnel, and sees no key."""
    received: list[bytes] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.append(await read_request(reader))
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")

    async def run() -> None:
        async with server(handle) as proxy:
            monkeypatch.setenv(variable, proxy)
            async with AsyncSonarly(api_key=KEY, retries=0) as sonarly:
                await sonarly.campaigns.list("g")

    with pytest.raises(APIConnectionError, match="ProxyError") as caught:
        asyncio.run(run())

    assert caught.value.outcome == "not_sent"
    assert received[0].startswith(b"CONNECT api.sonarly.io:443")
    assert KEY.encode() not in received[0]


@pytest.mark.own_connections
def test_no_proxy_to_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the way to loopback a proxy of the environment changes nothing."""
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    async def run() -> None:
        async with AsyncSonarly(api_key=KEY, base_url="http://127.0.0.1:9") as sonarly:
            assert pools_of(sonarly)

    asyncio.run(run())
