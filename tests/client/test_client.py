"""Clients: how they are made, their keys, and their end."""

import asyncio
import platform
from typing import Any, Literal

import httpx
import pytest
from campaignkit import (
    APIConnectionError,
    AsyncCallers,
    AsyncSonarly,
    Callers,
    ConfigurationError,
    NotFoundError,
    ResponseDecodeError,
    Sonarly,
    __version__,
)

from tests.client.responses import KEY, callers, sonarly, success, transport

VENDORS = [Sonarly, AsyncSonarly, Callers, AsyncCallers]
each_vendor = pytest.mark.parametrize("client", VENDORS)
Client = type[Sonarly] | type[AsyncSonarly] | type[Callers] | type[AsyncCallers]


def requests_of(client: Sonarly | Callers, seen: list[httpx.Request]) -> httpx.Request:
    """Return the single request of a call."""
    if isinstance(client, Sonarly):
        client.campaigns.list("g")
    else:
        client.campaigns.list(organization_id="o")
    [request] = seen
    return request


def test_bearer() -> None:
    """Sonarly's key travels as a bearer token, to Sonarly."""
    seen: list[httpx.Request] = []
    request = requests_of(sonarly(lambda r: _listed(seen, r)), seen)

    assert request.headers["Authorization"] == f"Bearer {KEY}"
    assert request.url.host == "api.sonarly.io"


def test_bare_key() -> None:
    """The key of Callers.ai travels bare, to Callers.ai."""
    seen: list[httpx.Request] = []
    request = requests_of(callers(lambda r: _bare(seen, r)), seen)

    assert request.headers["Authorization"] == KEY
    assert request.url.host == "api.callers.ai"


@pytest.mark.httpx_only
def test_user_agent() -> None:
    """The user agent names the client and its version."""
    seen: list[httpx.Request] = []
    request = requests_of(sonarly(lambda r: _listed(seen, r)), seen)

    assert request.headers["User-Agent"] == (
        f"campaignkit/{__version__} python/{platform.python_version()} httpx/{httpx.__version__}"
    )


def _listed(seen: list[httpx.Request], request: httpx.Request) -> httpx.Response:
    seen.append(request)
    return httpx.Response(200, json=success({"items": []}))


def _bare(seen: list[httpx.Request], request: httpx.Request) -> httpx.Response:
    seen.append(request)
    return httpx.Response(200, json=[])


