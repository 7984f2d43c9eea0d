"""Results as JSON and as flat rows of a table."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = dict[str, Any]


def flatten(value: Any, prefix: str = "") -> Row:
    """Return the fields of parsed JSON as columns, nested ones as `owner.name`."""
    if not isinstance(value, Mapping):
        return {prefix or "value": value}
    row: Row = {}
    for name, item in value.items():
        column = f"{prefix}.{name}" if prefix else name
        row |= flatten(item, column) if isinstance(item, Mapping) and item else {column: item}
    return row


def select(rows: Iterable[Any], fields: Sequence[str], missing: set[str]) -> Iterator[Row]:
    """Yield flat rows with the given columns only; `lead_id` selects `leadId` too.

    Args:
        rows: Parsed JSON of each row.
        fields: Columns of the result.
        missing: Set that loses each column that a row has.
    """
    for value in rows:
        row = flatten(value)
        known = {_plain(name): name for name in row}
        missing.difference_update([field for field in fields if _plain(field) in known])
        yield {field: row.get(known.get(_plain(field), field)) for field in fields}


def columns_of(rows: Sequence[Row]) -> list[str]:
    """Return the columns of rows, in the order in which they appear."""
    return list(dict.fromkeys(name for row in rows for name in row))


def cell(value: Any) -> str:
    """Return a value as the text of a cell."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()
