"""The transport of our own async clients: calls in flight do not slow each other down."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any, cast

import httpcore
import httpx

from ._transport import (
    IDLE_SECONDS,
    MOST_CONNECTIONS,
    Idle,
    all_in_use,
    closed_before,
    is_reusable,
    origin_of,
    pool_timeout,
)


class AsyncTransport(httpx.AsyncHTTPTransport):
    """Connections to one origin, for each event loop its own.

    Those of a loop that has ended are dropped. What is no asyncio is left to httpcore's pool.
    """

    def __init__(
        self,
        base_url: str,
        *,
        trust_env: bool = True,
        most: int = MOST_CONNECTIONS,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        # Not httpx's own, and `_pool` is private to httpx: see `_transport.py`.
        origin, tls = origin_of(base_url, trust_env=trust_env)
        pool = _Pools(
            partial(_Pool, partial(httpcore.AsyncHTTPConnection, origin, tls, idle_seconds), most),
            partial(httpcore.AsyncConnectionPool, tls, None, most, keepalive_expiry=idle_seconds),
        )
        self._pool = cast(httpcore.AsyncConnectionPool, pool)


class _Pools(AbstractAsyncContextManager["_Pools"]):
    """What httpx's transport calls of a pool; each event loop has one."""

    def __init__(
        self, own: "Callable[[], _Pool]", stock: Callable[[], httpcore.AsyncConnectionPool]
    ) -> None:
        self._own = own
        self._stock = stock
        self._by_loop: dict[
            asyncio.AbstractEventLoop | None, _Pool | httpcore.AsyncConnectionPool
        ] = {}

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request on a connection of the running loop."""
        loop = _running_loop()
        pool = self._by_loop.get(loop) or self._begin(loop)
        return await pool.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections of the running loop; others can only be dropped from here."""
        pool = self._by_loop.pop(_running_loop(), None)
        self._by_loop.clear()
        if pool is not None:
            await pool.aclose()

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _begin(
        self, loop: asyncio.AbstractEventLoop | None
    ) -> "_Pool | httpcore.AsyncConnectionPool":
        for other in list(self._by_loop):
            if other is not None and other.is_closed():
                del self._by_loop[other]
        pool = self._by_loop[loop] = self._stock() if loop is None else self._own()
        return pool


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class _Pool:
    """The connections of one loop."""

    def __init__(self, connect: Callable[[], httpcore.AsyncHTTPConnection], most: int) -> None:
        self._connect = connect
        self._free = asyncio.Semaphore(most)
        self._busy: set[httpcore.AsyncHTTPConnection] = set()
        self._idle = Idle[httpcore.AsyncHTTPConnection]()
        self._over: list[httpcore.AsyncHTTPConnection] = []  # to be closed

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; its connection is taken until the body is closed."""
        connection = await self._take(pool_timeout(request))
        try:
            answer = await connection.handle_async_request(request)
        except BaseException as error:
            await self._give_back(connection)
            if isinstance(error, httpcore.ConnectionNotAvailable):
                raise closed_before() from error
            raise
        answer.stream = _Body(answer.stream, partial(self._give_back, connection))
        return answer

    async def aclose(self) -> None:
        """Close all connections, those in use too."""
        self._over += [*self._busy, *self._idle.clear()]
        self._busy.clear()
        await self._close_over()

    async def _take(self, seconds: float | None) -> httpcore.AsyncHTTPConnection:
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError:
            raise all_in_use() from None
        connection, over = self._idle.take()
        self._over += over
        connection = connection or self._connect()
        self._busy.add(connection)
        return connection

    async def _give_back(self, connection: httpcore.AsyncHTTPConnection) -> None:
        if connection in self._busy and is_reusable(connection):
            self._idle.put(connection)
        else:
            self._over.append(connection)
        self._busy.discard(connection)
        self._free.release()
        await self._close_over()

    async def _close_over(self) -> None:
        while self._over:
            await self._over.pop().aclose()


class _Body:
    """The body of an answer, which gives the connection back when it is closed."""

    def __init__(self, stream: Any, give_back: Callable[[], Awaitable[None]]) -> None:
        self._stream = stream  # httpcore does not tell types that it can be closed
        self._give_back = give_back

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        finally:
            await self._give_back()
