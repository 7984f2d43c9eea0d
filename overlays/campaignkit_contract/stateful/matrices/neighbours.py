"""Matrix of neighbours: a write leaves equal things, children and copies as they are."""

from collections.abc import Iterator

from ...spec.document import packaged_operations
from ...spec.routes import Operation
from ...targets.target import Target
from .changes import problems_of
from .copies import copy_cells
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .population import Population, populate
from .preparation import prepare
from .restorations import restoration_cells
from .rows import Rows, changed_places
from .scenes import Scene, unprepared
from .shared_leads import shared_lead_cells

_LAW = "a write changes only what it names"
_LAWS = {
    "a repetition": "a repeated write leaves what the first one left (RFC 9110, 9.2.2)",
    "a refused call": "a call that is refused changes nothing",
}
_UPDATED_AT = "updatedAt"
_JOB_SECONDS = 60


def neighbours_matrix(target: Target) -> Iterator[str]:
    """Check that a write leaves equal resources, children and copies as they are."""
    return NEIGHBOURS.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if target.method(operation) == "GET":
        return "it is a read"
    if not target.is_exclusive(operation.id):
        return "others use the account"
    return unprepared(target, operation)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    # Without a reset, the population has the values that a later write sends.
    yield from copy_cells(run, operation)
    if population := populate(run, prepare(run, operation)):
        yield from _write(run, population)
    yield from restoration_cells(run, operation)
    yield from shared_lead_cells(run, operation)


def _write(run: MatrixRun, population: Population) -> Iterator[CellFinding]:
    """Send a call twice; a server may refuse it, because other things use what it changes."""
    scene = population.scene
    if run.target.reset_server:
        run.target.wait(_JOB_SECONDS)  # so that no job ends during the write
    name, before = scene.operation.id, _rows(run, population)
    exchange = scene.call()
    after = _rows(run, population)
    if exchange.status < 300:
        for problem in problems_of(scene, exchange, before, after):
            yield CellFinding(name, "neighbours", problem, f"{_LAW}; {source_of(name)}")
    else:
        yield from _changes(scene, "a refused call", before, after)
    if run.target.reset_server is None:
        return  # A repetition has few bugs of its own.
    repeated = scene.call()
    again = _rows(run, population)
    if repeated.status >= 300:
        yield from _changes(scene, "a refused call", after, again)
    elif _is_repeatable(run, scene.operation):
        yield from _changes(scene, "a repetition", after, again)


def _rows(run: MatrixRun, population: Population) -> Rows:
    scene, near = population.scene, population.neighbours
    return run.named_rows(scene.operation, scene.named, *near)


def _changes(scene: Scene, cell: str, before: Rows, after: Rows) -> Iterator[CellFinding]:
    """Yield lists and resources that a call without an effect changes; times may move."""
    old, new = (
        {place: {**row, _UPDATED_AT: None} for place, row in rows.items()}
        for rows in (before, after)
    )
    name = scene.operation.id
    for operation in dict.fromkeys(place.operation for place in changed_places(old, new)):
        problem = f"changes an item of {operation}"
        yield CellFinding(name, cell, problem, f"{_LAWS[cell]}; {source_of(name)}")


def _is_repeatable(run: MatrixRun, operation: Operation) -> bool:
    """Return True if a second equal call changes nothing again."""
    if run.sandbox.kinds.created_by(operation.id):
        return False
    is_verified = "x-verify" in packaged_operations()[operation.id].node
    return is_verified or run.target.method(operation) in {"PUT", "DELETE"}


NEIGHBOURS = Matrix(_cells, _excluded)
