"""Matrix of lifecycles: random walks through the states of campaigns, jobs and other resources."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from ...exchange import Exchange
from ...sandbox import Resource
from ...sandbox.recorder import created_resource
from ...spec.document import Json, final_statuses
from ...spec.kinds import Kind, packaged_kinds
from ...spec.routes import Operation
from ...targets.listing import items
from ...targets.requests import payload
from ...targets.target import Target
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .scenes import Scene, unprepared
from .schemas import item_properties, properties, response_schema

_WALKS, _STEPS = 5, 14
_STEPS_BEFORE_REMOVAL = 8
_WAITS = (1, 4, 20)  # seconds
_CELL = "a random walk"
_LAW = "a resource goes through its states in one direction"
_FIXED = ("createdAt", "startedAt")
_RISING = ("updatedAt",)
_GONE = 404


@dataclass
class Walk:
    """One resource on its way through its states."""

    kind: Kind
    resource: Resource
    statuses: list[str] = field(default_factory=list)
    """Statuses in the order in which they were seen, each once in a row."""
    last: Json | None = None
    """What the latest read has shown."""
    is_gone: bool = False

    def see(self, row: Json | None, terminal: frozenset[str]) -> Iterator[str]:
        """Record a read, and yield what must not happen in a lifecycle."""
        if row is None:
            self.is_gone = True
            return
        if self.is_gone:
            yield "is there again after its removal"
        status = str(row.get("status", ""))  # The validator reports a missing one.
        if status and (not self.statuses or self.statuses[-1] != status):
            if status in self.statuses:
                yield f"returns to the status {status}"
            if self.statuses and self.statuses[-1] in terminal:
                yield f"leaves the final status {self.statuses[-1]}"
            self.statuses.append(status)
        yield from _changed_times(self.last or {}, row)
        self.last = row


def lifecycles_matrix(target: Target) -> Iterator[str]:
    """Check that resources never go back in their states, and that rejected calls change none."""
    return LIFECYCLES.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    created = packaged_kinds().created_by(operation.id)
    if created is None:
        return "it creates nothing"
    if "status" not in _row_properties(created[0]):
        return "what it creates has no status"
    return unprepared(target, operation)


def _row_properties(kind: Kind) -> dict[str, Json]:
    """Return the fields of a resource in its read, or in its list."""
    if kind.reader:
        return properties(response_schema(kind.reader))
    return item_properties(kind.listing) if kind.listing else {}


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    created = run.sandbox.kinds.created_by(operation.id)
    if created is None:
        return
    outcomes: dict[tuple[str, str], int] = {}
    is_repeatable = run.target.is_exclusive(operation.id) and run.can_undo(operation)
    for number in range(_WALKS if is_repeatable else 1):
        if run.target.reset_server:
            run.target.reset_server()
            run.sandbox.forget()
        random = Random(f"{operation.id} {number}")  # noqa: S311 - walks can be repeated
        yield from _walk(run, operation, created[0], random, outcomes)


def _walk(
    run: MatrixRun,
    operation: Operation,
    kind: Kind,
    random: Random,
    outcomes: dict[tuple[str, str], int],
) -> Iterator[CellFinding]:
    walk = Walk(kind, _create(run, operation, kind))
    acting, terminal = _acting(run, kind), final_statuses()
    for problem in walk.see(_row(run, walk), terminal):
        yield _finding(operation.id, problem)
    for number in range(_STEPS):
        # A removal ends the life, so it comes last.
        may_remove = number >= _STEPS_BEFORE_REMOVAL
        steps = [step for step in acting if may_remove or step.id != kind.remover]
        step = random.choice([*steps, None])
        before, status = walk.last, walk.statuses[-1] if walk.statuses else ""
        exchange = None
        if step is None:
            run.target.wait(random.choice(_WAITS))
        else:
            exchange = _act(run, step, walk.resource)
        # What goes back by itself shows in a read.
        acted = step.id if step else kind.reader or kind.listing
        for problem in walk.see(_row(run, walk), terminal):
            yield _finding(acted, problem)
        if step and exchange and status:
            state = "removed" if walk.is_gone and exchange.status == _GONE else status
            yield from _outcome(step, exchange, state, outcomes)
            if exchange.status >= 400 and before and walk.last and _differ(before, walk.last):
                yield _finding(step.id, "is rejected and changes the status")


def _outcome(
    step: Operation,
    exchange: Exchange,
    status: str,
    outcomes: dict[tuple[str, str], int],
) -> Iterator[CellFinding]:
    """Yield a call that is accepted in a status in which it was rejected before, or reversed."""
    if exchange.status not in step.statuses:
        yield _finding(step.id, f"returns {exchange.status}, which is not documented")
    seen = outcomes.setdefault((step.id, status), exchange.status)
    if (seen < 300) is not (exchange.status < 300):
        problem = f"returns {seen} and {exchange.status} in the same status"
        yield CellFinding(step.id, _CELL, problem, _LAW, status)


def _create(run: MatrixRun, operation: Operation, kind: Kind) -> Resource:
    call = run.sandbox.call_values(operation.id)
    exchange = run.target.ask(operation.id, call.values, body=call.body)
    [source] = [source for source in kind.creators if source.operation == operation.id]
    return created_resource(kind, source, exchange, call, run.sandbox.kinds)


def _acting(run: MatrixRun, kind: Kind) -> list[Operation]:
    """Return the writes that act on one resource of a kind."""
    return [
        operation
        for _, method, operation in run.target.operations()
        if method != "GET"
        and (name := Scene(run.target, operation).resource)
        and run.sandbox.kinds.of(operation.id, name).name == kind.name
        and run.sandbox.kinds.created_by(operation.id) is None
    ]


def _act(run: MatrixRun, operation: Operation, resource: Resource) -> Exchange:
    call = run.sandbox.call_values(operation.id, resource.values)
    names = {parameter.name for parameter in operation.parameters}
    values = {name: value for name, value in call.values.items() if name in names}
    return run.target.ask(operation.id, values, body=call.body)


def _row(run: MatrixRun, walk: Walk) -> Json | None:
    """Return the resource as a read shows it now; None if it does not exist."""
    kind, values = walk.kind, walk.resource.values
    name = kind.reader or kind.listing
    wanted = run.sandbox.kinds.path_parameters(name)
    given: dict[str, str | None] = {item: values[item] for item in wanted if item in values}
    if kind.reader:
        exchange = run.target.ask(name, given)
        row: Any = None if exchange.status == _GONE else payload(exchange)
        return row if isinstance(row, dict) else None
    parents = {**(walk.last or {}), **(walk.resource.payload or {})}
    given |= {item: str(parents[item]) for item in wanted if item in parents}
    found = (item for item in items(run.target, name, **given) if item["id"] == walk.resource.id)
    return next(found, None)


def _changed_times(before: Json, row: Json) -> Iterator[str]:
    for name in _FIXED:
        if before.get(name) and before[name] != row.get(name):
            yield f"changes {name}"
    for name in _RISING:
        old, new = before.get(name), row.get(name)
        if old and new and datetime.fromisoformat(new) < datetime.fromisoformat(old):
            yield f"decreases {name}"


def _differ(before: Json, after: Json) -> bool:
    """Return True if a rejected call changed the status; that of a job changes by itself."""
    is_job = "jobId" in after or "scanId" in after
    return not is_job and before.get("status") != after.get("status")


def _finding(operation: str, problem: str) -> CellFinding:
    return CellFinding(operation, _CELL, problem, f"{_LAW}; {source_of(operation)}")


LIFECYCLES = Matrix(_cells, _excluded)
