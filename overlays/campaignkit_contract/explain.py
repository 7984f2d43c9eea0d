"""Explanation of a problem of the last run, or of a check."""

from pathlib import Path

from .report.json_report import read_problems
from .stateful.registry import CHECKS


def explain(name: str, report: Path) -> list[str]:
    """Return the lines that explain a problem or a check.

    Args:
        name: Id of a problem, as a report prints it, or the name of a stateful check.
        report: The JSON report of a run.

    Raises:
        LookupError: Neither the report nor the checks have this name.
    """
    words = name.replace("_", " ").strip()
    for check in CHECKS:
        if check.name == words:
            needs = f"It needs {check.needs.replace('_', ' ')}." if check.needs else ""
            writes = "It writes." if check.writes else "It only reads."
            return [
                f"stateful check {check.name}",
                *filter(None, (check.description, writes, needs)),
            ]
    problems = read_problems(report) if report.exists() else []
    found = [problem for problem in problems if words and problem.id.startswith(words)]
    if not found:
        known = ", ".join(problem.id for problem in problems[:10]) or "none"
        raise LookupError(f"{name!r} is neither a check nor a problem of {report} ({known})")
    return [line for problem in found for line in problem.lines]
