"""Cells of restorations: what is archived and created again is as it was, with its children."""

from collections.abc import Iterator

from ...sandbox.guard import succeeded
from ...spec.routes import Operation
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .population import add_children
from .preparation import prepare
from .rows import Place, Rows
from .upserts import created_object

_LAW = "what is archived is restored if it is created again"
_OF_RETURN = frozenset({"status", "updatedAt"})
"""Fields that a server may change when it takes up something again."""


def restoration_cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Archive a resource with children, create it again, and compare."""
    created = run.sandbox.kinds.created_by(operation.id)
    if created is None or not created[0].aliases or not created[0].remover:
        return
    kind, scene = created[0], prepare(run, operation)
    made = run.sandbox.make(kind.name, values=scene.values, json=created_object(scene.body))
    add_children(run, [made])
    before = run.named_rows(operation, made.values)
    values = {**made.parents, kind.parameter: made.id}
    run.target.ask(kind.remover, values)
    is_kept = succeeded(run.target.ask(kind.reader, values))
    if not (is_kept and succeeded(scene.call())):
        return
    after = run.named_rows(operation, made.values)
    places = [place for place in before if _is_lost(place, before, after, made.id)]
    for name in dict.fromkeys(place.operation for place in places):
        law = f"{_LAW}; {source_of(operation.id)}"
        yield CellFinding(operation.id, "an archived resource", f"changes an item of {name}", law)


def _is_lost(place: Place, before: Rows, after: Rows, own: str) -> bool:
    """Return True if a row is gone or has other fields; a status may change with a return."""
    old, new = before[place], after.get(place, {})
    names = {name for name in old if old[name] != new.get(name)}
    return bool(names - _OF_RETURN if new and place.id == own else names)
