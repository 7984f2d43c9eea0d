"""Files of a run: each report in its format, and the history."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

from ..options import UsageError, setting_name
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


@contextmanager
def report_folder(path: Path) -> Iterator[None]:
    """Create the folder of the reports, and remove it again if the block leaves it empty.

    Raises:
        UsageError: It cannot be written.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=path):
            pass
    except OSError as error:
        problem = f"must be a folder that can be written, got {path}: {error.strerror}"
        raise UsageError(f"{setting_name('REPORTS')} {problem}") from None
    try:
        yield
    finally:
        with suppress(OSError):  # It has a report, or another folder.
            for folder in missing:
                folder.rmdir()


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
