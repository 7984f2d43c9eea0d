"""The pytest plugin that judges every exchange of a run: a wrong answer fails its test.

Whatever passes through httpx is judged, but for the control routes of the fake. Tests that want
wrong answers say so and why, by `@pytest.mark.unjudged("reason")` or a line of
`tests/unjudged.toml`, and in a whole run such a word that nothing wrong stands behind fails it.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from campaignkit_contract.recording.capture import witnessed
from campaignkit_contract.validator import Exchange, shipped_judge

_CONTROL = "/_fake/"
_LEDGER = "unjudged.toml"
_SHOWN = 10


class Judging:
    """What the judge saw in a run, and which exemptions were needed."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        """How many exchanges were judged, by what the test was."""
        self.seen: dict[str, set[str]] = {"used": set(), "ran": set()}
        """Exemptions behind which something wrong stood, and those that any test had."""
        self.strays: list[str] = []
        """What was wrong outside of tests."""
        self.findings = self.strays
        """What was wrong in the test that runs now."""

    def hear(self, exchange: Exchange) -> None:
        """Judge an exchange for whatever runs now."""
        if not exchange.path.startswith(_CONTROL):
            self.counts["judged"] += 1
            self.findings += map(str, shipped_judge().findings(exchange))

    def add(self, other: dict[str, Any]) -> None:
        """Take what another process of the run saw."""
        self.counts.update(other["counts"])
        self.strays += other["strays"]
        for name, values in other["seen"].items():
            self.seen[name].update(values)

    def told(self) -> dict[str, Any]:
        """The same, for the process that began the run."""
        seen = {name: sorted(values) for name, values in self.seen.items()}
        return {"counts": dict(self.counts), "strays": self.strays, "seen": seen}


_KEY = pytest.StashKey[Judging]()
_LINES = pytest.StashKey[dict[str, str]]()
_COMPLAINTS = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin before any test is imported, for some ask the fake already then."""
    config.addinivalue_line("markers", "unjudged(reason): its answers are wrong on purpose")
    judging = config.stash[_KEY] = Judging()
    ledger = config.rootpath / "tests" / _LEDGER
    lines = tomllib.loads(ledger.read_text()) if ledger.exists() else {}
    config.stash[_LINES] = lines
    stack = ExitStack()
    stack.enter_context(witnessed(judging.hear))
    config.add_cleanup(stack.close)


def _exemptions(item: pytest.Item) -> list[str]:
    """What exempts a test: the nodes that have the mark, and lines of the ledger."""
    found = []
    # A line is for a whole file, or for a function with all its cases.
    function = item.nodeid.partition("[")[0]
    places = {function, function.partition("::")[0]}
    for node, mark in item.iter_markers_with_node("unjudged"):
        if not mark.args:
            pytest.fail(f"{node.nodeid}: unjudged needs its reason", pytrace=False)
        # The mark of a function is on each of its cases.
        found.append(function if node is item else node.nodeid)
    return found + [each for each in item.config.stash[_LINES] if each in places]


@pytest.fixture(autouse=True)
def _judged(request: pytest.FixtureRequest) -> Iterator[None]:
    judging = request.config.stash[_KEY]
    exemptions = _exemptions(request.node)
    before, judging.findings = judging.findings, []
    yield
    found, judging.findings = judging.findings, before
    judging.seen["ran"].update(exemptions)
    if exemptions and found:
        judging.seen["used"].update(exemptions)
    elif found:
        more = [f"and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
        pytest.fail("\n".join(["the judge finds:", *found[:_SHOWN], *more]), pytrace=False)


def pytest_testnodedown(node: Any) -> None:
    """Take what a worker of pytest-xdist saw."""
    if told := getattr(node, "workeroutput", {}).get("judging"):
        node.config.stash[_KEY].add(told)


def is_whole(config: pytest.Config) -> bool:
    """Whether nothing was left out of the run's files, so that what is missing means something."""
    options = config.option
    is_chosen = options.keyword or options.markexpr or options.deselect or options.maxfail
    return not is_chosen and not any("::" in argument for argument in config.args)


def _complaints(session: pytest.Session) -> Iterator[str]:
    judging = session.config.stash[_KEY]
    for each in judging.strays:
        yield f"outside of any test: {each}"
    if session.testsfailed or not is_whole(session.config):
        return
    for each in sorted(judging.seen["ran"] - judging.seen["used"]):
        yield f"{each}: nothing was wrong, remove its mark `unjudged`"
    if session.config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        for each in sorted(session.config.stash[_LINES].keys() - judging.seen["ran"]):
            yield f"{each}: no such test, remove its line from {_LEDGER}"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run whose exemptions are not needed."""
    config = session.config
    if (output := getattr(config, "workeroutput", None)) is not None:
        output["judging"] = config.stash[_KEY].told()
    elif complaints := list(_complaints(session)):
        config.stash[_COMPLAINTS] = complaints
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Tell how many exchanges were judged."""
    for each in config.stash.get(_COMPLAINTS, []):
        terminalreporter.write_line(f"JUDGING: {each}", red=True)
    terminalreporter.write_line(f"{config.stash[_KEY].counts['judged']} exchanges judged")
