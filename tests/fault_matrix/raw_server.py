"""Loopback server on raw sockets, which can break off at any byte."""

import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Self

import httpx

from .recorder import Recorder

_END_OF_HEAD = b"\r\n\r\n"
_MAX_BYTES = 65_536
_HOP = {"connection", "transfer-encoding"}

# With this option, closing a socket sends RST instead of FIN.
_RESET = struct.pack("ii", 1, 0)


class Connection:
    """Connection of a client."""

    def __init__(self, client: socket.socket, recorder: Recorder) -> None:
        self._socket = client
        self.recorder = recorder

    def request(self) -> httpx.Request | None:
        """Return the head of the next request without reading it; None if the client is gone."""
        head = b""
        while _END_OF_HEAD not in head:
            head = self._socket.recv(_MAX_BYTES, socket.MSG_PEEK)
            if not head:
                return None
        first, *lines = head.partition(_END_OF_HEAD)[0].decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = [(name, value.strip()) for name, _, value in (x.partition(":") for x in lines)]
        return httpx.Request(method, f"http://fake{target}", headers=headers)

    def read(self, request: httpx.Request) -> httpx.Request:
        """Read a whole request and return it."""
        data = b""
        while _END_OF_HEAD not in data:
            data += self._socket.recv(_MAX_BYTES)
        body = data.partition(_END_OF_HEAD)[2]
        while len(body) < int(request.headers.get("content-length", 0)):
            body += self._socket.recv(_MAX_BYTES)
        return httpx.Request(request.method, request.url, headers=request.headers, content=body)

    def read_bytes(self, number: int) -> None:
        """Read this number of bytes of a request."""
        while number > 0 and (data := self._socket.recv(number)):
            number -= len(data)

    def apply(self, request: httpx.Request) -> bytes:
        """Read a request, let the fake apply it, and return the raw response."""
        response = self.recorder.respond(self.read(request))
        return raw(response.status_code, response.content, dict(response.headers))

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._socket.sendall(data)

    def reset(self) -> None:
        """End the connection with RST."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self._socket.close()

    def wait_for_end(self) -> None:
        """Send nothing until the client closes the connection."""
        self._socket.recv(1)


FaultHandler = Callable[[Connection, httpx.Request], object]
"""Function that handles a request with a fault; true keeps the connection open."""


def raw(status: int, body: bytes, headers: dict[str, str]) -> bytes:
    """Return a raw response. A Content-Length in the headers replaces the right one."""
    fields = {"Content-Length": str(len(body)), "Content-Type": "application/json"}
    fields |= {name.title(): value for name, value in headers.items() if name.lower() not in _HOP}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} -\r\n{lines}\r\n".encode() + body


class RawServer:
    """Server of a recorder on a free port, with a fault for some of the requests."""

    def __init__(self, recorder: Recorder, handle_fault: FaultHandler) -> None:
        self._recorder = recorder
        self.fault_handler = handle_fault
        self._threads: list[Thread] = []
        self._is_closed = False
        # The port refuses connections until the socket listens.
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self._address: tuple[str, int] = self._listener.getsockname()
        self.base_url = f"http://127.0.0.1:{self._address[1]}"

    def open(self) -> None:
        """Accept connections from now on."""
        if not self._threads:
            self._listener.listen()
            self._run(self._accept_connections)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._threads:
            self._is_closed = True
            socket.create_connection(self._address).close()  # wakes the thread that accepts
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _run(self, act: Callable[[], None]) -> None:
        thread = Thread(target=act, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept_connections(self) -> None:
        while True:
            client, _ = self._listener.accept()
            if self._is_closed:
                client.close()
                return
            self._run(lambda client=client: self._serve(client))  # type: ignore[misc]

    def _serve(self, client: socket.socket) -> None:
        connection = Connection(client, self._recorder)
        with client, suppress(OSError):  # the client is gone
            while (request := connection.request()) and self._respond(connection, request):
                pass

    def _respond(self, connection: Connection, request: httpx.Request) -> object:
        if self._recorder.consume_fault(request):
            return self.fault_handler(connection, request)
        connection.send(connection.apply(request))
        return True
