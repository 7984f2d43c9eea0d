"""Connection pool of our own sync clients, and the parts that it shares with the async pool.

httpcore's pool looks at all of its connections whenever a request begins or ends. That costs a
call on its own a tenth of its time, and with some 30 in flight most of it. Here a call takes a
connection of httpcore and gives it back, independently of the other calls.

No lock is held anywhere: a fork, a gevent switch or an exception of a signal handler at any point
leaves nothing locked. `deque` and `SimpleQueue` are atomic by themselves.

`_pool` is a private name of httpx. A pool of ours under it saves our own ways from httpx's
requests to httpcore's and back, and what instruments httpx's transports sees our calls too. With
an httpx that has no such name nothing would be sent: tests/client/test_transport.py fails.
"""

import queue
import re
import ssl
import time
import weakref
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from math import inf
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

import httpcore
import httpx
from campaignkit_runtime.cancellation import current_scope

from .deadline import DeadlineConnection, remaining_timeout

# As in httpx.
MAX_CONNECTIONS = 100

# Node's http.Server.keepAliveTimeout, uvicorn's --timeout-keep-alive and Apache's KeepAliveTimeout
# are 5 s. A request that arrives as the server closes is lost, so we stop a second earlier.
KEEPALIVE_EXPIRY = 4.0

# The server's `Keep-Alive: timeout=` counts from when it sent the response. The last second is
# left to the way there and back.
_KEEPALIVE_MARGIN = 1.0
_KEEPALIVE_TIMEOUT = re.compile(rb"(?:^|[\s,;])timeout\s*=\s*\"?(\d{1,9})", re.IGNORECASE)

# A call that must not be sent twice takes a connection that answered within so many seconds, or a
# new one. A connection that died while it was idle would leave the outcome of the call unknown.
_FRESH_SECONDS = 1.0

_PORTS = {"http": 80, "https": 443}

C = TypeVar("C", httpcore.HTTPConnection, httpcore.AsyncHTTPConnection)


