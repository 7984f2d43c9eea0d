"""Cells of concurrency without a reset: updates at once change different fields of a resource."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from ...exchange import Exchange
from ...sandbox.guard import succeeded
from ...spec.routes import Operation
from ...targets.requests import payload
from .different_calls import Update, has_two_updates, renewed, two_updates
from .effects import send_together
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .preparation import prepare
from .rows import rows_of
from .scenes import Scene

_ROUNDS = 4  # because a race does not show each time over a network
_CALLS = 3  # in a row, so that one of them comes while another call is under way
_LAW = "of two updates at once, each changes the fields that it names"


def lost_updates(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield a finding if one of two updates of a resource of the run is lost."""
    if not has_two_updates(run, operation):
        return
    scene = prepare(run, operation)
    id_ = scene.values.get(scene.resource or "") or ""
    may_send = run.target.is_exclusive(operation.id) or run.sandbox.is_own(id_)
    updates = two_updates(run, scene) if may_send and scene.json else ()
    if not updates or updates[0][2].keys() & updates[1][2].keys():
        return
    for number in range(_ROUNDS):
        # The update that is sent once is lost more often.
        many, one = updates if number % 2 else updates[::-1]
        if names := _lost(run, scene, many, one):
            problem = f"lose {', '.join(names)}"
            law = f"{_LAW}; {source_of(operation.id)}"
            yield CellFinding(operation.id, "two different calls at once", problem, law)
            return


def _lost(run: MatrixRun, scene: Scene, many: Update, one: Update) -> list[str]:
    """Send an update several times and another one once; return the fields that are lost."""
    calls = [
        [partial(_send, run, update) for _ in range(count)]
        for update, count in ((many, _CALLS), (one, 1))
    ]
    exchanges = send_together(scene, *calls)
    if not all(succeeded(exchange) for exchange in exchanges):
        return []  # Another check says so, or the state forbids a second update.
    id_ = str(scene.values[str(scene.resource)])
    kind = run.sandbox.kinds.of(scene.operation.id, str(scene.resource))
    shown = rows_of(run.state.read_kind(kind, scene.named))
    rows = [row for place, row in shown.items() if place.id == id_]
    expected = {
        **_returned(exchanges[_CALLS - 1], id_, [*many[2]]),
        **_returned(exchanges[-1], id_, [*one[2]]),
    }
    return [
        name
        for name, value in expected.items()
        if any(row[name] != value for row in rows if name in row)
    ]


def _send(run: MatrixRun, update: Update) -> Exchange:
    operation, values, body = update
    return run.target.ask(operation.id, values, body={"json": renewed(run, operation, body)})


def _returned(exchange: Exchange, id_: str, names: Sequence[str]) -> dict[str, Any]:
    """Return the fields of a resource that a call has sent, as its response shows them."""
    rows = rows_of({"": payload(exchange)})
    [row, *_] = [row for place, row in rows.items() if place.id == id_] or [{}]
    return {name: row[name] for name in names if name in row}
