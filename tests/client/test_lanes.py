"""The lane of a call: straight over our connections, or through httpx."""

import asyncio
import pickle
import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

import httpcore
import httpx
import pytest
import trio
from campaignkit import (
    APIConnectionError,
    AsyncSonarly,
    NotFoundError,
    ResponseDecodeError,
    Sonarly,
)
from campaignkit._transports.async_wire_carrier import AsyncWireCarrier
from campaignkit._transports.carrier import SyncCarrier
from campaignkit._transports.httpx_transport import has_pool
from campaignkit._transports.lanes import choose_lane
from campaignkit._transports.wire_carrier import WireCarrier
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake

from tests.client.raw_server import head, request, server
from tests.client.responses import CAMPAIGN, failure, success
from tests.lanes import Lane

KEY = "fake-sonarly"


def wrapped(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return what instrumentation makes of a function."""

    @wraps(function)
    def watched(*arguments: Any, **options: Any) -> Any:
        return function(*arguments, **options)

    return watched


@pytest.fixture
def unwatched(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Return an httpx that nothing observes."""
    for client in (httpx.Client, httpx.AsyncClient):
        while hasattr(client.send, "__wrapped__"):
            monkeypatch.setattr(client, "send", client.send.__wrapped__)
    return monkeypatch


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_direct(mode: Any, unwatched: pytest.MonkeyPatch) -> None:
    """If nothing watches httpx, calls go straight over our connections."""
    assert choose_lane(mode) == choose_lane(mode) == "direct"
    assert choose_lane(mode, is_plain=False) == "wire"


@pytest.mark.parametrize(
    ("mode", "owner", "name", "lane"),
    [
        ("sync", httpx.Client, "send", "wire"),
        ("async", httpx.AsyncClient, "send", "wire"),
        ("sync", httpx.Client, "_send_single_request", "wire"),
        ("async", httpx.AsyncClient, "_send_single_request", "wire"),
        ("sync", httpx.HTTPTransport, "handle_request", "wire"),
        ("async", httpx.AsyncHTTPTransport, "handle_async_request", "wire"),
        ("sync", httpcore.ConnectionPool, "handle_request", "stock"),
        ("async", httpcore.AsyncConnectionPool, "handle_async_request", "stock"),
        ("sync", httpcore.HTTPConnection, "handle_request", "stock"),
        ("async", httpcore.AsyncHTTPConnection, "handle_async_request", "stock"),
    ],
)
def test_watched(
    mode: Any, owner: type, name: str, lane: str, unwatched: pytest.MonkeyPatch
) -> None:
    """If something watches httpx, or what it sends with, it sees each call."""
    assert choose_lane(mode) == "direct"
    own = getattr(owner, name)
    unwatched.setattr(owner, name, wrapped(own))
    assert choose_lane(mode) == choose_lane(mode) == lane
    unwatched.setattr(owner, name, print)
    assert choose_lane(mode) == lane
    unwatched.setattr(owner, name, own)
    assert choose_lane(mode) == "direct"


class Proxy:
    """Wrapper that claims to be what it wraps, as those of wrapt do."""

    def __init__(self, wrapped: Any) -> None:
        self._wrapped = wrapped

    def __eq__(self, other: object) -> bool:
        return other is self._wrapped

    def __hash__(self) -> int:
        return hash(self._wrapped)

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self._wrapped)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wrapped, name)


@pytest.mark.parametrize(
    ("mode", "owner", "name"),
    [
        ("sync", httpx.HTTPTransport, "handle_request"),
        ("async", httpx.AsyncHTTPTransport, "handle_async_request"),
        ("sync", httpcore.ConnectionPool, "handle_request"),
    ],
)
def test_proxy(mode: Any, owner: type, name: str, unwatched: pytest.MonkeyPatch) -> None:
    """A wrapper is noticed although it equals the function."""
    assert choose_lane(mode) == "direct"
    unwatched.setattr(owner, name, Proxy(getattr(owner, name)))
    assert isinstance(getattr(owner, name), FunctionType)

    assert choose_lane(mode) != "direct"


