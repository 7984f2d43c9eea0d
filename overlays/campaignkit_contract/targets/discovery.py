"""The ids that a server tells of itself, found by asking its lists and following their links."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jsonpath import JSONPointer, JSONPointerError

from ..exchange import Exchange
from ..spec.routes import Operation, Route, Routes

Known = dict[tuple[str, str], list[str]]
"""Values by vendor and name of the parameter; the first is the one to use."""

Ask = Callable[[Route, Operation, Mapping[str, str]], Exchange | None]
"""Asks, with values of its required parameters; None where there is no answer to look at."""

_MOST = 20
_FIRST = re.compile(r"/0(?=/|$)")
_ANSWER = "$response.body#"


def discover(routes: Routes, given: Known, ask: Ask) -> Known:
    """What is known in the end; of what was given nothing is added to, nor is it replaced."""
    known: Known = {each: list(values) for each, values in given.items()}
    asked: set[str] = set()
    while reads := [
        (route, operation)
        for route in routes.all
        if (operation := route.operations.get("GET"))
        and operation.id not in asked
        and lacking(route, operation, known) is None
    ]:
        for route, operation in reads:
            asked.add(operation.id)
            if any(answer.links for answer in operation.answers.values()):
                exchange = ask(route, operation, values_of(route, operation, known))
                for name, value in _told(routes, operation, exchange):
                    _add(known, given, name, value)
    return known


def lacking(route: Route, operation: Operation, known: Known) -> str | None:
    """The first required parameter of which no value is known."""
    names = [each.name for each in operation.parameters if each.is_required]
    return next((name for name in names if not known.get((route.vendor, name))), None)


def values_of(route: Route, operation: Operation, known: Known) -> dict[str, str]:
    """A known value for each required parameter."""
    names = [each.name for each in operation.parameters if each.is_required]
    return {name: known[route.vendor, name][0] for name in names}


def _told(
    routes: Routes, operation: Operation, exchange: Exchange | None
) -> Iterator[tuple[tuple[str, str], str]]:
    """The values that the links of an answer hand on, and to which parameters."""
    answer = operation.answer(exchange.status) if exchange else None
    if exchange is None or answer is None:
        return
    try:
        body = json.loads(exchange.body or b"null")
    except (ValueError, RecursionError):
        return  # for the judge to say
    vendors = {each.id: route.vendor for route in routes.all for each in route.operations.values()}
    for link in answer.links:
        for name, expression in link.parameters.items():
            if link.target in vendors and str(expression).startswith(_ANSWER):
                for value in _values(body, str(expression).removeprefix(_ANSWER)):
                    yield (vendors[link.target], name.rpartition(".")[2]), value


def _values(body: Any, pointer: str) -> Iterator[str]:
    """The value at a pointer, and those of the other items where it is of the first of a list."""
    places = [_FIRST.sub(f"/{index}", pointer, count=1) for index in range(_MOST)]
    for place in dict.fromkeys(places):
        try:
            value = JSONPointer(place).resolve(body)
        except JSONPointerError:
            return
        if isinstance(value, str) and value:
            yield value


def _add(known: Known, given: Known, name: tuple[str, str], value: str) -> None:
    values = known.setdefault(name, [])
    if name not in given and value not in values and len(values) < _MOST:
        values.append(value)
