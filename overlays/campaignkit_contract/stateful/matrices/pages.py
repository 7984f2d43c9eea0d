"""Matrix of pages: every list in pages of every size contains every item once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from typing import Any
from zlib import crc32

from ...spec.document import Json, packaged_operations
from ...spec.routes import Operation
from ...targets.budget import rotate
from ...targets.requests import json_body
from ...targets.target import CheckFailed, Target
from .cursors import cursor_findings
from .filter_values import Filter, filter_values
from .filtered_list import filter_names, is_sortable, read_list
from .finding import CellFinding
from .matrix import Matrix, MatrixRun
from .paged_list import MAX_PAGES, PagedList, page_finding, status_finding
from .preparation import prepare
from .scenes import Scene

_LIVE_PAGES = 3  # pages of small sizes that are read of a server without reset
_FEW_CASES = 2
_LARGE = 1_000
_FEW_ITEMS = 12
_SMALLEST = 2  # items of a small page
_BEYOND_32_BITS = "2147483648"
_ODD_SIZES = ("0", "-1", "1.5", "x", "", "99999999999999999999")
_ODD_NUMBERS = ("-1", "x", "1.5", _BEYOND_32_BITS)
_GARBAGE = ("no-cursor", "eyJ4IjoxfQ", "%00", "x" * 500, "null")


def pages_matrix(target: Target) -> Iterator[str]:
    """Check that pages of any size contain every item of a list once, in one order."""
    return PAGES.findings(target)


def _excluded(_: Target, operation: Operation) -> str:
    is_paged = "x-pagination" in packaged_operations()[operation.id].node
    return "" if is_paged else "its spec has no pages"


def _cells(run: MatrixRun, operation: Operation) -> Iterator[CellFinding]:
    scene = prepare(run, operation)
    rule = packaged_operations()[operation.id].node["x-pagination"]
    for cell, values in _scopes(run, scene):
        yield from _sizes(run, PagedList(scene, rule, values), cell)
    pages = PagedList(scene, rule, {})
    yield from _refusals(pages)
    if pages.is_numbered:
        yield from _counters(pages)
    else:
        yield from cursor_findings(run, pages)


def _scopes(run: MatrixRun, scene: Scene) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the list itself, by each filter, and in another order if the spec has one."""
    yield "pages", {}
    filters, is_live = _filters(run, scene), run.target.reset_server is None
    # On a live server, one filter at a time: each of its pages is a request.
    yield from (
        (cell, values) for cell, values in filters.items() if not is_live or len(values) == 1
    )
    if is_live:
        yield from _live_orders(scene)
    elif is_sortable(scene.operation):
        for attribute in ("status", "createdAt"):
            ascending = {"sortAttribute": attribute}
            descending = {**ascending, "sortDirection": "desc"}
            yield f"pages sorted by {attribute}", ascending
            yield f"pages sorted by {attribute}, descending", descending
        for cell, values in list(filters.items())[-1:]:
            yield f"{cell} and sorted, descending", {**values, **descending}


def _live_orders(scene: Scene) -> Iterator[tuple[str, Mapping[str, str]]]:
    if is_sortable(scene.operation):
        order = {"sortAttribute": "createdAt", "sortDirection": "desc"}
        yield "pages sorted by createdAt, descending", order


def _filters(run: MatrixRun, scene: Scene) -> dict[str, Mapping[str, str]]:
    """Return for every filter, and for two together, the values that keep most items."""
    names, vendor = filter_names(scene.operation), run.target.route(scene.operation).vendor
    whole = read_list(scene, {}) if names else []
    usual = [
        [item for item in filter_values(scene.operation, name, whole) if not item.may_refuse]
        for name in names
    ]
    found: dict[str, Mapping[str, str]] = {}
    for name in filter_names(scene.operation, is_boolean=True):
        found[f"pages by {name}"] = {name: "true"}
    for name in names:
        for value in run.sandbox.named.get(f"{vendor} {name}", ())[:1]:
            found[f"pages by {name}"] = {name: value}
    alone = (((item,) for item in items) for items in usual)
    together = (product(one, other) for one, other in combinations(usual, 2))
    for choices in (*alone, *together):
        if best := max(choices, key=lambda items: _weight(items, whole), default=()):
            cell = " and ".join(item.parameter for item in best)
            found[f"pages by {cell}"] = {item.parameter: item.value for item in best}
    for item in chain.from_iterable(usual):
        values = {item.parameter: item.value}
        if _is_late(item, whole) and values not in found.values():
            found.setdefault(f"pages by {item.parameter}, of later items", values)
    return found


def _is_late(item: Filter, whole: list[Json]) -> bool:
    """Return True if a filter keeps items of the list, and none of its first small page."""
    kept = [item.keeps(row) for row in whole]
    return any(kept) and not any(kept[:_SMALLEST])


def _weight(filters: Sequence[Filter], whole: list[Json]) -> tuple[bool, bool, int]:
    """Return whether filters matter: each of them, and on small pages; and how many items stay."""
    kept = [[one.keeps(item) for one in filters] for item in whole]
    count = sum(map(all, kept))
    is_needed = all(sum(column) > count for column in zip(*kept, strict=True))
    # If the first items stay, small pages are those of the whole list.
    return is_needed, count > _SMALLEST and not all(map(all, kept[: 2 * _SMALLEST])), count


