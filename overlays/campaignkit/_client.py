"""Clients: how each is made, copied, pickled and closed."""

import copy
from abc import abstractmethod
from collections.abc import Mapping
from types import TracebackType
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeVar, Unpack

import httpx
from campaignkit_api.api import AsyncCallersAPI, AsyncSonarlyAPI, CallersAPI, SonarlyAPI
from campaignkit_runtime import operations as api
from campaignkit_runtime import protocols
from campaignkit_runtime.clock import Clock, SystemClock
from campaignkit_runtime.resources import AsyncResource, Resource

from ._auth import KeyAuth
from ._config import Config, validate_base_url
from ._environment import check_environment, open_connections
from ._exceptions import ConfigurationError
from ._exchange import receive, receive_async
from ._http_client import EventLoopGuard, HttpClientHandle, HttpClientT
from ._options import ClientOptions, Options
from ._response_body import ACCEPT_ENCODING
from ._sender import AsyncSender, Sender

T = TypeVar("T", httpx.BaseTransport, httpx.AsyncBaseTransport)


class _State(NamedTuple):
    """All that a client is made of; a client with other options has another state."""

    config: Config
    options: Options
    clock: Clock
    handle: HttpClientHandle[Any]
    loop: EventLoopGuard | None
    """Guard of an async client whose connections belong to one event loop."""


