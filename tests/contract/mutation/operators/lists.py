"""Operators on lists: rows are mixed up, and later pages have another order or filter."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from campaignkit_contract.spec.document import OperationNode
from werkzeug import Request, Response

from ..mutant import SUCCESS_RANGE, Json, Mutant, RuleCall, write
from .responses import IDENTITY
from .rules import RuleBug, query_names, rule_mutant
from .schema_places import ITEM, Place, operations, response_places

_PAGING = {"cursor", "page"}
_SIZES = {"limit", "perPage"}
_MANY = 100  # rows of the largest page
Order = Callable[[list[Json], RuleCall], list[Json]]


def list_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every operation."""
    for operation in operations():
        places = {str(place): place for place in response_places(operation.id)}.values()
        for place in places:
            if ITEM in place.path[-2:-1] and place.path[-1] not in IDENTITY:
                yield _mixed_up(operation, place)
        names = set(query_names(operation))
        if not names & _PAGING:
            continue
        yield rule_mutant("later pages reversed", operation, "", _reordered(_reversed))
        for name in sorted(names - _PAGING - _SIZES):
            yield rule_mutant("parameter forgotten on later pages", operation, name, _forgets(name))
        if "sortAttribute" in names:
            yield rule_mutant("ties in another order", operation, "", _reordered(_ties_reversed))


def _mixed_up(operation: OperationNode, place: Place) -> Mutant:
    """Return a mutant in which each row of a list has the value of the row before."""

    def respond(_: Request, response: Response) -> None:
        body, rows = response.get_json(silent=True), list[Json]()
        place.change(body, lambda row, _: rows.append(row))
        values = [row[place.path[-1]] for row in rows]
        for row, value in zip(rows, values[-1:] + values, strict=False):
            row[place.path[-1]] = value
        write(response, body)

    return Mutant(
        f"rows mixed up: {operation.id}: {place}",
        f"{place} of a success",
        (operation.id,),
        SUCCESS_RANGE,
        response=respond,
        operator="rows mixed up",
    )


def _items(page: Any) -> list[Json]:
    items: list[Json] = page[_name(page)] if isinstance(page, dict) else page
    return items


def _name(page: Json) -> str:
    return "items" if "items" in page else "data"


def _begin(call: RuleCall, page: Any) -> tuple[int, list[Json]]:
    """Return where a page begins, and the whole list."""
    others = {
        name: value
        for name, value in call.arguments.items()
        if name not in _PAGING and name not in _SIZES
    }
    whole = _items(call.call_with({**others, "limit": _MANY, "perPage": _MANY}))
    return whole.index(_items(page)[0]) if _items(page) else 0, whole


def _reordered(order: Order) -> RuleBug:
    """Return a bug that takes the pages after the first from a list in another order."""

    def bug(call: RuleCall) -> Any:
        page = call.call_original()
        begin, whole = _begin(call, page)
        if not begin:
            return page
        items = order(whole, call)[begin : begin + len(_items(page))]
        return {**page, _name(page): items} if isinstance(page, dict) else items

    return bug


def _reversed(items: list[Json], _: RuleCall) -> list[Json]:
    return items[::-1]


def _ties_reversed(items: list[Json], call: RuleCall) -> list[Json]:
    """Return a sorted list in which equal items come in reverse."""
    name = call.arguments.get("sortAttribute", "")
    groups = groupby(items, key=lambda item: item.get(name))
    return [item for _, group in groups for item in [*group][::-1]]


def _forgets(name: str) -> RuleBug:
    """Return a bug that ignores a parameter on the pages after the first."""

    def bug(call: RuleCall) -> Any:
        page = call.call_original()
        if not _begin(call, page)[0]:
            return page
        return call.call_with({key: call.arguments[key] for key in call.arguments if key != name})

    return bug
