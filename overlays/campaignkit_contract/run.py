"""Judge a server by openapi.yaml: the fake, or with BASE_URL a live one.

A live server is only read from, unless WRITE=1. Which vendor it is follows from the keys given:
SONARLY_API_KEY with ACCOUNT_GROUP_ID, CALLERS_API_KEY with ORGANIZATION_ID. Other ids are those
that its lists tell. CAMPAIGN_ID names the one campaign to ask about, which WRITE=1 starts; WRITE
can name other operations too (comma-joined), which are then called with what the run makes up.
Leads are asked for with LEAD_IDS (comma-joined) only, and only the areas that AREAS names, such as
"sonarly campaigns", if it names any. RATE limits the requests of a live run
(2/s), EXAMPLES says how many are made up for each operation (10 live, 100 for the fake), REPORTS
where the reports go.

The exit code is 0 where all conforms, 1 for breaking drift, 3 for additive drift only, and 2
where nothing was judged. A run against the fake that does not reach every operation and every
documented status fails too.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import httpx
from campaignkit_fake import Fake

from .cases.status_cases import corners, reach_corner, shipped_document
from .recording.capture import witnessed
from .recording.har import Recording
from .replay import Tally
from .report.coverage import Reach
from .report.html import VERDICTS, Run
from .report.junit import NAMES, clean, write_reports
from .stateful.campaigns import faked, verdicts
from .targets.live import NEEDS, Live, RefusedError, live
from .targets.target import Server
from .validator import Exchange, Finding, RecordingError, exit_code, shipped_judge

CONFIGS = Path(__file__).parent / "schemathesis"
_HOOKS = "campaignkit_contract.schemathesis.rate_limit_hooks"
_FILTERED = "[Filtered]"  # what stands in the recording for a key


@dataclass
class Verdict:
    """What the judge says of everything that was exchanged."""

    reach: Reach
    tally: Tally = field(default_factory=Tally)
    findings: list[Finding] = field(default_factory=list)

    def hear(self, exchange: Exchange) -> None:
        """Judge an exchange, and count it."""
        if exchange.path.startswith("/_fake/"):
            return  # what the laws tell the fake itself
        judge = shipped_judge()
        found = judge.findings(exchange)
        self.reach.add(exchange)
        self.tally.add(judge.operation(exchange), found)
        self.findings += found


class Contract:
    """One run."""

    def __init__(self, settings: Mapping[str, str], reach: Reach | None = None) -> None:
        self._settings = settings
        self._began = datetime.now(UTC), time.monotonic()
        self._reports = Path(settings.get("REPORTS") or Path("build") / "contract")
        self._verdict = Verdict(reach or Reach(shipped_judge().routes))
        self._remarks: list[str] = []
        self._laws: list[str] = []
        self._secrets = {settings[key] for key, _ in NEEDS.values() if settings.get(key)}

    def run(self) -> int:
        """Judge, and write and tell what was found; the exit code."""
        self._reports.mkdir(parents=True, exist_ok=True)
        reports = [self._reports / name for name in NAMES]
        for report in reports:
            report.unlink(missing_ok=True)
        base_url = self._settings.get("BASE_URL")
        try:
            return self._live(base_url) if base_url else self._fake()
        finally:  # also where the run breaks off
            for report in filter(Path.exists, reports):
                clean(report, self._secrets)

    def _fake(self) -> int:
        fake, document = Fake(), shipped_document()
        examples = self._settings.get("EXAMPLES")
        with fake.serve() as base_url, witnessed(self._verdict.hear):
            arguments = ["--max-examples", examples] if examples else []
            code = self._st(base_url, CONFIGS / "fake.toml", arguments, {})
            with httpx.Client(base_url=base_url) as client:
                for operation, status in corners(document):
                    fake.reset()
                    reach_corner(fake, document, operation, status, client)
                fake.reset()
                self._hold(faked(client))
            self._replay(base_url)
        reach = self._verdict.reach
        self._remarks += [f"never reached: {each}" for each in reach.lacks]
        return self._ended("the fake", code, {})

    def _live(self, base_url: str) -> int:
        with witnessed(self._verdict.hear):
            server = live(base_url, self._settings, shipped_judge().routes)
        passed_over = server.passed_over(shipped_judge().routes)
        arguments = ["--max-examples", self._settings.get("EXAMPLES") or "10"]
        for operation in passed_over:
            arguments += ["--exclude-operation-id", operation]
        if not server.written:
            arguments += ["--include-method", "GET"]
        if _is_linkless(passed_over):
            # Without links there are no sequences to try.
            arguments += ["--phases", "examples,coverage,fuzzing"]
        config = self._reports / "live.toml"
        config.write_text((CONFIGS / "live.toml").read_text() + server.configuration)
        code = self._st(server.base_url, config, arguments, _environment(server))
        self._replay(server.base_url)
        with witnessed(self._verdict.hear):
            lawful = server.judged_by_laws
            with lawful.client:
                self._hold(lawful)
        return self._ended(urlsplit(base_url).hostname or "a server", code, passed_over)

    def _hold(self, server: Server) -> None:
        """Hold a server to the laws."""
        try:
            self._laws += self._verdicts(server)
        except httpx.HTTPError as error:
            self._remarks.append(f"laws: no answer: {type(error).__name__}")

    def _verdicts(self, server: Server) -> Iterator[str]:
        for verdict in verdicts(server):
            self._remarks += [f"{verdict.law.name}: {each}" for each in verdict.findings]
            yield str(verdict)

    def _st(
        self, base_url: str, config: Path, arguments: list[str], environment: Mapping[str, str]
    ) -> int:
        """Let Schemathesis ask; its exit code."""
        command = [str(Path(sys.executable).parent / "st")]
        command += ["--config-file", str(config), "run"]
        command += [str(files("campaignkit_api") / "openapi.json"), "--url", base_url]
        command += ["--report-junit-path", str(self._reports / "junit.xml")]
        command += ["--report-har-path", str(self._reports / "har.json"), *arguments]
        sys.stdout.flush()
        return subprocess.run(command, env={**self._settings, **environment}).returncode  # noqa: S603

    def _replay(self, base_url: str) -> None:
        """Judge what Schemathesis recorded."""
        try:
            recording = Recording(self._reports / "har.json", shipped_judge().routes, base_url)
            for exchange in recording.exchanges():
                self._verdict.hear(exchange)
        except RecordingError as error:
            raise RefusedError(f"the recording {error}") from None
        self._secrets |= recording.secrets - {_FILTERED}

    def _ended(self, server: str, st: int, passed_over: Mapping[str, str]) -> int:
        self._remarks += _failed(self._reports / "junit.xml")
        code = 1 if self._remarks else exit_code(self._verdict.findings)
        if st and code != 1:
            code = 2  # a warning about the run itself, as that every answer was a 404
        began, at = self._began
        run = Run(
            server=server,
            code=code,
            began=began,
            seconds=time.monotonic() - at,
            reach=self._verdict.reach,
            findings=tuple(self._verdict.findings),
            remarks=tuple(self._remarks),
            laws=tuple(self._laws),
            passed_over=passed_over,
        )
        write_reports(self._reports, run)
        for line in self._lines(run):
            print(_masked(line, self._secrets))
        return code

    def _lines(self, run: Run) -> Iterator[str]:
        yield from self._verdict.tally.lines()
        yield from (f"law {each}" for each in run.laws)
        yield from run.remarks
        yield from (f"not asked: {name}: {why}" for name, why in run.passed_over.items())
        yield from run.reach.lines()
        yield f"{VERDICTS[run.code]} after {run.seconds:.0f} s; reports are in {self._reports}"


def _is_linkless(passed_over: Mapping[str, str]) -> bool:
    """Whether nothing that is asked leads to anything else that is asked."""
    return not any(
        link.target not in passed_over
        for route in shipped_judge().routes.all
        for operation in route.operations.values()
        if operation.id not in passed_over
        for answer in operation.answers.values()
        for link in answer.links
    )


def _environment(server: Live) -> dict[str, str]:
    return {**server.environment, "SCHEMATHESIS_HOOKS": _HOOKS}


def _failed(junit: Path) -> Iterator[str]:
    """What the checks of Schemathesis have against the server."""
    if not junit.exists():
        return
    for case in ElementTree.parse(junit).iter("testcase"):  # noqa: S314 - our own file
        for failure in case.iter("failure"):
            yield f"{case.get('name')}: {' '.join((failure.get('message') or '').split())}"


def _masked(line: str, secrets: set[str]) -> str:
    for secret in sorted(secrets, key=len, reverse=True):
        line = line.replace(secret, "[secret]")
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in line)[:300]


def main(settings: Mapping[str, str]) -> int:
    """Run; the exit code, 2 where nothing was judged."""
    try:
        return Contract(settings).run()
    except RefusedError as error:
        sys.stderr.write(f"not run: {error}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main(os.environ))
