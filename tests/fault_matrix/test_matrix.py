"""Whatever goes wrong, a call comes to what the design says, and nothing is started twice."""

import pytest

from .cells import CELLS, Cell, observed


@pytest.mark.grid(one_in=3)
@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_cell(cell: Cell) -> None:
    """It is sent, read about, waited for and ended as the table says, and breaks no law."""
    found = observed(cell)

    assert found.row == cell.expected
    assert found.broken == []
