"""The sync transport: what httpx's own does, for any number of threads."""

import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from answers import KEY
from campaignkit import APIConnectionError, Callers, Sonarly
from campaignkit._transport import Transport
from campaignkit_fake import DOCUMENTED_ID, Fake, Fault

ID = DOCUMENTED_ID
Handler = Callable[[socket.socket], None]


@contextmanager
def server(handle: Handler) -> Iterator[str]:
    """A server on loopback with a thread for each connection; it gives the base URL."""
    threads: list[threading.Thread] = []

    def connected(connection: socket.socket) -> None:
        with connection:
            connection.settimeout(5)
            handle(connection)

    def accept() -> None:
        while True:
            connection, _ = listening.accept()
            if ended:
                connection.close()
                break
            threads.append(threading.Thread(target=connected, args=(connection,)))
            threads[-1].start()

    ended: list[bool] = []
    with socket.create_server(("127.0.0.1", 0), backlog=200) as listening:
        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            ended.append(True)
            socket.create_connection(listening.getsockname()).close()
            accepting.join()
            for thread in threads:
                thread.join()


def client(base_url: str, pool: float | None = 5, read: float = 5, **options: Any) -> httpx.Client:
    """An httpx client over the transport."""
    return httpx.Client(
        transport=Transport(base_url, **options),
        base_url=base_url,
        timeout=httpx.Timeout(5, pool=pool, read=read),
    )


def head(length: int, *lines: str) -> bytes:
    """The head of an answer whose body is that long."""
    text = "\r\n".join(["HTTP/1.1 200 OK", f"Content-Length: {length}", *lines, "", ""])
    return text.encode()


def request(connection: socket.socket) -> bytes:
    """A request without a body; nothing where the client has left."""
    received = b""
    while not received.endswith(b"\r\n\r\n"):
        try:
            part = connection.recv(10_000)
        except ConnectionError:
            return b""
        if not part:
            return b""
        received += part
    return received


class Counter:
    """A handler that answers each request with the number of its connection."""

    def __init__(self, *lines: str) -> None:
        self.connections: list[socket.socket] = []
        self._lines = lines
        self._lock = threading.Lock()

    def __call__(self, connection: socket.socket) -> None:
        """Answer until the client leaves, or the answer's own lines end the connection."""
        with self._lock:
            self.connections.append(connection)
            number = str(len(self.connections)).encode()
        while request(connection):
            connection.sendall(head(len(number), *self._lines) + number)
            if self._lines == ("Connection: close",):
                break


def number(http: httpx.Client) -> int:
    """The connection that a call goes over."""
    return int(http.get("/").text)


@contextmanager
def held(http: httpx.Client, count: int) -> Iterator[list[int]]:
    """The connections of so many calls that are all open at once, and then read to their ends."""
    answers = [http.send(http.build_request("GET", "/"), stream=True) for _ in range(count)]
    yield [int(answer.read()) for answer in answers]


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
    """Threads that call at once through one client are all answered."""
    start = threading.Barrier(32)

    def call(sonarly: Sonarly) -> list[str]:
        start.wait(5)
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
        start.wait(5)
        return [number(http) for _ in range(20)]

    with (
        server(handler) as base_url,
        client(base_url, most=most) as http,
        ThreadPoolExecutor(32) as threads,
    ):
        answers = list(threads.map(call, [http] * 32))

    assert [len(used) for used in answers] == [20] * 32
    assert len(handler.connections) <= min(most, 32)


@pytest.mark.parametrize("pool", [0, 0.01])
def test_wait_too_long(pool: float) -> None:
    """A call that waits longer than the pool timeout was not sent."""
    with server(Counter()) as base_url, client(base_url, most=1, pool=pool) as http:
        with http.stream("GET", "/"), pytest.raises(httpx.PoolTimeout, match="in use"):
            http.get("/")

        assert number(http) == 2  # the first was closed unread


def test_wait() -> None:
    """A call that may wait for any time gets the connection that another gives back."""
    with (
        server(Counter()) as base_url,
        client(base_url, most=1, pool=None) as http,
        ThreadPoolExecutor(1) as thread,
    ):
        with http.stream("GET", "/") as answer:
            waiting = thread.submit(number, http)
            answer.read()

        assert waiting.result(5) == 1


