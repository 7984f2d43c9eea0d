"""Markdown report: the problems for a comment on a pull request."""

from collections.abc import Iterator

from .problem import Problem
from .redaction import printable
from .run_report import RunReport

_MAX_SHOWN = 20


def markdown_report(run: RunReport) -> str:
    """Return the run as Markdown."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: RunReport) -> Iterator[str]:
    yield f"### Contract: {run.result}"
    yield f"\n{run.summary}"
    if run.requests:
        yield f"\n{run.request_summary}"
    if run.changes:
        yield f"\n{run.changes}"
    if run.problems:
        yield "\n| id | kind | check | operations | problem | times |"
        yield "|---|---|---|---|---|---|"
        yield from map(_row, run.problems[:_MAX_SHOWN])
        yield from map(_details, run.problems[:_MAX_SHOWN])
    if (rest := len(run.problems) - _MAX_SHOWN) > 0:
        yield f"\nAnd {rest} more problems."


def _row(problem: Problem) -> str:
    location = f"at {problem.location}: " if problem.location else ""
    cells = (
        *(problem.id, problem.kind, problem.check, ", ".join(problem.operations)),
        *(f"{location}{problem.message}", str(problem.count)),
    )
    return f"| {' | '.join(map(_cell, cells))} |"


def _details(problem: Problem) -> str:
    if problem.evidence is None:
        return ""
    evidence = problem.evidence
    source = f"{problem.rule} ({problem.source})" if problem.source else problem.rule
    also = "".join(f"- {_cell(line)}\n" for line in problem.also_lines)
    return (
        f"\n<details><summary>{problem.id}</summary>\n\n{printable(source)}\n\n"
        f"```sh\n{evidence.curl}\n```\n\n"
        f"```\n{evidence.status} {evidence.response.replace('```', '')}\n```\n\n"
        f"{also}\n</details>"
    )


def _cell(text: str) -> str:
    return printable(text).replace("|", "\\|").replace("<", "&lt;")
