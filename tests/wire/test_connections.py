"""Connections, sync and async: large bodies, early responses, ends, and what comes unasked."""

import asyncio
import select
import socket
import ssl
import struct
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import uvloop
from campaignkit_wire.async_pool import AsyncConnectionPool
from campaignkit_wire.connection import Origin
from campaignkit_wire.errors import (
    ConnectError,
    ConnectionFailure,
    ConnectTimeout,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    WriteError,
    WriteTimeout,
)
from campaignkit_wire.messages import Limits, Request
from campaignkit_wire.pool import ConnectionPool

from tests.client.certificates import make_certificate
from tests.client.raw_server import Handler, head, server
from tests.client.test_surplus_bytes import Encrypted

MODES = pytest.mark.parametrize("mode", ["sync", "async"])
NO_LIMITS = Limits()
LARGE = b"x" * 8_000_000


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate for loopback, with its key."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


def origin_of(base_url: str, certificate: Path | None = None) -> Origin:
    """Return the address of a server."""
    context = ssl.create_default_context(cafile=str(certificate)) if certificate else None
    return Origin("127.0.0.1", int(base_url.rpartition(":")[2]), context)


def encrypted(handle: Handler, certificate: Path) -> Handler:
    """Return a handler that gets the connection in TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def handshake(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secure:
            handle(secure)

    return handshake


def post(length: int, body: Any) -> Request:
    """Return a request with a body."""
    return Request("POST", b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % length, body)


def exchange(
    mode: str, origin: Origin, request: Request, limits: Limits = NO_LIMITS, pause: Any = None
) -> bytes:
    """Return the body of the response to a request."""

    async def run() -> bytes:
        pool = AsyncConnectionPool(origin)
        try:
            slot = await pool.send(request, limits)
            assert slot.connection
            body = b""
            while (parts := await slot.connection.read(limits)) is not None:
                body += b"".join(parts)
                if pause:
                    await asyncio.sleep(0.001)
            pool.release(slot)
            return body
        finally:
            await pool.aclose()

    if mode == "async":
        return asyncio.run(run())
    pool = ConnectionPool(origin)
    try:
        slot = pool.send(request, limits)
        assert slot.connection
        body = b""
        while (parts := slot.connection.read(limits)) is not None:
            body += b"".join(parts)
        pool.release(slot)
        return body
    finally:
        pool.close()


def received(connection: socket.socket, length: int) -> bytes:
    """Return the head and the body of a request."""
    data = bytearray()
    while (start := data.find(b"\r\n\r\n")) < 0 or len(data) < start + 4 + length:
        part = connection.recv(1_000_000)
        if not part:
            break
        data += part
    return bytes(data[start + 4 :])


@MODES
@pytest.mark.parametrize("is_encrypted", [False, True], ids=["plain", "tls"])
def test_large_bodies(mode: str, is_encrypted: bool, certificate: Path) -> None:
    """Large bodies go both ways."""

    def handle(connection: socket.socket) -> None:
        body = received(connection, len(LARGE))
        connection.sendall(head(len(body)) + body)

    handler = encrypted(handle, certificate) if is_encrypted else handle
    with server(handler) as base_url:
        origin = origin_of(base_url, certificate if is_encrypted else None)
        assert exchange(mode, origin, post(len(LARGE), LARGE), pause=True) == LARGE


@MODES
def test_parts(mode: str) -> None:
    """A body that comes part by part arrives whole; an async connection takes async ones too."""

    async def later() -> Any:
        for part in (b"ab", b"cd"):
            yield part

    def handle(connection: socket.socket) -> None:
        body = received(connection, 4)
        connection.sendall(head(4) + body)

    bodies: list[Any] = [[b"ab", b"cd"], *([later()] if mode == "async" else [])]
    for body in bodies:
        with server(handle) as base_url:
            assert exchange(mode, origin_of(base_url), post(4, body)) == b"abcd"


def waiting(done: threading.Event) -> Handler:
    """Return a handler that does nothing until an event."""

    def handle(_: socket.socket) -> None:
        done.wait(60)

    return handle


def reset(connection: socket.socket) -> None:
    """Let the connection be reset when it is closed."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@MODES
def test_reset_in_body(mode: str) -> None:
    """A reset while the request is written is an error of a request that was sent."""

    def handle(connection: socket.socket) -> None:
        connection.recv(10)
        reset(connection)

    request = post(len(LARGE), LARGE)
    with server(handle) as base_url, pytest.raises((WriteError, ReadError)):
        exchange(mode, origin_of(base_url), request)

    assert request.is_sent


