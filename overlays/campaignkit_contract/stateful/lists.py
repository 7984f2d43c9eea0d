"""Stateful checks of lists: their items can be read, paged and filtered."""

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from ..exchange import Exchange
from ..spec.document import Json, packaged_operations
from ..spec.fields import is_same, listed_fields
from ..spec.routes import Operation, Route
from ..targets.budget import ask_now, known_items, remembered
from ..targets.listing import first_page, items
from ..targets.requests import payload
from ..targets.target import Target
from .identifiers import last_parameter
from .matrices.schemas import item_properties, known_values

_UNFINISHED = frozenset({"queued", "running"})
_ID_FIELDS = frozenset({"id", "jobId", "scanId"})
_PAGE_SIZES = ("7", "20")  # no document prints a maximum
_EDGE = 6  # items at each end of a list that are read one by one


def listed_item_equals_get(target: Target) -> Iterator[str]:
    """Check that an item of a list can be read by itself, with the same fields."""
    for route, operation in target.known_reads():
        listing = list_operation(target, route)
        if listing is None or not is_list(target, listing):
            continue
        *_, name = target.path_values(operation)
        listed = known_items(target, listing.id)
        for item in listed if len(listed) <= 2 * _EDGE else [*listed[:_EDGE], *listed[-_EDGE:]]:
            exchange = target.ask(operation.id, {name: item.get(name, item.get("id"))})
            if exchange.status != 200:
                yield f"{operation.id} returns {exchange.status} for an item of {listing.id}"
            elif changed := _difference(target, listing, item, payload(exchange)):
                yield f"{operation.id} and {listing.id} differ in {changed}"


def documented_ids_are_listed(target: Target) -> Iterator[str]:
    """Check that a list whose items have documented ids has each of them, or is empty."""
    for _, operation in target.known_reads():
        documented = known_values(item_properties(operation.id).get("id", {}))
        if documented and (listed := known_items(target, operation.id)):
            missing = {*documented} - {item["id"] for item in listed}
            yield from (f"{operation.id} lists no {id_}" for id_ in sorted(missing))


def lists_of_references_differ(target: Target) -> Iterator[str]:
    """Check that two lists with ids for two fields of one body have other items."""
    readable = {operation.id for _, operation in target.known_reads()}
    for operation in packaged_operations():
        names = [name for name in listed_fields(operation).values() if name in readable]
        for one, other in combinations(dict.fromkeys(names), 2):
            if (shown := items(target, one)) and shown == items(target, other):
                yield f"{one} and {other} show the same items"


def numbered_pages_partition_list(target: Target) -> Iterator[str]:
    """Check that numbered pages of any size contain every item once, and count them."""
    for _, operation in target.known_reads():
        first = first_page(operation)
        if first is not None and target.ask(operation.id).status == 200:
            whole = known_items(target, operation.id)
            if len({repr(item) for item in whole}) < len(whole):
                yield f"{operation.id} returns an item on two pages"
            for size in _PAGE_SIZES:
                if not is_same(items(target, operation.id, perPage=size), whole):
                    yield f"{operation.id} returns other items by pages of {size}"
            yield from _page_count_findings(target, operation, len(whole), str(first))


def status_filters_list(target: Target) -> Iterator[str]:
    """Check that a list filtered by status contains the items that have the status."""
    for _, operation in target.known_reads():
        names = {parameter.name for parameter in operation.parameters} & {"status", "statuses"}
        if names and is_list(target, operation):
            whole = items(target, operation.id)
            wrong = [
                status
                for status in sorted({item["status"] for item in whole})
                if _filters_wrongly(target, operation, whole, names, status)
            ]
            if wrong:
                yield f"{operation.id} filters wrongly by the status {', '.join(wrong)}"


