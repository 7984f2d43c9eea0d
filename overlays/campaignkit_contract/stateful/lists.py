"""The laws of lists: what they hold can be read, in pages of any size, and filtered."""

import json
from collections.abc import Iterator
from typing import Any

from ..spec.routes import Operation, Route
from ..targets.target import Json, Server, payload

_UNFINISHED = frozenset({"queued", "running"})
_IDS = frozenset({"id", "jobId", "scanId"})
_PAGE_SIZES = ("7", "200")
_ENDS = 6  # items at either end of a list that are read by themselves


def listed_as_read(server: Server) -> Iterator[str]:
    """What is listed can be read by itself, as it is listed."""
    for route, method, operation in server.operations():
        listing = listing_of(server, route)
        if method != "GET" or listing is None or not is_listing(server, listing):
            continue
        *_, name = server.path_values(operation)
        listed = items(server, listing.id)
        for item in listed if len(listed) <= 2 * _ENDS else [*listed[:_ENDS], *listed[-_ENDS:]]:
            exchange = server.ask(operation.id, {name: item.get(name, item.get("id"))})
            if exchange.status != 200:
                yield f"{operation.id} answers {exchange.status} for what {listing.id} has"
            elif changed := _differing(server, item, payload(exchange)):
                yield f"{operation.id} has other {changed} than {listing.id}"


def numbered_pages(server: Server) -> Iterator[str]:
    """Pages by number hold the whole once, whatever their size, and count what there is."""
    for _, method, operation in server.operations():
        first = _first_page(operation)
        if method == "GET" and first is not None and server.ask(operation.id).status == 200:
            whole = items(server, operation.id)
            if len({repr(each) for each in whole}) < len(whole):
                yield f"{operation.id} answers an item on two pages"
            for size in _PAGE_SIZES:
                if items(server, operation.id, perPage=size) != whole:
                    yield f"{operation.id} answers another whole by pages of {size}"
            yield from _uncounted(server, operation, len(whole), str(first))


def filters(server: Server) -> Iterator[str]:
    """A list by a status has those of the whole list that have it, as they are there."""
    for _, method, operation in server.operations():
        names = {each.name for each in operation.parameters} & {"status", "statuses"}
        if method == "GET" and names and is_listing(server, operation):
            whole = items(server, operation.id)
            for status in sorted({each["status"] for each in whole}):
                kept = items(server, operation.id, **dict.fromkeys(names, status))
                if kept != [each for each in whole if each["status"] == status]:
                    yield f"{operation.id} has others that are {status} than the whole list"


def of_whom(server: Server) -> Iterator[str]:
    """What is listed of one thing names no other one of its kind."""
    for route, method, operation in server.operations():
        if method == "GET" and is_listing(server, operation):
            for name, value in server.path_values(operation).items():
                others = {each[name] for each in items(server, operation.id) if name in each}
                if others - {value}:
                    yield f"{operation.id} has items of another {name}, at {route.template}"


def items(server: Server, operation_id: str, **values: str | None) -> list[Json]:
    """All items of a list, page by page."""
    found: list[Json] = []
    number = _first_page(server.operation(operation_id))
    cursor: str | None = None
    while True:
        place = (
            {"page": str(number)} if number is not None else {"cursor": cursor} if cursor else {}
        )
        page = server.data(operation_id, **values, **place)
        rows = page["items"] if isinstance(page, dict) else page
        found += rows
        cursor = page.get("nextCursor") if isinstance(page, dict) else None
        if number is not None and rows and len(found) < 10_000:
            number += 1
        elif not cursor:
            return found


def listing_of(server: Server, route: Route) -> Operation | None:
    """The list that what a path names is in."""
    parent, _, last = route.template.rpartition("/")
    routes = {each.template: each for each in server.judge.routes.all}
    is_item = last.startswith("{") and parent in routes
    return routes[parent].operations.get("GET") if is_item else None


def is_listing(server: Server, operation: Operation, ids: frozenset[str] = _IDS) -> bool:
    """Whether it answers a list here, of items that have ids by one of these names."""
    answer = server.ask(operation.id)
    value = payload(answer) if answer.status == 200 else None
    rows = value.get("items") if isinstance(value, dict) else value
    return isinstance(rows, list) and all(
        isinstance(each, dict) and each.keys() & ids for each in rows
    )


def _first_page(operation: Operation) -> int | None:
    """The number of the first page of a list that has numbers."""
    pages = [each.schema for each in operation.parameters if each.name == "page"]
    return pages[0].get("default", pages[0].get("minimum", 0)) if pages else None


def _differing(server: Server, item: Json, read: Json) -> str:
    """The names of what is read otherwise; what goes on by itself may be."""
    names = item.keys() & read.keys()
    if server.reset is None:
        names &= _IDS
    elif item.get("status") in _UNFINISHED:
        names -= {"status", "updatedAt"}
    return ", ".join(sorted(each for each in names if item[each] != read[each]))


def _uncounted(server: Server, operation: Operation, count: int, first: str) -> Iterator[str]:
    """What a page says of itself, where it does."""
    exchange = server.ask(operation.id, {"page": first, "perPage": "7"})
    page: Any = json.loads(exchange.body or b"null")
    if (length := len(payload(exchange))) != min(7, count):
        yield f"{operation.id} has {length} of {count} on a page of 7"
    expected = {"total": count, "page": int(first), "perPage": 7}
    for name, value in expected.items() if isinstance(page, dict) else ():
        if page.get(name) != value:
            yield f"{operation.id} has the {name} {page.get(name)} instead of {value}"
