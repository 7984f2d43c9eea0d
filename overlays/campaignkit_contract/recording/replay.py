"""Validation of a recording, offline."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..exchange import RecordingError
from ..known_fields import with_known_fields
from ..options import setting_name
from ..report.coverage import SpecCoverage
from ..report.problems import Problems
from ..report.redaction import printable_line
from ..report.run_report import RunReport, result_code
from ..report.text import ExchangeCounts, problem_lines
from ..sequences.checker import SequenceChecker
from ..validator import Validator, packaged_validator
from .har import Recording


@dataclass(frozen=True)
class Replay:
    """Result of the validation of a recording."""

    run: RunReport
    counts: ExchangeCounts
    recording: Recording
    without_body: int = 0
    """Number of responses whose body was not recorded."""

    def lines(self) -> Iterator[str]:
        """Yield the lines to print, without secrets."""
        for line in (*self.counts.lines(), *problem_lines(self.run)):
            yield printable_line(line, self.recording.secrets)
        if self.without_body:
            yield (
                f"not recorded: bodies of {self.without_body} responses; "
                "their statuses and headers were checked"
            )
        if not self.recording.is_whole:
            yield (
                "the file ends too early, or is damaged: "
                f"{self.recording.readable} entries were read"
            )
        for reason, count in self.recording.skipped.items():
            yield f"skipped: {count} ({reason})"
        count = self.counts.exchanges.total()
        yield f"{self.run.result}: {count} exchange{'' if count == 1 else 's'}"


def replay(har: Path, validator: Validator | None = None, base_url: str = "") -> Replay:
    """Validate every exchange of a HAR file that belongs to the spec.

    Args:
        har: The file.
        validator: The validator; None for the one of the packaged spec.
        base_url: URL of the server, if it is not a server of the spec.

    Raises:
        RecordingError: The file is not HAR, or contains no exchange of the spec.
    """
    started_at, clock = datetime.now(UTC), time.monotonic()
    validator = validator or packaged_validator()
    recording = Recording(har, validator.routes, base_url)
    counts, problems = ExchangeCounts(), Problems(validator.routes, base_url)
    coverage, sequences = SpecCoverage(validator.routes), SequenceChecker(validator.routes)
    without_body = 0
    for exchange in recording.exchanges():
        findings = [
            *validator.validate(exchange),
            *sequences.check(with_known_fields(exchange, validator.routes)),
        ]
        counts.add(validator.operation_name(exchange), len(findings))
        coverage.add(exchange)
        without_body += exchange.body is None
        for finding in findings:
            problems.add_finding(finding, exchange)
    if not counts.exchanges:
        raise RecordingError(f"contains no exchange of the spec{_hint(recording)}")
    run = RunReport(
        server=har.name,
        code=result_code(problems),
        started_at=started_at,
        seconds=time.monotonic() - clock,
        coverage=coverage,
        problems=tuple(problems),
    )
    return Replay(run, counts, recording, without_body)


def _hint(recording: Recording) -> str:
    """Return what the recording has instead."""
    hosts = ", ".join(host for host, _ in recording.hosts.most_common(5))
    hint = (
        f"; it contains {hosts}: set {setting_name('BASE_URL')} if that is the API" if hosts else ""
    )
    if unreadable := recording.skipped["not a HAR entry"]:
        hint += f"; {unreadable} entries are not HAR"
    return hint
