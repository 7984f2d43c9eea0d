"""Cells of concurrency: two writes at once change different fields of one resource."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations
from ...spec.examples import packaged_bodies
from ...spec.kinds import Kind
from ...spec.routes import Operation
from .effects import Effect, Request, effect_of, send_together
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .scenes import Scene
from .schemas import area_of, body_schema, is_free_text, properties, shown_names
from .surroundings import changed_kind, other_writes

_PAYMENT_REQUIRED = 402
_CALLS = 3  # in a row, so that one of them comes while another call is under way
_LAW = "two calls at once have the effect of two in a row"
CallSequences = Sequence[Sequence[Request]]
"""The calls of two threads."""

Update = tuple[Operation, Mapping[str, str | None], Any]
"""Operation, path values and JSON body of an update."""


def different_calls(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield findings about two writes at once that differ, or that share a resource."""
    if has_two_updates(run, operation):
        cell = "two different calls at once"
        yield from _compared(run, operation, cell, partial(_different_fields, run))
    kind = changed_kind(run, Scene(run.target, operation))
    if run.target.method(operation) == "PATCH" and kind and kind.creators:
        cell = "two calls at once for two resources"
        yield from _compared(run, operation, cell, partial(_two_resources, run, kind))
    for name, number in _amounts(operation):
        cell = f"two calls at once, with {number} as {name}"
        yield from _compared(run, operation, cell, partial(_two_amounts, name, number))


def has_two_updates(run: MatrixRun, operation: Operation) -> bool:
    """Return True if two updates of one resource can name different fields."""
    return _is_partial(run, operation) or bool(_other_writes(run, operation))


def _compared(
    run: MatrixRun, operation: Operation, cell: str, make: Callable[[Scene], CallSequences]
) -> Iterator[CellFinding]:
    """Yield a finding if calls at once have an effect that they cannot have in a row."""

    def effect(send: Callable[..., list[Exchange]]) -> Effect:
        return effect_of(run, operation, lambda scene: send(scene, *make(scene)), in_area=False)

    at_once = effect(send_together)
    orders = (partial(_in_turn, position) for position in reversed(range(_CALLS + 1)))
    if all(at_once != effect(send) for send in orders):
        problem, law = "have another effect than in a row", source_of(operation.id)
        yield CellFinding(operation.id, cell, problem, f"{_LAW}; {law}")


def _in_turn(
    position: int, _: Scene, first: Sequence[Request], second: Sequence[Request]
) -> list[Exchange]:
    """Send the first calls one by one, and the second ones at a position among them."""
    return [call() for call in [*first[:position], *second, *first[position:]]]


def _is_partial(run: MatrixRun, operation: Operation) -> bool:
    """Return True for an update that may send one shown field and leave out another one."""
    kinds = run.sandbox.kinds.all.values()
    is_update = run.target.method(operation) == "PATCH" or any(
        kind.updater == operation.id for kind in kinds
    )
    return (
        is_update and not body_schema(operation.id).get("required") and len(_shown(operation)) > 1
    )


def _shown(operation: Operation) -> list[str]:
    """Return the fields of the example body that responses show."""
    shown = shown_names(area_of(packaged_operations()[operation.id]))
    return [name for name in packaged_bodies()[operation.id].get("json", {}) if name in shown]


def two_updates(run: MatrixRun, scene: Scene) -> tuple[Update, Update]:
    """Return two updates of one resource that name different fields."""
    if not _is_partial(run, scene.operation):
        [other, *_] = _other_writes(run, scene.operation)
        call = run.sandbox.call_values(other.id, scene.values)
        return (scene.operation, scene.values, scene.json), (other, call.values, call.json)
    [first, *_] = _shown(scene.operation)
    rest = {name: value for name, value in scene.json.items() if name != first}
    one, others = {first: scene.json[first]}, rest
    return (scene.operation, scene.values, one), (scene.operation, scene.values, others)


def _different_fields(run: MatrixRun, scene: Scene) -> CallSequences:
    """Return several calls, and one that changes other fields of the same resource."""
    (_, _, body), (other, values, rest) = two_updates(run, scene)
    others: list[Request] = [
        partial(run.target.ask, other.id, values, body={"json": renewed(run, other, rest)})
        for _ in range(_CALLS)
    ]
    # In process, the call that comes last to the barrier begins first.
    return [others, [partial(scene.call, body={"json": body} if body else None)]]


def _two_resources(run: MatrixRun, kind: Kind, scene: Scene) -> CallSequences:
    """Return the same call for two resources, of which only one may get a unique name."""
    other = run.sandbox.make(kind.name)
    return [[partial(scene.call, values=other.values)], [scene.call]]


def _amounts(operation: Operation) -> Iterator[tuple[str, int]]:
    """Yield the documented amounts of a call that costs credits, which may suffice for one call."""
    for name, schema in properties(body_schema(operation.id)).items():
        if _PAYMENT_REQUIRED in operation.statuses and schema.get("type") == "integer":
            for number in re.findall(r"\d[\d,]*", schema["description"]):
                yield name, int(number.replace(",", ""))


def _two_amounts(name: str, number: int, scene: Scene) -> CallSequences:
    """Return two calls that are paid from the same credits."""
    call = partial(scene.call, body={"json": {**scene.json, name: number}})
    return [[call], [call]]


def renewed(run: MatrixRun, operation: Operation, body: Json) -> Json:
    """Return a body with new texts, so that each call changes something."""
    schemas = properties(body_schema(operation.id))
    texts = [
        name for name in body if is_free_text(schemas[name]) and not name.endswith(("Id", "Url"))
    ]
    return {**body, **{name: run.sandbox.texts.name() for name in texts}}


def _other_writes(run: MatrixRun, operation: Operation) -> list[Operation]:
    scene = Scene(run.target, operation)
    kind = changed_kind(run, scene)
    is_removal = run.target.method(operation) == "DELETE"
    return other_writes(run, scene, kind) if kind and not is_removal else []
