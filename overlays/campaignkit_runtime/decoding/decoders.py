"""Decoders of response bodies, by media type."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from .msgspec import make_decoder

B = TypeVar("B")
T = TypeVar("T")


class Decoder(Generic[B, T]):
    """Decoder of response bodies: a fast path over bytes and a tolerant one over parsed JSON."""

    def __init__(
        self,
        type_: Any,
        reader: Callable[[Any], B],
        payload: Callable[[B], T],
        items: tuple[str, ...] | None = None,
        others: "tuple[ContentDecoder[T], ...]" = (),
        *,
        has_envelope: bool = True,
    ) -> None:
        self._type = type_
        self._decode: Callable[[bytes], Any] | None = None
        self.tolerant_body = reader
        """Returns the body from parsed JSON; raises SchemaMismatchError if that does not fit."""
        self.payload = payload
        """Returns the part of a body that the method returns."""
        self.items = items
        """JSON keys that lead from a body to its list of items; None if it has no such list."""
        self.others: tuple[ContentDecoder[T], ...] = others
        """Decoders of the other media types that a response of the status can have."""
        self.has_envelope = has_envelope
        """False if `success` or `error` are data of the body, and say nothing about the call."""

    def for_content_type(self, content_type: str) -> "Decoder[Any, T]":
        """Return the decoder for the Content-Type of a response; without a match, this decoder."""
        media_type = content_type.partition(";")[0].strip().lower()
        return next((form for form in self.others if form.takes(media_type)), self)

    def body(self, content: bytes) -> B:
        """Return the body of its bytes; raise FastDecodeError if `tolerant_body` must decide."""
        if self._decode is None:
            self._decode = _unread if self._type is None else make_decoder(self._type)
        body: B = self._decode(content)
        return body


def _unread(_: bytes) -> Any:
    # A body that the spec does not document can be empty, so it is not read.
    return None


class ContentDecoder(Decoder[Any, T]):
    """Decoder of response bodies that are not JSON: text or bytes."""

    def __init__(
        self,
        media_types: tuple[str, ...],
        read: Callable[[bytes, str], T],
        others: "tuple[ContentDecoder[T], ...]" = (),
    ) -> None:
        super().__init__(None, _unread, _unread, others=others)
        self.media_types = media_types
        """Documented media types without parameters; a part can be `*`."""
        self.read = read
        """Returns the payload from content and charset; raises ValueError if that fails."""

    def takes(self, media_type: str) -> bool:
        """Return True if a media type is documented."""
        main = media_type.partition("/")[0]
        return not {media_type, f"{main}/*", "*/*"}.isdisjoint(self.media_types)


def read_text(content: bytes, charset: str) -> str:
    """Return a body as text, without a byte order mark."""
    return content.decode("utf-8-sig" if charset in ("", "utf-8") else charset)


def read_bytes(content: bytes, charset: str) -> bytes:
    """Return a body unchanged."""
    return content
