"""The clients: how each is made, whom it speaks as, and when it is over."""

from types import TracebackType
from typing import ClassVar, Self

import httpx
from campaignkit_api import client as api
from campaignkit_api.api import AsyncCallersAPI, AsyncSonarlyAPI, CallersAPI, SonarlyAPI

from ._errors import ConfigurationError
from ._sender import AsyncSender, Line, Sender
from ._settings import DEFAULT_TIMEOUT, KeyAuth, Settings, checked_base_url, checked_timeout


class _Vendor:
    """What differs between the vendors; `BASE_URL` comes from the spec."""

    BASE_URL: ClassVar[str]
    _KEY_VARIABLE: ClassVar[str]
    _KEY_SCHEME: ClassVar[str]
    _settings: Settings

    def __repr__(self) -> str:
        # There are no settings yet where a traceback shows a client that could not be made.
        base_url = self._settings.base_url if "_settings" in vars(self) else self.BASE_URL
        return f"{type(self).__name__}(base_url={base_url!r})"

    def _auth(self, api_key: str | None) -> KeyAuth:
        return KeyAuth(api_key, self._KEY_VARIABLE, self._KEY_SCHEME)

    def _settings_of(
        self, auth: KeyAuth, base_url: str | None, timeout: float | None, http_client: object
    ) -> Settings:
        if timeout is None and http_client is None:
            timeout = DEFAULT_TIMEOUT
        return Settings(
            checked_base_url(self.BASE_URL if base_url is None else base_url),
            auth.checked(),
            None if timeout is None else checked_timeout(timeout),
        )


class _SyncClient(_Vendor):
    """A client that blocks until the answer is there."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | None = None,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        auth = self._auth(api_key)
        del api_key  # a traceback of what is raised below can show locals
        _refuse_mixture(http_client, transport, httpx.Client)
        self._settings = self._settings_of(auth, base_url, timeout, http_client)
        self._line = Line(self._settings, http_client, lambda: self._open(transport))
        self._send: api.Sender = Sender(self._line)

    def _open(self, transport: httpx.BaseTransport | None) -> httpx.Client:
        return httpx.Client(
            transport=transport or _own_transport(self._settings),
            trust_env=self._settings.trusts_environment,
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


class _AsyncClient(_Vendor):
    """A client for asyncio."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        auth = self._auth(api_key)
        del api_key  # a traceback of what is raised below can show locals
        _refuse_mixture(http_client, transport, httpx.AsyncClient)
        self._settings = self._settings_of(auth, base_url, timeout, http_client)
        self._line = Line(self._settings, http_client, lambda: self._open(transport))
        self._send: api.AsyncSender = AsyncSender(self._line)

    def _open(self, transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=transport or _own_async_transport(self._settings),
            trust_env=self._settings.trusts_environment,
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
    `http_client` says. A `transport` is closed with the client, an `http_client` is not.

    Raises ConfigurationError for anything of this that cannot work.
    """

    _KEY_VARIABLE = "SONARLY_API_KEY"
    _KEY_SCHEME = "Bearer"


class AsyncSonarly(_AsyncClient, AsyncSonarlyAPI):
    """Sonarly's integrations API, for asyncio; made as `Sonarly` is."""

    _KEY_VARIABLE = Sonarly._KEY_VARIABLE
    _KEY_SCHEME = Sonarly._KEY_SCHEME


class Callers(_SyncClient, CallersAPI):
    """The API of Callers.ai; made as `Sonarly` is, with the variable CALLERS_API_KEY."""

    _KEY_VARIABLE = "CALLERS_API_KEY"
    _KEY_SCHEME = ""  # the key stands bare in the header


class AsyncCallers(_AsyncClient, AsyncCallersAPI):
    """The API of Callers.ai, for asyncio; made as `Callers` is."""

    _KEY_VARIABLE = Callers._KEY_VARIABLE
    _KEY_SCHEME = Callers._KEY_SCHEME


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
