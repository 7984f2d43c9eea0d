"""What carries the calls of one client over our own connections."""

from typing import Any

import httpx
from campaignkit_runtime.decoding.items import OnBadItem
from campaignkit_runtime.operations import Call

from .._auth import CallAuth
from .._config import Config
from .._options import Options
from .carrier import SyncCarrier
from .direct import SyncDirectExchange, attempt_of
from .httpx_transport import Transport, has_pool, open_pool
from .lanes import Lane, choose_lane
from .request_writer import RequestWriter, is_plain


class WireCarrier(SyncCarrier):
    """Carrier of blocking calls, for any number of threads."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self._pool = open_pool(config)
        self._write = RequestWriter(config)

    def lane(self, call: Call[Any], auth: CallAuth) -> Lane:
        """Return the lane of a call."""
        return choose_lane("sync", is_plain=is_plain(call, auth))

    def begin(
        self,
        call: Call[Any],
        auth: CallAuth,
        options: Options,
        seconds: float | None,
        on_bad_item: OnBadItem,
    ) -> SyncDirectExchange:
        """Return the exchange of a call in the direct lane; nothing of it is sent yet."""
        request = self._write(call, auth)
        attempt = attempt_of(call, options, seconds)
        return SyncDirectExchange(self._pool, call, request, auth, *attempt, on_bad_item)

    def reserve(self, connections: int) -> None:
        """Let that many calls be under way at once, if it is more than before."""
        self._pool.grow(connections)

    def close(self) -> None:
        """Close the connections; those of calls under way are closed when these are over."""
        super().close()
        self._pool.close()

    def _transport_of(self, lane: Lane) -> httpx.BaseTransport | None:
        has_wire = lane == "wire" and has_pool(httpx.HTTPTransport)
        return Transport(self._pool) if has_wire else None
