"""A contract run on one page of HTML that needs nothing but itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from ..validator import Finding
from .coverage import Reach

VERDICTS = {
    0: "conforms",
    1: "breaking drift",
    2: "not run",
    3: "additive drift only",
}
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; margin: 1rem 0 }
th, td { border: 1px solid #ccc; padding: .2rem .6rem; text-align: left; vertical-align: top }
td.number { text-align: right }
.breaking, .code-1, .code-2 { color: #b00020 } .additive, .code-3 { color: #8a5a00 }
.code-0 { color: #1b6e2e } .unreached { background: #fff3cd }
@media (prefers-color-scheme: dark) {
  body { background: #181818; color: #ddd } .unreached { background: #4a3b00 }
  .breaking, .code-1, .code-2 { color: #ff8a80 } .additive, .code-3 { color: #ffd180 }
  .code-0 { color: #a5d6a7 }
}
"""


@dataclass(frozen=True)
class Run:
    """What a contract run came to."""

    server: str
    code: int
    began: datetime
    seconds: float
    reach: Reach
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...]
    """Failures that are no finding of the judge: of the checks of `st`, and of the laws."""
    laws: tuple[str, ...]
    """What came of each law."""
    passed_over: Mapping[str, str]
    """The operations that were not asked, each with the reason."""


def page(run: Run) -> str:
    """The page."""
    verdict = VERDICTS.get(run.code, "not run")
    parts = [
        f"<h1>Contract: <span class='code-{run.code}'>{verdict}</span></h1>",
        _paragraph(
            f"{run.server}, {run.began.astimezone(UTC):%Y-%m-%d %H:%M} UTC, {run.seconds:.0f} s, "
            f"{run.reach.answers.total()} exchanges"
        ),
        "<h2>Findings</h2>",
        *_findings(run),
        "<h2>Answers</h2>",
        *_answers(run.reach),
        *_passed_over(run.passed_over),
        "<h2>Laws</h2>",
        *map(_paragraph, run.laws),
        "<h2>Reached of the spec</h2>",
        *_reached(run.reach),
    ]
    head = f"<meta charset=utf-8><title>Contract: {verdict}</title><style>{_STYLE}</style>"
    return f"<!doctype html>\n<html lang=en><head>{head}</head>\n<body>\n{_joined(parts)}</body>\n"


def _findings(run: Run) -> Iterator[str]:
    # The same finding at each element of a list, or in each answer, is one row.
    counts = Counter((e.kind, e.operation, e.check, e.place, e.sentence) for e in run.findings)
    rows = sorted(counts.items(), key=lambda item: (item[0][0] != "breaking", item[0]))
    if not rows and not run.remarks:
        yield _paragraph("None.")
    if rows:
        yield _table(
            ["kind", "operation", "check", "place", "what", "times"],
            [
                [f"<td class={key[0]}>{key[0]}", *map(_cell, key[1:]), _number(count)]
                for key, count in rows
            ],
        )
    for remark in run.remarks:
        yield _paragraph(remark)


def _answers(reach: Reach) -> Iterator[str]:
    documented = {tuple(each.rsplit(" ", 1)) for each in reach.known["statuses"]}
    numbers = {status for _, status in documented if status.isdecimal()}
    statuses = sorted(numbers | {str(status) for _, status in reach.answers})
    rows = []
    for operation in sorted(reach.known["operations"]):
        row = [_cell(operation)]
        for status in statuses:
            count = reach.answers[operation, int(status)]
            is_unreached = not count and (operation, status) in documented
            row.append("<td class=unreached>0" if is_unreached else _number(count or ""))
        rows.append(row)
    yield _table(["operation", *statuses], rows)
    yield _paragraph("Coloured: documented, and not seen in this run.")


def _passed_over(reasons: Mapping[str, str]) -> Iterator[str]:
    if reasons:
        yield "<h2>Not asked</h2>"
        rows = [[_cell(name), _cell(reason)] for name, reason in sorted(reasons.items())]
        yield _table(["operation", "reason"], rows)


def _reached(reach: Reach) -> Iterator[str]:
    rows = [
        [_cell(name), _cell(f"{some} of {total}"), _cell(", ".join(reach.missing(name)))]
        for name, (some, total) in reach.counts().items()
    ]
    yield _table(["", "reached", "missing"], rows)


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
