"""What carries the calls of one client through httpx."""

from abc import ABC, abstractmethod
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Generic

import httpx
from campaignkit_runtime.decoding.items import OnBadItem
from campaignkit_runtime.fork_safety import setting_up
from campaignkit_runtime.operations import Call
from campaignkit_wire.availability import Mode

from .._auth import CallAuth
from .._config import Config
from .._environment import open_connections
from .._exchange import receive, receive_async
from .._http_client import HttpClientT
from .._options import Options
from .._response_body import ACCEPT_ENCODING, ResponseReader
from .lanes import Lane, choose_lane
from .limits import is_sent_once
from .request_factory import RequestBuilder, make_external_request
from .request_writer import is_plain
from .transport_lane import AsyncTransportExchange, TransportExchange


class Carrier(ABC, Generic[HttpClientT]):
    """Carrier of the calls of one client; its connections are opened when a call needs them.

    Args:
        config: Where the calls go.
        http_client: The caller's own httpx client.
        transport: The caller's own transport.
    """

    _MODE: Mode
    _EXCHANGE: type[TransportExchange | AsyncTransportExchange]

    def __init__(
        self, config: Config, http_client: HttpClientT | None = None, transport: Any = None
    ) -> None:
        self._config = config
        self._external: HttpClientT | None = http_client
        self._transport = transport
        self._is_closed = False
        self._build = RequestBuilder(config)
        self._clients: dict[Lane, HttpClientT] = {}

    @property
    def is_closed(self) -> bool:
        """True if the client has been closed, or the caller's own httpx client."""
        return self._is_closed or (self._external is not None and self._external.is_closed)

    def lane(self, call: Call[Any], auth: CallAuth) -> Lane:
        """Return the lane of a call."""
        if self._transport is None:
            return "stock"
        return choose_lane(self._MODE, is_plain=is_plain(call, auth))

    def reserve(self, connections: int) -> None:
        """Let that many calls be under way at once; the connections of others have own bounds."""

    def client(self, lane: Lane) -> HttpClientT:
        """Return the httpx client of a lane that goes through one.

        Raises:
            ConfigurationError: The environment keeps it from being opened.
        """
        http = self._external or self._clients.get(lane)
        if http is None:
            with setting_up:
                http = self._clients.get(lane)
                if http is None:
                    http = open_connections(lambda: self._open_client(self._transport_of(lane)))
                    _keep_no_cookies(http)
                    self._clients[lane] = http
        return http

    def begin(
        self,
        call: Call[Any],
        auth: CallAuth,
        options: Options,
        seconds: float | None,
        on_bad_item: OnBadItem,
    ) -> Any:
        """Return the exchange of a call in the direct lane; nothing of it is sent yet."""
        request = self._with_extensions(self._build(call), call)
        request.headers[auth.header_name] = auth.header_value()
        options.apply_timeouts(request, seconds)
        reader = ResponseReader(options.max_response_bytes, request.extensions.get("deadline"))
        own = (self, self._transport, call, None, request, auth, reader)
        return self._EXCHANGE(*own, is_external=False, on_bad_item=on_bad_item)

    def build_request(self, http: HttpClientT, call: Call[Any]) -> httpx.Request:
        """Return the request of a call for an httpx client."""
        is_own = self._external is None
        request = self._build(call) if is_own else make_external_request(http, self._config, call)
        return self._with_extensions(request, call)

    @staticmethod
    def _with_extensions(request: httpx.Request, call: Call[Any]) -> httpx.Request:
        if is_sent_once(call.operation.idempotency):
            request.extensions["fresh_connection"] = True
        return request

    def _transport_of(self, lane: Lane) -> Any:
        """Return the transport of a lane; None leaves it to httpx, which supports proxies."""
        return self._transport

    @abstractmethod
    def _open_client(self, transport: Any) -> HttpClientT: ...

    def _client_options(self, transport: object) -> dict[str, Any]:
        """Return the keywords of an httpx client."""
        trust_env = self._config.trusts_environment
        options: dict[str, Any] = {
            "transport": transport,
            "trust_env": trust_env,
            "headers": {"Accept-Encoding": ACCEPT_ENCODING},
        }
        if transport is None:
            options |= self._config.connections.httpx_options(trust_env=trust_env)
        return options


class SyncCarrier(Carrier[httpx.Client]):
    """Carrier of blocking calls."""

    _MODE = "sync"
    _EXCHANGE = TransportExchange

    def close(self) -> None:
        """Close what was opened; a caller's own httpx client stays open."""
        self._is_closed = True
        for http in self._clients.values():
            http.close()
        if self._transport is not None and not self._clients:
            self._transport.close()

    def _open_client(self, transport: Any) -> httpx.Client:
        hooks = {"response": [receive]}
        return httpx.Client(event_hooks=hooks, **self._client_options(transport))


class AsyncCarrier(Carrier[httpx.AsyncClient]):
    """Carrier of async calls."""

    _MODE = "async"
    _EXCHANGE = AsyncTransportExchange

    async def close(self) -> None:
        """Close what was opened; a caller's own httpx client stays open."""
        self._is_closed = True
        for http in self._clients.values():
            await http.aclose()
        if self._transport is not None and not self._clients:
            await self._transport.aclose()

    def _open_client(self, transport: Any) -> httpx.AsyncClient:
        hooks = {"response": [receive_async]}
        return httpx.AsyncClient(event_hooks=hooks, **self._client_options(transport))


def _keep_no_cookies(http: httpx.Client | httpx.AsyncClient) -> None:
    """Let a client keep no cookies: the API key identifies the caller.

    A cookie that is not ASCII would make every later request fail. The search for cookies takes
    more than half of the time of `httpx.Client.send`, so it is left out.
    """
    http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    vars(http.cookies)["extract_cookies"] = _extract_none


def _extract_none(response: httpx.Response) -> None:
    """Leave the cookies of a response where they are."""
