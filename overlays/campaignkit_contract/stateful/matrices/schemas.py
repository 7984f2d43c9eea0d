"""Schemas of the packaged spec: bodies, responses, and what their fields can hold."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ...spec.document import Json, packaged_operations, resolve, shared_spec
from ...spec.fields import area_of as area_of
from ...spec.fields import body_schema as body_schema
from ...spec.fields import fields_schema as fields_schema
from ...spec.fields import item_of as item_of
from ...spec.fields import item_schema as item_schema
from ...spec.fields import properties as properties
from ...spec.fields import resolved as resolved
from ...spec.fields import writable_names as writable_names


@cache
def response_schema(operation_id: str) -> Json:
    """Return the resolved schema of the payload of a success; empty without one."""
    responses: Json = packaged_operations()[operation_id].node["responses"]
    success = min(status for status in responses if status.startswith("2"))
    content = resolve(shared_spec(), responses[success]).get("content", {})
    schema = resolved(content.get("application/json", {}).get("schema", {}))
    data = schema.get("properties", {}).get("data")
    return resolved(data) if data else schema


def item_properties(operation_id: str) -> dict[str, Json]:
    """Return the schemas of the fields of the items of a list; empty for other responses."""
    schema = response_schema(operation_id)
    listed = properties(schema).get("items", schema)
    return properties(resolved(listed.get("items", {})))


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


def is_free_text(schema: Json) -> bool:
    """Return True for a text of any form, without a pattern, a format or known values."""
    types = schema.get("type", ())
    is_text = "string" in ([types] if isinstance(types, str) else types)
    return is_text and not schema.keys() & {"enum", "format", "pattern", "const"}


def types_of(schema: Json) -> set[str]:
    """Return the types that a schema names, also those of its alternatives."""
    types = schema.get("type", [])
    found = {types} if isinstance(types, str) else set(types)
    return found.union(*(types_of(resolved(choice)) for choice in schema.get("anyOf", ())))


def known_values(schema: Json) -> list[Any]:
    """Return the known values of a field that takes others too; empty without them."""
    choices = [resolved(choice) for choice in schema.get("anyOf", ())]
    return [value for choice in choices for value in choice.get("enum", ()) or known_values(choice)]


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