@pytest.mark.parametrize(
    ("client", "variable"), [(Sonarly, "SONARLY_API_KEY"), (Callers, "CALLERS_API_KEY")]
)
def test_key_of_environment(
    client: type[Sonarly] | type[Callers], variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an argument the key comes from the environment."""
    monkeypatch.setenv(variable, "from-environment")
    seen: list[httpx.Request] = []
    listed = _listed if client is Sonarly else _bare
    made = client(transport=transport(lambda request: listed(seen, request)))

    assert requests_of(made, seen).headers["Authorization"].endswith("from-environment")


@each_vendor
def test_no_key(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key there is no client, and the message names both places for one."""
    variable = "SONARLY_API_KEY" if "Sonarly" in client.__name__ else "CALLERS_API_KEY"
    monkeypatch.delenv(variable, raising=False)

    with pytest.raises(ConfigurationError, match=f"Pass api_key= or set {variable}"):
        client()


@pytest.mark.parametrize("key", ["", "two words", "line\n", "schlüssel", "\x00", b"bytes", 5])
def test_bad_key(key: str) -> None:
    """A key that no header can carry is refused without being shown."""
    with pytest.raises(ConfigurationError) as caught:
        Sonarly(api_key=key)

    assert not key or str(key) not in str(caught.value)


@pytest.mark.parametrize(
    "base_url",
    [
        "https://api.example.com",
        "https://api.example.com:8443/proxy/",
        "http://localhost:8080",
        "http://127.0.0.1:8080/",
        "http://127.9.9.9",
        "http://[::1]:8080",
    ],
)
def test_base_url(base_url: str) -> None:
    """A key goes over https, or to loopback."""
    client = Sonarly(api_key=KEY, base_url=base_url)

    assert repr(client) == f"Sonarly(base_url={base_url.rstrip('/')!r})"


@pytest.mark.parametrize(
    "base_url",
    [
        "http://api.example.com",
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "ftp://api.example.com",
        "api.example.com",
        "//api.example.com",
        "https://",
        "",
        "https://user:password@api.example.com",
        "https://api.example.com?key=1",
        "https://api.example.com#part",
        "https://api.example.com:port",
        "https://api.example.com:0",
        "https://api.example.com:65536",
        "https://xn--.example.com",
        5,
    ],
)
@each_vendor
def test_bad_base_url(client: Client, base_url: str) -> None:
    """Anything else is refused before a key can leave."""
    with pytest.raises(ConfigurationError, match="base_url"):
        client(api_key=KEY, base_url=base_url)


def test_base_url_with_path() -> None:
    """Paths of calls come after the path of the base URL."""
    seen: list[httpx.Request] = []
    client = Sonarly(
        api_key=KEY,
        base_url="https://gateway.example/sonarly/",
        transport=transport(lambda request: _listed(seen, request)),
    )
    client.campaigns.list("g")

    assert str(seen[0].url) == "https://gateway.example/sonarly/v1/accounts/g/campaigns"


def timeout_of(seconds: float | None) -> dict[str, float]:
    """Return the timeout of a call."""
    seen: list[httpx.Request] = []
    response = transport(lambda request: _listed(seen, request))
    Sonarly(api_key=KEY, transport=response, timeout=seconds).campaigns.list("g")
    timeout: dict[str, float] = seen[0].extensions["timeout"]
    return timeout


def test_default_timeout() -> None:
    """Every call has a timeout."""
    assert timeout_of(None) == {"connect": 5.0, "read": 30.0, "write": 30.0, "pool": 30.0}


def test_timeout() -> None:
    """A given timeout holds for each phase; connecting never takes longer than 5 s."""
    assert timeout_of(2) == {"connect": 2, "read": 2, "write": 2, "pool": 2}
    assert timeout_of(60)["connect"] == 5.0


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), "5", True])
def test_bad_timeout(seconds: float) -> None:
    """What is no time is refused."""
    with pytest.raises(ConfigurationError, match="timeout"):
        Sonarly(api_key=KEY, timeout=seconds)


def test_own_http_client() -> None:
    """A caller's own client sends, keeps its timeout and stays open."""
    seen: list[httpx.Request] = []
    response = transport(lambda request: _listed(seen, request))
    with httpx.Client(transport=response, timeout=7, headers={"X-Own": "1"}) as http:
        with Sonarly(api_key=KEY, http_client=http) as client:
            client.campaigns.list("g")

        assert not http.is_closed
    assert seen[0].extensions["timeout"]["read"] == 7
    assert (seen[0].headers["X-Own"], seen[0].url.host) == ("1", "api.sonarly.io")


def test_own_http_client_follows_no_redirect() -> None:
    """The key is never sent to the target of a redirect, also by the caller's own client."""
    seen: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(307, headers={"Location": "https://other.example/"})

    with (
        httpx.Client(transport=transport(respond), follow_redirects=True) as http,
        pytest.raises(ResponseDecodeError, match="redirected with 307"),
    ):
        Sonarly(api_key=KEY, http_client=http).campaigns.start("g", "c")

    assert [request.url.host for request in seen] == ["api.sonarly.io"]


def test_own_http_client_closed() -> None:
    """A caller's own client that is closed is a clear error."""
    http = httpx.Client()
    http.close()

    with pytest.raises(ConfigurationError, match="closed"):
        Sonarly(api_key=KEY, http_client=http).campaigns.list("g")


def test_http_client_of_the_other_kind() -> None:
    """A sync client takes no async one."""
    with pytest.raises(ConfigurationError, match=r"must be a Client of httpx or httpx2"):
        Sonarly(api_key=KEY, http_client=httpx.AsyncClient())  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=r"must be an AsyncClient of httpx or httpx2"):
        AsyncSonarly(api_key=KEY, http_client=httpx.Client())  # type: ignore[arg-type]


@pytest.mark.parametrize("transport", [httpx.AsyncHTTPTransport(), 5])
def test_transport_of_the_other_kind(transport: Any) -> None:
    """A transport that cannot carry calls is refused at once: none of them could be sent."""
    with pytest.raises(ConfigurationError, match=r"transport must be .* handle_request, got"):
        Sonarly(api_key=KEY, transport=transport)


