"""The clients: how each is made, whom it speaks as, and when it is over."""

from abc import abstractmethod
from functools import cached_property
from types import TracebackType
from typing import Any, ClassVar, Generic, Self, TypeVar

import httpx
from campaignkit_api.api import AsyncCallersAPI, AsyncSonarlyAPI, CallersAPI, SonarlyAPI
from campaignkit_runtime import operations as api
from campaignkit_runtime import protocols
from campaignkit_runtime.clock import Clock, SystemClock
from campaignkit_runtime.models import UNSET, Unset

from ._errors import ConfigurationError
from ._exchange import receive, receive_async
from ._line import H, Line, Loop
from ._response_body import ACCEPT_ENCODING
from ._sender import AsyncSender, Sender
from ._settings import (
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_RETRIES,
    DEFAULT_SETTLE,
    DEFAULT_TIMEOUT,
    KeyAuth,
    Options,
    Settings,
    checked_base_url,
)

T = TypeVar("T", httpx.BaseTransport, httpx.AsyncBaseTransport)


class _Client(Generic[H, T]):
    """What all clients share; `BASE_URL` and `CREDENTIALS` come from the spec."""

    BASE_URL: ClassVar[str]
    CREDENTIALS: ClassVar[tuple[api.Credential, ...]]
    _HTTP: ClassVar[type]
    _settings: Settings
    _options: Options
    _line: Line[H]

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | None = None,
        deadline: float | None = None,
        retries: int = DEFAULT_RETRIES,
        max_response_bytes: int = DEFAULT_MAX_RESPONSE_BYTES,
        rate: float | None = None,
        settle: float = DEFAULT_SETTLE,
        resend_after: float | None = None,
        http_client: H | None = None,
        transport: T | None = None,
        clock: Clock | None = None,
    ) -> None:
        auths = self._auths(api_key=api_key)
        del api_key  # a traceback of what is raised below can show locals
        self._connect(auths, base_url, http_client, transport, clock)
        time = _timeout(timeout, http_client)
        options = Options().changed(
            *(time, deadline, retries, max_response_bytes, rate),
            settle=settle,
            resend_after=resend_after,
        )
        self._use(options)

    def __repr__(self) -> str:
        # There are no settings yet where a traceback shows a client that could not be made.
        base_url = self._settings.base_url if "_settings" in vars(self) else self.BASE_URL
        return f"{type(self).__name__}(base_url={base_url!r})"

    def __copy__(self) -> Self:
        return self._twin(self._options)

    def __getstate__(self) -> dict[str, Any]:
        """All but the connections, and the key only where that was asked for."""
        auths, is_with_key = self._settings.auths, self._options.pickle_key
        if self._line.is_borrowed:
            what = "a client with http_client= or transport= does not pickle"
            raise ConfigurationError(f"{what}: make one in each process")
        if not is_with_key and any(auth.is_own for auth in auths.values()):
            what = "a key that was given pickles by with_options(pickle_key=True) only"
            raise ConfigurationError(f"{what}: leave it out where the environment has one")
        made = ("_line", "_loop", "_send", "_settings")
        kept = {k: v for k, v in vars(self).items() if k not in made and not self._is_area(k)}
        keys = {k: auth.key for k, auth in auths.items() if is_with_key}
        return kept | {"base_url": self._settings.base_url, "keys": keys}

    def __setstate__(self, state: dict[str, Any]) -> None:
        auths, base_url = self._auths(**state.pop("keys")), state.pop("base_url")
        self.__dict__.update(state)
        self._connect(auths, base_url, None, None, self._clock)
        self._use(self._options)

    def with_options(
        self,
        *,
        timeout: float | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        retries: int | Unset = UNSET,
        max_response_bytes: int | Unset = UNSET,
        rate: float | Unset | None = UNSET,
        pickle_key: bool | Unset = UNSET,
        settle: float | Unset = UNSET,
        resend_after: float | Unset | None = UNSET,
    ) -> Self:
        """The same client with other options, for one call or for many.

        Both share the connections, so to close one is to close the other. `pickle_key` says
        whether its pickles hold the key, for all who read them; else they read the environment.
        Raises ConfigurationError for what cannot be an option.
        """
        return self._twin(
            self._options.changed(
                *(timeout, deadline, retries, max_response_bytes, rate, pickle_key),
                settle=settle,
                resend_after=resend_after,
            )
        )

    def _twin(self, options: Options) -> Self:
        twin = object.__new__(type(self))
        kept = {name: each for name, each in vars(self).items() if not self._is_area(name)}
        twin.__dict__.update(kept)
        twin._use(options)
        return twin

    @classmethod
    def _is_area(cls, name: str) -> bool:
        # An area that was used already sends with the options of the client that it belongs to.
        return isinstance(getattr(cls, name, None), cached_property)

    def _auths(self, **keys: str | None) -> dict[str, KeyAuth]:
        return {each.name: KeyAuth(each, keys.get(each.name)) for each in self.CREDENTIALS}

    def _connect(
        self,
        auths: dict[str, KeyAuth],
        base_url: str | None,
        http_client: H | None,
        transport: T | None,
        clock: Clock | None,
    ) -> None:
        _refuse_mixture(http_client, transport, self._HTTP)
        url = checked_base_url(self.BASE_URL if base_url is None else base_url)
        for auth in [each for each in auths.values() if each] or [auths["api_key"]]:
            auth.checked()
        self._settings = Settings(url, auths)
        self._clock = clock or SystemClock()
        is_borrowed = http_client is not None or transport is not None
        self._line = Line(
            self._settings, http_client, lambda: self._open(transport), is_borrowed=is_borrowed
        )
        is_pooled = isinstance(transport, httpx.AsyncHTTPTransport) or (
            transport is None and self._settings.is_proxied
        )
        self._loop = Loop() if http_client is not None or is_pooled else None  # for async clients

    @abstractmethod
    def _open(self, transport: T | None) -> H: ...

    def _use(self, options: Options) -> None: ...


