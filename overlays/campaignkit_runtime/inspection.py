"""Inspection of the values that callers pass: their type, and their form in error messages."""

import math
import operator
from collections.abc import Iterable, Mapping

from .fields import UNSET, FieldModel

# A longer text can be a key that was passed as the wrong argument.
_MAX_SHOWN = 12


def describe_type(value: object) -> str:
    """Return the type of a value, or the value itself if its type has no other."""
    if value is None or value is UNSET or isinstance(value, bool):
        return repr(value)
    if isinstance(value, float) and not math.isfinite(value):
        return f"float {float(value)!r}"
    return type(value).__name__


def describe_value(value: object) -> str:
    """Return a number or a short text itself, and the type of any other value."""
    if isinstance(value, str) and len(value) <= _MAX_SHOWN:
        return repr(value)
    number = value if type(value) is float else as_int(value)
    try:
        return describe_type(value) if number is None else str(number)
    except ValueError:  # Python limits the digits that it converts
        return describe_type(value)


def is_listable(values: object) -> bool:
    """Return True for an iterable of items: not a text, bytes, a mapping or a table."""
    others = (str, bytes, bytearray, memoryview, Mapping, FieldModel)
    if not isinstance(values, Iterable) or isinstance(values, others) or is_table(values):
        return False
    return getattr(values, "shape", None) != ()  # a numpy array without dimensions


def is_table(values: object) -> bool:
    """Return True for a table of any library; to iterate it gives the names of its columns."""
    return hasattr(values, "columns") and hasattr(values, "shape")


def as_int(value: object) -> int | None:
    """Return an integer of any library as an int; None for any other value or a bool."""
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except Exception:  # of any class: the type is foreign
        return None


def is_uuid(value: object) -> bool:
    """Return True for a UUID."""
    kind = type(value)  # without the import, which few calls need
    return kind.__module__ == "uuid" and kind.__name__ == "UUID"
