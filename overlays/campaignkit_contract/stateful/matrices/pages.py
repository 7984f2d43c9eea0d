"""Matrix of pages: every list in pages of every size contains every item once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...exchange import Exchange
from ...spec.document import Json, packaged_operations
from ...spec.expressions import MISSING, RESPONSE_BODY, value_at
from ...spec.routes import Operation
from ...targets.listing import items
from ...targets.requests import json_body
from ...targets.target import CheckFailed, Target
from .filter_values import Filter, filter_values
from .filters import filter_parameters
from .finding import CellFinding, documented_status, source_of
from .matrix import Matrix, MatrixRun
from .scenes import Scene, prepare

_LIVE_PAGES = 3  # pages of small sizes that are read of a server without reset
_MAX_PAGES = 400
_INVALID = ("0", "-1", "1.5", "x", "", "99999999999999999999")
_GARBAGE = ("no-cursor", "eyJ4IjoxfQ", "%00", "x" * 500, "null")


@dataclass(frozen=True)
class Pages:
    """Pages of one list, with what `x-pagination` says about them."""

    scene: Scene
    rule: Json
    values: Mapping[str, str]

    @property
    def is_numbered(self) -> bool:
        """Return True for page numbers, False for cursors."""
        return "page" in self.rule

    def ask(self, position: str | None, size: int | str | None) -> Exchange:
        """Request one page; the first one without a position."""
        by = self.rule["page" if self.is_numbered else "cursor"]["parameter"]
        sizes = {} if size is None else {self.rule["size"]: str(size)}
        positions = {} if position is None else {by: position}
        return self.scene.call(values={**self.values, **sizes, **positions})

    def value(self, body: Any, expression: str) -> Any:
        """Return what an expression of the rule finds in a response."""
        return value_at(body, expression.removeprefix(RESPONSE_BODY))

    def keys(self, body: Any) -> list[str]:
        """Return the keys of the items of a page."""
        return [str(item[self.rule["key"]]) for item in self.value(body, self.rule["items"])]

    def next_position(self, body: Any, position: str | None) -> str | None:
        """Return the position of the next page; None after the last one."""
        if not self.is_numbered:
            following = self.value(body, self.rule["cursor"]["next"])
            return None if following in (None, MISSING) else str(following)
        number = int(position) if position else self.rule["page"]["first"]
        return str(number + 1) if self.keys(body) else None

    def walk(self, size: int | None, limit: int = _MAX_PAGES) -> list[str] | None:
        """Return the keys of all items, or of the first pages; None if the size is refused.

        Raises:
            CheckFailed: A page repeats, is too long, or contradicts its counters.
        """
        found: list[str] = []
        position: str | None = None
        seen: set[str | None] = set()
        while position not in seen and len(seen) < limit:
            seen.add(position)
            exchange = self.ask(position, size)
            if exchange.status == 400 and size is not None and position is None:
                return None
            if exchange.status != 200:
                raise CheckFailed(f"returns {exchange.status} for a page")
            body = json_body(exchange)
            self._check(body, size)
            if position is not None and not self.is_numbered and not self.keys(body):
                raise CheckFailed("announces another page after the last item")
            found += self.keys(body)
            following = self.next_position(body, position)
            if following is None:
                return found
            position = following
        if position in seen:
            raise CheckFailed("repeats a cursor")
        return found

    def _check(self, body: Any, size: int | None) -> None:
        count = len(self.keys(body))
        if size is not None and count > size:
            raise CheckFailed("returns more items than requested")
        if self.is_numbered:
            return
        more, following = (self.value(body, self.rule["cursor"][name]) for name in ("more", "next"))
        if more is not (following is not None):
            raise CheckFailed("contradicts nextCursor by hasMore")
        if not count and following is not None:
            raise CheckFailed("has an empty page before the last one")


def pages_matrix(target: Target) -> Iterator[str]:
    """Check that pages of any size contain every item of a list once, in one order."""
    return PAGES.findings(target)


def _excluded(_: Target, operation: Operation) -> str:
    is_paged = "x-pagination" in packaged_operations()[operation.id].node
    return "" if is_paged else "its spec has no pages"


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    rule = packaged_operations()[operation.id].node["x-pagination"]
    for cell, values in _scopes(run, operation):
        pages = Pages(scene, rule, values)
        yield from _sizes(run, pages, cell)
    pages = Pages(scene, rule, {})
    yield from _refusals(pages)
    yield from _counters(pages)
    yield from _foreign_cursor(run, pages)
    yield from _insertion(run, pages)


def _scopes(run: MatrixRun, operation: Operation) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the list itself, by each filter, and in another order where the spec has one."""
    yield "pages", {}
    if not run.target.reset_server:
        return
    for item in _widest_filters(run, operation):
        yield f"pages by {item.parameter}", {item.parameter: item.value}
    names = {parameter.name for parameter in operation.parameters}
    if {"sortAttribute", "sortDirection"} <= names:
        for attribute in ("status", "createdAt"):
            yield f"pages sorted by {attribute}", {"sortAttribute": attribute}
            descending = {"sortAttribute": attribute, "sortDirection": "desc"}
            yield f"pages sorted by {attribute}, descending", descending


