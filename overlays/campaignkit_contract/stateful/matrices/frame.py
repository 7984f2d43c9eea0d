"""Matrix of frames: a write changes what it names, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

from ...exchange import Exchange
from ...spec.document import Json, job_reads, packaged_operations
from ...spec.fields import field_names
from ...spec.kinds import packaged_kinds
from ...spec.routes import Operation
from ...targets.requests import payload
from ...targets.target import Target
from .finding import CellFinding, documented_status, source_of
from .matrix import Matrix, MatrixRun
from .rows import Place, Rows, kind, rows_of
from .scenes import Scene, prepare, unprepared
from .schemas import area_of, body_schema, writable_names
from .surroundings import ids_with_children, surround
from .upserts import created_object, existing_item

_IDENTITY = frozenset({"id", "createdAt"})
_RESPONSE = "the response"
_JOB_SECONDS = 60
_UPDATED_AT = "updatedAt"
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
    if known := ids_with_children(run, operation):
        for problem, law in _attempt(run, operation, None, known):
            yield CellFinding(operation.id, "a resource with calls or memories", problem, law)
    if run.target.method(operation) in {"PATCH", "PUT"}:
        schema = body_schema(operation.id)
        example = prepare(run, operation).json
        required = {name: example[name] for name in schema.get("required", ())}
        for name in example.keys() - required.keys():
            body = {"json": {**required, name: example[name]}}
            yield from _write(run, operation, f"{name} alone", body)


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
    """Yield what a write changes although it does not name it.

    Others may change a server that cannot be reset. There a problem must show twice.
    """
    with run.sandbox.scope():
        problems = _attempt(run, operation, body)
    if problems and not run.target.reset_server:
        run.sandbox.renew()
        with run.sandbox.scope():
            repeated = {problem for problem, _ in _attempt(run, operation, body)}
        problems = [(problem, law) for problem, law in problems if problem in repeated]
    for problem, law in problems:
        yield CellFinding(operation.id, cell, problem, law)


def _attempt(
    run: MatrixRun,
    operation: Operation,
    body: Json | None,
    known: Mapping[str, str] | None = None,
) -> list[tuple[str, str]]:
    """Send a write once, for a known resource if one is given; return problems and laws."""
    scene = prepare(run, operation)
    if known:
        scene = replace(scene, values={**scene.values, **known}, parents={})
    else:
        surround(run, scene)
    if run.target.reset_server and not _ends_job(operation):
        run.target.wait(_JOB_SECONDS)  # so that no job ends during the write
    before = run.rows(operation, scene.named)
    if not run.target.reset_server:
        # What changes without the write is left out.
        control = run.rows(operation, scene.named)
        before = {place: row for place, row in before.items() if control.get(place) == row}
    exchange = scene.call(body=body)
    has_ended = _ends_job(operation) and not run.target.reset_server
    if (known or has_ended) and exchange.status >= 400:
        return []  # The example shows it, or a live job has ended meanwhile.
    if not 200 <= exchange.status < 300:
        success = min(operation.statuses)
        problem = f"returns {exchange.status}, expected {success}"
        return [(problem, documented_status(operation.id, success))]
    after = run.rows(operation, scene.named)
    if not run.target.reset_server:
        marker = run.sandbox.texts.marker
        after = {
            place: row for place, row in after.items() if place in before or marker in str(row)
        }
    problems = [
        *_changed_others(scene, exchange, before, after),
        *_changed_fields(scene, body, before, after),
        *_reordered(before, after),
        *_unmoved_times(before, after),
        *_disagreements(exchange, before, after),
    ]
    law = f"{_NAMED_ONLY}; {source_of(operation.id)}"
    return [(problem, law) for problem in dict.fromkeys(problems)]


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
        is_own = item.field in old and place.operation in item.reads
        for name in sorted(old.keys() - sent.keys() - (_OF_UPSERT if is_own else frozenset())):
            if new.get(name) != old[name]:
                change = f"changes {name} in {place.operation}" if new else "removes an item"
                law = f"{_NAMED_ONLY}; {source_of(operation.id)}"
                yield CellFinding(operation.id, f"an existing {item.field}", change, law)


def _changed_others(scene: Scene, exchange: Exchange, before: Rows, after: Rows) -> Iterator[str]:
    text = f"{exchange.target} {exchange.request_body!r} {exchange.body!r}"
    makes = packaged_kinds().created_by(scene.operation.id) is not None
    for place in dict.fromkeys([*before, *after]):
        if before.get(place) == after.get(place):
            continue
        is_new = place not in before or not makes
        if is_new and (place.id in text or _is_addressed(scene, before.get(place, {}))):
            continue
        if not _is_consequence(scene, place, before, after):
            change = (
                "removes" if place not in after else "adds" if place not in before else "changes"
            )
            yield f"{change} an item of {place.operation} that it does not name"


def _is_addressed(scene: Scene, row: Json) -> bool:
    """Return True if the path names a row by another field: its parent and its phone number."""
    name = scene.resource
    is_same = all(row[other] == value for other, value in scene.named.items() if other in row)
    return name is not None and name in row and is_same


def _is_consequence(scene: Scene, place: Place, before: Rows, after: Rows) -> bool:
    """Return True for a row below the resource that a call ends, starts or empties."""
    target, operation = scene.target, scene.operation
    route = target.route(operation)
    if _ends_job(operation):
        return place not in before  # the audience that the job fills is listed after its end
    listing = route.operations.get("GET")
    if target.method(operation) == "DELETE" and listing and listing.id == place.operation:
        return True  # the whole list is deleted
    if _creates(operation) or target.method(operation) in {"PATCH", "PUT"}:
        return False
    name = scene.resource
    return name is not None and f" {name}={scene.values.get(name)} " in f"{place.read} "


def _changed_fields(scene: Scene, body: Json | None, before: Rows, after: Rows) -> Iterator[str]:
    """Yield fields of known rows that a call changes although it does not name them."""
    sent = set(field_names((body or scene.body).get("json")))
    for place in before.keys() & after.keys():
        old, new = before[place], after[place]
        changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
        for name in sorted(changed & _fixed_fields(scene, place, sent, changed)):
            yield f"changes {name} in {place.operation}"


def _fixed_fields(scene: Scene, place: Place, sent: set[str], changed: set[str]) -> set[str]:
    """Return the fields of a row that a call must not change."""
    operation = scene.operation
    if _creates(operation):
        return changed
    if scene.target.method(operation) in {"PATCH", "PUT"}:
        return changed - sent - {_UPDATED_AT}
    nodes = packaged_operations()
    verified = re.findall(r"/(\w+)", str(nodes[operation.id].node.get("x-verify")))
    writable = writable_names(area_of(nodes[place.operation]))
    return {*writable, *_IDENTITY} - sent - set(verified)


def _reordered(before: Rows, after: Rows) -> Iterator[str]:
    """Yield lists in which unchanged rows have another order."""
    for read in dict.fromkeys((place.read, place.path) for place in before):
        kept = [
            [
                place
                for place in rows
                if (place.read, place.path) == read and before.get(place) == after.get(place)
            ]
            for rows in (before, after)
        ]
        if kept[0] != kept[1]:
            yield f"changes the order of unchanged items of {read[0].partition(' ')[0]}"


def _unmoved_times(before: Rows, after: Rows) -> Iterator[str]:
    """Yield changed rows whose updatedAt does not move."""
    for place in before.keys() & after.keys():
        old, new = before[place], after[place]
        if old == new or _UPDATED_AT not in old or _UPDATED_AT not in new:
            continue
        if datetime.fromisoformat(new[_UPDATED_AT]) <= datetime.fromisoformat(old[_UPDATED_AT]):
            yield f"does not move updatedAt in {place.operation}"


def _disagreements(exchange: Exchange, before: Rows, after: Rows) -> Iterator[str]:
    """Yield reads that show a resource otherwise than the response or another read.

    Reads that differed before, such as those of other things with the same id, are left out.
    """
    returned = rows_of({_RESPONSE: payload(exchange)}) if exchange.body else {}
    differing = {key for key, rows in _by_resource(before).items() if _differ(rows)}
    for key, rows in _by_resource({**returned, **after}).items():
        if key not in differing and _differ(rows):
            names = ", ".join(_differing_names(list(rows.values())))
            shown = " and ".join(sorted({place.operation for place in rows} - {_RESPONSE}))
            yield f"{shown} shows another {names} than the response or another read"


def _by_resource(rows: Rows) -> dict[tuple[str, tuple[str, ...]], Rows]:
    """Return the rows with an `id` by id and field names, which identify a resource."""
    found: dict[tuple[str, tuple[str, ...]], Rows] = {}
    for place, row in rows.items():
        if "id" in row:
            found.setdefault((place.id, kind(row)), {})[place] = row
    return found


def _differ(rows: Rows) -> bool:
    first, *others = rows.values()
    return any(other != first for other in others)


def _differing_names(rows: list[Json]) -> list[str]:
    return sorted(name for name in rows[0] if any(row[name] != rows[0][name] for row in rows))


def _creates(operation: Operation) -> bool:
    return 201 in operation.statuses


def _ends_job(operation: Operation) -> bool:
    """Return True if the read of `x-verify` is that of a job."""
    verify = packaged_operations()[operation.id].node.get("x-verify", {})
    return verify.get("operationId") in job_reads()


FRAME = Matrix(_cells, _excluded)
