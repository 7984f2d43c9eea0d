"""Contract run: Schemathesis, status cases and stateful checks against the fake or a live server.

Every exchange of the run passes through the validator.
"""

import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from .cases.status_cases import send_status_case, status_cases
from .causes import network_cause
from .interrupts import announced_interrupts, ignored_interrupts
from .options import number
from .recording.capture import capture_exchanges
from .report.coverage import SpecCoverage
from .report.files import WRITERS, report_folder, write_reports
from .report.redaction import printable_line, redact_file
from .report.run_report import INTERRUPTED, RunReport
from .report.text import run_lines
from .run_record import RunRecord
from .sandbox import Ledger, Sandbox, check_ledger
from .schemathesis.command import FAKE_CONFIG, start_schemathesis
from .schemathesis.failures import end_reason
from .schemathesis.live_run import run_live_schemathesis
from .spec.document import packaged_spec
from .stateful.registry import CHECKS, run_checks
from .targets.base_url import validate_base_url
from .targets.fake import (
    FakeControl,
    fake_in_process,
    fake_target,
    serve_fake,
)
from .targets.live import LiveTarget, live_target
from .targets.live_settings import LiveSettings
from .targets.request_budget import CHECKS as CHECK_PART
from .targets.target import Target
from .validator import packaged_validator

REPORTS = ("junit.xml", "har.json", "live.toml", *WRITERS)
DEFAULT_FOLDER = Path("build", "contract")
LEDGER = "ledger.jsonl"


