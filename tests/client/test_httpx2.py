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
    ConflictError,
    HookError,
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
    with pytest.raises(ConfigurationError, match="is closed"):
        Sonarly(api_key=KEY, http_client=http).campaigns.get(ID, ID)


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


def observed(mode: str, handler: Handler, name: str, hook: Callable[[Any], object]) -> Any:
    """Start a campaign through a client with a hook, and return the result or the error."""

    async def hook_async(value: Any) -> None:
        hook(value)

    async def run() -> Any:
        hooks: Any = {name: [hook_async]}
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(handler), event_hooks=hooks)
        async with http, AsyncSonarly(api_key=KEY, http_client=http) as sonarly:
            return await sonarly.campaigns.start(ID, ID)

    try:
        if mode == "async":
            return asyncio.run(run())
        own = {name: [hook]}
        with httpx2.Client(transport=httpx2.MockTransport(handler), event_hooks=own) as http:
            return Sonarly(api_key=KEY, http_client=http).campaigns.start(ID, ID)
    except CampaignKitError as error:
        return error


def started(_: httpx2.Request) -> httpx2.Response:
    """Return the body of a start in parts."""
    campaign = CAMPAIGN | {"status": "active"}
    data = success({"campaign": campaign, "instancesCreated": 1, "triggered": True})
    return httpx2.Response(200, stream=Body(json.dumps(data).encode()))


@MODES
@pytest.mark.parametrize(
    ("name", "outcome", "count"), [("request", "not_sent", 0), ("response", "applied", 1)]
)
def test_raising_hook(mode: str, name: str, outcome: str, count: int) -> None:
    """The exception of a hook is the cause of a HookError, whose outcome is known."""
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return started(request)

    raised = ValueError("no audit log")

    def hook(_: Any) -> None:
        raise raised

    error = observed(mode, handle, name, hook)
    assert isinstance(error, HookError)
    assert error.__cause__ is raised
    assert (error.outcome, len(sent)) == (outcome, count)


@MODES
def test_hook_for_status(mode: str) -> None:
    """With a hook that raises for a status, the error is that of the status, with the body."""

    def handle(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(409, stream=Body(json.dumps(failure("BUSY")).encode()))

    error = observed(mode, handle, "response", httpx2.Response.raise_for_status)
    assert isinstance(error, ConflictError)
    assert (error.code, type(error.__cause__)) == ("BUSY", httpx2.HTTPStatusError)


@MODES
def test_observing_hook(mode: str) -> None:
    """Hooks get the request with its key and the response with its body, as httpx2 has them."""
    seen: list[Any] = []
    observed(mode, started, "request", seen.append)
    assert isinstance(seen[0], httpx2.Request)
    assert seen[0].headers["authorization"] == f"Bearer {KEY}"

    def read(response: httpx2.Response) -> None:
        seen.append(b"".join(response.stream))  # type: ignore[arg-type]

    assert observed(mode, started, "response", read).triggered
    assert json.loads(seen[1])["success"]


def test_headers_of_client() -> None:
    """The client's own headers replace ours, but for content codings that we cannot undo."""
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return good(request)

    headers = {"Accept-Encoding": "br, gzip"}
    http = httpx2.Client(transport=httpx2.MockTransport(handle), headers=headers)
    Sonarly(api_key=KEY, http_client=http).campaigns.get(ID, ID)
    assert sent[0].headers["accept-encoding"] == "gzip"


def test_values() -> None:
    """Timeouts and URLs of httpx2 are taken as those of httpx are."""
    sent: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json=success())

    timeout = httpx2.Timeout(9, connect=2)
    Sonarly(api_key=KEY, transport=httpx.MockTransport(handle), timeout=timeout).campaigns.get(
        ID, ID
    )
    assert sent[0].extensions["timeout"] == timeout.as_dict()
    proxy = httpx2.URL("http://127.0.0.1:9")
    assert Sonarly(api_key=KEY, proxy=proxy)._state.config.proxy == httpx.URL(str(proxy))


class SilentError(httpx2.ReadTimeout):
    """An error whose text fails."""

    def __str__(self) -> str:
        raise ValueError("no text")


@MODES
@pytest.mark.parametrize(
    "raised",
    [
        SilentError("late"),
        httpx2.HTTPStatusError("no", request=None, response=None),  # type: ignore[arg-type]
        httpx2.HTTPStatusError(
            "401",
            request=httpx2.Request("POST", "https://login.example.com/token"),
            response=httpx2.Response(401),
        ),
    ],
    ids=["silent", "empty", "of another request"],
)
def test_odd_error(mode: str, raised: Exception) -> None:
    """An unusual error leaves the outcome open."""

    def handle(_: httpx2.Request) -> httpx2.Response:
        raise raised

    error = call(mode, handle, name="start", retries=0, own="http_client")
    assert (type(error), error.outcome) == (OutcomeUnknownError, "unknown")


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
    http = adapted(httpx2.AsyncClient(transport=transport), is_async=True)
    third = http.build_request(method="GET", url=url, content=parts())
    asyncio.run(http.send(third, auth=None))
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