def _widest_filters(run: MatrixRun, operation: Operation) -> Iterator[Filter]:
    """Yield for every filter the value that keeps most items."""
    names = [parameter.name for parameter in filter_parameters(operation)]
    whole = items(run.target, operation.id) if names else []
    for name in names:
        usual = [value for value in filter_values(name, whole) if not value.may_refuse]
        yield from sorted(usual, key=lambda value: -sum(map(value.keeps, whole)))[:1]


def _sizes(run: MatrixRun, pages: Pages, cell: str) -> Iterator[CellFinding]:
    operation = pages.scene.operation
    try:
        whole = pages.walk(None) or []
        if len(set(whole)) < len(whole):
            yield _finding(operation, cell, "returns an item twice")
        is_live = run.target.reset_server is None
        for label, size in _page_sizes(len(whole), is_live=is_live).items():
            limit = _MAX_PAGES if run.target.reset_server else _LIVE_PAGES
            found = pages.walk(size, limit)
            if found is None or found == whole[: size * limit]:
                continue
            if (again := pages.walk(None)) == whole:
                yield _finding(operation, f"{cell} of size {label}", "differ from the whole list")
            else:
                whole = again or []  # It changed while it was looked at.
    except CheckFailed as failure:
        yield _finding(operation, cell, str(failure))


def _page_sizes(count: int, *, is_live: bool) -> dict[str, int]:
    edges = {"2": 2, "the end": count}
    if not is_live:
        edges |= {"1": 1, "one below the end": count - 1, "one above the end": count + 1}
    return {label: size for label, size in edges.items() if size > 0}


def _refusals(pages: Pages) -> Iterator[CellFinding]:
    """Yield sizes and positions that are not valid and are not refused."""
    operation, is_live = pages.scene.operation, pages.scene.target.reset_server is None
    few = slice(2 if is_live else None)
    for size in _INVALID[few]:
        # The validator reports a success: the spec rejects the size.
        if (status := pages.ask(None, size).status) not in {200, 400}:
            yield _invalid(operation, f"the size {size!r}", status)
    if pages.is_numbered:
        for number in ("-1", "x", "1.5")[few]:
            if (status := pages.ask(number, None).status) not in {200, 400}:
                yield _invalid(operation, f"the page {number!r}", status)
        return
    known = pages.next_position(json_body(pages.ask(None, 1)), None)
    damaged = [] if known is None else [known[:-2], f"{known}x", known.swapcase(), known[1:]]
    right = None if known is None else pages.keys(json_body(pages.ask(known, 1)))
    for cursor in (*_GARBAGE[few], *damaged[few]):
        exchange = pages.ask(cursor, 1)
        is_same = exchange.status == 200 and pages.keys(json_body(exchange)) == right
        if exchange.status != 400 and not (is_same and cursor in damaged):
            yield _invalid(operation, "a damaged cursor", exchange.status)


