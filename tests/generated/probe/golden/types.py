# Generated from openapi.yaml by `make generate`; do not edit.
"""What values of models can be besides JSON's own types."""

import json
import re
import reprlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import IO, Any, BinaryIO, ClassVar, Literal


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

FileContent = IO[bytes] | bytes | str
FileTypes = (
    tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


class File:
    """A file to send: what it holds, and what it is called."""

    def __init__(
        self, payload: BinaryIO, file_name: str | None = None, mime_type: str | None = None
    ) -> None:
        self.payload = payload
        self.file_name = file_name
        self.mime_type = mime_type

    def to_tuple(self) -> FileTypes:
        """The file as httpx takes it."""
        return self.file_name, self.payload, self.mime_type


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

    def to_multipart(self) -> RequestFiles:
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
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def part(value: Any) -> FileTypes:
    """The value as one part of a multipart body."""
    if isinstance(value, File):
        return value.to_tuple()
    value = plain(value)
    if isinstance(value, str):
        return None, value.encode(), "text/plain"
    kind = "application/json" if isinstance(value, dict | list) else "text/plain"
    return None, json.dumps(value).encode(), kind


def rfc3339(moment: datetime) -> str:
    """The moment with its offset, in milliseconds if that tells it; a ValueError without one."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone: add tzinfo, for example UTC")
    precision = "microseconds" if moment.microsecond % 1_000 else "milliseconds"
    text = moment.isoformat(timespec=precision)
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def moment_of(text: str) -> datetime:
    """The moment that an RFC 3339 text names; a ValueError for any other text.

    Fractions beyond a microsecond are rounded. A leap second is the first moment after it.
    """
    match = _RFC3339.fullmatch(text)
    if match is None:
        raise ValueError("no RFC 3339")
    day, clock, second, fraction, offset = match.groups()
    is_leap = second == "60"
    moment = datetime.fromisoformat(f"{day}T{clock}{'59' if is_leap else second}{offset.upper()}")
    # The seventh digit decides, as it does in the C decoder.
    tenths = int((fraction or "0")[:7].ljust(7, "0"))
    return moment + timedelta(seconds=is_leap, microseconds=(tenths + 5) // 10)


_RFC3339 = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:)(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:?\d\d)", re.ASCII
)

__all__ = ["UNSET", "File", "FileTypes", "Model", "RequestFiles", "Unset", "moment_of", "rfc3339"]
