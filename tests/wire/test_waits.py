"""Waits of connections end in time, and what has arrived is not waited for."""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from campaignkit_wire.async_connection import AsyncConnection
from campaignkit_wire.async_opening import open_async_connection
from campaignkit_wire.async_pool import AsyncConnectionPool
from campaignkit_wire.connection import Origin
from campaignkit_wire.errors import ConnectError, ReadTimeout, WriteError, WriteTimeout
from campaignkit_wire.messages import Limits, Request
from campaignkit_wire.pool import ConnectionPool

from tests.client import virtual_loop
from tests.client.raw_server import head, server
from tests.wire.test_connections import (
    certificate,
    encrypted,
    origin_of,
    post,
    received,
    take,
    waiting,
)

__all__ = ["certificate"]


def get() -> Request:
    """Return a request without a body."""
    return Request("GET", b"GET / HTTP/1.1\r\n\r\n")


def sent(work: Callable[[AsyncConnection], Awaitable[None]]) -> None:
    """Run work with a request under way, in an event loop whose time passes at once."""
    done = threading.Event()

    async def run(base_url: str) -> None:
        connection = await open_async_connection(origin_of(base_url), Limits())
        try:
            await connection.write(get(), Limits())
            await work(connection)
        finally:
            connection.close()
            await connection.wait_closed()
            done.set()

    with server(waiting(done)) as base_url:
        virtual_loop.run(run(base_url))


async def read_head(connection: AsyncConnection, seconds: float) -> None:
    """Wait for the head of a response, which comes in time."""
    reading = asyncio.create_task(connection.read_head(Limits(read=seconds)))
    await asyncio.sleep(0)
    connection.data_received(head(2))
    await reading


def test_head_in_parts() -> None:
    """A part of a head is kept until the rest is there."""

    async def work(connection: AsyncConnection) -> None:
        connection.data_received(b"HTTP/1.1 200 OK\r\n")
        assert connection.parser.head is None
        connection.data_received(b"Content-Length: 2\r\n\r\nok")
        assert (await connection.read_head(Limits())).status == 200
        assert await connection.read(Limits()) == [b"ok"]

    sent(work)


@pytest.mark.parametrize(("first", "second"), [(60, 1), (1, 60)])
def test_each_wait(first: float, second: float) -> None:
    """Each wait has its own time, be it shorter or longer than the one before."""

    async def work(connection: AsyncConnection) -> None:
        await read_head(connection, first)
        with pytest.raises(ReadTimeout):
            await connection.read(Limits(read=second))
        assert second <= asyncio.get_running_loop().time() < second + 1

    sent(work)


def test_end_of_no_wait() -> None:
    """The time of a wait that is over ends nothing."""

    async def work(connection: AsyncConnection) -> None:
        await read_head(connection, 1)
        await asyncio.sleep(2)
        connection.data_received(b"ok")
        assert await connection.read(Limits()) == [b"ok"]

    sent(work)


def test_slot_at_the_last_moment() -> None:
    """A request whose turn comes at the end of its time goes out."""

    async def run() -> None:
        pool = AsyncConnectionPool(Origin("127.0.0.1", 9), max_connections=1)
        loop = asyncio.get_running_loop()
        slot = pool._slots.popleft()
        loop.call_at(loop.time() + 1, pool.release, slot)
        assert await pool._wait_for_slot(1) is slot
        await pool.aclose()

    virtual_loop.run(run())


def test_at_the_last_moment() -> None:
    """What arrives at the end of the time is in time."""

    async def work(connection: AsyncConnection) -> None:
        loop = asyncio.get_running_loop()
        loop.call_at(loop.time() + 1, connection.data_received, head(2))
        assert (await connection.read_head(Limits(read=1))).status == 200

    sent(work)


def test_lost_while_writing() -> None:
    """A connection that breaks while a request waits to be written ends the wait."""

    async def work(connection: AsyncConnection) -> None:
        connection.pause_writing()
        writing = asyncio.create_task(connection.write(post(2, b"ok"), Limits()))
        await asyncio.sleep(0)
        connection.close()
        with pytest.raises(WriteError):
            await writing

    sent(work)


def test_no_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    """If an event loop cannot take a connected socket, the socket is closed."""
    refused: list[socket.socket] = []

    async def refuse(_: object, sock: socket.socket) -> None:
        refused.append(sock)
        raise OSError("no transport")

    async def run(base_url: str) -> None:
        monkeypatch.setattr(asyncio.get_running_loop(), "create_connection", refuse)
        with pytest.raises(ConnectError, match="no transport"):
            await open_async_connection(origin_of(base_url), Limits())

    with server(lambda connection: None) as base_url:
        asyncio.run(run(base_url))

    assert [connected.fileno() for connected in refused] == [-1]


def test_decrypted_rest(certificate: Path) -> None:
    """What TLS has decrypted already is read, although nothing more arrives."""

    def handle(connection: Any) -> None:
        with suppress(OSError):  # the client ends without TLS
            received(connection, 0)
            connection.sendall(head(2) + b"ok")
            connection.recv(1)

    with server(encrypted(handle, certificate)) as base_url:
        pool = ConnectionPool(origin_of(base_url, certificate))
        connection = pool._connect(Limits())
        connection.write(get(), Limits())
        receive = connection._socket.recv
        connection.parser.feed(connection.retry(receive, None, None, ReadTimeout, 1))
        assert connection.read_head(Limits(read=60)).status == 200
        assert connection.read(Limits()) == [b"ok"]
        connection.close()


def test_full_at_first() -> None:
    """If an idle connection takes no byte in time, the request may still have been sent."""
    done = threading.Event()

    def handle(connection: Any) -> None:
        received(connection, 0)
        connection.sendall(head(2) + b"ok")
        done.wait(60)

    request = post(2, b"ok")
    with server(handle) as base_url:
        pool = ConnectionPool(origin_of(base_url))
        assert take(pool) == b"ok"
        [(connection, _, _)] = pool._idle._entries
        with suppress(BlockingIOError):
            while True:
                connection._socket.send(bytes(1_000_000))
        with pytest.raises(WriteTimeout):
            pool.send(request, Limits(write=0.01))
        pool.close()
        done.set()

    assert request.is_sent
