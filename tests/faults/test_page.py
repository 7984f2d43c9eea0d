"""docs/faults.md shows the matrix as it is."""

import faults


def test_page() -> None:
    """It is what a fresh run writes: `make faults` makes it so."""
    text, is_good = faults.matrix()

    assert faults.current() == text
    assert is_good
