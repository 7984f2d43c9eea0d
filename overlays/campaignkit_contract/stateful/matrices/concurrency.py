"""Matrix of concurrency: two equal writes at once have the effect of two in a row."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

from ...exchange import Exchange
from ...spec.kinds import Kind
from ...spec.routes import Operation
from ...targets.requests import payload
from ...targets.target import CALLERS_LIST, LIST, Target
from ..job_results import job_starts
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .results import leaves
from .rows import Rows, rows_of
from .scenes import Scene, unprepared

_READS = 3  # while a write is under way
_PAIRS = 3  # on a server over a network, where a race does not show each time
_RESERVED = 4  # requests: two calls, and a read of the sandbox before each
_FIRST_READS = {"sonarly": LIST, "callers": CALLERS_LIST}
_LAW = "two equal calls at once have the effect of two in a row"


@dataclass(frozen=True)
class Effect:
    """Outcome of two calls, without ids and times."""

    statuses: tuple[int, ...]
    changes: Counter[tuple[str, str, str]]
    """How many rows are new, gone or changed, by read and changed fields."""
    ids: Mapping[str, bool]
    """For each id in both responses, by path: whether they agree in it."""


def concurrency_matrix(target: Target) -> Iterator[str]:
    """Check that writes at the same time happen one after the other, and reads show no half."""
    return CONCURRENCY.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if target.method(operation) == "GET":
        return "it is a read"
    return unprepared(target, operation)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    pairs = _pairs(run, operation)
    in_row = _effect(run, operation, _in_row) if pairs else None
    for _ in range(pairs):
        at_once = _effect(run, operation, _at_once)
        if in_row and (found := [*_differences(run, operation, in_row, at_once)]):
            yield from found
            break
    yield from _reads_meanwhile(run, operation)


def _pairs(run: MatrixRun, operation: Operation) -> int:
    """Return how often an operation is called twice at once."""
    if run.target.reset_server:
        return 1
    if not run.target.is_exclusive(operation.id):
        return int(_is_repeatable(run, operation))
    return 0 if run.is_final(operation) else _PAIRS if run.can_undo(operation) else 1


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


def _effect(
    run: MatrixRun, operation: Operation, send: Callable[[Scene], list[Exchange]]
) -> Effect:
    scene = prepare(run, operation)
    before = _rows(run, scene)
    exchanges = send(scene)
    after = _rows(run, scene)
    statuses = sorted(exchange.status for exchange in exchanges)
    return Effect(tuple(statuses), _changes(before, after), _agreement(exchanges))


def _agreement(exchanges: list[Exchange]) -> dict[str, bool]:
    """Return whether two successful responses agree in each id, by path."""
    if any(exchange.status >= 300 or not exchange.body for exchange in exchanges):
        return {}
    first, second = (dict(leaves(payload(exchange))) for exchange in exchanges)
    return {
        path: first[path] == second[path]
        for path in first.keys() & second.keys()
        if path.endswith(("/id", "Id"))
    }


def _rows(run: MatrixRun, scene: Scene) -> Rows:
    """Return the rows of the area; on a server without reset, those near what the run makes.

    There other resources keep the effects of earlier calls, and jobs go on.
    """
    if run.target.reset_server:
        return run.rows(scene.operation, scene.named, in_area=True)
    kind = _kind(run, scene)
    is_made = kind is not None and kind.creators and kind.creators[0].operation not in job_starts()
    if kind is None or not (is_made and run.target.is_exclusive(scene.operation.id)):
        return {}
    return rows_of(run.state.read_kind(kind, scene.named))


def _in_row(scene: Scene) -> list[Exchange]:
    return [scene.call(), scene.call()]


def _at_once(scene: Scene) -> list[Exchange]:
    target, barrier = scene.target, Barrier(2)

    def send(call: Callable[[], Exchange]) -> Exchange:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(2) as executor:
        if not target.reset_server:
            # Afterwards two connections are open, and none has to be made for the calls.
            target.reserve(2)
            list(executor.map(send, [lambda: target.ask(_FIRST_READS[_vendor(scene)])] * 2))
        target.reserve(_RESERVED)
        return list(executor.map(send, [scene.call] * 2))


def _vendor(scene: Scene) -> str:
    return scene.target.route(scene.operation).vendor


def _changes(before: Rows, after: Rows) -> Counter[tuple[str, str, str]]:
    changes: Counter[tuple[str, str, str]] = Counter()
    for place in dict.fromkeys([*before, *after]):
        old, new = before.get(place), after.get(place)
        if old is None or new is None:
            changes[place.operation, "a new item" if old is None else "a removed item", ""] += 1
        elif old != new:
            names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
            changes[place.operation, "a changed item", ", ".join(sorted(names))] += 1
    return changes


def _reads_meanwhile(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield reads during a write that show neither the state before it nor that after it."""
    scene = prepare(run, operation)
    kind = _kind(run, scene)
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


def _kind(run: MatrixRun, scene: Scene) -> Kind | None:
    """Return the kind of the resource that a call creates or acts on."""
    created = run.sandbox.kinds.created_by(scene.operation.id)
    if created:
        return created[0]
    name = scene.resource
    return run.sandbox.kinds.of(scene.operation.id, name) if name else None


CONCURRENCY = Matrix(_cells, _excluded)
