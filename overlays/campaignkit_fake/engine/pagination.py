"""Lists in pages: by a cursor as Sonarly has them, and by a number as Callers.ai has them."""

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
    """Return the page of `items` at the cursor; `name` is the field that tells them apart.

    `keep` chooses among them. The cursor holds even if its own item is no longer kept.
    """
    begin = 0
    if (cursor := arguments.get("cursor")) is not None:
        ids = [item[name] for item in items]
        after = _decode(cursor)
        if after not in ids:
            raise ApiError(400, "The cursor is none of this list.", details=[("cursor", "unknown")])
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
    """Return the page of `items` with the number asked for; they count from `first`."""
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
