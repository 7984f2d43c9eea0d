"""A contract run sends a live server only what the settings allow, and reports no key."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from campaignkit_contract.cli import main
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.report.files import HISTORY
from campaignkit_contract.run import REPORTS, ContractRun
from campaignkit_contract.sandbox import Ledger
from campaignkit_contract.spec.document import packaged_spec
from campaignkit_contract.spec.routes import Routes
from campaignkit_contract.targets.requests import UNKNOWN_ID
from campaignkit_fake import SAMPLE_ID, Fake, VirtualClock
from campaignkit_fake.engine.http_server import serve
from werkzeug import Response

from tests.sampling import is_full

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

SONARLY = {"SONARLY_API_KEY": "fake-sonarly", "ACCOUNT_GROUP_ID": SAMPLE_ID}
CALLERS = {"CALLERS_API_KEY": "fake-callers", "ORGANIZATION_ID": SAMPLE_ID}
# Both areas together need many requests.
TWO_AREAS = {"AREAS": "sonarly campaigns,callers campaigns"}
SAMPLED = {} if is_full() else TWO_AREAS
# A few generated requests.
BRIEF = {"EXAMPLES": ""}

DOCS = Path(__file__).parents[2] / "docs"

RecordedRequest = tuple[str, str, str]
Change = Callable[[Response], None]


class Recorder:
    """Fake as a live server, which records requests and can change responses."""

    def __init__(self, fake: Fake | None = None, change: Change = lambda _: None) -> None:
        self.fake = fake or Fake()
        self.base_url = ""
        self.requests: list[RecordedRequest] = []
        self.statuses: list[int] = []
        self.times: list[float] = []
        self._change = change

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Record the request, and return the response."""
        client = environ.get("HTTP_USER_AGENT", "").partition("/")[0]
        self.times.append(self.fake.clock.monotonic())
        self.requests.append((environ["REQUEST_METHOD"], environ["REQUEST_URI"], client))
        response = Response.from_app(self.fake, environ)
        self._change(response)
        self.statuses.append(response.status_code)
        return response(environ, start_response)


@pytest.fixture
def live() -> Iterator[Recorder]:
    """Serve a fake as a live server."""
    recorder = Recorder()
    with serve(recorder, "127.0.0.1", 0) as recorder.base_url:
        yield recorder


@dataclass
class Result:
    """Exit code and output of a run."""

    code: int
    output: str
    errors: str


def environment(live: Recorder, reports: Path, **settings: str) -> dict[str, str]:
    """Return the environment of a run."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    ours = {"BASE_URL": live.base_url, "RATE": "100000/s", "EXAMPLES": "1"}
    return {**kept, **ours, "REPORTS": str(reports), **settings}


def run_process(environment: dict[str, str]) -> Result:
    """Return the result of a run in a separate process."""
    command = [sys.executable, "-m", "campaignkit_contract", "run"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603
    return Result(done.returncode, done.stdout, done.stderr)


class Command:
    """Contract run in this process."""

    def __init__(self, reports: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.reports = reports
        self._capture = capture

    def __call__(self, live: Recorder, **settings: str) -> Result:
        """Return the result of a run against a server."""
        self._capture.readouterr()
        code = main(["run"], environment(live, self.reports, **settings))
        return Result(code, *self._capture.readouterr())

    def report(self, name: str) -> str:
        """Return the text of a report."""
        return (self.reports / name).read_text()


def totals_of_the_spec() -> dict[str, int]:
    """Return how many operations, parameters and statuses the spec has."""
    document = packaged_spec()
    counts = SpecCoverage(Routes(document, document)).counts()
    return {name: total for name, (_, total) in counts.items()}


@pytest.mark.full  # `make contract` does the same; test_fake.py and test_stateful.py do its parts
def test_fake(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Without BASE_URL the fake is checked: it conforms, and the run covers the spec."""
    settings = {**os.environ, "EXAMPLES": "1", "REPORTS": str(tmp_path)}
    code = ContractRun(settings).run()
    output = capfd.readouterr().out

    assert code == 0, output
    totals = {name: f"{total}/{total}" for name, total in totals_of_the_spec().items()}
    for name in ("operations", "parameters", "statuses"):
        assert f"{name} {totals[name]}" in output
    assert "stateful check second start is rejected: holds" in output


