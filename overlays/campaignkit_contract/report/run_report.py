"""Result of a contract run, which every report shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from .coverage import SpecCoverage
from .problem import Problem

RESULTS = {
    0: "conforms",
    1: "breaking drift",
    2: "not validated",
    3: "additive drift only",
}
"""Meanings of the exit codes."""

INTERRUPTED = "interrupted"
"""Reason of a run that Ctrl-C has ended."""


@dataclass(frozen=True)
class CheckOutcome:
    """Outcome of a stateful check."""

    name: str
    description: str
    state: str
    """`holds`, `fails`, `nothing to check`, or why it was skipped or did not end."""
    left: str = ""
    """Why the check did not end, although the target has all that it needs."""

    @property
    def is_skipped(self) -> bool:
        """Return True if the check did not end, or could not run."""
        return bool(self.left) or self.state.startswith("skipped")


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
    """The operations that the settings exclude, with the reasons."""
    left: str = ""
    """Why the run did not do all that the settings allow."""
    requests: Mapping[str, int] = field(default_factory=dict)
    """Number of sent requests by part of the run."""
    changes: str = ""
    """The difference to the last run of the same server, in words."""

    @property
    def result(self) -> str:
        """Return the result in words, with the extent of a run that left something out."""
        words = RESULTS.get(self.code, RESULTS[2])
        if not self.left:
            return words
        if self.code == 2:
            words = self.left if self.left == INTERRUPTED else f"{words}: {self.left}"
            return f"{words}, {self.extent}"
        return f"{words} in what was checked: {self.extent} ({self.left})"

    @property
    def extent(self) -> str:
        """Return how many stateful checks and operations the run has looked at."""
        (done, every), (called, allowed) = self.checked, self.called
        checks = f"{done} of {every} stateful checks, " if self.checks else ""
        return f"{checks}{called} of {allowed} operations"

    @property
    def is_void(self) -> bool:
        """Return True if no request succeeded, or if the run ended before any stateful check."""
        has_success = any(status < 400 for _, status in self.coverage.responses)
        return not has_success or bool(self.left and not self.checked[0])

    @property
    def checked(self) -> tuple[int, int]:
        """Return how many stateful checks ended, and how many the settings allow."""
        done = sum(not check.is_skipped for check in self.checks)
        return done, done + sum(bool(check.left) for check in self.checks)

    @property
    def called(self) -> tuple[int, int]:
        """Return how many operations were called of those that the settings allow."""
        allowed = self.coverage.documented["operations"] - set(self.skipped or {})
        return len(allowed & self.coverage.covered["operations"]), len(allowed)

    @property
    def not_called(self) -> dict[str, str]:
        """Return the operations that were not called, with the reasons."""
        excluded = dict(self.skipped or {})
        if not self.left:
            return excluded
        left = (name for name in self.coverage.missing("operations") if name not in excluded)
        return excluded | dict.fromkeys(left, self.left)

    @property
    def summary(self) -> str:
        """Return the server, the moment, the time and the number of exchanges on one line."""
        moment = f"{self.started_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        count = self.coverage.responses.total()
        return f"{self.server}, {moment}, {self.seconds:.0f} s, {count} exchanges"

    @property
    def request_summary(self) -> str:
        """Return the number of requests and that of each part; nothing if they are not counted."""
        parts = ", ".join(f"{name} {count:,}" for name, count in self.requests.items())
        return f"requests: {sum(self.requests.values()):,} ({parts})" if parts else ""

    @property
    def skipped_by_reason(self) -> dict[str, list[str]]:
        """Return the operations that were not called, by reason."""
        reasons: dict[str, list[str]] = {}
        for operation, reason in self.not_called.items():
            reasons.setdefault(reason, []).append(operation)
        return reasons


def result_code(problems: Iterable[Problem]) -> int:
    """Return 0 without problems, 1 for breaking drift and 3 for additive drift only."""
    kinds = {problem.kind for problem in problems}
    return 1 if "breaking" in kinds else 3 if kinds else 0
