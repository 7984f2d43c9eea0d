"""Page of a report: HTML with charts in SVG, which needs no network."""

from collections.abc import Iterable, Mapping
from html import escape

from campaignkit_operations.reports import Report, Section

# Sizes in units of the view box, which is as wide as the page.
_WIDTH, _LABEL, _ROW, _BAR, _NUMBER = 720, 200, 28, 18, 110
_MAX_LABEL = 24  # characters beside a bar

_STYLE = """
:root { color-scheme: light dark;
  --text: #1b1f24; --page: #ffffff; --bar: #2f6fde; --line: #d0d7de }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --page: #0d1117; --bar: #6ea8fe; --line: #30363d }
}
@media print {
  :root { --text: #000; --page: #fff; --bar: #555; --line: #999 }
  section { break-inside: avoid }
  svg rect { print-color-adjust: exact }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page);
  max-width: 45rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem }
h2 { font-size: 1.1rem; margin-top: 2rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem }
dt { opacity: .7 }
dd { margin: 0 }
svg { width: 100%; height: auto }
svg text { fill: var(--text); font-size: 14px }
svg rect { fill: var(--bar) }
footer { margin-top: 3rem; border-top: 1px solid var(--line); opacity: .7; font-size: .85rem }
"""


def page(reports: Iterable[Report], made_at: str) -> str:
    """Return the page of reports.

    Args:
        reports: Reports, one below the other.
        made_at: Time of the numbers, as text.
    """
    listed = list(reports)
    title = escape(" · ".join(report.title for report in listed))
    body = "\n".join(map(_report, listed))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n"
        f"<footer>Numbers of {escape(made_at)}, read by campaignkit.</footer>\n</body>\n</html>\n"
    )


def _report(report: Report) -> str:
    facts = _facts(report.facts)
    sections = "\n".join(_section(section) for section in report.sections if section.counts)
    return f"<h1>{escape(report.title)}</h1>\n{facts}\n{sections}"


def _facts(facts: Mapping[str, str]) -> str:
    pairs = (f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts.items())
    return f"<dl>{''.join(pairs)}</dl>"


def _section(section: Section) -> str:
    return f"<section>\n<h2>{escape(section.title)}</h2>\n{chart(section)}\n</section>"


def chart(section: Section) -> str:
    """Return a chart of horizontal bars, with the number and the share of each."""
    height = _ROW * len(section.counts)
    largest = max(section.counts.values())
    space = _WIDTH - _LABEL - _NUMBER
    bars = "".join(
        _bar(name, count, section.total, index * _ROW, space * count / largest)
        for index, (name, count) in enumerate(section.counts.items())
    )
    label = escape(f"{section.title}: {section.total} {section.unit}", quote=True)
    return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{label}">{bars}</svg>'


def _bar(name: str, count: int, total: int, top: int, width: float) -> str:
    middle = top + _ROW // 2 + 5
    label = name if len(name) <= _MAX_LABEL else f"{name[: _MAX_LABEL - 1]}…"
    return (
        f'<text x="0" y="{middle}"><title>{escape(name)}</title>{escape(label)}</text>'
        f'<rect x="{_LABEL}" y="{top + (_ROW - _BAR) // 2}" width="{width:.1f}" height="{_BAR}"/>'
        f'<text x="{_LABEL + width + 8:.1f}" y="{middle}">{count} ({count / total:.0%})</text>'
    )
