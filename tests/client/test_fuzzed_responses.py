"""Whatever a server sends: a payload or an error of ours comes out, and nothing else.

The responses are made of a seed, so that each failure comes again. `FULL=1` tries 100,000.
"""

import asyncio
import gzip
import json
import random
import socket
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import httpx
import pytest
from campaignkit import AsyncSonarly, CampaignKitError, Sonarly
from campaignkit_fake import VirtualClock

from tests.client.raw_server import request as read_request
from tests.client.raw_server import server
from tests.client.responses import CAMPAIGN, KEY, failure, success
from tests.sampling import examples

pytestmark = pytest.mark.expects_contract_violation("responses are made by chance")

COUNT = examples(full=100_000, sampled=800)
COUNT_OVER_SOCKETS = examples(full=5_000, sampled=250)

STATUSES = [100, 199, 200, 200, 200, 200, 201, 202, 204, 205, 206, 226, 299, 300, 301, 302, 303]
STATUSES += [304, 305, 307, 308, 400, 401, 403, 404, 408, 409, 418, 422, 425, 429, 451, 499]
STATUSES += [500, 502, 503, 504, 511, 520, 599, 600, 999]
LOCATIONS = ["/a", "localhost:8080/login", "myapp:cb", "//xn--", "http://[", "//:0", "\t", "?", "#"]
LOCATIONS += [
    "https://user:pass@host",
    "http://h:99999999",
    "//\u00fc",
    "a" * 70_000,
    "http://\x7f",
]
LOCATIONS += ["https://[::1]", "http:///x", "::", "http://%zz", "\u202e", "data:,x", "http://a..b"]
COOKIES = ["a=b", "a=\u00e9", "=", ";", "a=b; Domain=.; Path=\u00e9", "a" * 5_000, "a=b; Expires=x"]
COOKIES += ["a=b; Max-Age=99999999999999999999", "\u0416=\u0416", "a=b; Port=x; Version=y"]
CODINGS = ["gzip", "deflate", "br", "zstd", "identity", "gzip, gzip", "x", "", "GZIP ,", "\u00e9"]
CHARSETS = [
    "utf-8",
    "utf-16",
    "zlib",
    "nonsense",
    '"',
    "punycode",
    "idna",
    "utf-7",
    "\u00e9",
    "hex",
]
WAITS = [
    "0",
    "1",
    "-1",
    "nan",
    "inf",
    "1e400",
    "9" * 400,
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "\u00b2",
]
WAITS += ["Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 99 Foo 2020 25:61:61 +9999", "", "0x10", "1_0"]
NAMES = ["Location", "Set-Cookie", "Content-Encoding", "Content-Type", "Retry-After", "Date"]
NAMES += [
    "X-Request-Id",
    "traceparent",
    "Content-Length",
    "Transfer-Encoding",
    "Connection",
    "X-\u00e9",
]
JSON_VALUES: list[Any] = [None, True, 0, -1, 1e308, 10**400, "", "x", "\ud83d", [], {}, [[]], [{}]]


