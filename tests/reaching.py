"""The pytest plugin that tells how much of the spec the contract tests reached.

Tests add their exchanges to the fixture `reach`. A whole run of theirs that leaves out an
operation or a documented status fails. A part of them, chosen by `-k`, `-m` or node ids, only
tells its figures.
"""

from typing import Any

import pytest
from campaignkit_contract.report.coverage import Reach
from campaignkit_contract.validator import shipped_judge
from judging import is_whole

KEY = pytest.StashKey[Reach]()
"""Where a run keeps its reach; another spec's can be put here before the first test."""


def _reach(config: pytest.Config) -> Reach:
    if KEY not in config.stash:
        config.stash[KEY] = Reach(shipped_judge().routes)
    return config.stash[KEY]


@pytest.fixture(scope="session")
def reach(request: pytest.FixtureRequest) -> Reach:
    """What the run reached of the spec, to add exchanges to."""
    return _reach(request.config)


def pytest_testnodedown(node: Any) -> None:
    """Take what a worker of pytest-xdist reached."""
    if told := getattr(node, "workeroutput", {}).get("reach"):
        _reach(node.config).hear(told)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a whole run that did not reach all that it has to."""
    config = session.config
    reach = config.stash.get(KEY, None)
    if reach is None or not reach.answers:
        return
    if (output := getattr(config, "workeroutput", None)) is not None:
        output["reach"] = reach.told()
    elif reach.lacks and is_whole(config) and not session.testsfailed:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Tell what was reached."""
    reach = config.stash.get(KEY, None)
    if reach is None or not reach.answers:
        return
    is_failed = bool(reach.lacks) and is_whole(config)
    for line in reach.lines():
        terminalreporter.write_line(line, red=is_failed)
