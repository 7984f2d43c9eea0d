"""Servers on loopback that send bytes of their own, and clients of our transport for them."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from campaignkit._config import Config
from campaignkit._transports.async_httpx_transport import AsyncTransport, open_pools
from campaignkit._transports.httpx_transport import Transport, open_pool

Handler = Callable[[socket.socket], None]


@contextmanager
def server(handle: Handler) -> Iterator[str]:
    """Yield the base URL of a server on loopback with a thread for each connection."""
    threads: list[threading.Thread] = []

    def connected(connection: socket.socket) -> None:
        with connection:
            connection.settimeout(60)
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


def client(
    base_url: str, pool: float | None = 60, read: float = 60, **options: Any
) -> httpx.Client:
    """Return an httpx client over the transport, for which no idle time passes."""
    return httpx.Client(
        transport=sync_transport(base_url, **{"monotonic": Clock(), **options}),
        base_url=base_url,
        timeout=httpx.Timeout(60, pool=pool, read=read),
    )


def sync_transport(base_url: str, **options: Any) -> Transport:
    """Return a transport over connections of its own."""
    return Transport(open_pool(Config(base_url, {}), **options))


def async_transport(base_url: str, **options: Any) -> AsyncTransport:
    """Return an async transport over connections of its own."""
    return AsyncTransport(open_pools(Config(base_url, {}), **options))


def head(length: int, *lines: str) -> bytes:
    """Return the head of a response whose body has a length."""
    text = "\r\n".join(["HTTP/1.1 200 OK", f"Content-Length: {length}", *lines, "", ""])
    return text.encode()


def request(connection: socket.socket) -> bytes:
    """Return a request without a body; nothing if the client has left."""
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
    """Handler whose every response has the number of its connection."""

    def __init__(self, *lines: str) -> None:
        self.connections: list[socket.socket] = []
        self._lines = lines
        self._lock = threading.Lock()

    def __call__(self, connection: socket.socket) -> None:
        """Respond until the client leaves, or the lines of a response end the connection."""
        with self._lock:
            self.connections.append(connection)
            number = str(len(self.connections)).encode()
        while request(connection):
            connection.sendall(head(len(number), *self._lines) + number)
            if self._lines == ("Connection: close",):
                break


def number(http: httpx.Client) -> int:
    """Return the number of the connection of a call."""
    return int(http.get("/").text)


@contextmanager
def held(http: httpx.Client, count: int) -> Iterator[list[int]]:
    """Yield the connections of some calls, all open at once, and read them to their ends."""
    answers = [http.send(http.build_request("GET", "/"), stream=True) for _ in range(count)]
    yield [int(response.read()) for response in answers]


class Clock:
    """A monotonic clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now
