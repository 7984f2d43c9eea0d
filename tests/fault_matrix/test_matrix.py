"""Under every fault, a call has the expected result, and a start is never applied twice."""

import pytest

from tests.lanes import Lane

from .cells import CELLS, Cell, run_cell

# After a body that is longer than its length, httpx gives the rest of it to the next call.
_OWN = (pytest.mark.own_connections,)
_PARAMETERS = [
    pytest.param(cell, id=str(cell), marks=_OWN if "length too short" in str(cell) else ())
    for cell in CELLS
]


@pytest.mark.grid(one_in=6)
@pytest.mark.parametrize("cell", _PARAMETERS)
def test_cell(cell: Cell, lane: Lane) -> None:
    """A cell has the requests, waits and outcome of the table, and violates no invariant."""
    run = run_cell.__wrapped__ if lane == "direct" else run_cell
    found = run(cell)

    assert found.result == cell.expected
    assert found.violations == []
