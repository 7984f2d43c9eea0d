"""Files to upload, in any form that a caller has them."""

import json
import re
from collections.abc import Mapping
from io import TextIOBase
from os import PathLike, fspath
from pathlib import Path
from typing import IO, Any

from .errors import EncodeError
from .scalars import text

# RFC 9110: type, subtype and parameters are tokens; a parameter's value may be quoted.
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"  # noqa: S105 - a pattern
_QUOTED = r'"[\x20\x21\x23-\x5b\x5d-\x7e]*"'
_CONTENT_TYPE = re.compile(
    rf"{_TOKEN}/{_TOKEN}(?:[ \t]*;[ \t]*{_TOKEN}=(?:{_TOKEN}|{_QUOTED}))*", re.ASCII
)

Part = tuple[str | None, bytes, str | None]
"""One part of a multipart body, as httpx takes it: name of the file, content, content type."""


class File:
    """A file to send, read already, so that it can be sent again."""

    __slots__ = ("content", "content_type", "name")

    def __init__(
        self, content: bytes, name: str = "upload", content_type: str | None = None
    ) -> None:
        self.content = content
        self.name = name
        self.content_type = content_type
        """None leaves it to the end of the name."""

    def __repr__(self) -> str:
        return f"File({self.name!r}, {len(self.content)} bytes)"


Upload = bytes | PathLike[str] | IO[bytes] | tuple[str, bytes] | tuple[str, bytes, str] | File
"""A file as callers give it: its bytes, its path, an open file, or name, bytes and content type."""


def read_file(upload: object) -> File:
    """Return a file with all of its content in memory.

    An open file must be at its start, and what it holds must not be empty.

    Raises:
        EncodeError: The content is missing, or no part of a form can hold it.
    """
    if isinstance(upload, File):
        return encode_file(upload)
    if isinstance(upload, tuple):
        if not 2 <= len(upload) <= 3:
            raise EncodeError("a tuple of name, content and content type", upload)
        name, content, *content_type = upload
        return encode_file(File(_content(content), name, *content_type))
    return encode_file(File(_content(upload), _name(upload)))


def encode_file(file: Any) -> File:
    """Encode a file: its name and its content type must fit the head of a part of a form."""
    if not isinstance(file, File):
        raise EncodeError("a file", file)
    name, content, kind = file.name, _content(file.content), file.content_type
    if not isinstance(name, str) or not text(name):
        raise EncodeError("a file with a name that is a string", name)
    if kind is not None and not isinstance(kind, str):
        raise EncodeError("a file with a content type that is a string", kind)
    if kind is not None and not _CONTENT_TYPE.fullmatch(kind):
        expected = "a file with a content type such as audio/wav"
        raise EncodeError(expected, kind, f"Got {kind[:60]!r}.", is_type=False)
    return File(content, name, kind)


def multipart_parts(
    fields: Mapping[str, Any], content_types: Mapping[str, str] | None = None
) -> list[tuple[str, Part]]:
    """Return encoded fields as the parts of a form; a list is one part for each item.

    `content_types` holds those of the fields for which the spec names one.
    """
    declared = content_types or {}
    return [
        (name, _part(item, declared.get(name)))
        for name, value in fields.items()
        for item in (value if isinstance(value, list) else [value])
    ]


def _part(value: Any, declared: str | None) -> Part:
    if isinstance(value, File):
        # A range, such as image/*, or a list of types leaves the choice to the file.
        is_exact = declared is not None and not set(declared) & set("*,")
        return value.name, value.content, value.content_type or (declared if is_exact else None)
    is_json = declared is not None and declared.partition(";")[0].strip().endswith("json")
    if isinstance(value, str) and not is_json:
        return None, value.encode(), declared or "text/plain"
    kind = "application/json" if isinstance(value, dict | list) else "text/plain"
    return None, json.dumps(value).encode(), declared or kind


def _name(upload: object) -> str:
    """Return the name of a file, if it has one."""
    path = upload if isinstance(upload, PathLike) else getattr(upload, "name", None)
    # The name of an open file is a number if it was opened by one.
    return (isinstance(path, str | PathLike) and Path(path).name) or "upload"


def _content(source: object) -> bytes:
    if isinstance(source, bytes | bytearray | memoryview):
        content = bytes(source)
    elif isinstance(source, PathLike):
        content = _of_path(source)
    elif hasattr(source, "read"):
        content = _of_open_file(source)
    else:
        advice = "Pass pathlib.Path(...) to send a file." if isinstance(source, str) else ""
        raise EncodeError("bytes, a path or an open file", source, advice)
    if not content:
        raise EncodeError("a file with content", source, "It is empty.", is_type=False)
    return content


def _of_path(path: PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        advice = f"Cannot read {fspath(path)!r}: {_reason(error)}."
        raise EncodeError("a file that can be read", path, advice, is_type=False) from error


def _of_open_file(file: Any) -> bytes:
    if isinstance(file, TextIOBase):
        raise EncodeError("a file that is open for bytes", file, "Open it with mode 'rb'.")
    try:
        position = file.tell() if hasattr(file, "seekable") and file.seekable() else 0
        content = file.read() if position == 0 else b""
    except Exception as error:  # of any library that the file is from
        advice = f"Cannot read it: {_reason(error)}."
        raise EncodeError("a file that can be read", file, advice, is_type=False) from error
    if position:
        advice = f"It is at byte {position}. Call seek(0)."
        raise EncodeError("an open file at its start", file, advice, is_type=False)
    if not isinstance(content, bytes | bytearray):
        raise EncodeError("a file that is open for bytes", file, "Open it with mode 'rb'.")
    return bytes(content)


def _reason(error: Exception) -> str:
    if not isinstance(error, OSError | ValueError):
        return type(error).__name__  # the text of another library can hold anything
    text = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return text.removesuffix(".")
