"""Calls that get one campaign, by variant; each client has its default settings.

The pools of urllib3 are as large as the number of threads, because they drop other connections.
"""

import importlib
import os
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import payloads

Get = Callable[[], Any]
AsyncGet = Callable[[], Awaitable[Any]]

_PATH = "/v1/accounts/g/campaigns/c"
_KEY = "k"
_THREADS = 32
_HEADERS = {"Authorization": f"Bearer {_KEY}"}


class MismatchError(Exception):
    """The campaign that a variant returns is not the one that was sent."""


def check(variant: str, result: Any) -> None:
    """Raise MismatchError unless the result of a call is the campaign; httpx returns its bytes."""
    if isinstance(result, bytes):
        matches = result == payloads.one_campaign()
    else:
        campaign = getattr(result, "data", result)
        expected = datetime.fromisoformat(payloads.campaign(1)["createdAt"])
        matches = campaign.created_at == expected and campaign.name == "Spring fair, Lyon"
    if not matches:
        raise MismatchError(f"{variant} returned {result!r}.")


def getter(variant: str, url: str) -> Get:
    """Return the call of a variant's blocking client."""
    return _GETTERS[variant](url)


def async_getter(variant: str, url: str) -> AbstractAsyncContextManager[AsyncGet]:
    """Return the call of a variant's asyncio client; the end of the block closes the client."""
    return _ASYNC_GETTERS[variant](url)


def _ours(url: str) -> Get:
    client = importlib.import_module("campaignkit").Sonarly(api_key=_KEY, base_url=url)
    return lambda: client.campaigns.get("g", "c")


def _ours_watched(url: str) -> Get:
    """Return our call while httpx is wrapped, as instrumentation does it."""
    client: Any = importlib.import_module("httpx").Client
    send = client.send

    @wraps(send)
    def watched(*arguments: Any, **options: Any) -> Any:
        return send(*arguments, **options)

    client.send = watched
    return _ours(url)


def _stock(url: str) -> Get:
    module, client = stock_client(url)
    return lambda: module.sync("g", "c", client=client)


def _openapi_generator(url: str) -> Get:
    api = openapi_generator_api(importlib.import_module("peer_urllib3"), url, _THREADS)
    return lambda: api.sonarly_campaigns_get("g", "c")


def _openai(url: str) -> Get:
    client = importlib.import_module("openai").OpenAI(api_key=_KEY, base_url=url)
    model = importlib.import_module("stainless_models").CampaignEnvelope
    return lambda: client.get(_PATH, cast_to=model)


def _httpx(url: str, package: str = "httpx") -> Get:
    # With the whole URL: a base_url would cost another tenth.
    client = importlib.import_module(package).Client(headers=_HEADERS)
    return lambda: client.get(url + _PATH).content


def _httpx2(url: str) -> Get:
    return _httpx(url, "httpx2")


def _pyreqwest(url: str) -> Get:
    builder = importlib.import_module("pyreqwest.client").SyncClientBuilder()
    client = _with_settings(builder).build()
    return lambda: bytes(client.get(url + _PATH).build().send().bytes())


def _with_settings(builder: Any) -> Any:
    """Return the builder of a client of pyreqwest that trusts what OpenSSL trusts here."""
    builder = builder.default_headers(_HEADERS)
    if path := os.environ.get("SSL_CERT_FILE"):
        # The file begins with the key of the server.
        _, begin, rest = Path(path).read_text(encoding="utf-8").partition("-----BEGIN CERT")
        builder = builder.add_root_certificate_pem((begin + rest).encode())
    return builder


def _http_client(url: str) -> Get:
    scheme, host = urlsplit(url)[:2]
    http = importlib.import_module("http.client")
    connection = (http.HTTPSConnection if scheme == "https" else http.HTTPConnection)(host)

    def get() -> bytes:
        connection.request("GET", _PATH, headers=_HEADERS)
        content: bytes = connection.getresponse().read()
        return content

    return get


def _urllib3(url: str) -> Get:
    pool = importlib.import_module("urllib3").PoolManager(headers=_HEADERS, maxsize=_THREADS)
    return lambda: pool.request("GET", url + _PATH).data


