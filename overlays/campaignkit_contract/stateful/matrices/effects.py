"""Effects of two calls, one after the other or at the same time."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Barrier

from ...exchange import Exchange
from ...spec.document import job_reads
from ...spec.kinds import Kind
from ...spec.routes import Operation
from ...targets.requests import payload
from ..job_results import job_starts
from .matrix import MatrixRun
from .preparation import prepare
from .results import leaves
from .rows import Rows, rows_of
from .scenes import Scene

_RESERVED = 4  # requests: two calls, and a read of the sandbox before each
Request = Callable[[], Exchange]
"""Function that sends a call."""


@dataclass(frozen=True)
class Effect:
    """Outcome of two calls, without ids and times."""

    statuses: tuple[int, ...]
    changes: Counter[tuple[str, str, str]]
    """How many rows are new, gone or changed, by read and changed fields."""
    ids: Mapping[str, bool] = field(compare=False)
    """For each id in the first two responses, by path: whether they agree in it."""


def effect_of(
    run: MatrixRun,
    operation: Operation,
    send: Callable[[Scene], list[Exchange]],
    *,
    in_area: bool = True,
) -> Effect:
    """Prepare an operation, send calls, and return their effect on the area or on its kind."""
    scene = prepare(run, operation)
    before = _rows(run, scene, in_area=in_area)
    exchanges = send(scene)
    after = _rows(run, scene, in_area=in_area)
    statuses = sorted(exchange.status for exchange in exchanges)
    # On a live server, the resources of two preparations have different values.
    changes = _changes(before, after, has_names=run.target.reset_server is not None)
    return Effect(tuple(statuses), changes, _agreement(exchanges[:2]))


def _agreement(exchanges: Sequence[Exchange]) -> dict[str, bool]:
    """Return whether two successful responses agree in each id, by path."""
    if any(exchange.status >= 300 or not exchange.body for exchange in exchanges):
        return {}
    first, second = (dict(leaves(payload(exchange))) for exchange in exchanges)
    return {
        path: first[path] == second[path]
        for path in first.keys() & second.keys()
        if path.endswith(("/id", "Id"))
    }


def _rows(run: MatrixRun, scene: Scene, *, in_area: bool) -> Rows:
    """Return the rows of the area, or near what the run makes, as on a server without reset.

    There other resources keep the effects of earlier calls, and jobs go on.
    """
    if run.target.reset_server and in_area:
        return run.rows(scene.operation, scene.named, in_area=True)
    kind = acted_kind(run, scene)
    if kind is None or not (run.target.reset_server or _may_read(run, scene, kind)):
        return {}
    rows = rows_of(run.state.read_kind(kind, scene.named))
    # A job that ends meanwhile can add a row.
    return rows if run.target.reset_server else run.own_rows(rows, scene.named)


def _may_read(run: MatrixRun, scene: Scene, kind: Kind) -> bool:
    """Return True if only the run changes the resources of a kind that it makes."""
    is_made = bool(kind.creators) and kind.creators[0].operation not in job_starts()
    return is_made and run.target.is_exclusive(scene.operation.id)


def send_together(scene: Scene, *calls: Sequence[Request]) -> list[Exchange]:
    """Send two sequences of calls at the same time, each in another thread."""
    target, barrier = scene.target, Barrier(2)

    def send(own: Sequence[Request]) -> list[Exchange]:
        barrier.wait()
        return [call() for call in own]

    with ThreadPoolExecutor(2) as executor:
        if not target.reset_server and (read := _first_read(scene)):
            # Afterwards two connections are open, and none has to be made for the calls.
            target.reserve(2)
            list(executor.map(send, [[partial(target.ask, read)]] * 2))
        target.reserve(_RESERVED)
        return [exchange for found in executor.map(send, calls) for exchange in found]


def _first_read(scene: Scene) -> str:
    """Return a read that may be called at any time; an empty text without one.

    Both vendors have one base URL, so a read of either opens the connections. A read of a job is
    left out: the job goes on by it.
    """
    reads = (read.id for _, read in scene.target.known_reads() if read.id not in job_reads())
    return next(reads, "")


def _changes(before: Rows, after: Rows, *, has_names: bool) -> Counter[tuple[str, str, str]]:
    """Count the rows that differ, by read and, if wanted, by the names of their changed fields."""
    changes: Counter[tuple[str, str, str]] = Counter()
    for place in dict.fromkeys([*before, *after]):
        old, new = before.get(place), after.get(place)
        if old is None or new is None:
            changes[place.operation, "a new item" if old is None else "a removed item", ""] += 1
        elif old != new:
            names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
            changed = ", ".join(sorted(names)) if has_names else ""
            changes[place.operation, "a changed item", changed] += 1
    return changes


def acted_kind(run: MatrixRun, scene: Scene) -> Kind | None:
    """Return the kind of the resource that a call creates or acts on."""
    created = run.sandbox.kinds.created_by(scene.operation.id)
    if created:
        return created[0]
    name = scene.resource
    return run.sandbox.kinds.of(scene.operation.id, name) if name else None
