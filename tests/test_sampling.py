"""Grids are sampled evenly, and run whole on demand."""

import pytest

from tests.sampling import examples, is_sampled

CASES = """
    import pytest

    @pytest.mark.grid(one_in=4)
    @pytest.mark.parametrize("number", range(100))
    def test_cell(number):
        pass

    def test_other():
        pass

    @pytest.mark.full
    def test_costly():
        pass
"""


def test_share() -> None:
    """A sample has about the share that was asked for."""
    kept = sum(is_sampled(f"test_cell[{number}]", 4) for number in range(1_000))

    assert 200 < kept < 300


@pytest.mark.parametrize(("full", "least", "most"), [("", 10, 50), ("1", 102, 102)])
def test_switch(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, full: str, least: int, most: int
) -> None:
    """FULL=1 runs every cell; otherwise a sample runs, and every other test."""
    monkeypatch.setenv("FULL", full)
    pytester.makepyfile(CASES)
    result = pytester.runpytest_inprocess(
        "-p", "tests.sampling", "-p", "no:cacheprovider", "--strict-markers"
    )

    assert least <= result.parseoutcomes()["passed"] <= most


@pytest.mark.parametrize(("full", "expected"), [("", 20), ("1", 200)])
def test_examples(monkeypatch: pytest.MonkeyPatch, full: str, expected: int) -> None:
    """FULL=1 raises the number of generated examples."""
    monkeypatch.setenv("FULL", full)

    assert examples(full=200, sampled=20) == expected
