"""Schemas of the packaged spec: bodies, responses, and what their fields can hold."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ...spec.document import Json, OperationNode, packaged_operations, resolve, shared_spec


@cache
def body_schema(operation_id: str) -> Json:
    """Return the resolved schema of a JSON body; empty without one."""
    node = packaged_operations()[operation_id].node.get("requestBody", {})
    content = resolve(shared_spec(), node).get("content", {})
    return resolved(content.get("application/json", {}).get("schema", {}))


@cache
def response_schema(operation_id: str) -> Json:
    """Return the resolved schema of the payload of a success; empty without one."""
    responses: Json = packaged_operations()[operation_id].node["responses"]
    success = min(status for status in responses if status.startswith("2"))
    content = resolve(shared_spec(), responses[success]).get("content", {})
    schema = resolved(content.get("application/json", {}).get("schema", {}))
    data = schema.get("properties", {}).get("data")
    return resolved(data) if data else schema


def resolved(schema: Json) -> Json:
    """Return a schema without its reference."""
    return resolve(shared_spec(), schema)


def properties(schema: Json) -> dict[str, Json]:
    """Return the resolved schemas of the properties of a schema."""
    return {name: resolved(value) for name, value in resolved(schema).get("properties", {}).items()}


def names_within(schema: Json) -> Iterator[str]:
    """Yield the name of every property of a schema and of the schemas in it."""
    schema = resolved(schema)
    for name, value in properties(schema).items():
        yield name
        yield from names_within(value)
    if "items" in schema:
        yield from names_within(schema["items"])


@cache
def writable_names(area: str) -> frozenset[str]:
    """Return the names of the fields that any body of an area sets."""
    return frozenset(
        name
        for operation in packaged_operations().values()
        if area_of(operation) == area
        for name in names_within(body_schema(operation.id))
    )


@cache
def nested_lists() -> frozenset[str]:
    """Return the names of the fields of items that hold other items with ids."""
    schemas = map(response_schema, packaged_operations())
    return frozenset(name for schema in schemas for name in _nested_lists(schema))


def _nested_lists(schema: Json) -> Iterator[str]:
    for name, value in properties(schema).items():
        item = value.get("items", {})
        if "id" in properties(item) and "id" in properties(schema):
            yield name
        yield from _nested_lists(item or value)


def area_of(operation: OperationNode) -> str:
    """Return the area of an operation: its first tag."""
    return str(operation.node["tags"][0])


def is_free_text(schema: Json) -> bool:
    """Return True for a text of any form, without a pattern, a format or known values."""
    types = schema.get("type", ())
    is_text = "string" in ([types] if isinstance(types, str) else types)
    return is_text and not schema.keys() & {"enum", "format", "pattern", "const"}


def known_values(schema: Json) -> list[Any]:
    """Return the known values of a field that takes others too; empty without them."""
    choices = schema.get("anyOf", ())
    return [value for choice in choices for value in resolved(choice).get("enum", ())]


@cache
def shown_names(area: str) -> dict[str, Json]:
    """Return the schemas of the fields that any response of an area shows, by name."""
    found: dict[str, Json] = {}
    for operation in packaged_operations().values():
        if area_of(operation) == area:
            _collect(response_schema(operation.id), found)
    return found


def _collect(schema: Json, found: dict[str, Json]) -> None:
    for name, value in properties(schema).items():
        found.setdefault(name, value)
        _collect(value, found)
    if "items" in schema:
        _collect(resolved(schema["items"]), found)
