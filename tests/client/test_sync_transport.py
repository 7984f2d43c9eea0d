"""The sync transport: what httpx's own does, for any number of threads."""

import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import cast

import httpx
import pytest
from campaignkit import APIConnectionError, Callers, Sonarly
from campaignkit._config import Config
from campaignkit._tls import tls_context
from campaignkit._transports.httpx_transport import Transport, open_pool, origin_of
from campaignkit_fake import SAMPLE_ID as ID
from campaignkit_fake import Fake
from campaignkit_runtime.cancellation import CancelScope
from campaignkit_wire.connection import Origin

from tests.client.raw_server import (
    Counter,
    client,
    head,
    held,
    number,
    request,
    server,
    sync_transport,
)
from tests.client.responses import KEY


def test_reuse() -> None:
    """Calls one after the other go over one connection, also after a burst."""
    with server(Counter()) as base_url, client(base_url) as http:
        first, second = number(http), number(http)
        with held(http, 3) as burst:
            pass
        third, fourth = number(http), number(http)

    assert first == second == 1
    assert sorted(burst) == [1, 2, 3]
    assert third == fourth == burst[-1]


def test_threads() -> None:
    """All threads that call at once through one client get a response."""
    start = threading.Barrier(32)

    def call(sonarly: Sonarly) -> list[str]:
        start.wait(60)
        return [sonarly.campaigns.get(ID, ID).id for _ in range(20)]

    with (
        Fake().serve() as base_url,
        Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly,
        ThreadPoolExecutor(32) as threads,
    ):
        answers = list(threads.map(call, [sonarly] * 32))

    assert answers == [[ID] * 20] * 32


@pytest.mark.parametrize("most", [3, 100])
def test_threads_take_turns(most: int) -> None:
    """There are never more connections than allowed; beyond, threads wait for their turn."""
    handler = Counter()
    start = threading.Barrier(32)

    def call(http: httpx.Client) -> list[int]:
        start.wait(60)
        return [number(http) for _ in range(20)]

    with (
        server(handler) as base_url,
        client(base_url, max_connections=most) as http,
        ThreadPoolExecutor(32) as threads,
    ):
        answers = list(threads.map(call, [http] * 32))

    assert [len(used) for used in answers] == [20] * 32
    assert len(handler.connections) <= min(most, 32)


@pytest.mark.parametrize("pool", [0, 0.01])
def test_wait_too_long(pool: float) -> None:
    """A call that waits longer than the pool timeout was not sent."""
    with server(Counter()) as base_url, client(base_url, max_connections=1, pool=pool) as http:
        with http.stream("GET", "/"), pytest.raises(httpx.PoolTimeout, match="in use"):
            http.get("/")

        assert number(http) == 1  # the body had arrived whole


def test_left_while_waiting() -> None:
    """A call that waits for a connection is not sent after the caller has left its fan-out."""
    errors: list[Exception] = []
    scope = CancelScope()

    def call(http: httpx.Client) -> None:
        try:
            http.get("/")
        except httpx.ConnectError as error:
            errors.append(error)

    with server(Counter()) as base_url, client(base_url, max_connections=1, pool=None) as http:
        waiting = threading.Thread(target=scope.bind(call), args=(http,))
        with http.stream("GET", "/"):
            waiting.start()
            scope.cancel()
        waiting.join(60)

        assert len(errors) == 1
        assert number(http) == 1  # the body had arrived whole


def test_wait() -> None:
    """A call that may wait for any time gets the connection that another gives back."""
    with (
        server(Counter()) as base_url,
        client(base_url, max_connections=1, pool=None) as http,
        ThreadPoolExecutor(1) as thread,
    ):
        with http.stream("GET", "/") as response:
            waiting = thread.submit(number, http)
            response.read()

        assert waiting.result(60) == 1