@pytest.mark.full
def test_uncovered_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A documented status that the run does not cover fails it, by name."""
    document = packaged_spec()
    responses = document["paths"]["/campaigns"]["get"]["responses"]
    responses["418"] = responses["404"]
    settings = {**os.environ, "EXAMPLES": "1", "REPORTS": str(tmp_path)}

    assert ContractRun(settings, SpecCoverage(Routes(document, document))).run() == 1
    assert "not covered: callers_campaigns_list 418" in capsys.readouterr().out


@pytest.fixture
def command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    """Return a run of the command with separate reports."""
    return Command(tmp_path / "reports", capfd)


@dataclass
class HealthyRun:
    """Result of a run against a healthy server, what the server recorded, and the summary."""

    result: Result
    live: Recorder
    summary: str


@pytest.fixture(scope="module")
def healthy_run(tmp_path_factory: pytest.TempPathFactory) -> HealthyRun:
    """Return a run with both keys and without WRITE, for tests that only read it."""
    recorder, reports = Recorder(), tmp_path_factory.mktemp("reports")
    output, errors = StringIO(), StringIO()
    with serve(recorder, "127.0.0.1", 0) as recorder.base_url:
        settings = environment(recorder, reports, **SAMPLED, **SONARLY, **CALLERS)
        with redirect_stdout(output), redirect_stderr(errors):
            code = main(["run"], settings)
    result = Result(code, output.getvalue(), errors.getvalue())
    return HealthyRun(result, recorder, (reports / "summary.html").read_text())


def test_reads_only(healthy_run: HealthyRun) -> None:
    """Without WRITE only methods that change nothing are sent, and others without a key."""
    result, live = healthy_run.result, healthy_run.live
    writes = [
        (path.partition("?")[0], status)
        for (method, path, _), status in zip(live.requests, live.statuses, strict=True)
        if method not in {"GET", "HEAD", "OPTIONS"}
    ]

    assert (result.code, result.errors) == (0, "")
    assert {status for _, status in writes} == {401}
    assert all(UNKNOWN_ID in path and SAMPLE_ID not in path for path, _ in writes)
    assert live.fake.state()["starts"] == []


def test_one_vendor(
    live: Recorder, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the key of one vendor only its operations are called; files are in the reports only."""
    monkeypatch.chdir(tmp_path)
    result = command(live, **SAMPLED, **CALLERS, **BRIEF)

    assert result.code == 0, result.output
    assert [path for _, path, _ in live.requests if path.startswith("/v1/")] == []
    assert list(tmp_path.iterdir()) == [command.reports]


def test_write(live: Recorder, command: Command) -> None:
    """A named start starts the given campaign once, and no other."""
    settings = {"AREAS": "sonarly campaigns", "EXAMPLES": "", "CAMPAIGN_ID": SAMPLE_ID}
    result = command(live, **settings, **SONARLY, WRITE="sonarly_campaigns_start")
    starts = live.fake.state()["starts"]
    accepted = {
        path
        for (method, path, _), status in zip(live.requests, live.statuses, strict=True)
        if method == "POST" and status < 300
    }

    assert result.code == 0, result.output
    assert [start["campaignId"] for start in starts] == [SAMPLE_ID]
    assert accepted == {f"/v1/accounts/{SAMPLE_ID}/campaigns/{SAMPLE_ID}/start"}


