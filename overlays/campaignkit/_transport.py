"""The transport of our own sync clients, and what it shares with the async one.

httpcore's pool looks at all of its connections whenever a request begins or ends. That costs a
call on its own a tenth of its time, and with some 30 in flight most of it. Here a call takes a
connection of httpcore and gives it back, whatever the others do.

`_pool` is a private name of httpx. A pool of ours under it saves our own ways from httpx's
requests to httpcore's and back, and what instruments httpx's transports sees our calls too. With
an httpx that has no such name nothing would be sent: tests/overlay/test_transport.py fails.
"""

import ssl
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, Generic, TypeVar, cast

import httpcore
import httpx

from ._network import Connection, left

# As httpx has them.
MOST_CONNECTIONS = 100
IDLE_SECONDS = 5.0

_PORTS = {"http": 80, "https": 443}

C = TypeVar("C", httpcore.HTTPConnection, httpcore.AsyncHTTPConnection)


class Transport(httpx.HTTPTransport):
    """Connections to one origin, for any number of threads."""

    def __init__(
        self,
        base_url: str,
        *,
        trust_env: bool = True,
        most: int = MOST_CONNECTIONS,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        # Not httpx's own: that makes a pool, and a TLS context where none is needed.
        origin, tls = origin_of(base_url, trust_env=trust_env)
        pool = _Pool(partial(Connection, origin, tls, idle_seconds), most)
        self._pool = cast(httpcore.ConnectionPool, pool)


class _Pool(AbstractContextManager["_Pool"]):
    """What httpx's transport calls of a pool."""

    def __init__(self, connect: Callable[[], httpcore.HTTPConnection], most: int) -> None:
        self._connect = connect
        # A semaphore in C, with a fraction of the cost of the one in threading.
        self._turns: SimpleQueue[None] = SimpleQueue()
        for _ in range(most):
            self._turns.put(None)
        self._idle = Idle[httpcore.HTTPConnection]()
        self._is_closed = False
        self._lock = Lock()  # for idle and closed

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; its connection is taken until the body is closed."""
        connection = self._take(request)
        try:
            answer = connection.handle_request(request)
        except BaseException as error:
            self._give_back(connection)
            if isinstance(error, httpcore.ConnectionNotAvailable):
                raise closed_before() from error
            raise
        answer.stream = _Body(answer.stream, partial(self._give_back, connection))
        return answer

    def close(self) -> None:
        """Close the idle connections now, and those in use when their calls are over.

        To close one under another thread would lose its answer, and with TLS break its read.
        """
        with self._lock:
            self._is_closed = True
            over = self._idle.clear()
        _close(over)

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self, request: httpcore.Request) -> httpcore.HTTPConnection:
        deadline = request.extensions.get("deadline")
        try:
            self._turns.get(timeout=left(deadline, pool_timeout(request), httpcore.PoolTimeout))
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
        is_good = is_reusable(connection)
        with self._lock:
            is_kept = is_good and not self._is_closed
            if is_kept:
                self._idle.put(connection)
        return is_kept


def _close(connections: list[httpcore.HTTPConnection]) -> None:
    for connection in connections:
        connection.close()


class _Body:
    """The body of an answer, which gives the connection back when it is closed."""

    def __init__(self, stream: Any, give_back: Callable[[], None]) -> None:
        self._stream = stream  # httpcore does not tell types that it can be closed
        self._give_back = give_back

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        try:
            self._stream.close()
        finally:
            self._give_back()


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


def origin_of(base_url: str, *, trust_env: bool) -> tuple[httpcore.Origin, ssl.SSLContext | None]:
    """The origin of a URL, and the TLS context for it."""
    url = httpx.URL(base_url)
    origin = httpcore.Origin(url.raw_scheme, url.raw_host, url.port or _PORTS[url.scheme])
    # Made once: it takes as long as many calls.
    return origin, httpx.create_ssl_context(trust_env=trust_env) if url.scheme == "https" else None


def is_reusable(connection: httpcore.HTTPConnection | httpcore.AsyncHTTPConnection) -> bool:
    """Whether the next call can go over a connection whose answer has been read.

    It is not available after a failure, or where the body was not read to its end. Where more came
    than the body, the next call would take it for its answer. httpcore shows that by private names
    only; with others it goes unseen, and tests/faults fails.
    """
    state = getattr(getattr(connection, "_connection", None), "_h11_state", None)
    surplus, _ = getattr(state, "trailing_data", (b"", False))
    return connection.is_available() and not surplus


def pool_timeout(request: httpcore.Request) -> float | None:
    """How many seconds a request may wait for a connection; None for any number."""
    seconds: float | None = request.extensions.get("timeout", {}).get("pool")
    return seconds


def all_in_use() -> httpcore.PoolTimeout:
    """The error for a request that waited longer than that."""
    return httpcore.PoolTimeout("every connection is in use")


def closed_before() -> httpcore.ConnectError:
    """The error for a request whose connection was closed with the client, before it was sent."""
    return httpcore.ConnectError("the connection was closed")
