"""Matrix of equivalence: requests that mean the same have the same result."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ...spec.document import Json, packaged_operations
from ...spec.examples import named_examples, packaged_bodies
from ...spec.fields import documented_default
from ...spec.kinds import packaged_kinds
from ...spec.routes import Operation
from ...targets.target import Target
from .body_forms import Change, changed_body, form_cells, optional_fields, put, without
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .results import differs, is_changed, result_view
from .scenes import Scene, unprepared
from .schemas import (
    area_of,
    body_schema,
    fields_schema,
    is_free_text,
    shown_names,
)

_FAILURE = 500


@dataclass(frozen=True)
class Variant:
    """Change of a usual call that must not change its result."""

    cell: str
    law: str
    change: Change = bool
    """Change of the fields of its body."""
    values: Mapping[str, str | None] = field(default_factory=dict)
    """Parameters that replace those of the call."""
    is_rewritten: bool = False
    """True for the same JSON in another notation."""
    may_be_refused: bool = False


def equivalence_matrix(target: Target) -> Iterator[str]:
    """Check that requests that mean the same have the same result, and that options can be left."""
    return EQUIVALENCE.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if not (fields_schema(operation.id) or _parameters(operation)):
        return "it has no body, and no parameter with a default"
    return unprepared(target, operation)


def _parameters(operation: Operation) -> dict[str, Json]:
    """Return the query parameters with a documented default."""
    return {
        parameter["name"]: parameter
        for parameter in packaged_operations()[operation.id].parameters
        if parameter["in"] == "query" and documented_default(parameter) is not None
    }


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    vendor = run.target.route(operation).vendor
    is_read = run.target.method(operation) == "GET"
    if not (is_read or run.can_undo(operation) or run.target.is_exclusive(vendor)):
        return
    yield from form_cells(run, operation)
    if packaged_kinds().created_by(operation.id):
        yield from _earlier_call(run, operation)
    yield from _equal_results(run, operation)


def _repeat(item: Json, name: str) -> None:
    item[name] = item[name][:1] + item[name]


def _earlier_call(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield a finding if a call without optional fields shows those of the call before it."""
    texts = {
        name: schema
        for name, schema in optional_fields(operation).items()
        if is_free_text(schema) or is_free_text(schema.get("items", {}))
    }
    if not texts:
        return
    scene, marker = prepare(run, operation), run.sandbox.texts.name()
    values = {name: [marker] if "items" in schema else marker for name, schema in texts.items()}
    scene.call(body=changed_body(scene, lambda item: item.update(values)))
    call = run.sandbox.call_values(operation.id)
    scene = Scene(run.target, operation, call.values, call.body)
    shown = result_view(
        run, scene, scene.call(body=changed_body(scene, without(optional_fields(operation))))
    )
    for path in (path for path, value in shown.items() if value == marker):
        problem = "a field that is left out shows the value of an earlier call"
        law = source_of(operation.id)
        yield CellFinding(operation.id, "no optional fields", problem, law, path)


def _variants(operation: Operation, usual: Scene) -> Iterator[Variant]:
    """Yield what a call may leave out, name twice, or write in another notation."""
    for name in _defaults(operation):
        law = _quoted(name, optional_fields(operation)[name])
        yield Variant(f"without {name}", law, without([name]))
    for name, parameter in _parameters(operation).items():
        yield Variant(f"without {name}", _quoted(name, parameter), values={name: None})
    if isinstance(usual.json, dict):
        cell, law = "the same JSON in another notation", "RFC 8259: names have no order"
        yield Variant(cell, law, is_rewritten=True)
    shown = shown_names(area_of(packaged_operations()[operation.id]))
    for name, value in usual.fields.items():
        is_set = name.endswith("Ids") or name not in shown
        if isinstance(value, list) and value and is_set and isinstance(value[0], str):
            cell, law = f"{name} with an id twice", "an id that is named twice is one thing"
            yield Variant(cell, law, partial(_repeat, name=name), may_be_refused=True)


