"""Clients of the two APIs, with the arguments of their constructors."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, Self, Unpack

import httpx
from campaignkit_api.api import AsyncCallersAPI, AsyncSonarlyAPI, CallersAPI, SonarlyAPI
from campaignkit_runtime.clock import Clock

from ._base_client import AsyncClient, BaseClient, SyncClient, TransportT
from ._connections import ConnectionOptions
from ._http_client import HttpClientT
from ._key_sources import Key
from ._options import ClientOptions

if TYPE_CHECKING:
    from ._external_connections import Httpx2Client, Httpx2Transport


class Sonarly(SyncClient, SonarlyAPI):
    """Client of Sonarly's integrations API.

    Args:
        api_key: The API key, or a function that returns it; without it the environment variable
            SONARLY_API_KEY.
        credentials: Other credentials by name, for a vendor that has more than one.
        base_url: An https URL, or http to loopback; without it the environment variable
            SONARLY_BASE_URL, then the vendor's own.
        http_client: Your own client of httpx or httpx2, which stays open; its timeouts hold.
        transport: Your own transport, which is closed with the client. "httpx" chooses the
            connections of httpx instead of our faster ones.
        proxy: URL of a proxy; without it the proxy of the environment.
        ssl_context: Your own TLS context, such as one with a client certificate.
        verify: Path of a file with the CA certificates to trust, in PEM.
        http2: True uses HTTP/2 if the server has it, over the connections of httpx.
        allow_insecure_http: True allows an http URL that is not loopback, with a warning.
        clock: Clock for tests.
        timeout: Seconds for one attempt, more than 0, or an httpx.Timeout; default 30 (5 to
            connect).
        headers: Further headers of every call, by name.
        on_attempt: Function that gets an `AttemptEvent` after each attempt.
        deadline: Seconds for the whole call: attempts, waits and pages; default none.
        retries: How often a call is sent again if that cannot apply it twice; default 2.
        max_response_bytes: Size limit of a response body; default 64 MiB.
        rate: Calls a second at most; by default calls are delayed only after the server refused
            some.
        settle: Seconds during which the state is read after a write whose response was lost;
            default 10.
        resend_after: Seconds of an unapplied state after which such a write is sent once more;
            default never.
        on_bad_item: What happens to an item of a list that does not fit the spec. "raise" (default)
            raises an error, "skip" leaves it out with a warning, and "raw" keeps its parsed JSON.
        pickle_key: True includes the key in a pickle of the client.

    Raises:
        ConfigurationError: An argument or an environment variable is not valid.
    """


class AsyncSonarly(AsyncClient, AsyncSonarlyAPI):
    """Client of Sonarly's integrations API for asyncio; its arguments are those of `Sonarly`."""


class CallersOptions(ClientOptions, total=False):
    """Options of a client of Callers.ai and of its `with_options()`.

    Attributes:
        sub_organization_id: ID of the sub-organization for which calls act, or None.
    """

    sub_organization_id: str | None


class _ConstructorOptions(CallersOptions, ConnectionOptions, total=False):
    """Options of the constructor of a client of Callers.ai."""


class _BaseCallers(BaseClient[HttpClientT, TransportT]):
    """Base class of both clients of Callers.ai."""

    HEADER_OPTIONS: ClassVar[Mapping[str, str]] = {"sub_organization_id": "x-sub-organization-id"}

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        sync_secret: Key | None = None,
        base_url: str | None = None,
        http_client: "HttpClientT | Httpx2Client | None" = None,
        transport: "TransportT | Httpx2Transport | Literal['httpx'] | None" = None,
        clock: Clock | None = None,
        **options: Unpack[_ConstructorOptions],
    ) -> None:
        auths = self._auths(api_key=api_key, sync_secret=sync_secret)
        del api_key, sync_secret  # a traceback of what is raised below can show locals
        self._configure(auths, base_url, http_client, transport, clock, options)

    def with_options(self, **options: Unpack[CallersOptions]) -> Self:
        """Return the same client with other options, as `Sonarly.with_options` does."""
        return self._with_options(options)


class Callers(_BaseCallers[httpx.Client, httpx.BaseTransport], SyncClient, CallersAPI):
    """Client of the API of Callers.ai.

    A client with only one of `api_key` and `sync_secret` serves the operations that take it.

    Args:
        api_key: The API key; without it the environment variable CALLERS_API_KEY.
        sync_secret: The secret that some operations take in the place of the key; without it the
            environment variable CALLERS_SYNC_SECRET.
        sub_organization_id: ID of the sub-organization for which calls act, unless a call has
            its own.
        base_url: As for `Sonarly`, with the variable CALLERS_BASE_URL. All other arguments are
            those of `Sonarly`.

    Raises:
        ConfigurationError: An argument or an environment variable is not valid.
    """


class AsyncCallers(
    _BaseCallers[httpx.AsyncClient, httpx.AsyncBaseTransport], AsyncClient, AsyncCallersAPI
):
    """Client of the API of Callers.ai for asyncio; its arguments are those of `Callers`."""
