"""Text report: the exchanges of each operation, and each problem with its evidence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .run_report import RunReport

_MAX_SHOWN = 20
_MAX_NAMES = 5


@dataclass
class ExchangeCounts:
    """Counts of exchanges and findings by operation."""

    exchanges: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)

    def add(self, operation: str, findings: int) -> None:
        """Count an exchange."""
        # Probes try every method on every path. They share one row.
        row = "(undeclared methods)" if " " in operation else operation
        self.exchanges[row] += 1
        self.findings[row] += findings

    def lines(self) -> Iterator[str]:
        """Yield the table."""
        width = max(map(len, self.exchanges), default=0)
        yield f"{'operation':{width}}  exchanges  findings"
        for operation, count in sorted(self.exchanges.items()):
            yield f"{operation:{width}}  {count:9}  {self.findings[operation]:8}"


def run_lines(run: RunReport) -> Iterator[str]:
    """Yield the lines of a run: its checks, problems, omissions, coverage and requests."""
    yield from (f"stateful check {check.name}: {check.state}" for check in run.checks)
    yield from problem_lines(run)
    for reason, operations in run.skipped_by_reason.items():
        yield f"not checked: {_names(operations)}: {reason}"
    yield from run.coverage.lines()
    if run.requests:
        yield run.request_summary
    if run.changes:
        yield run.changes


def problem_lines(run: RunReport) -> Iterator[str]:
    """Yield the problems, each with its evidence."""
    for problem in run.problems[:_MAX_SHOWN]:
        first, *others = problem.brief_lines
        yield first
        yield from (f"  {line}" for line in others)
    if (rest := len(run.problems) - _MAX_SHOWN) > 0:
        yield f"and {rest} more problems; the reports have all of them"


def _names(operations: list[str]) -> str:
    shown = ", ".join(operations[:_MAX_NAMES])
    rest = len(operations) - _MAX_NAMES
    return f"{shown} and {rest} more" if rest > 0 else shown
