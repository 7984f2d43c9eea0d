"""Schemas by which pydantic, and so FastAPI, takes and returns models.

Only pydantic calls these functions, so nothing is imported without it.
"""

import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .fields import FieldModel, Unset, to_json
from .inspection import describe_type

_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
}


def core_schema_of(kind: type[Any]) -> Any:
    """Return the schema by which pydantic validates and serializes a model."""
    from pydantic_core import core_schema

    def validate(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if not isinstance(value, Mapping):
            raise ValueError(f"must be a {kind.__name__} or an object, got {describe_type(value)}")
        names = kind._json_names
        plain = to_json(value)
        return kind.from_dict({names.get(name, name): item for name, item in plain.items()})

    return core_schema.no_info_plain_validator_function(
        validate,
        serialization=core_schema.plain_serializer_function_ser_schema(
            kind.to_dict, return_schema=core_schema.dict_schema()
        ),
    )


def json_schema_of(hint: Any, around: tuple[Any, ...] = ()) -> dict[str, Any]:
    """Return the JSON schema of a type of a field, without references."""
    if hint in _TYPES:
        return dict(_TYPES[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        kinds = [json_schema_of(kind, around) for kind in arguments if kind is not Unset]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is list:
        return {"type": "array", "items": json_schema_of(arguments[0], around)}
    if origin is dict:
        return {"type": "object", "additionalProperties": json_schema_of(arguments[1], around)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "integer" if issubclass(hint, int) else "string"}  # it is open
    if isinstance(hint, type) and issubclass(hint, FieldModel):
        return _object_of(hint, around)
    return {}


def _object_of(kind: type[FieldModel], around: tuple[Any, ...]) -> dict[str, Any]:
    if kind in around:  # a model within itself would not end
        return {"type": "object"}
    hints = get_type_hints(kind)
    fields = kind._json_names.items()
    return {
        "title": kind.__name__,
        "type": "object",
        "properties": {
            name: json_schema_of(hints[attribute], (*around, kind)) for attribute, name in fields
        },
        "required": [name for attribute, name in fields if Unset not in get_args(hints[attribute])],
    }