@MODES
def test_early_response(mode: str) -> None:
    """A response that comes before all of the request was read is read."""
    done = threading.Event()

    def handle(connection: socket.socket) -> None:
        connection.recv(1_000)
        connection.sendall(head(4) + b"full")
        connection.shutdown(socket.SHUT_RD)
        done.wait(0.2)

    request = post(len(LARGE), LARGE)
    limits = Limits(write=0.3)
    with server(handle) as base_url:
        try:
            assert exchange(mode, origin_of(base_url), request, limits) == b"full"
        except (ConnectionFailure, OSError) as error:
            # The kernel of the server may reset the connection, which drops what it has sent.
            assert isinstance(error, WriteError | WriteTimeout | ReadError)  # noqa: PT017
        done.set()


@MODES
def test_write_too_long(mode: str) -> None:
    """A server that reads nothing is given so much time and no more."""
    done = threading.Event()

    with server(waiting(done)) as base_url:
        try:
            with pytest.raises(WriteTimeout):
                exchange(mode, origin_of(base_url), post(len(LARGE), LARGE), Limits(write=0.05))
        finally:
            done.set()


@MODES
def test_closed_in_tls(mode: str, certificate: Path) -> None:
    """The end of TLS is the end of the response."""

    def handle(connection: socket.socket) -> None:
        received(connection, 0)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nbody")
        assert isinstance(connection, ssl.SSLSocket)
        connection.unwrap()

    def ignore(connection: socket.socket) -> None:
        with suppress(OSError):  # the client has left
            encrypted(handle, certificate)(connection)

    with server(ignore) as base_url:
        request = Request("GET", b"GET / HTTP/1.1\r\n\r\n")
        assert exchange(mode, origin_of(base_url, certificate), request) == b"body"


@MODES
def test_no_time(mode: str) -> None:
    """A connection that takes too long is one that was not made."""
    done = threading.Event()
    context = ssl.create_default_context()
    request = Request("GET", b"GET / HTTP/1.1\r\n\r\n")
    with server(waiting(done)) as base_url:
        origin = origin_of(base_url)._replace(tls=context)
        try:
            with pytest.raises(ConnectTimeout):
                exchange(mode, origin, request, Limits(connect=0.05))
        finally:
            done.set()

    assert not request.is_sent


@MODES
def test_closed_in_handshake(mode: str) -> None:
    """A connection that ends in the handshake is one that was not made."""
    context = ssl.create_default_context()
    request = Request("GET", b"GET / HTTP/1.1\r\n\r\n")

    def handle(connection: socket.socket) -> None:
        connection.recv(10)

    with server(handle) as base_url, pytest.raises(ConnectError):
        exchange(mode, origin_of(base_url)._replace(tls=context), request)

    assert not request.is_sent


def in_loop(handle: Handler, work: Callable[[AsyncConnectionPool], Awaitable[None]]) -> None:
    """Run work with an async pool for a server."""

    async def run(base_url: str) -> None:
        pool = AsyncConnectionPool(origin_of(base_url))
        try:
            await work(pool)
        finally:
            await pool.aclose()

    with server(handle) as base_url:
        asyncio.run(run(base_url))


async def get(pool: AsyncConnectionPool) -> bytes:
    """Return the body of a response."""
    slot = await pool.send(Request("GET", b"GET / HTTP/1.1\r\n\r\n"), Limits())
    assert slot.connection
    parts = await slot.connection.read(Limits())
    pool.release(slot)
    return b"".join(parts or [])


@pytest.mark.parametrize("end", [b"", b"surplus"], ids=["end", "surplus"])
def test_news_while_idle(end: bytes) -> None:
    """What comes while a connection is idle ends it as soon as the loop runs."""
    answered = threading.Event()

    def handle(connection: socket.socket) -> None:
        while b"\r\n\r\n" in connection.recv(1_000):
            connection.sendall(head(2) + b"ok")
            answered.wait(60)
            if not end:
                return
            connection.sendall(end)

    async def work(pool: AsyncConnectionPool) -> None:
        assert await get(pool) == b"ok"
        [(connection, _, _)] = pool._idle._entries
        answered.set()
        await connection.wait_closed()
        assert not connection.is_usable()
        assert await get(pool) == b"ok"

    in_loop(handle, work)


def test_bad_response_after_head() -> None:
    """Bytes that are no chunks are an error for the reader of the body."""

    def handle(connection: socket.socket) -> None:
        connection.recv(1_000)
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")
        connection.recv(1_000)

    async def work(pool: AsyncConnectionPool) -> None:
        with pytest.raises(RemoteProtocolError):
            await get(pool)

    in_loop(handle, work)


