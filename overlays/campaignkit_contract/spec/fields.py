"""Fields of bodies and of schemas, and the area of an operation."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from .document import Json, OperationNode, packaged_operations, resolve, shared_spec


def area_of(operation: OperationNode) -> str:
    """Return the area of an operation: its first tag."""
    return str(operation.node["tags"][0])


@cache
def body_schema(operation_id: str) -> Json:
    """Return the resolved schema of a JSON body; empty without one."""
    node = packaged_operations()[operation_id].node.get("requestBody", {})
    content = resolve(shared_spec(), node).get("content", {})
    return resolved(content.get("application/json", {}).get("schema", {}))


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


def properties(schema: Json) -> dict[str, Json]:
    """Return the resolved schemas of the properties of a schema."""
    return {name: resolved(value) for name, value in resolved(schema).get("properties", {}).items()}


def resolved(schema: Json) -> Json:
    """Return a schema without its reference."""
    return resolve(shared_spec(), schema)
