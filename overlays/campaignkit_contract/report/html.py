"""HTML report: a contract run on one self-contained page."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from .coverage import SpecCoverage
from .run_report import RunReport

Cell = tuple[int | str, bool]
"""The number of responses, and whether a documented status is missing."""


def html_report(run: RunReport) -> str:
    """Return the page."""
    statuses = _statuses(run.coverage)
    rows = [
        (operation, [_cell(run.coverage, operation, status) for status in statuses])
        for operation in sorted(run.coverage.documented["operations"])
    ]
    return _template().render(run=run, statuses=statuses, rows=rows)


@cache
def _template() -> Template:
    source = (files(__package__) / "page.html.jinja").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, trim_blocks=True, undefined=StrictUndefined)
    return environment.from_string(source)


def _statuses(coverage: SpecCoverage) -> list[str]:
    """Return the documented and the received statuses."""
    documented = {name.rpartition(" ")[2] for name in coverage.documented["statuses"]}
    numbers = {status for status in documented if status.isdecimal()}
    return sorted(numbers | {str(status) for _, status in coverage.responses})


def _cell(coverage: SpecCoverage, operation: str, status: str) -> Cell:
    count = coverage.responses[operation, int(status)]
    is_uncovered = not count and f"{operation} {status}" in coverage.documented["statuses"]
    return (0 if is_uncovered else count or "", is_uncovered)
