"""Validation of a recording, offline."""

from collections.abc import Iterator
from pathlib import Path

from ..exchange import RecordingError
from ..findings import exit_code
from ..report.redaction import printable_line
from ..report.text import ReplaySummary
from ..sequences.checker import SequenceChecker
from ..validator import Validator, packaged_validator
from .har import Recording


def replay(har: Path, validator: Validator, base_url: str = "") -> tuple[Recording, ReplaySummary]:
    """Validate every exchange of a HAR file that belongs to the spec.

    Args:
        har: The file.
        validator: The validator.
        base_url: URL of the server, if it is not a server of the spec.

    Raises:
        RecordingError: The file is not HAR, or contains no exchange of the spec.
    """
    recording = Recording(har, validator.routes, base_url)
    summary = ReplaySummary()
    sequences = SequenceChecker(validator.routes)
    for exchange in recording.exchanges():
        findings = [*validator.validate(exchange), *sequences.check(exchange)]
        summary.add(validator.operation_name(exchange), findings)
    if not summary.exchanges:
        hosts = ", ".join(host for host, _ in recording.hosts.most_common(5))
        hint = f"; it contains {hosts}: set BASE_URL if that is the API" if hosts else ""
        if unreadable := recording.skipped["not a HAR entry"]:
            hint += f"; {unreadable} entries are not HAR"
        raise RecordingError(f"contains no exchange of the spec{hint}")
    return recording, summary


def run_replay(har: Path, base_url: str = "") -> tuple[int, list[str]]:
    """Return the exit code of a replay and the lines to print."""
    recording, summary = replay(har, packaged_validator(), base_url)
    code = exit_code(finding for found in summary.distinct.values() for finding in found)
    return code, [*_lines(recording, summary)]


def _lines(recording: Recording, summary: ReplaySummary) -> Iterator[str]:
    for line in summary.lines():
        yield printable_line(line, recording.secrets)
    for reason, count in recording.skipped.items():
        yield f"skipped: {count} ({reason})"
