"""Contents that do not fit a JSON value: bodies that are sent part by part."""

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator

from .errors import InvalidArgumentTypeError

StreamSource = Iterable[bytes] | AsyncIterable[bytes]


class ContentStream:
    """Body whose parts come from an iterable.

    An iterable that can start again is sent again by a retry. An iterator, such as a generator,
    cannot: after its first part was taken, `is_spent` is true and no retry may send it.
    """

    def __init__(self, source: StreamSource) -> None:
        self._source = source
        self._is_started = False

    def __repr__(self) -> str:
        return f"ContentStream({type(self._source).__name__})"

    @property
    def is_spent(self) -> bool:
        """True if parts were taken from an iterator, which cannot start again."""
        return self._is_started and hasattr(self._source, self._next)

    @property
    def _next(self) -> str:
        return "__next__" if isinstance(self._source, Iterable) else "__anext__"

    def parts(self) -> Iterator[bytes]:
        """Return the parts from the first one.

        Raises:
            InvalidArgumentTypeError: The iterable is asynchronous.

        """
        if not isinstance(self._source, Iterable):
            raise InvalidArgumentTypeError(
                "body must be an iterable of bytes, got an asynchronous one. Call it by the async"
                " client.",
                argument="body",
            )
        return self._parts(self._source)

    def _parts(self, source: Iterable[bytes]) -> Iterator[bytes]:
        self._is_started = True
        for part in source:
            yield _checked(part)

    async def parts_async(self) -> AsyncIterator[bytes]:
        """Yield the parts from the first one, for asyncio."""
        if isinstance(self._source, Iterable):
            for part in self.parts():
                yield part
            return
        self._is_started = True
        async for part in self._source:
            yield _checked(part)


def _checked(part: object) -> bytes:
    if not isinstance(part, bytes | bytearray | memoryview):
        raise InvalidArgumentTypeError(
            f"body must yield bytes, got {type(part).__name__}.", argument="body"
        )
    return bytes(part)