def test_generated_ids(healthy_run: HealthyRun) -> None:
    """Generated requests use configured or listed ids; leads need LEAD_IDS."""
    result, live = healthy_run.result, healthy_run.live
    paths = [path for _, path, client in live.requests if client == "schemathesis"]
    ids = {
        id_ for path in paths for id_ in re.findall(r"/v1/accounts/[^/]+/campaigns/([^/?]+)", path)
    }
    groups = {id_ for path in paths for id_ in re.findall(r"/v1/accounts/([^/?]+)", path)}

    assert groups == {SAMPLE_ID}
    assert ids == {SAMPLE_ID, "starter-templates"}
    assert not any("lead-status" in path for path in paths)
    assert "not checked: sonarly_campaigns_lead_status: set --lead-ids" in result.output


def test_leads(live: Recorder, command: Command) -> None:
    """With LEAD_IDS the status of these leads is read."""
    leads = live.fake.state()["campaigns"][SAMPLE_ID]["leadIds"][:2]
    settings = {**BRIEF, "CAMPAIGN_ID": SAMPLE_ID, "LEAD_IDS": ",".join(leads)}
    result = command(live, **TWO_AREAS, **SONARLY, **settings)
    paths = [path for _, path, client in live.requests if client == "schemathesis"]

    assert result.code == 0, result.output
    assert any(f"lead-status?leadIds={leads[0]}%2C{leads[1]}" in path for path in paths)


def documented_run() -> tuple[list[str], dict[str, str]]:
    """Return the arguments and the variables of the run of a whole sandbox in the guide."""
    guide = (DOCS / "contributing.md").read_text(encoding="utf-8")
    block = next(part for part in guide.split("```sh\n") if "--disposable-accounts" in part)
    lines = block.partition("```")[0].replace("\\\n", " ").splitlines()
    words = [shlex.split(line, comments=True) for line in lines]
    exported = [word for line in words if line[0] == "export" for word in line[1:]]
    variables = dict(word.split("=", 1) for word in [*exported, *words[-2]])
    arguments = [Template(word).substitute(variables) for word in words[-1]]
    return arguments[2:], variables