class _Parts:
    """Body of a response, as httptools reports it."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.is_complete = False

    def on_body(self, part: bytes) -> None:
        self.parts.append(part)

    def on_message_complete(self) -> None:
        self.is_complete = True


def _socket(url: str) -> Get:
    parts = urlsplit(url)
    host = str(parts.hostname)
    connected = socket.create_connection((host, parts.port))
    if parts.scheme == "https":
        connected = ssl.create_default_context().wrap_socket(connected, server_hostname=host)
    request = f"GET {_PATH} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {_KEY}\r\n\r\n"
    written = request.encode()
    parser_class = importlib.import_module("httptools").HttpResponseParser

    def get() -> bytes:
        connected.sendall(written)
        response = _Parts()
        parser = parser_class(response)
        while not response.is_complete:
            parser.feed_data(connected.recv(65_536))
        return b"".join(response.parts)

    return get


@asynccontextmanager
async def _async_ours(url: str) -> AsyncIterator[AsyncGet]:
    made = importlib.import_module("campaignkit").AsyncSonarly(api_key=_KEY, base_url=url)
    async with made as client:
        yield lambda: client.campaigns.get("g", "c")


@asynccontextmanager
async def _async_stock(url: str) -> AsyncIterator[AsyncGet]:
    module, made = stock_client(url)
    async with made as client:
        yield lambda: module.asyncio("g", "c", client=client)


@asynccontextmanager
async def _async_openapi_generator(url: str) -> AsyncIterator[AsyncGet]:
    api = openapi_generator_api(importlib.import_module("peer_asyncio"), url)
    async with api.api_client:
        yield lambda: api.sonarly_campaigns_get("g", "c")


@asynccontextmanager
async def _async_openai(url: str) -> AsyncIterator[AsyncGet]:
    made = importlib.import_module("openai").AsyncOpenAI(api_key=_KEY, base_url=url)
    model = importlib.import_module("stainless_models").CampaignEnvelope
    async with made as client:
        yield lambda: client.get(_PATH, cast_to=model)


@asynccontextmanager
async def _async_aiohttp(url: str) -> AsyncIterator[AsyncGet]:
    aiohttp = importlib.import_module("aiohttp")
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(headers=_HEADERS, connector=connector) as session:

        async def get() -> bytes:
            async with session.get(url + _PATH) as response:
                content: bytes = await response.read()
                return content

        yield get


@asynccontextmanager
async def _async_aiohttp_with_decoder(url: str) -> AsyncIterator[AsyncGet]:
    operation = our_operation("sonarly_campaigns_get")
    body, payload = operation.decoders[200].body, operation.decoders[200].payload
    async with _async_aiohttp(url) as get_bytes:

        async def get() -> Any:
            return payload(body(await get_bytes()))

        yield get


@asynccontextmanager
async def _async_httpx(url: str, package: str = "httpx") -> AsyncIterator[AsyncGet]:
    async with importlib.import_module(package).AsyncClient(headers=_HEADERS) as client:

        async def get() -> bytes:
            content: bytes = (await client.get(url + _PATH)).content
            return content

        yield get


def _async_httpx2(url: str) -> AbstractAsyncContextManager[AsyncGet]:
    return _async_httpx(url, "httpx2")


@asynccontextmanager
async def _async_pyreqwest(url: str) -> AsyncIterator[AsyncGet]:
    builder = importlib.import_module("pyreqwest.client").ClientBuilder()
    async with _with_settings(builder).build() as client:

        async def get() -> bytes:
            response = await client.get(url + _PATH).build().send()
            return bytes(await response.bytes())

        yield get


def our_operation(name: str) -> Any:
    """Return an operation of our generated package, with its decoders by status."""
    return importlib.import_module(f"campaignkit_api.api.sonarly_campaigns.{name}").OPERATION


def stock_client(url: str, operation: str = "sonarly_campaigns_get") -> tuple[Any, Any]:
    """Return the module of an operation, and a client for it."""
    name = f"peer_stock.api.sonarly_campaigns.{operation}"
    client = importlib.import_module("peer_stock").AuthenticatedClient(base_url=url, token=_KEY)
    return importlib.import_module(name), client


def openapi_generator_api(package: Any, url: str, connections: int | None = None) -> Any:
    """Return the campaign operations of openapi-generator's package."""
    configuration = package.Configuration(host=url, access_token=_KEY)
    if connections is not None:
        configuration.connection_pool_maxsize = connections
    return package.SonarlyCampaignsApi(package.ApiClient(configuration))


_GETTERS: dict[str, Callable[[str], Get]] = {
    "ours": _ours,
    "ours-watched": _ours_watched,
    "stock": _stock,
    "openapi-generator": _openapi_generator,
    "openai": _openai,
    "httpx": _httpx,
    "httpx2": _httpx2,
    "pyreqwest": _pyreqwest,
    "http.client": _http_client,
    "urllib3": _urllib3,
    "socket": _socket,
}
_ASYNC_GETTERS: dict[str, Callable[[str], AbstractAsyncContextManager[AsyncGet]]] = {
    "ours": _async_ours,
    "stock": _async_stock,
    "openapi-generator": _async_openapi_generator,
    "openai": _async_openai,
    "httpx": _async_httpx,
    "httpx2": _async_httpx2,
    "pyreqwest": _async_pyreqwest,
    "aiohttp": _async_aiohttp,
    "aiohttp-decoder": _async_aiohttp_with_decoder,
}