def take(pool: ConnectionPool) -> bytes:
    """Return the body of a response."""
    slot = pool.send(Request("GET", b"GET / HTTP/1.1\r\n\r\n"), Limits())
    assert slot.connection
    parts = slot.connection.read(Limits())
    pool.release(slot)
    return b"".join(parts or [])


def numbered() -> Handler:
    """Return a handler whose responses have the number of its connection."""
    numbers = iter(range(1, 10))

    def handle(connection: socket.socket) -> None:
        number = b"%d" % next(numbers)
        while b"\r\n\r\n" in connection.recv(1_000):
            connection.sendall(head(1) + number)

    return handle


def numbered_once(done: threading.Event) -> Handler:
    """Return a handler that sends the number of its connection, which stays open for the event."""
    numbers = iter(range(1, 10))

    def handle(connection: socket.socket) -> None:
        connection.recv(1_000)
        connection.sendall(head(1) + b"%d" % next(numbers))
        done.wait(60)

    return handle


def test_race() -> None:
    """If an idle connection takes no byte, the request goes out on the next one."""
    done = threading.Event()
    with server(numbered_once(done)) as base_url:
        pool = ConnectionPool(origin_of(base_url))
        assert take(pool) == b"1"
        [(connection, _, _)] = pool._idle._entries
        connection._socket.shutdown(socket.SHUT_WR)
        assert take(pool) == b"2"
        pool.close()
        done.set()


def test_async_race() -> None:
    """The same holds for async connections."""
    done = threading.Event()

    async def work(pool: AsyncConnectionPool) -> None:
        assert await get(pool) == b"1"
        [(connection, _, _)] = pool._idle._entries
        connection._transport.get_extra_info("socket").shutdown(socket.SHUT_WR)
        assert await get(pool) == b"2"
        done.set()

    in_loop(numbered_once(done), work)


def test_async_dead_at_first() -> None:
    """A new async connection that takes no byte is an error of a request that was not sent."""
    request = Request("GET", b"GET / HTTP/1.1\r\n\r\n")

    async def work(pool: AsyncConnectionPool) -> None:
        connected = pool._connect

        async def connect(limits: Limits) -> Any:
            connection = await connected(limits)
            connection._transport.get_extra_info("socket").shutdown(socket.SHUT_WR)
            return connection

        pool._connect = connect  # type: ignore[assignment]
        with pytest.raises(WriteError):
            await pool.send(request, Limits())

    in_loop(numbered(), work)

    assert not request.is_sent


def test_dead_at_first() -> None:
    """A new connection that takes no byte is an error of a request that was not sent."""
    request = Request("GET", b"GET / HTTP/1.1\r\n\r\n")
    with server(numbered()) as base_url:
        pool = ConnectionPool(origin_of(base_url))
        connected = pool._connect

        def connect(limits: Limits) -> Any:
            connection = connected(limits)
            connection._socket.shutdown(socket.SHUT_WR)
            return connection

        pool._connect = connect  # type: ignore[assignment]
        with pytest.raises(WriteError):
            pool.send(request, Limits())
        pool.close()

    assert not request.is_sent


def test_without_poll(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the system has no `poll`, as Windows, `select` shows if a connection has ended."""
    monkeypatch.delattr(select, "poll")

    async def work(pool: AsyncConnectionPool) -> None:
        assert [await get(pool), await get(pool)] == [b"1", b"1"]

    in_loop(numbered(), work)


def test_part_of_a_record(certificate: Path) -> None:
    """A part of a TLS record is waited for until the rest is there."""

    def handle(connection: socket.socket) -> None:
        secure = Encrypted(connection, certificate)
        while secure.recv(1_000):
            secure._tls.write(head(2) + b"ok")
            record = secure._outgoing.read()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for byte in record:
                connection.sendall(bytes([byte]))

    request = Request("GET", b"GET / HTTP/1.1\r\n\r\n")
    with server(handle) as base_url:
        assert exchange("sync", origin_of(base_url, certificate), request) == b"ok"


def test_time_is_over_in_uvloop() -> None:
    """A timer whose time has come is moved on, also in a loop in which it does not show it."""

    async def run(base_url: str) -> None:
        pool = AsyncConnectionPool(origin_of(base_url))
        try:
            assert await get(pool) == b"1"
            [(connection, _, _)] = pool._idle._entries
            connection._set_timer(0.0)
            with pytest.raises(ReadTimeout):
                await connection._wait(0.01)
        finally:
            await pool.aclose()

    with server(numbered()) as base_url:
        uvloop.run(run(base_url))
