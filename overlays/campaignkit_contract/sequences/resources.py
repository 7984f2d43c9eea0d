"""Resources in responses: objects with an id, by schema, wherever they are nested."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from ..spec.document import Json, json_schema, packaged_operations, resolve, shared_spec

_GLOBAL_IDS = ("id", "jobId", "scanId")
LOCAL_IDS = ("leadId", "prospectId", "providerId")
"""Ids of people. One lead has a row in each campaign."""
_ITEMS = "[]"
_ROOT = "accountGroupId"


class ResourceKey(NamedTuple):
    """Identity of a resource: responses with the same key show the same resource."""

    schema: str
    """Name of its schema in the spec."""
    parents: tuple[str, ...]
    """Values of the path below which the id is unique, and the query of a view."""
    id: str


@dataclass(frozen=True, slots=True)
class Place:
    """Place of resources in a response body."""

    schema: str
    steps: tuple[str, ...]
    """Names of fields, and `[]` for the items of a list."""
    id_field: str
    nested: frozenset[str]
    """Fields that hold other resources."""


def shown_resources(
    operation_id: str, status: int, body: Any, path: Mapping[str, str], query: Mapping[str, str]
) -> Iterator[tuple[ResourceKey, Json]]:
    """Yield the resources in the body of a success, each without those nested in it.

    `path` and `query` are the values of the request, by name.
    """
    for place in _places(operation_id, status):
        parents = _parents(place, path, query)
        for item in _values(body, place.steps):
            if isinstance(item, dict) and isinstance(item.get(place.id_field), str):
                fields = {name: item[name] for name in item if name not in place.nested}
                yield ResourceKey(place.schema, parents, item[place.id_field]), fields


def _parents(place: Place, path: Mapping[str, str], query: Mapping[str, str]) -> tuple[str, ...]:
    # The query of a read of one resource chooses what is shown of it.
    view = () if _ITEMS in place.steps else tuple(sorted(query.values()))
    if place.id_field in _GLOBAL_IDS:
        # What belongs to every account group, such as a template, may differ in each.
        return (path.get(_ROOT, ""), *view)
    return (*(path[name] for name in _parent_names(place.schema) if name in path), *view)


@cache
def _parent_names(schema: str) -> tuple[str, ...]:
    """Return the path parameters of the first read that shows a schema."""
    reads = (node for node in packaged_operations().values() if node.method == "GET")
    read = next(
        node for node in reads if any(place.schema == schema for place in _places(node.id, 200))
    )
    return tuple(item["name"] for item in read.parameters if item["in"] == "path")


def _values(value: Any, steps: tuple[str, ...]) -> Iterator[Any]:
    if not steps:
        yield value
    elif steps[0] == _ITEMS:
        for item in value if isinstance(value, list) else ():
            yield from _values(item, steps[1:])
    elif isinstance(value, dict):
        yield from _values(value.get(steps[0]), steps[1:])


@cache
def _places(operation_id: str, status: int) -> tuple[Place, ...]:
    """Return the places of resources in the body of a success, as the spec describes it."""
    schema = json_schema(operation_id, status) if 200 <= status < 300 else {}
    return tuple(_nested_places(schema, ()))


def _nested_places(schema: Json, steps: tuple[str, ...]) -> Iterator[Place]:
    name = schema.get("$ref", "").rpartition("/")[2]
    schema = resolve(shared_spec(), schema)
    for choice in schema.get("anyOf", ()):
        yield from _nested_places(choice, steps)
    if "items" in schema:
        yield from _nested_places(schema["items"], (*steps, _ITEMS))
    fields: Json = schema.get("properties", {})
    found = {field: [*_nested_places(fields[field], (*steps, field))] for field in fields}
    id_field = next((field for field in (*_GLOBAL_IDS, *LOCAL_IDS) if field in fields), None)
    if name and id_field:
        nested = frozenset(field for field, places in found.items() if places)
        yield Place(name, steps, id_field, nested)
    for places in found.values():
        yield from places
