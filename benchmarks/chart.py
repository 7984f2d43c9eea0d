"""Chart of the results: an SVG image whose bars are the CPU time of each client."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from aims import Results

_NAMES = {
    "ours": "CampaignKit",
    "stock": "openapi-python-client",
    "aiohttp-decoder": "aiohttp + our models",
    "openai": "openai",
}
_WITHOUT_MODELS = (
    *("httpx", "httpx2", "http.client", "urllib3", "pyreqwest", "aiohttp", "socket"),
)
_LEFT_OUT = ("ours-watched", "socket")

_WIDTH, _MARGIN, _GAP = 960, 24, 32
_PANEL_WIDTH = (_WIDTH - 2 * _MARGIN - _GAP) // 2
_LABEL_WIDTH, _VALUE_WIDTH = 190, 64
_BAR_WIDTH = _PANEL_WIDTH - _LABEL_WIDTH - _VALUE_WIDTH
_ROW, _BAR = 22, 14
_HEADER, _PANEL_HEADER = 76, 34

# The colours follow the light or dark theme of the reader.
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 18px; font-weight: 600; }
  .note, .plain { fill: #59636e; }
  .panel, .own { font-weight: 600; }
  .page { fill: #ffffff; }
  .bar { fill: #b6bfc9; }
  .bar.own { fill: #0969da; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .note, .plain { fill: #9198a1; }
    .page { fill: #0d1117; }
    .bar { fill: #4a525c; }
    .bar.own { fill: #4493f8; }
  }
"""


@dataclass(frozen=True)
class _Panel:
    title: str
    figure: str
    metric: str
    unit: str


_PANELS = (
    _Panel("One blocking GET", "calls", "CPU us", "us"),
    _Panel("One blocking GET over TLS", "tls_calls", "CPU us", "us"),
    _Panel("One GET, 32 in flight (asyncio)", "async_calls", "32 in flight CPU us", "us"),
    _Panel("One GET, 32 threads on one client", "thread_calls", "CPU us", "us"),
    _Panel("100,000 lead statuses, server 50 ms away", "bulk", "CPU s", "s"),
    _Panel("The same over TLS", "tls_bulk", "CPU s", "s"),
)


def chart(results: Results) -> str:
    """Return the SVG image of a run; a client that was not measured has no bar."""
    panels = [(panel, _bars(panel, results)) for panel in _PANELS]
    pairs = [panels[index : index + 2] for index in range(0, len(panels), 2)]
    parts: list[str] = []
    top = _HEADER
    for pair in pairs:
        for column, (panel, bars) in enumerate(pair):
            left = _MARGIN + column * (_PANEL_WIDTH + _GAP)
            parts += _panel(panel.title, panel.unit, bars, left, top)
        top += _PANEL_HEADER + _ROW * max(len(bars) for _, bars in pair) + _GAP // 2
    return "\n".join([*_head(top), *parts, "</svg>", ""])


def _bars(panel: _Panel, results: Results) -> list[tuple[str, float]]:
    """Return the clients of a panel with their medians, the cheapest first."""
    medians = {
        name: statistics.median(values[panel.metric] for values in rounds)
        for (figure, name), rounds in results.items()
        if figure == panel.figure and rounds and name not in _LEFT_OUT
    }
    return sorted(medians.items(), key=lambda bar: bar[1])


def _head(height: int) -> Iterator[str]:
    title = "CPU time of the client: shorter is better"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' width="{_WIDTH}" height="{height}" role="img" aria-label="{title}">'
    )
    yield f"<style>{_STYLE}</style>"
    yield f'<rect class="page" width="{_WIDTH}" height="{height}" rx="6"/>'
    yield _text(_MARGIN, 34, title, "title")
    note = "Medians of interleaved rounds. Clients in grey text return bytes instead of models."
    yield _text(_MARGIN, 56, note, "note")


def _panel(
    title: str, unit: str, bars: Sequence[tuple[str, float]], left: int, top: int
) -> Iterator[str]:
    yield _text(left, top + 20, title, "panel")
    longest = max((value for _, value in bars), default=1.0)
    for row, (name, value) in enumerate(bars):
        y = top + _PANEL_HEADER + row * _ROW
        kind = "own" if name == "ours" else "plain" if name in _WITHOUT_MODELS else ""
        width = max(2, round(_BAR_WIDTH * value / longest))
        x = left + _LABEL_WIDTH
        yield _text(left, y + 12, _NAMES.get(name, name), kind)
        yield f'<rect class="bar {kind}" x="{x}" y="{y}" width="{width}" height="{_BAR}" rx="2"/>'
        yield _text(x + width + 6, y + 12, f"{_number(value)} {unit}", kind)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _text(x: int, y: int, text: str, kind: str) -> str:
    return f'<text x="{x}" y="{y}" class="{kind}">{escape(text)}</text>'
