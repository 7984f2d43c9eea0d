"""A loopback server that speaks raw HTTP, so that it can break off wherever a fault does."""

import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Self

import httpx

from .recorder import Vendor

_END_OF_HEAD = b"\r\n\r\n"
_MOST = 65_536
_HOP = {"connection", "transfer-encoding"}

# A socket that is closed with this option answers with RST instead of FIN.
_RESET = struct.pack("ii", 1, 0)


class Connection:
    """One connection of a client."""

    def __init__(self, end: socket.socket, vendor: Vendor) -> None:
        self._end = end
        self.vendor = vendor

    def request(self) -> httpx.Request | None:
        """The head of the next request, which stays unread; None when the client is gone."""
        head = b""
        while _END_OF_HEAD not in head:
            head = self._end.recv(_MOST, socket.MSG_PEEK)
            if not head:
                return None
        first, *lines = head.partition(_END_OF_HEAD)[0].decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = [(name, value.strip()) for name, _, value in (x.partition(":") for x in lines)]
        return httpx.Request(method, f"http://fake{target}", headers=headers)

    def read(self, request: httpx.Request) -> httpx.Request:
        """The whole of a request."""
        data = b""
        while _END_OF_HEAD not in data:
            data += self._end.recv(_MOST)
        body = data.partition(_END_OF_HEAD)[2]
        while len(body) < int(request.headers.get("content-length", 0)):
            body += self._end.recv(_MOST)
        return httpx.Request(request.method, request.url, headers=request.headers, content=body)

    def take(self, number: int) -> None:
        """Read so many bytes of a request."""
        while number > 0 and (data := self._end.recv(number)):
            number -= len(data)

    def apply(self, request: httpx.Request) -> bytes:
        """Read a request and let the fake apply it; its answer, as it goes over a wire."""
        response = self.vendor.answer(self.read(request))
        return raw(response.status_code, response.content, dict(response.headers))

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._end.sendall(data)

    def reset(self) -> None:
        """End the connection with RST."""
        self._end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self._end.close()

    def wait_for_end(self) -> None:
        """Say nothing until the client goes away."""
        self._end.recv(1)


Misdeed = Callable[[Connection, httpx.Request], object]
"""What is done to a request instead of answering it; true keeps the connection open."""


def raw(status: int, body: bytes, headers: dict[str, str]) -> bytes:
    """An answer as it goes over a wire; without another Content-Length, its own."""
    fields = {"Content-Length": str(len(body)), "Content-Type": "application/json"}
    fields |= {name.title(): value for name, value in headers.items() if name.lower() not in _HOP}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} -\r\n{lines}\r\n".encode() + body


class Wire:
    """Serves a vendor on a port of its own; requests that the fault strikes fare badly."""

    def __init__(self, vendor: Vendor, misdeed: Misdeed) -> None:
        self._vendor = vendor
        self._misdeed = misdeed
        self._threads: list[Thread] = []
        self._is_over = False
        # Until it listens, its port refuses connections.
        self._door = socket.socket()
        self._door.bind(("127.0.0.1", 0))
        self._address: tuple[str, int] = self._door.getsockname()
        self.base_url = f"http://127.0.0.1:{self._address[1]}"

    def open(self) -> None:
        """Take connections from now on."""
        if not self._threads:
            self._door.listen()
            self._run(self._take_connections)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._threads:
            self._is_over = True
            socket.create_connection(self._address).close()  # wakes the thread that accepts
        for thread in self._threads:
            thread.join()
        self._door.close()

    def _run(self, act: Callable[[], None]) -> None:
        thread = Thread(target=act, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _take_connections(self) -> None:
        while True:
            end, _ = self._door.accept()
            if self._is_over:
                end.close()
                return
            self._run(lambda end=end: self._serve(end))  # type: ignore[misc]

    def _serve(self, end: socket.socket) -> None:
        connection = Connection(end, self._vendor)
        with end, suppress(OSError):  # a client that went away
            while (request := connection.request()) and self._answer(connection, request):
                pass

    def _answer(self, connection: Connection, request: httpx.Request) -> object:
        if self._vendor.is_struck(request):
            return self._misdeed(connection, request)
        connection.send(connection.apply(request))
        return True