def test_without_httpcore(unwatched: pytest.MonkeyPatch) -> None:
    """What httpx sends with can be not loaded yet."""
    unwatched.delitem(sys.modules, "httpcore")

    assert choose_lane("sync") == choose_lane("async") == "direct"


@pytest.mark.own_connections
def test_calls(lane: Lane) -> None:
    """Both lanes give the same results over the same connections."""

    async def run(base_url: str) -> str:
        async with AsyncSonarly(api_key=KEY, base_url=base_url) as sonarly:
            assert isinstance(sonarly._state.handle.open(), AsyncWireCarrier)
            assert choose_lane("async") == lane
            return (await sonarly.campaigns.get(ID, ID)).id

    with Fake().serve() as base_url, Sonarly(api_key=KEY, base_url=base_url) as sonarly:
        assert sonarly.campaigns.get(ID, ID).id == asyncio.run(run(base_url)) == ID
        carrier = sonarly._state.handle.open()
        assert isinstance(carrier, WireCarrier)
        assert len(carrier._pool._idle) == 1


def test_trio() -> None:
    """In another event loop than that of asyncio, httpx sends over its own connections."""

    async def run(base_url: str) -> str:
        async with AsyncSonarly(api_key=KEY, base_url=base_url) as sonarly:
            return (await sonarly.campaigns.get(ID, ID)).id

    with Fake().serve() as base_url:
        assert trio.run(run, base_url) == ID


