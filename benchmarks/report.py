"""Results page: the aims, the measured values, and the versions of the packages."""

import os
import platform
import statistics
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from aims import AIMS, Results, Round
from figures import FIGURES, VARIANTS

Table = Sequence[Sequence[str]]

_TITLES = {
    "decode": "Decode: bytes to models, thousands of rows a second",
    "memory": "Memory: 10,000 decoded campaigns",
    "imports": "Start: cold interpreter to a client, and to its first (refused) call; CPU time",
    "calls": "Sequential blocking GETs, loopback, one connection",
    "tls_calls": "The same over TLS",
    "thread_calls": "GETs of 32 threads that share one client, loopback",
    "distant_thread_calls": "The same to a server 50 ms away",
    "async_calls": "GETs of one asyncio client, loopback",
    "tls_async_calls": "The same over TLS",
    "distant_async_calls": "The same to a server 50 ms away",
    "bulk": "100,000 lead statuses by calls of 100 to a server 50 ms away, one asyncio client",
    "tls_bulk": "The same over TLS, with 128 calls in flight",
    "growth": "Time per lead status in a short and a long list; loopback, one asyncio client",
    "limits": "An unknown limit of 20 requests a second, after the first second; the fake",
    "generation": "Generation",
}


def results_page(
    results: Results, reasons: Mapping[str, str], versions: Mapping[str, list[str]]
) -> str:
    """Return the Markdown of RESULTS.md."""
    return "\n".join(
        [
            "# Benchmark results",
            "",
            "Written by `make bench`. Compare the ratios: absolute values change with the",
            "machine. A value is the median of the rounds, a ratio the median of their ratios.",
            "If the load average is above the number of cores, other programs ran meanwhile.",
            "They change the wall clock, so read the CPU time of the client first.",
            "",
            "![CPU time of CampaignKit and its peers](results.svg)",
            "",
            f"{datetime.now(UTC):%Y-%m-%d}; {os.cpu_count()} cores, Python "
            f"{platform.python_version()}; {_rounds(results)} interleaved rounds; "
            f"load average {_load()} at the end.",
            "",
            _aims_section(results),
            *_figure_sections(results),
            *_reasons_section(reasons),
            _versions_section(versions),
        ]
    )


def _rounds(results: Results) -> str:
    """Return the number of rounds, or the least and the largest number."""
    counts = {len(rounds) for rounds in results.values() if rounds} or {0}
    return " to ".join(str(count) for count in sorted({min(counts), max(counts)}))


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _aims_section(results: Results) -> str:
    """Return the section of the aims: measured values, and whether each aim is met."""
    rows = [["figure", "metric", "compared", "aim", "median", "lowest", "highest", "met"]]
    for aim in AIMS:
        if (aim.figure, aim.variant) not in results:
            continue  # this run left the figure out
        measured = ["-", "-", "-", "not measured"]
        if values := aim.measured(results):
            median = statistics.median(values)
            texts = [aim.text(value) for value in (median, min(values), max(values))]
            measured = [*texts, "yes" if aim.is_met(median) else "NO"]
        sign = ">=" if aim.is_floor else "<="
        bound = f"{sign} {aim.text(aim.bound)}"
        rows.append([aim.figure, aim.metric, aim.compared, bound, *measured])
    return f"## Aims\n\n{_table(rows)}\n"


def _figure_sections(results: Results) -> Iterator[str]:
    """Yield a section with the medians of each measured figure."""
    for figure, names in FIGURES.items():
        if (figure, names[0]) in results:
            yield _figure_section(figure, {name: results[figure, name] for name in names})


def _figure_section(figure: str, measured: Mapping[str, Sequence[Round]]) -> str:
    first = [rounds[0] for rounds in measured.values() if rounds]
    metrics = [*dict.fromkeys(metric for values in first for metric in values)]
    rows = [["variant", "", *metrics]]
    for name, rounds in measured.items():
        medians = [_number(_median(rounds, metric)) for metric in metrics]
        rows.append([name, VARIANTS[name].description, *medians])
    return f"## {_TITLES[figure]}\n\n{_table(rows)}\n"


def _reasons_section(reasons: Mapping[str, str]) -> Iterator[str]:
    if reasons:
        yield "## Not measured\n"
        yield "\n".join(f"- {run}: `{reason}`" for run, reason in reasons.items()) + "\n"


def _versions_section(versions: Mapping[str, list[str]]) -> str:
    rows = [["environment", "versions"]]
    rows += [[name, ", ".join(packages)] for name, packages in versions.items()]
    return f"## Versions\n\n{_table(rows)}\n"


def _median(rounds: Sequence[Round], metric: str) -> float | None:
    """Return the median, or None for a metric that the variant does not have."""
    values = [measured[metric] for measured in rounds if metric in measured]
    return statistics.median(values) if values else None


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _table(rows: Table) -> str:
    """Return a Markdown table whose columns line up as plain text too."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    ruler = ["-" * width for width in widths]
    padded = [
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in (rows[0], ruler, *rows[1:])
    ]
    return "\n".join(f"| {line} |" for line in padded)
