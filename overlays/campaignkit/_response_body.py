"""Bodies of responses: read in bounded memory and time, with at most one content coding undone.

httpx decodes any number of codings, and each chunk as a whole. So a few bytes can fill the
memory. Here the raw bytes are decompressed in slices, and each slice is counted and timed.
"""

import time
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Final

import httpx

ACCEPT_ENCODING: Final = "gzip, deflate"
"""The content codings that can be undone here."""

_CODINGS = frozenset(["gzip", "x-gzip", "deflate"])

_SLICE_BYTES = 64 * 1024

# Below this size, the parts of a body are joined, which takes the memory of a body twice.
_JOINED_BYTES = 1024 * 1024

_GZIP_WBITS = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_MAX_MEMBERS = 100  # of gzip, each of which costs time although it can be empty


class ResponseTooLargeError(Exception):
    """A body is larger than the limit."""


class ContentCodingError(Exception):
    """The content coding of a body cannot be undone."""


class UnsupportedCodingError(ContentCodingError):
    """A body has several content codings, or one that was not asked for."""


class ResponseReader:
    """The body of one response: takes raw bytes and gives the decoded content.

    Args:
        max_bytes: The size limit of the decoded content. The raw bytes may exceed it by 64 kB.
        until: The instant of `now()` at which reading ends; None for no such instant.
        now: The clock, in seconds.

    """

    _raw_bytes = 0
    _decoder: "_Decompressor | None" = None

    def __init__(
        self, max_bytes: int, until: float | None, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._max_bytes = max_bytes
        self._until = until
        self._now = now
        self._content = _Buffer(max_bytes)

    def start(self, content_encoding: str) -> None:
        """Choose the decoder; raise UnsupportedCodingError for codings that cannot be undone."""
        if not content_encoding:
            return
        codings = [coding.strip().lower() for coding in content_encoding.split(",")]
        codings = [coding for coding in codings if coding not in ("", "identity")]
        if len(codings) > 1:
            raise UnsupportedCodingError(f"it has {len(codings)} content codings, one is accepted")
        if codings and codings[0] not in _CODINGS:
            raise UnsupportedCodingError(f"its content coding is not one of {ACCEPT_ENCODING}")
        self._decoder = _Decompressor(is_gzip=codings != ["deflate"]) if codings else None

    def feed(self, data: bytes) -> None:
        """Take raw bytes.

        Raises:
            ResponseTooLargeError: The body is larger than the limit.
            ContentCodingError: The bytes do not fit the content coding.
            httpx.ReadTimeout: The time is over.

        """
        if self._until is not None:
            self._check_time()
        if self._decoder is None:
            self._content.append(data)
            return
        self._raw_bytes += len(data)
        if self._raw_bytes > self._max_bytes + _SLICE_BYTES:
            raise ResponseTooLargeError
        for part in self._decoder.decode(data):
            self._check_time()
            self._content.append(part)

    def redirect(self, write: Callable[[bytes], object]) -> None:
        """Write the content with a function instead of keeping it."""
        self._content = _WrittenContent(self._max_bytes, write)

    def finish(self) -> None:
        """Raise ContentCodingError if the coded content is incomplete."""
        if self._decoder is not None and self._raw_bytes:
            self._decoder.finish()

    def take_decoded(self, content: bytes) -> None:
        """Take content that is already decoded."""
        self._check_time()
        self._content.append(content)

    def content(self) -> bytes:
        """Return the decoded content so far."""
        return self._content.getvalue()

    def _check_time(self) -> None:
        if self._until is not None and self._now() > self._until:
            raise httpx.ReadTimeout("the response came too slowly")


class _Buffer:
    """Bytes that grow up to a limit, without a second copy of a large content."""

    _size = 0
    _large: BytesIO | None = None
    _reserved = 0

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._parts: list[bytes] = []

    def append(self, part: bytes) -> None:
        """Keep a part; raise ResponseTooLargeError beyond the limit."""
        self._size += len(part)
        if self._size > self._max_bytes:
            self._size -= len(part)
            raise ResponseTooLargeError
        if self._large is None and self._size <= _JOINED_BYTES:
            self._parts.append(part)
            return
        if self._large is None:
            self._large = BytesIO()
            pending, self._parts = [*self._parts, part], []
        else:
            pending = [part]
        self._reserve(self._large)
        self._large.writelines(pending)

    def getvalue(self) -> bytes:
        """Return all parts as one."""
        if self._large is not None:
            self._large.truncate(self._size)
            return self._large.getvalue()
        return self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)

    def _reserve(self, large: BytesIO) -> None:
        # BytesIO takes an eighth more than it needs if it grows by less than that. So it is made to
        # grow by more, and never beyond the limit.
        if self._size > self._reserved:
            doubled = 2 * self._size
            self._reserved = doubled if 1.2 * doubled < self._max_bytes else self._max_bytes
            position = large.tell()
            large.seek(self._reserved - 1)
            large.write(b"\0")
            large.seek(position)


class _WrittenContent(_Buffer):
    """Content that is written elsewhere, up to a limit."""

    def __init__(self, max_bytes: int, write: Callable[[bytes], object]) -> None:
        super().__init__(max_bytes)
        self._write = write

    def append(self, part: bytes) -> None:
        """Write a part; raise ResponseTooLargeError beyond the limit."""
        self._size += len(part)
        if self._size > self._max_bytes:
            raise ResponseTooLargeError
        self._write(part)


class _Decompressor:
    """gzip, or deflate in its two forms, in slices."""

    def __init__(self, *, is_gzip: bool) -> None:
        self._is_gzip = is_gzip
        self._first = b""  # bytes that are too few to tell the form
        self._members = 1
        self._zlib = zlib.decompressobj(_GZIP_WBITS) if is_gzip else None

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Yield the decoded bytes of raw ones, 64 kB at most at once."""
        view = memoryview(data)
        for start in range(0, len(view), _SLICE_BYTES):
            yield from self._decode_slice(bytes(view[start : start + _SLICE_BYTES]))

    def finish(self) -> None:
        """Raise ContentCodingError if the end is missing."""
        if self._zlib is None or not self._zlib.eof:
            raise ContentCodingError("its content coding breaks off")

    def _decode_slice(self, data: bytes) -> Iterator[bytes]:
        data, self._first = self._first + data, b""
        if self._zlib is None:
            if len(data) < 2:
                self._first = data
                return
            self._zlib = zlib.decompressobj(_deflate_wbits(data))
        is_full = False
        try:
            # A full slice can leave output behind although all of the input is consumed.
            while data or is_full:
                if self._zlib.eof:
                    if self._is_gzip and data == _GZIP_MAGIC[:1]:
                        self._first = data
                        return
                    if not (self._is_gzip and data.startswith(_GZIP_MAGIC)):
                        return  # padding
                    self._members += 1
                    if self._members > _MAX_MEMBERS:
                        raise ContentCodingError(f"it has more than {_MAX_MEMBERS} gzip members")
                    self._zlib = zlib.decompressobj(_GZIP_WBITS)
                part = self._zlib.decompress(data, _SLICE_BYTES)
                is_full = len(part) == _SLICE_BYTES and not self._zlib.eof
                data = self._zlib.unconsumed_tail or self._zlib.unused_data
                yield part
        except zlib.error:
            raise ContentCodingError("its content coding cannot be undone") from None


def _deflate_wbits(data: bytes) -> int:
    """Return the form of deflate: with the header of zlib (RFC 1950), else without one."""
    has_header = data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
