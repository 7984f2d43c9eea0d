"""Text report: the exchanges of each operation, and each problem with its evidence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .run_report import RunReport

_MAX_SHOWN = 20
_MAX_NAMES = 3


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
    yield from _check_lines(run)
    yield from problem_lines(run)
    for reason, operations in run.skipped_by_reason.items():
        yield f"not checked: {_names(operations)}: {reason}"
    yield from run.coverage.lines()
    if run.requests:
        yield run.request_summary
    if run.changes:
        yield run.changes


def _check_lines(run: RunReport) -> Iterator[str]:
    """Yield the checks that ended, then the others: together if they have the same reason."""
    by_state: dict[str, list[str]] = {}
    for check in run.checks:
        if check.is_skipped:
            by_state.setdefault(check.state, []).append(check.name)
        else:
            yield f"stateful check {check.name}: {check.state}"
    for state, names in by_state.items():
        if len(names) > 1:
            yield f"{len(names)} stateful checks: {state} ({_names(names)})"
        else:
            yield f"stateful check {names[0]}: {state}"


def problem_lines(run: RunReport) -> Iterator[str]:
    """Yield the problems, each with its evidence."""
    for problem in run.problems[:_MAX_SHOWN]:
        first, *others = problem.brief_lines
        yield first
        yield from (f"  {line}" for line in others)
    if (rest := len(run.problems) - _MAX_SHOWN) > 0:
        yield f"and {rest} more problems; the reports have all of them"


def _names(names: list[str]) -> str:
    shown = ", ".join(names[:_MAX_NAMES])
    rest = len(names) - _MAX_NAMES
    return f"{shown} and {rest} more" if rest > 0 else shown