def _quoted(name: str, schema: Json) -> str:
    return f'spec: {name} "{schema["description"]}"'


def _defaults(operation: Operation) -> dict[str, Any]:
    """Return the documented defaults of the optional fields of a creation."""
    if not packaged_kinds().created_by(operation.id):
        return {}  # An update leaves such a field as it is.
    found = {
        name: documented_default(schema) for name, schema in optional_fields(operation).items()
    }
    return {name: default for name, default in found.items() if default is not None}


def _equal_results(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield variants with another result. What differs between two equal calls is left out."""
    usual = _usual(run, operation)
    for variant in _variants(operation, prepare(run, operation, _longest(operation))):
        found = _result(run, operation, variant)
        if differs(usual, found) and not run.target.reset_server:
            usual, found = _usual(run, operation), _result(run, operation, variant)
        is_refused = 400 <= found.get("status", 0) < _FAILURE
        if differs(usual, found) and not (is_refused and variant.may_be_refused):
            problem = "has another result than the call that means the same"
            law = f"{variant.law}; {source_of(operation.id)}"
            yield CellFinding(operation.id, variant.cell, problem, law)
    yield from _empty_lists(run, operation, usual)


def _empty_lists(
    run: MatrixRun, operation: Operation, usual: tuple[Json, Json]
) -> Iterator[CellFinding]:
    """Yield optional lists that are taken for absent if they are empty, and not refused."""
    if not body_schema(operation.id):
        return  # A form without values of a field does not have the field.
    for name, schema in optional_fields(operation).items():
        if "items" not in schema:
            continue
        cell = f"{name} empty"
        empty = _result(run, operation, Variant(cell, "", partial(put, path=(name,), value=[])))
        is_kept = any(value for path, value in empty.items() if path.endswith(f"/{name}"))
        # Without a documented effect, a list that is left out is empty too.
        has_effect = "Without them" in schema["description"]
        if is_kept or (has_effect and _is_absent(run, operation, name, usual, empty)):
            problem = "has the effect of the call without the list"
            law = f"an empty list names nothing; {_quoted(name, schema)}"
            yield CellFinding(operation.id, cell, problem, f"{law}; {source_of(operation.id)}")


def _is_absent(
    run: MatrixRun, operation: Operation, name: str, usual: tuple[Json, Json], empty: Json
) -> bool:
    """Return True if an empty list changes what a call without it changes."""
    absent = _result(run, operation, Variant("", "", without([name])))
    changed = {path for path in absent.keys() & empty.keys() if is_changed(path, usual, absent)}
    return bool(changed) and all(empty[path] == absent[path] for path in changed)


def _longest(operation: Operation) -> str:
    """Return the name of the example with the most fields; an empty text for the first one."""
    examples = {"": packaged_bodies()[operation.id].get("json", {}), **named_examples(operation.id)}
    return max(examples, key=lambda name: len(examples[name]))


def _usual(run: MatrixRun, operation: Operation) -> tuple[Json, Json]:
    usual = Variant("", "")
    return _result(run, operation, usual), _result(run, operation, usual)


def _result(run: MatrixRun, operation: Operation, variant: Variant) -> dict[str, Any]:
    """Return what a variant of a call with all documented defaults shows."""
    scene, headers = prepare(run, operation, _longest(operation)), {}
    parameters = {
        name: json.dumps(documented_default(parameter))
        for name, parameter in _parameters(operation).items()
    }

    def change(item: Json) -> None:
        item |= _defaults(operation)
        variant.change(item)

    body = changed_body(scene, change) if scene.fields else {}
    if variant.is_rewritten:
        text = json.dumps(dict(reversed(body["json"].items())), indent=1).replace("/", "\\/")
        body, headers = {"content": text.encode()}, {"Content-Type": "application/json"}
    values = {**parameters, **variant.values}
    return result_view(run, scene, scene.call(values=values, body=body, extra_headers=headers))


EQUIVALENCE = Matrix(_cells, _excluded)
