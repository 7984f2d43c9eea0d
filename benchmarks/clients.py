"""Calls that get one campaign, by variant; each client has its default settings."""

import importlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from typing import Any

import payloads

Get = Callable[[], Any]
AsyncGet = Callable[[], Awaitable[Any]]

_PATH = "/v1/accounts/g/campaigns/c"
_KEY = "k"
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


def _stock(url: str) -> Get:
    module, client = stock_client(url)
    return lambda: module.sync("g", "c", client=client)


def _openapi_generator(url: str) -> Get:
    api = openapi_generator_api(importlib.import_module("peer_urllib3"), url)
    return lambda: api.sonarly_campaigns_get("g", "c")


def _openai(url: str) -> Get:
    client = importlib.import_module("openai").OpenAI(api_key=_KEY, base_url=url)
    model = importlib.import_module("stainless_models").CampaignEnvelope
    return lambda: client.get(_PATH, cast_to=model)


def _httpx(url: str) -> Get:
    # With the whole URL: a base_url would cost another tenth.
    client = importlib.import_module("httpx").Client(headers=_HEADERS)
    return lambda: client.get(url + _PATH).content


def _http_client(url: str) -> Get:
    connection = importlib.import_module("http.client").HTTPConnection(url.rpartition("/")[2])

    def get() -> bytes:
        connection.request("GET", _PATH, headers=_HEADERS)
        content: bytes = connection.getresponse().read()
        return content

    return get


def _urllib3(url: str) -> Get:
    pool = importlib.import_module("urllib3").PoolManager(headers=_HEADERS)
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
    host, _, port = url.rpartition("/")[2].partition(":")
    connected = socket.create_connection((host, int(port)))
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
async def _async_httpx(url: str) -> AsyncIterator[AsyncGet]:
    async with importlib.import_module("httpx").AsyncClient(headers=_HEADERS) as client:

        async def get() -> bytes:
            content: bytes = (await client.get(url + _PATH)).content
            return content

        yield get


def stock_client(url: str, operation: str = "sonarly_campaigns_get") -> tuple[Any, Any]:
    """Return the module of an operation, and a client for it."""
    name = f"peer_stock.api.sonarly_campaigns.{operation}"
    client = importlib.import_module("peer_stock").AuthenticatedClient(base_url=url, token=_KEY)
    return importlib.import_module(name), client


def openapi_generator_api(package: Any, url: str, **settings: Any) -> Any:
    """Return the campaign operations of openapi-generator's package."""
    configuration = package.Configuration(host=url, access_token=_KEY)
    for name, value in settings.items():
        setattr(configuration, name, value)
    return package.SonarlyCampaignsApi(package.ApiClient(configuration))


_GETTERS: dict[str, Callable[[str], Get]] = {
    "ours": _ours,
    "stock": _stock,
    "openapi-generator": _openapi_generator,
    "openai": _openai,
    "httpx": _httpx,
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
    "aiohttp": _async_aiohttp,
}
