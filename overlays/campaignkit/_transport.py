"""The async transport: calls in flight do not slow each other down.

httpcore's pool looks at all of its connections whenever a request begins or ends: from some 30 in
flight on, most of the time goes there. Here a call takes a connection of httpcore and gives it
back, whatever the others do.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager

import httpcore
import httpx

# As httpx has them.
_MOST_CONNECTIONS = 100
_IDLE_SECONDS = 5.0


class Transport(httpx.AsyncBaseTransport):
    """Connections to one origin, for each event loop its own.

    Those of a loop that has ended are dropped. What is no asyncio is left to httpx's transport.
    """

    def __init__(
        self,
        base_url: str,
        *,
        trust_env: bool = True,
        most: int = _MOST_CONNECTIONS,
        idle_seconds: float = _IDLE_SECONDS,
    ) -> None:
        url = httpx.URL(base_url)
        origin = httpcore.Origin(url.raw_scheme, url.raw_host, url.port or _PORTS[url.scheme])
        # Made once: it takes as long as many calls.
        tls = httpx.create_ssl_context(trust_env=trust_env) if url.scheme == "https" else None
        self._connect = lambda: httpcore.AsyncHTTPConnection(
            origin, ssl_context=tls, keepalive_expiry=idle_seconds
        )
        self._most = most
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
            transport = _Connections(self._connect, self._most)
        self._by_loop[loop] = transport
        return transport


_PORTS = {"http": 80, "https": 443}


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class _Connections(httpx.AsyncBaseTransport):
    """The connections of one loop; the next call takes the one that was given back last."""

    def __init__(self, connect: Callable[[], httpcore.AsyncHTTPConnection], most: int) -> None:
        self._connect = connect
        self._free = asyncio.Semaphore(most)
        self._busy: set[httpcore.AsyncHTTPConnection] = set()
        self._idle: deque[httpcore.AsyncHTTPConnection] = deque()
        self._over: list[httpcore.AsyncHTTPConnection] = []  # to be closed

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; its connection is taken until the body is closed."""
        connection = await self._take(request.extensions.get("timeout", {}).get("pool"))
        try:
            with _errors_of_httpx():
                answer = await connection.handle_async_request(_request_of_httpcore(request))
        except BaseException:
            await self._give_back(connection)
            raise
        body = _Body(answer, lambda: self._give_back(connection))
        return httpx.Response(
            answer.status, headers=answer.headers, stream=body, extensions=answer.extensions
        )

    async def aclose(self) -> None:
        """Close all connections, those in use too."""
        self._over += [*self._busy, *self._idle]
        self._busy.clear()
        self._idle.clear()
        await self._close_over()

    async def _take(self, seconds: float | None) -> httpcore.AsyncHTTPConnection:
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError:
            raise httpx.PoolTimeout("every connection is in use") from None
        connection = self._good_one() or self._connect()
        self._busy.add(connection)
        return connection

    def _good_one(self) -> httpcore.AsyncHTTPConnection | None:
        # The oldest goes too when its time is over: after a burst, no crowd stays behind.
        if self._idle and self._idle[0].has_expired():
            self._over.append(self._idle.popleft())
        while self._idle:
            connection = self._idle.pop()
            if not connection.has_expired():
                return connection
            self._over.append(connection)
        return None

    async def _give_back(self, connection: httpcore.AsyncHTTPConnection) -> None:
        # It is not available after a failure, or where the body was not read to its end.
        is_good = connection in self._busy and connection.is_available()
        self._busy.discard(connection)
        (self._idle if is_good else self._over).append(connection)
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
        with _errors_of_httpx():
            async for part in self._answer.aiter_stream():
                yield part

    async def aclose(self) -> None:
        try:
            await self._answer.aclose()
        finally:
            await self._give_back()


def _request_of_httpcore(request: httpx.Request) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


@contextmanager
def _errors_of_httpx() -> Iterator[None]:
    """Raise httpcore's errors as those of httpx, which have the same names."""
    try:
        yield
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
        raise getattr(httpx, type(error).__name__)(str(error)) from error
    except httpcore.ConnectionNotAvailable as error:  # closed with the client, before it sent
        raise httpx.ConnectError("the connection was closed") from error
