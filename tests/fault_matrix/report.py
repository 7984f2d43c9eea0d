"""Run the fault matrix of tests/fault_matrix, print it, and write it into docs/faults.md.

Whatever is not as expected is marked, and makes the exit code 1.
"""

import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from .calls import CLASSES, Class
from .cells import CELLS, Cell, Observed, Row, observed
from .kinds import KINDS, Kind
from .operations import (
    APPLIED,
    DROPPED,
    UNTOLD,
    OperationCell,
    cells_of,
    outcome_of,
)
from .setups import SUBJECTS, Subject
from .table import STRIKES, Strikes

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "faults.md"

# What stands above this line in the page is written by hand.
_MARK = "<!-- From here on written by `make faults`. -->\n"

_SHOWN = (DROPPED, APPLIED)
"""What is shown of every operation; the tests run more."""

_HEAD = ("fault", "error", "strikes", *CLASSES, "waits")


class _Line(NamedTuple):
    """What a fault that strikes so often leads to."""

    strikes: Strikes
    by_class: tuple[str, ...]
    waits: str


Found = Callable[[Cell | OperationCell], Observed]


def run(cell: Cell | OperationCell) -> Observed:
    """What a cell comes to when it is run."""
    return observed(cell) if isinstance(cell, Cell) else outcome_of(cell)


def expect(cell: Cell | OperationCell) -> Observed:
    """What a cell is expected to come to."""
    return Observed(cell.expected, [])


def current() -> str:
    """The matrix that the page shows now."""
    text = PAGE.read_text(encoding="utf-8")
    return text[text.index(_MARK) :]


class Matrix:
    """The matrix of what is found of every cell."""

    def __init__(self, found: Found) -> None:
        self._found = found
        own = [cell for subject in SUBJECTS for kind in _SHOWN for cell in _once(subject, kind)]
        self._cells: list[Cell | OperationCell] = [*CELLS, *own]
        self.wrong = [line for cell in self._cells for line in self._objections(cell)]
        """What is not as expected, a line for each cell."""

    def __str__(self) -> str:
        wrong = len(self.wrong) or "none"
        summary = f"{len(self._cells)} cells, {wrong} of them not as expected.\n"
        tables = [f"## {name}\n\n{self._faults(kinds)}" for name, kinds in KINDS.items()]
        tables.append(self._operations())
        if self.wrong:
            tables.append("## Not as expected\n\n" + "".join(f"- {each}\n" for each in self.wrong))
        return "\n".join([_MARK, *tables, summary])

    def _objections(self, cell: Cell | OperationCell) -> list[str]:
        """What speaks against a cell, in one line."""
        found = self._found(cell)
        words = [*found.broken]
        if found.row != cell.expected:
            words.insert(0, f"`{_facts(found.row)}` instead of `{_facts(cell.expected)}`")
        return [f"{cell}: {'; '.join(words)}"] if words else []

    def _faults(self, kinds: list[Kind]) -> str:
        return _table(_HEAD, [row for kind in kinds for row in self._rows(kind)])

    def _rows(self, kind: Kind) -> list[tuple[str, ...]]:
        """The lines of a fault; one where it makes no difference how often it strikes."""
        once, always = (self._line(kind, strikes) for strikes in STRIKES)
        if once[1:] == always[1:]:
            return [(kind.name, kind.error, "both", *once.by_class, once.waits)]
        return [
            (kind.name, kind.error, "once", *once.by_class, once.waits),
            ("", "", "always", *always.by_class, always.waits),
        ]

    def _line(self, kind: Kind, strikes: Strikes) -> _Line:
        by_class = [self._both(kind, of, strikes) for of in CLASSES]
        longest = max((one.row.waits for both in by_class for _, one in both), key=len)
        waits = " ".join(f"{each:g}" for each in longest) or "-"
        return _Line(strikes, tuple(_text(kind, both) for both in by_class), waits)

    def _both(self, kind: Kind, of: Class, strikes: Strikes) -> list[tuple[Cell, Observed]]:
        """The sync and the async cell; none where a fault has none for the class."""
        if of not in kind.classes:
            return []
        cells = [Cell(kind, of, strikes, "sync"), Cell(kind, of, strikes, "async")]
        return [(cell, self._found(cell)) for cell in cells]

    def _operations(self) -> str:
        """What two faults come to for every operation, and what no read tells."""
        head = ("operation", "class", *(kind.name for kind in _SHOWN))
        rows = [(str(each), each.of, *self._shown(each)) for each in SUBJECTS]
        reasons = "".join(f"- `{name}`: {untold.why}.\n" for name, untold in UNTOLD.items())
        return f"## Every operation\n\n{_table(head, rows)}\nWhat no read tells:\n\n{reasons}"

    def _shown(self, subject: Subject) -> list[str]:
        return [
            _text(kind, [(cell, self._found(cell)) for cell in _once(subject, kind)])
            for kind in _SHOWN
        ]


def _facts(row: Row) -> str:
    waits = " ".join(f"{each:g}" for each in row.waits) or "-"
    end = row.outcome if row.error == "-" else f"{row.error}, {row.outcome}"
    return f"{row.sends}+{row.reads}, {end}, {row.starts} started, waits {waits}"


def _once(subject: Subject, kind: Kind) -> list[OperationCell]:
    return [cell for cell in cells_of(subject, kind) if cell.strikes == "once"]


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [_aligned(head, widths), "|".join(["", *("-" * (width + 2) for width in widths), ""])]
    return "\n".join([*lines, *(_aligned(row, widths) for row in rows), ""])


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    texts = (text.ljust(width) for text, width in zip(row, widths, strict=True))
    return f"| {' | '.join(texts)} |"


def _text(kind: Kind, found: Sequence[tuple[Cell | OperationCell, Observed]]) -> str:
    """What both cells came to; marked where they differ or are not as expected."""
    texts = [_short(kind, one.row) for _, one in found]
    is_good = all(one.row == cell.expected and not one.broken for cell, one in found)
    text = " / ".join(each for each, _ in groupby(texts))
    return text if is_good else f"**{text}**"


def _short(kind: Kind, row: Row) -> str:
    sends = f"{row.sends}+{row.reads}" if row.reads else f"{row.sends}"
    if row.error == "-":
        return f"{sends} {row.outcome}"
    if row.error == "OutcomeUnknownError":
        end = "open!"
    else:
        end = f"{row.outcome}!" if row.error == kind.error else f"{row.outcome}! {row.error}"
    return f"{sends} {end}{' (done)' if row.starts else ''}"


def main() -> int:
    """Print the matrix and write the page; 1 where something is not as expected."""
    matrix = Matrix(run)
    introduction, *_ = PAGE.read_text(encoding="utf-8").partition(_MARK)
    PAGE.write_text(introduction + str(matrix), encoding="utf-8")
    sys.stdout.write(str(matrix).removeprefix(_MARK))
    return 1 if matrix.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
