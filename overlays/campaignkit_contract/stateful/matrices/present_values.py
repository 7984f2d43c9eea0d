"""Cells of the frame matrix: an update to the present values is accepted, and changes nothing."""

from collections.abc import Iterator
from typing import Any

from ...spec.document import Json, packaged_operations
from ...spec.kinds import Kind
from ...spec.routes import Operation
from .finding import source_of
from .matrix import MatrixRun
from .preparation import prepare
from .rows import Rows, rows_of
from .scenes import Scene
from .schemas import body_schema, properties, types_of
from .surroundings import changed_kind, fill

_TIMES = frozenset({"updatedAt"})


def update_to_present_values(run: MatrixRun, operation: Operation) -> list[tuple[str, str]]:
    """Update a resource to the values that reads show; return problems and their law.

    On a server that can be reset, each field is also sent alone.
    """
    scene = prepare(run, operation)
    kind = changed_kind(run, scene)
    if kind is None:
        return []
    if run.target.reset_server:
        fill(run, scene, ())
    id_ = str(scene.values[str(scene.resource)])
    before = _rows(run, kind, scene)
    bodies = list(_bodies(scene, _shown(before, id_)))
    problems = [
        f"returns {status} to {'its values' if number == 0 else ', '.join(body)}"
        for number, body in enumerate(bodies if run.target.reset_server else bodies[:1])
        if (status := scene.call(body={"json": body}).status) >= 300
    ]
    after = _rows(run, kind, scene)
    own = [place for place in before if place.id == id_ or run.target.reset_server]
    changes = {
        f"changes {name} in {place.operation}": None
        for place in own
        for name in before[place].keys() - _TIMES
        if after.get(place, {}).get(name, ...) != before[place][name]
    }
    return [(problem, _law(operation)) for problem in (*problems, *changes)]


def _bodies(scene: Scene, shown: Json) -> Iterator[Json]:
    """Yield the body with every shown value, and with each alone beside the required ones."""
    schema = body_schema(scene.operation.id)
    may_clear = scene.target.is_exclusive(scene.operation.id)
    present = {
        name: shown[name]
        for name, field in properties(schema).items()
        if name in shown and (shown[name] is not None or (may_clear and "null" in types_of(field)))
    }
    required = {name: present.get(name, scene.json[name]) for name in schema.get("required", ())}
    bodies = [{**required, name: present[name]} for name in present]
    bodies = [required | present, *bodies] if present else []
    yield from (body for number, body in enumerate(bodies) if body not in bodies[:number])


def _shown(rows: Rows, id_: str) -> dict[str, Any]:
    """Return what the reads show of a resource."""
    own = (row for place, row in rows.items() if place.id == id_)
    return {name: value for row in own for name, value in row.items()}


def _rows(run: MatrixRun, kind: Kind, scene: Scene) -> Rows:
    return rows_of(run.state.read_kind(kind, scene.named))


def _law(operation: Operation) -> str:
    rule = packaged_operations()[operation.id].node.get("x-verify", {})
    law = f'spec: "{rule["repeatable"]}"' if rule else "an update changes only what differs"
    return f"{law}; {source_of(operation.id)}"
