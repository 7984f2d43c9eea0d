"""Matrix: cells for every operation to which a law applies."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ...causes import unreadable_cause
from ...sandbox import Sandbox
from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from ...targets.target import CheckFailed, SkipCheck, Target
from ..evidence import evidence_of
from ..job_results import job_lists
from ..reasons import join_reasons
from .customers import Customers
from .finding import CellFinding, group_findings, source_of
from .rows import Rows, rows_of
from .siblings import known_siblings
from .state import StateReader


class MatrixRun:
    """Run of a matrix against a target."""

    def __init__(self, target: Target) -> None:
        self.target = target
        target.reset()
        self.siblings = known_siblings(target)
        known = target.sandbox
        self.sandbox = known if isinstance(known, Sandbox) else Sandbox(target)
        self.trace_ids: dict[str, int] = {}
        """How often each trace id was seen in an error."""
        self.skipped: dict[str, str] = {}
        """Reasons by the operations whose cells were not all checked."""
        self._unsteady: set[str] = set()

    def new_key(self) -> str:
        """Return an idempotency key that no earlier call of a run had."""
        return self.sandbox.texts.key()

    def can_undo(self, operation: Operation) -> bool:
        """Return True if the run can undo what accepted calls of an operation do.

        On a server without reset, it cannot undo what is not removed for good, or reaches people.
        In a disposable account it may reach people, and archive what it made.
        """
        if self.target.reset_server:
            return True
        nodes, created = packaged_operations(), self.sandbox.kinds.created_by(operation.id)
        if self.is_final(operation):
            return False
        if self.target.is_exclusive(operation.id):
            return created is None or bool(created[0].remover)
        if nodes[operation.id].node["x-effect"] == "reaches-people":
            return False
        # The read of `x-verify` shows that a removed resource is gone.
        remover = created[0].remover if created else ""
        return created is None or bool(remover and "x-verify" in nodes[remover].node)

    def is_final(self, operation: Operation) -> bool:
        """Return True if an operation removes what nothing creates, and no reset restores it."""
        removed = self.sandbox.kinds.removed_by(operation.id)
        return removed is not None and not (removed.creators or self.target.reset_server)

    @cached_property
    def state(self) -> StateReader:
        """Return the reader of the state of the target."""
        return StateReader.of(self.target, self.siblings)

    @cached_property
    def customers(self) -> Customers:
        """Return the customer of the target, and another one."""
        return Customers.of(self.target, self.sandbox, self.siblings.own)

    def rows(
        self, operation: Operation, values: Mapping[str, str | None], *, in_area: bool = False
    ) -> Rows:
        """Return the rows that reads show now: those of the vendor, or of the operation's area."""
        return rows_of(self.state.read(operation, values, in_area=in_area))

    def rows_and_jobs(self, operation: Operation, values: Mapping[str, str | None]) -> Rows:
        """Return the rows of an operation's area, and its unfinished jobs without fields."""
        return rows_of(self.state.read(operation, values, in_area=True), has_jobs=True)

    def named_rows(self, operation: Operation, *named: Mapping[str, str | None]) -> Rows:
        """Return the rows that reads of named resources show; without a reset, those of the run."""
        if self.target.reset_server:
            return rows_of(self.state.read_named(operation, *named))
        rows = rows_of(self.state.read_own(operation, self.sandbox.is_own, *named))
        return self.own_rows(rows, *named)

    def own_rows(self, rows: Rows, *named: Mapping[str, str | None]) -> Rows:
        """Return the rows of what the run made, and those below it, without jobs that go on."""
        is_own = self.sandbox.is_own
        ids = {id_ for values in named for id_ in values.values() if id_}
        own = [f"={id_} " for id_ in ids if is_own(id_)]
        return {
            place: row
            for place, row in rows.items()
            if place.operation not in job_lists()
            and (
                is_own(place.id)
                or self.is_made(row)
                or any(text in f"{place.read} " for text in own)
            )
        }

    def steady_rows(self, before: Rows, after: Rows) -> Rows:
        """Return the rows that are equal in two reads without a write between them.

        If rows of an operation differ once, others change them. From then on, only rows of that
        operation that the run made are returned.
        """
        places = before.keys() | after.keys()
        self._unsteady |= {
            place.operation for place in places if before.get(place) != after.get(place)
        }
        return {
            place: row
            for place, row in before.items()
            if after.get(place) == row
            and (place.operation not in self._unsteady or self.is_made(row))
        }

    def is_made(self, row: Json) -> bool:
        """Return True if a row shows a name that the run gave."""
        return self.sandbox.texts.marker in str(row)

    def rows_near(self, operation: Operation, values: Mapping[str, str | None]) -> Rows:
        """Return the rows that a rejected call could change: those of its area, and named ones.

        If no write of the area changes its rows, they are those of the vendor.
        """
        state = self.state.read_near(operation, values, in_area=_has_updates(operation))
        return rows_of(state, has_jobs=self.target.reset_server is not None)


@dataclass(frozen=True)
class Matrix:
    """Law for all operations, except those that have no cell."""

    cells: Callable[[MatrixRun, Operation], Iterator[CellFinding]]
    """Send the requests of all cells of an operation, and yield the deviations."""
    excluded: Callable[[Target, Operation], str]
    """Return why an operation has no cell; an empty text if it has cells."""

    def operations(self, target: Target) -> list[Operation]:
        """Return the operations of a target that have cells."""
        return [
            operation
            for _, _, operation in target.operations()
            if not self.excluded(target, operation)
        ]

    def findings(self, target: Target, only: Collection[str] = ()) -> Iterator[str]:
        """Yield one line for each cause, over all operations or only the named ones.

        Raises:
            SkipCheck: Not every operation was checked.
        """
        chosen = {*only} or target.suspects
        operations = [
            operation
            for operation in self.operations(target)
            if not chosen or operation.id in chosen
        ]
        if not operations:
            return
        found: list[CellFinding] = []
        run = MatrixRun(target)
        for operation in operations:
            found += self._findings(run, operation)
        target.suspects = frozenset(finding.operation for finding in found)
        yield from group_findings(found)
        if run.skipped:
            count = f"{len(run.skipped)} of {len(operations)} operations"
            raise SkipCheck(f"{count}: {join_reasons(run.skipped)}")

    def _findings(self, run: MatrixRun, operation: Operation) -> list[CellFinding]:
        """Return the deviations of one operation. A broken response ends only its own cells."""
        found: list[CellFinding] = []
        before, routes = len(run.target.seen), run.target.validator.routes
        try:
            with run.sandbox.scope():
                for finding in self.cells(run, operation):
                    seen = run.target.seen[before:]
                    exchange = finding.exchange or evidence_of(finding.operation, seen, routes)
                    found.append(replace(finding, exchange=exchange))
        except SkipCheck as reason:
            run.skipped[operation.id] = str(reason)
        except CheckFailed as failure:
            found.append(_broken(run, operation, str(failure)))
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            problem = f"a response cannot be read: {unreadable_cause(error)}"
            found.append(_broken(run, operation, problem))
        return found


def _has_updates(operation: Operation) -> bool:
    nodes = packaged_operations()
    tags = nodes[operation.id].node["tags"]
    near = [node for node in nodes.values() if node.node["tags"] == tags]
    return any(node.method in {"PATCH", "PUT", "DELETE"} for node in near)


def _broken(run: MatrixRun, operation: Operation, problem: str) -> CellFinding:
    law, last = source_of(operation.id), run.target.seen[-1:]
    return CellFinding(operation.id, "usual calls", problem, law, exchange=next(iter(last), None))
