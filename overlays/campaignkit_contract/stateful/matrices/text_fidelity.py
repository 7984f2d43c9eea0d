"""Matrix of fidelity: what a write sends is what its response and later reads show."""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations
from ...spec.kinds import Kind
from ...spec.routes import Operation
from ...targets.discovery import pointer_values
from ...targets.requests import json_body, payload
from ...targets.target import Target
from .edge_values import edge_values
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .rows import Place, rows_of
from .scenes import Scene, prepare, unprepared
from .schemas import (
    area_of,
    body_schema,
    is_free_text,
    known_values,
    properties,
    resolved,
    shown_names,
)

_REFUSALS = frozenset({400, 422})
_RESPONSE = "the response"
_LAW = "what a write sends is shown unchanged"


def text_fidelity_matrix(target: Target) -> Iterator[str]:
    """Check that texts, numbers and lists are read as they were written, at their edges."""
    return TEXT_FIDELITY.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if not body_schema(operation.id):
        return "it has no JSON body"
    if not _fields(operation):
        return "no response shows a field of its body"
    return unprepared(target, operation)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    item = _item(operation, scene.json)
    edges = [
        [(name, label, value) for label, value in edge_values(name, schema, item.get(name))]
        for name, schema in _fields(operation).items()
    ]
    for number, row in enumerate(zip_longest(*edges)):
        is_fresh = run.sandbox.kinds.created_by(operation.id) is not None
        if number and is_fresh:
            scene = Scene(run.target, operation, *_fresh(run, operation))
        yield from _round_trip(run, scene, [cell for cell in row if cell])
    if run.can_undo(operation):
        yield from _bounds(run, operation)


def _bounds(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield refusals of texts that are as long, or as short, as the documents allow."""
    for name, length in _lengths(operation):
        scene = prepare(run, operation)
        _item(operation, scene.json)[name] = "b" * length
        if (status := scene.call().status) in _REFUSALS:
            problem = f"returns {status}, expected {min(operation.statuses)}"
            law = f"the documented length is allowed; {source_of(operation.id)}"
            yield CellFinding(operation.id, f"{name} of {length} characters", problem, law)


def _lengths(operation: Operation) -> Iterator[tuple[str, int]]:
    """Yield the documented bounds of free texts, except a minimum of one character."""
    for name, schema in _fields(operation).items():
        for bound in ("minLength", "maxLength") if is_free_text(schema) else ():
            if schema.get(bound, 0) > 1:
                yield name, schema[bound]


def _fresh(run: MatrixRun, operation: Operation) -> tuple[Mapping[str, str | None], Json]:
    call = run.sandbox.call_values(operation.id)
    return call.values, call.body


def _fields(operation: Operation) -> dict[str, Json]:
    """Return the fields of a body, or of the items of its one list, that a response shows."""
    shown = shown_names(area_of(packaged_operations()[operation.id]))
    return {
        name: schema
        for name, schema in properties(_item_schema(operation)).items()
        if name in shown
        and any(edge_values(name, schema, None))
        and known_values(schema) == known_values(shown[name])
    }


def _item_schema(operation: Operation) -> Json:
    """Return the schema of a body, or of the items of a body that is only a list of items."""
    schema = body_schema(operation.id)
    lists = [value for value in properties(schema).values() if "items" in value]
    if len(properties(schema)) == len(lists) == 1 and properties(lists[0]["items"]):
        return resolved(lists[0]["items"])
    return schema


def _item(operation: Operation, body: Json) -> Json:
    """Return the part of a body that has the fields: the body, or its first item."""
    if _item_schema(operation) == body_schema(operation.id):
        return body
    [[item, *_]] = body.values()
    found: Json = item
    return found


def _round_trip(
    run: MatrixRun, scene: Scene, cells: list[tuple[str, str, Any]]
) -> Iterator[CellFinding]:
    """Send one edge value in every field, and yield the fields that are shown otherwise."""
    operation, sent = scene.operation, _item(scene.operation, scene.json)
    fields = _fields(operation)
    for name, _, value in cells:
        is_marked = name == "name" and run.sandbox.kinds.created_by(operation.id) is not None
        longest = fields[name].get("maxLength")
        # A name that the run gives keeps the mark of the run.
        sent[name] = f"{sent[name]}{value}"[:longest] if is_marked else value
    exchange = scene.call()
    if exchange.status in _REFUSALS:
        return
    if not 200 <= exchange.status < 300:
        problem = f"returns {exchange.status}, expected a success or a refusal (400, 422)"
        labels = ", ".join(dict.fromkeys(label for _, label, _ in cells))
        yield CellFinding(operation.id, labels, problem, source_of(operation.id))
        return
    law = f"{_LAW}; {source_of(operation.id)}"
    for place, shown in _shown(run, scene, exchange):
        for name, label, _ in cells:
            if name in shown and not _contains(shown[name], sent[name]):
                detail = f"{place} shows another {name}"
                yield CellFinding(operation.id, label, "is changed", law, detail)


def _shown(run: MatrixRun, scene: Scene, exchange: Exchange) -> Iterator[tuple[str, Json]]:
    """Yield the written resource as the response and each read of its kind show it."""
    operation, kinds = scene.operation, run.sandbox.kinds
    values = dict(scene.values)
    if created := kinds.created_by(operation.id):
        kind, source = created
        values[kind.parameter] = next(iter(pointer_values(json_body(exchange), source.pointer)), "")
    elif name := scene.resource:
        kind = kinds.of(operation.id, name)
        values[kind.parameter] = values[name]
    else:
        return
    id_ = values[kind.parameter]
    for place, row in rows_of({_RESPONSE: payload(exchange)}).items():
        if place.id == id_:
            yield _RESPONSE, row
    for place, row in rows_of(run.state.read_kind(kind, values)).items():
        if place.id == id_ and _shows(kind, place):
            yield place.operation, row


def _shows(kind: Kind, place: Place) -> bool:
    """Return True if the ids at a place are ids of a kind."""
    if place.operation in {kind.reader, kind.listing}:
        return True
    pointers = [item.pointer for item in kind.sources if item.operation == place.operation]
    return any(re.sub(r"/data|/\d+|/id$", "", pointer) == place.path for pointer in pointers)


def _contains(shown: Any, sent: Any) -> bool:
    """Return True if a shown value has everything that was sent."""
    if isinstance(sent, Mapping):
        return isinstance(shown, Mapping) and all(
            name in shown and _contains(shown[name], value) for name, value in sent.items()
        )
    if isinstance(sent, list):
        same_length = isinstance(shown, list) and len(shown) == len(sent)
        return same_length and all(map(_contains, shown, sent))
    return bool(shown == sent) and isinstance(shown, bool) is isinstance(sent, bool)


TEXT_FIDELITY = Matrix(_cells, _excluded)
