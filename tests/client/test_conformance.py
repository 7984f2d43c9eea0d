"""What servers send, and what a call makes of it, in each lane and mode."""

import asyncio
import gzip
import json
import socket
import struct
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import pytest
from campaignkit import AsyncSonarly, CampaignKitError, Sonarly
from campaignkit_wire.parser import MAX_HEAD_BYTES

from tests.client.raw_server import request, server
from tests.client.responses import CAMPAIGN, KEY, failure, success
from tests.lanes import Lane

BODY = json.dumps(success(CAMPAIGN)).encode()
GZIP = gzip.compress(BODY)
TYPE = b"Content-Type: application/json\r\n"
LENGTH = b"Content-Length: %d\r\n" % len(BODY)
OK = b"HTTP/1.1 200 OK\r\n" + TYPE
GOOD = OK + LENGTH + b"\r\n" + BODY
CHUNKS = b"10\r\n%b\r\n%x\r\n%b\r\n" % (BODY[:16], len(BODY) - 16, BODY[16:])
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n" + CHUNKS
LOST = "APIConnectionError unknown"
DECODE = "ResponseDecodeError unknown"

Action = Callable[[socket.socket], None]


class Kind(NamedTuple):
    """One kind of server."""

    name: str
    sent: bytes
    error: str = ""
    """Class and outcome of the error; empty if the response is good."""
    after: Literal["keep", "close", "reset"] = "keep"
    """What the server does after it."""
    is_reused: bool = False
    """True if the next call goes over the same connection."""


EMPTY = b"Content-Length: 0\r\n\r\n"
GZIPPED = OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%b" % (len(GZIP), GZIP)
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
END = b"0\r\n\r\n"
REDIRECT = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\n" + EMPTY
UPGRADE = b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"
NOT_MODIFIED = b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"
LONG = GOOD.replace(LENGTH, b"Content-Length: 9999\r\n")

# Good responses, after which the connection serves the next call.
REUSED = {
    "length": GOOD,
    "lower case": GOOD.replace(b"Content", b"content"),
    "chunked": CHUNKED + END,
    "trailers": CHUNKED + b"0\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n",
    "chunk extension": CHUNKED.replace(b"10\r\n", b'10;a="b"\r\n') + END,
    "blank after a chunk size": CHUNKED.replace(b"10\r\n", b"10 \r\n") + END,
    "length beside chunks": CHUNKED.replace(TYPE, TYPE + b"Content-Length: 9\r\n") + END,
    "100": b"HTTP/1.1 100 Continue\r\n\r\n" + GOOD,
    "103 twice": HINTS * 2 + GOOD,
    "gzip": GZIPPED,
    "line feeds": GOOD.replace(b"\r\n", b"\n"),
    "no reason": GOOD.replace(b"200 OK", b"200"),
}

KINDS = [
    *[Kind(name, sent, is_reused=True) for name, sent in REUSED.items()],
    Kind("HTTP/1.0", GOOD.replace(b"HTTP/1.1", b"HTTP/1.0"), after="close"),
    Kind("Connection: close", GOOD.replace(TYPE, TYPE + b"Connection: close\r\n")),
    Kind("ends with the connection", OK + b"\r\n" + BODY, after="close"),
    Kind("more than asked for", GOOD + GOOD),
    Kind("more than the length", GOOD + b"surplus"),
    Kind("length too short", GOOD.replace(LENGTH, b"Content-Length: 9\r\n"), DECODE),
    Kind("length too long", LONG, LOST, "close"),
    Kind("reset after the length", LONG, LOST, "reset"),
    Kind("chunks break off", CHUNKED, LOST, "close"),
    Kind("head breaks off", OK, LOST, "close"),
    Kind("status breaks off", b"HTTP/1.1 2", LOST, "close"),
    Kind("nothing", b"", LOST, "close"),
    Kind("reset", b"", LOST, "reset"),
    Kind("only informational", b"HTTP/1.1 100 Continue\r\n\r\n", LOST, "close"),
    Kind("no HTTP", b"ICY 200 OK\r\n\r\n" + BODY, LOST),
    Kind("two lengths", GOOD.replace(LENGTH, LENGTH + b"Content-Length: 9\r\n"), LOST),
    Kind("negative length", GOOD.replace(LENGTH, b"Content-Length: -1\r\n"), LOST),
    Kind("bad chunk size", CHUNKED.replace(b"\r\n10\r\n", b"\r\nxy\r\n"), LOST),
    Kind("endless head", OK + b"X: " + b"x" * 2 * MAX_HEAD_BYTES, LOST),
    Kind("endless trailers", CHUNKED + b"0\r\n" + b"X: y\r\n" * MAX_HEAD_BYTES, LOST),
    Kind("redirect", REDIRECT, DECODE, is_reused=True),
    Kind("204", b"HTTP/1.1 204 No Content\r\n\r\n", "ResponseDecodeError applied", is_reused=True),
    Kind("304", NOT_MODIFIED, DECODE, is_reused=True),
    Kind("101", UPGRADE, DECODE),
]