@pytest.mark.parametrize("how", ["option", "httptools"])
def test_stock(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connections of httpx are used if a caller asks for them, or ours cannot be."""
    options: dict[str, Any] = {"transport": "httpx"} if how == "option" else {}
    if how == "httptools":
        monkeypatch.setitem(sys.modules, "httptools", None)

    async def call(base_url: str) -> str:
        async with AsyncSonarly(api_key=KEY, base_url=base_url, **options) as sonarly:
            return (await sonarly.campaigns.get(ID, ID)).id

    with Fake().serve() as base_url, Sonarly(api_key=KEY, base_url=base_url, **options) as sonarly:
        assert sonarly.campaigns.get(ID, ID).id == asyncio.run(call(base_url)) == ID
        assert type(sonarly._state.handle.open()) is SyncCarrier


def test_public_way() -> None:
    """With an httpx whose transports keep their connections elsewhere, it uses its own."""

    class Other(httpx.HTTPTransport):
        def __init__(self, **_: object) -> None:
            self.connections = ()

    assert has_pool(httpx.HTTPTransport)
    assert has_pool(httpx.AsyncHTTPTransport)
    assert not has_pool(Other)


def test_pickle() -> None:
    """The choice of a caller is a part of the pickle."""
    sonarly = Sonarly(api_key=KEY, transport="httpx", pickle_key=True)
    copied = pickle.loads(pickle.dumps(sonarly))  # noqa: S301 - our own

    assert copied._state.config.uses_httpx


def test_odd_server(unwatched: pytest.MonkeyPatch) -> None:
    """The error of a server that does not keep to HTTP says what to try."""

    def handle(connection: Any) -> None:
        request(connection)
        connection.sendall(b"ICY 200 OK\r\n\r\n")

    with (
        server(handle) as base_url,
        Sonarly(api_key=KEY, base_url=base_url, retries=0) as sonarly,
        pytest.raises(APIConnectionError, match='transport="httpx"'),
    ):
        sonarly.campaigns.get(ID, ID)


@pytest.mark.own_connections
@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open"])
def test_connections_follow_concurrency(is_open: bool) -> None:
    """A fan-out has a connection for each of its calls, beyond the 100 of other calls."""

    async def run(base_url: str) -> tuple[int, int]:
        async with AsyncSonarly(api_key=KEY, base_url=base_url) as sonarly:
            if is_open:
                await sonarly.campaigns.list(ID)
            found = await sonarly.map(sonarly.campaigns.list, [ID], concurrency=120)
            pool = await sonarly._state.handle.open()._pools.current()
            return len(found), len(pool._slots)

    with Fake().serve() as base_url, Sonarly(api_key=KEY, base_url=base_url) as sonarly:
        if is_open:
            sonarly.campaigns.list(ID)
        assert len(list(sonarly.map(sonarly.campaigns.list, [ID], concurrency=110))) == 1
        assert len(list(sonarly.map(sonarly.campaigns.list, [ID], concurrency=2))) == 1
        assert sonarly._state.handle.open()._pool._slots.qsize() == 110
        assert asyncio.run(run(base_url)) == (1, 120)


def test_too_large(lane: Lane) -> None:
    """Both lanes end a response at the size limit."""
    options: dict[str, Any] = {"api_key": KEY, "max_response_bytes": 10, "retries": 0}

    async def call(base_url: str) -> None:
        async with AsyncSonarly(base_url=base_url, **options) as asynchronous:
            await fetched(asynchronous)

    with Fake().serve() as base_url, Sonarly(base_url=base_url, **options) as sonarly:
        with pytest.raises(ResponseDecodeError, match="10 bytes"):
            sonarly.campaigns.get(ID, ID)
        with pytest.raises(ResponseDecodeError, match="10 bytes"):
            asyncio.run(call(base_url))


def test_broken_body(lane: Lane) -> None:
    """A body that breaks off is an error in both lanes."""

    def handle(connection: Any) -> None:
        request(connection)
        connection.sendall(head(10) + b"half")

    async def call(base_url: str) -> None:
        async with AsyncSonarly(api_key=KEY, base_url=base_url, retries=0) as asynchronous:
            await fetched(asynchronous)

    with server(handle) as base_url:
        with (
            Sonarly(api_key=KEY, base_url=base_url, retries=0) as sonarly,
            pytest.raises(APIConnectionError),
        ):
            sonarly.campaigns.get(ID, ID)
        with pytest.raises(APIConnectionError):
            asyncio.run(call(base_url))


async def fetched(sonarly: AsyncSonarly) -> str:
    """Return the ID of a campaign."""
    return (await sonarly.campaigns.get(ID, ID)).id


def test_own_transport(unwatched: pytest.MonkeyPatch) -> None:
    """A caller's own transport gets each request with its key, without a client between."""
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json=success(CAMPAIGN | {"id": ID}))

    own = httpx.MockTransport(answer)
    assert Sonarly(api_key=KEY, transport=own).campaigns.get(ID, ID).id == ID
    assert asyncio.run(fetched(AsyncSonarly(api_key=KEY, transport=own))) == ID
    name = Sonarly.CREDENTIALS[0].parameter
    assert [KEY in request.headers[name] for request in requests] == [True, True]
    assert {request.url.path for request in requests} == {f"/v1/accounts/{ID}/campaigns/{ID}"}


def test_broken_transport(unwatched: pytest.MonkeyPatch) -> None:
    """Any error of a caller's own transport is a failed connection, not a closed client."""

    def answer(request: httpx.Request) -> httpx.Response:
        raise RuntimeError("the transport is closed")

    own = httpx.MockTransport(answer)
    with pytest.raises(APIConnectionError):
        Sonarly(api_key=KEY, transport=own, retries=0).campaigns.get(ID, ID)


@pytest.mark.parametrize(("is_own", "kind"), [(True, NotFoundError), (False, APIConnectionError)])
def test_raised_response(
    is_own: bool, kind: type[Exception], unwatched: pytest.MonkeyPatch
) -> None:
    """A response that a transport raises counts if it is that of the request."""

    def answer(request: httpx.Request) -> httpx.Response:
        other = request if is_own else httpx.Request("POST", "https://example.com/token")
        response = httpx.Response(404, json=failure(), request=other)
        raise httpx.HTTPStatusError("404", request=other, response=response)

    options: dict[str, Any] = {"transport": httpx.MockTransport(answer), "retries": 0}
    with pytest.raises(kind):
        Sonarly(api_key=KEY, **options).campaigns.get(ID, ID)
    with pytest.raises(kind):
        asyncio.run(fetched(AsyncSonarly(api_key=KEY, **options)))
