"""Unsolicited bytes end the connection, in every buffer."""

import asyncio
import socket
import ssl
import threading
from pathlib import Path
from typing import cast

import httpx
import pytest

from tests.client.certificates import make_certificate
from tests.client.raw_server import async_transport, head, request, server, sync_transport

STRAY = head(5) + b"stray"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate for loopback, with its key."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


class Encrypted:
    """The server's side of a TLS connection, which sends many records in one piece."""

    def __init__(self, connection: socket.socket, certificate: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._connection = connection
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)

    def recv(self, count: int) -> bytes:
        """Return what the client sent; nothing if it has left."""
        while True:
            try:
                return self._tls.read(count)
            except ssl.SSLWantReadError:
                self._connection.sendall(self._outgoing.read())
                received = self._connection.recv(count)
                if not received:
                    return b""
                self._incoming.write(received)

    def send_parts(self, parts: list[bytes]) -> None:
        """Send each part in records of its own, but all of them at once."""
        for part in parts:
            self._tls.write(part)
        self._connection.sendall(self._outgoing.read())


class Plain:
    """The server's side of a connection without TLS."""

    def __init__(self, connection: socket.socket, _: Path) -> None:
        self._connection = connection
        self.recv = connection.recv

    def send_parts(self, parts: list[bytes]) -> None:
        """Send each part by itself."""
        for part in parts:
            self._connection.sendall(part)


def bodies(base_url: str, kind: str, is_sent: threading.Event) -> list[bytes]:
    """Return the bodies of two calls, the second when all is sent that came with the first."""
    if kind == "sync":
        with httpx.Client(transport=sync_transport(base_url), base_url=base_url) as http:
            first = http.get("/").content
            assert is_sent.wait(60)
            return [first, http.get("/").content]

    async def run() -> list[bytes]:
        async with httpx.AsyncClient(
            transport=async_transport(base_url), base_url=base_url
        ) as http:
            first = (await http.get("/")).content
            assert is_sent.wait(60)
            return [first, (await http.get("/")).content]

    return asyncio.run(run())


@pytest.mark.no_cover
@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("size", [100, 16_384, 65_536, 2 * 65_536, 200_000, 1_000_000])
@pytest.mark.parametrize("is_apart", [False, True], ids=["together", "apart"])
@pytest.mark.parametrize("stream", [Plain, Encrypted])
def test_surplus(
    stream: type[Plain | Encrypted],
    is_apart: bool,
    size: int,
    kind: str,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A second response to one request is not the next one's, at any boundary of a buffer."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    body = b"x" * (size - len(head(size)))  # the end of the response is that of a buffer
    response = head(len(body)) + body
    is_sent = threading.Event()

    def handle(connection: socket.socket) -> None:
        server_side = stream(connection, certificate)
        while request(cast(socket.socket, server_side)):
            if is_sent.is_set():
                server_side.send_parts([head(4) + b"good"])
                continue
            server_side.send_parts([response, STRAY] if is_apart else [response + STRAY])
            is_sent.set()

    with server(handle) as base_url:
        scheme = "https:" if stream is Encrypted else "http:"
        first, second = bodies(base_url.replace("http:", scheme), kind, is_sent)

    assert (len(first), second) == (len(body), b"good")


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_bad_record(kind: str, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no TLS after the handshake is an error of reading."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))

    def handle(connection: socket.socket) -> None:
        request(cast(socket.socket, Encrypted(connection, certificate)))
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        connection.recv(1_000)  # the alert

    with server(handle) as base_url, pytest.raises(httpx.ReadError):
        bodies(base_url.replace("http:", "https:"), kind, threading.Event())
