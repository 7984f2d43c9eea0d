"""Connections that a caller brings along: a client or a transport of httpx or httpx2."""

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import httpx

from ._exceptions import ConfigurationError
from ._http_libraries import classes
from ._options import Options

if TYPE_CHECKING:
    import httpx2

    Httpx2Client: TypeAlias = httpx2.Client | httpx2.AsyncClient
    Httpx2Transport: TypeAlias = httpx2.BaseTransport | httpx2.AsyncBaseTransport


def _validate_http_arguments(http_client: object, transport: object, kind: type) -> None:
    """Raise ConfigurationError if http_client= and transport= cannot be used."""
    if http_client is not None and transport is not None:
        raise ConfigurationError(
            "http_client= and transport= must not be combined. Pass only one of them."
        )
    if http_client is not None and not isinstance(http_client, classes(kind.__name__)):
        got, name = type(http_client).__name__, kind.__name__
        article = "an" if name.startswith("A") else "a"
        raise ConfigurationError(
            f"http_client must be {article} {name} of httpx or httpx2, got {got}."
        )
    method = "handle_request" if kind is httpx.Client else "handle_async_request"
    is_known = transport is None or transport == "httpx"
    if not is_known and not callable(getattr(transport, method, None)):
        raise ConfigurationError(
            f'transport must be "httpx" or an httpx transport with {method},'
            f" got {type(transport).__name__}."
        )


class ExternalConnections(NamedTuple):
    """What a client got as http_client= or transport=, as objects with the API of httpx."""

    http_client: Any = None
    transport: Any = None
    uses_httpx: bool = False
    """True if the client opens the connections of httpx itself."""
    options: Options = Options()
    """Options with the timeouts that hold unless the client sets others."""

    @property
    def are_given(self) -> bool:
        """True if the caller brought connections along."""
        return self.http_client is not None or self.transport is not None


def external_connections(http_client: Any, transport: Any, kind: type) -> ExternalConnections:
    """Return what the caller brings along; raise ConfigurationError if it cannot be used."""
    _validate_http_arguments(http_client, transport, kind)
    if transport == "httpx":
        return ExternalConnections(uses_httpx=True)
    if transport is None and http_client is None:
        return ExternalConnections()
    from ._transports.httpx2 import adapted

    is_async = kind is httpx.AsyncClient
    if transport is not None:
        return ExternalConnections(transport=adapted(transport, is_async=is_async))
    # The client puts its own timeouts into each request.
    own = http_client if isinstance(http_client, kind) else adapted(http_client, is_async=is_async)
    return ExternalConnections(own, options=Options(default_timeout=None))
