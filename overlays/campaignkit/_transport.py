"""The transport of our own sync clients, and what it shares with the async one.

httpcore's pool looks at all of its connections whenever a request begins or ends. That costs a
call on its own a tenth of its time, and with some 30 in flight most of it. Here a call takes a
connection of httpcore and gives it back, whatever the others do.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Generic, TypeVar

import httpcore
import httpx

# As httpx has them.
MOST_CONNECTIONS = 100
IDLE_SECONDS = 5.0

_PORTS = {"http": 80, "https": 443}

C = TypeVar("C", httpcore.HTTPConnection, httpcore.AsyncHTTPConnection)


class Transport(httpx.BaseTransport):
    """Connections to one origin, for any number of threads."""

    def __init__(
        self,
        base_url: str,
        *,
        trust_env: bool = True,
        most: int = MOST_CONNECTIONS,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        kind = httpcore.HTTPConnection
        self._connect = connector(kind, base_url, idle_seconds, trust_env=trust_env)
        # A semaphore in C, with a fraction of the cost of the one in threading.
        self._turns: SimpleQueue[None] = SimpleQueue()
        for _ in range(most):
            self._turns.put(None)
        self._idle = Idle[httpcore.HTTPConnection]()
        self._is_closed = False
        self._lock = Lock()  # for idle and closed

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; its connection is taken until the body is closed."""
        connection = self._take(pool_timeout(request))
        try:
            with errors_of_httpx():
                answer = connection.handle_request(request_of_httpcore(request))
        except BaseException:
            self._give_back(connection)
            raise
        body = _Body(answer, lambda: self._give_back(connection))
        return httpx.Response(
            answer.status, headers=answer.headers, stream=body, extensions=answer.extensions
        )

    def close(self) -> None:
        """Close the idle connections now, and those in use when their calls are over.

        To close one under another thread would lose its answer, and with TLS break its read.
        """
        with self._lock:
            self._is_closed = True
            over = self._idle.clear()
        _close(over)

    def _take(self, seconds: float | None) -> httpcore.HTTPConnection:
        try:
            self._turns.get(timeout=seconds)
        except Empty:
            raise all_in_use() from None
        with self._lock:
            connection, over = self._idle.take()
        _close(over)
        return connection or self._connect()

    def _give_back(self, connection: httpcore.HTTPConnection) -> None:
        try:
            if not self._keep(connection):
                connection.close()
        finally:
            self._turns.put(None)

    def _keep(self, connection: httpcore.HTTPConnection) -> bool:
        # It is not available after a failure, or where the body was not read to its end.
        is_good = connection.is_available()
        with self._lock:
            is_kept = is_good and not self._is_closed
            if is_kept:
                self._idle.put(connection)
        return is_kept


class _Body(httpx.SyncByteStream):
    """The body of an answer, which gives the connection back when it is closed."""

    def __init__(self, answer: httpcore.Response, give_back: Callable[[], None]) -> None:
        self._answer = answer
        self._give_back = give_back

    def __iter__(self) -> Iterator[bytes]:
        with errors_of_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        try:
            self._answer.close()
        finally:
            self._give_back()


def _close(connections: list[httpcore.HTTPConnection]) -> None:
    for connection in connections:
        connection.close()


class Idle(Generic[C]):
    """Connections that carry no call; the next one takes that which was given back last."""

    def __init__(self) -> None:
        self._connections: deque[C] = deque()

    def take(self) -> tuple[C | None, list[C]]:
        """A connection that still works, and those that turned out not to."""
        over = []
        # The oldest goes too when its time is over: after a burst, no crowd stays behind.
        if len(self._connections) > 1 and self._connections[0].has_expired():
            over.append(self._connections.popleft())
        while self._connections:
            connection = self._connections.pop()
            if not connection.has_expired():
                return connection, over
            over.append(connection)
        return None, over

    def put(self, connection: C) -> None:
        """Keep a connection whose call is over."""
        self._connections.append(connection)

    def clear(self) -> list[C]:
        """All connections, which are kept no longer."""
        over = list(self._connections)
        self._connections.clear()
        return over


def connector(
    kind: Callable[..., C], base_url: str, idle_seconds: float, *, trust_env: bool
) -> Callable[[], C]:
    """What makes connections of a kind to the origin of a URL."""
    url = httpx.URL(base_url)
    origin = httpcore.Origin(url.raw_scheme, url.raw_host, url.port or _PORTS[url.scheme])
    # Made once: it takes as long as many calls.
    tls = httpx.create_ssl_context(trust_env=trust_env) if url.scheme == "https" else None
    return partial(kind, origin, ssl_context=tls, keepalive_expiry=idle_seconds)


def request_of_httpcore(request: httpx.Request) -> httpcore.Request:
    """A request as httpcore takes it."""
    url = request.url
    return httpcore.Request(
        request.method,
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


def pool_timeout(request: httpx.Request) -> float | None:
    """How many seconds a request may wait for a connection; None for any number."""
    seconds: float | None = request.extensions.get("timeout", {}).get("pool")
    return seconds


def all_in_use() -> httpx.PoolTimeout:
    """The error for a request that waited longer than that."""
    return httpx.PoolTimeout("every connection is in use")


@contextmanager
def errors_of_httpx() -> Iterator[None]:
    """Raise httpcore's errors as those of httpx, which have the same names."""
    try:
        yield
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
        raise getattr(httpx, type(error).__name__)(str(error)) from error
    except httpcore.ConnectionNotAvailable as error:  # closed with the client, before it sent
        raise httpx.ConnectError("the connection was closed") from error
