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
from .edge_values import edge_values, every_value
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .rows import Place, rows_of
from .scenes import Scene, unprepared
from .schemas import (
    area_of,
    fields_schema,
    is_free_text,
    item_of,
    item_schema,
    known_values,
    properties,
    shown_names,
)

_REFUSALS = frozenset({400, 422})
_RESPONSE = "the response"
_ABSENT = object()
_LETTER = "\u00e9"
"""Letter of two bytes in UTF-8."""
_REFUSED = "is refused"
_LAW = "what a write sends is shown unchanged"


def text_fidelity_matrix(target: Target) -> Iterator[str]:
    """Check that texts, numbers and lists are read as they were written, at their edges."""
    return TEXT_FIDELITY.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if not fields_schema(operation.id):
        return "it has no body"
    if not _fields(operation):
        return "no response shows a field of its body"
    return unprepared(target, operation)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    item = item_of(operation.id, scene.fields)
    is_form = scene.json is None
    edges = [
        [
            (name, label, value)
            for label, value in edge_values(name, schema, item.get(name))
            if not is_form or value != []  # A form cannot show an empty list.
        ]
        for name, schema in _fields(operation).items()
    ]
    seen: set[str] = set()
    for number, row in enumerate(zip_longest(*edges)):
        is_fresh = run.sandbox.kinds.created_by(operation.id) is not None
        if number and is_fresh:
            scene = Scene(run.target, operation, *_fresh(run, operation))
        yield from _round_trip(run, scene, [cell for cell in row if cell], seen)
    if run.can_undo(operation):
        yield from _bounds(run, operation)
        yield from _every_value(run, operation)


def _bounds(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield refusals of texts that are as long, or as short, as the documents allow."""

    def is_refused(name: str, text: str) -> bool:
        scene = prepare(run, operation)
        item_of(operation.id, scene.fields)[name] = text
        return scene.call().status in _REFUSALS

    law = f"the documented length is allowed; {source_of(operation.id)}"
    for name, length in _lengths(operation):
        cell = f"{name} of {length} characters"
        if is_refused(name, "b" * length):
            yield CellFinding(operation.id, cell, _REFUSED, law)
        # A server may refuse the letter, but not because it has two bytes.
        elif is_refused(name, _LETTER * length) and not is_refused(name, _LETTER):
            yield CellFinding(operation.id, f"{cell} with two bytes each", _REFUSED, law)


def _every_value(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield refusals of lists that have every documented value."""
    for name, schema in _fields(operation).items():
        scene = prepare(run, operation)
        fields = item_of(operation.id, scene.fields)
        if values := every_value(schema, fields.get(name)):
            fields[name] = values
            if (status := scene.call().status) in _REFUSALS:
                problem = f"returns {status}, expected {min(operation.statuses)}"
                law = f"each documented value is allowed; {source_of(operation.id)}"
                yield CellFinding(operation.id, f"{name} with every value", problem, law)


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
    shown = _shown_names(operation)
    is_open = any(schema.get("additionalProperties") is True for schema in shown.values())
    return {
        name: schema
        for name, schema in properties(item_schema(operation.id)).items()
        if any(edge_values(name, schema, None))
        and (
            known_values(schema) == known_values(shown[name])
            if name in shown
            else is_open and schema.get("type") == "number"
        )
    }


def _shown_names(operation: Operation) -> dict[str, Json]:
    return shown_names(area_of(packaged_operations()[operation.id]))


def _round_trip(
    run: MatrixRun, scene: Scene, cells: list[tuple[str, str, Any]], seen: set[str]
) -> Iterator[CellFinding]:
    """Send one edge value in every field, and yield the fields that are shown otherwise.

    Args:
        run: The run.
        scene: The call.
        cells: Names of fields, each with the label of its value and the value.
        seen: Names of the settings that were shown; those of this call are added.
    """
    operation, sent = scene.operation, item_of(scene.operation.id, scene.fields)
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
    settings = fields.keys() - _shown_names(operation).keys()
    for place, shown in _shown(run, scene, exchange):
        known = _settings(shown)
        for name, label, _ in cells:
            is_setting = name in settings
            value = known.get(_folded(name), _ABSENT) if is_setting else shown.get(name, _ABSENT)
            if value is _ABSENT and name not in seen:
                continue
            seen |= {name} & settings
            if not _contains(value, sent[name]):
                detail = f"{place} shows another {name}"
                yield CellFinding(operation.id, label, "is changed", law, detail)


def _settings(row: Json) -> Json:
    """Return the values in the objects of a row, by name without case and separators."""
    objects = (value for value in row.values() if isinstance(value, dict))
    return {_folded(name): value for inner in objects for name, value in inner.items()}


def _folded(name: str) -> str:
    return re.sub("[_-]", "", name).lower()


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
    if place.operation in {kind.reader, kind.listing, kind.updater}:
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
