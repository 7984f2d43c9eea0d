"""Clients and transports of httpx2, which has the API of httpx under another name."""

import asyncio
import gzip
import json
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import httpx2
import pytest
from campaignkit import (
    APIConnectionError,
    APITimeoutError,
    AsyncSonarly,
    CampaignKitError,
    ConfigurationError,
    InternalServerError,
    OutcomeUnknownError,
    Sonarly,
)
from campaignkit._transports.httpx2 import adapted
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake, VirtualClock

from tests.client.responses import CAMPAIGN, KEY, failure, success

MODES = pytest.mark.parametrize("mode", ["sync", "async"])
Handler = Callable[[httpx2.Request], httpx2.Response]


def good(_: httpx2.Request) -> httpx2.Response:
    """Return a campaign."""
    return httpx2.Response(200, json=success())


def call(mode: str, handler: Handler, *, own: str = "transport", **options: Any) -> Any:
    """Make one call through httpx2, and return its result or its error."""
    clock = VirtualClock(lambda: 0.5)
    name = options.pop("name", "get")

    def brought(client: Any) -> dict[str, Any]:
        transport = httpx2.MockTransport(handler)
        made = transport if own == "transport" else client(transport=transport)
        return {"api_key": KEY, own: made, "clock": clock, "settle": 0, **options}

    async def run() -> Any:
        async with AsyncSonarly(**brought(httpx2.AsyncClient)) as sonarly:
            return await getattr(sonarly.campaigns, name)(ID, ID)

    try:
        if mode == "async":
            return asyncio.run(run())
        with Sonarly(**brought(httpx2.Client)) as sonarly:
            return getattr(sonarly.campaigns, name)(ID, ID)
    except CampaignKitError as error:
        return error


@MODES
@pytest.mark.parametrize("own", ["transport", "http_client"])
def test_request(mode: str, own: str) -> None:
    """A request arrives as a request of httpx2, with the key and the timeouts."""
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return good(request)

    assert call(mode, handle, own=own, timeout=7).id == CAMPAIGN["id"]
    [request] = sent
    assert str(request.url).endswith(f"/v1/accounts/{ID}/campaigns/{ID}")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers.get_list("host") == ["api.sonarly.io"]
    assert request.extensions["timeout"]["read"] == 7


@pytest.mark.parametrize("own", ["transport", "http_client"])
def test_body(own: str) -> None:
    """A body arrives whole, with its length."""
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        request.read()
        sent.append(request)
        return httpx2.Response(201, json={})

    made = httpx2.MockTransport(handle)
    options: Any = {own: made if own == "transport" else httpx2.Client(transport=made)}
    Sonarly(api_key=KEY, **options).request("POST", "/a", json={"b": 1})
    assert json.loads(sent[0].content) == {"b": 1}
    assert sent[0].headers["content-length"] == "7"
    assert "transfer-encoding" not in sent[0].headers


def test_client_options() -> None:
    """The headers and the timeouts of a client of httpx2 hold, and it stays open."""
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return good(request)

    transport = httpx2.MockTransport(handle)
    http = httpx2.Client(transport=transport, headers={"X-Own": "a"}, timeout=3)
    with Sonarly(api_key=KEY, http_client=http) as sonarly:
        sonarly.campaigns.get(ID, ID)
    assert sent[0].headers["x-own"] == "a"
    assert sent[0].extensions["timeout"]["read"] == 3
    assert not http.is_closed
    http.close()
    error = call_closed(http)
    assert (error.outcome, "is closed" in str(error)) == ("not_sent", True)


def call_closed(http: httpx2.Client) -> CampaignKitError:
    """Return the error of a call through a closed client."""
    with pytest.raises(APIConnectionError) as caught:
        Sonarly(api_key=KEY, http_client=http, retries=0).campaigns.get(ID, ID)
    return caught.value


