"""Explanation of a problem of the last run, or of a check."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from .options import setting_name
from .report.json_report import read_problems
from .report.problem import Problem
from .stateful.check import StatefulCheck
from .stateful.needs import NEEDS
from .stateful.registry import CHECKS


def explain(name: str, report: Path) -> list[str]:
    """Return the lines that explain a problem or a check.

    Args:
        name: Id of a problem, as a report prints it, or the name of a stateful check or a matrix.
        report: The JSON report of a run.

    Raises:
        LookupError: Neither the report nor the checks have this name.
    """
    words = name.replace("_", " ").strip()
    for check in CHECKS:
        if check.name in {words, f"{words} matrix"}:
            return [f"stateful check {check.name}", check.description, *_needs(check)]
    problems = read_problems(report) if report.exists() else []
    found = [lines for problem in problems for lines in _explained(problem, words)]
    if not found:
        known = ", ".join(problem.id for problem in problems[:10]) or "it has none"
        known = known if report.exists() else "the file does not exist"
        problem = f"{name!r} is neither a check nor a problem of {report} ({known})"
        similar = [check.name for check in CHECKS if words and words in check.name]
        similar = similar or get_close_matches(words, [check.name for check in CHECKS])
        hint = f"; similar checks are {', '.join(similar[:5])}" if similar else ""
        raise LookupError(f"{problem}{hint}")
    return [line for lines in found for line in lines]


def _explained(problem: Problem, words: str) -> Iterator[list[str]]:
    """Yield the lines of a problem, and of those with the same cause, that have the id."""
    if words and problem.id.startswith(words):
        yield problem.lines
    for other in problem.also:
        if words and other.id.startswith(words):
            yield [*other.lines, f"it probably has the same cause as: {problem.reference}"]


def _needs(check: StatefulCheck) -> Iterator[str]:
    """Yield what a check does to the server, and what it needs."""
    if check.writes:
        yield (
            f"It writes, so a live run needs {setting_name('WRITE')}. It makes resources in a "
            "sandbox, and removes them at its end."
        )
    else:
        yield "It only reads, or sends what the server must reject."
    if check.needs:
        need = NEEDS[check.needs]
        yield f"{need[:1].upper()}{need[1:]}."
