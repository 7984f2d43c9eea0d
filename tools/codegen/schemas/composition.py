"""Combination of schemas: the schema of the values that all of them allow."""

from typing import Any

from ..spec import DocumentError, Json
from .keywords import annotations, types


def combined(schemas: list[Json], where: str) -> Json:
    """Return the schema of the values that all schemas allow.

    Unions are left in `allOf`, one entry for each, for the caller to distribute.

    Raises:
        DocumentError: No value, or no single type, can fit all of them.

    """
    result: Json = {}
    unions: list[Json] = []
    for schema in schemas:
        union: Json = {
            key: schema[key] for key in ("anyOf", "oneOf", "discriminator") if key in schema
        }
        if "anyOf" in union or "oneOf" in union:
            unions.append(union)
        rest = {key: value for key, value in schema.items() if key not in union}
        result = _both(result, rest, where)
    return {**result, **({"allOf": unions} if unions else {})}


def _both(one: Json, other: Json, where: str) -> Json:
    merged = {**one, **other}
    if "properties" in one and "properties" in other:
        merged["properties"] = dict(one["properties"])
        for name, schema in other["properties"].items():
            first = one["properties"].get(name)
            merged["properties"][name] = schema if first is None else _both_values(first, schema)
    if "required" in one and "required" in other:
        merged["required"] = list(dict.fromkeys([*one["required"], *other["required"]]))
    if "type" in one and "type" in other:
        merged["type"] = _type_of_both(types(one), types(other), where)
    if "enum" in one and "enum" in other:
        merged["enum"] = [value for value in one["enum"] if value in other["enum"]]
        if not merged["enum"]:
            raise DocumentError(f"{where}: allOf combines enumerations without a common value.")
    for key in ("additionalProperties", "items", "unevaluatedProperties"):
        if isinstance(one.get(key), dict) and isinstance(other.get(key), dict):
            merged[key] = _both_values(one[key], other[key])
        elif one.get(key) is False or (key in one and other.get(key) is True):
            merged[key] = one[key]
    return merged


def _both_values(one: Any, other: Any) -> Any:
    """Return the schema of a value that two schemas describe."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other if one is True else one
    if one == other:
        return other
    return {"allOf": [one, other], **annotations(one), **annotations(other)}


def _type_of_both(one: list[str], other: list[str], where: str) -> Any:
    common = [name for name in one if name in other]
    if not common and {"integer", "number"} <= {*one, *other}:
        common = ["integer"]
    if not common:
        raise DocumentError(
            f"{where}: allOf combines the types {' and '.join([*one, *other])}, which no value has."
        )
    return common[0] if len(common) == 1 else common
