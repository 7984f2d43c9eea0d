"""Orders of a list: by each field, in both directions, and together with filters."""

from collections.abc import Callable, Iterator
from typing import Any

from ...spec.document import Json
from .filter_values import filter_values
from .filtered_list import filter_finding, filter_names, read_list, same_items, was_refused
from .finding import CellFinding
from .scenes import Scene

_FIELD = "createdAt"
_DIRECTIONS = {"asc": False, "desc": True}


def order_findings(scene: Scene, whole: list[Json]) -> Iterator[CellFinding]:
    """Yield orders that are not those of the requested field, and that lose items."""
    fields = sorted(set().union(*(item.keys() for item in whole))) if whole else []
    is_live = scene.target.reset_server is None
    if is_live:
        fields = _varied_fields(whole, fields)
    for field in fields:
        for direction in _DIRECTIONS:
            yield from _ordered(scene, whole, field, direction, {})
    # The direction without a field orders nothing, or what it wants.
    found = read_list(scene, {"sortDirection": "desc"})
    if not was_refused(scene) and _loses_items(scene, found, whole, {}):
        yield filter_finding(scene, "sortDirection: alone", "returns other items")
    yield from _default_direction(scene)
    if not is_live:
        yield from _filtered(scene, whole)


def _varied_fields(whole: list[Json], fields: list[str]) -> list[str]:
    """Return the most varied field of those that some items lack, and the most varied other one.

    An order often loses the items that have no value.
    """
    values = {field: {repr(item.get(field)) for item in whole} for field in fields}
    optional = {field for field in fields if repr(None) in values[field]}
    groups = (optional, values.keys() - optional)
    found = [max(sorted(group), key=lambda name: len(values[name])) for group in groups if group]
    return [field for field in found if len(values[field]) > 1]


def _default_direction(scene: Scene) -> Iterator[CellFinding]:
    """Yield a list that is descending without a direction, if the spec says ascending."""
    found = read_list(scene, {"sortAttribute": _FIELD})
    keys = [row[_FIELD] for row in found if row.get(_FIELD)]
    if not _is_sorted(keys, is_descending=False):
        yield filter_finding(scene, "sortDirection: no value", "is not ascending")


def _filtered(scene: Scene, whole: list[Json]) -> Iterator[CellFinding]:
    """Yield orders that a filter loses, and filters that an order loses."""
    for name in filter_names(scene.operation):
        known = filter_values(scene.operation, name, whole)
        for item in [value for value in known if not value.may_refuse][:1]:
            expected = [row for row in whole if item.keeps(row)]
            yield from _ordered(scene, expected, _FIELD, "desc", {name: item.value})
    for name in filter_names(scene.operation, is_boolean=True):
        others = read_list(scene, {name: "true"})
        yield from _ordered(scene, others, _FIELD, "desc", {name: "true"})


def _ordered(
    scene: Scene, expected: list[Json], field: str, direction: str, filters: dict[str, str]
) -> Iterator[CellFinding]:
    found = read_list(scene, {**filters, "sortAttribute": field, "sortDirection": direction})
    order = f"sorted by {field}, {direction}"
    cell = " and ".join([*filters, "an order"]) if filters else order
    if _loses_items(scene, found, expected, filters):
        yield filter_finding(scene, cell, "keeps other items" if filters else "returns other items")
        return
    keys = [row[field] for row in found if row.get(field) is not None]
    if any(isinstance(key, dict | list) for key in keys):
        return
    if not _is_sorted(keys, is_descending=_DIRECTIONS[direction]):
        yield filter_finding(scene, cell, "is not in this order")


def _loses_items(
    scene: Scene, found: list[Json], expected: list[Json], filters: dict[str, str]
) -> bool:
    """Return True if an order has other items, unless others changed the list meanwhile."""
    return not same_items(found, expected) and read_list(scene, filters) == expected


def _is_sorted(keys: list[Any], *, is_descending: bool) -> bool:
    """Return True for the order of code points, or of letters of any case."""
    orders: list[Callable[[Any], Any]] = [lambda key: key]
    if all(isinstance(key, str) for key in keys):
        orders.append(str.casefold)
    return any(keys == sorted(keys, key=order, reverse=is_descending) for order in orders)
