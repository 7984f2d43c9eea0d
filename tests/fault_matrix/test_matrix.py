"""Under every fault, a call has the expected result, and a start is never applied twice."""

import pytest

from .cells import CELLS, Cell, run_cell


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_cell(cell: Cell) -> None:
    """A cell has the requests, waits and outcome of the table, and violates no invariant."""
    found = run_cell(cell)

    assert found.result == cell.expected
    assert found.violations == []
