"""Result of a contract run, which every report shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from .coverage import SpecCoverage
from .problem import Problem

RESULTS = {
    0: "conforms",
    1: "breaking drift",
    2: "not run",
    3: "additive drift only",
}
"""Meanings of the exit codes."""


@dataclass(frozen=True)
class CheckOutcome:
    """Outcome of a stateful check."""

    name: str
    description: str
    state: str
    """`holds`, `fails`, `nothing to check`, or why it was skipped."""


@dataclass(frozen=True)
class RunReport:
    """Result of a contract run or of a replay."""

    server: str
    code: int
    started_at: datetime
    seconds: float
    coverage: SpecCoverage
    problems: tuple[Problem, ...]
    checks: tuple[CheckOutcome, ...] = ()
    skipped: Mapping[str, str] | None = None
    """The operations that were not called, with the reasons."""
    changes: str = ""
    """The difference to the last run of the same server, in words."""

    @property
    def result(self) -> str:
        """Return the result in words."""
        return RESULTS.get(self.code, RESULTS[2])

    @property
    def summary(self) -> str:
        """Return the server, the moment, the time and the number of exchanges on one line."""
        moment = f"{self.started_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        count = self.coverage.responses.total()
        return f"{self.server}, {moment}, {self.seconds:.0f} s, {count} exchanges"

    @property
    def skipped_by_reason(self) -> dict[str, list[str]]:
        """Return the operations that were not called, by reason."""
        reasons: dict[str, list[str]] = {}
        for operation, reason in (self.skipped or {}).items():
            reasons.setdefault(reason, []).append(operation)
        return reasons


def result_code(problems: Iterable[Problem]) -> int:
    """Return 0 without problems, 1 for breaking drift and 3 for additive drift only."""
    kinds = {problem.kind for problem in problems}
    return 1 if "breaking" in kinds else 3 if kinds else 0
