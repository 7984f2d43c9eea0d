"""Async transport of httpx over our own connections."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any, cast

import httpx
from campaignkit_wire.async_connection import AsyncConnection
from campaignkit_wire.async_pool import AsyncConnectionPool, LoopPools
from campaignkit_wire.errors import ConnectionFailure
from campaignkit_wire.messages import Limits
from campaignkit_wire.slots import Slot

from .._config import Config
from .errors import as_httpx
from .httpx_transport import Response, limits_of, origin_of
from .serialization import serialized


def open_pools(config: Config, **options: Any) -> LoopPools:
    """Return pools of our own connections to the server of a client."""
    return LoopPools(partial(AsyncConnectionPool, origin_of(config), **options))


def is_asyncio() -> bool:
    """Return True if an event loop of asyncio runs."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class AsyncTransport(httpx.AsyncHTTPTransport):
    """Connections to one origin, for each event loop its own."""

    def __init__(self, pools: LoopPools) -> None:
        # Not httpx's own, and `_pool` is private to httpx: see `httpx_transport.py`.
        self._pool = cast(Any, _Pools(pools))


class _Pools(AbstractAsyncContextManager["_Pools"]):
    """Connection pools as httpx's transport calls them."""

    def __init__(self, pools: LoopPools) -> None:
        self.pools = pools

    async def handle_async_request(self, request: Any) -> Response:
        """Send a request; its connection is in use until the body is closed."""
        extensions: dict[str, Any] = request.extensions
        extensions["is_sent"] = False
        url = request.url
        written = serialized(request.method, url.target, request.headers, request.stream)
        limits = limits_of(extensions)
        try:
            pool = await self.pools.current()
            slot = await pool.send(written, limits)
        except ConnectionFailure as error:
            raise as_httpx(error) from error.__cause__
        finally:
            extensions["is_sent"] = written.is_sent
        return Response(slot.connection, _Body(slot, pool, limits))

    async def aclose(self) -> None:
        await self.pools.aclose()

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _Body:
    """Body of a response, which releases the connection when it is closed."""

    def __init__(
        self, slot: Slot[AsyncConnection], pool: AsyncConnectionPool, limits: Limits
    ) -> None:
        self._slots = [slot]
        self._connection: Any = slot.connection
        self._pool = pool
        self._limits = limits

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while (parts := await self._connection.read(self._limits)) is not None:
                for part in parts:
                    yield part
        except ConnectionFailure as error:
            raise as_httpx(error) from error.__cause__

    async def aclose(self) -> None:
        if self._slots:  # once, as in `httpx_transport.py`
            self._pool.release(self._slots.pop())
