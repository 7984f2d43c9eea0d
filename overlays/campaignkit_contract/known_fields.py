"""Known fields of a response: comparisons leave out what the spec does not name.

A server may add fields, in some of its responses or in all. The validator reports them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from .exchange import Exchange
from .spec.document import Json, json_schema, resolve, shared_spec
from .spec.routes import Routes


@dataclass(frozen=True)
class _Shape:
    """Fields of an object, or the shape of the items of a list."""

    fields: frozenset[str] = frozenset()
    """Every named field; empty if any field is allowed."""
    nested: Mapping[str, "_Shape"] = field(default_factory=dict)
    """Shapes of the fields that hold objects or lists."""
    items: "_Shape | None" = None


_ANY = _Shape()


def with_known_fields(exchange: Exchange, routes: Routes) -> Exchange:
    """Return an exchange whose success has only fields that the spec names."""
    match = routes.match(exchange.path) if 200 <= exchange.status < 300 else None
    operation = match and match[0].operations.get(exchange.method)
    shape = _response_shape(operation.id, exchange.status) if operation else _ANY
    if shape == _ANY or not exchange.body:
        return exchange
    try:
        body = json.loads(exchange.body)
    except (ValueError, RecursionError):
        return exchange  # The validator reports it.
    if not _has_unknown(body, shape):
        return exchange
    return replace(exchange, body=json.dumps(_known(body, shape)).encode())


def _has_unknown(value: Any, shape: _Shape) -> bool:
    if isinstance(value, list) and shape.items:
        return any(_has_unknown(item, shape.items) for item in value)
    if not isinstance(value, dict) or shape.items:
        return False  # A value of another type is reported by the validator.
    if shape.fields and not value.keys() <= shape.fields:
        return True
    return any(_has_unknown(value.get(name), inner) for name, inner in shape.nested.items())


def _known(value: Any, shape: _Shape) -> Any:
    if isinstance(value, list) and shape.items:
        return [_known(item, shape.items) for item in value]
    if not isinstance(value, dict) or shape.items:
        return value
    return {
        name: _known(item, shape.nested.get(name, _ANY))
        for name, item in value.items()
        if not shape.fields or name in shape.fields
    }


@cache
def _response_shape(operation_id: str, status: int) -> _Shape:
    """Return the shape of a response; any if the spec describes no JSON."""
    return _shape(json_schema(operation_id, status))


def _shape(schema: Json) -> _Shape:
    schema = resolve(shared_spec(), schema)
    if "items" in schema:
        item = _shape(schema["items"])
        return _ANY if item == _ANY else _Shape(items=item)
    fields: Json = dict(schema.get("properties", {}))
    choices = [
        _shape(choice) for word in ("allOf", "anyOf", "oneOf") for choice in schema.get(word, ())
    ]
    nested = {name: inner for name in fields if (inner := _shape(fields[name])) != _ANY}
    names = frozenset(fields)
    for choice in choices:
        names |= choice.fields
        nested |= choice.nested
    items = next((choice.items for choice in choices if choice.items), None)
    is_open = schema.get("additionalProperties", False) is not False
    return _Shape(frozenset() if is_open else names, nested, items)
