"""Encoders of single values: strings, IDs, numbers, booleans and dates."""

import math
import re
from datetime import UTC, date, datetime
from typing import Any

from .datetimes import format_rfc3339
from .errors import EncodeError
from .inspection import as_int, is_uuid
from .models import UNSET

_MAX_INTEGER = 2**63


def text(value: Any) -> str:
    """Encode a text."""
    if not isinstance(value, str):
        raise EncodeError("a string", value)
    plain = value if type(value) is str else str.__str__(value)  # not the name of an Enum member
    if not plain.isascii():
        try:
            plain.encode()
        except UnicodeEncodeError:
            raise EncodeError(
                "text that UTF-8 can encode", value, "It has a lone surrogate.", is_type=False
            ) from None
    return plain


def identifier(value: Any) -> str:
    """Encode an ID, which is a string."""
    if not isinstance(value, str):
        is_plain = as_int(value) is not None or is_uuid(value)
        raise EncodeError("a string", value, "Pass str(value)." if is_plain else _id_advice(value))
    if not value.strip():
        raise EncodeError("an ID", value, "It is empty.", is_type=False)
    return value if type(value) is str and value.isascii() else text(value)


def _id_advice(value: Any) -> str:
    """Return the advice to pass the ID of a model instead of the model."""
    if getattr(value, "id", None) is None:
        return ""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(value).__name__).lower()
    return f"Pass {name}.id."


def integer(value: Any) -> int:
    """Encode an integer of at most 64 bits, of any library."""
    number = as_int(value)
    if number is None:
        raise EncodeError("an integer", value)
    if not -_MAX_INTEGER <= number < _MAX_INTEGER:
        raise EncodeError("an integer of at most 64 bits", number, is_type=False)
    return number


def number(value: Any) -> float:
    """Encode a finite number."""
    if isinstance(value, float):
        if not math.isfinite(value):
            raise EncodeError("a finite number", value)
        return float(value)
    if as_int(value) is not None:
        return integer(value)
    advice = "Pass float(value)." if hasattr(value, "__float__") else ""
    raise EncodeError("a number", value, advice)


def boolean(value: Any) -> bool:
    """Encode a truth value."""
    if not isinstance(value, bool):
        advice = "Pass bool(value)." if type(value).__name__ in ("bool", "bool_") else ""
        raise EncodeError("True or False", value, advice)
    return value


def datetime_(value: Any) -> str:
    """Encode a datetime, which must have a time zone."""
    expected = "a datetime with a time zone"
    if not isinstance(value, datetime):
        is_date = isinstance(value, date)
        advice = "Pass datetime.combine(value, time(), tzinfo=UTC)." if is_date else ""
        raise EncodeError(expected, value, advice)
    try:
        offset = value.utcoffset()
    except ValueError:  # pandas.NaT is a subclass of datetime without a value
        raise EncodeError(expected, value) from None
    if offset is None:
        raise EncodeError(expected, value, "Add tzinfo, for example UTC.", is_type=False)
    try:
        # An offset in RFC 3339 has no seconds, but local times before standard time have them.
        return format_rfc3339(value if offset.seconds % 60 == 0 else value.astimezone(UTC))
    except OverflowError:
        raise EncodeError(expected, value, "It is out of range in UTC.", is_type=False) from None


def date_(value: Any) -> str:
    """Encode a date."""
    if isinstance(value, datetime) or not isinstance(value, date):
        advice = "Pass value.date()." if isinstance(value, datetime) else ""
        raise EncodeError("a date", value, advice)
    return value.isoformat()


def uuid_(value: Any) -> str:
    """Encode a UUID."""
    from uuid import UUID

    if not isinstance(value, UUID | str):
        raise EncodeError("a UUID", value, _id_advice(value))
    try:
        return str(UUID(str(value)))
    except ValueError:
        raise EncodeError("a UUID", value, is_type=False) from None


def omitted(_: object) -> Any:
    """Leave out a field that only responses have."""
    return UNSET


def null(value: Any) -> None:
    """Encode None."""
    if value is not None:
        raise EncodeError("None", value)
