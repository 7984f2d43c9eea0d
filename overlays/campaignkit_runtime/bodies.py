"""Bodies of requests, checked and written in the media types of the spec.

A function takes the name of the argument for its errors, as in `arguments`.
"""

from collections.abc import AsyncIterable, Iterable, Mapping
from typing import Any

from .arguments import encoded, refused
from .contents import ContentStream, StreamSource
from .encoders import Encoder
from .errors import EncodeError, InvalidArgumentTypeError
from .files import File, Upload, multipart_parts, read_file
from .styles import Style, json_text, primitive, query_pairs

Content = Upload | StreamSource
"""A body of any bytes: a file in any form, or an iterable of its parts."""

FormStyle = tuple[Style, bool]
"""Style of a field of a form, and True if its items are separate fields."""


def json_body(argument: str, body: object, encoder: Encoder) -> Any:
    """Return a body as JSON; `argument` is "" if its fields are arguments of the method."""
    return encoded(argument, body, encoder)


def form_body(
    argument: str, body: object, encoder: Encoder, styles: Mapping[str, FormStyle] | None = None
) -> dict[str, str | list[str]]:
    """Return a body as the fields of a URL-encoded form.

    A list is one field for each item and an object is JSON, unless `styles` has another style.
    """

    def encode(value: Any) -> dict[str, str | list[str]]:
        fields: dict[str, list[str]] = {}
        for name, field in encoder(value).items():
            if field is not None:
                for key, text in _form_pairs(name, field, (styles or {}).get(name)):
                    fields.setdefault(key, []).append(text)
        return {key: texts[0] if len(texts) == 1 else texts for key, texts in fields.items()}

    result: dict[str, str | list[str]] = encoded(argument, body, encode)
    return result


def _form_pairs(name: str, value: Any, style: FormStyle | None) -> list[tuple[str, str]]:
    try:
        if style is not None:
            return query_pairs(name, value, style[0], explode=style[1])
        items = value if isinstance(value, list) else [value]
        return [
            (name, json_text(item) if isinstance(item, dict | list) else primitive(item))
            for item in items
        ]
    except EncodeError as error:
        raise error.prefixed(f".{name}") from None


def multipart_body(
    argument: str,
    body: object,
    encoder: Encoder,
    content_types: Mapping[str, str] | None = None,
) -> list[tuple[str, Any]]:
    """Return a body as the parts of a form, each with the content type of its field."""
    return multipart_parts(encoded(argument, body, encoder), content_types or {})


def text_body(argument: str, body: object, encoder: Encoder) -> bytes:
    """Return a body that is a text, in UTF-8."""
    text: str = encoded(argument, body, encoder)
    return text.encode()


def text_type(media_type: str, content: bytes) -> str:
    """Return the Content-Type of a text, with its charset unless the text is ASCII."""
    has_charset = content.isascii() or "charset=" in media_type.lower()
    return media_type if has_charset else f"{media_type}; charset=utf-8"


def content_body(argument: str, body: object) -> bytes | ContentStream:
    """Return a body of any bytes: a file as a whole, or the parts of an iterable one by one."""
    is_file = isinstance(body, str | bytes | bytearray | memoryview | tuple | File | Mapping)
    is_file |= hasattr(body, "read")
    if not is_file and isinstance(body, Iterable | AsyncIterable):
        return ContentStream(body)
    sent: File = encoded(argument, body, read_file)
    return sent.content


def content_type(media_types: str, body: object) -> str:
    """Return the Content-Type of a file: its own if the spec has it, or a range such as `image/*`.

    Args:
        media_types: Media types of the spec, joined by commas; the first is the default.
        body: The file. Only a `File` and a tuple of three have a type.

    """
    known = [name.strip() for name in media_types.split(",")]
    own = body.content_type if isinstance(body, File) else None
    if isinstance(body, tuple) and len(body) == 3:
        own = str(body[2])
    if own is not None and {own, f"{own.partition('/')[0]}/*", "*/*"} & set(known):
        return own
    return next((name for name in known if "*" not in name), "application/octet-stream")


def wrong_body(body: object, expected: str) -> InvalidArgumentTypeError:
    """Return the error for a body that has none of the documented types."""
    error = refused("body", f"must be {expected}, got {type(body).__name__}.")
    return InvalidArgumentTypeError(str(error), argument="body")
