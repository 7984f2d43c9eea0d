"""Whatever goes wrong with a call of whatever operation, it is done once or not at all."""

import pytest
from fault_kinds import Kind
from fault_operations import KINDS, cells_of, outcome_of
from fault_stages import SUBJECTS, Subject


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.name)
@pytest.mark.parametrize("subject", SUBJECTS, ids=str)
def test_operation(subject: Subject, kind: Kind) -> None:
    """It is sent and ended as the table says of its class, and breaks no law."""
    cells = list(cells_of(subject, kind))
    found = {str(cell): (outcome_of(cell).row, outcome_of(cell).broken) for cell in cells}

    assert found == {str(cell): (cell.expected, []) for cell in cells}
