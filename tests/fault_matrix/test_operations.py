"""Whatever goes wrong with a call of whatever operation, it is done once or not at all."""

import pytest

from .kinds import Kind
from .operations import KINDS, cells_of, concerns, outcome_of
from .setups import SUBJECTS, Subject

TRIALS = [(each, kind) for each in SUBJECTS for kind in KINDS if concerns(each, kind)]


@pytest.mark.grid(one_in=8)
@pytest.mark.parametrize(
    ("subject", "kind"), TRIALS, ids=[f"{each}-{kind.name}" for each, kind in TRIALS]
)
def test_operation(subject: Subject, kind: Kind) -> None:
    """It is sent and ended as the table says of its class, and breaks no law."""
    cells = list(cells_of(subject, kind))
    found = {str(cell): (outcome_of(cell).row, outcome_of(cell).broken) for cell in cells}

    assert found == {str(cell): (cell.expected, []) for cell in cells}
