"""Duplicates of the resource on which a write acts: they must stay as they are."""

from collections.abc import Mapping
from typing import Any

from ...sandbox.values import listed_objects
from ...spec.document import Json, packaged_operations
from ...spec.kinds import Kind
from ...targets.listing import items
from ...targets.target import CheckFailed, SkipCheck
from .matrix import MatrixRun
from .scenes import Scene

Values = Mapping[str, str | None]


def make_duplicates(run: MatrixRun, scene: Scene) -> None:
    """Create the same thing below the same parent and below another one, as far as possible.

    A server may refuse a duplicate, for example because names are unique.
    """
    kinds, operation = run.sandbox.kinds, scene.operation
    created = kinds.created_by(operation.id)
    if created:
        kind, values, body = created[0], scene.values, scene.body
    elif name := scene.resource:
        kind = kinds.of(operation.id, name)
        made = run.sandbox.made.get(str(scene.values.get(kind.parameter)))
        if made is None:
            return
        values, body = made.parents, made.body
    else:
        return
    if not run.target.reset_server or not kind.creators or _is_job(kind):
        return
    creator = kind.creators[0].operation
    if not created and not kind.aliases:
        _create(run, creator, values, body)
    for name in kinds.path_parameters(creator):
        other = _other(run, operation.id.partition("_")[0], name, values.get(name))
        if other and "json" in body and not listed_objects(body):
            _create(run, creator, {**values, name: other}, body)


def _other(run: MatrixRun, vendor: str, name: str, value: str | None) -> str | None:
    """Return another parent whose items are read, or None."""
    own = run.siblings.own.get((vendor, name), [])
    others = (other for other in own[1:2] if other != value)
    return next(others, None) or run.siblings.sibling(vendor, name)


def _is_job(kind: Kind) -> bool:
    return "x-job" in packaged_operations()[kind.creators[0].operation].node


def _create(run: MatrixRun, creator: str, values: Values, body: Json) -> None:
    names = run.sandbox.kinds.path_parameters(creator)
    try:
        run.target.ask(creator, {name: values[name] for name in names}, body=body)
    except (SkipCheck, CheckFailed):
        return


def existing_alias(run: MatrixRun, scene: Scene) -> tuple[str, Any, set[str]] | None:
    """Return a field of a body that identifies a listed item, the value of the first, its reads.

    None if a creation has no such field: then it never changes something that exists.
    """
    kinds, target = run.sandbox.kinds, run.target
    created = kinds.created_by(scene.operation.id)
    if created is None or not created[0].aliases or "json" not in scene.body:
        return None
    [name, *_] = created[0].aliases
    listing, reader = created[0].listing, created[0].reader
    parents = {item: scene.values[item] for item in kinds.path_parameters(listing)}
    [row, *_] = items(target, listing, **parents) or [{}]
    holder = [*listed_objects(scene.body), scene.json][0]
    is_shown = name in holder and name in row
    return (name, row[name], {listing, reader}) if is_shown else None
