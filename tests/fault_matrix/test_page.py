"""docs/faults.md shows the matrix as it is."""

from .cells import CELLS, Cell, Observed
from .operations import OperationCell
from .report import Matrix, current, expect


def test_page() -> None:
    """It is what `make faults` writes where every cell is as expected, as other tests see to."""
    assert current() == str(Matrix(expect)), "run `make faults`, which writes docs/faults.md"


def test_not_as_expected() -> None:
    """A cell that comes to something else is marked, and named at the end."""

    def found(cell: Cell | OperationCell) -> Observed:
        row = expect(cell).row
        return Observed(row._replace(sends=77), []) if cell == CELLS[0] else Observed(row, [])

    matrix = Matrix(found)
    [objection] = matrix.wrong

    assert objection.startswith(f"{CELLS[0]}: `77+")
    assert "| **77 " in str(matrix)
    assert f"- {objection}\n" in str(matrix)
