"""Pagination: by a cursor for Sonarly, by a page number for Callers.ai."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence

from .errors import ApiError
from .types import JSON, Arguments

# No page prints a default or a maximum.
_DEFAULT_SIZE = 25
_MAX_SIZE = 100


def by_cursor(
    items: Sequence[JSON],
    arguments: Arguments,
    name: str = "id",
    *,
    keep: Callable[[JSON], bool] = lambda _: True,
) -> JSON:
    """Return the page of `items` at the cursor.

    Args:
        items: All items of the list.
        arguments: Arguments of the request, with `cursor` and `limit`.
        name: Field that identifies an item.
        keep: Filter. A cursor stays valid if its item does not pass the filter any more.

    Raises:
        ApiError: The cursor does not belong to the list (400).
    """
    begin = 0
    if (cursor := arguments.get("cursor")) is not None:
        ids = [item[name] for item in items]
        after = _decode(cursor)
        if after not in ids:
            raise ApiError(
                400, "The cursor does not belong to this list.", details=[("cursor", "unknown")]
            )
        begin = ids.index(after) + 1
    kept = [item for item in items[begin:] if keep(item)]
    page = kept[: min(_MAX_SIZE, int(arguments.get("limit", _DEFAULT_SIZE)))]
    has_more = len(page) < len(kept)
    return {
        "items": page,
        "nextCursor": _encode(page[-1][name]) if has_more else None,
        "hasMore": has_more,
    }


def by_number(
    items: Sequence[JSON], arguments: Arguments, first: int, size: int = 50
) -> list[JSON]:
    """Return the page of `items` with the requested number; pages count from `first`."""
    size = int(arguments.get("perPage", size))
    begin = (int(arguments.get("page", first)) - first) * size
    return list(items[begin : begin + size])


def _encode(value: str) -> str:
    return urlsafe_b64encode(json.dumps({"after": value}).encode()).decode().rstrip("=")


def _decode(cursor: str) -> object:
    try:
        value = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        return None
    return value.get("after") if isinstance(value, dict) else None
