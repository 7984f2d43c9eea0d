"""Bodies are read in bounded memory and time, with at most one content coding."""

import asyncio
import gc
import gzip
import json
import random
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from functools import cache

import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    CampaignKitError,
    NotFoundError,
    ResponseDecodeError,
    Sonarly,
)
from campaignkit._response_body import (
    ContentCodingError,
    ResponseReader,
    ResponseTooLargeError,
    UnsupportedCodingError,
)
from campaignkit_fake import VirtualClock

from tests.client.responses import CAMPAIGN, KEY, success

pytestmark = pytest.mark.expects_contract_violation("bodies are no JSON")

MB = 2**20


def raw_deflate(data: bytes) -> bytes:
    """Deflate without a header (RFC 1951)."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


def two_members(data: bytes) -> bytes:
    """Gzip in two members, with padding behind them."""
    half = len(data) // 2
    return gzip.compress(data[:half]) + gzip.compress(data[half:]) + bytes(5)


CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "none": ("", lambda data: data),
    "identity": ("identity, ", lambda data: data),
    "gzip": ("GZIP", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "members": ("gzip", two_members),
    "deflate": ("deflate", zlib.compress),
    "raw deflate": ("identity, deflate", raw_deflate),
}


def read(raw: bytes, coding: str, max_bytes: int, chunk: int = 4_096) -> bytes:
    """Read a body that comes in chunks."""
    reader = ResponseReader(max_bytes, None)
    reader.start(coding)
    for start in range(0, len(raw), chunk):
        reader.feed(raw[start : start + chunk])
    reader.finish()
    return reader.content()


@pytest.mark.parametrize(("coding", "encode"), CODINGS.values(), ids=CODINGS)
@pytest.mark.parametrize("size", [0, 1, 2, 65_535, 65_536, 65_537, MB, MB + 1, 3 * MB])
def test_coding(coding: str, encode: Callable[[bytes], bytes], size: int) -> None:
    """A body is what was encoded, whatever its size and its content."""
    for data in (bytes(size), random.Random(size).randbytes(size)):  # noqa: S311
        raw = encode(data)
        chunks = (1, 7, 4_096, 10 * MB) if len(raw) < 1_000 else (4_096, 10 * MB)
        for chunk in chunks:
            assert read(raw, coding, max(size, 1), chunk) == data


@contextmanager
def peak() -> Iterator[Callable[[], int]]:
    """Measure the memory that is taken at most."""
    tracemalloc.start()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("max_bytes", [1_000, MB, 17 * MB])
@pytest.mark.parametrize("coding", ["identity", "gzip", "deflate"])
@pytest.mark.parametrize("excess", [0, 1, 8_000_000])
def test_memory(max_bytes: int, coding: str, excess: int) -> None:
    """Reading takes at most the limit and 2 MB, be the body within it or far beyond it."""
    zeros = zlib.compressobj(wbits=31 if coding == "gzip" else zlib.MAX_WBITS)
    size, block = max_bytes + excess, bytes(MB)
    raw = b"".join(zeros.compress(block[: min(MB, size - at)]) for at in range(0, size, MB))
    raw += zeros.flush()
    reader = ResponseReader(max_bytes, None)
    reader.start(coding)
    error: type[Exception] | None = None
    with peak() as taken:
        try:
            if coding == "identity":
                for at in range(0, size, 65_536):
                    reader.feed(bytes(min(65_536, size - at)))
            else:
                reader.feed(raw)
            reader.finish()
        except ResponseTooLargeError:
            error = ResponseTooLargeError
        content = reader.content()
        assert taken() <= max_bytes + 2 * MB

    assert error == (ResponseTooLargeError if excess else None)
    assert len(content) <= max_bytes


@cache
def zipped(times: int, size: int) -> bytes:
    """Zeros that are compressed several times."""
    compressor = zlib.compressobj(9, wbits=31)
    data = b"".join(compressor.compress(bytes(MB)) for _ in range(size // MB)) + compressor.flush()
    for _ in range(times - 1):
        data = gzip.compress(data)
    return data


@pytest.mark.parametrize("coding", ["gzip, gzip, gzip", "gzip,deflate", "br", "zstd", "nonsense"])
@pytest.mark.parametrize("status", [200, 404])
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_unsupported(coding: str, status: int, *, is_async: bool) -> None:
    """Several codings, or one that was not asked for, are an error, and cost no memory."""
    body = zipped(3, 50 * MB)

    with peak() as taken:
        error = get_error(status, coding, body, is_async=is_async)
        assert taken() < 10 * MB

    if status == 404:
        assert type(error) is NotFoundError
    else:
        assert (type(error), error.attempts) == (ResponseDecodeError, 1)
        assert "content coding" in str(error)


@pytest.mark.parametrize(
    ("coding", "raw"),
    [
        ("gzip", gzip.compress(b"{}")[:-3]),
        ("gzip", b"{}"),
        ("gzip", b"\x1f"),
        ("deflate", b"{"),
        ("deflate", zlib.compress(b"{}")[:-1]),
        ("deflate", b"\xff\xff\xff"),
        ("gzip", gzip.compress(b"") * 101),
    ],
    ids=["cut", "plain", "one byte", "one byte", "cut", "no deflate", "many members"],
)
def test_broken(coding: str, raw: bytes) -> None:
    """A coding that breaks off or is not what it says is an error."""
    with pytest.raises(ContentCodingError):
        read(raw, coding, MB)


def test_too_much_raw() -> None:
    """Coded bytes that decode to nothing have a limit too."""
    with pytest.raises(ResponseTooLargeError):
        read(gzip.compress(b"") + bytes(100_000), "gzip", 10)


@pytest.mark.httpx_only
def test_time() -> None:
    """What comes after the time is over is not taken."""
    reader = ResponseReader(100 * MB, 5.0, lambda: 6.0)
    reader.start("gzip")
    with pytest.raises(httpx.ReadTimeout):
        reader.feed(b"")
    with pytest.raises(httpx.ReadTimeout):
        reader.take_decoded(b"")


@pytest.mark.httpx_only
def test_time_of_slices() -> None:
    """Decompression looks at the time after each slice."""
    ticks = iter(range(1_000))
    reader = ResponseReader(100 * MB, 5, lambda: next(ticks))
    reader.start("gzip")
    with pytest.raises(httpx.ReadTimeout):
        reader.feed(zipped(1, 50 * MB))

    assert len(reader.content()) < 10 * 65_536


class Parts(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that has not been read."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        yield self._body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body


def get_error(status: int, coding: str, body: bytes, *, is_async: bool) -> CampaignKitError:
    """Get a campaign, and the error of it."""

    def respond(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"Content-Encoding": coding}, stream=Parts(body))

    transport = httpx.MockTransport(respond)

    async def run() -> None:
        async with AsyncSonarly(
            api_key=KEY, transport=transport, clock=VirtualClock(), max_response_bytes=MB
        ) as client:
            await client.campaigns.get("g", "c")

    def run_sync() -> None:
        with Sonarly(
            api_key=KEY, transport=transport, clock=VirtualClock(), max_response_bytes=MB
        ) as client:
            client.campaigns.get("g", "c")

    with pytest.raises(CampaignKitError) as caught:
        asyncio.run(run()) if is_async else run_sync()
    return caught.value


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_bomb(*, is_async: bool) -> None:
    """A small body that is large when it is decompressed ends at the limit."""
    error = get_error(200, "gzip", zipped(1, 50 * MB), is_async=is_async)

    assert type(error) is ResponseDecodeError
    assert f"with more than {MB} bytes" in str(error)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("raw", [b"junk", gzip.compress(b"{}")[:-3]], ids=["junk", "cut"])
def test_broken_response(raw: bytes, *, is_async: bool) -> None:
    """A coding that cannot be undone may be a body that broke off: it is asked for again."""
    error = get_error(200, "gzip", raw, is_async=is_async)

    assert (type(error), error.attempts, error.outcome) == (ResponseDecodeError, 3, "unknown")


@pytest.mark.parametrize(("coding", "encode"), CODINGS.values(), ids=CODINGS)
def test_response(coding: str, encode: Callable[[bytes], bytes]) -> None:
    """A client reads each coding that it announces."""
    announced: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        announced.append(request.headers["Accept-Encoding"])
        body = encode(json.dumps(success()).encode())
        return httpx.Response(200, headers={"Content-Encoding": coding}, stream=Parts(body))

    with Sonarly(api_key=KEY, transport=httpx.MockTransport(respond)) as client:
        assert client.campaigns.get("g", "c").id == CAMPAIGN["id"]
    assert announced == ["gzip, deflate"]


@pytest.mark.parametrize(
    ("theirs", "announced"),
    [
        ("gzip, deflate, br, zstd", "gzip, deflate"),
        ("br;q=1.0, gzip;q=0.5", "gzip;q=0.5"),
        ("identity", "identity"),
        ("br", "identity"),
    ],
)
def test_announced_by_own_client(theirs: str, announced: str) -> None:
    """A client of the caller does not ask for codings that cannot be undone here."""
    seen: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["Accept-Encoding"])
        return httpx.Response(200, json=success())

    headers = {"Accept-Encoding": theirs}
    with httpx.Client(transport=httpx.MockTransport(respond), headers=headers) as http:
        Sonarly(api_key=KEY, http_client=http).campaigns.get("g", "c")
    assert seen == [announced]


def test_unsupported_is_a_coding_error() -> None:
    """Both kinds of failure are caught as one."""
    assert issubclass(UnsupportedCodingError, ContentCodingError)


@pytest.mark.parametrize("content", [bytes(3 * MB), b"[" + b'"x",' * 750_000], ids=["zeros", "cut"])
def test_memory_of_failure(content: bytes) -> None:
    """The words of a failure are looked for in the beginning of a long body."""
    coded = gzip.compress(content)

    def respond(_: httpx.Request) -> httpx.Response:
        stream = httpx.ByteStream(coded)
        return httpx.Response(500, stream=stream, headers={"Content-Encoding": "gzip"})

    client = Sonarly(
        api_key=KEY,
        transport=httpx.MockTransport(respond),
        retries=0,
        max_response_bytes=len(content),
    )
    with pytest.raises(CampaignKitError):
        client.campaigns.get("g", "c")  # loads what an error takes
    gc.collect()
    with peak() as taken, pytest.raises(CampaignKitError) as caught:
        client.campaigns.get("g", "c")

    assert caught.value.content == content
    assert taken() <= len(content) + 2 * MB