def _filters_wrongly(
    target: Target, operation: Operation, whole: list[Json], names: set[str], status: str
) -> bool:
    """Return True if a filter adds an item, or loses one that does not change meanwhile."""
    found = items(target, operation.id, **dict.fromkeys(names, status))
    if found == [item for item in whole if item["status"] == status]:
        return False
    later = items(target, operation.id)
    kept = [item for item in later if item["status"] == status and item in whole]
    has_other = any(item["status"] != status for item in found)
    return has_other or [item for item in found if item in kept] != kept


def list_items_belong_to_parent(target: Target) -> Iterator[str]:
    """Check that items of a list below an id name that id, and no other id of its kind."""
    for route, operation in target.known_reads():
        if is_list(target, operation):
            for name, value in target.path_values(operation).items():
                others = {item[name] for item in known_items(target, operation.id) if name in item}
                if others - {value}:
                    yield f"{operation.id} has items of another {name}, at {route.template}"
            yield from _check_neighbour(target, route, operation)


def _check_neighbour(target: Target, route: Route, operation: Operation) -> Iterator[str]:
    """Yield a list that shows items of the parent whose list was read right before it."""
    name = last_parameter(route)
    if name not in item_properties(operation.id):
        return
    for value in [*target.known_ids(route.vendor, name)][:2]:
        rows = _rows(ask_now(target, operation.id, {name: value})) or []
        if any(row.get(name, value) != value for row in rows):
            yield f"{operation.id} has items of another {name} after a read of that {name}"


def by_id(items: list[Json]) -> dict[str, Json]:
    """Return items by their `id`."""
    return {item["id"]: item for item in items}


def list_operation(target: Target, route: Route) -> Operation | None:
    """Return the list that contains the thing that a path names, or None."""
    parent, _, last = route.template.rpartition("/")
    routes = {route.template: route for route in target.validator.routes.all}
    is_item = last.startswith("{") and parent in routes
    return routes[parent].operations.get("GET") if is_item else None


def is_list(target: Target, operation: Operation, id_fields: frozenset[str] = _ID_FIELDS) -> bool:
    """Return True if an operation returns a list here, whose items have one of these ids."""
    return remembered(
        target, f"is_list {operation.id}", lambda: _is_list(target, operation, id_fields)
    )


def _is_list(target: Target, operation: Operation, id_fields: frozenset[str]) -> bool:
    rows = _rows(target.ask(operation.id))
    return rows is not None and all(row.keys() & id_fields for row in rows)


def _rows(exchange: Exchange) -> list[Json] | None:
    """Return the objects that a list shows; None for another response."""
    value = payload(exchange) if exchange.status == 200 else None
    rows = value.get("items") if isinstance(value, dict) else value
    is_list = isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
    return rows if is_list else None


def _difference(target: Target, listing: Operation, item: Json, read: Json) -> str:
    """Return the names of fields in which an item and its read differ.

    On a live server, the item may have changed between the two: then the list shows it otherwise.
    """
    changed = differing_fields(item, read)
    if changed and target.reset_server is None and item not in items(target, listing.id):
        return ""
    return ", ".join(sorted(changed))


def differing_fields(listed: Json, read: Json) -> set[str]:
    """Return the names of differing fields, except those that change by themselves."""
    names = listed.keys() & read.keys()
    if listed.get("status") in _UNFINISHED:
        names -= {"status", "updatedAt"}
    return {name for name in names if not is_same(listed[name], read[name])}


def _page_count_findings(
    target: Target, operation: Operation, count: int, first: str
) -> Iterator[str]:
    """Yield differences between a page's size and counters and the whole list."""
    exchange = target.ask(operation.id, {"page": first, "perPage": "7"})
    page: Any = json.loads(exchange.body or b"null")
    if (length := len(payload(exchange))) != min(7, count):
        yield f"{operation.id} has {length} of {count} items on a page of 7"
    expected = {"total": count, "page": int(first), "perPage": 7}
    for name, value in expected.items() if isinstance(page, dict) else ():
        if page.get(name) != value:
            yield f"{operation.id} has {name} {page.get(name)}, expected {value}"
