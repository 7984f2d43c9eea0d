"""Servers and clients for the connections of the async transport."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
from campaignkit import AsyncSonarly
from campaignkit_wire.async_pool import LoopPools

from tests.client.raw_server import Clock, async_transport

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def server(handle: Handler) -> AsyncIterator[str]:
    """Yield the base URL of a server on loopback with a handler for each connection."""
    handling: list[asyncio.Task[None] | None] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handling.append(asyncio.current_task())
        await handle(reader, writer)
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(connected, "127.0.0.1", 0, backlog=1_000) as listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    await asyncio.gather(*filter(None, handling))


def client(base_url: str, pool: float | None = 60, **options: Any) -> httpx.AsyncClient:
    """Return an httpx client over the transport, for which no idle time passes."""
    return httpx.AsyncClient(
        transport=async_transport(base_url, **{"monotonic": Clock(), **options}),
        base_url=base_url,
        timeout=httpx.Timeout(60, pool=pool),
    )


def head(length: int, *lines: str) -> bytes:
    """Return the head of a response whose body has a length."""
    text = "\r\n".join(["HTTP/1.1 200 OK", f"Content-Length: {length}", *lines, "", ""])
    return text.encode()


class Counter:
    """Handler whose every response has the number of its connection."""

    def __init__(self, *lines: str) -> None:
        self.connections: list[Streams] = []
        self._lines = lines

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Respond until the client leaves, or the lines of a response end the connection."""
        self.connections.append((reader, writer))
        number = str(len(self.connections)).encode()
        while await read_request(reader):
            writer.write(head(len(number), *self._lines) + number)
            if self._lines == ("Connection: close",):
                break


async def read_request(reader: asyncio.StreamReader) -> bytes:
    """Return the head of a request; empty if the connection ends before it."""
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


async def numbers(http: httpx.AsyncClient, count: int) -> list[int]:
    """Return the numbers of the connections of concurrent calls."""
    answers = await asyncio.gather(*[http.get("/") for _ in range(count)])
    return [int(response.text) for response in answers]


def pools_of(sonarly: AsyncSonarly) -> LoopPools:
    """Return the connection pools of a client."""
    pools = sonarly._state.handle.open()._pools
    assert isinstance(pools, LoopPools)
    return pools