@MODES
@pytest.mark.parametrize(
    ("raised", "kind", "outcome"),
    [
        (httpx2.ConnectError("no"), APIConnectionError, "not_sent"),
        (httpx2.ReadTimeout("late"), OutcomeUnknownError, "unknown"),
        (httpx2.ConnectTimeout("late"), APITimeoutError, "not_sent"),
        (httpx2.InvalidURL("bad"), APIConnectionError, "not_sent"),
    ],
)
def test_error(mode: str, raised: Exception, kind: type[CampaignKitError], outcome: str) -> None:
    """An error of httpx2 means what that of httpx means."""

    def handle(_: httpx2.Request) -> httpx2.Response:
        raise raised

    error = call(mode, handle, name="start", retries=0)
    if outcome == "unknown":
        assert error.outcome == "unknown"
        return
    assert isinstance(error, kind)
    assert error.outcome == outcome


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that arrives in parts, and may break."""

    def __init__(self, *parts: bytes, error: Exception | None = None) -> None:
        self.parts = parts
        self.error = error
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        yield from self.parts
        if self.error:
            raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part

    def close(self) -> None:
        """Count the call."""
        self.closed += 1

    async def aclose(self) -> None:
        """Count the call."""
        self.closed += 1


@MODES
def test_parts(mode: str) -> None:
    """A compressed body in parts is decoded, and closed once."""
    data = gzip.compress(json.dumps(success()).encode())
    body = Body(data[:9], data[9:])
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    response = httpx2.Response(200, stream=body, headers=headers)
    assert call(mode, lambda _: response).id == CAMPAIGN["id"]
    assert body.closed == 1


@MODES
def test_broken_body(mode: str) -> None:
    """A body that breaks off is a lost response."""
    body = Body(b"{", error=httpx2.ReadError("gone"))
    error = call(mode, lambda _: httpx2.Response(200, stream=body), retries=0)
    assert isinstance(error, APIConnectionError)


def test_decoded_by_hook() -> None:
    """A response that a hook has read is used as it is."""
    data = gzip.compress(json.dumps(success()).encode())

    def handle(_: httpx2.Request) -> httpx2.Response:
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        return httpx2.Response(200, stream=Body(data), headers=headers)

    hooks: Any = {"response": [lambda response: response.read()]}
    http = httpx2.Client(transport=httpx2.MockTransport(handle), event_hooks=hooks)
    assert Sonarly(api_key=KEY, http_client=http).campaigns.get(ID, ID).id == CAMPAIGN["id"]


@MODES
def test_raised_status(mode: str) -> None:
    """A transport that raises for a status loses no response."""

    def handle(request: httpx2.Request) -> httpx2.Response:
        response = httpx2.Response(500, json=failure(), request=request)
        response.raise_for_status()
        return response

    assert isinstance(call(mode, handle, retries=0), InternalServerError)


@pytest.mark.parametrize("own", ["transport", "http_client"])
def test_loopback(own: str) -> None:
    """The connections of httpx2 carry the calls of both kinds of clients."""

    async def run(base_url: str) -> None:
        made: Any = httpx2.AsyncHTTPTransport() if own == "transport" else httpx2.AsyncClient()
        options: Any = {own: made, "base_url": base_url}
        async with AsyncSonarly(api_key="fake-sonarly", **options) as sonarly:
            assert (await sonarly.campaigns.get(ID, ID)).id == ID
            assert sonarly._state.loop is not None
        if own == "http_client":
            await made.aclose()

    with Fake().serve() as base_url:
        asyncio.run(run(base_url))
        made: Any = httpx2.HTTPTransport() if own == "transport" else httpx2.Client()
        options: Any = {own: made, "base_url": base_url}
        with Sonarly(api_key="fake-sonarly", **options) as sonarly:
            assert sonarly.campaigns.get(ID, ID).id == ID
        made.close()


def test_refused() -> None:
    """An async client is none of a blocking one."""
    other: Any = httpx2.AsyncClient()
    with pytest.raises(ConfigurationError, match="a Client of httpx or httpx2, got AsyncClient"):
        Sonarly(api_key=KEY, http_client=other)


def test_body_in_parts() -> None:
    """A body in parts stays one, in both kinds of clients."""
    sent: list[bytes] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.content)
        return good(request)

    async def parts() -> AsyncIterator[bytes]:
        yield b"c"
        yield b"d"

    transport = httpx2.MockTransport(handle)
    url = f"https://api.sonarly.io/v1/accounts/{ID}/campaigns/{ID}"
    first = httpx.Request("GET", url, content=iter([b"a", b"b"]))
    adapted(transport, is_async=False).handle_request(first)
    second = httpx.Request("GET", url, content=parts())
    asyncio.run(adapted(transport, is_async=True).handle_async_request(second))
    http = httpx2.AsyncClient(transport=transport)
    extensions = {"timeout": httpx.Timeout(5).as_dict()}
    third = httpx.Request("GET", url, content=parts(), extensions=extensions)
    asyncio.run(adapted(http, is_async=True).handle_async_request(third))
    assert sent == [b"ab", b"cd", b"cd"]


def test_without_httpx2(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program without httpx2 has no object of it."""
    monkeypatch.delitem(sys.modules, "httpx2")
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=success()))
    assert adapted(transport, is_async=False) is transport
    assert Sonarly(api_key=KEY, transport=transport).campaigns.get(ID, ID).id == CAMPAIGN["id"]


def test_unchanged() -> None:
    """What is not of httpx2 stays as it is."""
    value = object()
    assert adapted(value, is_async=True) is value
