"""Results of calls: what a response and later reads show, by path."""

from collections.abc import Iterator
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json
from ...spec.kinds import Kind, Source, packaged_kinds
from ...targets.discovery import pointer_values
from ...targets.requests import json_body, payload
from .matrix import MatrixRun
from .rows import rows_of
from .scenes import Scene


def result_view(run: MatrixRun, scene: Scene, exchange: Exchange) -> dict[str, Any]:
    """Return what a response and later reads of a created resource show, by path."""
    if not 200 <= exchange.status < 300:
        return {"status": exchange.status}
    shown: dict[str, Any] = {"": payload(exchange)}
    created = packaged_kinds().created_by(scene.operation.id)
    if created or run.target.method(scene.operation) == "PATCH":
        kind, id_ = _written(scene, created, exchange)
        state = run.state.read_kind(kind, {**scene.values, kind.parameter: id_})
        for place, row in rows_of(state).items():
            if place.id == id_:
                shown[f"{place.operation}{place.path}"] = row
    return dict(leaves(shown))


def _written(
    scene: Scene, created: tuple[Kind, Source] | None, exchange: Exchange
) -> tuple[Kind, str]:
    """Return what a call has created or updated: its kind and its id."""
    if created:
        kind, source = created
        return kind, next(iter(pointer_values(json_body(exchange), source.pointer)), "")
    name = scene.target.route(scene.operation).path_names[-1]
    return packaged_kinds().of(scene.operation.id, name), str(scene.values.get(name))


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the scalars within a value and the lengths of its lists, by path."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, f"{path}/{name}")
    elif isinstance(value, list):
        yield path, len(value)
        for number, item in enumerate(value):
            yield from leaves(item, f"{path}/{number}")
    else:
        yield path, value


def differs(usual: tuple[Json, Json], other: Json) -> bool:
    """Return True if a result differs from two usual ones where these agree."""
    first, second = usual
    if first.keys() == second.keys() != other.keys():
        return True
    agreed = {path for path in first.keys() & second.keys() if first[path] == second[path]}
    return any(other.get(path) != first[path] for path in agreed)


def is_changed(path: str, usual: tuple[Json, Json], other: Json) -> bool:
    """Return True if two usual results agree in a place, and another one differs."""
    first, second = (result.get(path) for result in usual)
    return bool(first == second != other[path])
