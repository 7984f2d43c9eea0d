"""Tables for a terminal: one line a row, IDs never cut."""

import unicodedata
from collections.abc import Sequence

from .rows import Row, cell, columns_of

_GAP = "  "
_MAX_WIDTH = 40
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def printable(text: str) -> str:
    """Return a text without control characters, which could change the terminal."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)


def text_width(text: str) -> int:
    """Return the number of columns that a text takes."""
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in ("W", "F")
        else 1
        for char in text
    )


def table_lines(rows: Sequence[Row], width: int, *, has_color: bool) -> tuple[list[str], list[str]]:
    """Return the lines of a table, and the columns that did not fit.

    Args:
        rows: Flat rows.
        width: Columns of the terminal.
        has_color: True prints the head in bold.
    """
    names = columns_of(rows)
    texts = {name: [printable(cell(row.get(name))) for row in rows] for name in names}
    widths = {name: _width_of(name, texts[name]) for name in names}
    shown = _fitting(names, widths, width)
    head = _line(shown, {name: name for name in shown}, widths)
    lines = [f"{_BOLD}{head}{_PLAIN}" if has_color else head]
    for index in range(len(rows)):
        lines.append(_line(shown, {name: texts[name][index] for name in shown}, widths))
    return lines, [name for name in names if name not in shown]


def _width_of(name: str, texts: Sequence[str]) -> int:
    natural = max(text_width(text) for text in [name, *texts])
    is_id = name.lower() == "id" or name.endswith((".id", "Id", "_id"))
    return natural if is_id else min(natural, max(_MAX_WIDTH, text_width(name)))


def _fitting(names: Sequence[str], widths: dict[str, int], width: int) -> list[str]:
    shown: list[str] = []
    used = 0
    for name in names:
        used += widths[name] + (len(_GAP) if shown else 0)
        if shown and used > width:
            break
        shown.append(name)
    return shown


def _line(names: Sequence[str], texts: dict[str, str], widths: dict[str, int]) -> str:
    cells = []
    for name in names:
        text = _cut(texts[name], widths[name])
        cells.append(text + " " * (widths[name] - text_width(text)))
    return _GAP.join(cells).rstrip()


def _cut(text: str, width: int) -> str:
    if text_width(text) <= width:
        return text
    kept = text[:width]
    while text_width(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept}…"
