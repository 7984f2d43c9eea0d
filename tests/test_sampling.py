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
VALUES = """
    import pytest

    @pytest.mark.grid(one_in=10)
    @pytest.mark.parametrize("fault", range(5))
    @pytest.mark.parametrize(("operation", "pair"), [(n, (n % 3, -n)) for n in range(12)])
    def test_cell(operation, fault, pair):
        print("ran", f"o{operation}", f"f{fault}", f"p{pair[0]}")
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


def test_values(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each value that the sample of six has room for is in it; twelve operations are too many."""
    monkeypatch.setenv("FULL", "")
    pytester.makepyfile(VALUES)
    result = pytester.runpytest_inprocess(
        "-p", "tests.sampling", "-p", "no:cacheprovider", "--strict-markers", "-s", "-q"
    )
    ran = [line.partition("ran ")[2].split() for line in result.outlines if "ran " in line]

    assert {word for words in ran for word in words if word[0] == "f"} == {
        f"f{n}" for n in range(5)
    }
    assert {word for words in ran for word in words if word[0] == "p"} == {"p0", "p1", "p2"}
    assert 3 <= len(ran) < 20


@pytest.mark.parametrize(("full", "expected"), [("", 20), ("1", 200)])
def test_examples(monkeypatch: pytest.MonkeyPatch, full: str, expected: int) -> None:
    """FULL=1 raises the number of generated examples."""
    monkeypatch.setenv("FULL", full)

    assert examples(full=200, sampled=20) == expected