def _counters(pages: Pages) -> Iterator[CellFinding]:
    """Yield wrong totals, and pages after the last one that have items."""
    operation = pages.scene.operation
    if not pages.is_numbered:
        return
    first = pages.rule["page"]["first"]
    whole = pages.walk(None) or []
    if pages.keys(json_body(pages.ask(None, 2))) != whole[:2]:
        yield _finding(operation, "the list without a page", "is not the first page")
    for number in (first, first + 1, first + len(whole) + 1, first + 10_000):
        exchange = pages.ask(str(number), 2)
        if exchange.status != 200:
            yield _invalid(operation, "a page after the last one", exchange.status)
            continue
        body = json_body(exchange)
        begin = (number - first) * 2
        if pages.keys(body) != whole[begin : begin + 2]:
            yield _finding(operation, "pages of size 2", "are not the ones of their numbers")
        if "total" in pages.rule["page"]:
            shown = {name: body.get(name) for name in ("total", "page", "perPage")}
            expected = {"total": len(whole), "page": number, "perPage": 2}
            for name in expected:
                if shown[name] != expected[name]:
                    yield _finding(operation, "counters", f"{name} is wrong")


def _foreign_cursor(run: MatrixRun, pages: Pages) -> Iterator[CellFinding]:
    """Yield lists that show items of the parent from which a cursor is."""
    operation = pages.scene.operation
    vendor, names = run.target.route(operation).vendor, run.target.route(operation).path_names
    if pages.is_numbered or not names:
        return
    own = pages.walk(None) or []
    for known in run.siblings.others:
        values = {name: known[vendor, name][0] for name in names if known.get((vendor, name))}
        there = Pages(pages.scene, pages.rule, {**pages.values, **values})
        first = there.ask(None, 1)
        cursor = there.next_position(json_body(first), None) if first.status == 200 else None
        if not values or cursor is None or set(there.keys(json_body(first))) & set(own):
            continue
        exchange = pages.ask(cursor, 2)
        found = pages.keys(json_body(exchange)) if exchange.status == 200 else []
        if not set(found) <= set(pages.walk(None) or []):
            yield _finding(operation, "a cursor of another list", "returns items of that list")


def _insertion(run: MatrixRun, pages: Pages) -> Iterator[CellFinding]:
    """Yield lists that lose or repeat an item if another one is created between two pages."""
    operation = pages.scene.operation
    route = run.target.route(operation)
    creator = route.operations.get("POST")
    if pages.is_numbered or creator is None or not run.target.may_write:
        return
    whole = pages.walk(None) or []
    begin = json_body(pages.ask(None, 2))
    position = pages.next_position(begin, None)
    if position is None:
        return
    run.sandbox.call(creator.id)
    found = pages.keys(begin)
    while position is not None and len(found) <= len(whole) + 2:
        body = json_body(pages.ask(position, 2))
        found += pages.keys(body)
        position = pages.next_position(body, position)
    if len(set(found)) < len(found):
        yield _finding(operation, "an item created between two pages", "repeats another item")
    if set(whole) - set(found):
        yield _finding(operation, "an item created between two pages", "hides another item")


def _finding(operation: Operation, cell: str, problem: str) -> CellFinding:
    law = f"pages contain every item once; {source_of(operation.id)}"
    return CellFinding(operation.id, cell, problem, law)


def _invalid(operation: Operation, cell: str, status: int) -> CellFinding:
    problem = f"returns {status}, expected 400"
    return CellFinding(operation.id, cell, problem, documented_status(operation.id, 400))


PAGES = Matrix(_cells, _excluded)
