"""What carries the calls of one async client over our own connections."""

from typing import Any

import httpx
from campaignkit_runtime.decoding.items import OnBadItem
from campaignkit_runtime.operations import Call

from .._auth import CallAuth
from .._config import Config
from .._http_client import EventLoopGuard
from .._options import Options
from .async_direct import AsyncDirectExchange
from .async_httpx_transport import AsyncTransport, is_asyncio, open_pools
from .carrier import AsyncCarrier
from .direct import attempt_of
from .httpx_transport import has_pool
from .lanes import Lane, choose_lane
from .request_writer import RequestWriter, is_plain


class AsyncWireCarrier(AsyncCarrier):
    """Carrier of async calls, for any number of event loops of asyncio.

    Other event loops, such as that of trio, have the connections of httpx.
    """

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._pools = open_pools(config)
        self._write = RequestWriter(config)
        self._loop = EventLoopGuard()  # of the connections of httpx

    def lane(self, call: Call[Any], auth: CallAuth) -> Lane:
        """Return the lane of a call."""
        if not is_asyncio():
            return "stock"
        return choose_lane("async", is_plain=is_plain(call, auth))

    def client(self, lane: Lane) -> httpx.AsyncClient:
        """Return the httpx client of a lane."""
        if lane == "stock":
            self._loop.check()
        return super().client(lane)

    def begin(
        self,
        call: Call[Any],
        auth: CallAuth,
        options: Options,
        seconds: float | None,
        on_bad_item: OnBadItem,
    ) -> AsyncDirectExchange:
        """Return the exchange of a call in the direct lane; nothing of it is sent yet."""
        request = self._write(call, auth)
        attempt = attempt_of(call, options, seconds)
        return AsyncDirectExchange(self._pools, call, request, auth, *attempt, on_bad_item)

    def reserve(self, connections: int) -> None:
        """Let that many calls be under way at once, if it is more than before."""
        self._pools.grow(connections)

    async def close(self) -> None:
        """Close the connections of the running loop; other loops close theirs when they end."""
        await super().close()
        if is_asyncio():
            await self._pools.aclose()

    def _transport_of(self, lane: Lane) -> httpx.AsyncBaseTransport | None:
        has_wire = lane == "wire" and has_pool(httpx.AsyncHTTPTransport)
        return AsyncTransport(self._pools) if has_wire else None
