"""Matrix of concurrency: two writes at once have the effect of two in a row."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from ...exchange import Exchange
from ...spec.routes import Operation
from ...targets.target import Target
from .changes import ends_job
from .different_calls import different_calls
from .effects import Effect, acted_kind, effect_of, send_together
from .finding import CellFinding, source_of
from .lost_updates import lost_updates
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .rows import Rows, rows_of
from .scenes import Scene, unprepared

_READS = 3  # while a write is under way
_PAIRS = 3  # on a server over a network, where a race does not show each time
_LAW = "two equal calls at once have the effect of two in a row"


def concurrency_matrix(target: Target) -> Iterator[str]:
    """Check that writes at the same time happen one after the other, and reads show no half."""
    return CONCURRENCY.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if target.method(operation) == "GET":
        return "it is a read"
    return unprepared(target, operation)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    pairs = _pairs(run, operation)
    in_row = effect_of(run, operation, _in_row) if pairs else None
    for _ in range(pairs):
        at_once = effect_of(run, operation, _at_once)
        if in_row is None or (ends_job(operation) and _has_ended(run, in_row, at_once)):
            continue
        if found := [*_differences(run, operation, in_row, at_once)]:
            yield from found
            break
    yield from (different_calls if run.target.reset_server else lost_updates)(run, operation)
    yield from _reads_meanwhile(run, operation)


def _pairs(run: MatrixRun, operation: Operation) -> int:
    """Return how often an operation is called twice at once."""
    if run.target.reset_server:
        return 1
    if not run.target.is_exclusive(operation.id):
        return int(_is_repeatable(run, operation))
    return 0 if run.is_final(operation) else _PAIRS if run.can_undo(operation) else 1


def _has_ended(run: MatrixRun, *effects: Effect) -> bool:
    """Return True if a job ended by itself before two calls that end it."""
    return run.target.reset_server is None and any(
        min(effect.statuses) >= 400 for effect in effects
    )


def _differences(
    run: MatrixRun, operation: Operation, in_row: Effect, at_once: Effect
) -> Iterator[CellFinding]:
    law = f"{_LAW}; {source_of(operation.id)}"
    if at_once.statuses != in_row.statuses:
        shown = " and ".join(map(str, at_once.statuses))
        expected = " and ".join(map(str, in_row.statuses))
        problem = f"return {shown}, expected {expected}"
        yield CellFinding(operation.id, "two calls at once", problem, law)
    elif at_once.changes != in_row.changes:
        problem = "have another effect than two in a row"
        different = (at_once.changes - in_row.changes) + (in_row.changes - at_once.changes)
        detail = ", ".join(sorted({f"{change} in {read}" for read, change, _ in different}))
        yield CellFinding(operation.id, "two calls at once", problem, law, detail)
    for path, is_equal in in_row.ids.items():
        if at_once.ids.get(path, is_equal) != is_equal:
            problem = f"show {'two ids' if is_equal else 'one id'} in {path}"
            yield CellFinding(operation.id, "two calls at once", problem, law)


def _is_repeatable(run: MatrixRun, operation: Operation) -> bool:
    """Return True if a run can make and remove what each call acts on."""
    kinds, names = run.sandbox.kinds, run.sandbox.kinds.path_parameters(operation.id)
    is_creation = kinds.created_by(operation.id) is not None
    return not is_creation and bool(names) and bool(kinds.of(operation.id, names[-1]).creators)


def _in_row(scene: Scene) -> list[Exchange]:
    return [scene.call(), scene.call()]


def _at_once(scene: Scene) -> list[Exchange]:
    return send_together(scene, [scene.call], [scene.call])


def _reads_meanwhile(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield reads during a write that show neither the state before it nor that after it."""
    scene = prepare(run, operation)
    kind = acted_kind(run, scene)
    if kind is None:
        return

    def read() -> Rows:
        return rows_of(run.state.read_kind(kind, scene.values))

    before = read()
    with ThreadPoolExecutor(1) as executor:
        write = executor.submit(scene.call)
        seen = [read() for _ in range(_READS)]
        write.result()
    after = read()
    for rows in seen:
        for place in before.keys() | after.keys() | rows.keys():
            if rows.get(place) not in (before.get(place), after.get(place)):
                problem = f"{place.operation} shows another state than before and after"
                yield CellFinding(operation.id, "reads during the call", problem, _LAW)


CONCURRENCY = Matrix(_cells, _excluded)
