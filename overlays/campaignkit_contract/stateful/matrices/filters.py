"""Matrix of filters: each filter of a list against the same filter of the whole list."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from ...targets.requests import UNKNOWN_ID
from ...targets.target import Target
from .filter_values import Filter, filter_values
from .filtered_list import (
    filter_finding,
    filter_names,
    filter_parameters,
    is_sortable,
    read_list,
    was_refused,
)
from .finding import CellFinding
from .listed_items import ListedItems
from .matrix import Matrix, MatrixRun
from .minimums import minimum_findings
from .orders import order_findings
from .preparation import prepare
from .scenes import Scene
from .varied_rows import VariedRows, varied_rows

_VALUES = 4
_FEW_ITEMS = 12
_STEP = 3  # of many values, every third


def filters_matrix(target: Target) -> Iterator[str]:
    """Check that each filter keeps the items that it describes, and no other."""
    return FILTERS.findings(target)


def _excluded(_: Target, operation: Operation) -> str:
    return "" if filter_parameters(operation) or is_sortable(operation) else "it has no filter"


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    if minimum := next((name for name in _all_names(operation) if name.startswith("min")), ""):
        yield from minimum_findings(scene, minimum)
        return
    lists = {_path(scene): VariedRows(scene)}
    lists |= {_path(varied.scene): varied for varied in varied_rows(run, scene)}
    for varied in lists.values():
        yield from _list_cells(run, varied)


def _all_names(operation: Operation) -> list[str]:
    return [parameter.name for parameter in filter_parameters(operation)]


def _path(scene: Scene) -> tuple[str | None, ...]:
    """Return the ids in the path of a list."""
    return tuple({**scene.target.path_values(scene.operation), **scene.values}.values())


def _list_cells(run: MatrixRun, varied: VariedRows) -> Iterator[CellFinding]:
    scene, operation = varied.scene, varied.scene.operation
    whole = read_list(scene, {})
    listed = ListedItems(run, scene)
    yield from listed.findings({}, whole)
    filters = [*_filters(scene, whole)]
    for chosen in filters if run.target.reset_server else _sampled(filters):
        yield from _filtered(scene, whole, chosen)
    for name in filter_names(operation, is_boolean=True):
        yield from _halves(varied, name, whole, listed)
    for name in filter_names(operation):
        if not any(filter_values(operation, name, whole)):
            yield from _parts(run, scene, name, whole)
        yield from _of_stranger(run, scene, name)
    if is_sortable(operation):
        yield from order_findings(scene, whole)


def _filters(scene: Scene, whole: list[Json]) -> Iterator[tuple[Filter, ...]]:
    """Yield each filter alone, then two together."""
    operation = scene.operation
    found = {name: [*filter_values(operation, name, whole)] for name in filter_names(operation)}
    for alone in found.values():
        yield from ((item,) for item in alone)
    for first, second in combinations(found.values(), 2):
        usual, others = (
            [item for item in alone if not item.may_refuse] for alone in (first, second)
        )
        yield from ((one, other) for one in usual[::_STEP] for other in others[::_STEP])


def _sampled(filters: list[tuple[Filter, ...]]) -> list[tuple[Filter, ...]]:
    """Return one filter of each kind, and every third pair: enough to see a rule that is broken."""
    alone = {str([(one.parameter, one.label) for one in found]): found for found in filters[::-1]}
    pairs = [found for found in filters if len(found) > 1]
    return [*(found for found in reversed(alone.values()) if len(found) == 1), *pairs[::_STEP]]


def _filtered(
    scene: Scene,
    whole: list[Json],
    filters: tuple[Filter, ...],
    half: Mapping[str, str] | None = None,
) -> Iterator[CellFinding]:
    """Yield a finding if filters together keep other items than they describe."""
    half = half or {}
    values = {**half, **{item.parameter: item.value for item in filters}}
    cell = " and ".join([*half, *(f"{item.parameter}: {item.label}" for item in filters)])
    found = read_list(scene, values)
    if was_refused(scene):
        if not any(item.may_refuse for item in filters):
            yield filter_finding(scene, cell, "is refused")
        return
    expected = [item for item in whole if all(one.keeps(item) for one in filters)]
    if found != expected and read_list(scene, half) == whole:
        lost = len([item for item in expected if item not in found])
        more = len([item for item in found if item not in expected])
        problem = "keeps other items" if lost or more else "changes the order"
        yield filter_finding(scene, cell, problem, f"{lost} are missing and {more} are wrong")
    elif len(filters) == 1:
        yield from _paged(scene, values, found, cell)


def _halves(
    varied: VariedRows, name: str, whole: list[Json], listed: ListedItems
) -> Iterator[CellFinding]:
    """Yield findings of a parameter that lists either one or the other part of all items."""
    scene, half = varied.scene, {name: "true"}
    if read_list(scene, {name: "false"}) != whole and read_list(scene, {}) == whole:
        yield filter_finding(scene, f"{name}: false", "keeps other items than no value")
    others = read_list(scene, half)
    if any(item in whole for item in others):
        yield filter_finding(scene, f"{name}: true", "keeps items of the other part")
    for ids, part in ((varied.kept, whole), (varied.removed, others)):
        if not set(ids) <= {item["id"] for item in part}:
            yield filter_finding(scene, f"{name}: created items", "are in the other part, or none")
    yield from listed.findings(half, others)
    yield from _paged(scene, half, others, f"{name}: true")
    for parameter in filter_names(scene.operation):
        known = filter_values(scene.operation, parameter, others)
        for item in [value for value in known if not value.may_refuse][:_VALUES]:
            yield from _filtered(scene, others, (item,), half)


def _parts(run: MatrixRun, scene: Scene, name: str, whole: list[Json]) -> Iterator[CellFinding]:
    """Yield findings of a parameter whose values no item shows."""
    if read_list(scene, {name: UNKNOWN_ID}):
        yield filter_finding(scene, f"{name}: an unknown value", "keeps items")
    vendor = run.target.route(scene.operation).vendor
    for value in run.sandbox.named.get(f"{vendor} {name}", ())[:_VALUES]:
        found, cell = read_list(scene, {name: value}), f"{name}: a known value"
        if [item for item in whole if item in found] != found:
            yield filter_finding(scene, cell, "keeps items of no list, or their order")
        yield from _paged(scene, {name: value}, found, cell)
        yield from _of_others(run, scene, name, value)


def _of_stranger(run: MatrixRun, scene: Scene, name: str) -> Iterator[CellFinding]:
    """Yield a filter that keeps items of another customer."""
    value = run.siblings.of_stranger(run.target.route(scene.operation).vendor, name)
    if value and read_list(scene, {name: value}):
        yield filter_finding(scene, f"{name}: a value of another customer", "keeps items")


def _of_others(run: MatrixRun, scene: Scene, name: str, value: str) -> Iterator[CellFinding]:
    """Yield a list of another parent that a filter extends by items of the first parent."""
    vendor, names = run.target.route(scene.operation).vendor, scene.target.path_values
    for known in run.siblings.others:
        parents = {
            parent: known[vendor, parent][0]
            for parent in names(scene.operation)
            if (vendor, parent) in known
        }
        there = Scene(scene.target, scene.operation, {**scene.values, **parents})
        if parents and _path(there) != _path(scene):
            found = read_list(there, {name: value})
            if found and not all(item in read_list(there, {}) for item in found):
                cell = f"{name}: a value of another parent"
                yield filter_finding(scene, cell, "keeps items of the other parent")


def _paged(
    scene: Scene, values: Mapping[str, str], found: list[Json], cell: str
) -> Iterator[CellFinding]:
    """Yield a finding if small pages of a filtered list have other items than large ones."""
    size = packaged_operations()[scene.operation.id].node.get("x-pagination", {}).get("size")
    if not (size and scene.target.reset_server and 1 < len(found) <= _FEW_ITEMS):
        return
    if read_list(scene, {**values, size: str(len(found) - 1)}) != found:
        yield filter_finding(scene, cell, "keeps other items on the second page")


FILTERS = Matrix(_cells, _excluded)
