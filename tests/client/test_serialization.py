"""Requests are checked before anything is sent, and bodies are framed as the head says."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import Any

import httpx
import pytest
from campaignkit._transports.serialization import RawHeaders, serialized

LENGTH = (b"Content-Length", b"4")
CHUNKED = (b"transfer-encoding", b"Chunked")


async def later(parts: Iterable[bytes]) -> AsyncIterator[bytes]:
    """Yield parts to an async client."""
    for part in parts:
        yield part


def body_of(headers: RawHeaders, stream: Any) -> bytes:
    """Return what is written after the head."""
    request = serialized("POST", b"/", headers, stream)

    async def run() -> bytes:
        return b"".join([bytes(part) async for part in request.parts_async()])

    written = asyncio.run(run()) if request.is_async else b"".join(request.parts())
    return written.partition(b"\r\n\r\n")[2]


def test_head() -> None:
    """The host comes first, as h11 writes it."""
    request = serialized(b"GET", b"/a?b", [(b"X-A", b"1"), (b"host", b"h")], b"")

    assert b"".join(request.parts()) == b"GET /a?b HTTP/1.1\r\nhost: h\r\nX-A: 1\r\n\r\n"


@pytest.mark.parametrize("is_async", [False, True])
def test_bodies(is_async: bool) -> None:
    """Parts have the length that the head says, or are chunks."""
    parts = [b"ab", b"", b"cd"]
    streams = [later(parts) if is_async else parts for _ in range(2)]

    assert body_of([LENGTH], streams[0]) == b"abcd"
    assert body_of([CHUNKED], streams[1]) == b"2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n"


def test_whole_bodies() -> None:
    """So does a body that is whole."""
    large = b"x" * 100_000

    assert body_of([CHUNKED], b"abcd") == b"4\r\nabcd\r\n0\r\n\r\n"
    assert body_of([(b"Content-Length", b"100000")], large) == large
    assert body_of([LENGTH, LENGTH], httpx.ByteStream(b"abcd")) == b"abcd"


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize(("part", "word"), [(b"abcde", "much"), (b"abc", "little")])
def test_wrong_length(part: bytes, word: str, is_async: bool) -> None:
    """A body of another length is noticed."""
    with pytest.raises(httpx.LocalProtocolError, match=f"Too {word} data"):
        body_of([LENGTH], later([part]) if is_async else [part])


@pytest.mark.parametrize(
    ("target", "headers"),
    [
        (b"/a b", []),
        (b"/", [(b"X A", b"1")]),
        (b"/", [(b"X", b"1\r\nY: 2")]),
        (b"/", [(b"X", b" 1")]),
        (b"/", [(b"Content-Length", b"x")]),
        (b"/", [(b"Content-Length", b"1"), (b"Content-Length", b"2")]),
        (b"/", [(b"Content-Length", b"3")]),
        (b"/", [(b"Transfer-Encoding", b"gzip")]),
    ],
)
def test_refused(target: bytes, headers: RawHeaders) -> None:
    """What no server could read is refused."""
    with pytest.raises(httpx.LocalProtocolError, match="Illegal"):
        serialized("POST", target, headers, b"")


def test_wrong_kind() -> None:
    """A sync connection cannot write an async body."""
    request = serialized("POST", b"/", [CHUNKED], later([b"a"]))
    with pytest.raises(TypeError, match="async"):
        list(request.parts())
