# Generated from openapi.yaml by `make generate`; do not edit.
"""Readers: from parsed JSON to a model's values, tolerant where vendors change and exact where they must not.

A reader takes a value and gives it back as the model holds it, or raises Mismatch.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from .types import moment_of

if TYPE_CHECKING:
    from uuid import UUID

Reader = Callable[[Any], Any]

_logger = logging.getLogger("campaignkit")
_reported: set[str] = set()


class Mismatch(ValueError):
    """A value is not what the spec says; `path` leads to it, `expected` says what it should be."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected
        self.steps: list[str | int] = []

    def under(self, step: str | int) -> "Mismatch":
        """The same, seen from one step further out."""
        self.steps.insert(0, step)
        return self

    @property
    def path(self) -> str:
        """Where the value stands, as JSONPath."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return "$" + "".join(steps)


def missing(error: KeyError) -> Mismatch:
    """The mismatch for a required field that is not there."""
    return Mismatch("a value, but the field is missing").under(error.args[0])


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise Mismatch("a string")
    return value


def boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Mismatch("a boolean")
    return value


def integer(value: Any) -> int:
    # To JSON Schema, 25.0 is an integer.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Mismatch("an integer")
    return value


def number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Mismatch("a number")
    try:
        return float(value)
    except OverflowError:
        raise Mismatch("a number that fits 64 bits") from None


def moment(value: Any) -> datetime:
    try:
        return moment_of(value)
    except (TypeError, ValueError, OverflowError):
        raise Mismatch("a date-time with an offset (RFC 3339)") from None


def day(value: Any) -> date:
    try:
        return date.fromisoformat(text(value))
    except ValueError:
        raise Mismatch("a date (RFC 3339)") from None


def identifier(value: Any) -> "UUID":
    from uuid import UUID

    try:
        return UUID(text(value))
    except ValueError:
        raise Mismatch("a UUID") from None


def anything(value: Any) -> Any:
    return value


def nothing(value: Any) -> None:
    if value is not None:
        raise Mismatch("null")


def members(kind: type[Enum]) -> dict[Any, Any]:
    """The known members of an enumeration, by value."""
    return kind._value2member_map_


def member(kind: type[Enum]) -> Reader:
    """A member of an enumeration; one of text has a member for every text."""
    known = members(kind)

    def read(value: Any) -> Any:
        try:
            return known.get(value) or kind(value)
        except (TypeError, ValueError):
            raise Mismatch("a value of the enumeration") from None

    return read


def nullable(reader: Reader) -> Reader:
    """The same reader, for what may be null."""
    return lambda value: None if value is None else reader(value)


def listed(where: str, reader: Reader) -> Reader:
    """A list of what another reader reads; a null among it is kept and reported."""

    def read(values: Any) -> list[Any]:
        if not isinstance(values, list):
            raise Mismatch("an array")
        try:
            return [reader(value) for value in values]
        except Mismatch:
            # Once more, slowly: to say where, and to let a null pass that may have been the cause.
            return [_read_at(index, where, reader, value) for index, value in enumerate(values)]

    return read


def mapped(where: str, reader: Reader) -> Reader:
    """An object of any names, whose values another reader reads; a null is kept and reported."""

    def read(values: Any) -> dict[str, Any]:
        if not isinstance(values, dict):
            raise Mismatch("an object")
        return {name: _read_at(name, where, reader, value) for name, value in values.items()}

    return read


def one_of(
    property_name: str | None, readers: Mapping[str, Reader], others: list[Reader]
) -> Reader:
    """One of several kinds: by the discriminator's value, else the first that fits, else as JSON has it."""

    def read(value: Any) -> Any:
        if property_name is not None and isinstance(value, dict):
            kind = value.get(property_name)
            named = readers.get(kind) if isinstance(kind, str) else None
            return value if named is None else named(value)
        for reader in others:
            try:
                return reader(value)
            except Mismatch:
                continue
        return value

    return read


def field(owner: str, name: str, reader: Reader) -> Reader:
    """The reader of a field that is not nullable: a null is kept, and reported once."""
    where = f"{owner}.{name}"
    return lambda value: _read_at(name, where, reader, value)


def moment_field(owner: str, name: str) -> Reader:
    """The reader of a field that holds a moment, without a detour for the usual form."""
    read_other = field(owner, name, moment)

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
    """The reader of a field that may be null."""
    return nullable(field(owner, name, reader))


def _read_at(step: str | int, where: str, reader: Reader, value: Any) -> Any:
    if value is None and reader is not anything:
        return _report_null(where)
    try:
        return reader(value)
    except Mismatch as mismatch:
        raise mismatch.under(step) from None


def _report_null(where: str) -> None:
    if where not in _reported:
        _reported.add(where)
        _logger.warning("%s is null, which the spec does not say; it is None", where)
