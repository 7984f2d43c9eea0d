"""The pytest plugin finds the same in workers and in the suite of a consumer."""

import tomllib
from pathlib import Path

import pytest

from .unit.test_plugin import ENABLED, MARKED, PREAMBLE, WRONG

ROOT = Path(__file__).parents[2]


@pytest.mark.expects_contract_violation("the inner tests want wrong responses")
def test_workers(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pytest-xdist the same tests fail, and as many exchanges are validated."""
    code = f"""
@pytest.mark.parametrize("number", range(6))
def test_it(number):
    {WRONG} if number % 2 else ask()

{MARKED}def test_unneeded(fault): ask()
"""
    pytester.makepyfile(PREAMBLE + code)
    alone = pytester.runpytest_inprocess(*ENABLED, "-rE")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # others take most of the time
    runs = [alone, pytester.runpytest_subprocess(*ENABLED, "-rE", "-p", "xdist", "-n", "2")]
    failed = [{line for line in run.outlines if line.startswith("ERROR test_")} for run in runs]

    assert len(failed[0]) == 3
    assert failed[0] == failed[1]
    for run in runs:
        run.stdout.fnmatch_lines(["8 exchanges validated"])


def test_consumer(pytester: pytest.Pytester) -> None:
    """In a suite elsewhere, the plugin of the entry point needs the option only."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    module = project["entry-points"]["pytest11"]["campaignkit_contract"]
    pytester.makepyfile(PREAMBLE + f"def test_it(): {WRONG}")
    plugin = ("-p", "no:campaignkit_contract", "-p", module, "-p", "no:cacheprovider")
    result = pytester.runpytest_subprocess(*plugin, "--contract")

    result.assert_outcomes(passed=1, errors=1)
