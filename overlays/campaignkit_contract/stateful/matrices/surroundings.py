"""Surroundings of a resource: its fields are set by earlier writes, and another one is equal."""

from collections.abc import Collection, Mapping
from contextlib import suppress

from ...sandbox.values import listed_objects
from ...spec.document import packaged_operations
from ...spec.kinds import Kind
from ...spec.routes import Operation
from ...targets.target import CheckFailed, SkipCheck
from ..job_results import end_jobs, job_starts
from .edge_values import other_value
from .matrix import MatrixRun
from .rows import rows_of
from .scenes import Scene
from .schemas import body_schema, known_values, properties

_ROOT = "accountGroupId"


def surround(run: MatrixRun, scene: Scene) -> None:
    """Set the fields of the resource of a call by other writes, and create an equal resource.

    What a bug resets has no value to lose before, and what it confuses has one name only.
    An account that others use stays as it is.
    """
    kind = changed_kind(run, scene)
    if not run.target.is_exclusive(scene.operation.id):
        return
    _add_below_others(run, scene)
    if kind is None or not kind.creators:
        return
    if kind.creators[0].operation in job_starts():
        return  # A job would end meanwhile.
    for operation in other_writes(run, scene, kind):
        _write(run, operation, scene)
    _add_duplicate(run, scene, kind)
    with suppress(SkipCheck):  # A live job may take longer.
        end_jobs(run.target)


def fill(run: MatrixRun, scene: Scene, changed: Collection[str]) -> None:
    """Set every field, so that a field which a write must keep has a value to lose.

    A bug can set a field to the value of the example, so those to keep get another one.
    """
    call = run.sandbox.call_values(scene.operation.id, scene.values)
    schemas = properties(body_schema(scene.operation.id))
    others = {
        name: value if name in changed else other_value(name, schemas[name], value)
        for name, value in call.json.items()
    }
    scene.call(body={"json": others})


def changed_kind(run: MatrixRun, scene: Scene) -> Kind | None:
    """Return the kind of the resource that a call changes; None for a creation."""
    name = scene.resource
    if name is None or run.sandbox.kinds.created_by(scene.operation.id):
        return None
    return run.sandbox.kinds.of(scene.operation.id, name)


def other_writes(run: MatrixRun, scene: Scene, kind: Kind | None) -> list[Operation]:
    """Return the other writes of a kind that send fields and can be reverted."""
    return [
        operation
        for _, method, operation in run.target.operations()
        if method != "GET"
        and operation.id != scene.operation.id
        and body_schema(operation.id)
        and packaged_operations()[operation.id].node["x-effect"] == "changes"
        and changed_kind(run, Scene(run.target, operation)) == kind
    ]


def _write(run: MatrixRun, operation: Operation, scene: Scene) -> None:
    """Apply another write to the resource; a write that its state forbids changes nothing."""
    names = {parameter.name for parameter in operation.parameters}
    with suppress(CheckFailed, SkipCheck):
        call = run.sandbox.call_values(operation.id, scene.values)
        values = {name: value for name, value in call.values.items() if name in names}
        run.target.ask(operation.id, values, body=call.body)


def _add_duplicate(run: MatrixRun, scene: Scene, kind: Kind) -> None:
    """Create a resource with the same fields, or without the same name if names are unique."""
    [creator, *_] = kind.creators
    row = _row(run, scene, kind)
    fields = properties(body_schema(creator.operation))
    same = {
        name: row[name]
        for name, schema in fields.items()
        if row.get(name) is not None and _may_hold(schema, row[name]) and name not in kind.aliases
    }
    parents = run.sandbox.kinds.path_parameters(creator.operation)
    given = {name: scene.named[name] for name in parents if name in scene.named}
    others = {name: value for name, value in same.items() if name != "name"}
    for json in (same, others):
        with suppress(CheckFailed, SkipCheck):
            run.sandbox.make(kind.name, values=given, json=json)
            return


def _add_below_others(run: MatrixRun, scene: Scene) -> None:
    """Create the same thing below other parents, also with the same phone number."""
    kinds, operation = run.sandbox.kinds, scene.operation
    created = kinds.created_by(operation.id)
    made = run.sandbox.made.get(str(scene.values.get(scene.resource or "")))
    body = scene.body if created else made.body if made else {}
    kind = created[0] if created else kinds.all[made.kind] if made else None
    if kind is None or "json" not in body or listed_objects(body) or _is_job(kind):
        return
    [creator, *_] = kind.creators
    names = kinds.path_parameters(creator.operation)
    is_known = all(name in scene.named for name in names)
    for name in [name for name in names if name != _ROOT] if is_known else ():
        if other := other_parent(run, operation, name, scene.named[name]):
            with suppress(CheckFailed, SkipCheck):
                values = {**{item: scene.named[item] for item in names}, name: other}
                run.target.ask(creator.operation, values, body=body)


def _is_job(kind: Kind) -> bool:
    return "x-job" in packaged_operations()[kind.creators[0].operation].node


def other_parent(run: MatrixRun, operation: Operation, name: str, value: str | None) -> str | None:
    """Return another parent whose items are read, or None."""
    vendor = run.target.route(operation).vendor
    own = run.siblings.own.get((vendor, name), [])
    others = (other for other in own[1:2] if other != value)
    return next(others, None) or run.siblings.sibling(vendor, name)


def _may_hold(schema: dict[str, object], value: object) -> bool:
    known = known_values(schema)
    return not known or value in known


def _row(run: MatrixRun, scene: Scene, kind: Kind) -> dict[str, object]:
    """Return the resource as a read of its kind shows it; empty without one."""
    id_ = scene.values[str(scene.resource)]
    rows = rows_of(run.state.read_kind(kind, scene.named))
    return next((row for place, row in rows.items() if place.id == id_), {})


def ids_with_children(run: MatrixRun, operation: Operation) -> Mapping[str, str]:
    """Return the ids of a contact with calls and memories, for a call that archives or deletes.

    On a server without reset, the neighbours matrix makes such a contact.
    """
    target, names = run.target, run.sandbox.kinds.path_parameters(operation.id)
    is_archived = target.method(operation) == "DELETE"
    is_callers = target.route(operation).vendor == "callers"
    if not (is_archived and is_callers and names and target.reset_server):
        return {}
    own = run.siblings.own
    known = {name: (own.get(("callers", name)) or target.ids.get(name, [""]))[0] for name in names}
    return known if all(known.values()) else {}
