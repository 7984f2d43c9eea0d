"""Connection pool of sync calls, for any number of threads.

No lock is held anywhere. So a fork, a gevent switch or an exception of a signal handler leaves
nothing locked. `deque` and `SimpleQueue` are atomic by themselves.
"""

import queue
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from .connection import Connection, Origin, open_connection
from .errors import (
    ConnectError,
    ConnectionFailure,
    NothingWrittenError,
    PoolTimeout,
    WriteError,
)
from .idle import KEEPALIVE_EXPIRY, IdleConnections
from .messages import Limits, Request, seconds_left
from .slots import MAX_CONNECTIONS, Slot

IN_USE = "every connection is in use"


class ConnectionPool:
    """Connections to one origin.

    Args:
        origin: The server.
        max_connections: How many requests can be under way at once.
        keepalive_expiry: Seconds after which an idle connection is not used again.
        monotonic: The clock of idle connections.
        is_abandoned: Returns True if the caller does not need the response any more.
    """

    def __init__(
        self,
        origin: Origin,
        *,
        max_connections: int = MAX_CONNECTIONS,
        keepalive_expiry: float = KEEPALIVE_EXPIRY,
        monotonic: Callable[[], float] = time.monotonic,
        is_abandoned: Callable[[], bool] = bool,
    ) -> None:
        self._connect = partial(open_connection, origin)
        # A semaphore in C, with a fraction of the cost of the one in threading. It is looked up
        # here because gevent replaces it, perhaps after this module was imported.
        self._slots: queue.SimpleQueue[Slot[Connection]] = queue.SimpleQueue()
        self._size = 0
        self.grow(max_connections)
        self._idle = IdleConnections[Connection](keepalive_expiry, monotonic)
        self._is_abandoned = is_abandoned
        self._is_closed = False

    def grow(self, max_connections: int) -> None:
        """Let that many requests be under way at once, if it is more than before."""
        while self._size < max_connections:
            self._size += 1
            self.recover()

    def recover(self) -> None:
        """Add a slot, because one was dropped."""
        self._slots.put(Slot(weakref.ref(self)))

    def send(self, request: Request, limits: Limits) -> Slot[Connection]:
        """Send a request, read the head of its response, and return what holds the connection.

        Raises:
            ConnectionFailure: No response came; `request.is_sent` is True if it may have arrived.
        """
        slot = self._acquire(limits)
        try:
            connection = self._write(slot, request, limits)
            connection.read_head(limits)
        except BaseException:
            self.release(slot)
            raise
        return slot

    def release(self, slot: Slot[Connection]) -> None:
        """Give back the slot of a request; its connection is kept if another one can follow."""
        connection = slot.connection
        try:
            if connection is not None:
                head = connection.parser.head
                if head is None or not self._idle.put(connection, head.headers):
                    connection.close()
                slot.connection = None
            if self._is_closed:
                _close(self._idle.clear())
        finally:
            self._slots.put(slot)

    def close(self) -> None:
        """Close the idle connections now, and those in use when their calls are over.

        To close one under another thread would lose its response, and with TLS break its read.
        """
        self._is_closed = True
        _close(self._idle.clear())

    def _acquire(self, limits: Limits) -> Slot[Connection]:
        """Return a slot, unless the caller has left while it waited for one."""
        seconds = seconds_left(limits.deadline, limits.pool, PoolTimeout)
        try:
            slot = self._slots.get_nowait()
        except queue.Empty:
            slot = self._wait_for_slot(seconds)
        if self._is_abandoned():
            self._slots.put(slot)
            raise ConnectError("the connection was closed")
        return slot

    def _wait_for_slot(self, seconds: float | None) -> Slot[Connection]:
        try:
            return self._slots.get(timeout=seconds)
        except queue.Empty:
            raise PoolTimeout(IN_USE) from None

    def _write(self, slot: Slot[Connection], request: Request, limits: Limits) -> Connection:
        """Write a request on a connection that takes it, an idle or a new one."""
        while True:
            connection, expired = self._idle.take(limits.max_idle)
            if expired:
                _close(expired)
            is_new = connection is None
            connection = slot.connection = connection or self._connect(limits)
            try:
                connection.write(request, limits)
            except NothingWrittenError as error:
                slot.connection = None
                connection.close()
                if is_new:
                    raise WriteError(str(error.__cause__)) from error
            except WriteError:
                # The server can have answered before it had read all of the request.
                with suppress(ConnectionFailure):
                    connection.read_head(limits)
                if connection.parser.head is None:
                    raise
                connection.parser.end_connection()
                return connection
            else:
                return connection


def _close(connections: list[Connection]) -> None:
    for connection in connections:
        connection.close()
