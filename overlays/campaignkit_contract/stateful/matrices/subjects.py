"""Subjects: the resources on which a call acts, and equal ones beside them."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from typing import Any

from ...spec.kinds import Kind
from ...targets.listing import items
from ...targets.resources import Resource
from ...targets.target import CheckFailed, SkipCheck
from ..job_results import job_starts
from .matrix import MatrixRun
from .scenes import Scene
from .upserts import created_object

Values = Mapping[str, str | None]


def subjects_of(run: MatrixRun, scene: Scene) -> list[Resource]:
    """Return the resources on which a call acts, the main one first, or nothing."""
    return _named(run, scene) or _member(run, scene) or _listed(run, scene)


def _named(run: MatrixRun, scene: Scene) -> list[Resource]:
    """Return the made resources that a call names, the resource on which it acts first."""
    inner = scene.values.get(scene.resource or "")
    values = [inner, *list(scene.values.values())[::-1], *_texts(scene.json)]
    made = (run.sandbox.made.get(str(value)) for value in values)
    return list({resource.id: resource for resource in made if resource}.values())


def _member(run: MatrixRun, scene: Scene) -> list[Resource]:
    """Create a resource of the list that a call empties or extends, if it names none."""
    kinds, operation = run.sandbox.kinds, scene.operation
    created = kinds.created_by(operation.id)
    listing = run.target.route(operation).operations.get("GET")
    kind = created[0] if created else None
    if run.target.method(operation) == "DELETE" and listing:
        kind = next((kind for kind in kinds.all.values() if kind.listing == listing.id), None)
    if kind is None or not kind.creators or kind.creators[0].operation in job_starts():
        return []
    body = created_object(scene.body) if created and "json" in scene.body else {}
    return make_equal(run, kind, scene.values, body)


def make_equal(
    run: MatrixRun, kind: Kind, values: Values, json: Mapping[str, Any]
) -> list[Resource]:
    """Create a resource with the fields of a body, or without the name if names are unique."""
    same = {name: value for name, value in json.items() if name not in kind.aliases}
    unnamed = {name: value for name, value in same.items() if name != "name"}
    return make_accepted(run, kind, values, same) or make_accepted(run, kind, values, unnamed)


def make_accepted(
    run: MatrixRun, kind: Kind, values: Values, json: Mapping[str, Any] | None
) -> list[Resource]:
    """Create a resource; return nothing if the server refuses it."""
    with suppress(CheckFailed, SkipCheck):
        return [run.sandbox.make(kind.name, values=values, json=deepcopy(json))]
    return []


def _listed(run: MatrixRun, scene: Scene) -> list[Resource]:
    """Return a listed resource between two others, if no operation creates its kind."""
    name = scene.resource
    kind = run.sandbox.kinds.of(scene.operation.id, name) if name else None
    if kind is None or kind.creators or not kind.listing:
        return []
    parents = {
        name: str(scene.values[name]) for name in run.sandbox.kinds.path_parameters(kind.listing)
    }
    if not run.target.reset_server:
        return [Resource(kind.name, str(scene.values[str(name)]), parents)]  # Others must stay.
    rows = items(run.target, kind.listing, **parents)
    return [Resource(kind.name, row["id"], parents) for row in rows[len(rows) // 2 :][:1]]


def _texts(body: Any) -> Iterator[str]:
    for value in body.values() if isinstance(body, dict) else ():
        yield from value if isinstance(value, list) else [value]
