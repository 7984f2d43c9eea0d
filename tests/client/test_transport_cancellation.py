"""A call that is cancelled leaves neither a socket nor a slot of the pool."""

import asyncio
import gc
from collections.abc import Callable

import anyio
import httpx
import pytest
from campaignkit._config import Config
from campaignkit._transports.async_httpx_transport import open_pools
from campaignkit_wire.messages import Limits, Request

from tests.client.transport_server import (
    Counter,
    Streams,
    client,
    head,
    numbers,
    read_request,
    server,
)


def test_cancelled_wait() -> None:
    """A call that is cancelled while it waits delays no other call."""

    async def run() -> None:
        async with server(Counter()) as base_url, client(base_url, max_connections=1) as http:
            async with http.stream("GET", "/") as response:
                waiting = asyncio.create_task(http.get("/"))
                await asyncio.sleep(0)
                waiting.cancel()
                await asyncio.wait([waiting])
                await response.aread()

            assert waiting.cancelled()
            assert await numbers(http, 1) == [1]

    asyncio.run(run())


@pytest.mark.parametrize("is_cancelled_first", [False, True])
def test_cancelled_with_a_slot(is_cancelled_first: bool) -> None:
    """A slot that comes together with a cancellation is not lost."""

    async def run() -> int:
        pools = open_pools(Config("http://127.0.0.1:9", {}), max_connections=0)
        pool = await pools.current()
        waiting = asyncio.create_task(pool.send(Request("GET", b""), Limits()))
        await asyncio.sleep(0)
        steps: list[Callable[[], object]] = [pool._add_slot, waiting.cancel]
        for step in reversed(steps) if is_cancelled_first else steps:
            step()
        await asyncio.wait([waiting])
        assert waiting.cancelled()
        return len(pool._slots)

    assert asyncio.run(run()) == 1


@pytest.mark.parametrize("in_scope", [False, True], ids=["task", "scope"])
@pytest.mark.parametrize("sent", [b"", head(1_000) + b"half"], ids=["head", "body"])
def test_cancelled(sent: bytes, in_scope: bool) -> None:
    """A call that is cancelled in the middle of its response does not affect the next."""
    started = asyncio.Event()
    connections: list[Streams] = []

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append((reader, writer))
        await read_request(reader)
        if len(connections) == 1:
            writer.write(sent)
            started.set()
            await reader.read()  # until the client leaves
        else:
            writer.write(head(5) + b"whole")

    async def call(http: httpx.AsyncClient, scope: anyio.CancelScope) -> None:
        with scope:  # unlike a task's own, its cancellation goes on until it is left
            await http.get("/")

    async def run() -> str:
        scope = anyio.CancelScope()
        async with server(handle) as base_url, client(base_url, max_connections=1) as http:
            task = asyncio.create_task(call(http, scope))
            await started.wait()
            (scope if in_scope else task).cancel()
            await asyncio.wait([task])
            assert (scope.cancel_called, task.cancelled()) == (in_scope, not in_scope)
            return (await http.get("/")).text

    assert asyncio.run(run()) == "whole"


def test_cancelled_with_open_body() -> None:
    """So does one that is cancelled while its caller does something else."""

    async def run() -> None:
        async with (
            server(Counter()) as base_url,
            client(base_url, max_connections=1, pool=0) as http,
        ):
            with anyio.CancelScope() as scope:  # otherwise it would sleep forever
                async with http.stream("GET", "/"):
                    scope.cancel()
                    await anyio.sleep_forever()
            assert await numbers(http, 1) == [1]  # the body had arrived whole

    asyncio.run(run())


def test_cancelled_while_connecting() -> None:
    """So does one that is cancelled before it has a connection."""

    async def run() -> None:
        async with (
            server(Counter()) as base_url,
            client(base_url, max_connections=1, pool=0) as http,
        ):
            task = asyncio.create_task(http.get("/"))
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait([task])
            assert task.cancelled()
            assert len(await numbers(http, 1)) == 1

    asyncio.run(run())


def test_cancelled_handshake() -> None:
    """A connection whose TLS handshake is cancelled is closed at once."""
    started, left = asyncio.Event(), asyncio.Event()

    async def handle(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read(1)  # of the client's first message, which is not answered
        started.set()
        await reader.read()
        left.set()

    async def run() -> None:
        async with server(handle) as base_url, client(base_url.replace("http:", "https:")) as http:
            call = asyncio.create_task(http.get("/"))
            await started.wait()
            call.cancel()
            await asyncio.wait([call])
            gc.disable()
            try:
                async with asyncio.timeout(60):
                    await left.wait()
            finally:
                gc.enable()

    asyncio.run(run())
