"""Stateful check of documented fields: some response shows each of them."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..spec.document import Json
from ..spec.fields import properties, resolved
from ..spec.kinds import packaged_kinds
from ..targets.listing import items
from ..targets.requests import payload
from ..targets.target import Target
from .matrices.schemas import response_schema, types_of
from .matrices.siblings import known_siblings, path_names, with_varied_parents
from .matrices.state import StateReader

_BY_SOURCE = frozenset({"sonarly_signals_results"})
"""Reads whose items have other fields for each source. An account may have few of them."""


def documented_fields_are_shown(target: Target) -> Iterator[str]:
    """Check that an account with examples of everything shows each documented field somewhere.

    A field may be absent if it may be null, or if only an earlier document names it.
    """
    StateReader.of(target, with_varied_parents(target, known_siblings(target))).read_all()
    for operation, payloads in _payloads(target).items():
        if operation in _BY_SOURCE:
            continue
        if any(_missing(response_schema(operation), payloads)):
            _read_others(target, operation)
            payloads = _payloads(target)[operation]
        for path in _missing(response_schema(operation), payloads):
            yield f"no response of {operation} shows {path}"


def _payloads(target: Target) -> dict[str, list[Any]]:
    """Return the payloads of the reads that the target was sent, by operation."""
    shown: dict[str, list[Any]] = {}
    for exchange in target.exchanges:
        if exchange.method == "GET" and exchange.status == 200:
            name = target.validator.operation_name(exchange)
            shown.setdefault(name, []).append(payload(exchange))
    return shown


def _read_others(target: Target, operation_id: str) -> None:
    """Read every listed resource: the first ones may lack a field."""
    for name in path_names(target.route(target.operation(operation_id)))[-1:]:
        kind = packaged_kinds().of(operation_id, name)
        for item in items(target, kind.listing) if kind.reader == operation_id else ():
            target.ask(operation_id, {name: item.get(name, item.get("id"))})


def _missing(schema: Json, values: Sequence[Any], path: str = "") -> Iterator[str]:
    """Yield the paths of the fields of a schema that none of its values has."""
    for choice in [schema, *map(resolved, schema.get("anyOf", ()))]:
        for name, field in properties(choice).items():
            held = [value[name] for value in values if isinstance(value, dict) and name in value]
            if held:
                yield from _missing(field, held, f"{path}/{name}")
            elif "null" not in types_of(field) and not _is_earlier(choice["properties"][name]):
                yield f"{path}/{name}"
        if item := _inner_fields(choice):
            rows = [row for value in values for row in _inner_values(value)]
            if rows:
                yield from _missing({"properties": item}, rows, f"{path}/*")
            else:
                yield f"an item of {path or 'the list'}"


def _inner_fields(schema: Json) -> dict[str, Json]:
    """Return the fields of the items of a list, or of the values of an object with any names."""
    inner = schema.get("items") or schema.get("additionalProperties")
    return properties(resolved(inner)) if isinstance(inner, dict) else {}


def _inner_values(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value.values()]
    return value if isinstance(value, list) else []


def _is_earlier(field: Json) -> bool:
    """Return True if only an earlier document names a field."""
    return bool(field.get("x-source", {}).get("standing") == "earlier-documents")
