"""Contract run: Schemathesis, status cases and stateful checks against the fake or a live server.

Every exchange of the run passes through the validator.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from .cases.status_cases import send_status_case, status_cases
from .exchange import Exchange, RecordingError
from .findings import Finding, exit_code
from .recording.capture import capture_exchanges
from .recording.har import Recording
from .report.coverage import SpecCoverage
from .report.html import RESULTS, RunReport, html_report
from .report.junit import junit_failures, junit_report
from .report.redaction import printable_line, redact_file
from .report.text import ReplaySummary
from .schemathesis.command import FAKE_CONFIG, LIVE_CONFIG, RATE_LIMIT_HOOKS, run_schemathesis
from .spec.document import packaged_spec
from .stateful.registry import run_checks
from .targets.fake import CONTROL_PREFIX, fake_target, serve_fake
from .targets.live import REQUIRED_SETTINGS, UsageError, live_target
from .targets.target import Target
from .validator import packaged_validator

REPORTS = ("junit.xml", "har.json", "validator.xml", "summary.html", "live.toml")
_DEFAULT_FOLDER = Path("build", "contract")
_DEFAULT_LIVE_EXAMPLES = "10"
_FILTERED = "[Filtered]"  # what Schemathesis writes in place of a key


@dataclass
class Observer:
    """Validator and counter of every exchange of a run."""

    coverage: SpecCoverage
    summary: ReplaySummary = field(default_factory=ReplaySummary)
    findings: list[Finding] = field(default_factory=list)

    def observe(self, exchange: Exchange) -> None:
        """Validate and count an exchange."""
        if exchange.path.startswith(CONTROL_PREFIX):
            return
        validator = packaged_validator()
        found = validator.validate(exchange)
        self.coverage.add(exchange)
        self.summary.add(validator.operation_name(exchange), found)
        self.findings += found


class ContractRun:
    """One run. `settings` are the environment variables that docs/contributing.md lists."""

    def __init__(self, settings: Mapping[str, str], coverage: SpecCoverage | None = None) -> None:
        self._settings = settings
        self._started_at = datetime.now(UTC), time.monotonic()
        self._folder = Path(settings.get("REPORTS") or _DEFAULT_FOLDER)
        self._observer = Observer(coverage or SpecCoverage(packaged_validator().routes))
        self._failures: list[str] = []
        self._stateful: list[str] = []
        keys = [key for key, _ in REQUIRED_SETTINGS.values()]
        self._secrets = {settings[key] for key in keys if settings.get(key)}

    def run(self) -> int:
        """Run the checks, write the reports, print the summary and return the exit code.

        An interrupted run also writes its reports, and ends with 1 or 2.

        Raises:
            UsageError: The settings do not allow a run.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        reports = [self._folder / name for name in REPORTS]
        for report in reports:
            report.unlink(missing_ok=True)
        base_url = self._settings.get("BASE_URL")
        try:
            return self._run_live(base_url) if base_url else self._run_fake()
        except KeyboardInterrupt:
            return self._finish(_server_name(base_url), 2, {"the rest of the run": "interrupted"})
        finally:  # also if the run is interrupted
            for report in filter(Path.exists, reports):
                redact_file(report, self._secrets)

    def _run_fake(self) -> int:
        document, examples = packaged_spec(), self._settings.get("EXAMPLES")
        served, captured = serve_fake(), capture_exchanges(self._observer.observe)
        with served as (base_url, control), captured:
            arguments = ["--max-examples", examples] if examples else []
            code = run_schemathesis(base_url, FAKE_CONFIG, self._folder, arguments, self._settings)
            with httpx.Client(base_url=base_url) as client:
                for operation, status in status_cases(document):
                    control.reset()
                    send_status_case(control, document, operation, status, client)
                control.reset()
                self._check_state(fake_target(client))
            self._observe_recording(base_url)
        missing = self._observer.coverage.missing_required
        self._failures += [f"not covered: {name}" for name in missing]
        return self._finish(_server_name(None), code, {})

    def _run_live(self, base_url: str) -> int:
        routes = packaged_validator().routes
        with capture_exchanges(self._observer.observe):
            live = live_target(base_url, self._settings, routes)
        skipped = live.skipped_operations(routes)
        arguments = ["--max-examples", self._settings.get("EXAMPLES") or _DEFAULT_LIVE_EXAMPLES]
        for operation in skipped:
            arguments += ["--exclude-operation-id", operation]
        if not live.writable_operations:
            arguments += ["--include-method", "GET"]
        if not _has_links(skipped):
            # Sequences need links.
            arguments += ["--phases", "examples,coverage,fuzzing"]
        config = self._folder / "live.toml"
        config.write_text(LIVE_CONFIG.read_text() + live.schemathesis_config)
        hooks = {"SCHEMATHESIS_HOOKS": RATE_LIMIT_HOOKS}
        environment = {**self._settings, **live.environment, **hooks}
        code = run_schemathesis(live.base_url, config, self._folder, arguments, environment)
        self._observe_recording(live.base_url)
        with capture_exchanges(self._observer.observe):
            target = live.stateful_target()
            with target.client:
                self._check_state(target)
        return self._finish(_server_name(base_url), code, skipped)

    def _check_state(self, target: Target) -> None:
        """Run the stateful checks."""
        try:
            for result in run_checks(target):
                self._failures += [f"{result.check.name}: {finding}" for finding in result.findings]
                self._stateful.append(str(result))
        except httpx.HTTPError as error:
            self._failures.append(f"stateful checks: no response: {type(error).__name__}")

    def _observe_recording(self, base_url: str) -> None:
        """Validate the recording of Schemathesis."""
        try:
            recording = Recording(self._folder / "har.json", packaged_validator().routes, base_url)
            for exchange in recording.exchanges():
                self._observer.observe(exchange)
        except RecordingError as error:
            raise UsageError(f"the recording {error}") from None
        self._secrets |= recording.secrets - {_FILTERED}

    def _finish(self, server: str, st_code: int, skipped: Mapping[str, str]) -> int:
        self._failures += junit_failures(self._folder / "junit.xml")
        code = 1 if self._failures else exit_code(self._observer.findings)
        if st_code and code != 1:
            code = 2  # a warning of Schemathesis, for example that every response was a 404
        started_at, clock = self._started_at
        run = RunReport(
            server=server,
            code=code,
            started_at=started_at,
            seconds=time.monotonic() - clock,
            coverage=self._observer.coverage,
            findings=tuple(self._observer.findings),
            failures=tuple(self._failures),
            stateful=tuple(self._stateful),
            skipped=skipped,
        )
        operations = run.coverage.documented["operations"]
        (self._folder / "validator.xml").write_bytes(junit_report(run.findings, operations))
        (self._folder / "summary.html").write_text(html_report(run), encoding="utf-8")
        for line in self._lines(run):
            print(printable_line(line, self._secrets))
        return code

    def _lines(self, run: RunReport) -> Iterator[str]:
        yield from self._observer.summary.lines()
        yield from (f"stateful check {result}" for result in run.stateful)
        yield from run.failures
        yield from (f"not called: {name}: {reason}" for name, reason in run.skipped.items())
        yield from run.coverage.lines()
        yield f"{RESULTS[run.code]} after {run.seconds:.0f} s; reports are in {self._folder}"


def _server_name(base_url: str | None) -> str:
    return (urlsplit(base_url).hostname or "a server") if base_url else "the fake"


def _has_links(skipped: Mapping[str, str]) -> bool:
    """Return True if a called operation links to another called operation."""
    return any(
        link.target not in skipped
        for route in packaged_validator().routes.all
        for operation in route.operations.values()
        if operation.id not in skipped
        for response in operation.responses.values()
        for link in response.links
    )