def _sizes(run: MatrixRun, pages: PagedList, cell: str) -> Iterator[CellFinding]:
    operation = pages.scene.operation
    try:
        whole = pages.walk(None) or []
        if len(set(whole)) < len(whole):
            yield page_finding(operation, cell, "returns an item twice")
        is_live = run.target.reset_server is None
        sizes = _page_sizes(len(whole), is_live=is_live, is_part=bool(pages.values))
        for label, size in sizes.items():
            # A walk that comes to the known end goes on, because the server may not stop there.
            limit = _LIVE_PAGES if is_live and size * _LIVE_PAGES < len(whole) else MAX_PAGES
            found = pages.walk(size, limit)
            if found is None or found == whole[: size * limit]:
                continue
            if (again := pages.walk(None)) == whole:
                yield page_finding(
                    operation, f"{cell} of size {label}", "differ from the whole list"
                )
            else:
                whole = again or []  # It changed while it was looked at.
    except CheckFailed as failure:
        yield page_finding(operation, cell, str(failure))


def _page_sizes(count: int, *, is_live: bool, is_part: bool) -> dict[str, int]:
    """Return sizes by label, the largest first: a server may keep a page for a smaller size."""
    if is_part and (is_live or count > _FEW_ITEMS):
        return {"2": 2} if is_live else {"one below the end": count - 1, "2": 2}
    edges = {"a thousand": _LARGE, "the end": count, "one below the end": count - 1, "2": 2}
    if not is_live:
        edges |= {"1": 1, "one above the end": count + 1}
    labels: dict[int, str] = {}
    for label, size in edges.items():
        labels.setdefault(size, label)
    return {label: size for size, label in labels.items() if size > 0}


def _refusals(pages: PagedList) -> Iterator[CellFinding]:
    """Yield sizes and positions that are neither refused as documented nor accepted."""
    operation = pages.scene.operation
    for size in (_BEYOND_32_BITS, *_some(pages, _ODD_SIZES, few=1)):
        # The validator reports a success if the spec rejects the size.
        if (status := pages.ask(None, size).status) not in {200, 400}:
            yield status_finding(operation, f"the size {size!r}", status)
    if pages.is_numbered:
        for number in _some(pages, _ODD_NUMBERS):
            if (status := pages.ask(number, None).status) not in {200, 400}:
                yield status_finding(operation, f"the page {number!r}", status)
        return
    known = pages.next_position(json_body(pages.ask(None, 1)), None)
    damaged = [] if known is None else [known[:-2], f"{known}x", known.swapcase(), known[1:]]
    right = None if known is None else pages.keys(json_body(pages.ask(known, 1)))
    for cursor in (*_some(pages, _GARBAGE), *_some(pages, damaged)):
        exchange = pages.ask(cursor, 1)
        is_same = exchange.status == 200 and pages.keys(json_body(exchange)) == right
        if exchange.status != 400 and not (is_same and cursor in damaged):
            yield status_finding(operation, "a damaged cursor", exchange.status)


def _some(pages: PagedList, cases: Sequence[str], few: int = _FEW_CASES) -> Sequence[str]:
    """Return every case, or a few if the run may send few requests; all lists together have all."""
    number = crc32(pages.scene.operation.id.encode())
    return rotate(pages.scene.target, cases, number, few) if cases else cases


def _counters(pages: PagedList) -> Iterator[CellFinding]:
    """Yield wrong totals, and pages after the last one that have items."""
    operation = pages.scene.operation
    first = pages.rule["page"]["first"]
    whole = pages.walk(None) or []
    if pages.keys(json_body(pages.ask(None, 2))) != whole[:2]:
        yield page_finding(operation, "the list without a page", "is not the first page")
    yield from _defaults(pages, len(whole))
    for number in (first, first + 1, first + len(whole) + 1, first + 10_000):
        exchange = pages.ask(str(number), 2)
        if exchange.status != 200:
            yield status_finding(operation, "a page after the last one", exchange.status)
            continue
        body = json_body(exchange)
        begin = (number - first) * 2
        if pages.keys(body) != whole[begin : begin + 2]:
            yield page_finding(operation, "pages of size 2", "are not the ones of their numbers")
        expected = {"total": len(whole), "page": number, "perPage": 2}
        yield from _counter_findings(pages, body, expected)


def _defaults(pages: PagedList, count: int) -> Iterator[CellFinding]:
    """Yield a first page without the number of items that the spec says."""
    size, operation = pages.default_size, pages.scene.operation
    body = json_body(pages.ask(None, None))
    if size and len(pages.keys(body)) != min(size, count):
        yield page_finding(operation, "pages without a size", f"do not have {size} items")
    expected = {"total": count, "page": pages.rule["page"]["first"], "perPage": size}
    yield from _counter_findings(pages, body, expected)


def _counter_findings(
    pages: PagedList, body: Any, expected: Mapping[str, int | None]
) -> Iterator[CellFinding]:
    for name, value in expected.items() if "total" in pages.rule["page"] else ():
        if value is not None and body.get(name) != value:
            yield page_finding(pages.scene.operation, "counters", f"{name} is wrong")


PAGES = Matrix(_cells, _excluded)
