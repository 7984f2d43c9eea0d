"""Matrix of frames: a write changes what it names, and nothing else."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace

from ...sandbox.named import taking_turns
from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from ...targets.target import Target
from .changes import ends_job, problems_of
from .edge_values import other_value
from .finding import CellFinding, documented_status, source_of
from .many_calls import many_calls
from .matrix import Matrix, MatrixRun
from .preparation import prepare
from .present_values import update_to_present_values
from .scenes import Scene, unprepared
from .schemas import body_schema, properties
from .surroundings import fill, ids_with_children, surround
from .upserts import created_object, existing_item, unreported_updates

_CONTROLS = (1, 2, 3)
_JOB_SECONDS = 60
_OF_UPSERT = frozenset({"status", "updatedAt", "failedReason", "failedReasonDetails"})
"""Fields that a server may change when it takes up something again."""
_NAMED_ONLY = "a write changes only what it names"


def frame_matrix(target: Target) -> Iterator[str]:
    """Check that a write changes what it names and nothing else, and that all reads agree."""
    return FRAME.findings(target)


def _excluded(target: Target, operation: Operation) -> str:
    if target.method(operation) == "GET":
        return "it is a read"
    return unprepared(target, operation)


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    # What earlier writes have changed would hide a change that happens once.
    name = Scene(run.target, operation).resource
    run.sandbox.renew(run.sandbox.kinds.of(operation.id, name).name if name else "")
    yield from _write(run, operation, "the example", None)
    if run.target.is_exclusive(operation.id):
        yield from _required_fields(run, operation)
    yield from _upsert(run, operation)
    # Another check does it for operations with `x-verify`.
    if run.target.reset_server and "x-verify" not in packaged_operations()[operation.id].node:
        yield from many_calls(run, operation)
    if known := ids_with_children(run, operation):
        for problem, law in _attempt(run, operation, None, known):
            yield CellFinding(operation.id, "a resource with calls or memories", problem, law)
    if run.target.method(operation) in {"PATCH", "PUT"}:
        schema = body_schema(operation.id)
        example = prepare(run, operation).json
        required = {name: example[name] for name in schema.get("required", ())}
        for name in sorted(example.keys() - required.keys()):
            value = other_value(name, properties(schema)[name], example[name])
            body = {"json": {**required, name: value}}
            yield from _write(run, operation, f"{name} alone", body)
        yield from _confirmed(
            run,
            operation,
            "the present values",
            lambda _: update_to_present_values(run, operation),
        )


def _required_fields(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Yield a finding if a call without its optional fields is refused."""
    schema = body_schema(operation.id)
    required = set(schema.get("required", ()))
    if not required or required == schema["properties"].keys():
        return
    scene, success = prepare(run, operation), min(operation.statuses)
    status = scene.call(body={"json": {name: scene.json[name] for name in required}}).status
    if not 200 <= status < 300:
        problem = f"returns {status}, expected {success}"
        law = documented_status(operation.id, success)
        yield CellFinding(operation.id, "required fields alone", problem, law)


def _write(
    run: MatrixRun, operation: Operation, cell: str, body: Json | None
) -> Iterator[CellFinding]:
    """Yield what a write changes although it does not name it."""
    yield from _confirmed(
        run, operation, cell, lambda controls: _attempt(run, operation, body, controls=controls)
    )


def _confirmed(
    run: MatrixRun,
    operation: Operation,
    cell: str,
    attempt: Callable[[int], list[tuple[str, str]]],
) -> Iterator[CellFinding]:
    """Yield the problems of an attempt, which takes the number of reads before its write.

    Others may change a server that cannot be reset. There a problem must show each time.
    """
    with run.sandbox.scope(), taking_turns():
        problems = attempt(1)
    # More and more reads before the write, so that what others do at intervals shows in them.
    for controls in () if run.target.reset_server else _CONTROLS:
        if problems:
            run.sandbox.renew()
            with run.sandbox.scope(), taking_turns():
                repeated = attempt(controls)
            problems = [problem for problem in problems if problem in repeated]
    for problem, law in problems:
        yield CellFinding(operation.id, cell, problem, law)


def _attempt(
    run: MatrixRun,
    operation: Operation,
    body: Json | None,
    known: Mapping[str, str] | None = None,
    controls: int = 1,
) -> list[tuple[str, str]]:
    """Send a write once, for a known resource if one is given; return problems and laws.

    `controls` is how often a server that cannot be reset is read again before the write.
    """
    scene = prepare(run, operation)
    if known:
        scene = replace(scene, values={**scene.values, **known}, parents={})
    else:
        surround(run, scene)
    if body:
        fill(run, scene, body["json"].keys())
    if run.target.reset_server and not ends_job(operation):
        run.target.wait(_JOB_SECONDS)  # so that no job ends during the write
    in_area = body is not None  # The example shows what changes elsewhere.
    before = run.rows(operation, scene.named, in_area=in_area)
    for _ in range(0 if run.target.reset_server else controls):
        control = run.rows(operation, scene.named, in_area=in_area)
        before = run.steady_rows(before, control)
    exchange = scene.call(body=body)
    has_ended = ends_job(operation) and not run.target.reset_server
    if (known or has_ended) and exchange.status >= 400:
        return []  # The example shows it, or a live job has ended meanwhile.
    if not 200 <= exchange.status < 300:
        success = min(operation.statuses)
        problem = f"returns {exchange.status}, expected {success}"
        return [(problem, documented_status(operation.id, success))]
    after = run.rows(operation, scene.named, in_area=in_area)
    if not run.target.reset_server:
        after = {place: row for place, row in after.items() if place in before or run.is_made(row)}
    law = f"{_NAMED_ONLY}; {source_of(operation.id)}"
    return [(problem, law) for problem in problems_of(scene, exchange, before, after, body)]


def _upsert(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    """Create what exists already: only the given fields of the one item change."""
    scene = prepare(run, operation)
    item = existing_item(run, scene) if run.target.is_exclusive(operation.id) else None
    if item is None:
        return
    body = deepcopy(scene.body)
    sent = created_object(body)
    sent[item.field] = item.value
    before = run.rows(operation, scene.named)
    if not 200 <= scene.call(body=body).status < 300:
        return  # A server may refuse what exists.
    after = run.rows(operation, scene.named)
    for place, old in before.items():
        new = after.get(place, {})
        may_change = sent.keys() | _OF_UPSERT if place.id == item.id else frozenset[str]()
        for name in sorted(old.keys() - may_change):
            if new.get(name) != old[name]:
                change = f"changes {name} in {place.operation}" if new else "removes an item"
                law = f"{_NAMED_ONLY}; {source_of(operation.id)}"
                yield CellFinding(operation.id, f"an existing {item.field}", change, law)
    for name in unreported_updates(scene, item):
        problem = f"says that it updates nothing, and changes {name}"
        law = source_of(operation.id)
        yield CellFinding(operation.id, f"an existing {item.field}", problem, law)


FRAME = Matrix(_cells, _excluded)
