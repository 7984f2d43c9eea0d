"""Parsed JSON as the values that a method takes."""

from __future__ import annotations

from typing import Any

from campaignkit_runtime.catalog import Argument

from .errors import UsageError

Schema = dict[str, Any]


def value_schema(schema: Schema) -> Schema:
    """Return the schema of a value that is not null; an enumeration keeps its known values."""
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    if not choices:
        kind = schema.get("type")
        others = [item for item in kind if item != "null"] if isinstance(kind, list) else []
        return {**schema, "type": others[0]} if others else schema
    known: list[Schema] = [choice for choice in choices if "enum" in choice]
    if known:
        return known[0]
    return value_schema(choices[0]) if len(choices) == 1 else {}


def as_model(argument: Argument, value: Any) -> Any:
    """Return parsed JSON as the model that an argument takes, or as a list of them.

    Raises:
        UsageError: A field is not known, missing, or has another type.
    """
    if not argument.model or value is None:
        return value
    from campaignkit import models

    kind = getattr(models, argument.model)
    is_list = value_schema(argument.schema).get("type") == "array"
    if is_list and not isinstance(value, list):
        raise UsageError(f"{argument.name} must be a list.")
    _check_fields(argument.name, argument.schema, value)
    try:
        return [kind.from_dict(item) for item in value] if is_list else kind.from_dict(value)
    except ValueError as error:
        place = str(getattr(error, "path", "$")).removeprefix("$")
        raise UsageError(f"{argument.name}{place} must be {error}.") from None


def _check_fields(place: str, schema: Schema, value: Any) -> None:
    """Refuse a field that the schema lacks, because a model would leave it out."""
    schema = value_schema(schema)
    properties = schema.get("properties")
    if isinstance(value, list):
        for index, item in enumerate(value):
            _check_fields(f"{place}[{index}]", schema.get("items", {}), item)
    elif isinstance(value, dict) and properties:
        for name, item in value.items():
            if name in properties:
                _check_fields(f"{place}.{name}", properties[name], item)
            elif not schema.get("additionalProperties"):
                known = ", ".join(properties)
                raise UsageError(f"{place} has no field {name!r}. Its fields: {known}.")
