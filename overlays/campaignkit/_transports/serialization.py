"""Heads of requests as bytes, checked before anything is sent."""

import re
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

import httpx
from campaignkit_wire.messages import Request

RawHeaders = list[tuple[bytes, bytes]]
Stream = bytes | Iterable[bytes] | AsyncIterable[bytes]

_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(rb"(?:[^\x00\s](?:[^\x00\r\n\f\v]*[^\x00\s])?)?")
_TARGET = re.compile(rb"[\x21-\x7e]+")


def is_field(name: bytes, value: bytes) -> bool:
    """Return True if a header can be sent."""
    return bool(_NAME.fullmatch(name) and _VALUE.fullmatch(value))


def serialized(method: bytes | str, target: bytes, headers: RawHeaders, stream: Stream) -> Request:
    """Return a request with the bytes that httpx would send.

    Raises:
        httpx.LocalProtocolError: A part of the request cannot be sent.
    """
    method = method.encode("ascii") if isinstance(method, str) else method
    if not _TARGET.fullmatch(target) or not _NAME.fullmatch(method):
        raise httpx.LocalProtocolError("Illegal target or method")
    framing = _Framing(headers)
    # As h11 does: some servers need the host first.
    hosts = [item for item in headers if item[0].lower() == b"host"]
    others = [item for item in headers if item[0].lower() != b"host"]
    lines = [b"%b: %b\r\n" % item for item in [*hosts, *others]]
    head = [b"%b %b HTTP/1.1\r\n" % (method, target), *lines, b"\r\n"]
    return Request(method.decode(), b"".join(head), framing.body(stream))


class _Framing:
    """How the end of a body shows; checks the headers that say so, and all others."""

    def __init__(self, headers: RawHeaders) -> None:
        self._length: int | None = None
        self._is_chunked = False
        for name, value in headers:
            if not is_field(name, value):
                raise httpx.LocalProtocolError("Illegal header name or value")
            lower = name.lower()
            if lower == b"content-length":
                self._set_length(value)
            elif lower == b"transfer-encoding":
                if value.lower() != b"chunked":
                    raise httpx.LocalProtocolError("Illegal header value")
                self._is_chunked = True

    def body(self, stream: Stream) -> Stream:
        """Return a body as it is written."""
        if isinstance(stream, httpx.ByteStream):
            stream = b"".join(stream)
        if not isinstance(stream, bytes):
            frame = _Chunks() if self._is_chunked else _Counted(self._length or 0)
            if isinstance(stream, AsyncIterable) and not isinstance(stream, Iterable):
                return _framed_async(frame, stream)
            return _framed(frame, stream)
        if self._is_chunked:
            return b"".join(_framed(_Chunks(), [stream]))
        length = self._length or 0
        if len(stream) != length:
            raise httpx.LocalProtocolError("Illegal header value: Content-Length is another one")
        return stream

    def _set_length(self, value: bytes) -> None:
        if not value.isdigit() or len(value) > 20 or self._length not in (None, int(value)):
            raise httpx.LocalProtocolError("Illegal header value: bad Content-Length")
        self._length = int(value)


class _Chunks:
    """Framing by chunks."""

    def part(self, part: bytes) -> list[bytes]:
        """Return what is written of a part."""
        return [b"%x\r\n" % len(part), part, b"\r\n"] if part else []

    def end(self) -> list[bytes]:
        """Return what is written at the end."""
        return [b"0\r\n\r\n"]


class _Counted:
    """Framing by a length, which the parts must have together."""

    def __init__(self, length: int) -> None:
        self._left = length

    def part(self, part: bytes) -> list[bytes]:
        """Return what is written of a part."""
        self._left -= len(part)
        if self._left < 0:
            raise httpx.LocalProtocolError("Too much data for declared Content-Length")
        return [part]

    def end(self) -> list[bytes]:
        """Return what is written at the end."""
        if self._left:
            raise httpx.LocalProtocolError("Too little data for declared Content-Length")
        return []


def _framed(frame: _Chunks | _Counted, parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        yield from frame.part(part)
    yield from frame.end()


async def _framed_async(
    frame: _Chunks | _Counted, parts: AsyncIterable[bytes]
) -> AsyncIterator[bytes]:
    async for part in parts:
        for written in frame.part(part):
            yield written
    for written in frame.end():
        yield written
