"""A deadline ends every wait of a sync call, whatever the server does."""

import select
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from typing import Any

import httpx
import pytest
from campaignkit_wire.connection import Origin, open_connection
from campaignkit_wire.errors import ConnectError
from campaignkit_wire.messages import Limits

from tests.client.raw_server import Counter, client, head, number, request, server


@contextmanager
def deadline(seconds: float = 0.15) -> Iterator[dict[str, float]]:
    """Yield the extensions of a call with a deadline, and end soon after it."""
    instant = time.monotonic() + seconds
    yield {"deadline": instant}
    assert time.monotonic() - instant < 60  # the machine may be busy, but no wait goes on


def ends(call: Callable[[dict[str, Any]], object], expected: type[httpx.TimeoutException]) -> None:
    """Require the error of a call with a short deadline, or a longer one on a busy machine.

    There the time may be over before the call comes as far as it should.
    """
    for seconds in (0.15, 1.5, 15):
        with deadline(seconds) as extensions, pytest.raises(httpx.TimeoutException) as caught:
            call(extensions)
        if type(caught.value) is expected:
            return
    raise caught.value


PACE = threading.Event()  # never set


def drip(connection: socket.socket, sent: bytes) -> None:
    """Send a start, and a byte more now and then until the client leaves."""
    with suppress(ConnectionError):
        connection.sendall(sent)
        while not PACE.wait(0.02):
            connection.sendall(b"x")


class _Unencrypted(socket.socket):
    """A socket that TLS has accepted, without its encryption."""

    @classmethod
    def of(cls, plain: socket.socket, **_: object) -> "_Unencrypted":
        """Take over a socket."""
        taken = cls(plain.family, plain.type, fileno=plain.detach())
        taken.setblocking(False)
        return taken

    def do_handshake(self) -> None:
        """Do nothing."""


