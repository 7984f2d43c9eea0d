"""Readers of unions: they choose the variant by a discriminator, or by the best fit."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, TypeGuard

from ..models import UNSET, Model
from .readers import Reader, SchemaMismatchError

_logger = logging.getLogger("campaignkit")
_reported: set[tuple[str, ...]] = set()


def const(constant: str | int | bool) -> Reader:
    """Return a reader of one constant."""
    kind = type(constant)

    def read(value: Any) -> Any:
        if type(value) is not kind and isinstance(value, float) and value.is_integer():
            value = int(value)  # 1.0 is 1 in JSON Schema
        if type(value) is not kind or value != constant:
            raise SchemaMismatchError(f"the constant {constant!r}")
        return value

    return read


def one_of(readers: Sequence[Reader], *discriminators: tuple[str, Mapping[str, Reader]]) -> Reader:
    """Return a reader of a union. A value that fits no variant stays as parsed.

    Args:
        readers: Readers of the variants without a discriminator, the strictest first.
        discriminators: Name of a field, and the readers of the variants by its value.

    """

    def read(value: Any) -> Any:
        if isinstance(value, dict):
            for name, named in discriminators:
                if reader := named.get(_text_of(value.get(name))):
                    return reader(value)
        return _best(readers, value)

    return read


def _text_of(kind: Any) -> str:
    """Return the value of a discriminator in the form of the keys of its mapping."""
    if isinstance(kind, bool):
        return str(kind).lower()
    return str(kind) if isinstance(kind, str | int) else ""


def _best(readers: Sequence[Reader], value: Any) -> Any:
    """Return the reading with the best fit, or the value itself if a field would be lost."""
    readings = [reading for reader in readers for reading in _readings(reader, value)]
    if not readings:
        return value
    best = max(readings, key=_explained)  # the first of equals
    return value if isinstance(best, Model) and _is_lossy(best, value, readers) else best


def _readings(reader: Reader, value: Any) -> list[Any]:
    """Return the reading of a value in a list, which is empty if the value does not fit."""
    try:
        return [reader(value)]
    except SchemaMismatchError:
        return []


def _explained(reading: Any) -> tuple[int, int]:
    """Return how many values a reading holds, and how many of them the spec declares."""
    declared = list(_values_in(reading))
    return len(declared), sum(declared)


def _values_in(reading: Any) -> Iterator[bool]:
    """Yield True for each declared value in a reading, and False for an undeclared value."""
    if isinstance(reading, Model):
        for attribute in reading._json_names:
            if (field := getattr(reading, attribute)) is not UNSET:
                yield True
                yield from _values_in(field)
        yield from _values_in(getattr(reading, "additional_properties", {}))
    elif isinstance(reading, dict):
        for item in reading.values():
            yield False
            yield from _values_in(item)
    elif isinstance(reading, list):
        for item in reading:
            yield from _values_in(item)
    elif not isinstance(reading, Enum) or getattr(reading, "is_known", True):
        yield True


def _is_lossy(best: Model, value: Mapping[str, Any], readers: Iterable[Reader]) -> bool:
    """Return True if a model drops a field of a value that another variant declares.

    A field that no variant declares is an addition by the vendor, which is logged once.
    """
    if hasattr(best, "additional_properties"):
        return False
    lost = value.keys() - set(best._json_names.values())
    if not lost:
        return False
    declared = {name for reader in readers for name in _names_of(reader)}
    if lost & declared:
        return True
    _report_additions(type(best).__name__, sorted(lost))
    return False


def _names_of(reader: Reader) -> Iterable[str]:
    """Return the JSON names that a reader of a model declares."""
    model = getattr(reader, "__self__", None)
    return model._json_names.values() if _is_model(model) else ()


def _is_model(kind: object) -> TypeGuard[type[Model]]:
    return isinstance(kind, type) and issubclass(kind, Model)


def _report_additions(name: str, fields: Sequence[str]) -> None:
    key = (name, *fields)
    if key not in _reported:
        _reported.add(key)
        _logger.warning("%s lacks fields of a response: %s", name, ", ".join(fields))