class _SyncClient(_Client[httpx.Client, httpx.BaseTransport]):
    """A client that blocks until the answer is there."""

    _HTTP = httpx.Client

    def _use(self, options: Options) -> None:
        self._options = options
        self._send: protocols.Sender = Sender(self._line, options, self._clock)

    def _open(self, transport: httpx.BaseTransport | None) -> httpx.Client:
        return httpx.Client(
            transport=transport or _own_transport(self._settings),
            trust_env=self._settings.trusts_environment,
            headers={"Accept-Encoding": ACCEPT_ENCODING},
            event_hooks={"response": [receive]},
        )

    def close(self) -> None:
        """Close the connections; a caller's own `http_client` stays open."""
        if http := self._line.close():
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

    def _use(self, options: Options) -> None:
        self._options = options
        self._send: protocols.AsyncSender = AsyncSender(
            self._line, options, self._clock, self._loop
        )

    def _open(self, transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=transport or _own_async_transport(self._settings),
            trust_env=self._settings.trusts_environment,
            headers={"Accept-Encoding": ACCEPT_ENCODING},
            event_hooks={"response": [receive_async]},
        )

    async def close(self) -> None:
        """Close the connections; a caller's own `http_client` stays open."""
        if http := self._line.close():
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
    """Sonarly's integrations API.

    `api_key` or the variable SONARLY_API_KEY names the key. `base_url` is https, or http to
    loopback. `timeout` is in seconds, for one attempt: 30 (5 to connect), or what your own
    `http_client` says. `deadline` is in seconds too, for all of a call: attempts, waits and reads.
    `retries` is how often a call is sent again, where that cannot do it twice. After a write whose
    answer was lost, its state is read for `settle` seconds. `resend_after` is off: if set, such a
    write is sent once more when its state was unapplied for so many seconds. An answer has at most
    `max_response_bytes`. `rate` is how many calls a second go out at most; without one, they
    are held back only after the server refused some. A `transport` is closed with the client, an
    `http_client` is not. `clock` is for tests.

    Raises ConfigurationError for anything of this that cannot work.
    """


