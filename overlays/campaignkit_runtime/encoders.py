"""Encoders from the values of callers to JSON.

An encoder takes a value and returns it as JSON. It raises EncodeError if the spec does not allow
the value, or if JSON cannot represent it.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from .datetimes import format_rfc3339
from .errors import EncodeError
from .inspection import as_int, is_listable, is_uuid
from .models import UNSET, Model

Encoder = Callable[[Any], Any]

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
    """Encode an ID: a string, an integer or a UUID."""
    if isinstance(value, str):
        if not value.strip():
            raise EncodeError("an ID", value, "It is empty.", is_type=False)
        return text(value)
    if (number := as_int(value)) is not None:
        return _digits(number)
    if is_uuid(value):
        return str(value)
    raise EncodeError("a string, an integer or a UUID", value, _id_advice(value))


def _id_advice(value: Any) -> str:
    if getattr(value, "id", None) is None:
        return ""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(value).__name__).lower()
    return f"Pass {name}.id."


def _digits(number: int) -> str:
    try:
        return str(number)
    except ValueError:  # Python limits the digits that it converts
        raise EncodeError("an ID", number, "It has too many digits.", is_type=False) from None


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


def null(value: Any) -> None:
    """Encode None."""
    if value is not None:
        raise EncodeError("None", value)


def file(value: Any) -> Any:
    """Encode a file."""
    from .files import encode_file  # which takes the errors from here

    return encode_file(value)


def any_value(value: Any) -> Any:
    """Encode a value without a schema: any value that JSON can represent."""
    match value:
        case None | bool():
            return value
        case str():
            return text(value)
        case float():
            return number(value)
        case Model():
            return encode_model(value)
        case Mapping():
            return dict_of(any_value)(value)
        case list() | tuple():
            return list_of(any_value)(value)
        case datetime():
            return datetime_(value)
        case date():
            return date_(value)
    if is_uuid(value):
        return str(value)
    if as_int(value) is not None:
        return integer(value)
    raise EncodeError("a JSON value", value, _json_advice(value))


def _json_advice(value: object) -> str:
    if hasattr(value, "__dataclass_fields__"):
        return "Pass dataclasses.asdict(value)."
    if is_listable(value):
        return "Pass list(value)."
    return "Pass float(value) or str(value)." if hasattr(value, "__float__") else ""


def enum_member(kind: type[Enum]) -> Encoder:
    """Return an encoder of members or of other values of their type."""
    return integer if issubclass(kind, int) else text


def const(constant: str | int | bool) -> Encoder:
    """Return an encoder of one constant."""
    is_boolean = isinstance(constant, bool)

    def encode(value: Any) -> Any:
        is_type = isinstance(value, type(constant)) and isinstance(value, bool) is is_boolean
        if not is_type or value != constant:
            raise EncodeError(repr(constant), value, is_type=not is_type)
        return constant

    return encode


def omitted(_: object) -> Any:
    """Leave out a field that only responses have."""
    return UNSET


def optional(encoder: Encoder) -> Encoder:
    """Return an encoder that accepts UNSET too."""
    return lambda value: value if value is UNSET else encoder(value)


def nullable(encoder: Encoder) -> Encoder:
    """Return an encoder that accepts None too."""
    return lambda value: None if value is None else encoder(value)


def list_of(encoder: Encoder) -> Encoder:
    """Return an encoder of lists."""

    def encode(values: Any) -> list[Any]:
        if not isinstance(values, list | tuple):
            raise EncodeError("a list", values, "Pass list(value)." if is_listable(values) else "")
        encoded = []
        for index, value in enumerate(values):
            try:
                encoded.append(encoder(value))
            except EncodeError as error:
                raise error.prefixed(f"[{index}]") from None
        return encoded

    return encode


def dict_of(encoder: Encoder) -> Encoder:
    """Return an encoder of mappings with strings as keys."""

    def encode(values: Any) -> dict[str, Any]:
        if not isinstance(values, Mapping):
            raise EncodeError("a mapping", values)
        encoded = {}
        for name, value in values.items():
            if not isinstance(name, str):
                raise EncodeError("a mapping with strings as keys", name)
            try:
                encoded[text(name)] = encoder(value)
            except EncodeError as error:
                raise error.prefixed(f"[{name!r}]") from None
        return encoded

    return encode


def model(kind: type[Model]) -> Encoder:
    """Return an encoder of models of a class."""

    def encode(value: Any) -> dict[str, Any]:
        if not isinstance(value, kind):
            is_mapping = isinstance(value, Mapping)
            advice = f"Pass {kind.__name__}.from_dict(value)." if is_mapping else ""
            raise EncodeError(f"a {kind.__name__}", value, advice)
        return encode_model(value)

    return encode


def encode_model(value: Model) -> dict[str, Any]:
    """Encode the fields of a model, each by its own encoder."""
    encoded: dict[str, Any] = {}
    encoders = value._encoders
    for attribute, name in value._json_names.items():
        try:
            field = encoders.get(attribute, optional(any_value))(getattr(value, attribute))
        except EncodeError as error:
            raise error.prefixed(f".{attribute}") from None
        except RecursionError:
            deep = EncodeError("nested less deeply", value, "It may contain itself.", is_type=False)
            raise deep.prefixed(f".{attribute}") from None
        if field is not UNSET:
            encoded[name] = field
    others: dict[str, Any] = encoders.get("*", dict_of(any_value))(
        getattr(value, "additional_properties", {})
    )
    return others | encoded


def one_of(*encoders: Encoder) -> Encoder:
    """Return an encoder that tries several encoders in order."""

    def encode(value: Any) -> Any:
        failures = []
        for encoder in encoders:
            try:
                return encoder(value)
            except EncodeError as error:
                failures.append(error)
        # The deepest failure belongs to the type that the caller meant.
        deepest = max(failures, key=lambda failure: len(failure.steps))
        if deepest.steps:
            raise deepest
        expected = dict.fromkeys(failure.expected for failure in failures)
        raise EncodeError(" or ".join(expected), value)

    return encode