class Transport(httpx.HTTPTransport):
    """Connections to one origin, for any number of threads."""

    def __init__(
        self,
        base_url: str,
        *,
        trust_env: bool = True,
        max_connections: int = MAX_CONNECTIONS,
        keepalive_expiry: float = KEEPALIVE_EXPIRY,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        # Not httpx's own: that makes a pool, and a TLS context where none is needed.
        origin, tls = origin_of(base_url, trust_env=trust_env)
        idle = IdleConnections[httpcore.HTTPConnection](keepalive_expiry, monotonic)
        pool = _Pool(partial(DeadlineConnection, origin, tls), max_connections, idle)
        self._pool = cast(httpcore.ConnectionPool, pool)


class SlotOwner(Protocol):
    """Pool that hands out slots."""

    @abstractmethod
    def recover(self) -> None:
        """Add a slot, because one was dropped."""


class Slot(Generic[C]):
    """Right of one request to use one connection.

    A slot that is dropped instead of released frees itself. An exception of a signal handler can
    strike between any two instructions, also before the `try` that would release the slot.
    """

    __slots__ = ("_owner", "connection", "keepalive")

    def __init__(self, owner: "weakref.ref[SlotOwner]") -> None:
        self._owner = owner
        self.connection: C | None = None
        self.keepalive = 0.0

    def __del__(self) -> None:
        if owner := self._owner():
            owner.recover()
        if isinstance(self.connection, httpcore.HTTPConnection):
            self.connection.close()


class _Pool(AbstractContextManager["_Pool"]):
    """Pool as httpx's transport calls it."""

    def __init__(
        self,
        connect: Callable[[], httpcore.HTTPConnection],
        max_connections: int,
        idle: "IdleConnections[httpcore.HTTPConnection]",
    ) -> None:
        self._connect = connect
        # A semaphore in C, with a fraction of the cost of the one in threading. It is looked up
        # here because gevent replaces it, perhaps after this module was imported.
        self._slots: queue.SimpleQueue[Slot[httpcore.HTTPConnection]] = queue.SimpleQueue()
        for _ in range(max_connections):
            self.recover()
        self._idle = idle
        self._is_closed = False

    def recover(self) -> None:
        """Add a slot."""
        self._slots.put(Slot(weakref.ref(self)))

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send a request; its connection is in use until the body is closed."""
        request.extensions["is_sent"] = False  # the stream's `write` says when it is
        slot, connection = self._acquire(request)
        try:
            response = connection.handle_request(request)
            slot.keepalive = self._idle.seconds_for(response)
            response.stream = _Body(response.stream, partial(self._release, slot, connection))
        except BaseException as error:
            self._release(slot, connection)
            if isinstance(error, httpcore.ConnectionNotAvailable):
                raise connection_closed_error() from error
            raise
        return response

    def close(self) -> None:
        """Close the idle connections now, and those in use when their calls are over.

        To close one under another thread would lose its answer, and with TLS break its read.
        """
        self._is_closed = True
        _close(self._idle.clear())

    def __exit__(self, *_: object) -> None:
        self.close()

    def _acquire(
        self, request: httpcore.Request
    ) -> tuple[Slot[httpcore.HTTPConnection], httpcore.HTTPConnection]:
        deadline = request.extensions.get("deadline")
        try:
            timeout = remaining_timeout(deadline, pool_timeout(request), httpcore.PoolTimeout)
            slot = self._slots.get(timeout=timeout)
        except queue.Empty:
            raise pool_timeout_error() from None
        scope = current_scope()
        if scope is not None and scope.is_cancelled:
            self._slots.put(slot)
            raise connection_closed_error()  # the caller left while the request waited
        connection, expired = self._idle.take(max_idle(request))
        connection = slot.connection = connection or self._connect()
        slot.keepalive = 0.0  # until there is a response
        _close(expired)
        return slot, connection

    def _release(
        self, slot: Slot[httpcore.HTTPConnection], connection: httpcore.HTTPConnection
    ) -> None:
        try:
            if not self._idle.put(connection, slot.keepalive):
                connection.close()
            slot.connection = None
            if self._is_closed:
                _close(self._idle.clear())
        finally:
            self._slots.put(slot)


def _close(connections: list[httpcore.HTTPConnection]) -> None:
    for connection in connections:
        connection.close()


class _Body:
    """Body of a response, which releases the connection when it is closed."""

    def __init__(self, stream: Any, release: Callable[[], None]) -> None:
        self._stream = stream  # httpcore does not tell types that it can be closed
        self._release: list[Callable[[], None]] = [release]

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        # Once, because by then the slot can be that of another request. And from here on no object
        # but this frame holds the slot, so an exception at any point frees it.
        release = self._release.pop() if self._release else None
        try:
            self._stream.close()
        finally:
            if release:
                release()


class _IdleConnection(NamedTuple, Generic[C]):
    connection: C
    since: float
    expires_at: float


class IdleConnections(Generic[C]):
    """Connections without a request; the one that was used last is taken first."""

    def __init__(self, keepalive_expiry: float, monotonic: Callable[[], float]) -> None:
        self._keepalive_expiry = keepalive_expiry
        self._monotonic = monotonic
        self._connections: deque[_IdleConnection[C]] = deque()

    def seconds_for(self, response: httpcore.Response) -> float:
        """Return how many seconds the connection of a response may be idle."""
        for name, value in response.headers:
            if len(name) == 10 and name.lower() == b"keep-alive":
                timeout = _KEEPALIVE_TIMEOUT.search(value)
                if timeout:
                    return min(self._keepalive_expiry, int(timeout[1]) - _KEEPALIVE_MARGIN)
        return self._keepalive_expiry

    def take(self, max_idle: float) -> tuple[C | None, list[C]]:
        """Return a connection that still works, and connections that must be closed.

        Args:
            max_idle: Number of seconds that the connection may have been idle.

        """
        now = self._monotonic()
        expired = self._take_expired(now)
        while idle := self._pop():
            if not _is_usable(idle, now):
                expired.append(idle.connection)
            elif now - idle.since > max_idle:  # as are all the others: they are older
                self._connections.append(idle)
                break
            else:
                return idle.connection, expired
        return None, expired

    def put(self, connection: C, seconds: float) -> bool:
        """Keep a connection for so many seconds; False if it cannot be used again."""
        if seconds <= 0 or not is_reusable(connection):
            return False
        now = self._monotonic()
        self._connections.append(_IdleConnection(connection, now, now + seconds))
        return True

    def clear(self) -> list[C]:
        """Return all connections, and forget them."""
        connections = []
        while idle := self._pop():
            connections.append(idle.connection)
        return connections

    def _take_expired(self, now: float) -> list[C]:
        """Drop the oldest connection if it has expired, so the pool shrinks after a burst."""
        if len(self._connections) < 2 or (oldest := self._pop(first=True)) is None:
            return []
        if not _is_usable(oldest, now):
            return [oldest.connection]
        self._connections.appendleft(oldest)
        return []

    def _pop(self, *, first: bool = False) -> _IdleConnection[C] | None:
        try:
            return self._connections.popleft() if first else self._connections.pop()
        except IndexError:  # other threads take them too
            return None


def _is_usable(idle: _IdleConnection[Any], now: float) -> bool:
    connection = idle.connection
    # `has_expired` looks at the socket: unexpected bytes end the connection.
    return now < idle.expires_at and connection.is_available() and not connection.has_expired()


def origin_of(base_url: str, *, trust_env: bool) -> tuple[httpcore.Origin, ssl.SSLContext | None]:
    """Return the origin of a URL, and the TLS context for it."""
    url = httpx.URL(base_url)
    origin = httpcore.Origin(url.raw_scheme, url.raw_host, url.port or _PORTS[url.scheme])
    # Made once: it takes as long as many calls.
    return origin, httpx.create_ssl_context(trust_env=trust_env) if url.scheme == "https" else None


def is_reusable(connection: httpcore.HTTPConnection | httpcore.AsyncHTTPConnection) -> bool:
    """Return True if another request can use a connection whose response has been read.

    It cannot after a failure, or if the body was not read to its end. If more came than the body,
    the next call would take it for its response. httpcore shows that by private names only; with
    others it goes unseen, and tests/fault_matrix fails.
    """
    state = getattr(getattr(connection, "_connection", None), "_h11_state", None)
    surplus, _ = getattr(state, "trailing_data", (b"", False))
    return connection.is_available() and not surplus


def pool_timeout(request: httpcore.Request) -> float | None:
    """Return how many seconds a request may wait for a connection; None for any number."""
    seconds: float | None = request.extensions.get("timeout", {}).get("pool")
    return seconds


def max_idle(request: httpcore.Request) -> float:
    """Return how many seconds the connection of a request may have been idle."""
    return _FRESH_SECONDS if request.extensions.get("fresh_connection") else inf


def pool_timeout_error() -> httpcore.PoolTimeout:
    """Return the error for a request that waited too long for a connection."""
    return httpcore.PoolTimeout("every connection is in use")


def connection_closed_error() -> httpcore.ConnectError:
    """Return the error for a request whose connection was closed before it was sent."""
    return httpcore.ConnectError("the connection was closed")