def test_whole_sandbox(live: Recorder, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The documented run of a disposable account conforms, checks all, and says what stays."""
    arguments, variables = documented_run()
    arguments[arguments.index("--base-url") + 1] = live.base_url
    areas = "sonarly accounts,callers voices,callers organizations"
    sampled = [] if is_full() else ["--areas", areas]
    kept = {"PATH": os.environ["PATH"], "REPORTS": str(tmp_path)}
    code = main([*arguments, *sampled], {**kept, **variables})
    output = capfd.readouterr().out
    skipped = [line for line in output.splitlines() if ": skipped: " in line]

    assert code == 0, output
    assert live.fake.state()["requests"].keys() >= {"callers_organizations_add_phone_numbers"}
    assert "stays after the run: callers voiceId" in output
    # Other checks need what no operation creates, a read-only run, or more than it may send.
    reasons = (
        "no operation creates",
        "half of the",
        "runs live without --write",
        "does not name",
        "runs on the fake only",
    )
    assert [line for line in skipped if not any(reason in line for reason in reasons)] == []


@pytest.mark.parametrize(
    ("budget", "code", "result"),
    [
        (1, 2, "not validated: the budget of 1 request ended before a check sent "),
        (3, 2, "(the default of --budget (BUDGET) is 1,500), 2 of "),
        (40, 0, "conforms in what was checked: "),
        (300, 0, "(the budget of 300 requests ended before Schemathesis did)"),
    ],
)
def test_budget(live: Recorder, command: Command, budget: int, code: int, result: str) -> None:
    """A budget limits all requests of a run, and the result says what was left out."""
    # Without areas, the first read is the list of accounts, which shows nothing to a check.
    areas = "sonarly campaigns" if budget > 1 else ""
    done = command(live, AREAS=areas, BUDGET=str(budget), **SONARLY, EXAMPLES="50")
    report = json.loads(command.report("report.json"))

    assert (done.code, len(live.requests)) == (code, budget), done.output
    assert result in done.output.splitlines()[-1]
    assert report["left"].startswith(f"the budget of {budget} request")
    assert sum(report["requests"].values()) == budget


def test_budget_of_writes(live: Recorder, command: Command) -> None:
    """What a run made is removed even if its budget has ended, and is counted."""
    settings = {"AREAS": "sonarly audiences", "BUDGET": "250", "WRITE": "all"}
    before = live.fake.state()["audiences"].keys()
    done = command(live, **settings, **SONARLY)
    sent = json.loads(command.report("report.json"))["requests"]

    assert done.code == 0, done.output
    assert live.fake.state()["audiences"].keys() == before
    assert sum(sent.values()) == len(live.requests) >= 250
    assert sent["removal"] > len(live.requests) - 250


def refuse(response: Response) -> None:
    """Refuse the request, and do not say when to send it again."""
    error = {"code": "RATE_LIMITED", "message": "Later.", "details": None}
    body = {"success": False, "data": None, "error": error, "traceId": uuid4().hex[:24]}
    response.status_code = 429
    response.set_data(json.dumps(body))


def test_refused(command: Command) -> None:
    """A run in which every response was refused has validated nothing."""
    recorder = Recorder(change=refuse)
    with serve(recorder, "127.0.0.1", 0) as recorder.base_url:
        done = command(recorder, AREAS="sonarly campaigns", BUDGET="20", **SONARLY)

    assert done.code == 2, done.output
    assert "not validated: " in done.output.splitlines()[-1]


class Interrupting(Recorder):
    """Server that interrupts a run at its first requests of a kind, as Ctrl-C does."""

    def __init__(self, method: str, client: str, times: int = 1) -> None:
        super().__init__()
        self.process: subprocess.Popen[str] | None = None
        self._kind, self._left = (method, client), times

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Return the response, and interrupt the run."""
        response = super().__call__(environ, start_response)
        method, path, client = self.requests[-1]
        if self._left and self.process and (method, client) == self._kind and "/v1/" in path:
            self._left -= 1
            self.process.send_signal(signal.SIGINT)
        return response


@pytest.mark.parametrize(
    ("method", "client", "times", "words"),
    [
        ("GET", "python-httpx", 1, "interrupted: writing the reports ..."),
        ("GET", "schemathesis", 1, "interrupted: writing the reports ..."),
        ("DELETE", "python-httpx", 1, "interrupted: removing what the run made ..."),
        ("DELETE", "python-httpx", 2, "interrupted: removing what the run made ..."),
    ],
    ids=["read", "generated", "removal", "removal twice"],
)
def test_ctrl_c(tmp_path: Path, method: str, client: str, times: int, words: str) -> None:
    """An interrupted run ends with 2 and its reports, and its ledger has what it left."""
    server = Interrupting(method, client, times)
    before = server.fake.state()["audiences"].keys()
    write = {"WRITE": "all"} if method == "DELETE" else {}
    with serve(server, "127.0.0.1", 0) as server.base_url:
        settings = environment(server, tmp_path, **SONARLY, **write, AREAS="sonarly audiences")
        command = [sys.executable, "-m", "campaignkit_contract", "run"]
        server.process = subprocess.Popen(  # noqa: S603
            command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        output, _ = server.process.communicate()
    report = json.loads((tmp_path / "report.json").read_text())

    assert server.process.returncode == 2, output
    assert words in output
    assert report["result"].startswith("interrupted, ")
    assert report["left"] == "interrupted"
    assert sum(report["requests"].values()) == len(server.requests)
    if write:
        left = Ledger.load(tmp_path / "ledger.jsonl").open_entries()
        made = server.fake.state()["audiences"].keys() - before
        assert made <= {entry.id for entry in left}
        assert times > 1 or not made


def change_campaigns(change: Callable[[dict[str, Any]], object]) -> Change:
    """Return a change of every campaign in a response."""

    def change_response(response: Response) -> None:
        body = response.get_json(silent=True)
        data = body.get("data") if isinstance(body, dict) else None
        if isinstance(data, dict):
            for campaign in data.get("items", [data]):
                change(campaign)
            response.set_data(json.dumps(body))

    return change_response


@pytest.mark.expects_contract_violation("the server drifts")
@pytest.mark.parametrize(
    ("change", "code", "kind"),
    [
        (lambda campaign: campaign.update(mood="<b>good</b>"), 3, "additive"),
        (lambda campaign: campaign.pop("name", None), 1, "breaking"),
    ],
    ids=["adds", "drops"],
)
def test_drift(
    command: Command, change: Callable[[dict[str, Any]], object], code: int, kind: str
) -> None:
    """An added field is additive drift, a missing one is breaking drift, in every report."""
    recorder = Recorder(change=change_campaigns(change))
    with serve(recorder, "127.0.0.1", 0) as recorder.base_url:
        result = command(recorder, **TWO_AREAS, **SONARLY, **BRIEF)

    assert result.code == code, result.output + result.errors
    assert f"{kind} schema: sonarly_campaigns_" in result.output
    assert f'type="{kind} drift"' in command.report("validator.xml")
    assert f'<article class="{kind}"' in command.report("summary.html")
    assert "<b>good" not in command.report("summary.html")


def echo_key(response: Response) -> None:
    """Repeat the key in a header and in the body."""
    response.headers["X-Note"] = "fake-sonarly"
    change_campaigns(lambda campaign: campaign.update(name="fake-sonarly"))(response)


@pytest.mark.expects_contract_violation("the server repeats the key")
def test_no_key_in_reports(command: Command) -> None:
    """No report contains the key, even if the server repeats it."""
    recorder = Recorder(change=echo_key)
    with serve(recorder, "127.0.0.1", 0) as recorder.base_url:
        result = command(recorder, **TWO_AREAS, **SONARLY, **CALLERS, **BRIEF)
    texts = {path.name: path.read_text() for path in command.reports.iterdir()}

    assert texts.keys() == {*REPORTS, HISTORY}
    assert "[secret]" in texts["har.json"]
    for text in [*texts.values(), result.output]:
        assert not re.search(r"fake-(sonarly|callers)(?!-)", text)


def test_summary(healthy_run: HealthyRun) -> None:
    """The summary is self-contained, with responses, checks and skipped operations."""
    page = healthy_run.summary

    assert not re.search(r"(src|href|url\()|@import|<script", page)
    assert "conforms" in page
    assert '<tr><td>sonarly_campaigns_get</td><td class="number">' in page
    assert "--write (WRITE) does not name it" in page
    assert "<td>get returns requested campaign</td><td>holds</td>" in page


# Replaces Python's own file: waits take no time, and are written to a file for the server.
VIRTUAL_TIME = """
import os, time
def sleep(seconds):
    with open(os.environ["WAITS"], "a") as waits:
        waits.write(f"{seconds}\\n")
time.sleep = sleep
"""


def test_respects_429(command: Command, tmp_path: Path) -> None:
    """After a 429 no request is sent before Retry-After has passed."""
    (tmp_path / "sitecustomize.py").write_text(VIRTUAL_TIME)
    waits = tmp_path / "waits"
    waits.touch()
    clock = VirtualClock()
    recorder = Recorder(Fake(rate=2, clock=clock))

    def respond(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        # The time of the client advances by its waits and by real time.
        passed = sum(map(float, waits.read_text().split())) + time.monotonic() - started_at
        clock.advance(max(0.0, passed - clock.monotonic()))
        return recorder(environ, start)

    started_at = time.monotonic()
    with serve(respond, "127.0.0.1", 0) as recorder.base_url:
        settings = {**TWO_AREAS, **SONARLY, "PYTHONPATH": str(tmp_path), "WAITS": str(waits)}
        settings |= {"EXAMPLES": "", "BUDGET": "100"}
        result = run_process(environment(recorder, command.reports, **settings))
    throttled = [number for number, status in enumerate(recorder.statuses) if status == 429]

    assert result.code == 0, result.output + result.errors
    assert throttled
    assert 429 not in [recorder.statuses[number + 1] for number in throttled]
    # The fake sends `Retry-After: 1`.
    assert all(recorder.times[number + 1] - recorder.times[number] >= 1 for number in throttled)
