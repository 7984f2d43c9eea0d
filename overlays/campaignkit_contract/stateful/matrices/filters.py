"""Matrix of filters: each filter of a list against the same filter of the whole list."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation, Parameter
from ...targets.listing import items
from ...targets.requests import UNKNOWN_ID, payload
from ...targets.target import CheckFailed, Target
from .filter_values import Filter, filter_values
from .finding import CellFinding, source_of
from .matrix import Matrix, MatrixRun
from .scenes import Scene, prepare
from .schemas import properties, resolved, response_schema

_NO_FILTERS = frozenset({"cursor", "limit", "page", "perPage", "sortAttribute", "sortDirection"})
_REFUSALS = frozenset({400, 403, 404})
_BOOLEANS = frozenset({"archived"})
_VALUES = 4
_LIVE_FIELDS = 2
_FEW_ITEMS = 12
_STEP = 3  # of many values, every third
_BOUNDS = frozenset({0, 9, 50, 100})  # also without a known value, of one to three digits


def filters_matrix(target: Target) -> Iterator[str]:
    """Check that each filter keeps the items that it describes, and no other."""
    return FILTERS.findings(target)


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


def item_properties(operation_id: str) -> dict[str, Json]:
    """Return the schemas of the fields of the items of a list; empty for other responses."""
    schema = response_schema(operation_id)
    listed = properties(schema).get("items", schema)
    return properties(resolved(listed.get("items", {})))


def _excluded(_: Target, operation: Operation) -> str:
    names = {parameter.name for parameter in operation.parameters}
    return "" if filter_parameters(operation) or "sortAttribute" in names else "it has no filter"


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    if minimum := next((name for name in _names(operation) if name.startswith("min")), ""):
        yield from _minimum(scene, minimum)
        return
    whole = _read(scene, {})
    is_live = run.target.reset_server is None
    for number, filters in enumerate(_filters(scene, whole)):
        # On a live server, every third filter is enough to see a rule that is broken.
        if not is_live or number % _STEP == 0:
            yield from _filtered(scene, whole, filters)
    for name in _names(operation):
        if name in _BOOLEANS:
            yield from _halves(scene, name, whole)
        elif not any(filter_values(name, whole)):
            yield from _parts(run, scene, name, whole)
    if any(parameter.name == "sortAttribute" for parameter in operation.parameters):
        yield from _sorted(scene, whole, _LIVE_FIELDS if is_live else None)
        if not is_live:
            yield from _sorted_and_filtered(scene, whole)


def _filtered(
    scene: Scene, whole: list[Json], filters: tuple[Filter, ...]
) -> Iterator[CellFinding]:
    """Yield a finding if filters together keep other items than they describe."""
    values = {item.parameter: item.value for item in filters}
    exchange = scene.call(values=values)
    cell = " and ".join(f"{item.parameter}: {item.label}" for item in filters)
    if exchange.status in _REFUSALS and any(item.may_refuse for item in filters):
        return
    if exchange.status != 200:
        yield _finding(scene, cell, f"returns {exchange.status}, expected 200")
        return
    expected = [item for item in whole if all(one.keeps(item) for one in filters)]
    found = _read(scene, values)
    if found != expected and _read(scene, {}) == whole:
        lost = len([item for item in expected if item not in found])
        more = len([item for item in found if item not in expected])
        problem = "keeps other items" if lost or more else "changes the order"
        yield _finding(scene, cell, problem, f"{lost} are missing and {more} are wrong")
    elif len(filters) == 1:
        yield from _paged(scene, values, found, cell)


def _filters(scene: Scene, whole: list[Json]) -> Iterator[tuple[Filter, ...]]:
    """Yield each filter alone, then two together."""
    found = {
        name: list(filter_values(name, whole))
        for name in _names(scene.operation)
        if name not in _BOOLEANS
    }
    for alone in found.values():
        yield from ((item,) for item in alone)
    for first, second in combinations(found.values(), 2):
        usual, others = (
            [item for item in alone if not item.may_refuse] for alone in (first, second)
        )
        yield from ((one, other) for one in usual[::_STEP] for other in others[::_STEP])


def _names(operation: Operation) -> list[str]:
    return [parameter.name for parameter in filter_parameters(operation)]


def _halves(scene: Scene, name: str, whole: list[Json]) -> Iterator[CellFinding]:
    """Yield findings of a parameter that lists either one or the other part of all items."""
    if _read(scene, {name: "false"}) != whole and _read(scene, {}) == whole:
        yield _finding(scene, f"{name}: false", "keeps other items than no value")
    others = _read(scene, {name: "true"})
    if any(item in whole for item in others):
        yield _finding(scene, f"{name}: true", "keeps items of the other part")
    for field in ("status",):
        for value in dict.fromkeys(item.get(field) for item in others):
            for parameter in _names(scene.operation):
                if parameter.removesuffix("es") == field and value:
                    found = _read(scene, {name: "true", parameter: value})
                    if found != [item for item in others if item[field] == value]:
                        cell = f"{name} and {parameter}"
                        yield _finding(scene, cell, "keep other items than both describe")


def _parts(run: MatrixRun, scene: Scene, name: str, whole: list[Json]) -> Iterator[CellFinding]:
    """Yield findings of a parameter whose values no item shows."""
    if _read(scene, {name: UNKNOWN_ID}):
        yield _finding(scene, f"{name}: an unknown value", "keeps items")
    vendor = run.target.route(scene.operation).vendor
    for value in run.sandbox.named.get(f"{vendor} {name}", ())[:_VALUES]:
        found = _read(scene, {name: value})
        if [item for item in whole if item in found] != found:
            yield _finding(
                scene, f"{name}: a known value", "keeps items of no list, or their order"
            )
        yield from _paged(scene, {name: value}, found, f"{name}: a known value")


def _paged(
    scene: Scene, values: Mapping[str, str], found: list[Json], cell: str
) -> Iterator[CellFinding]:
    """Yield a finding if small pages of a filtered list have other items than large ones."""
    size = packaged_operations()[scene.operation.id].node.get("x-pagination", {}).get("size")
    if not (size and scene.target.reset_server and 1 < len(found) <= _FEW_ITEMS):
        return
    if _read(scene, {**values, size: str(len(found) - 1)}) != found:
        yield _finding(scene, cell, "keeps other items on the second page")


def _minimum(scene: Scene, name: str) -> Iterator[CellFinding]:
    """Yield findings of a minimum: it leaves out lower items, and groups without other items."""
    field = name.removeprefix("min")[:1].lower() + name.removeprefix("min")[1:]
    whole = payload(scene.call())
    values = sorted(set(_numbers(whole, field)))
    bounds = {round(value) + step for value in values for step in (-1, 0, 1)} | _BOUNDS
    for bound in sorted(bounds):
        if payload(scene.call(values={name: str(bound)})) != _above(whole, field, bound):
            yield _finding(scene, f"{name}: a bound", "keeps other items")


def _numbers(value: Any, field: str) -> Iterator[float]:
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict | list):
            yield from _numbers(item, field)
    if isinstance(value, dict) and field in value:
        yield value[field]


def _above(value: Any, field: str, bound: int) -> Any:
    """Return a payload without lower items, and without groups that lose all items."""
    if isinstance(value, dict):
        return {name: _above(item, field, bound) for name, item in value.items()}
    if not isinstance(value, list):
        return value
    kept = [
        item for item in value if not (isinstance(item, dict) and item.get(field, bound) < bound)
    ]
    pruned = [(item, _above(item, field, bound)) for item in kept]
    return [after for before, after in pruned if any(_numbers([after], field)) or before == after]


def _sorted(scene: Scene, whole: list[Json], most: int | None) -> Iterator[CellFinding]:
    """Yield orders that are not those of the requested field, for the first fields."""
    fields = sorted(set().union(*(item.keys() for item in whole))) if whole else []
    for field in fields[:most]:
        for direction in ("asc", "desc"):
            values = {"sortAttribute": field, "sortDirection": direction}
            found = _read(scene, values)
            cell = f"sorted by {field}, {direction}"
            if sorted(map(repr, found)) != sorted(map(repr, whole)):
                yield _finding(scene, cell, "returns other items")
                continue
            keys = [item[field] for item in found if item.get(field) is not None]
            if any(isinstance(key, dict | list) for key in keys):
                continue
            if not _is_sorted(keys, is_descending=direction == "desc"):
                yield _finding(scene, cell, "is not in this order")


def _sorted_and_filtered(scene: Scene, whole: list[Json]) -> Iterator[CellFinding]:
    """Yield orders that a filter loses, and filters that an order loses."""
    order = {"sortAttribute": "createdAt", "sortDirection": "desc"}
    for name in _names(scene.operation):
        for item in [value for value in filter_values(name, whole) if not value.may_refuse][:1]:
            found, expected = _read(scene, {**order, name: item.value}), filter(item.keeps, whole)
            cell = f"{name} and an order"
            if sorted(map(repr, found)) != sorted(map(repr, expected)):
                yield _finding(scene, cell, "keeps other items")
            elif not _is_sorted([row["createdAt"] for row in found], is_descending=True):
                yield _finding(scene, cell, "is not in this order")


def _is_sorted(keys: list[Any], *, is_descending: bool) -> bool:
    """Return True for the order of code points, or of letters of any case."""
    orders: list[Callable[[Any], Any]] = [lambda key: key]
    if all(isinstance(key, str) for key in keys):
        orders.append(str.casefold)
    return any(keys == sorted(keys, key=order, reverse=is_descending) for order in orders)


def _read(scene: Scene, values: Mapping[str, str]) -> list[Json]:
    """Return the whole list with some values."""
    operation = scene.operation
    merged = {**scene.values, **values}
    if "x-pagination" in packaged_operations()[operation.id].node:
        return items(scene.target, operation.id, **merged)
    exchange = scene.target.ask(operation.id, merged)
    if exchange.status in _REFUSALS and values:
        return []
    if exchange.status != 200:
        raise CheckFailed(f"{operation.id} returned {exchange.status}")
    value = payload(exchange)
    found: list[Json] = value.get("items", []) if isinstance(value, dict) else value
    return found


def _finding(scene: Scene, cell: str, problem: str, detail: str = "") -> CellFinding:
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


FILTERS = Matrix(_cells, _excluded)
