"""Connection pool of our own async clients: calls in flight do not slow each other down."""

import asyncio
import ssl
import time
import weakref
from collections import deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    MutableMapping,
)
from contextlib import AbstractAsyncContextManager, contextmanager, suppress
from functools import partial
from typing import Any, cast

import anyio
import httpcore
import httpx

from .deadline import remaining_timeout
from .pool import (
    KEEPALIVE_EXPIRY,
    MAX_CONNECTIONS,
    IdleConnections,
    Slot,
    connection_closed_error,
    max_idle,
    origin_of,
    pool_timeout,
    pool_timeout_error,
)


class AsyncTransport(httpx.AsyncHTTPTransport):
    """Connections to one origin, for each event loop its own.

    The connections of a loop that has ended are dropped. Without asyncio, httpcore's pool is used.
    """

    def __init__(
        self,
        base_url: str,
        *,
        trust_env: bool = True,
        max_connections: int = MAX_CONNECTIONS,
        keepalive_expiry: float = KEEPALIVE_EXPIRY,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        # Not httpx's own, and `_pool` is private to httpx: see `pool.py`.
        origin, tls = origin_of(base_url, trust_env=trust_env)

        def make_pool() -> _Pool:
            idle = IdleConnections[httpcore.AsyncHTTPConnection](keepalive_expiry, monotonic)
            return _Pool(partial(_Connection, origin, tls), max_connections, idle)

        make_httpcore_pool = partial(
            httpcore.AsyncConnectionPool,
            tls,
            None,
            max_connections,
            keepalive_expiry=keepalive_expiry,
        )
        self._pool = cast(httpcore.AsyncConnectionPool, _Pools(make_pool, make_httpcore_pool))


class _Pools(AbstractAsyncContextManager["_Pools"]):
    """Pools as httpx's transport calls them; each event loop has one."""

    def __init__(
        self,
        make_pool: "Callable[[], _Pool]",
        make_httpcore_pool: Callable[[], httpcore.AsyncConnectionPool],
    ) -> None:
        self._make_pool = make_pool
        self._make_httpcore_pool = make_httpcore_pool
        self._by_loop: dict[
            asyncio.AbstractEventLoop | None, _Pool | httpcore.AsyncConnectionPool
        ] = {}

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request on a connection of the running loop."""
        loop = _running_loop()
        pool = self._by_loop.get(loop)
        if pool is None:
            pool = self._create_pool(loop)
            if isinstance(pool, _Pool):
                await pool.close_with_loop()
        return await pool.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections of the running loop; other loops close theirs when they end."""
        pool = self._by_loop.pop(_running_loop(), None)
        self._by_loop.clear()
        if isinstance(pool, _Pool):
            await pool.end()
        elif pool is not None:
            await pool.aclose()

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _create_pool(
        self, loop: asyncio.AbstractEventLoop | None
    ) -> "_Pool | httpcore.AsyncConnectionPool":
        for other in list(self._by_loop):
            if other is not None and other.is_closed():
                del self._by_loop[other]
        pool = self._by_loop[loop] = (
            self._make_httpcore_pool() if loop is None else self._make_pool()
        )
        return pool


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


_Slot = Slot[httpcore.AsyncHTTPConnection]


class _Pool:
    """Connections of one event loop."""

    def __init__(
        self,
        connect: Callable[[], httpcore.AsyncHTTPConnection],
        max_connections: int,
        idle: IdleConnections[httpcore.AsyncHTTPConnection],
    ) -> None:
        self._connect = connect
        self._loop = asyncio.get_running_loop()
        self._closing = _close_at_end(self)
        self._slots: deque[_Slot] = deque()
        self._waiting: deque[asyncio.Future[_Slot]] = deque()
        for _ in range(max_connections):
            self._add_slot()
        self._busy: set[httpcore.AsyncHTTPConnection] = set()
        self._idle = idle
        self._expired: list[httpcore.AsyncHTTPConnection] = []  # to be closed

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; its connection is in use until the body is closed."""
        request.extensions["is_sent"] = False  # `_Stream.write` says when it is
        slot, connection = await self._acquire(request)
        try:
            response = await connection.handle_async_request(request)
            slot.keepalive = self._idle.seconds_for(response)
            response.stream = _Body(response.stream, partial(self._release, slot, connection))
        except BaseException as error:
            await self._release(slot, connection)
            if isinstance(error, httpcore.ConnectionNotAvailable):
                raise connection_closed_error() from error
            raise
        return response

    async def close_with_loop(self) -> None:
        """Let the pool be closed before its loop is.

        A connection that outlives its loop can only warn that it was not closed. A loop closes its
        async generators before it ends, so one of them waits for that.
        """
        await anext(self._closing)

    async def end(self) -> None:
        """Close the pool, and do not wait for the end of its loop."""
        await self._closing.aclose()

    async def aclose(self) -> None:
        """Close all connections, those in use too."""
        self._expired += [*self._busy, *self._idle.clear()]
        self._busy.clear()
        await self._close_expired()

    def recover(self) -> None:
        """Add a slot; the garbage collector may call this from any thread."""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._add_slot)

    def _add_slot(self) -> None:
        self._free(Slot(weakref.ref(self)))

    def _free(self, slot: _Slot) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(slot)
                return
        self._slots.append(slot)

    async def _acquire(
        self, request: httpcore.Request
    ) -> tuple[_Slot, httpcore.AsyncHTTPConnection]:
        deadline = request.extensions.get("deadline")
        timeout = remaining_timeout(deadline, pool_timeout(request), httpcore.PoolTimeout)
        slot = self._slots.popleft() if self._slots else await self._wait_for_slot(timeout)
        connection, expired = self._idle.take(max_idle(request))
        self._expired += expired
        connection = slot.connection = connection or self._connect()
        slot.keepalive = 0.0  # until there is a response
        self._busy.add(connection)
        return slot, connection

    async def _wait_for_slot(self, timeout: float | None) -> _Slot:
        turn: asyncio.Future[_Slot] = self._loop.create_future()
        self._waiting.append(turn)
        try:
            async with asyncio.timeout(timeout):
                return await turn
        except BaseException as error:
            if turn in self._waiting:
                self._waiting.remove(turn)
            elif not turn.cancelled():  # it came together with the cancellation
                self._free(turn.result())
            if isinstance(error, TimeoutError):
                raise pool_timeout_error() from None
            raise

    async def _release(self, slot: _Slot, connection: httpcore.AsyncHTTPConnection) -> None:
        if connection not in self._busy or not self._idle.put(connection, slot.keepalive):
            self._expired.append(connection)
        self._busy.discard(connection)
        slot.connection = None
        self._free(slot)
        await self._close_expired()

    async def _close_expired(self) -> None:
        while self._expired:
            await self._expired.pop().aclose()


async def _close_at_end(pool: _Pool) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        await pool.aclose()


class _Body:
    """Body of a response, which releases the connection when it is closed."""

    def __init__(self, stream: Any, release: Callable[[], Awaitable[None]]) -> None:
        self._stream = stream  # httpcore does not tell types that it can be closed
        self._release = [release]

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        release = self._release.pop() if self._release else None  # as in `pool.py`
        try:
            await self._stream.aclose()
        finally:
            if release:
                await release()


class _Connection(httpcore.AsyncHTTPConnection):
    """Connection that marks its request when the first byte of it is written."""

    def __init__(self, origin: httpcore.Origin, tls: ssl.SSLContext | None) -> None:
        self._network = _Network()
        super().__init__(origin, tls, network_backend=self._network)

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        self._network.extensions = request.extensions
        return await super().handle_async_request(request)

    def has_expired(self) -> bool:
        # What came with the last response and was not asked for can wait in buffers as well.
        return super().has_expired() or self._network.has_unread()


class _Network(httpcore.AnyIOBackend):
    """Connects one connection, and knows the extensions of the request that it carries."""

    def __init__(self) -> None:
        self.extensions: MutableMapping[str, Any] = {}
        self._stream: httpcore.AsyncNetworkStream | None = None

    def has_unread(self) -> bool:
        """Return True if received bytes wait in the buffers of anyio.

        anyio shows them by private names only; with others they go unseen, and
        tests/client/test_surplus_bytes.py fails.
        """
        stream = getattr(self._stream, "_stream", None)
        while stream is not None:
            queue = getattr(getattr(stream, "_protocol", None), "read_queue", ())
            if queue or getattr(getattr(stream, "_read_bio", None), "pending", 0):
                return True
            stream = getattr(stream, "transport_stream", None)  # that TLS reads from
        return False

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return self.wrap(
            await super().connect_tcp(host, port, timeout, local_address, socket_options)
        )

    def wrap(self, stream: httpcore.AsyncNetworkStream) -> httpcore.AsyncNetworkStream:
        """Return the stream as the connection is to see it."""
        self._stream = stream
        return _Stream(stream, self)


class _Stream(httpcore.AsyncNetworkStream):
    """Stream that marks the request when it is written to, and is closed if TLS fails."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, network: _Network) -> None:
        self._stream = stream
        self._network = network

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _ssl_error_as(httpcore.ReadError):
            return await self._stream.read(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._network.extensions["is_sent"] = True
        with _ssl_error_as(httpcore.WriteError):
            await self._stream.write(buffer, timeout)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        deadline = self._network.extensions.get("deadline")
        try:
            timeout = remaining_timeout(deadline, timeout, httpcore.ConnectTimeout)
            stream = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            # httpcore leaves a socket whose handshake was cancelled to the garbage collector.
            with anyio.CancelScope(shield=True):
                await self.aclose()
            raise
        return self._network.wrap(stream)

    async def aclose(self) -> None:
        await self._stream.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@contextmanager
def _ssl_error_as(kind: type[httpcore.NetworkError]) -> Iterator[None]:
    """Raise httpcore's error for an alert or a bad record, which its async backend lets through."""
    try:
        yield
    except ssl.SSLError as error:
        raise kind(error) from error
