"""Part of the pytest plugin that validates every exchange of a run."""

import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from ..exchange import Exchange
from ..recording.capture import capture_exchanges
from ..targets.fake import CONTROL_PREFIX
from ..validator import packaged_validator

MARK = "expects_contract_violation"
_WORKER_KEY = "campaignkit_contract_validation"
_MAX_SHOWN = 10


class ValidationState:
    """Findings of a run, and the exemptions that were needed."""

    def __init__(self) -> None:
        self.exchanges = 0
        self.exemptions: dict[str, set[str]] = {"used": set(), "ran": set()}
        """Exemptions with findings, and exemptions of tests that ran."""
        self.outside: list[str] = []
        """Findings outside of tests."""
        self.findings = self.outside
        """Findings of the current test."""

    def observe(self, exchange: Exchange) -> None:
        """Validate an exchange for the current test."""
        if not exchange.path.startswith(CONTROL_PREFIX):
            self.exchanges += 1
            self.findings += map(str, packaged_validator().validate(exchange))

    def merge(self, other: dict[str, Any]) -> None:
        """Add the state of another process, as `to_dict` returned it."""
        self.exchanges += other["exchanges"]
        self.outside += other["outside"]
        for name, values in other["exemptions"].items():
            self.exemptions[name].update(values)

    def to_dict(self) -> dict[str, Any]:
        """Return the state as JSON, for another process."""
        exemptions = {name: sorted(values) for name, values in self.exemptions.items()}
        return {"exchanges": self.exchanges, "outside": self.outside, "exemptions": exemptions}


class ValidationPlugin:
    """Hooks and the fixture that validate exchanges."""

    def __init__(self, config: pytest.Config) -> None:
        # Before any test module is imported, because modules may send requests.
        self.state = ValidationState()
        self._complaints: list[str] = []
        name = config.getini("contract_exemptions")
        self._file = Path(config.rootpath, name) if name else None
        self._lines = _read_exemptions(self._file)
        stack = ExitStack()
        stack.enter_context(capture_exchanges(self.state.observe))
        config.add_cleanup(stack.close)

    @pytest.fixture(autouse=True)
    def _validated(self, request: pytest.FixtureRequest) -> Iterator[None]:
        state = self.state
        exemptions = self._exemptions_of(request.node)
        before, state.findings = state.findings, []
        yield
        found, state.findings = state.findings, before
        state.exemptions["ran"].update(exemptions)
        if exemptions and found:
            state.exemptions["used"].update(exemptions)
        elif found:
            more = [f"and {len(found) - _MAX_SHOWN} more"] if len(found) > _MAX_SHOWN else []
            lines = ["responses violate the contract:", *found[:_MAX_SHOWN], *more]
            pytest.fail("\n".join(lines), pytrace=False)

    def _exemptions_of(self, item: pytest.Item) -> list[str]:
        """Return the exemptions of a test: nodes with the mark, and lines of the file."""
        found = []
        # A line is for a whole file, or for a function with all its cases.
        function = item.nodeid.partition("[")[0]
        for node, mark in item.iter_markers_with_node(MARK):
            if not mark.args:
                pytest.fail(f"{node.nodeid}: {MARK} needs a reason", pytrace=False)
            # The mark of a function is on each of its cases.
            found.append(function if node is item else node.nodeid)
        names = {function, function.partition("::")[0]}
        return found + [line for line in self._lines if line in names]

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Add the state of a worker of pytest-xdist."""
        if other := getattr(node, "workeroutput", {}).get(_WORKER_KEY):
            self.state.merge(other)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a run with findings outside of tests, or with unneeded exemptions."""
        if (output := getattr(session.config, "workeroutput", None)) is not None:
            output[_WORKER_KEY] = self.state.to_dict()
        elif complaints := list(self._find_complaints(session)):
            self._complaints = complaints
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _find_complaints(self, session: pytest.Session) -> Iterator[str]:
        state, config = self.state, session.config
        for finding in state.outside:
            yield f"outside of any test: {finding}"
        if session.testsfailed or not is_whole_run(config):
            return
        for name in sorted(state.exemptions["ran"] - state.exemptions["used"]):
            yield f"{name}: its responses conform, remove the exemption"
        if self._file and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
            for name in sorted(self._lines.keys() - state.exemptions["ran"]):
                yield f"{name}: the test does not exist, remove its line from {self._file.name}"

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the complaints and the number of exchanges."""
        for complaint in self._complaints:
            terminalreporter.write_line(f"CONTRACT: {complaint}", red=True)
        terminalreporter.write_line(f"{self.state.exchanges} exchanges validated")


def is_whole_run(config: pytest.Config) -> bool:
    """Return True if no test of the run's files was deselected."""
    options = config.option
    is_selected = options.keyword or options.markexpr or options.deselect or options.maxfail
    return not is_selected and not any("::" in argument for argument in config.args)


def _read_exemptions(file: Path | None) -> dict[str, str]:
    if file is None or not file.exists():
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))
