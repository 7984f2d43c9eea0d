"""Base classes of the clients: construction, options, copies, pickles and closing."""

import copy
from abc import abstractmethod
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NamedTuple, Self, TypeVar, Unpack

import httpx
from campaignkit_runtime import operations as api
from campaignkit_runtime import protocols
from campaignkit_runtime.clock import Clock, SystemClock
from campaignkit_runtime.resources import AsyncResource, Resource

from ._any_call import AnyCall, AsyncAnyCall
from ._auth import KeyAuth
from ._config import Config, find_base_url
from ._connections import Connections, require_own_connections, split_options
from ._environment import check_environment, open_connections
from ._exceptions import ConfigurationError
from ._external_connections import external_connections
from ._http_client import (
    CarrierHandle,
    EventLoopGuard,
    HttpClientT,
)
from ._key_sources import Key, auth_of
from ._options import ClientOptions, ConstructorOptions, Options
from ._pickling import pickled_config
from ._sender import AsyncSender, Sender

if TYPE_CHECKING:
    from ._external_connections import Httpx2Client, Httpx2Transport
    from ._transports.carrier import AsyncCarrier, SyncCarrier

TransportT = TypeVar("TransportT", httpx.BaseTransport, httpx.AsyncBaseTransport)


class _State(NamedTuple):
    """State of a client; a client with other options has another state."""

    config: Config
    options: Options
    clock: Clock
    handle: CarrierHandle[Any]
    loop: EventLoopGuard | None
    """Guard of an async client whose connections belong to one event loop."""


