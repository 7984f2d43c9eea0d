"""Schemas that are only true or false, written as objects."""

from typing import Any

_DATA = frozenset(["example", "examples", "default", "enum", "const"])
_NAMED = frozenset(["properties", "patternProperties"])
_LISTED = frozenset(["anyOf", "oneOf", "allOf", "prefixItems"])


NOTHING: dict[str, Any] = {"not": {}}
"""Schema that no value fits."""


def without_booleans(value: Any) -> Any:
    """Return a document without boolean schemas; a field that is false is left out."""
    if isinstance(value, list):
        return [without_booleans(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _rewritten(key, child) for key, child in value.items()}


def _rewritten(key: str, child: Any) -> Any:
    if key in _DATA:
        return child
    if key in _NAMED and isinstance(child, dict):
        child = {name: _true(schema) for name, schema in child.items() if schema is not False}
    elif key in _LISTED and isinstance(child, list):
        child = [_true(schema) for schema in child if schema is not False]
    elif key in ("schema", "items"):
        child = NOTHING if child is False else _true(child)
    return without_booleans(child)


def _true(schema: Any) -> Any:
    return {} if schema is True else schema