@pytest.mark.parametrize("transport", [httpx.HTTPTransport(), 5])
def test_async_transport_of_the_other_kind(transport: Any) -> None:
    """So it is in async clients."""
    with pytest.raises(ConfigurationError, match=r"must be .* handle_async_request, got"):
        AsyncCallers(api_key=KEY, transport=transport)


def test_http_client_and_transport() -> None:
    """A client has its own transport."""
    response = transport(httpx.Response(200))
    with httpx.Client() as http, pytest.raises(ConfigurationError, match="must not be combined"):
        Sonarly(api_key=KEY, http_client=http, transport=response)


def test_close() -> None:
    """A closed client says so; closing twice is no error."""
    client = sonarly(httpx.Response(404))
    with pytest.raises(NotFoundError):
        client.campaigns.list("g")
    client.close()
    client.close()

    with pytest.raises(ConfigurationError, match="closed"):
        client.campaigns.list("g")


def test_close_unused() -> None:
    """A client that was closed before its first call says so too."""
    client = sonarly(httpx.Response(404))
    client.close()

    with pytest.raises(ConfigurationError, match="closed"):
        client.campaigns.list("g")


def test_async_close() -> None:
    """The async client closes in the same way, and leaves a caller's own client open."""

    async def run() -> bool:
        async with httpx.AsyncClient() as http:
            async with AsyncSonarly(api_key=KEY, http_client=http):
                pass
            assert not http.is_closed
        client = AsyncSonarly(api_key=KEY)
        await client.close()
        await client.close()
        with pytest.raises(ConfigurationError, match="closed"):
            await client.campaigns.list("g")
        return True

    assert asyncio.run(run())


def test_async_large_answer() -> None:
    """The async client reads no more than it may either."""
    response = transport(httpx.Response(200, content=b"x" * 1_000))
    client = AsyncSonarly(api_key=KEY, transport=response, max_response_bytes=100)

    with pytest.raises(ResponseDecodeError, match="more than 100 bytes"):
        asyncio.run(client.campaigns.get("g", "c"))


def test_async_closed_in_a_call() -> None:
    """An async client that is closed while it sends says so; another mistake names its class."""

    async def run(*, is_closed: bool) -> None:
        async def handle(_: httpx.Request) -> httpx.Response:
            if is_closed:
                await client.close()
            raise RuntimeError("cannot send")

        client = AsyncSonarly(api_key=KEY, transport=httpx.MockTransport(handle), retries=0)
        await client.campaigns.get("g", "c")

    with pytest.raises(APIConnectionError, match="closed during the call"):
        asyncio.run(run(is_closed=True))
    with pytest.raises(APIConnectionError, match="RuntimeError"):
        asyncio.run(run(is_closed=False))


def test_unreachable() -> None:
    """A host without a server is an error that says so, and nothing was sent."""
    client = Sonarly(api_key=KEY, base_url="http://127.0.0.1:9", retries=0)

    with client, pytest.raises(APIConnectionError, match=r"ConnectError.*Check base") as caught:
        client.campaigns.start("g", "c")

    assert caught.value.outcome == "not_sent"


@pytest.mark.parametrize("transport", [None, "httpx"])
@pytest.mark.parametrize("host", ["a" * 64 + ".example.com", ".example.com", "a..example.com"])
def test_name_that_cannot_be_looked_up(host: str, transport: Literal["httpx"] | None) -> None:
    """A host whose name the library refuses gets nothing, and the error says so."""
    with (
        Sonarly(api_key=KEY, base_url=f"https://{host}", retries=0, transport=transport) as client,
        pytest.raises(APIConnectionError, match="no valid name") as caught,
    ):
        client.campaigns.start("g", "c")

    assert caught.value.outcome == "not_sent"


def test_async_unreachable() -> None:
    """The async client says the same."""

    async def run() -> None:
        async with AsyncSonarly(api_key=KEY, base_url="http://127.0.0.1:9", retries=0) as client:
            await client.campaigns.start("g", "c")

    with pytest.raises(APIConnectionError, match="ConnectError") as caught:
        asyncio.run(run())

    assert caught.value.outcome == "not_sent"


@each_vendor
def test_repr(client: Client) -> None:
    """The repr of a client has its base URL, and no key."""
    assert KEY not in repr(client(api_key=KEY))