class BaseClient(Generic[HttpClientT, TransportT]):
    """Base class of all clients; `BASE_URL` and `CREDENTIALS` come from the spec."""

    BASE_URL: ClassVar[str]
    CREDENTIALS: ClassVar[tuple[api.Credential, ...]]
    ALLOWS_ANONYMOUS: ClassVar[bool]
    """True if some operations need no credential."""
    HEADER_OPTIONS: ClassVar[Mapping[str, str]] = {}
    """Names of the headers that carry options, by the name of the option."""
    _HTTP: ClassVar[type]
    _state: _State

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        credentials: Mapping[str, Key] | None = None,
        base_url: str | None = None,
        http_client: "HttpClientT | Httpx2Client | None" = None,
        transport: "TransportT | Httpx2Transport | Literal['httpx'] | None" = None,
        clock: Clock | None = None,
        **options: Unpack[ConstructorOptions],
    ) -> None:
        auths = self._auths(api_key=api_key, **(credentials or {}))
        del api_key, credentials  # a traceback of what is raised below can show locals
        self._configure(auths, base_url, http_client, transport, clock, options)

    def __repr__(self) -> str:
        # The state is missing if a traceback shows a client whose constructor failed.
        base_url = self._state.config.base_url if "_state" in vars(self) else self.BASE_URL
        return f"{type(self).__name__}(base_url={base_url!r})"

    def __copy__(self) -> Self:
        return self._with(self._state)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # The connections are shared, as by a shallow copy; what a subclass added is copied.
        client = memo[id(self)] = self._with(self._state)
        vars(client).update(copy.deepcopy(self._attributes(), memo))
        return client

    def __getstate__(self) -> dict[str, Any]:
        """Return the state without connections; the key is in it only with `pickle_key`."""
        config, options, clock, handle, _ = self._state
        if handle.has_external_connections:
            message = "A client with http_client= or transport= cannot be pickled."
            raise ConfigurationError(f"{message} Create one client in each process.")
        return {
            "config": pickled_config(config, options),
            "options": options,
            "clock": clock,
            "attributes": self._attributes(),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        config, clock, options = state["config"], state["clock"], state["options"]
        config = Config(auths=self._auths(**config.pop("keys")), **config)
        vars(self).update(state["attributes"])
        self._set_state(self._make_state(config, None, None, clock, options))

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """Return a client with changed options.

        Both clients share the connections, so closing one closes the other.

        Args:
            **options: Options as for the client itself; the other options stay the same.

        Raises:
            ConfigurationError: A value is out of its bounds.
        """
        return self._with_options(options)

    def _with_options(self, options: Mapping[str, object]) -> Self:
        changed = self._state.options.with_changes(options, self.HEADER_OPTIONS)
        return self._with(self._state._replace(options=changed))

    def _with(self, state: _State) -> Self:
        client = object.__new__(type(self))
        vars(client).update(self._attributes())
        client._set_state(state)
        return client

    def _attributes(self) -> dict[str, Any]:
        """Return the attributes that a subclass added; the state makes all others."""
        own = (_State, Sender, AsyncSender, Resource, AsyncResource)
        return {name: value for name, value in vars(self).items() if not isinstance(value, own)}

    def _auths(self, **keys: Key | None) -> dict[str, KeyAuth]:
        known = [credential.name for credential in self.CREDENTIALS]
        if unknown := [name for name, key in keys.items() if name not in known and key]:
            raise ConfigurationError(
                f"credentials must have the names {', '.join(known) or '(none)'},"
                f" got {', '.join(unknown)}."
            )
        return {
            credential.name: auth_of(credential, keys.get(credential.name))
            for credential in self.CREDENTIALS
        }

    def _configure(
        self,
        auths: dict[str, KeyAuth],
        base_url: str | None,
        http_client: object,
        transport: object,
        clock: Clock | None,
        options: Mapping[str, object],
    ) -> None:
        external = external_connections(http_client, transport, self._HTTP)
        connecting, others = split_options(options)
        if external.are_given:
            require_own_connections(connecting)
        connections = Connections.validated(connecting)
        changed = external.options.with_changes(others, self.HEADER_OPTIONS)
        allows_http = connections.allow_insecure_http
        url = find_base_url(base_url, self.BASE_URL, self.CREDENTIALS, allows_http=allows_http)
        connections.validate_for(url)
        config = Config(url, auths, external.uses_httpx, connections)
        http, own = external.http_client, external.transport
        self._set_state(self._make_state(config, http, own, clock, changed))

    def _make_state(
        self,
        config: Config,
        http_client: HttpClientT | None,
        transport: TransportT | None,
        clock: Clock | None,
        options: Options,
    ) -> _State:
        auths = list(config.auths.values())
        known = [auth for auth in auths if auth]
        for auth in known or ([] if self.ALLOWS_ANONYMOUS else auths[:1]):
            auth.validated()
        is_external = http_client is not None or transport is not None
        if not is_external and config.trusts_environment:
            connections = config.connections
            check_environment(
                has_own_tls=connections.has_own_tls, has_own_proxy=connections.proxy is not None
            )
        handle = CarrierHandle[Any](
            config,
            lambda: open_connections(lambda: self._open(config, http_client, transport)),
            is_external=http_client is not None,
            has_external_connections=is_external,
        )
        loop = EventLoopGuard() if self._is_bound(config, http_client, transport) else None
        return _State(config, options, clock or SystemClock(), handle, loop)

    @classmethod
    def _is_bound(cls, config: Config, http_client: object, transport: object) -> bool:
        """Return True if the connections belong to one event loop, as those of httpx do."""
        if cls._HTTP is httpx.Client:
            return False
        is_bound = getattr(transport, "is_bound", isinstance(transport, httpx.AsyncHTTPTransport))
        if http_client is not None or is_bound:
            return True
        return transport is None and not config.uses_wire("async")

    @classmethod
    @abstractmethod
    def _open(cls, config: Config, http_client: Any, transport: Any) -> Any:
        """Return the carrier of the calls."""

    @abstractmethod
    def _set_state(self, state: _State) -> None: ...


class SyncClient(AnyCall, BaseClient[httpx.Client, httpx.BaseTransport]):
    """Client that blocks until the response is there."""

    _HTTP = httpx.Client

    def _set_state(self, state: _State) -> None:
        self._state = state
        self._send: protocols.Sender = Sender(state.handle, state.options, state.clock)

    @classmethod
    def _open(
        cls,
        config: Config,
        http_client: httpx.Client | None,
        transport: httpx.BaseTransport | None,
    ) -> "SyncCarrier":
        # Only calls need these modules.
        if http_client is None and transport is None and config.uses_wire("sync"):
            from ._transports.wire_carrier import WireCarrier

            return WireCarrier(config)
        from ._transports.carrier import SyncCarrier

        return SyncCarrier(config, http_client, transport)

    def close(self) -> None:
        """Close the connections; a caller's own `http_client` stays open."""
        if carrier := self._state.handle.close():
            carrier.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncClient(AsyncAnyCall, BaseClient[httpx.AsyncClient, httpx.AsyncBaseTransport]):
    """Client for asyncio."""

    _HTTP = httpx.AsyncClient

    def _set_state(self, state: _State) -> None:
        self._state = state
        self._send: protocols.AsyncSender = AsyncSender(
            state.handle, state.options, state.clock, state.loop
        )

    @classmethod
    def _open(
        cls,
        config: Config,
        http_client: httpx.AsyncClient | None,
        transport: httpx.AsyncBaseTransport | None,
    ) -> "AsyncCarrier":
        if http_client is None and transport is None and config.uses_wire("async"):
            from ._transports.async_wire_carrier import AsyncWireCarrier

            return AsyncWireCarrier(config)
        from ._transports.carrier import AsyncCarrier

        return AsyncCarrier(config, http_client, transport)

    async def close(self) -> None:
        """Close the connections; a caller's own `http_client` stays open."""
        if carrier := self._state.handle.close():
            await carrier.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
