"""Discovery of ids: values that a server's lists contain and its links lead to."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from ..exchange import Exchange
from ..spec.expressions import value_at
from ..spec.routes import Operation, Route, Routes
from .area_reads import OPTIONAL_FIELDS, AreaReads, linked_parameters
from .requests import in_areas

KnownIds = dict[tuple[str, str], list[str]]
"""Values by vendor and parameter name. The first value is used in calls."""

Fetch = Callable[[Route, Operation, Mapping[str, str]], Exchange | None]
"""Send a read with values of its required parameters. Return None if it must not be sent."""

_MAX_VALUES = 20
_FIRST_ITEM = re.compile(r"/0(?=/|$)")


def discover_ids(
    routes: Routes, configured: KnownIds, fetch: Fetch, areas: Sequence[str] = ()
) -> KnownIds:
    """Return the configured ids and those that the server reveals.

    Configured values are neither replaced nor extended.

    Args:
        routes: Routes of the spec.
        configured: Values that the settings have.
        fetch: Function that sends a read.
        areas: Areas whose calls need ids. A read of another area is sent only for an unknown id.
    """
    needed = AreaReads(routes, areas)
    known: KnownIds = {name: list(values) for name, values in configured.items()}
    fetched: set[str] = set()
    while reads := [
        (route, operation)
        for route in routes.all
        if (operation := route.operations.get("GET"))
        and operation.id not in fetched
        and missing_parameter(route, operation, known) is None
    ]:
        for route, operation in sorted(reads, key=lambda read: not in_areas(read[1], areas)):
            fetched.add(operation.id)
            has_links = any(response.links for response in operation.responses.values())
            if not needed.needs(operation, known):
                continue
            if has_links or operation.id in OPTIONAL_FIELDS:
                exchange = fetch(route, operation, _values(route, operation, known))
                for name, value in linked_values(routes, operation, exchange):
                    _add(known, configured, name, value)
    return known


def missing_parameter(route: Route, operation: Operation, known: KnownIds) -> str | None:
    """Return the first required parameter without a known value, or None."""
    names = required_names(operation)
    return next((name for name in names if not known.get((route.vendor, name))), None)


def required_names(operation: Operation) -> list[str]:
    """Return the names of the required parameters."""
    return [parameter.name for parameter in operation.parameters if parameter.is_required]


def _values(route: Route, operation: Operation, known: KnownIds) -> dict[str, str]:
    return {name: known[route.vendor, name][0] for name in required_names(operation)}


def linked_values(
    routes: Routes, operation: Operation, exchange: Exchange | None
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the values that the links of a response pass on, by vendor and parameter name."""
    response = operation.response_for(exchange.status) if exchange else None
    if exchange is None or response is None:
        return
    try:
        body = json.loads(exchange.body or b"null")
    except (ValueError, RecursionError):
        return  # The validator reports it.
    vendor = routes.operations[operation.id][0].vendor
    for name, value in _optional_values(operation.id, body):
        yield (vendor, name), value
    for parameter, pointer in linked_parameters(routes, response):
        yield from ((parameter, value) for value in pointer_values(body, pointer))


def _optional_values(operation_id: str, body: Any) -> Iterator[tuple[str, str]]:
    """Yield parameters with the values of fields that items may lack."""
    if operation_id not in OPTIONAL_FIELDS:
        return
    field, parameter = OPTIONAL_FIELDS[operation_id]
    for pointer in (f"/0/{field}", f"/data/items/0/{field}"):
        yield from ((parameter, value) for value in pointer_values(body, pointer))


@cache
def first_item_pointers(pointer: str) -> Sequence[str]:
    """Return a pointer at a value; for one in the first item of a list, those of 20 items."""
    pointers = [_FIRST_ITEM.sub(f"/{index}", pointer, count=1) for index in range(_MAX_VALUES)]
    return tuple(dict.fromkeys(pointers))


def pointer_values(body: Any, pointer: str) -> list[str]:
    """Return the text at a pointer; for one in the first item of a list, those of every item."""
    values = [value_at(body, item) for item in first_item_pointers(pointer)]
    return [value for value in values if isinstance(value, str) and value]


def _add(known: KnownIds, configured: KnownIds, name: tuple[str, str], value: str) -> None:
    values = known.setdefault(name, [])
    if name not in configured and value not in values and len(values) < _MAX_VALUES:
        values.append(value)
