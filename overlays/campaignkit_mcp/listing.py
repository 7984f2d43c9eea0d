"""Parts of lists: at most so many items, and the cursor of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from campaignkit_operations.errors import UsageError
from campaignkit_operations.json_values import as_json
from campaignkit_runtime.catalog import OperationEntry, Paging

_MAX_PAGE = 100  # items of one page that are requested
_CURSOR = re.compile(r"([0-9]{1,9}):([1-9][0-9]{0,8}):(.*)", re.DOTALL)
_PAGE = re.compile("[0-9]{1,9}")
_MAX_REQUESTS = 50  # for one part, so that empty pages do not hold a call for ever


class Part(NamedTuple):
    """Part of a list."""

    items: list[Any]
    next_cursor: str | None
    trace_id: str | None

    @property
    def fields(self) -> dict[str, Any]:
        """Structured result of a tool."""
        following = {} if self.next_cursor is None else {"next_cursor": self.next_cursor}
        return {"items": self.items} | following


class Position(NamedTuple):
    """Place in a list: a page, and the items of it that were shown."""

    page: str
    skipped: int
    size: int

    @property
    def cursor(self) -> str:
        """Cursor of a tool for this place."""
        return f"{self.skipped}:{self.size}:{self.page}"

    @classmethod
    def of(cls, cursor: str) -> Position:
        """Return the place of a cursor.

        Raises:
            UsageError: The cursor is not one of a tool.
        """
        match = _CURSOR.fullmatch(cursor)
        if match is None:
            raise UsageError(f"cursor must be the next_cursor of a result, got {cursor[:80]!r}.")
        skipped, size, page = match.groups()
        return cls(page, int(skipped), int(size))


# Sends one request for a page: keywords of the position and the size. It returns a RawResponse.
Fetch = Callable[[Mapping[str, Any]], Any]


def read_list(fetch: Fetch, max_items: int, cursor: str | None) -> Part:
    """Return a part of a list that the API returns as a whole."""
    start = Position.of(cursor).skipped if cursor else 0
    response = fetch({})
    items = as_json(response.payload)
    end = start + max_items
    following = Position("", end, 1).cursor if len(items) > end else None
    return Part(items[start:end], following, response.trace_id)


def read_pages(entry: OperationEntry, fetch: Fetch, max_items: int, cursor: str | None) -> Part:
    """Return a part of a list in pages; it requests pages until it has enough items.

    Args:
        entry: The operation.
        fetch: Sends one request.
        max_items: Maximum number of items.
        cursor: Cursor of an earlier part; None for the first.
    """
    paging = entry.paging
    assert paging is not None  # noqa: S101 - the caller has looked
    place = Position.of(cursor) if cursor else _first(entry, paging, max_items)
    found: list[Any] = []
    largest = 0
    for _ in range(_MAX_REQUESTS):
        response = fetch(_keywords(entry, paging, place))
        items, following = _content(paging, place, as_json(response.payload))
        largest = max(largest, len(items))
        fresh = items[place.skipped :]
        missing = max_items - len(found)
        found += fresh[:missing]
        if len(fresh) > missing:
            place = place._replace(skipped=place.skipped + missing)
            break
        if following is None or (not paging.next and len(items) < largest):
            return Part(found, None, response.trace_id)
        place = Position(following, 0, place.size)
        if len(found) == max_items:
            break
    return Part(found, place.cursor, response.trace_id)


def _first(entry: OperationEntry, paging: Paging, max_items: int) -> Position:
    page = "" if paging.next else str(_position_schema(entry, paging).get("minimum", 0))
    return Position(page, 0, min(max_items, _MAX_PAGE))


def _position_schema(entry: OperationEntry, paging: Paging) -> Mapping[str, Any]:
    return next(item.schema for item in entry.arguments if item.name == paging.position)


def _keywords(entry: OperationEntry, paging: Paging, place: Position) -> dict[str, Any]:
    keywords: dict[str, Any] = {paging.size: place.size}
    if _position_schema(entry, paging).get("type") == "integer":
        if _PAGE.fullmatch(place.page) is None:
            cursor = place.cursor[:80]
            raise UsageError(f"cursor must be the next_cursor of a result, got {cursor!r}.")
        keywords[paging.position] = int(place.page)
    elif place.page:
        keywords[paging.position] = place.page
    return keywords


def _content(paging: Paging, place: Position, page: Any) -> tuple[Sequence[Any], str | None]:
    """Return the items of a page, and the position of the next page; None after the last.

    A server may return fewer items than requested, so a short numbered page has a next one.
    """
    items: Sequence[Any] = page[paging.items] if paging.items else page
    if paging.next:
        return items, page.get(paging.next) or None
    return items, str(int(place.page) + 1) if items else None
