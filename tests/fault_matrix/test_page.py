"""docs/faults.md shows the current matrix."""

from .cells import CELLS, Cell, Observation
from .operations import OperationCell
from .report import Matrix, current, expect


def test_page() -> None:
    """The page is what `make faults` writes if every cell is as expected."""
    assert current() == str(Matrix(expect)), "run `make faults`, which writes docs/faults.md"


def test_not_as_expected() -> None:
    """A cell that differs is marked, and named at the end."""

    def found(cell: Cell | OperationCell) -> Observation:
        row = expect(cell).result
        return Observation(row._replace(sends=77), []) if cell == CELLS[0] else Observation(row, [])

    matrix = Matrix(found)
    [difference] = matrix.wrong

    assert difference.startswith(f"{CELLS[0]}: `77+")
    assert "| **77 " in str(matrix)
    assert f"- {difference}\n" in str(matrix)
