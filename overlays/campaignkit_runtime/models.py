"""What values of models can be besides JSON's own types."""

import json
import reprlib
from collections.abc import Mapping
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import IO, Any, ClassVar, Literal

from .datetimes import format_rfc3339


class Unset:
    """The type of UNSET, which stands for a field that is not there."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # A global's name: copies and pickles are the one UNSET again.
        return "UNSET"


UNSET: Unset = Unset()


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

    @classmethod
    def of(cls, upload: "Upload") -> "File":
        """The file, with all of it in memory."""
        if isinstance(upload, File):
            return upload
        if isinstance(upload, tuple):
            name, content, *content_type = upload
            return cls(content, name, *content_type)
        if isinstance(upload, bytes):
            return cls(upload)
        if isinstance(upload, PathLike):
            return cls(Path(upload).read_bytes(), Path(upload).name)
        if not hasattr(upload, "read"):
            raise TypeError(
                f"{type(upload).__name__} is not a file: pass bytes, a path or an open file"
            )
        read = upload.read()
        if not isinstance(read, bytes):
            raise TypeError("the file is open as text: open it with mode 'rb'")
        path = getattr(upload, "name", None)  # a number where it was opened by one
        return cls(read, Path(path).name) if isinstance(path, str) else cls(read)

    def __repr__(self) -> str:
        return f"File({self.name!r}, {len(self.content)} bytes)"


Upload = bytes | PathLike[str] | IO[bytes] | tuple[str, bytes] | tuple[str, bytes, str] | File
"""A file as callers give it: its bytes, its path, an open file, or name, bytes and content type."""

Part = tuple[str | None, bytes, str | None]
"""One part of a multipart body, as httpx takes it: name of the file, content, content type."""


class Model:
    """What every model can do; the generated classes add their fields and how these are read."""

    __slots__ = ()

    _json_names: ClassVar[Mapping[str, str]] = {}
    """From the name of an attribute to the field's name in JSON."""

    def to_dict(self) -> dict[str, Any]:
        """The model as JSON has it, without what is unset."""
        fields = ((name, getattr(self, attribute)) for attribute, name in self._json_names.items())
        known = {name: plain(value) for name, value in fields if value is not UNSET}
        others: dict[str, Any] = plain(getattr(self, "additional_properties", {}))
        return others | known

    def to_multipart(self) -> list[tuple[str, Part]]:
        """The model as the parts of a multipart body, without what is unset."""
        return [
            (name, part(item))
            for attribute, name in self._json_names.items()
            if (value := getattr(self, attribute)) is not UNSET
            for item in (value if isinstance(value, list) else [value])
        ]

    def __repr__(self) -> str:
        names = (*self._json_names, "additional_properties")
        shown = ((name, getattr(self, name, UNSET)) for name in names)
        fields = (f"{name}={_REPR.repr(value)}" for name, value in shown if value is not UNSET)
        return f"{type(self).__name__}({', '.join(fields)})"


_REPR = reprlib.Repr()
_REPR.maxlist = _REPR.maxdict = 2
_REPR.maxstring = _REPR.maxother = 60


def plain(value: Any) -> Any:
    """The value in JSON's own types."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, datetime):
        return format_rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def part(value: Any) -> Part:
    """The value as one part of a multipart body."""
    if isinstance(value, File):
        return value.name, value.content, value.content_type
    value = plain(value)
    if isinstance(value, str):
        return None, value.encode(), "text/plain"
    kind = "application/json" if isinstance(value, dict | list) else "text/plain"
    return None, json.dumps(value).encode(), kind