class ContractRun:
    """One run. `settings` are the environment variables that docs/contributing.md lists."""

    def __init__(self, settings: Mapping[str, str], coverage: SpecCoverage | None = None) -> None:
        self._settings = settings
        self._folder = Path(settings.get("REPORTS") or DEFAULT_FOLDER)
        self._recording = self._folder / "har.json"
        self._record = RunRecord(settings, coverage)
        self._generated_url = ""
        """URL to which Schemathesis sends its requests."""
        self._target: Target | None = None
        self._ledger = Ledger()

    def run(self) -> int:
        """Run the checks, write the reports, print the summary and return the exit code.

        An interrupted run also writes its reports, and ends with 1 or 2.

        Raises:
            UsageError: The settings do not allow a run.
        """
        number(self._settings, "EXAMPLES", default=1)
        with report_folder(self._folder):
            return self._run()

    def _run(self) -> int:
        reports = [self._folder / name for name in REPORTS]
        for report in reports:
            report.unlink(missing_ok=True)
        check_ledger(self._folder / LEDGER)
        base_url = self._settings.get("BASE_URL")
        try:
            with announced_interrupts(self._announcement):
                code = self._run_live(base_url) if base_url else self._run_fake()
        except KeyboardInterrupt:
            with ignored_interrupts():
                return self._finish_interrupted(_server_name(base_url))
        else:
            reason = end_reason(self._folder / "junit.xml", code)
            return self._finish(_server_name(base_url), (reason,) if reason else ())
        finally:  # also if the run is interrupted
            for report in filter(Path.exists, reports):
                redact_file(report, self._record.secrets)

    def _run_fake(self) -> int:
        """Check a fake in process while Schemathesis sends requests to another one.

        Return the exit code of Schemathesis.
        """
        examples = self._settings.get("EXAMPLES")
        arguments = ["--max-examples", examples] if examples else []
        folder, environment = self._folder, self._settings
        with (
            serve_fake() as self._generated_url,
            start_schemathesis(
                self._generated_url, FAKE_CONFIG, folder, arguments, environment
            ) as process,
        ):
            captured = capture_exchanges(self._record.observer.observe)
            with fake_in_process() as (client, control), captured:
                self._send_status_cases(client, control)
                self._check_state(fake_target(client, control.advance))
            code = process.wait()
        self._record.add_recording(self._recording, self._generated_url)
        for name in self._record.observer.coverage.missing_required:
            self._record.problems.add_failure("coverage", "coverage", f"{name} is not covered")
        return code

    def _send_status_cases(self, client: httpx.Client, control: FakeControl) -> None:
        document = packaged_spec()
        for operation, status in status_cases(document):
            control.reset()
            send_status_case(control, document, operation, status, client)
        control.reset()

    def _run_live(self, base_url: str) -> int:
        """Check a live server; return the exit code of Schemathesis."""
        routes = packaged_validator().routes
        with capture_exchanges(self._record.observer.observe):
            settings = LiveSettings(self._settings)
            settings.check()
            print(f"checking {validate_base_url(base_url)}: {settings.plan}", flush=True)
            live = live_target(base_url, self._settings, routes, self._record.budget)
            for line in live.unconfirmed:
                print(f"not confirmed: {line}", flush=True)
            self._record.skipped = live.skipped_operations(routes)
            with self._record.budget.part(CHECK_PART):
                self._check_live_state(live)
        self._generated_url = live.base_url
        code = run_live_schemathesis(live, routes, self._folder, self._settings)
        self._record.add_recording(self._recording, self._generated_url)
        return code

    def _check_live_state(self, live: LiveTarget) -> None:
        """Run the stateful checks, and remove what they made."""
        target = live.stateful_target()
        ledger = self._folder / LEDGER if target.may_write else None
        sandbox = Sandbox(target, prefix=live.prefix, ledger=ledger)
        self._ledger = sandbox.ledger
        try:
            with target.client, sandbox:
                if target.may_write:
                    lines = (f"stays after the run: {line}" for line in sandbox.leftovers())
                    sys.stdout.writelines(f"{line}\n" for line in lines)
                    sys.stdout.flush()
                self._check_state(target)
                if self._has_made():
                    print("removing what the run made ...", flush=True)
        finally:  # also after an interrupt
            removal = sandbox.removal
            rest = f"interrupted, run `campaignkit contract clean` ({self._folder / LEDGER})"
            for entry in sandbox.ledger.open_entries():
                self._record.skipped[f"removal of {entry.kind} {entry.id or entry.text}"] = rest
            left = {f"removal of {name}": reason for name, reason in removal.failures.items()}
            self._record.skipped |= left | dict.fromkeys(removal.kept, "no operation removes it")

    def _has_made(self) -> bool:
        """Return True if something has to be removed."""
        return any(self._ledger.open_entries())

    def _announcement(self, number: int) -> str:
        """Return the line for a Ctrl-C, which says how the run ends."""
        if number == 1 and self._has_made():
            return f"{INTERRUPTED}: removing what the run made ... (Ctrl-C again ends this too)"
        if self._has_made():
            return f"{INTERRUPTED} again: `campaignkit contract clean` removes the rest"
        return f"{INTERRUPTED}: writing the reports ..."

    def _check_state(self, target: Target) -> None:
        """Run the stateful checks."""
        self._target = target
        try:
            for result in run_checks(target):
                self._record.add_check(result)
        except httpx.HTTPError as error:
            cause = network_cause(error)
            self._record.problems.add_failure("stateful check", "stateful checks", cause)

    def _finish_interrupted(self, server: str) -> int:
        """Add what was sent before the interrupt, and the checks that it prevented."""
        self._record.add_recording(self._recording, self._generated_url)
        done = {check.name for check in self._record.checks}
        for check in CHECKS:
            if self._target and check.name not in done:
                self._record.add_check(check.not_run(self._target, INTERRUPTED))
        return self._finish(server, (INTERRUPTED,))

    def _finish(self, server: str, reasons: Collection[str]) -> int:
        """Write the reports, print the summary and return the exit code.

        Args:
            server: Name of the server.
            reasons: Why the run did not validate all, beside the reasons of the checks.
        """
        run = self._record.report(server, self._folder / "junit.xml", reasons)
        run = write_reports(run, self._folder, self._record.secrets)
        for line in self._lines(run):
            print(printable_line(line, self._record.secrets))
        return run.code

    def _lines(self, run: RunReport) -> Iterator[str]:
        yield from self._record.observer.counts.lines()
        yield from run_lines(run)
        yield f"{run.result} after {run.seconds:.0f} s; reports are in {self._folder}"


def _server_name(base_url: str | None) -> str:
    return (urlsplit(base_url).hostname or "a server") if base_url else "the fake"