def test_stream() -> None:
    """A body arrives part by part, as it is sent."""
    read = threading.Event()

    def handle(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(head(6) + b"one")
        read.wait(60)
        connection.sendall(b"two")
        request(connection)

    parts = []
    with server(handle) as base_url, client(base_url) as http, http.stream("GET", "/") as response:
        for part in response.iter_bytes():
            parts.append(part)
            read.set()

    assert parts == [b"one", b"two"]


def test_closed_by_server() -> None:
    """A connection that the server closed while it was idle is not used again."""
    handler = Counter()
    with server(handler) as base_url, client(base_url) as http:
        assert number(http) == 1
        handler.connections[0].shutdown(socket.SHUT_WR)
        assert number(http) == 2


def test_newest_closed_by_server() -> None:
    """The next best is used instead."""
    handler = Counter()
    with server(handler) as base_url, client(base_url) as http:
        with held(http, 2) as (oldest, newest):
            pass
        handler.connections[newest - 1].shutdown(socket.SHUT_WR)
        assert number(http) == oldest


def test_closed_by_answer() -> None:
    """Nor is one that the server said it would close."""
    with server(Counter("Connection: close")) as base_url, client(base_url) as http:
        assert [number(http), number(http)] == [1, 2]


def test_idle_too_long() -> None:
    """Nor is one that was idle for too long."""
    with server(Counter()) as base_url, client(base_url, keepalive_expiry=0) as http:
        assert [number(http), number(http)] == [1, 2]


def test_crowd() -> None:
    """After a burst, a connection that only the server has left does not stay open."""
    left = threading.Event()

    class Leaving(Counter):
        def __call__(self, connection: socket.socket) -> None:
            super().__call__(connection)
            left.set()

    handler = Leaving()
    with server(handler) as base_url, client(base_url) as http:
        with held(http, 2) as (oldest, newest):
            pass
        handler.connections[oldest - 1].shutdown(socket.SHUT_WR)
        assert number(http) == newest
        assert left.wait(60)


def test_closed_twice() -> None:
    """A body that is closed twice gives its connection back once."""
    with server(Counter()) as base_url, client(base_url, max_connections=1, pool=0) as http:
        with http.stream("GET", "/") as response:
            response.read()
        stream = cast(httpx.SyncByteStream, response.stream)
        with http.stream("GET", "/"):
            stream.close()
            with pytest.raises(httpx.PoolTimeout):
                http.get("/")


def test_refused() -> None:
    """A refused connection is a ConnectError, each time."""
    with client("http://127.0.0.1:9", max_connections=1, pool=0) as http:
        for _ in range(3):
            with pytest.raises(httpx.ConnectError):
                http.get("/")


def test_encrypted() -> None:
    """To an https URL nothing is sent before the other side proves who it is."""
    received = []

    def handle(connection: socket.socket) -> None:
        received.append(connection.recv(100))
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")

    with (
        server(handle) as base_url,
        client(base_url.replace("http:", "https:")) as https,
        pytest.raises(httpx.ConnectError, match="SSL"),
    ):
        https.get("/secret")

    assert b"secret" not in b"".join(received)


def test_context() -> None:
    """All clients of a trust setting share a TLS context; without TLS none is made."""
    config = Config("https://a.example", {})
    ours = [open_pool(config)._connect.args[0] for _ in range(2)]

    assert ours[0].tls is ours[1].tls is tls_context(trust_env=True)
    assert ours[0].tls is not tls_context(trust_env=False)
    assert origin_of(Config("http://[::1]", {})) == Origin("::1", 80)


def test_read_too_long() -> None:
    """A response that does not come in time is a ReadTimeout, and its connection is closed."""
    calls = []

    def handle(connection: socket.socket) -> None:
        calls.append(connection)
        request(connection)
        if len(calls) == 2:
            connection.sendall(head(4) + b"done")
        request(connection)  # until the client leaves

    with server(handle) as base_url, client(base_url, max_connections=1) as http:
        with pytest.raises(httpx.ReadTimeout):
            http.get("/", timeout=httpx.Timeout(60, read=0.01))

        assert http.get("/").text == "done"


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-", head(10) + b"half"])
def test_dropped(sent: bytes) -> None:
    """A connection that drops is an error wherever that happens, and is not used again."""
    calls = []

    def handle(connection: socket.socket) -> None:
        calls.append(connection)
        request(connection)
        connection.sendall(sent if len(calls) == 1 else head(4) + b"done")

    with server(handle) as base_url, client(base_url, max_connections=1, pool=0) as http:
        with pytest.raises(httpx.RemoteProtocolError):
            http.get("/")

        assert http.get("/").text == "done"


def test_close() -> None:
    """Closing closes what is idle; closing again changes nothing."""
    left: list[socket.socket] = []

    def handle(connection: socket.socket) -> None:
        handler(connection)
        left.append(connection)

    handler = Counter()
    with server(handle) as base_url:
        transport = sync_transport(base_url)
        http = httpx.Client(transport=transport, base_url=base_url)
        with held(http, 2):
            pass
        transport.close()
        http.close()

    # The server is over once its connections are; none waited for its own timeout.
    assert len(left) == 2


def test_closed_in_use() -> None:
    """A call in progress gets its response, and its connection is closed then."""
    started, closed, left = threading.Event(), threading.Event(), threading.Event()

    def handle(connection: socket.socket) -> None:
        request(connection)
        started.set()
        closed.wait(60)
        connection.sendall(head(4) + b"done")
        if not connection.recv(1):
            left.set()

    with server(handle) as base_url, ThreadPoolExecutor(1) as thread:
        with client(base_url) as http:
            call = thread.submit(http.get, "/")
            assert started.wait(60)
        closed.set()

        assert call.result(60).text == "done"
        assert left.wait(60)


def transport_of(made: Sonarly | Callers) -> httpx.BaseTransport:
    """Return the transport of a client."""
    carrier = made._state.handle.open()
    transport: httpx.BaseTransport = carrier.client("wire")._transport
    return transport


@pytest.mark.own_connections
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
def test_proxy(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is asked for a tunnel, and sees no key."""
    received: list[bytes] = []

    def handle(connection: socket.socket) -> None:
        received.append(request(connection))
        connection.sendall(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")

    with server(handle) as proxy:
        monkeypatch.setenv(variable, proxy)
        with Sonarly(api_key=KEY, retries=0) as sonarly:
            assert type(transport_of(sonarly)) is Transport
            with pytest.raises(APIConnectionError, match="ProxyError") as caught:
                sonarly.campaigns.list("g")

    assert caught.value.outcome == "not_sent"
    assert received[0].startswith(b"CONNECT api.sonarly.io:443")
    assert KEY.encode() not in received[0]


@pytest.mark.own_connections
@pytest.mark.parametrize("kind", [Sonarly, Callers])
def test_own(kind: type[Sonarly] | type[Callers]) -> None:
    """Without a proxy it is ours that sends, encrypted."""
    with kind(api_key=KEY) as made:
        assert isinstance(transport_of(made), Transport)


@pytest.mark.own_connections
def test_no_proxy_to_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the way to loopback a proxy of the environment changes nothing."""
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    with Fake().serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        assert isinstance(transport_of(sonarly), Transport)
        assert sonarly.campaigns.get(ID, ID).id == ID
