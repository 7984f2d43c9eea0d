"""Cells of shared leads: a write to a campaign leaves another one with the same leads as it is."""

from collections.abc import Iterator
from itertools import product

from ...sandbox.guard import succeeded
from ...spec.kinds import Kind, packaged_kinds
from ...spec.references import LEADS, references
from ...spec.routes import Operation
from ...targets.resources import Resource
from ...targets.target import START, CheckFailed, SkipCheck
from .finding import CellFinding, source_of
from .matrix import MatrixRun
from .rows import Rows, changed_places
from .schemas import body_schema, properties
from .subjects import make_equal

_LAW = "a write changes only what it names"


def shared_lead_cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Create two campaigns for the same leads, start one, both or none, and write to the first."""
    kind = _kind(run, operation)
    if kind is None or not run.target.reset_server:
        return
    for is_started, is_other_started in product((False, True), repeat=2):
        run.target.reset_server()
        run.sandbox.forget()
        try:
            first, other = _pair(run, kind)
            for is_wanted, campaign in ((is_other_started, other), (is_started, first)):
                if is_wanted and not succeeded(run.target.ask(START, campaign.values, body={})):
                    raise CheckFailed(f"{START} refuses leads of two campaigns")
            call = run.sandbox.call_values(operation.id, first.values)
        except (SkipCheck, CheckFailed):
            continue  # The state does not allow the call.
        before = _rows(run, operation, other)
        if not succeeded(run.target.ask(operation.id, call.values, body=call.body)):
            continue
        after = _rows(run, operation, other)
        for name in dict.fromkeys(place.operation for place in changed_places(before, after)):
            problem = f"changes an item of {name} that it does not name"
            law = f"{_LAW}; {source_of(operation.id)}"
            yield CellFinding(operation.id, "another campaign with the same leads", problem, law)


def _kind(run: MatrixRun, operation: Operation) -> Kind | None:
    """Return the kind on which a write acts, if a creation of it names leads."""
    kinds = packaged_kinds()
    names = kinds.path_parameters(operation.id)
    found = (kinds.of(operation.id, name) for name in names)
    return next((kind for kind in found if _names_leads(kind)), None)


def _names_leads(kind: Kind) -> bool:
    """Return True if the body of a creation has a list of leads."""
    creators = [source.operation for source in kind.creators[:1]]
    return any(
        name == LEADS and properties(body_schema(creator))[field].get("type") == "array"
        for creator in creators
        for field, name in references(packaged_kinds(), creator, body_schema(creator)["properties"])
    )


def _pair(run: MatrixRun, kind: Kind) -> tuple[Resource, Resource]:
    """Create two resources for the same leads.

    Raises:
        CheckFailed: The server refuses the second one.
    """
    first = run.sandbox.make(kind.name)
    for other in make_equal(run, kind, first.parents, first.body["json"]):
        return first, other
    raise CheckFailed(f"a second {kind.name} for the same leads is refused")


def _rows(run: MatrixRun, operation: Operation, other: Resource) -> Rows:
    rows = run.named_rows(operation, other.values)
    return {place: row for place, row in rows.items() if f"={other.id} " in f"{place.read} "}
