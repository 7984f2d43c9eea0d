"""Connection pools of async calls, one for each event loop."""

import asyncio
import time
import weakref
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from functools import partial

from .async_connection import AsyncConnection
from .async_opening import open_async_connection
from .connection import Origin
from .errors import ConnectionFailure, NothingWrittenError, PoolTimeout, WriteError
from .idle import KEEPALIVE_EXPIRY, IdleConnections
from .messages import Limits, Request, seconds_left
from .pool import IN_USE
from .slots import MAX_CONNECTIONS, Slot

_Slot = Slot[AsyncConnection]


class AsyncConnectionPool:
    """Connections to one origin in the running event loop; arguments as of `ConnectionPool`."""

    def __init__(
        self,
        origin: Origin,
        *,
        max_connections: int = MAX_CONNECTIONS,
        keepalive_expiry: float = KEEPALIVE_EXPIRY,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connect = partial(open_async_connection, origin)
        self._loop = asyncio.get_running_loop()
        self._closing = _close_at_end(self)
        self._slots: deque[_Slot] = deque()
        self._waiting: deque[asyncio.Future[_Slot]] = deque()
        self._size = 0
        self.grow(max_connections)
        self._is_closed = False
        self._busy: set[AsyncConnection] = set()
        self._idle = IdleConnections[AsyncConnection](keepalive_expiry, monotonic)

    def grow(self, max_connections: int) -> None:
        """Let that many requests be under way at once, if it is more than before."""
        while self._size < max_connections:
            self._size += 1
            self._add_slot()

    async def send(self, request: Request, limits: Limits) -> _Slot:
        """Send a request, read the head of its response, and return what holds the connection.

        Raises:
            ConnectionFailure: No response came; `request.is_sent` is True if it may have arrived.
        """
        seconds = seconds_left(limits.deadline, limits.pool, PoolTimeout)
        slot = self._slots.popleft() if self._slots else await self._wait_for_slot(seconds)
        try:
            connection = await self._write(slot, request, limits)
            await connection.read_head(limits)
        except BaseException:
            self.release(slot)
            raise
        return slot

    def release(self, slot: _Slot) -> None:
        """Give back the slot of a request; its connection is kept if another one can follow."""
        connection = slot.connection
        if connection is not None:
            connection.finish()
            head = connection.parser.head
            is_kept = head is not None and not self._is_closed
            if not (is_kept and head and self._idle.put(connection, head.headers)):
                connection.close()
            self._busy.discard(connection)
            slot.connection = None
        self._free(slot)

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
        self._is_closed = True
        connections = [*self._busy, *self._idle.clear()]
        self._busy.clear()
        for connection in connections:
            connection.close()
        for connection in connections:
            await connection.wait_closed()

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

    async def _wait_for_slot(self, seconds: float | None) -> _Slot:
        turn: asyncio.Future[_Slot] = self._loop.create_future()
        self._waiting.append(turn)
        timer = None if seconds is None else self._loop.call_later(seconds, _expire, turn)
        try:
            return await turn
        except BaseException as error:
            if turn in self._waiting:
                self._waiting.remove(turn)
            elif not turn.cancelled() and turn.exception() is None:
                self._free(turn.result())  # it came together with the cancellation
            if isinstance(error, TimeoutError):
                raise PoolTimeout(IN_USE) from None
            raise
        finally:
            if timer is not None:
                timer.cancel()

    async def _write(self, slot: _Slot, request: Request, limits: Limits) -> AsyncConnection:
        """Write a request on a connection that takes it, an idle or a new one."""
        while True:
            connection, expired = self._idle.take(limits.max_idle)
            for other in expired:
                other.close()
            is_new = connection is None
            connection = slot.connection = connection or await self._connect(limits)
            self._busy.add(connection)
            try:
                await connection.write(request, limits)
            except NothingWrittenError as error:
                self._busy.discard(connection)
                slot.connection = None
                connection.close()
                if is_new:
                    raise WriteError(str(error)) from error
            except WriteError:
                # The server can have answered before it had read all of the request.
                with suppress(ConnectionFailure):
                    await connection.read_head(limits)
                if connection.parser.head is None:
                    raise
                return connection
            else:
                return connection


def _expire(turn: asyncio.Future[_Slot]) -> None:
    if not turn.done():
        turn.set_exception(TimeoutError())


async def _close_at_end(pool: AsyncConnectionPool) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        await pool.aclose()


class LoopPools:
    """Pools of one client; each event loop has its own.

    The connections of a loop that has ended are dropped.
    """

    def __init__(self, make_pool: Callable[[], AsyncConnectionPool]) -> None:
        self._make_pool = make_pool
        self._by_loop: dict[asyncio.AbstractEventLoop, AsyncConnectionPool] = {}
        self._max_connections = 0

    async def current(self) -> AsyncConnectionPool:
        """Return the pool of the running loop."""
        loop = asyncio.get_running_loop()
        pool = self._by_loop.get(loop)
        if pool is None:
            for other in list(self._by_loop):
                if other.is_closed():
                    del self._by_loop[other]
            pool = self._by_loop[loop] = self._make_pool()
            await pool.close_with_loop()
        pool.grow(self._max_connections)
        return pool

    def grow(self, max_connections: int) -> None:
        """Let that many requests be under way at once, if it is more than before."""
        self._max_connections = max(self._max_connections, max_connections)

    async def aclose(self) -> None:
        """Close the connections of the running loop; other loops close theirs when they end."""
        pool = self._by_loop.pop(asyncio.get_running_loop(), None)
        self._by_loop.clear()
        if pool is not None:
            await pool.end()
