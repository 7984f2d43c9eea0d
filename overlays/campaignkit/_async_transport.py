"""The transport of our own async clients: calls in flight do not slow each other down."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial

import httpcore
import httpx

from ._transport import (
    IDLE_SECONDS,
    MOST_CONNECTIONS,
    Idle,
    all_in_use,
    connector,
    errors_of_httpx,
    pool_timeout,
    request_of_httpcore,
)


class AsyncTransport(httpx.AsyncBaseTransport):
    """Connections to one origin, for each event loop its own.

    Those of a loop that has ended are dropped. What is no asyncio is left to httpx's transport.
    """

    def __init__(
        self,
        base_url: str,
        *,
        trust_env: bool = True,
        most: int = MOST_CONNECTIONS,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        kind = httpcore.AsyncHTTPConnection
        connect = connector(kind, base_url, idle_seconds, trust_env=trust_env)
        self._connections = partial(_Connections, connect, most)
        self._trust_env = trust_env
        self._by_loop: dict[asyncio.AbstractEventLoop | None, httpx.AsyncBaseTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request on a connection of the running loop."""
        loop = _running_loop()
        transport = self._by_loop.get(loop) or self._begin(loop)
        return await transport.handle_async_request(request)

    async def aclose(self) -> None:
        """Close the connections of the running loop; others can only be dropped from here."""
        transport = self._by_loop.pop(_running_loop(), None)
        self._by_loop.clear()
        if transport is not None:
            await transport.aclose()

    def _begin(self, loop: asyncio.AbstractEventLoop | None) -> httpx.AsyncBaseTransport:
        for other in list(self._by_loop):
            if other is not None and other.is_closed():
                del self._by_loop[other]
        if loop is None:
            transport: httpx.AsyncBaseTransport = httpx.AsyncHTTPTransport(
                trust_env=self._trust_env
            )
        else:
            transport = self._connections()
        self._by_loop[loop] = transport
        return transport


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class _Connections(httpx.AsyncBaseTransport):
    """The connections of one loop."""

    def __init__(self, connect: Callable[[], httpcore.AsyncHTTPConnection], most: int) -> None:
        self._connect = connect
        self._free = asyncio.Semaphore(most)
        self._busy: set[httpcore.AsyncHTTPConnection] = set()
        self._idle = Idle[httpcore.AsyncHTTPConnection]()
        self._over: list[httpcore.AsyncHTTPConnection] = []  # to be closed

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; its connection is taken until the body is closed."""
        connection = await self._take(pool_timeout(request))
        try:
            with errors_of_httpx():
                answer = await connection.handle_async_request(request_of_httpcore(request))
        except BaseException:
            await self._give_back(connection)
            raise
        body = _Body(answer, lambda: self._give_back(connection))
        return httpx.Response(
            answer.status, headers=answer.headers, stream=body, extensions=answer.extensions
        )

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
        # It is not available after a failure, or where the body was not read to its end.
        if connection in self._busy and connection.is_available():
            self._idle.put(connection)
        else:
            self._over.append(connection)
        self._busy.discard(connection)
        self._free.release()
        await self._close_over()

    async def _close_over(self) -> None:
        while self._over:
            await self._over.pop().aclose()


class _Body(httpx.AsyncByteStream):
    """The body of an answer, which gives the connection back when it is closed."""

    def __init__(self, answer: httpcore.Response, give_back: Callable[[], Awaitable[None]]) -> None:
        self._answer = answer
        self._give_back = give_back

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with errors_of_httpx():
            async for part in self._answer.aiter_stream():
                yield part

    async def aclose(self) -> None:
        try:
            await self._answer.aclose()
        finally:
            await self._give_back()
