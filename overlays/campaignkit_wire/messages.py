"""Requests and responses as connections exchange them."""

import time
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from itertools import chain
from typing import Any, NamedTuple

from .errors import ConnectionFailure

_JOINED_BYTES = 16 * 1024  # of a body that goes out together with the head


class Request:
    """Request as it is written; it holds a key, so its text shows nothing of it.

    `is_sent` becomes True when a connection may have taken a byte.
    """

    __slots__ = ("_body", "_head", "is_sent", "method")

    def __init__(
        self,
        method: str,
        head: bytes,
        body: bytes | Iterable[bytes] | AsyncIterable[bytes] = b"",
    ) -> None:
        self.method = method
        self.is_sent = False
        self._head = head
        self._body = body

    def parts(self) -> Iterable[memoryview]:
        """Return what is to be written; the text of a view, unlike that of bytes, shows nothing."""
        body = self._body
        if isinstance(body, bytes):
            if len(body) <= _JOINED_BYTES:
                return (memoryview(self._head + body),)
            return memoryview(self._head), memoryview(body)
        if isinstance(body, AsyncIterable):
            raise TypeError("an async body needs an async connection")
        return chain((memoryview(self._head),), map(memoryview, body))

    def __repr__(self) -> str:
        return f"Request({self.method!r}, ***)"

    @property
    def is_async(self) -> bool:
        """True if the body comes from an async iterable: see `parts_async`."""
        return not isinstance(self._body, bytes) and isinstance(self._body, AsyncIterable)

    async def parts_async(self) -> AsyncIterator[memoryview]:
        """Yield what is to be written, of an async body."""
        assert isinstance(self._body, AsyncIterable)  # noqa: S101 - `is_async` says so
        yield memoryview(self._head)
        async for part in self._body:
            yield memoryview(part)

    def __reduce__(self) -> Any:
        raise TypeError("a request holds a key, so it cannot be copied or pickled")


class ResponseHead(NamedTuple):
    """Status and headers of a response."""

    status: int
    reason: bytes
    version: bytes
    headers: list[tuple[bytes, bytes]]

    def content_encoding(self) -> str:
        """Return the content codings of the body, separated by commas."""
        codings: list[bytes] = []
        for name, value in self.headers:
            if len(name) == 16 and name.lower() == b"content-encoding":
                codings.append(value)
        return b",".join(codings).decode("latin-1") if codings else ""


class Limits(NamedTuple):
    """Seconds that each wait of an exchange may take, and the instant at which it must be over."""

    connect: float | None = None
    read: float | None = None
    write: float | None = None
    pool: float | None = None
    deadline: float | None = None
    """On the clock of `time.monotonic()`."""
    max_idle: float | None = None
    """Seconds that the connection may have been idle; None is any number."""


def seconds_left(
    deadline: float | None, seconds: float | None, error: type[ConnectionFailure]
) -> float | None:
    """Return how many seconds a wait may take; raise the error if no time is left."""
    if deadline is None:
        return seconds
    left = deadline - time.monotonic()
    if left <= 0:
        raise error("the time for the call is over")
    return left if seconds is None or left < seconds else seconds
