"""Places in the bodies of requests and responses, from the schemas of the spec."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from campaignkit_contract.spec.document import (
    Json,
    OperationNode,
    operation_nodes,
    packaged_spec,
    resolve,
)

ITEM = "*"
"""Step of a path for every item of a list."""

_DOCUMENT = packaged_spec()


@dataclass(frozen=True)
class Place:
    """Property of a body."""

    path: tuple[str, ...]
    schema: Json

    def __str__(self) -> str:
        return "/".join(self.path)

    @property
    def types(self) -> frozenset[str]:
        """Return the JSON types that it may have."""
        alternatives = [resolve(_DOCUMENT, node) for node in self.schema.get("anyOf", ())]
        declared = [node.get("type", ()) for node in (self.schema, *alternatives)]
        return frozenset(
            name for types in declared for name in ([types] if isinstance(types, str) else types)
        )

    @property
    def has_known_values(self) -> bool:
        """Return True if the schema lists values, even if it allows others."""
        alternatives = [resolve(_DOCUMENT, node) for node in self.schema.get("anyOf", ())]
        return any("enum" in node for node in (self.schema, *alternatives))

    def change(self, body: Any, change: Callable[[Any, str], object]) -> None:
        """Call `change` with each object that has the property, and the name of the property."""
        *steps, name = self.path
        for parent in _values(body, steps):
            if isinstance(parent, dict) and name in parent:
                change(parent, name)

    def replace(self, body: Any, replacement: Callable[[Any], Any]) -> None:
        """Replace each value of the property that is not null."""

        def change(parent: Json, name: str) -> None:
            if parent[name] is not None:
                parent[name] = replacement(parent[name])

        self.change(body, change)


def operations() -> list[OperationNode]:
    """Return the operations of the spec."""
    return list(operation_nodes(_DOCUMENT))


@cache
def response_places(operation_id: str) -> tuple[Place, ...]:
    """Return the properties of the success of an operation."""
    [node] = [found.node for found in operations() if found.id == operation_id]
    status = min(status for status in node["responses"] if status.startswith("2"))
    content = resolve(_DOCUMENT, node["responses"][status]).get("content", {})
    return tuple(_places(next(iter(content.values()))["schema"])) if content else ()


@cache
def request_places(operation_id: str) -> tuple[Place, ...]:
    """Return the properties of the JSON body of an operation."""
    [node] = [found.node for found in operations() if found.id == operation_id]
    content = resolve(_DOCUMENT, node.get("requestBody", {})).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    return tuple(_places(schema))


def _places(schema: Json, path: tuple[str, ...] = ()) -> Iterator[Place]:
    schema = resolve(_DOCUMENT, schema)
    if len(path) > 8:  # no schema of the spec is deeper, unless it contains itself
        return
    for part in ("allOf", "anyOf", "oneOf"):
        for alternative in schema.get(part, ()):
            yield from _places(alternative, path)
    for name, child in schema.get("properties", {}).items():
        yield Place((*path, name), resolve(_DOCUMENT, child))
        yield from _places(child, (*path, name))
    if "items" in schema:
        yield from _places(schema["items"], (*path, ITEM))


def _values(value: Any, steps: list[str]) -> Iterator[Any]:
    if not steps:
        yield value
        return
    first, *rest = steps
    if first == ITEM:
        for item in value if isinstance(value, list) else ():
            yield from _values(item, rest)
    elif isinstance(value, dict) and first in value:
        yield from _values(value[first], rest)
