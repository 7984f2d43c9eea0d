"""Under every fault, a call has the expected result, and a start is never applied twice."""

import pytest

from tests.lanes import Lane

from .cells import CELLS, Cell, run_cell


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_cell(cell: Cell, lane: Lane) -> None:
    """A cell has the requests, waits and outcome of the table, and violates no invariant."""
    run = run_cell.__wrapped__ if lane == "direct" else run_cell
    found = run(cell)

    assert found.result == cell.expected
    assert found.violations == []