class AsyncSonarly(_AsyncClient, AsyncSonarlyAPI):
    """Sonarly's integrations API, for asyncio; made as `Sonarly` is."""


class _CallersClient(_Client[H, T]):
    """What both clients of Callers.ai take besides."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        sync_secret: str | None = None,
        sub_organization_id: str | None = None,
        base_url: str | None = None,
        timeout: float | None = None,
        deadline: float | None = None,
        retries: int = DEFAULT_RETRIES,
        max_response_bytes: int = DEFAULT_MAX_RESPONSE_BYTES,
        rate: float | None = None,
        settle: float = DEFAULT_SETTLE,
        resend_after: float | None = None,
        http_client: H | None = None,
        transport: T | None = None,
        clock: Clock | None = None,
    ) -> None:
        auths = self._auths(api_key=api_key, sync_secret=sync_secret)
        del api_key, sync_secret  # a traceback of what is raised below can show locals
        self._connect(auths, base_url, http_client, transport, clock)
        time = _timeout(timeout, http_client)
        options = Options().changed(
            *(time, deadline, retries, max_response_bytes, rate),
            settle=settle,
            resend_after=resend_after,
        )
        self._use(options.with_header(*_ACTING_FOR, sub_organization_id))

    def with_options(
        self,
        *,
        timeout: float | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        retries: int | Unset = UNSET,
        max_response_bytes: int | Unset = UNSET,
        rate: float | Unset | None = UNSET,
        pickle_key: bool | Unset = UNSET,
        settle: float | Unset = UNSET,
        resend_after: float | Unset | None = UNSET,
        sub_organization_id: str | Unset | None = UNSET,
    ) -> Self:
        """The same client with other options, as `Sonarly.with_options` has it."""
        options = self._options.changed(
            *(timeout, deadline, retries, max_response_bytes, rate, pickle_key),
            settle=settle,
            resend_after=resend_after,
        )
        return self._twin(options.with_header(*_ACTING_FOR, sub_organization_id))


_ACTING_FOR = ("x-sub-organization-id", "sub_organization_id")


class Callers(_CallersClient[httpx.Client, httpx.BaseTransport], _SyncClient, CallersAPI):
    """The API of Callers.ai; made as `Sonarly` is, with the variable CALLERS_API_KEY.

    `sub_organization_id` is whom the calls act for, where the call itself does not say another.
    `sync_secret` or the variable CALLERS_SYNC_SECRET is for the operation that takes it in the
    place of the key; a client with only one of both serves the operations that take that one.
    """


class AsyncCallers(
    _CallersClient[httpx.AsyncClient, httpx.AsyncBaseTransport], _AsyncClient, AsyncCallersAPI
):
    """The API of Callers.ai, for asyncio; made as `Callers` is."""


def _timeout(timeout: float | None, http_client: object) -> float | Unset:
    if timeout is None and http_client is None:
        return DEFAULT_TIMEOUT
    return UNSET if timeout is None else timeout


def _refuse_mixture(http_client: object, transport: object, kind: type) -> None:
    if http_client is not None and transport is not None:
        raise ConfigurationError("pass http_client= or transport=, not both: a client has its own")
    if http_client is not None and not isinstance(http_client, kind):
        raise ConfigurationError(f"http_client is not an httpx.{kind.__name__}")


# Only a call needs httpcore, so the two below load it; None leaves it to httpx, which knows how to
# speak to proxies.


def _own_transport(settings: Settings) -> httpx.BaseTransport | None:
    if settings.is_proxied:
        return None
    from ._transport import Transport

    return Transport(settings.base_url, trust_env=settings.trusts_environment)


def _own_async_transport(settings: Settings) -> httpx.AsyncBaseTransport | None:
    if settings.is_proxied:
        return None
    from ._async_transport import AsyncTransport

    return AsyncTransport(settings.base_url, trust_env=settings.trusts_environment)
