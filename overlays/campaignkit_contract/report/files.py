"""Files of a run: each report in its format, and the history."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from .history import add_to_history, changes_since_last
from .html import html_report
from .json_report import json_report
from .junit import junit_report
from .markdown import markdown_report
from .redaction import redact_file
from .run_report import RunReport
from .sarif import sarif_report

WRITERS: Mapping[str, Callable[[RunReport], str]] = {
    "validator.xml": junit_report,
    "summary.html": html_report,
    "report.json": json_report,
    "report.sarif": sarif_report,
    "report.md": markdown_report,
}
"""By file, the function that returns its content."""

HISTORY = "history.jsonl"


def write_reports(run: RunReport, folder: Path, secrets: Collection[str] = ()) -> RunReport:
    """Write every report into a folder, and return the run with its changes since the last one.

    A run that left something out is not added to the history.

    Args:
        run: The run.
        folder: The folder, which exists.
        secrets: Texts that no report may contain.
    """
    history = folder / HISTORY
    run = replace(run, changes=_changes(history, run))
    if not run.left:  # Otherwise problems would seem gone that the run did not look for.
        add_to_history(history, run)
    for name, content in WRITERS.items():
        (folder / name).write_text(content(run), encoding="utf-8")
    for file in filter(Path.exists, (folder / name for name in (*WRITERS, HISTORY))):
        redact_file(file, secrets)
    return run


def _changes(history: Path, run: RunReport) -> str:
    return changes_since_last(history, run.server, run.problems, is_whole=not run.left)
