"""Cursors: each leads to the items after its page, also if items change meanwhile."""

from collections.abc import Iterator

from ...targets.requests import json_body
from .finding import CellFinding
from .matrix import MatrixRun
from .paged_list import PagedList, page_finding
from .varied_rows import kind_of

_MINUTE = 61  # seconds; a careless server keeps positions for so long
_PAGES = 4
_ROWS = 3


def cursor_findings(run: MatrixRun, pages: PagedList) -> Iterator[CellFinding]:
    """Yield cursors that lead to other items than those after their page."""
    yield from _foreign_cursor(run, pages)
    yield from _insertion(run, pages)
    yield from _deletion(run, pages)
    yield from _later(run, pages)


def _later(run: MatrixRun, pages: PagedList) -> Iterator[CellFinding]:
    """Yield cursors that depend on the size, on the time, or on the cursors used meanwhile."""
    whole = pages.walk(None, _PAGES) or []
    one, two = (pages.next_position(json_body(pages.ask(None, size)), None) for size in (1, 2))
    if one is None or two is None:
        return
    found = {}
    for cell, cursor, begin in (
        ("a cursor with another size", one, 1),
        ("a cursor after another one", two, 2),
        ("a cursor that is used again", one, 1),
        ("a cursor after a minute", two, 2),
    ):
        if "minute" in cell and run.target.reset_server:
            run.target.wait(_MINUTE)
        exchange = pages.ask(cursor, 2)
        # No document says for how long a cursor is valid, and for which size.
        if exchange.status != 400 and not _follow(whole[begin:], pages.keys(json_body(exchange))):
            found[cell] = "leads to other items than those after its page"
    if found and pages.walk(None, _PAGES) == whole:
        for cell, problem in found.items():
            yield page_finding(pages.scene.operation, cell, problem)


def _follow(rest: list[str], keys: list[str]) -> bool:
    """Return True for the first items of the rest of a list. A page may be short, not empty."""
    return bool(keys) and rest[: len(keys)] == keys


def _deletion(run: MatrixRun, pages: PagedList) -> Iterator[CellFinding]:
    """Yield lists that lose or repeat an item if another one is removed between two pages."""
    operation = pages.scene.operation
    kind = kind_of(run, pages.scene)
    if kind is None or not (kind.creators and kind.remover and run.sandbox.can_make(kind.name)):
        return
    made = {(resource := run.sandbox.make(kind.name)).id: resource for _ in range(_ROWS)}
    whole = pages.walk(None) or []
    first = min(whole.index(id_) for id_ in made)
    begin = json_body(pages.ask(None, first + 2))
    position = pages.next_position(begin, None)
    if position is None or pages.keys(begin) != whole[: first + 2]:
        return  # A server may limit the size of a page.
    removed = made[whole[first]]
    names = run.sandbox.kinds.path_parameters(kind.remover)
    run.target.ask(kind.remover, {name: removed.values[name] for name in names})
    exchange = pages.ask(position, 2)
    expected = whole[first + 2 : first + 4]
    # Others may have created an item after the last one.
    if exchange.status == 200 and pages.keys(json_body(exchange))[: len(expected)] != expected:
        yield page_finding(operation, "an item removed between two pages", "hides another item")


def _foreign_cursor(run: MatrixRun, pages: PagedList) -> Iterator[CellFinding]:
    """Yield lists that follow a cursor of another list.

    The own list must not show items of the other one. A list of another account group must not
    have a page, even with its own cursor.
    """
    operation = pages.scene.operation
    vendor, names = run.target.route(operation).vendor, run.target.route(operation).path_names
    if not names:
        return
    own = pages.walk(None) or []
    for known in run.siblings.others:
        values = {name: known[vendor, name][0] for name in names if known.get((vendor, name))}
        there = PagedList(pages.scene, pages.rule, {**pages.values, **values})
        first = there.ask(None, 1)
        cursor = there.next_position(json_body(first), None) if first.status == 200 else None
        if not values or cursor is None or set(there.keys(json_body(first))) & set(own):
            continue
        exchange = pages.ask(cursor, 2)
        inner = {name: values[name] for name in names[1:] if name in values}
        if inner and values.get(names[0]) != run.target.path_values(operation)[names[0]]:
            below = PagedList(pages.scene, pages.rule, {**pages.values, **inner})
            if below.ask(cursor, 2).status == 200:
                yield page_finding(operation, "a list of another account group", "has a later page")
        found = pages.keys(json_body(exchange)) if exchange.status == 200 else []
        if not set(found) <= set(pages.walk(None) or []):
            yield page_finding(operation, "a cursor of another list", "returns items of that list")


def _insertion(run: MatrixRun, pages: PagedList) -> Iterator[CellFinding]:
    """Yield lists that lose or repeat an item if another one is created between two pages."""
    operation = pages.scene.operation
    route = run.target.route(operation)
    creator = route.operations.get("POST")
    if creator is None or not run.target.may_write:
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
        yield page_finding(operation, "an item created between two pages", "repeats another item")
    if set(whole) - set(found):
        yield page_finding(operation, "an item created between two pages", "hides another item")
