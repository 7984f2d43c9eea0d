"""List with filters: its parameters, the fields of its items, and its whole with some values."""

from collections.abc import Mapping

from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation, Parameter
from ...targets.listing import items
from ...targets.target import CheckFailed
from .finding import CellFinding, source_of
from .scenes import Scene
from .schemas import item_properties

_NO_FILTERS = frozenset({"cursor", "limit", "page", "perPage", "sortAttribute", "sortDirection"})
_REFUSALS = frozenset({400, 403, 404})


def filter_parameters(operation: Operation) -> list[Parameter]:
    """Return the optional parameters that choose items of a list."""
    node, names = packaged_operations()[operation.id], set(item_properties(operation.id))
    if node.method != "GET":
        return []
    return [
        parameter
        for parameter in operation.parameters
        if parameter.location == "query"
        and not parameter.is_required
        and parameter.name not in _NO_FILTERS
        and (names or parameter.name.startswith("min"))
    ]


def filter_names(operation: Operation, *, is_boolean: bool = False) -> list[str]:
    """Return the names of the filters by a value, or of those that are either true or false."""
    return [
        parameter.name
        for parameter in filter_parameters(operation)
        if (parameter.schema.get("type") == "boolean") is is_boolean
    ]


def is_sortable(operation: Operation) -> bool:
    """Return True if a list can be requested in the order of a field."""
    return any(parameter.name == "sortAttribute" for parameter in operation.parameters)


def read_list(scene: Scene, values: Mapping[str, str]) -> list[Json]:
    """Return the whole list with some values; empty if the values are refused."""
    operation, target, merged = scene.operation, scene.target, {**scene.values, **values}
    before = len(target.seen)
    try:
        if "x-pagination" in packaged_operations()[operation.id].node:
            return items(target, operation.id, **merged)
        value = target.data(operation.id, **merged)
    except CheckFailed:
        if values and len(target.seen) == before + 1 and was_refused(scene):
            return []
        raise
    found: list[Json] = value.get("items", []) if isinstance(value, dict) else value
    return found


def was_refused(scene: Scene) -> bool:
    """Return True if the last request was refused because of its values."""
    return scene.target.seen[-1].status in _REFUSALS


def same_items(first: list[Json], second: list[Json]) -> bool:
    """Return True if two lists have the same items in any order."""
    return sorted(map(repr, first)) == sorted(map(repr, second))


def filter_finding(scene: Scene, cell: str, problem: str, detail: str = "") -> CellFinding:
    """Return a finding with the sentence of the spec about the first parameter of the cell."""
    name = cell.partition(":")[0].partition(" ")[0]
    sentence = next(
        (
            f'spec: {name} "{node["description"]}"'
            for node in packaged_operations()[scene.operation.id].parameters
            if node["name"] == name or (name == "sorted" and node["name"] == "sortAttribute")
        ),
        "a filter keeps what it describes",
    )
    law = f"{sentence}; {source_of(scene.operation.id)}"
    return CellFinding(scene.operation.id, cell, problem, law, detail)
