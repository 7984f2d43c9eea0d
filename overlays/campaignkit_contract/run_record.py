"""Record of a contract run: its exchanges, problems and outcomes, and the report of them."""

import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from .exchange import RecordingError
from .observer import Observer
from .options import setting_name
from .recording.har import Recording
from .report.coverage import SpecCoverage
from .report.problems import Problems
from .report.run_report import CheckOutcome, RunReport, result_code
from .schemathesis.failures import add_failures, lost_responses
from .stateful.check import CheckResult
from .stateful.evidence import operation_in
from .targets.base_url import validate_base_url
from .targets.live_settings import REQUIRED_SETTINGS, LiveSettings
from .targets.request_budget import CHECKS, PARTS, RequestBudget
from .validator import packaged_validator

_FILTERED = "[Filtered]"  # what Schemathesis writes in place of a key


class RunRecord:
    """What one run has sent, received and found.

    Args:
        settings: The environment variables that docs/contributing.md lists.
        coverage: Counter of what the exchanges cover; by default that of the packaged spec.
    """

    def __init__(self, settings: Mapping[str, str], coverage: SpecCoverage | None = None) -> None:
        routes = packaged_validator().routes
        live = LiveSettings(settings)
        self._started_at = datetime.now(UTC), time.monotonic()
        base_url = settings.get("BASE_URL")
        self.problems = Problems(routes, validate_base_url(base_url) if base_url else "")
        self.observer = Observer(coverage or SpecCoverage(routes), self.problems)
        self.checks: list[CheckOutcome] = []
        self.skipped: dict[str, str] = {}
        """What was not called or not removed, with the reasons."""
        self.budget = RequestBudget(live.max_requests)
        self._usual_requests = live.usual_requests
        keys = [key for key, _ in REQUIRED_SETTINGS.values()]
        self.secrets = {settings[key] for key in keys if settings.get(key)}
        self.secrets |= {*live.reader_keys.values(), *live.stranger_keys.values()}
        """Texts that no report shows."""
        self._unread = ""
        """Why the recording of Schemathesis was not read to its end."""

    def add_check(self, result: CheckResult) -> None:
        """Add the findings and the outcome of a stateful check."""
        check = result.check
        add_findings(self.problems, result)
        outcome = CheckOutcome(check.name, check.description, result.state, result.left)
        self.checks.append(outcome)

    def add_recording(self, file: Path, base_url: str) -> None:
        """Validate the recording of Schemathesis, if it has sent something.

        What cannot be read of it is not checked, and the report says so.
        """
        if not file.exists():
            return
        try:
            recording = Recording(file, packaged_validator().routes, base_url)
        except RecordingError as error:
            self._unread = f"the recording of Schemathesis {error}"
            return
        for exchange in recording.exchanges():
            self.observer.observe(exchange)
        if not recording.is_whole:
            self._unread = "the recording of Schemathesis ends too early"
        self.secrets |= recording.secrets - {_FILTERED}

    def report(self, server: str, junit: Path, reasons: Collection[str]) -> RunReport:
        """Return the report of the run.

        Args:
            server: Name of the server.
            junit: Report of Schemathesis.
            reasons: Why the run did not validate all, beside the reasons of the checks.
        """
        add_failures(junit, self.problems)
        lost = lost_responses(junit)
        self.skipped |= {f"generated requests of {name}": lost[name] for name in lost}
        started_at, clock = self._started_at
        run = RunReport(
            server=server,
            code=result_code(self.problems),
            started_at=started_at,
            seconds=time.monotonic() - clock,
            coverage=self.observer.coverage,
            problems=tuple(self.problems),
            checks=tuple(self.checks),
            skipped=self.skipped,
            left="; ".join(dict.fromkeys((*self._reasons(len(lost)), *reasons))),
            requests=self._requests(),
        )
        is_void = self._has_checked_nothing or run.is_void
        if run.code != 1 and (reasons or self._unread or is_void):
            is_closed = not run.called[1]
            reason = "the settings allow no operation" if is_closed else "no request succeeded"
            return replace(run, code=2, left=run.left or reason)
        return run

    @property
    def _has_checked_nothing(self) -> bool:
        """Return True if the budget ended before a stateful check could send a request."""
        return bool(self.budget.refused) and not self.budget.sent[CHECKS]

    def _reasons(self, lost: int) -> Iterator[str]:
        """Yield why checks did not end, and why generated requests were not sent or judged.

        Args:
            lost: Number of operations whose generated requests got no whole response.
        """
        left = [check.left for check in self.checks if check.left]
        if self._has_checked_nothing:
            yield (
                f"{self.budget.ended} before a check sent one (the default of "
                f"{setting_name('BUDGET')} is {self._usual_requests:,})"
            )
            return
        if self.budget.refused and not left:
            yield f"{self.budget.ended} before Schemathesis did"
        if lost:
            plural = "" if lost == 1 else "s"
            yield f"no whole response to generated requests of {lost} operation{plural}"
        if self._unread:
            yield self._unread
        yield from left

    def _requests(self) -> dict[str, int]:
        """Return the number of requests by part; nothing for the fake, which has no budget."""
        budget = self.budget
        return {part: budget.sent[part] for part in PARTS} if budget.sent else {}


def add_findings(problems: Problems, result: CheckResult) -> None:
    """Add what a stateful check has found."""
    found = zip(result.findings, result.evidence, result.trails, strict=True)
    for finding, exchange, trail in found:
        problems.add_failure(
            "stateful check",
            result.check.name,
            finding,
            operation=operation_in(finding),
            rule=result.check.description,
            exchange=exchange,
            trail=trail,
        )