def test_stream() -> None:
    """A body arrives part by part, as it is sent."""
    read = threading.Event()

    def handle(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(head(6) + b"one")
        read.wait(5)
        connection.sendall(b"two")
        request(connection)

    parts = []
    with server(handle) as base_url, client(base_url) as http, http.stream("GET", "/") as answer:
        for part in answer.iter_bytes():
            parts.append(part)
            read.set()

    assert parts == [b"one", b"two"]


def test_request_body() -> None:
    """What is sent arrives, and the answer's head comes back whole."""

    def handle(connection: socket.socket) -> None:
        with connection.makefile("rb") as lines:
            start = lines.readline().strip()
            while lines.readline().strip():
                pass
            body = start + b" " + lines.read(7)
        connection.sendall(head(len(body), "X-Own: 1", "X-Own: 2") + body)

    with server(handle) as base_url, client(base_url) as http:
        answer = http.post("/a%2Fb", params={"c": "d"}, json={"a": 1})

    assert answer.text == 'POST /a%2Fb?c=d HTTP/1.1 {"a":1}'
    assert answer.headers.get_list("X-Own") == ["1", "2"]
    assert (answer.http_version, answer.reason_phrase) == ("HTTP/1.1", "OK")


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
    with server(Counter()) as base_url, client(base_url, idle_seconds=0) as http:
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
        assert left.wait(5)


def test_refused() -> None:
    """A refused connection is a ConnectError, each time."""
    with client("http://127.0.0.1:9", most=1, pool=0) as http:
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


@pytest.mark.parametrize(("base_url", "count"), [("https://a.example", 1), ("http://[::1]", 0)])
def test_context(base_url: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """All connections of a transport share a TLS context; without TLS none is made."""
    made = []
    make = httpx.create_ssl_context

    def counted(**keywords: Any) -> object:
        made.append(keywords)
        return make(**keywords)

    monkeypatch.setattr(httpx, "create_ssl_context", counted)
    transport = Transport(base_url, trust_env=False)
    for _ in range(2):
        transport._connect()

    assert made == [{"trust_env": False}] * count


def test_read_too_long() -> None:
    """An answer that does not come in time is a ReadTimeout, and its connection is closed."""
    calls = []

    def handle(connection: socket.socket) -> None:
        calls.append(connection)
        request(connection)
        if len(calls) == 2:
            connection.sendall(head(4) + b"done")
        request(connection)  # until the client leaves

    with server(handle) as base_url, client(base_url, most=1) as http:
        with pytest.raises(httpx.ReadTimeout):
            http.get("/", timeout=httpx.Timeout(5, read=0.01))

        assert http.get("/").text == "done"


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nContent-", head(10) + b"half"])
def test_dropped(sent: bytes) -> None:
    """A connection that drops is an error wherever that happens, and is not used again."""
    calls = []

    def handle(connection: socket.socket) -> None:
        calls.append(connection)
        request(connection)
        connection.sendall(sent if len(calls) == 1 else head(4) + b"done")

    with server(handle) as base_url, client(base_url, most=1, pool=0) as http:
        with pytest.raises(httpx.RemoteProtocolError):
            http.get("/")

        assert http.get("/").text == "done"


def test_outcome() -> None:
    """After a connection that drops once the call is sent, its outcome is open."""
    fake = Fake()
    fake.faults.add(Fault("sonarly_campaigns_start", drop=True))
    fake.faults.add(Fault("sonarly_campaigns_start", truncate=10))
    with fake.serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        for _ in range(2):
            with pytest.raises(APIConnectionError, match="RemoteProtocolError") as caught:
                sonarly.campaigns.start(ID, ID)
            assert caught.value.outcome == "unknown"
        assert sonarly.campaigns.get(ID, ID).status == "active"


def test_close() -> None:
    """Closing closes what is idle; closing again changes nothing."""
    left: list[socket.socket] = []

    def handle(connection: socket.socket) -> None:
        handler(connection)
        left.append(connection)

    handler = Counter()
    with server(handle) as base_url:
        transport = Transport(base_url)
        http = httpx.Client(transport=transport, base_url=base_url)
        with held(http, 2):
            pass
        transport.close()
        http.close()

    # The server is over once its connections are; none waited for its own timeout.
    assert len(left) == 2


def test_closed_in_use() -> None:
    """A call that is on its way gets its answer, and its connection is closed then."""
    started, closed, left = threading.Event(), threading.Event(), threading.Event()

    def handle(connection: socket.socket) -> None:
        request(connection)
        started.set()
        closed.wait(5)
        connection.sendall(head(4) + b"done")
        if not connection.recv(1):
            left.set()

    with server(handle) as base_url, ThreadPoolExecutor(1) as thread:
        with client(base_url) as http:
            call = thread.submit(http.get, "/")
            assert started.wait(5)
        closed.set()

        assert call.result(5).text == "done"
        assert left.wait(5)


def transport_of(made: Sonarly | Callers) -> httpx.BaseTransport:
    """The transport of a client."""
    return made._line._open()[0]._transport


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "ALL_PROXY"])
def test_proxy(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment is asked for a tunnel, and sees no key."""
    received: list[bytes] = []

    def handle(connection: socket.socket) -> None:
        received.append(request(connection))
        connection.sendall(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")

    with server(handle) as proxy:
        monkeypatch.setenv(variable, proxy)
        with Sonarly(api_key=KEY) as sonarly:
            assert isinstance(transport_of(sonarly), httpx.HTTPTransport)
            with pytest.raises(APIConnectionError, match="ProxyError") as caught:
                sonarly.campaigns.list("g")

    assert caught.value.outcome == "not_sent"
    assert received[0].startswith(b"CONNECT api.sonarly.io:443")
    assert KEY.encode() not in received[0]


@pytest.mark.parametrize("kind", [Sonarly, Callers])
def test_own(kind: type[Sonarly] | type[Callers]) -> None:
    """Without a proxy it is ours that sends, encrypted."""
    with kind(api_key=KEY) as made:
        assert isinstance(transport_of(made), Transport)


def test_no_proxy_to_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the way to loopback a proxy of the environment changes nothing."""
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    with Fake().serve() as base_url, Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        assert isinstance(transport_of(sonarly), Transport)
        assert sonarly.campaigns.get(ID, ID).id == ID
