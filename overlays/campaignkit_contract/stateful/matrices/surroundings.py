"""Surroundings of a resource: its fields are set by earlier writes, and another one is equal."""

from contextlib import suppress

from ...spec.document import packaged_operations
from ...spec.kinds import Kind
from ...spec.routes import Operation
from ...targets.target import CheckFailed, SkipCheck
from .matrix import MatrixRun
from .rows import rows_of
from .scenes import Scene
from .schemas import body_schema, known_values, properties


def surround(run: MatrixRun, scene: Scene) -> None:
    """Set the fields of the resource of a call by other writes, and create an equal resource.

    What a bug resets has no value to lose before, and what it confuses has one name only.
    A server that cannot be reset stays as it is.
    """
    kind = _kind(run, scene)
    if run.target.reset_server is None or kind is None or not kind.creators:
        return
    for operation in _other_writes(run, scene, kind):
        _write(run, operation, scene)
    _add_twin(run, scene, kind)


def _kind(run: MatrixRun, scene: Scene) -> Kind | None:
    """Return the kind of the resource that a call changes; None for a creation."""
    name = scene.resource
    if name is None or run.sandbox.kinds.created_by(scene.operation.id):
        return None
    return run.sandbox.kinds.of(scene.operation.id, name)


def _other_writes(run: MatrixRun, scene: Scene, kind: Kind) -> list[Operation]:
    """Return the other writes of the kind that send fields and can be reverted."""
    return [
        operation
        for _, method, operation in run.target.operations()
        if method != "GET"
        and operation.id != scene.operation.id
        and body_schema(operation.id)
        and packaged_operations()[operation.id].node["x-effect"] == "changes"
        and _kind(run, Scene(run.target, operation)) == kind
    ]


def _write(run: MatrixRun, operation: Operation, scene: Scene) -> None:
    """Apply another write to the resource; a write that its state forbids changes nothing."""
    names = {parameter.name for parameter in operation.parameters}
    with suppress(CheckFailed, SkipCheck):
        call = run.sandbox.call_values(operation.id, scene.values)
        values = {name: value for name, value in call.values.items() if name in names}
        run.target.ask(operation.id, values, body=call.body)


def _add_twin(run: MatrixRun, scene: Scene, kind: Kind) -> None:
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
    given = {name: scene.values[name] for name in parents if name in scene.values}
    others = {name: value for name, value in same.items() if name != "name"}
    for json in (same, others):
        with suppress(CheckFailed, SkipCheck):
            run.sandbox.make(kind.name, values=given, json=json)
            return


def _may_hold(schema: dict[str, object], value: object) -> bool:
    known = known_values(schema)
    return not known or value in known


def _row(run: MatrixRun, scene: Scene, kind: Kind) -> dict[str, object]:
    """Return the resource as a read of its kind shows it; empty without one."""
    id_ = scene.values[str(scene.resource)]
    rows = rows_of(run.state.read_kind(kind, scene.values))
    return next((row for place, row in rows.items() if place.id == id_), {})
