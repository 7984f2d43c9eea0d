"""Cells of copies: a later write to a copy leaves its original as it is, and the opposite."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from ...spec.document import packaged_operations
from ...spec.expressions import value_at
from ...spec.kinds import Kind, Source
from ...spec.routes import Operation
from ...targets.requests import json_body
from ...targets.target import CheckFailed, SkipCheck
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .preparation import prepare
from .rows import Rows, changed_places
from .siblings import path_names

Values = Mapping[str, str | None]
_LAW = "a copy and its original are two resources"
_EFFECTS = ("changes", "reaches-people", "irreversible")


def copy_cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Copy a resource and send each write to the copy and to the original."""
    created = run.sandbox.kinds.created_by(operation.id)
    if created is None or created[0].parameter not in path_names(run.target.route(operation)):
        return
    writes = _writes(run, operation, created[0].parameter)
    # What is started cannot be deleted.
    for is_deletion in (False, True):
        chosen = [write for write in writes if _is_deletion(run, write) is is_deletion]
        yield from _later_writes(run, operation, created, chosen)


def _is_deletion(run: MatrixRun, operation: Operation) -> bool:
    return run.target.method(operation) == "DELETE"


def _later_writes(
    run: MatrixRun, operation: Operation, created: tuple[Kind, Source], writes: list[Operation]
) -> Iterator[CellFinding]:
    parameter, scene = created[0].parameter, prepare(run, operation)
    original = str(scene.values[parameter])
    copy = str(value_at(json_body(scene.call()), created[1].pointer))
    both: list[Values] = [{**scene.named, parameter: id_} for id_ in (original, copy)]
    before = _rows(run, operation, both)
    for write in writes:
        for changed, kept in ((copy, original), (original, copy)):
            with suppress(CheckFailed, SkipCheck):
                call = run.sandbox.call_values(write.id, {**scene.values, parameter: changed})
                run.target.ask(write.id, call.values, body=call.body)
            after = _rows(run, operation, both)
            for place in changed_places(before, after):
                if kept == place.id or f"={kept} " in f"{place.read} ":
                    which = "the original" if kept == original else "the copy"
                    problem = f"{write.id} also changes {which} in {place.operation}"
                    law = f"{_LAW}; {source_of(operation.id)}"
                    yield CellFinding(operation.id, "a later write", problem, law)
            before = after


def _rows(run: MatrixRun, operation: Operation, named: list[Values]) -> Rows:
    return run.named_rows(operation, *named)


def _writes(run: MatrixRun, operation: Operation, parameter: str) -> list[Operation]:
    """Return the other writes of a kind, first those that can be reverted.

    On a server without reset, what a start begins goes on meanwhile.
    """
    kinds = run.sandbox.kinds
    kind = kinds.of(operation.id, parameter)
    writes = [
        other
        for _, method, other in run.target.operations()
        if method != "GET"
        and parameter in path_names(run.target.route(other))
        and kinds.of(other.id, parameter) == kind
        and not kinds.created_by(other.id)
    ]
    nodes = packaged_operations()
    if run.target.reset_server is None:
        writes = [
            other
            for other in writes
            if nodes[other.id].node["x-effect"] == _EFFECTS[0] or _is_deletion(run, other)
        ]
    return sorted(writes, key=lambda other: _EFFECTS.index(nodes[other.id].node["x-effect"]))
