"""Stateful check of cursor pagination."""

from collections.abc import Iterator
from typing import Any

from ..spec.fields import is_same
from ..targets.budget import has_few_requests, known_items
from ..targets.target import CheckFailed, Target

_PAGE_SIZES = ("1", "2", "3")  # no document prints a maximum
_FEW_SIZES = ("7",)


def cursor_pages_partition_list(target: Target) -> Iterator[str]:
    """Check that pages of any size contain every item of the list once, and end."""
    for _, operation in target.known_reads():
        has_cursor = any(parameter.name == "cursor" for parameter in operation.parameters)
        # On a live server, not every id that a path needs is known.
        if has_cursor and target.ask(operation.id).status == 200:
            is_short = has_few_requests(target)
            whole = (
                known_items(target, operation.id)
                if is_short
                else _read_pages(target, operation.id, None)
            )
            if len({repr(item) for item in whole}) < len(whole):
                yield f"{operation.id} returns an item on two pages"
            for size in _FEW_SIZES if is_short else _PAGE_SIZES:
                paged = _read_pages(target, operation.id, size)
                is_lost = not is_same(paged, whole)
                if is_lost and is_same(_read_pages(target, operation.id, None), whole):
                    yield f"{operation.id} returns other items by pages of {size}"


def _read_pages(target: Target, operation_id: str, size: str | None) -> list[Any]:
    """Return every item, page by page; raise CheckFailed if the pages do not end."""
    items: list[Any] = []
    seen: list[str | None] = []
    cursor: str | None = None
    while cursor not in seen:
        seen.append(cursor)
        page = target.data(operation_id, cursor=cursor, limit=size)
        if items and page["items"] == items[-len(page["items"]) :]:
            raise CheckFailed(f"{operation_id} repeats a page")
        items += page["items"]
        if size and len(page["items"]) > int(size):
            raise CheckFailed(f"{operation_id} returns more than {size} items")
        cursor = page["nextCursor"]
        if page["hasMore"] is not (cursor is not None):
            raise CheckFailed(f"{operation_id}: hasMore and nextCursor disagree")
        if cursor is None:
            return items
    raise CheckFailed(f"{operation_id} repeats a cursor")
