"""Part of the pytest plugin that measures the coverage of the spec.

A whole run that misses an operation or a documented status fails. A part of it, selected by `-k`,
`-m` or node ids, only prints its coverage.
"""

from typing import Any

import pytest

from ..report.coverage import SpecCoverage
from ..validator import packaged_validator
from .validation import is_whole_run

_SHOWN = 20  # missing names of each kind; no report has the others
_WORKER_KEY = "campaignkit_contract_coverage"


class CoveragePlugin:
    """Hooks that collect, print and demand the coverage of the spec."""

    def __init__(self, config: pytest.Config, coverage: SpecCoverage | None = None) -> None:
        self._config = config
        self._coverage = coverage

    @property
    def coverage(self) -> SpecCoverage:
        """Return the coverage of the run."""
        if self._coverage is None:
            self._coverage = SpecCoverage(packaged_validator().routes)
        return self._coverage

    @property
    def _used_coverage(self) -> SpecCoverage | None:
        """Return the coverage if a test added an exchange to it."""
        coverage = self._coverage
        return coverage if coverage and coverage.responses else None

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Add the coverage of a worker of pytest-xdist."""
        if other := getattr(node, "workeroutput", {}).get(_WORKER_KEY):
            self.coverage.merge(other)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a whole run that does not cover what it must."""
        coverage = self._used_coverage
        if coverage is None:
            return
        if (output := getattr(self._config, "workeroutput", None)) is not None:
            output[_WORKER_KEY] = coverage.to_dict()
        elif self._is_failed(coverage) and not session.testsfailed:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the coverage."""
        if (coverage := self._used_coverage) is not None:
            is_failed = self._is_failed(coverage)
            for line in coverage.lines(_SHOWN):
                terminalreporter.write_line(line, red=is_failed)

    def _is_failed(self, coverage: SpecCoverage) -> bool:
        return bool(coverage.missing_required) and is_whole_run(self._config)
