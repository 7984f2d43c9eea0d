"""Connections without a request, kept for the next one."""

import re
from collections import deque
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

# Node's http.Server.keepAliveTimeout, uvicorn's --timeout-keep-alive and Apache's KeepAliveTimeout
# are 5 s. A request that arrives as the server closes is lost, so we stop a second earlier.
KEEPALIVE_EXPIRY = 4.0

# The server's `Keep-Alive: timeout=` counts from when it sent the response. The last second is
# left to the way there and back.
_KEEPALIVE_MARGIN = 1.0
_KEEPALIVE_TIMEOUT = re.compile(rb"(?:^|[\s,;])timeout\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


class IdleConnection(Protocol):
    """Connection as the idle ones need it."""

    @property
    def is_reusable(self) -> bool:
        """True if another request can be sent on it."""
        ...

    def is_usable(self) -> bool:
        """Return True if it has received nothing while it was idle."""
        ...


C = TypeVar("C", bound=IdleConnection)


class IdleConnections(Generic[C]):
    """Idle connections of one pool; the one that was used last is taken first."""

    def __init__(self, keepalive_expiry: float, monotonic: Callable[[], float]) -> None:
        self._keepalive_expiry = keepalive_expiry
        self._monotonic = monotonic
        # Each with the beginning and the end of the time in which it can be used again. Plain
        # tuples, because every exchange makes one.
        self._entries: deque[tuple[C, float, float]] = deque()

    def __len__(self) -> int:
        return len(self._entries)

    def take(self, max_idle: float | None) -> tuple[C | None, list[C]]:
        """Return a connection that still works, and connections that must be closed.

        Args:
            max_idle: Seconds that the connection may have been idle; None is any number.
        """
        now = self._monotonic()
        expired = self._take_expired(now)
        while entry := self._pop():
            connection, since, expires_at = entry
            if now >= expires_at or not connection.is_usable():
                expired.append(connection)
            elif max_idle is not None and now - since > max_idle:
                self._entries.append(entry)  # as are all the others: they are older
                break
            else:
                return connection, expired
        return None, expired

    def put(self, connection: C, headers: list[tuple[bytes, bytes]]) -> bool:
        """Keep a connection as long as its last response allows; False if it cannot be kept."""
        if not connection.is_reusable:
            return False
        seconds = self._seconds_for(headers)
        if seconds <= 0:
            return False
        now = self._monotonic()
        self._entries.append((connection, now, now + seconds))
        return True

    def clear(self) -> list[C]:
        """Return all connections, and forget them."""
        connections = []
        while entry := self._pop():
            connections.append(entry[0])
        return connections

    def _seconds_for(self, headers: list[tuple[bytes, bytes]]) -> float:
        for name, value in headers:
            if len(name) == 10 and name.lower() == b"keep-alive":
                timeout = _KEEPALIVE_TIMEOUT.search(value)
                if timeout:
                    return min(self._keepalive_expiry, int(timeout[1]) - _KEEPALIVE_MARGIN)
        return self._keepalive_expiry

    def _take_expired(self, now: float) -> list[C]:
        """Drop the oldest connection if it has expired, so the pool shrinks after a burst."""
        if len(self._entries) < 2 or (oldest := self._pop(first=True)) is None:
            return []
        connection, _, expires_at = oldest
        if now >= expires_at or not connection.is_usable():
            return [connection]
        self._entries.appendleft(oldest)
        return []

    def _pop(self, *, first: bool = False) -> tuple[C, float, float] | None:
        try:
            return self._entries.popleft() if first else self._entries.pop()
        except IndexError:  # other threads take them too
            return None