HALF_HEAD = b"HTTP/1.1 200 OK\r\nX-Long: "


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("sent", [b"", HALF_HEAD, head(10_000)], ids=["none", "head", "body"])
def test_deadline(sent: bytes, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A response that comes byte by byte ends at the deadline; the next call succeeds."""

    def handle(connection: socket.socket) -> None:
        if request(connection).startswith(b"GET /last "):
            connection.sendall(head(4) + b"done")
        elif sent:
            drip(connection, sent)
        request(connection)  # until the client leaves

    # The bytes stay readable for the server.
    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", _Unencrypted.of)
    with (
        server(handle) as base_url,
        client(base_url.replace("http:", f"{scheme}:"), max_connections=1, pool=0) as http,
    ):
        ends(lambda extensions: http.get("/", extensions=extensions), httpx.ReadTimeout)

        assert http.get("/last").text == "done"


def test_deadline_is_of_one_call() -> None:
    """On a connection that is used again, neither a deadline nor its lack is left over."""
    instants: list[float] = []

    def handle(connection: socket.socket) -> None:
        while asked := request(connection):
            if asked.startswith(b"GET /slow "):
                drip(connection, HALF_HEAD)
                break
            if asked.startswith(b"GET /later "):
                PACE.wait(max(0, instants[-1] - time.monotonic()) + 0.05)
            connection.sendall(head(1) + b"1")

    def first(http: httpx.Client) -> None:
        """Get a response within a deadline that is as short as the machine allows."""
        for seconds in (0.05, 0.5, 5, 50):
            with deadline(seconds) as extensions, suppress(httpx.TimeoutException):
                instants.append(extensions["deadline"])
                http.get("/", extensions=extensions)
                return
        raise AssertionError("no answer came in time")

    with server(handle) as base_url, client(base_url, max_connections=1) as http:
        first(http)
        assert http.get("/later").text == "1"
        ends(lambda extensions: http.get("/slow", extensions=extensions), httpx.ReadTimeout)


def test_deadline_beyond_timeout() -> None:
    """A deadline makes no timeout longer."""

    def handle(connection: socket.socket) -> None:
        request(connection)
        request(connection)  # until the client leaves

    with (
        server(handle) as base_url,
        client(base_url, read=0.01) as http,
        pytest.raises(httpx.ReadTimeout),
    ):
        http.get("/", extensions={"deadline": time.monotonic() + 60})


@pytest.mark.parametrize("seconds", [0, 0.05])
def test_deadline_of_wait(seconds: float) -> None:
    """A call whose deadline comes, or has come, while it waits for its turn was not sent."""
    with server(Counter()) as base_url, client(base_url, max_connections=1, pool=None) as http:
        with http.stream("GET", "/") as response:
            with deadline(seconds) as extensions, pytest.raises(httpx.PoolTimeout):
                http.get("/", extensions=extensions)
            response.read()

        assert number(http) == 1


def test_deadline_of_write() -> None:
    """A body that the server takes bit by bit takes no longer than its call may."""
    left = threading.Event()

    def handle(connection: socket.socket) -> None:
        while not left.wait(0.02) and connection.recv(1_000):
            pass

    body = bytes(30_000_000)
    with server(handle) as base_url, client(base_url) as http:
        try:
            ends(
                lambda extensions: http.post("/", content=body, extensions=extensions),
                httpx.WriteTimeout,
            )
        finally:
            left.set()


def test_deadline_and_long_body() -> None:
    """A body that is written in parts arrives whole, and once."""
    body = bytes(range(250)) * 400
    received = []

    def handle(connection: socket.socket) -> None:
        connection.sendall(head(0))
        with connection.makefile("rb") as stream:
            received.append(stream.read())  # until the client leaves

    with server(handle) as base_url, client(base_url) as http, deadline(60) as extensions:
        http.post("/", content=body, extensions=extensions)

    assert received[0].partition(b"\r\n\r\n")[2] == body


def test_deadline_of_handshake() -> None:
    """A TLS handshake that comes byte by byte takes no longer than its call may."""
    with (
        server(lambda connection: drip(connection, b"\x16\x03\x03\x40\x00")) as base_url,
        client(base_url.replace("http:", "https:")) as https,
        deadline() as extensions,
        pytest.raises(httpx.ConnectTimeout),
    ):
        https.get("/", extensions=extensions)


def test_deadline_before_handshake() -> None:
    """A connection that comes about with no time left for TLS is closed."""
    left = threading.Event()

    def handle(connection: socket.socket) -> None:
        if not connection.recv(1):
            left.set()

    class Stopped(ssl.SSLContext):
        def wrap_socket(self, *_: Any, **__: Any) -> ssl.SSLSocket:
            raise ssl.SSLError("no time")

    with server(handle) as base_url:
        port = httpx.URL(base_url).port or 0
        origin = Origin("127.0.0.1", port, Stopped(ssl.PROTOCOL_TLS_CLIENT))
        with pytest.raises(ConnectError, match="no time"):
            open_connection(origin, Limits())

        assert left.wait(60)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Return the addresses of names that only the test knows."""
    known: dict[str, list[str]] = {}
    find = socket.getaddrinfo

    def find_all(name: str | bytes, *arguments: Any, **keywords: Any) -> list[Any]:
        host = name.decode() if isinstance(name, bytes) else name
        if not known.get(host, [host]):
            raise socket.gaierror("no such name")
        found = [find(address, *arguments, **keywords) for address in known.get(host, [host])]
        return list(chain(*found))

    monkeypatch.setattr(socket, "getaddrinfo", find_all)
    return known


def test_deadline_of_connect(names: dict[str, list[str]]) -> None:
    """All the addresses of a name together take no longer than the call may."""
    names["silent.example"] = ["127.0.0.1"] * 4
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listening, ExitStack() as waiting:
        where = listening.getsockname()
        for _ in range(3):  # more than it holds: it is silent to those that come later
            other = waiting.enter_context(socket.socket())
            other.setblocking(False)
            other.connect_ex(where)
        with (
            client(f"http://silent.example:{where[1]}") as http,
            deadline() as extensions,
            pytest.raises(httpx.ConnectTimeout),
        ):
            http.get("/", extensions=extensions)


def test_deadline_and_next_address(names: dict[str, list[str]]) -> None:
    """If one address of a name refuses, the next is tried; a name without one is an error."""
    names |= {"two.example": ["::1", "127.0.0.1"], "no.example": []}
    with server(Counter()) as base_url, deadline(60) as extensions:
        with client(base_url.replace("127.0.0.1", "two.example")) as http:
            assert http.get("/", extensions=extensions).text == "1"
        with client("http://no.example") as http, pytest.raises(httpx.ConnectError, match="name"):
            http.get("/", extensions=extensions)


def test_without_poll(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system without `poll`, such as Windows, `select` shows if a connection has ended."""
    monkeypatch.delattr(select, "poll")
    handler = Counter()
    with server(handler) as base_url, client(base_url) as http:
        assert [number(http), number(http)] == [1, 1]
        handler.connections[0].shutdown(socket.SHUT_WR)
        assert number(http) == 2
