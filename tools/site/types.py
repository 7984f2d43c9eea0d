"""Types of arguments and fields in words that a reader of Python knows."""

from typing import Any

_SCALARS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
    "object": "dict",
}
_FORMATS = {"date-time": "datetime", "date": "date", "binary": "bytes, path or file"}
_MAX_VALUES = 8


def type_of(schema: dict[str, Any], model: str = "") -> str:
    """Return the type of a value, with its bounds.

    Args:
        schema: JSON schema without references.
        model: Name of the model of the value or of its items.
    """
    return f"{_name(schema, model)}{_bounds(schema)}"


def _name(schema: dict[str, Any], model: str) -> str:
    if values := schema.get("enum"):
        shown = [repr(value) for value in values[:_MAX_VALUES]]
        return " or ".join([*shown, *(["..."] if len(values) > _MAX_VALUES else [])])
    for key in ("anyOf", "oneOf"):
        if key in schema:
            names = dict.fromkeys(_name(branch, model) for branch in schema[key])
            return " or ".join(names)
    declared = schema.get("type")
    if isinstance(declared, list):
        return " or ".join(dict.fromkeys(_name({**schema, "type": t}, model) for t in declared))
    if declared == "array":
        return f"list of {_name(schema.get('items', {}), model)}"
    if model and declared in (None, "object"):
        return f"`{model}`"
    if declared == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"dict of {_name(schema['additionalProperties'], '')}"
    return _FORMATS.get(schema.get("format", "")) or _SCALARS.get(str(declared), "any")


def _bounds(schema: dict[str, Any]) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    if low is not None:
        return f", at least {low}"
    return f", at most {high}" if high is not None else ""
