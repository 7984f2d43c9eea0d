"""Grids are sampled evenly, and run whole on demand."""

import pytest
from sampling import is_sampled

CASES = """
    import pytest

    @pytest.mark.grid(one_in=4)
    @pytest.mark.parametrize("number", range(100))
    def test_cell(number):
        pass

    def test_other():
        pass
"""


def test_share() -> None:
    """A sample has about the share that was asked for."""
    kept = sum(is_sampled(f"test_cell[{number}]", 4) for number in range(1_000))

    assert 200 < kept < 300


@pytest.mark.parametrize(("full", "least", "most"), [("", 10, 50), ("1", 101, 101)])
def test_switch(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, full: str, least: int, most: int
) -> None:
    """FULL=1 runs every cell; otherwise a sample runs, and every other test."""
    monkeypatch.setenv("FULL", full)
    pytester.makepyfile(CASES)
    result = pytester.runpytest_inprocess("-p", "sampling", "-p", "no:cacheprovider")

    assert least <= result.parseoutcomes()["passed"] <= most
