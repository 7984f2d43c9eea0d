"""Readers from parsed JSON to the values of a model.

A reader takes a JSON value and returns the value that the model holds. It raises
SchemaMismatchError if the JSON value does not fit the spec. Readers tolerate additions by a vendor.
"""

import logging
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..datetimes import parse_rfc3339

if TYPE_CHECKING:
    from uuid import UUID

Reader = Callable[[Any], Any]

_logger = logging.getLogger("campaignkit")
_reported: set[str] = set()


class SchemaMismatchError(ValueError):
    """A value that does not fit the spec: `path` locates it, `expected` describes the right one."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected
        self.steps: list[str | int] = []

    def __str__(self) -> str:
        return f"{self.path}: expected {self.expected}"

    def under(self, step: str | int) -> "SchemaMismatchError":
        """Return this error with one more leading path step."""
        self.steps.insert(0, step)
        return self

    @property
    def path(self) -> str:
        """JSONPath of the value."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return "$" + "".join(steps)


def missing(error: KeyError) -> SchemaMismatchError:
    """Return the error for a missing required field."""
    return SchemaMismatchError("a value, but the field is missing").under(error.args[0])


def text(value: Any) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise SchemaMismatchError("a string")
    return value


def boolean(value: Any) -> bool:
    """Return a boolean."""
    if not isinstance(value, bool):
        raise SchemaMismatchError("a boolean")
    return value


def integer(value: Any) -> int:
    """Return an integer. In JSON Schema, 25.0 is an integer."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise SchemaMismatchError("an integer")
    return value


def number(value: Any) -> float:
    """Return a number as a float."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise SchemaMismatchError("a number")
    try:
        return float(value)
    except OverflowError:
        raise SchemaMismatchError("a number that fits 64 bits") from None


def datetime_(value: Any) -> datetime:
    """Return an RFC 3339 date-time with an offset."""
    try:
        return parse_rfc3339(value)
    except (TypeError, ValueError, OverflowError):
        raise SchemaMismatchError("a date-time with an offset (RFC 3339)") from None


def date_(value: Any) -> date:
    """Return an RFC 3339 date."""
    try:
        return date.fromisoformat(text(value))
    except ValueError:
        raise SchemaMismatchError("a date (RFC 3339)") from None


def uuid_(value: Any) -> "UUID":
    """Return a UUID."""
    from uuid import UUID

    try:
        return UUID(text(value))
    except ValueError:
        raise SchemaMismatchError("a UUID") from None


def any_value(value: Any) -> Any:
    """Return any value unchanged."""
    return value


def null(value: Any) -> None:
    """Accept null."""
    if value is not None:
        raise SchemaMismatchError("null")


def enum_members(kind: type[Enum]) -> dict[Any, Any]:
    """Return the known members of an enumeration by value."""
    return kind._value2member_map_


def enum_member(kind: type[Enum]) -> Reader:
    """Return a reader of enumeration members, also of values that the spec does not name."""
    known = enum_members(kind)
    read_value = integer if issubclass(kind, int) else text

    def read(value: Any) -> Any:
        value = read_value(value)
        return known.get(value) or kind(value)

    return read


def nullable(reader: Reader) -> Reader:
    """Return a reader that accepts null too."""
    return lambda value: None if value is None else reader(value)


def list_of(where: str, reader: Reader) -> Reader:
    """Return a reader of arrays; a null item is kept and logged once."""

    def read(values: Any) -> list[Any]:
        if not isinstance(values, list):
            raise SchemaMismatchError("an array")
        try:
            return [reader(value) for value in values]
        except SchemaMismatchError:
            # Read again item by item: to locate the error, and to keep a null that caused it.
            return [_read_at(index, where, reader, value) for index, value in enumerate(values)]

    return read


def dict_of(where: str, reader: Reader) -> Reader:
    """Return a reader of objects with any names; a null value is kept and logged once."""

    def read(values: Any) -> dict[str, Any]:
        if not isinstance(values, dict):
            raise SchemaMismatchError("an object")
        return {name: _read_at(name, where, reader, value) for name, value in values.items()}

    return read


def field(owner: str, name: str, reader: Reader) -> Reader:
    """Return a reader of a field that is not nullable; a null is kept and logged once."""
    where = f"{owner}.{name}"
    return lambda value: _read_at(name, where, reader, value)


def datetime_field(owner: str, name: str) -> Reader:
    """Return a reader of a date-time field, with a fast path for the usual form."""
    read_other = field(owner, name, datetime_)

    def read(value: Any) -> Any:
        try:
            if len(value) in (20, 24, 27) and value[10] == "T" and value[-1] == "Z":
                return _fromisoformat(value)
        except (LookupError, TypeError, ValueError):
            pass
        return read_other(value)

    return read


_fromisoformat = datetime.fromisoformat


def nullable_field(owner: str, name: str, reader: Reader) -> Reader:
    """Return a reader of a field that may be null."""
    return nullable(field(owner, name, reader))


def _read_at(step: str | int, where: str, reader: Reader, value: Any) -> Any:
    try:
        return reader(value)
    except SchemaMismatchError as mismatch:
        if value is None:
            return _report_null(where)
        raise mismatch.under(step) from None


def _report_null(where: str) -> None:
    if where not in _reported:
        _reported.add(where)
        _logger.warning("%s is null, which the spec does not say; it is None", where)