# httpx keeps a connection on which more has arrived, and gives that to the next call.
SURPLUS = ("more than asked for", "more than the length", "length too short", "101")
KIND_PARAMETERS = [
    pytest.param(
        kind, marks=pytest.mark.own_connections if kind.name in SURPLUS else (), id=kind.name
    )
    for kind in KINDS
]
# What comes late after a whole response can break the next call: no client can know of it.
WHOLE = [kind for kind in KINDS[:17] if kind.name not in SURPLUS]


class Server:
    """A server that behaves once, and well afterwards."""

    def __init__(self, kind: Kind, *, in_bytes: bool = False) -> None:
        self.connections: list[int] = []
        """Number of the connection of each request."""
        self._kind = kind
        self._opened = 0
        self._in_bytes = in_bytes

    def __call__(self, connection: socket.socket) -> None:
        """Serve one connection."""
        self._opened += 1
        number = self._opened
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            while request(connection):
                self.connections.append(number)
                if len(self.connections) > 1:
                    connection.sendall(GOOD)
                    continue
                for part in self._parts():
                    connection.sendall(part)
                if self._kind.after == "reset":
                    linger = struct.pack("ii", 1, 0)
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                if self._kind.after != "keep":
                    return
        except OSError:  # the client has left
            return

    def _parts(self) -> list[bytes]:
        sent = self._kind.sent
        return [bytes([byte]) for byte in sent] if self._in_bytes else [sent]


def ends(mode: str, base_url: str) -> list[str]:
    """Return what two calls come to: an id, or the class and the outcome of an error."""
    results: list[str] = []

    def note(end: Any) -> None:
        is_error = isinstance(end, CampaignKitError)
        results.append(f"{type(end).__name__} {end.outcome}" if is_error else end.id)

    async def run() -> None:
        async with AsyncSonarly(api_key=KEY, base_url=base_url, retries=0) as sonarly:
            for _ in range(2):
                try:
                    note(await sonarly.campaigns.get("g", "c"))
                except CampaignKitError as error:
                    note(error)

    if mode == "async":
        asyncio.run(run())
        return results
    with Sonarly(api_key=KEY, base_url=base_url, retries=0) as sonarly:
        for _ in range(2):
            try:
                note(sonarly.campaigns.get("g", "c"))
            except CampaignKitError as error:
                note(error)
    return results


@pytest.mark.expects_contract_violation("servers send what no document foresees")
@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("kind", KIND_PARAMETERS)
def test_kind(kind: Kind, mode: str, lane: Lane) -> None:
    """The call ends as it should, and the next one gets its own response."""
    handle = Server(kind)
    with server(handle) as base_url:
        first, second = ends(mode, base_url)

    assert first == (kind.error or CAMPAIGN["id"])
    assert second == CAMPAIGN["id"]
    assert handle.connections == [1, 1 if kind.is_reused else 2]


@pytest.mark.no_cover
@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("kind", WHOLE, ids=[kind.name for kind in WHOLE])
def test_bytes(kind: Kind, mode: str) -> None:
    """It does not matter in which parts a response arrives."""
    handle = Server(kind, in_bytes=True)
    with server(handle) as base_url:
        first, second = ends(mode, base_url)

    assert first == second == CAMPAIGN["id"]
    assert handle.connections == [1, 1 if kind.is_reused else 2]


@pytest.mark.expects_contract_violation("the body breaks off")
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_refused_status(mode: str, lane: Lane) -> None:
    """What has arrived of a refusal says enough, although its body breaks off."""
    body = json.dumps(failure()).encode()
    head = b"HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n"
    with server(Server(Kind("cut", head + body, after="close"))) as base_url:
        first, _ = ends(mode, base_url)

    assert first == "ConflictError rejected"
