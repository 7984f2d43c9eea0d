"""Matrix of references: ids of what was removed, of other parents, and of nothing."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from ...exchange import Exchange
from ...sandbox.preparation import removed_id
from ...spec.document import packaged_operations
from ...spec.examples import packaged_bodies
from ...spec.fields import listed_fields
from ...spec.kinds import Kind, packaged_kinds
from ...spec.references import LEADS, references
from ...spec.routes import Operation
from ...targets.requests import UNKNOWN_ID
from ...targets.target import SkipCheck, Target
from ..authentication import without_trace_id
from .audience_leads import leads_of_others
from .finding import CellFinding, documented_status
from .listed_references import accepted, listed_ids
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .rows import Rows, changed_places
from .scenes import Scene, unprepared
from .schemas import body_schema, is_free_text, properties

_NO_EFFECT = "a refused call changes nothing"
_ONE_RESPONSE = "an id that the account group does not have is treated like an unknown one"


def references_matrix(target: Target) -> Iterator[str]:
    """Check that removed ids are gone everywhere, and that bodies name only what exists."""
    return REFERENCES.findings(target)


def reference_fields(operation: Operation) -> dict[str, str]:
    """Return the fields of a JSON body that hold ids, each with the kind that it names."""
    body = packaged_bodies()[operation.id].get("json")
    found = references(packaged_kinds(), operation.id, body) if isinstance(body, dict) else ()
    return dict(found)


def _removed(operation: Operation) -> Kind | None:
    """Return the kind of which an operation removes one resource for good, or None."""
    is_verified = "x-verify" in packaged_operations()[operation.id].node
    return packaged_kinds().removed_by(operation.id) if is_verified else None


def _excluded(target: Target, operation: Operation) -> str:
    if not (_removed(operation) or reference_fields(operation) or listed_fields(operation.id)):
        return "it removes nothing for good, and its body names nothing"
    return unprepared(target, operation)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    if kind := _removed(operation):
        yield from _removal(run, operation, kind)
    for field, name in reference_fields(operation).items():
        yield from _named(run, operation, field, name)
    for field, listing in listed_fields(operation.id).items():
        yield from listed_ids(run, operation, field, listing)


def _removal(run: MatrixRun, operation: Operation, kind: Kind) -> Iterator[CellFinding]:
    """Read a resource and remove it; then call every operation that names it.

    If no other one may be removed, it is one that an earlier check has removed.
    """
    others = [
        (method, other)
        for _, method, other in run.target.operations()
        if kind in _path_kinds(run, other) and _may_send(run, method, other)
    ]
    try:
        scene = prepare(run, operation)
    except SkipCheck:
        if not (removed := run.sandbox.existing.removed(kind)):
            raise
        yield from _after(run, operation, others, {kind.parameter: removed})
        return
    removed = str(scene.values[kind.parameter])
    named = {**scene.values, kind.parameter: removed}
    for method, other in others:
        if method == "GET":
            _ask(run, method, other, named)  # A server may keep what it has read.
    if not 200 <= (status := scene.call().status) < 300:
        problem = f"returns {status}, expected 200"
        yield CellFinding(operation.id, "a removal", problem, documented_status(operation.id, 200))
        return
    yield from _after(run, operation, others, named)
    for place in run.rows(operation, scene.named):
        if place.id == removed and place.operation in {kind.reader, kind.listing}:
            law = documented_status(operation.id, 200)
            problem = f"{place.operation} still shows the removed item"
            yield CellFinding(operation.id, "a removal", problem, law)


def _after(
    run: MatrixRun,
    operation: Operation,
    others: list[tuple[str, Operation]],
    named: Mapping[str, str | None],
) -> Iterator[CellFinding]:
    """Call every operation that names a removed resource."""
    for method, other in others:
        exchange = _ask(run, method, other, named)
        if exchange.status != 404:
            cell = f"after {operation.id}"
            problem = f"returns {exchange.status}, expected 404"
            yield CellFinding(other.id, cell, problem, documented_status(other.id, 404))


def _may_send(run: MatrixRun, method: str, operation: Operation) -> bool:
    """Return True if a call for a removed resource may be sent, and is rejected for this only."""
    # Where others write, a body names unknown things.
    is_exclusive = run.target.is_exclusive(operation.id)
    return method == "GET" or is_exclusive or not reference_fields(operation)


def _path_kinds(run: MatrixRun, operation: Operation) -> list[Kind]:
    names = run.sandbox.kinds.path_parameters(operation.id)
    return [run.sandbox.kinds.of(operation.id, name) for name in names]


def _ask(
    run: MatrixRun, method: str, operation: Operation, values: Mapping[str, str | None]
) -> Exchange:
    """Call an operation for a removed resource, with a body that names what exists."""
    names = {parameter.name for parameter in operation.parameters}
    given = {name: value for name, value in values.items() if name in names}
    if method == "GET" or run.target.reset_server or not reference_fields(operation):
        return run.target.ask(operation.id, given)
    call = run.sandbox.call_values(operation.id)
    return run.target.ask(operation.id, {**call.values, **given}, body=call.body)


def _named(run: MatrixRun, operation: Operation, field: str, name: str) -> Iterator[CellFinding]:
    """Name an unknown id, a removed one and one of another parent: the responses are the same."""
    is_exclusive = run.target.is_exclusive(operation.id)
    if not (is_exclusive or run.can_undo(operation)):
        return
    vendor, _, parameter = name.partition(" ")
    other = _other_id(run, vendor, {"leadIds": "prospectId"}.get(parameter, parameter))
    scene = prepare(run, operation)
    before = _rows(run, scene)
    expected = _response(scene, field, UNKNOWN_ID)
    if not expected.startswith("2"):
        for place in changed_places(before, _rows(run, scene)):
            problem = f"{place.operation} shows a change"
            yield CellFinding(operation.id, f"{field}: an unknown id", problem, _NO_EFFECT)
    if not expected.startswith("2") and isinstance(scene.json.get(field), list):
        yield from _partly_known(run, operation, field)
    schema = body_schema(operation.id)
    is_one = field in schema.get("required", ()) and is_free_text(properties(schema)[field])
    if is_one and expected.startswith("2"):
        yield accepted(operation, f"{field}: an unknown id")
    if is_exclusive and not expected.startswith("2"):
        scene = prepare(run, operation)
        scene.call()
        if _response(scene, field, UNKNOWN_ID).startswith("2"):
            yield accepted(operation, f"{field}: an unknown id after a success")
    found = {}
    if other and is_exclusive:
        run.sandbox.allow(name, other)
        found["an id of another parent"] = _response(prepare(run, operation), field, other)
    scene = prepare(run, operation)
    if removed := _removed_id(run, name):
        found["a removed id"] = _response(scene, field, removed)
    if name == LEADS and is_exclusive:
        yield from leads_of_others(run, operation, field)
    for label, response in found.items():
        if response != expected:
            cell = f"{field}: {label}"
            problem = f"returns {response[:3]}, and {expected[:3]} to an unknown id"
            yield CellFinding(operation.id, cell, problem, _ONE_RESPONSE)


def _partly_known(run: MatrixRun, operation: Operation, field: str) -> Iterator[CellFinding]:
    """Name an unknown id before and after known ones: it is refused as if it were alone."""
    for label in ("before known ones", "after known ones"):
        scene = prepare(run, operation)
        known, cell = scene.json[field], f"{field}: an unknown id {label}"
        ids = [UNKNOWN_ID, *known] if label.startswith("before") else [*known, UNKNOWN_ID]
        before = _rows(run, scene)
        if 200 <= scene.call(body={"json": {**scene.json, field: ids}}).status < 300:
            yield accepted(operation, cell)
            continue
        for place in changed_places(before, _rows(run, scene)):
            problem = f"{place.operation} shows a change"
            yield CellFinding(operation.id, cell, problem, _NO_EFFECT)


def _rows(run: MatrixRun, scene: Scene) -> Rows:
    """Return the rows of the area, or those of the run; none if others may change them."""
    if run.target.reset_server:
        return run.rows_and_jobs(scene.operation, scene.named)
    is_exclusive = run.target.is_exclusive(scene.operation.id)
    return run.named_rows(scene.operation, scene.named) if is_exclusive else {}


def _other_id(run: MatrixRun, vendor: str, parameter: str) -> str | None:
    """Return an id of another parent; on a server without reset, of the same account only."""
    if run.target.reset_server:
        return run.siblings.sibling(vendor, parameter)
    return run.siblings.within(vendor, parameter)


def _removed_id(run: MatrixRun, name: str) -> str | None:
    """Make and remove a resource, and return its id; None if it cannot be removed for good."""
    kind = run.sandbox.kinds.all.get(name)
    if kind is None or not kind.remover:
        return None
    remover = run.target.operation(kind.remover)
    if _removed(remover) is None:
        return None
    may_remove = kind.creators or run.target.is_exclusive(kind.remover)
    with suppress(SkipCheck):
        return removed_id(run.sandbox, kind) if may_remove else None
    return None  # The others must stay.


def _response(scene: Scene, field: str, value: str) -> str:
    """Return status and body of a call whose body names an id, without the id itself."""
    exchange = scene.call_with_id(field, value)
    if 200 <= exchange.status < 300:
        return str(exchange.status)
    return f"{exchange.status} {without_trace_id(exchange.body)}".replace(value, "")


REFERENCES = Matrix(_cells, _excluded)
