"""Run the fault matrix of tests/fault_matrix, print it, and write it into docs/faults.md.

The exit code is 1 if a cell differs from its expected result.
"""

import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tests.markdown import table

from .calls import CLASSES, CallClass
from .cells import CELLS, Cell, CellResult, Observation, run_cell
from .kinds import KINDS, FaultKind
from .operations import (
    APPLIED,
    DROPPED,
    UNVERIFIABLE,
    OperationCell,
    cells_of,
    run_operation_cell,
)
from .setups import OPERATION_CASES, OperationCase
from .table import FREQUENCIES, Frequency

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "faults.md"

# The page above this line is written by hand.
_MARK = "<!-- From here on written by `make faults`. -->\n"

_SHOWN = (DROPPED, APPLIED)
"""Faults that the page shows for every operation. The tests run more."""

_HEAD = ("fault", "error", "frequency", *CLASSES, "waits")


class _Line(NamedTuple):
    """Results of a fault with one frequency."""

    frequency: Frequency
    by_class: tuple[str, ...]
    waits: str


ResultOf = Callable[[Cell | OperationCell], Observation]


def run_any_cell(cell: Cell | OperationCell) -> Observation:
    """Run a cell and return its result."""
    return run_cell(cell) if isinstance(cell, Cell) else run_operation_cell(cell)


def expect(cell: Cell | OperationCell) -> Observation:
    """Return the expected result of a cell."""
    return Observation(cell.expected, [])


def current() -> str:
    """Return the matrix that the page shows now."""
    text = PAGE.read_text(encoding="utf-8")
    return text[text.index(_MARK) :]


class Matrix:
    """Matrix of the results of every cell."""

    def __init__(self, result_of: ResultOf) -> None:
        self._result_of = result_of
        own = [cell for case in OPERATION_CASES for kind in _SHOWN for cell in _once(case, kind)]
        self._cells: list[Cell | OperationCell] = [*CELLS, *own]
        self.wrong = [line for cell in self._cells for line in self._differences(cell)]
        """One line for each cell that differs from its expected result."""

    def __str__(self) -> str:
        wrong = len(self.wrong) or "none"
        summary = f"{len(self._cells)} cells, {wrong} of them not as expected.\n"
        tables = [f"## {name}\n\n{self._faults(kinds)}" for name, kinds in KINDS.items()]
        tables.append(self._operations())
        if self.wrong:
            tables.append("## Not as expected\n\n" + "".join(f"- {line}\n" for line in self.wrong))
        return "\n".join([_MARK, *tables, summary])

    def _differences(self, cell: Cell | OperationCell) -> list[str]:
        """Return the differences of a cell in one line; nothing if it is as expected."""
        found = self._result_of(cell)
        words = [*found.violations]
        if found.result != cell.expected:
            words.insert(0, f"`{_facts(found.result)}` instead of `{_facts(cell.expected)}`")
        return [f"{cell}: {'; '.join(words)}"] if words else []

    def _faults(self, kinds: list[FaultKind]) -> str:
        rows = [row for kind in kinds for row in self._rows(kind)]
        return table(_HEAD, rows) + "\n"

    def _rows(self, kind: FaultKind) -> list[tuple[str, ...]]:
        """Return the lines of a fault; one line if both frequencies have equal results."""
        once, always = (self._line(kind, frequency) for frequency in FREQUENCIES)
        if once[1:] == always[1:]:
            return [(kind.name, kind.error, "both", *once.by_class, once.waits)]
        return [
            (kind.name, kind.error, "once", *once.by_class, once.waits),
            ("", "", "always", *always.by_class, always.waits),
        ]

    def _line(self, kind: FaultKind, frequency: Frequency) -> _Line:
        by_class = [self._both(kind, call_class, frequency) for call_class in CLASSES]
        longest = max((one.result.waits for both in by_class for _, one in both), key=len)
        waits = " ".join(f"{seconds:g}" for seconds in longest) or "-"
        return _Line(frequency, tuple(_text(kind, both) for both in by_class), waits)

    def _both(
        self, kind: FaultKind, call_class: CallClass, frequency: Frequency
    ) -> list[tuple[Cell, Observation]]:
        """Return the sync and the async cell; no cells if the fault cannot occur to the class."""
        if call_class not in kind.classes:
            return []
        cells = [
            Cell(kind, call_class, frequency, "sync"),
            Cell(kind, call_class, frequency, "async"),
        ]
        return [(cell, self._result_of(cell)) for cell in cells]

    def _operations(self) -> str:
        """Return the table of every operation, and the states that no read shows."""
        head = ("operation", "class", *(kind.name for kind in _SHOWN))
        rows = [(str(case), case.call_class, *self._shown(case)) for case in OPERATION_CASES]
        reasons = "".join(
            f"- `{name}`: {unverifiable.reason}.\n" for name, unverifiable in UNVERIFIABLE.items()
        )
        return (
            f"## Every operation\n\n{table(head, rows)}\n\nStates that no read shows:\n\n{reasons}"
        )

    def _shown(self, case: OperationCase) -> list[str]:
        return [
            _text(kind, [(cell, self._result_of(cell)) for cell in _once(case, kind)])
            for kind in _SHOWN
        ]


def _facts(row: CellResult) -> str:
    waits = " ".join(f"{seconds:g}" for seconds in row.waits) or "-"
    end = row.outcome if row.error == "-" else f"{row.error}, {row.outcome}"
    return f"{row.sends}+{row.reads}, {end}, {row.starts} started, waits {waits}"


def _once(case: OperationCase, kind: FaultKind) -> list[OperationCell]:
    return [cell for cell in cells_of(case, kind) if cell.frequency == "once"]


def _text(kind: FaultKind, found: Sequence[tuple[Cell | OperationCell, Observation]]) -> str:
    """Return the results of both cells, marked if they differ or are not as expected."""
    texts = [_short(kind, one.result) for _, one in found]
    is_good = all(one.result == cell.expected and not one.violations for cell, one in found)
    text = " / ".join(text for text, _ in groupby(texts))
    return text if is_good else f"**{text}**"


def _short(kind: FaultKind, row: CellResult) -> str:
    sends = f"{row.sends}+{row.reads}" if row.reads else f"{row.sends}"
    if row.error == "-":
        return f"{sends} {row.outcome}"
    if row.error == "OutcomeUnknownError":
        end = "unclear!"
    else:
        end = f"{row.outcome}!" if row.error == kind.error else f"{row.outcome}! {row.error}"
    return f"{sends} {end}{' (applied)' if row.starts else ''}"


def main() -> int:
    """Print the matrix, write the page and return the exit code."""
    matrix = Matrix(run_any_cell)
    introduction, *_ = PAGE.read_text(encoding="utf-8").partition(_MARK)
    PAGE.write_text(introduction + str(matrix), encoding="utf-8")
    sys.stdout.write(str(matrix).removeprefix(_MARK))
    return 1 if matrix.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
