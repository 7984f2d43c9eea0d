"""Transport of httpx over our own connections, so that what watches httpx sees each call.

`_pool` is a private name of httpx. A pool of ours under `httpx.HTTPTransport` lets the method of
httpx run, which instrumentation and mocks wrap. If an httpx has no such name, `open_transport`
returns a transport of httpx alone.
"""

import ssl
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, cast

import httpx
from campaignkit_runtime.cancellation import current_scope
from campaignkit_wire.connection import Connection, Origin
from campaignkit_wire.errors import ConnectionFailure
from campaignkit_wire.messages import Limits
from campaignkit_wire.pool import ConnectionPool
from campaignkit_wire.proxies import Proxy
from campaignkit_wire.slots import Slot

from .._config import Config
from .errors import as_httpx
from .limits import FRESH_SECONDS
from .serialization import serialized

_PORTS = {"http": 80, "https": 443}


def origin_of(config: Config) -> Origin:
    """Return the server of a client, with the TLS context for it."""
    url = httpx.URL(config.base_url)
    tls = config.tls_context() if url.scheme == "https" else None
    proxy = config.proxy
    return Origin(
        url.raw_host.decode("ascii"),
        url.port or _PORTS[url.scheme],
        tls,
        None if proxy is None else _proxy_of(proxy),
    )


def _proxy_of(url: httpx.URL) -> Proxy:
    credentials = f"{url.username}:{url.password}" if url.userinfo else ""
    return Proxy(url.raw_host.decode("ascii"), url.port or _PORTS["http"], credentials)


def open_pool(config: Config, **options: Any) -> ConnectionPool:
    """Return a pool of our own connections to the server of a client."""
    return ConnectionPool(origin_of(config), is_abandoned=_is_abandoned, **options)


def _is_abandoned() -> bool:
    """Return True if the caller has left the fan-out that the call is part of."""
    scope = current_scope()
    return scope is not None and scope.is_cancelled


class Transport(httpx.HTTPTransport):
    """Connections to one origin, for any number of threads."""

    def __init__(self, pool: ConnectionPool) -> None:
        # Not httpx's own: that makes a pool, and a TLS context where none is needed.
        self._pool = cast(Any, _Pool(pool))


def has_pool(transport: type[httpx.HTTPTransport] | type[httpx.AsyncHTTPTransport]) -> bool:
    """Return True if the installed httpx keeps its connections where ours can be put."""
    stock = transport(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    return vars(stock).keys() == {"_pool"}


class Response:
    """Response as httpx's transport takes it from a pool."""

    def __init__(self, connection: Any, stream: Any) -> None:
        status, reason, version, headers = connection.parser.head
        self.status: int = status
        self.headers: list[tuple[bytes, bytes]] = headers
        self.extensions = {"http_version": version, "reason_phrase": reason}
        self.stream = stream


def limits_of(extensions: dict[str, Any]) -> Limits:
    """Return the limits that a request of httpx carries."""
    timeout = extensions.get("timeout", {})
    max_idle = FRESH_SECONDS if extensions.get("fresh_connection") else None
    return Limits(
        timeout.get("connect"),
        timeout.get("read"),
        timeout.get("write"),
        timeout.get("pool"),
        extensions.get("deadline"),
        max_idle,
    )


class _Pool(AbstractContextManager["_Pool"]):
    """Connection pool as httpx's transport calls it."""

    def __init__(self, pool: ConnectionPool) -> None:
        self.pool = pool

    def handle_request(self, request: Any) -> Response:
        """Send a request; its connection is in use until the body is closed."""
        extensions: dict[str, Any] = request.extensions
        extensions["is_sent"] = False
        url = request.url
        written = serialized(request.method, url.target, request.headers, request.stream)
        limits = limits_of(extensions)
        try:
            slot = self.pool.send(written, limits)
        except ConnectionFailure as error:
            raise as_httpx(error) from error.__cause__
        finally:
            extensions["is_sent"] = written.is_sent
        return Response(slot.connection, _Body(slot, self.pool, limits))

    def close(self) -> None:
        self.pool.close()

    def __exit__(self, *_: object) -> None:
        self.close()


class _Body:
    """Body of a response, which releases the connection when it is closed."""

    def __init__(self, slot: Slot[Connection], pool: ConnectionPool, limits: Limits) -> None:
        self._slots = [slot]
        self._connection: Any = slot.connection
        self._pool = pool
        self._limits = limits

    def __iter__(self) -> Iterator[bytes]:
        try:
            while (parts := self._connection.read(self._limits)) is not None:
                yield from parts
        except ConnectionFailure as error:
            raise as_httpx(error) from error.__cause__

    def close(self) -> None:
        # Once, because by then the slot can be that of another request. And from here on no object
        # but this frame holds the slot, so an exception at any point frees it.
        if self._slots:
            self._pool.release(self._slots.pop())
