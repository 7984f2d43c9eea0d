"""Encoders from the values of callers to JSON.

An encoder takes a value and returns it as JSON. It raises EncodeError if the spec does not allow
the value, or if JSON cannot represent it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from .errors import EncodeError
from .files import encode_file
from .inspection import as_int, is_listable, is_uuid
from .mappings import model_from
from .models import UNSET, Model
from .scalars import (
    boolean,
    date_,
    datetime_,
    identifier,
    integer,
    null,
    number,
    omitted,
    text,
    uuid_,
)

__all__ = [
    "Encoder",
    "any_value",
    "boolean",
    "date_",
    "datetime_",
    "dict_of",
    "encode_model",
    "enum_member",
    "file",
    "identifier",
    "integer",
    "list_of",
    "model",
    "null",
    "nullable",
    "number",
    "omitted",
    "one_of",
    "optional",
    "text",
    "uuid_",
]

Encoder = Callable[[Any], Any]


def file(value: Any) -> Any:
    """Encode a file."""
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
        case datetime():
            return datetime_(value)
        case date():
            return date_(value)
    if is_uuid(value):
        return str(value)
    if as_int(value) is not None:
        return integer(value)
    if is_listable(value):
        return list_of(any_value)(value)
    raise EncodeError("a JSON value", value, _json_advice(value))


def _json_advice(value: object) -> str:
    if hasattr(value, "__dataclass_fields__"):
        return "Pass dataclasses.asdict(value)."
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


def optional(encoder: Encoder) -> Encoder:
    """Return an encoder that accepts UNSET too."""
    return lambda value: value if value is UNSET else encoder(value)


def nullable(encoder: Encoder) -> Encoder:
    """Return an encoder that accepts None too."""
    return lambda value: None if value is None else encoder(value)


def list_of(encoder: Encoder) -> Encoder:
    """Return an encoder of lists, from any iterable."""

    def encode(values: Any) -> list[Any]:
        if not isinstance(values, list | tuple) and not is_listable(values):
            raise EncodeError("a list", values)
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
    """Return an encoder of models of a class, and of mappings with their fields."""

    def encode(value: Any) -> dict[str, Any]:
        if isinstance(value, kind):
            return encode_model(value)
        if isinstance(value, Mapping):
            return encode_model(model_from(kind, value))
        raise EncodeError(f"a {kind.__name__} or a mapping", value)

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
