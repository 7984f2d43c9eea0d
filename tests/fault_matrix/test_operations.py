"""Under every fault, a call of any operation is applied once or not at all."""

import pytest

from .kinds import FaultKind
from .operations import KINDS, cells_of, concerns, run_operation_cell
from .setups import OPERATION_CASES, OperationCase

CASES = [(case, kind) for case in OPERATION_CASES for kind in KINDS if concerns(case, kind)]


@pytest.mark.grid(one_in=16)
@pytest.mark.parametrize(
    ("case", "kind"), CASES, ids=[f"{case}-{kind.name}" for case, kind in CASES]
)
def test_operation(case: OperationCase, kind: FaultKind) -> None:
    """A call has the result that the table demands of its class, and violates no invariant."""
    cells = list(cells_of(case, kind))
    found = {
        str(cell): (run_operation_cell(cell).result, run_operation_cell(cell).violations)
        for cell in cells
    }

    assert found == {str(cell): (cell.expected, []) for cell in cells}
