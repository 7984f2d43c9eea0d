"""HTML report: a contract run on one self-contained page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from ..findings import Finding
from .coverage import SpecCoverage

RESULTS = {
    0: "conforms",
    1: "breaking drift",
    2: "not run",
    3: "additive drift only",
}
"""Meanings of the exit codes."""

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 }
th, td { border: 1px solid #ccc; padding: .2rem .6rem; text-align: left; vertical-align: top }
td.number { text-align: right }
.breaking, .code-1, .code-2 { color: #b00020 } .additive, .code-3 { color: #8a5a00 }
.code-0 { color: #1b6e2e } .uncovered { background: #fff3cd }
@media (prefers-color-scheme: dark) {
  body { background: #181818; color: #ddd } .uncovered { background: #4a3b00 }
  .breaking, .code-1, .code-2 { color: #ff8a80 } .additive, .code-3 { color: #ffd180 }
  .code-0 { color: #a5d6a7 }
}
"""


@dataclass(frozen=True)
class RunReport:
    """Result of a contract run."""

    server: str
    code: int
    started_at: datetime
    seconds: float
    coverage: SpecCoverage
    findings: tuple[Finding, ...]
    failures: tuple[str, ...]
    """Failures that are not findings: of Schemathesis, of stateful checks, of coverage."""
    stateful: tuple[str, ...]
    """One result per stateful check."""
    skipped: Mapping[str, str]
    """The operations that were not called, with the reasons."""


def html_report(run: RunReport) -> str:
    """Return the page."""
    result = RESULTS.get(run.code, "not run")
    parts = [
        f"<h1>Contract: <span class='code-{run.code}'>{result}</span></h1>",
        _paragraph(
            f"{run.server}, {run.started_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC, "
            f"{run.seconds:.0f} s, {run.coverage.responses.total()} exchanges"
        ),
        "<h2>Findings</h2>",
        *_findings(run),
        "<h2>Responses</h2>",
        *_responses(run.coverage),
        *_skipped(run.skipped),
        "<h2>Stateful checks</h2>",
        *map(_paragraph, run.stateful),
        "<h2>Coverage of the spec</h2>",
        *_coverage(run.coverage),
    ]
    head = f"<meta charset=utf-8><title>Contract: {result}</title><style>{_STYLE}</style>"
    return f"<!doctype html>\n<html lang=en><head>{head}</head>\n<body>\n{_joined(parts)}</body>\n"


def _findings(run: RunReport) -> Iterator[str]:
    # The same finding at each item of a list, or in each response, is one row.
    counts = Counter((e.kind, e.operation, e.check, e.location, e.message) for e in run.findings)
    rows = sorted(counts.items(), key=lambda item: (item[0][0] != "breaking", item[0]))
    if not rows and not run.failures:
        yield _paragraph("None.")
    if rows:
        yield _table(
            ["kind", "operation", "check", "location", "message", "times"],
            [
                [f"<td class={key[0]}>{key[0]}", *map(_cell, key[1:]), _number(count)]
                for key, count in rows
            ],
        )
    for failure in run.failures:
        yield _paragraph(failure)


def _responses(coverage: SpecCoverage) -> Iterator[str]:
    documented = {tuple(name.rsplit(" ", 1)) for name in coverage.documented["statuses"]}
    numbers = {status for _, status in documented if status.isdecimal()}
    statuses = sorted(numbers | {str(status) for _, status in coverage.responses})
    rows = []
    for operation in sorted(coverage.documented["operations"]):
        row = [_cell(operation)]
        for status in statuses:
            count = coverage.responses[operation, int(status)]
            is_uncovered = not count and (operation, status) in documented
            row.append("<td class=uncovered>0" if is_uncovered else _number(count or ""))
        rows.append(row)
    yield _table(["operation", *statuses], rows)
    yield _paragraph("Coloured: documented, and not seen in this run.")


def _skipped(reasons: Mapping[str, str]) -> Iterator[str]:
    if reasons:
        yield "<h2>Not called</h2>"
        rows = [[_cell(name), _cell(reason)] for name, reason in sorted(reasons.items())]
        yield _table(["operation", "reason"], rows)


def _coverage(coverage: SpecCoverage) -> Iterator[str]:
    rows = [
        [_cell(kind), _cell(f"{some} of {total}"), _cell(", ".join(coverage.missing(kind)))]
        for kind, (some, total) in coverage.counts().items()
    ]
    yield _table(["", "covered", "missing"], rows)


def _table(names: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(name)}" for name in names)
    return f"<table><tr>{head}\n{_joined('<tr>' + ''.join(row) for row in rows)}</table>"


def _cell(text: object) -> str:
    return f"<td>{escape(str(text))}"


def _number(count: object) -> str:
    return f"<td class=number>{count}"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