class _Client(Generic[HttpClientT, T]):
    """Base class of all clients; `BASE_URL` and `CREDENTIALS` come from the spec."""

    BASE_URL: ClassVar[str]
    CREDENTIALS: ClassVar[tuple[api.Credential, ...]]
    HEADER_OPTIONS: ClassVar[Mapping[str, str]] = {}
    """Options that are sent as a header: the header of each, by the name of the option."""
    _HTTP: ClassVar[type]
    _state: _State

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        http_client: HttpClientT | None = None,
        transport: T | None = None,
        clock: Clock | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        auths = self._auths(api_key=api_key)
        del api_key  # a traceback of what is raised below can show locals
        self._configure(auths, base_url, http_client, transport, clock, options)

    def __repr__(self) -> str:
        # The state is missing if a traceback shows a client whose constructor failed.
        base_url = self._state.config.base_url if "_state" in vars(self) else self.BASE_URL
        return f"{type(self).__name__}(base_url={base_url!r})"

    def __copy__(self) -> Self:
        return self._with(self._state)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # The connections are shared, as by a shallow copy; what a subclass added is copied.
        twin = memo[id(self)] = self._with(self._state)
        vars(twin).update(copy.deepcopy(self._attributes(), memo))
        return twin

    def __getstate__(self) -> dict[str, Any]:
        """Return all but the connections, and the key only if that was asked for."""
        config, options, clock, handle, _ = self._state
        if handle.has_external_connections:
            what = "a client with http_client= or transport= does not pickle"
            raise ConfigurationError(f"{what}: make one in each process")
        if not options.pickle_key and any(auth.is_explicit for auth in config.auths.values()):
            what = "a key that was given pickles by with_options(pickle_key=True) only"
            raise ConfigurationError(f"{what}: leave it out where the environment has one")
        keys = {name: auth.key for name, auth in config.auths.items() if options.pickle_key}
        return {
            "keys": keys,
            "base_url": config.base_url,
            "options": options,
            "clock": clock,
            "attributes": self._attributes(),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        auths = self._auths(**state.pop("keys"))
        vars(self).update(state["attributes"])
        self._use(
            self._connect(auths, state["base_url"], None, None, state["clock"], state["options"])
        )

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """Return the same client with other options, for one call or for many.

        Both clients share the connections, so to close one is to close the other.

        Args:
            **options: As the client itself takes them; all others stay as they are.

        Raises:
            ConfigurationError: A value is out of its bounds.
        """
        return self._with_options(options)

    def _with_options(self, options: Mapping[str, object]) -> Self:
        changed = self._state.options.changed(options, self.HEADER_OPTIONS)
        return self._with(self._state._replace(options=changed))

    def _with(self, state: _State) -> Self:
        twin = object.__new__(type(self))
        vars(twin).update(self._attributes())
        twin._use(state)
        return twin

    def _attributes(self) -> dict[str, Any]:
        """Return what a subclass added; the rest of a client is made of its state."""
        made = (_State, Sender, AsyncSender, Resource, AsyncResource)
        return {name: value for name, value in vars(self).items() if not isinstance(value, made)}

    def _auths(self, **keys: str | None) -> dict[str, KeyAuth]:
        return {each.name: KeyAuth(each, keys.get(each.name)) for each in self.CREDENTIALS}

    def _configure(
        self,
        auths: dict[str, KeyAuth],
        base_url: str | None,
        http_client: HttpClientT | None,
        transport: T | None,
        clock: Clock | None,
        options: Mapping[str, object],
    ) -> None:
        _check_carrier(http_client, transport, self._HTTP)
        # A caller's own httpx client has timeouts of its own.
        default = Options() if http_client is None else Options(default_timeout=None)
        changed = default.changed(options, self.HEADER_OPTIONS)
        self._use(self._connect(auths, base_url, http_client, transport, clock, changed))

    def _connect(
        self,
        auths: dict[str, KeyAuth],
        base_url: str | None,
        http_client: HttpClientT | None,
        transport: T | None,
        clock: Clock | None,
        options: Options,
    ) -> _State:
        url = validate_base_url(self.BASE_URL if base_url is None else base_url)
        for auth in [each for each in auths.values() if each] or [auths["api_key"]]:
            auth.checked()
        config = Config(url, auths)
        is_external = http_client is not None or transport is not None
        if not is_external and config.trusts_environment:
            check_environment()
        handle = HttpClientHandle(
            config,
            http_client,
            lambda: open_connections(lambda: self._open(config, transport)),
            has_external_connections=is_external,
        )
        is_pooled = isinstance(transport, httpx.AsyncHTTPTransport) or (
            transport is None and config.is_proxied
        )
        loop = (
            EventLoopGuard() if http_client is not None or is_pooled else None
        )  # for async clients
        return _State(config, options, clock or SystemClock(), handle, loop)

    @abstractmethod
    def _open(self, config: Config, transport: T | None) -> HttpClientT: ...

    @abstractmethod
    def _use(self, state: _State) -> None: ...


class _SyncClient(_Client[httpx.Client, httpx.BaseTransport]):
    """A client that blocks until the answer is there."""

    _HTTP = httpx.Client

    def _use(self, state: _State) -> None:
        self._state = state
        self._send: protocols.Sender = Sender(state.handle, state.options, state.clock)

    @classmethod
    def _open(cls, config: Config, transport: httpx.BaseTransport | None) -> httpx.Client:
        return httpx.Client(
            transport=transport or _own_transport(config),
            trust_env=config.trusts_environment,
            headers={"Accept-Encoding": ACCEPT_ENCODING},
            event_hooks={"response": [receive]},
        )

    def close(self) -> None:
        """Close the connections; a caller's own `http_client` stays open."""
        if http := self._state.handle.close():
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _AsyncClient(_Client[httpx.AsyncClient, httpx.AsyncBaseTransport]):
    """A client for asyncio."""

    _HTTP = httpx.AsyncClient

    def _use(self, state: _State) -> None:
        self._state = state
        self._send: protocols.AsyncSender = AsyncSender(
            state.handle, state.options, state.clock, state.loop
        )

    @classmethod
    def _open(cls, config: Config, transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=transport or _own_async_transport(config),
            trust_env=config.trusts_environment,
            headers={"Accept-Encoding": ACCEPT_ENCODING},
            event_hooks={"response": [receive_async]},
        )

    async def close(self) -> None:
        """Close the connections; a caller's own `http_client` stays open."""
        if http := self._state.handle.close():
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()


class Sonarly(_SyncClient, SonarlyAPI):
    """Client of Sonarly's integrations API.

    Args:
        api_key: The API key; without it the environment variable SONARLY_API_KEY.
        base_url: An https URL, or http to loopback; without it the vendor's own.
        http_client: Your own httpx client, which stays open; its timeouts hold.
        transport: Your own transport, which is closed with the client.
        clock: Clock for tests.
        timeout: Seconds for one attempt, more than 0; 30 (5 to connect) without it.
        deadline: Seconds for the whole call: attempts, waits and pages; no deadline without it.
        retries: How often a call is sent again if that cannot apply it twice; 2 without it.
        max_response_bytes: Size limit of a response body; 64 MiB without it.
        rate: Calls a second at most; without it calls wait only after the server refused some.
        settle: Seconds during which the state is read after a write whose response was lost; 10
            without it.
        resend_after: Seconds of an unapplied state after which such a write is sent once more;
            never without it.
        on_bad_item: What happens to an item of a list that does not fit the spec: "raise", "skip"
            (leave it out, with a warning in the log) or "raw" (keep its parsed JSON).
        pickle_key: True lets a pickle of the client hold the key.

    Raises:
        ConfigurationError: The client cannot work as it is set up.
    """


class AsyncSonarly(_AsyncClient, AsyncSonarlyAPI):
    """Client of Sonarly's integrations API for asyncio; its arguments are those of `Sonarly`."""


class CallersOptions(ClientOptions, total=False):
    """Options of a client of Callers.ai and of its `with_options()`.

    Attributes:
        sub_organization_id: ID of the sub-organization that calls act for, or None.
    """

    sub_organization_id: str | None


class _CallersClient(_Client[HttpClientT, T]):
    """Base class of both clients of Callers.ai."""

    HEADER_OPTIONS: ClassVar[Mapping[str, str]] = {"sub_organization_id": "x-sub-organization-id"}

    def __init__(
        self,
        *,
        api_key: str | None = None,
        sync_secret: str | None = None,
        base_url: str | None = None,
        http_client: HttpClientT | None = None,
        transport: T | None = None,
        clock: Clock | None = None,
        **options: Unpack[CallersOptions],
    ) -> None:
        auths = self._auths(api_key=api_key, sync_secret=sync_secret)
        del api_key, sync_secret  # a traceback of what is raised below can show locals
        self._configure(auths, base_url, http_client, transport, clock, options)

    def with_options(self, **options: Unpack[CallersOptions]) -> Self:
        """Return the same client with other options, as `Sonarly.with_options` does."""
        return self._with_options(options)


class Callers(_CallersClient[httpx.Client, httpx.BaseTransport], _SyncClient, CallersAPI):
    """Client of the API of Callers.ai.

    A client with only one of `api_key` and `sync_secret` serves the operations that take it.

    Args:
        api_key: The API key; without it the environment variable CALLERS_API_KEY.
        sync_secret: The secret that some operations take in the place of the key; without it the
            environment variable CALLERS_SYNC_SECRET.
        sub_organization_id: ID of the sub organization that calls act for, unless a call names
            another.
        base_url: As `Sonarly` takes it, and so are all others.

    Raises:
        ConfigurationError: The client cannot work as it is set up.
    """


class AsyncCallers(
    _CallersClient[httpx.AsyncClient, httpx.AsyncBaseTransport], _AsyncClient, AsyncCallersAPI
):
    """Client of the API of Callers.ai for asyncio; its arguments are those of `Callers`."""


def _check_carrier(http_client: object, transport: object, kind: type) -> None:
    if http_client is not None and transport is not None:
        raise ConfigurationError("pass http_client= or transport=, not both: a client has its own")
    if http_client is not None and not isinstance(http_client, kind):
        raise ConfigurationError(f"http_client is not an httpx.{kind.__name__}")
    method = "handle_request" if kind is httpx.Client else "handle_async_request"
    if transport is not None and not callable(getattr(transport, method, None)):
        raise ConfigurationError(
            f"transport must be an httpx transport with {method}, got {type(transport).__name__}."
        )


# Only a call needs httpcore, so the two below load it; None leaves it to httpx, which knows how to
# speak to proxies.


def _own_transport(config: Config) -> httpx.BaseTransport | None:
    if config.is_proxied:
        return None
    from ._transports.pool import Transport

    return Transport(config.base_url, trust_env=config.trusts_environment)


def _own_async_transport(config: Config) -> httpx.AsyncBaseTransport | None:
    if config.is_proxied:
        return None
    from ._transports.async_pool import AsyncTransport

    return AsyncTransport(config.base_url, trust_env=config.trusts_environment)
