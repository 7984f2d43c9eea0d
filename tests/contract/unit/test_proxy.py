"""A recording proxy passes each response on as the server sent it, over a loopback socket."""

import gzip
import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.recording.proxy import RecordingProxy, new_client
from campaignkit_contract.recording.proxy_server import serve_proxy

from .exchanges import CAMPAIGN, VALIDATOR

pytestmark = pytest.mark.expects_contract_violation("the server of the test has other responses")

_DATE = b"Date: Fri, 01 May 2026 12:00:00 GMT\r\n"


class Server:
    """Server that reads one request for each response, and sends the response as it is."""

    def __init__(self, *responses: bytes) -> None:
        self._responses = responses
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.received: list[bytes] = []

    def run(self) -> None:
        """Serve each response on a new connection."""
        with self._listener:
            for response in self._responses:
                connection, _ = self._listener.accept()
                with connection:
                    self.received.append(_request(connection))
                    connection.sendall(response)


def _request(connection: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65_536)
    head, _, body = received.partition(b"\r\n\r\n")
    lengths = [line for line in head.splitlines() if line.lower().startswith(b"content-length:")]
    length = int(lengths[0].partition(b":")[2]) if lengths else 0
    while len(body) < length:
        body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body


class Setup:
    """Proxy in front of a server, and what it has recorded."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.recorded: list[Exchange] = []
        self.is_recorded = Event()
        self.failure: Exception | None = None
        self.url = ""

    def record(self, exchange: Exchange, *_: object) -> None:
        """Record an exchange, or fail."""
        if self.failure:
            raise self.failure
        self.recorded.append(exchange)
        self.is_recorded.set()

    @property
    def _address(self) -> tuple[str, int]:
        return "127.0.0.1", int(self.url.rpartition(":")[2])

    def send(self, request: bytes) -> bytes:
        """Return everything that a program gets for a request until the connection ends."""
        with socket.create_connection(self._address) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    def leave(self, request: bytes) -> None:
        """Send a request and close the connection at once."""
        with socket.create_connection(self._address) as connection:
            connection.sendall(request)

    def connection(self) -> http.client.HTTPConnection:
        """Return a connection that stays open."""
        return http.client.HTTPConnection(*self._address)


@contextmanager
def proxied(*responses: bytes) -> Iterator[Setup]:
    """Serve these responses behind a proxy."""
    server = Server(*responses)
    setup = Setup(server)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    with new_client() as client:
        proxy = RecordingProxy(VALIDATOR.routes, server.url, setup.record, client)
        with serve_proxy(proxy) as setup.url:
            yield setup
        thread.join()


def get(method: str = "GET", *headers: str) -> bytes:
    """Return a request without a body."""
    lines = [f"{method} {CAMPAIGN} HTTP/1.1", "Host: here", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1")


def test_headers() -> None:
    """The headers have the order, the names, the bytes and the duplicates of the server."""
    response = (
        b"HTTP/1.1 200 Fine\r\nX-B: 2\r\nserver: theirs\r\n" + _DATE + b"Set-Cookie: a=1\r\n"
        b"x-a: \xe9\r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\n{}"
    )
    with proxied(response) as setup:
        assert setup.send(get()) == response


def test_connection_headers() -> None:
    """Headers of one connection are not passed on, in both directions."""
    hop = b"Connection: close, X-Hop\r\nX-Hop: 1\r\n"
    response = b"HTTP/1.1 200 OK\r\n%sX: 1\r\nContent-Length: 0\r\n\r\n"
    with proxied(response % hop) as setup:
        received = setup.send(get("GET", "Connection: keep-alive, X-Mine", "X-Mine: 1", "TE: x"))
    [request] = setup.server.received

    assert received == response % b""
    assert request.splitlines()[1:] == [f"Host: {setup.server.url[7:]}".encode(), b""]


def test_request_headers() -> None:
    """A request gets no header of the proxy, and no cookie of an earlier response."""
    response = b"HTTP/1.1 204 No Content\r\nSet-Cookie: a=1\r\n\r\n"
    headers = ["X-B: 2", "x_a: \xe9", "X-B: 1", "Accept-Encoding: br, gzip;q=0.5"]
    with proxied(response, response, response) as setup:
        setup.send(get())
        setup.send(get("GET", *headers))
        setup.send(get("GET", "Accept-Encoding: br"))
    _, second, third = [request.split(b"\r\n")[1:-2] for request in setup.server.received]

    expected = [b"X-B: 2", b"x_a: \xe9", b"X-B: 1", b"Accept-Encoding: gzip;q=0.5"]
    assert [line for line in second if not line.startswith(b"Host")] == expected
    assert b"Accept-Encoding: identity" in third


@pytest.mark.parametrize(
    ("method", "response"),
    [
        ("HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 512\r\nX: 1\r\n\r\n"),
        ("HEAD", b"HTTP/1.1 200 OK\r\nX: 1\r\n\r\n"),
        ("GET", b"HTTP/1.1 204 No Content\r\nX: 1\r\n\r\n"),
        ("GET", b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\nContent-Length: 9\r\n\r\n'),
    ],
    ids=["HEAD", "HEAD without length", "204", "304"],
)
def test_no_body(method: str, response: bytes) -> None:
    """A response without a body stays as it is, and the connection stays usable."""
    last = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
    with proxied(response, last) as setup:
        assert setup.send(get(method) + get()) == response + last


def test_informational() -> None:
    """A response after 1xx responses is passed on, and 100 is sent to a program that waits."""
    final = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    with proxied(hints + final) as setup:
        headers = ("Content-Length: 2", "Expect: 100-continue")
        received = setup.send(get("POST", *headers) + b"{}")
    [request] = setup.server.received

    assert received == b"HTTP/1.1 100 Continue\r\n\r\n" + final
    assert b"Expect" not in request
    assert request.endswith(b"\r\n\r\n{}")


def test_gzip() -> None:
    """A compressed body passes as it is, and is recorded as text."""
    body = gzip.compress(b'{"a": 1}')
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
    response = head % len(body) + body
    with proxied(response) as setup:
        assert setup.send(get("GET", "Accept-Encoding: gzip")) == response

    assert [exchange.body for exchange in setup.recorded] == [b'{"a": 1}']


def test_undecodable() -> None:
    """A body that cannot be decoded passes as it is, and is recorded as not known."""
    response = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
    with proxied(response) as setup:
        assert setup.send(get()) == response

    assert [exchange.body for exchange in setup.recorded] == [None]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"HTTP/1.1 200 OK\r\nX: 1\r\nTransfer-Encoding: chunked\r\n\r\n", b"2\r\n{}\r\n0\r\n\r\n"),
        (b"HTTP/1.0 200 OK\r\nX: 1\r\n\r\n", b"{}"),
    ],
    ids=["in parts", "until the end"],
)
def test_length(head: bytes, body: bytes) -> None:
    """A body without a length gets one, because the connection to the program is another one."""
    with proxied(head + body) as setup:
        received = setup.send(get())

    assert received == b"HTTP/1.1 200 OK\r\nX: 1\r\nContent-Length: 2\r\n\r\n{}"


def test_large() -> None:
    """Megabytes pass in both directions, and the connection stays usable."""
    body = b"x" * 3_000_000
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body)
    with proxied(head + body, head + body) as setup:
        connection = setup.connection()
        for _ in range(2):
            connection.request("POST", CAMPAIGN, body=body)
            assert connection.getresponse().read() == body
        connection.close()

    assert [exchange.request_body for exchange in setup.recorded] == [body, body]


def test_streamed_request() -> None:
    """A request in parts is forwarded once it is complete."""
    response = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    parts = b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    with proxied(response) as setup:
        assert setup.send(get("POST", "Transfer-Encoding: chunked") + parts) == response
    [request] = setup.server.received

    assert b"Content-Length: 5" in request
    assert request.endswith(b"\r\n\r\nabcde")


@pytest.mark.parametrize(
    "request_",
    [
        get("POST", "Content-Length: 9") + b"abc",
        get("POST", "Content-Length: nine") + b"abc",
        get("POST", "Transfer-Encoding: chunked") + b"9\r\nabc",
    ],
    ids=["cut", "no number", "cut part"],
)
def test_incomplete_request(request_: bytes) -> None:
    """A request that ends too early is not forwarded."""
    with proxied() as setup:
        assert setup.send(request_) == b""

    assert setup.recorded == []


def test_disconnect(capfd: pytest.CaptureFixture[str]) -> None:
    """A program that leaves early loses its response, and the recording has it."""
    large = b"x" * 9_000_000
    response = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(large) + large
    last = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    with proxied(response, last) as setup:
        setup.leave(get())
        setup.is_recorded.wait()
        assert setup.send(get()) == last

    assert [len(exchange.body or b"") for exchange in setup.recorded] == [len(large), 0]
    assert capfd.readouterr().err == ""


def test_failed_recording(capfd: pytest.CaptureFixture[str]) -> None:
    """An exchange that cannot be recorded is an error that shows."""
    with proxied(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") as setup:
        setup.failure = OSError("the disk is full")
        setup.send(get())

    assert "the disk is full" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("target", "status"), [("http://other/x", b" 400 "), ("*", b" 400 "), ("/a\x7f", b" 502 ")]
)
def test_unusual_target(target: str, status: bytes) -> None:
    """A target other than a path is refused with the reason, and nothing is forwarded."""
    with proxied() as setup:
        received = setup.send(f"GET {target} HTTP/1.1\r\nHost: a\r\n\r\n".encode())

    assert received.startswith(b"HTTP/1.1" + status)
    assert setup.recorded == []
