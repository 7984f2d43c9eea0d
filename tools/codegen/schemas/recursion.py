"""Schemas without a class that refer to themselves, such as the schema of any JSON value."""

from collections.abc import Iterator
from typing import Any

from ..spec import Json
from .references import component_of


def break_aliases(components: Json) -> None:
    """Replace a circular reference to a schema without a class by any JSON value."""
    for key in components:
        if not _is_class(components[key]):
            _break(components, components[key], (key,))


def _is_class(component: Json) -> bool:
    return component.get("type") == "object" or "enum" in component


def _break(components: Json, value: Any, path: tuple[str, ...]) -> None:
    for node in _nodes(value):
        target = component_of(node.get("$ref", "")) if isinstance(node.get("$ref"), str) else None
        if target in path:
            node.clear()
        elif target is not None and not _is_class(components.get(target, {"enum": []})):
            _break(components, components[target], (*path, target))


def _nodes(value: Any) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for child in list(value.values()) if isinstance(value, dict) else value:
            yield from _nodes(child)
