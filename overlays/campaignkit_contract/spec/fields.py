"""Fields of bodies and of schemas, and the area of an operation."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any

from .document import Json, OperationNode, packaged_operations, resolve, shared_spec


def area_of(operation: OperationNode) -> str:
    """Return the area of an operation: its first tag."""
    return str(operation.node["tags"][0])


@cache
def body_schema(operation_id: str) -> Json:
    """Return the resolved schema of a JSON body; empty without one."""
    return resolved(_content(operation_id).get("application/json", {}).get("schema", {}))


@cache
def fields_schema(operation_id: str) -> Json:
    """Return the resolved schema of a body with fields, JSON or a form; empty without one."""
    media: Json = next(iter(_content(operation_id).values()), {})
    return resolved(media.get("schema", {}))


@cache
def item_schema(operation_id: str) -> Json:
    """Return the schema of a body, or of the items of a body that is only a list of items."""
    schema = fields_schema(operation_id)
    lists = [value for value in properties(schema).values() if "items" in value]
    if len(properties(schema)) == len(lists) == 1 and properties(lists[0]["items"]):
        return resolved(lists[0]["items"])
    return schema


def item_of(operation_id: str, fields: Json) -> Json:
    """Return the part of a body that has the fields: the body, or its first item."""
    if item_schema(operation_id) == fields_schema(operation_id):
        return fields
    [[item, *_]] = fields.values()
    found: Json = item
    return found


def listed_fields(operation_id: str) -> dict[str, str]:
    """Return the fields of a JSON body whose description names the list of their ids."""
    found = {
        name: re.search(r"\bfrom `(\w+)`", schema.get("description", ""))
        for name, schema in properties(body_schema(operation_id)).items()
    }
    return {name: match[1] for name, match in found.items() if match}


def documented_default(schema: Json) -> Any:
    """Return the value that a description names as the default; None if it names none.

    What a call does "if true", it does not do without the field.
    """
    text = schema.get("description", "")
    if match := re.search(r"The default is (\w+(?:\.\d+)?)", text):
        with suppress(ValueError):
            return json.loads(match[1])
    if match := re.match(r"(True|False) if [^.]*\(the default\)", text):
        return match[1] == "True"
    return False if text.startswith("If true, ") else None


def _content(operation_id: str) -> Json:
    node = packaged_operations()[operation_id].node.get("requestBody", {})
    content: Json = resolve(shared_spec(), node).get("content", {})
    return content


@cache
def writable_names(area: str) -> frozenset[str]:
    """Return the names of the fields that any body of an area sets."""
    return frozenset(
        name
        for operation in packaged_operations().values()
        if area_of(operation) == area
        for name in names_within(body_schema(operation.id))
    )


def names_within(schema: Json) -> Iterator[str]:
    """Yield the name of every property of a schema and of the schemas in it."""
    schema = resolved(schema)
    for name, value in properties(schema).items():
        yield name
        yield from names_within(value)
    if "items" in schema:
        yield from names_within(schema["items"])


def field_names(value: Any) -> Iterator[str]:
    """Yield every name in a JSON value."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield name
            yield from field_names(item)
    elif isinstance(value, list):
        for item in value:
            yield from field_names(item)


def numbers_within(value: Any, field: str) -> Iterator[float]:
    """Yield the numbers that a JSON value has in the fields of a name, at any depth."""
    if isinstance(value, Mapping):
        number = value.get(field)
        if isinstance(number, int | float):
            yield number
        value = [*value.values()]
    for item in value if isinstance(value, list) else ():
        yield from numbers_within(item, field)


def is_same(one: Any, other: Any) -> bool:
    """Return True for equal values; a null of an optional field is the same as its absence."""
    return bool(one == other or _without_nulls(one) == _without_nulls(other))


def _without_nulls(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_nulls(item) for name, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


def properties(schema: Json) -> dict[str, Json]:
    """Return the resolved schemas of the properties of a schema."""
    return {name: resolved(value) for name, value in resolved(schema).get("properties", {}).items()}


def resolved(schema: Json) -> Json:
    """Return a schema without its reference."""
    return resolve(shared_spec(), schema)