class Response(NamedTuple):
    """A response that was made by chance."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    parts: int
    is_broken: bool


class Parts(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a response; one that is broken ends by an exception."""

    def __init__(self, response: Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        body, parts = self._response.body, self._response.parts
        size = max(1, len(body) // parts)
        for start in range(0, len(body), size):
            yield body[start : start + size]
        if self._response.is_broken:
            raise httpx.RemoteProtocolError("peer closed connection: " + repr(body[:10]))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


def value_of(name: str, chance: random.Random) -> str:
    """Return a value for a header."""
    match name:
        case "Location":
            return chance.choice(LOCATIONS)
        case "Set-Cookie":
            return chance.choice(COOKIES)
        case "Content-Encoding":
            return chance.choice(CODINGS)
        case "Content-Type":
            kind = chance.choice(["application/json", "text/html", "text/plain", "x", ""])
            return f"{kind}; charset={chance.choice(CHARSETS)}"
        case "Retry-After" | "Date":
            return chance.choice(WAITS)
    return "".join(map(chr, chance.choices(range(1, 300), k=chance.randrange(60))))


def mutated(document: Any, chance: random.Random) -> Any:
    """JSON with some values replaced, removed or added."""
    if chance.random() < 0.15:
        return chance.choice(JSON_VALUES)
    if isinstance(document, dict):
        fields = {k: mutated(v, chance) for k, v in document.items() if chance.random() > 0.05}
        return fields | ({"new": chance.choice(JSON_VALUES)} if chance.random() < 0.2 else {})
    return [mutated(item, chance) for item in document] if isinstance(document, list) else document


def body_of(chance: random.Random) -> bytes:
    """Return a body: JSON, almost JSON, or anything."""
    document = chance.choice(
        [success(), success({"items": [CAMPAIGN, CAMPAIGN]}), failure(), {"detail": [{"loc": [1]}]}]
    )
    document = document if chance.random() < 0.3 else mutated(document, chance)
    body = json.dumps(document).encode(chance.choice(["utf-8", "utf-8", "utf-16", "utf-7"]))
    match chance.randrange(8):
        case 0:
            body = body[: chance.randrange(len(body) + 1)]
        case 1:
            body = chance.randbytes(chance.randrange(200))
        case 2:
            body = b"<html><title>" + chance.randbytes(50) + b"</title>"
        case 3:
            body = b"[" * chance.choice([1, 100_000])
    match chance.randrange(6):
        case 0:
            return gzip.compress(body)
        case 1:
            return zlib.compress(body)
        case 2:
            return gzip.compress(body)[: chance.randrange(20)]
    return body


def response_of(seed: int) -> Response:
    """Return the response of a seed."""
    chance = random.Random(seed)  # noqa: S311
    names = chance.choices(NAMES, k=chance.randrange(6))
    headers = [(name.encode(), value_of(name, chance).encode()) for name in names]
    status = chance.choice(STATUSES)
    return Response(status, headers, body_of(chance), chance.randrange(1, 5), chance.random() < 0.1)


class Server:
    """A transport that sends the response of each seed in turn."""

    def __init__(self) -> None:
        self.response = response_of(0)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Send the response."""
        del request
        made = self.response
        return httpx.Response(made.status, headers=made.headers, stream=Parts(made))


def is_fine(seed: int, result: object) -> None:
    """Check what came of a response: the outcome of an error is not that nothing was sent."""
    if isinstance(result, CampaignKitError):
        assert result.outcome in ("rejected", "applied", "unknown"), seed
        assert KEY not in str(result), seed
        assert len(str(result)) < 3_000, seed


@pytest.mark.parametrize("is_external", [False, True], ids=["ours", "caller's"])
def test_sync(*, is_external: bool) -> None:
    """A read and a start through a sync client."""
    transport = Server()
    hooks = {"response": [httpx.Response.raise_for_status]}
    with httpx.Client(transport=httpx.MockTransport(transport), event_hooks=hooks) as http:
        own: Any = {"http_client": http} if is_external else {"transport": http._transport}
        client = Sonarly(api_key=KEY, clock=VirtualClock(), retries=0, settle=0, **own)
        for seed in range(COUNT):
            transport.response = response_of(seed)
            http.cookies.clear()
            method = client.campaigns.get if seed % 2 else client.campaigns.start
            try:
                result: object = method("g", "c")
            except CampaignKitError as error:
                result = error
            is_fine(seed, result)


@pytest.mark.no_cover
def test_async() -> None:
    """A list and a stop through an async client that keeps what it can of a list."""

    async def run() -> None:
        transport = Server()
        clock = VirtualClock()
        client = AsyncSonarly(
            api_key=KEY,
            transport=httpx.MockTransport(transport),
            clock=clock,
            retries=0,
            settle=0,
            on_bad_item="raw",
        )
        async with client:
            for seed in range(COUNT, 2 * COUNT):
                transport.response = response_of(seed)
                try:
                    result: object = (
                        await client.campaigns.list("g")
                        if seed % 2
                        else await client.campaigns.stop("g", "c")
                    )
                except CampaignKitError as error:
                    result = error
                is_fine(seed, result)

    asyncio.run(run())


def bytes_of(seed: int) -> bytes:
    """Return the response of a seed as bytes on the wire, some of them wrong."""
    chance = random.Random(seed)  # noqa: S311
    made = response_of(seed)
    start = chance.choice(
        [f"HTTP/1.1 {made.status} X", f"HTTP/1.0 {made.status}", "HTTP/9.9 200 OK", "nonsense", ""]
        if chance.random() < 0.2
        else [f"HTTP/1.1 {made.status} OK"]
    )
    lines = [start.encode(), *(name + b": " + value for name, value in made.headers)]
    if chance.random() < 0.8:
        lines.append(
            b"Content-Length: %d" % max(0, len(made.body) + chance.choice([0, 0, 0, 5, -5]))
        )
    whole = b"\r\n".join(lines) + b"\r\n\r\n" + made.body
    return whole[: chance.randrange(len(whole) + 1)] if made.is_broken else whole


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_socket(*, is_async: bool) -> None:
    """The same through a socket of loopback, by our own transports."""
    seeds = iter(range(COUNT_OVER_SOCKETS))

    def answer(connection: socket.socket) -> None:
        if read_request(connection):
            with suppress(OSError):  # the client leaves when it has seen enough
                connection.sendall(bytes_of(next(seeds)))
                connection.shutdown(socket.SHUT_WR)
                connection.recv(1)

    async def run(base_url: str) -> None:
        async with AsyncSonarly(api_key=KEY, base_url=base_url, retries=0, settle=0) as client:
            for seed in range(COUNT_OVER_SOCKETS // 3):
                try:
                    result: object = await client.campaigns.get("g", "c")
                except CampaignKitError as error:
                    result = error
                is_fine(seed, result)

    def run_sync(base_url: str) -> None:
        with Sonarly(api_key=KEY, base_url=base_url, retries=0, settle=0) as client:
            for seed in range(COUNT_OVER_SOCKETS // 3):
                try:
                    result: object = client.campaigns.get("g", "c")
                except CampaignKitError as error:
                    result = error
                is_fine(seed, result)

    with server(answer) as base_url:
        asyncio.run(run(base_url)) if is_async else run_sync(base_url)
