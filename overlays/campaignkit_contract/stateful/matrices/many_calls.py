"""Cell of many calls: the seventh call on a new resource has an effect if the first has one."""

from collections.abc import Iterator

from ...spec.kinds import Kind
from ...spec.routes import Operation
from ...targets.discovery import pointer_values
from ...targets.requests import json_body
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .preparation import prepare
from .rows import Rows, rows_of
from .scenes import Scene, arrange

_MANY = 7


def many_calls(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield a finding if the last of many calls changes nothing that the first one changes."""
    created = run.sandbox.kinds.created_by(operation.id)
    name = Scene(run.target, operation).resource
    kind = created[0] if created else run.sandbox.kinds.of(operation.id, name) if name else None
    if kind is None or not kind.creators:
        return
    scene = prepare(run, operation)
    for number in range(_MANY):
        if number:
            scene = arrange(run.target, run.sandbox, operation)
        is_read = number in {0, _MANY - 1}
        id_ = "" if created or not name else str(scene.values[name])
        before = _rows(run, scene, kind, id_) if is_read else {}
        exchange = scene.call()
        if exchange.status >= 300:
            return  # The state allows no more calls.
        if created:
            id_ = next(iter(pointer_values(json_body(exchange), created[1].pointer)), "")
        if is_read and before == _rows(run, scene, kind, id_):
            if number == 0:
                return  # No read shows what the operation changes.
            problem = "changes nothing, and the first call does"
            law = f"equal calls have equal effects; {source_of(operation.id)}"
            yield CellFinding(operation.id, f"call {_MANY} on a new resource", problem, law)


def _rows(run: MatrixRun, scene: Scene, kind: Kind, id_: str) -> Rows:
    """Return the rows of one resource."""
    state = run.state.read_kind(kind, {**scene.named, kind.parameter: id_ or None})
    return {place: row for place, row in rows_of(state).items() if place.id == id_}
