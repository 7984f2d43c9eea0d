"""Reports show each problem once, escaped and without secrets."""

import base64
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.findings import Finding
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.report.files import HISTORY, WRITERS, write_reports
from campaignkit_contract.report.html import html_report
from campaignkit_contract.report.json_report import json_report, read_problems
from campaignkit_contract.report.junit import (
    SchemathesisFailure,
    junit_report,
    schemathesis_failures,
)
from campaignkit_contract.report.markdown import markdown_report
from campaignkit_contract.report.problem import Problem
from campaignkit_contract.report.problems import Problems
from campaignkit_contract.report.redaction import printable_line, redact_file
from campaignkit_contract.report.run_report import CheckOutcome, RunReport, result_code
from campaignkit_contract.report.sarif import sarif_report
from campaignkit_contract.report.text import run_lines
from campaignkit_contract.schemathesis.failures import end_reason, lost_responses
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import Fake

from .exchanges import LIST, ask

GET_ID, LIST_ID = "sonarly_campaigns_get", "sonarly_campaigns_list"
ADDED = Finding("additive", "schema", "/data", "<b>mood</b> was \x1b unexpected | x", GET_ID)
BROKEN = Finding("breaking", "status", "", "410 is not documented", LIST_ID)
START_ID = "sonarly_campaigns_start"
ENDED = "the budget of 50 requests ended"
LEFT = CheckOutcome("third check", "Third property.", f"not started: {ENDED}", ENDED)
HOLDS = CheckOutcome("some check", "Some property.", "holds")
SKIPPED = CheckOutcome("other check", "Other property.", "skipped: it writes")


@cache
def listed() -> Exchange:
    """Return an exchange that conforms."""
    return ask(Fake(), *LIST)


def some_problems(*findings: Finding) -> tuple[Problem, ...]:
    """Return the problems behind findings, and a failed check."""
    problems = Problems(packaged_validator().routes, "https://api.example")
    for finding in findings:
        problems.add_finding(finding, listed())
    problems.add_failure("stateful check", "a start counts once", "it starts twice")
    return tuple(problems)


def run_report(**changes: Any) -> RunReport:
    """Return the report of a run with one exchange."""
    coverage = SpecCoverage(packaged_validator().routes)
    coverage.add(listed())
    values: dict[str, Any] = {
        "server": "api.example",
        "code": 0,
        "started_at": datetime(2026, 5, 1, 12, tzinfo=UTC),
        "seconds": 3.2,
        "coverage": coverage,
        "problems": (),
        "checks": (HOLDS, SKIPPED),
        "skipped": {},
    }
    return RunReport(**{**values, **changes})


def failed_run(**changes: Any) -> RunReport:
    """Return the report of a run with problems."""
    problems = some_problems(ADDED, ADDED, BROKEN)
    skipped = {START_ID: "WRITE does not name it", "other_start": "WRITE does not name it"}
    return run_report(code=1, problems=problems, skipped=skipped, **changes)


def partial_run(**changes: Any) -> RunReport:
    """Return the report of a run whose budget ended, with one excluded operation."""
    values: dict[str, Any] = {
        "checks": (HOLDS, SKIPPED, LEFT),
        "skipped": {START_ID: "WRITE does not name it"},
        "left": ENDED,
        "requests": {"discovery": 20, "stateful checks": 1_030},
    }
    return run_report(**{**values, **changes})


@pytest.mark.parametrize(
    ("code", "left", "words"),
    [
        (0, ENDED, f"conforms in what was checked: {{}} ({ENDED})"),
        (1, ENDED, f"breaking drift in what was checked: {{}} ({ENDED})"),
        (3, ENDED, f"additive drift only in what was checked: {{}} ({ENDED})"),
        (2, ENDED, f"not validated: {ENDED}, {{}}"),
        (2, "interrupted", "interrupted, {}"),
        (1, "interrupted", "breaking drift in what was checked: {} (interrupted)"),
    ],
)
def test_partial_result(code: int, left: str, words: str) -> None:
    """The result of a run that left something out has its extent and the reason."""
    extent = "1 of 2 stateful checks, 1 of 75 operations"

    assert partial_run(code=code, left=left).result == words.format(extent)


def test_partial_reports() -> None:
    """Every report of a partial run has the extent, the reason and the requests."""
    run = partial_run()
    document = json.loads(json_report(run))
    [invocation] = json.loads(sarif_report(run))["runs"][0]["invocations"]
    texts = ["\n".join(run_lines(run)), html_report(run), markdown_report(run), junit_report(run)]
    requests = "requests: 1,050 (discovery 20, stateful checks 1,030)"

    assert all(ENDED in text for text in texts)
    assert all(requests in text for text in texts[:3])
    assert "75 operations" in texts[1]
    assert document["checked"] == {
        "statefulChecks": {"done": 1, "allowed": 2},
        "operations": {"done": 1, "allowed": 75},
    }
    assert (document["left"], document["requests"]["discovery"]) == (ENDED, 20)
    assert document["notCalled"][GET_ID] == ENDED
    assert document["notCalled"][START_ID] == "WRITE does not name it"
    [notification] = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == run.result


def test_whole_reports() -> None:
    """A run that did all has no notification, and no requests if they are not counted."""
    [run] = json.loads(sarif_report(run_report()))["runs"]

    assert run["invocations"][0]["toolExecutionNotifications"] == []
    assert (run_report().result, run_report().request_summary) == ("conforms", "")


@pytest.mark.parametrize(
    ("changes", "is_void"),
    [
        ({}, False),
        ({"left": ENDED}, False),
        ({"left": ENDED, "checks": (SKIPPED, LEFT)}, True),
        ({"coverage": SpecCoverage(packaged_validator().routes)}, True),
    ],
    ids=["whole", "partial", "before any check", "no success"],
)
def test_void(changes: dict[str, Any], is_void: bool) -> None:
    """A run is void if no request succeeded, or if it was cut before any check ended."""
    assert run_report(**changes).is_void is is_void


def test_conforming_page() -> None:
    """The page of a conforming run has its time, its server, its counts and its checks."""
    page = html_report(run_report())

    assert '<span class="code-0">conforms</span>' in page
    assert "api.example, 2026-05-01 12:00 UTC, 3 s, 1 exchanges" in page
    assert "<p>None.</p>" in page
    assert "<tr><td>some check</td><td>holds</td><td>Some property.</td></tr>" in page
    assert f'<tr><td>{LIST_ID}</td><td class="number">1</td>' in page
    assert "Not checked" not in page
    assert not re.search(r"(src|href|url\()|@import|<script", page)


def test_page_with_problems() -> None:
    """A problem is shown once, with its count and its evidence; operations by reason."""
    page = html_report(failed_run())

    assert '<article class="additive"' in page
    assert "&lt;b&gt;mood" in page
    assert "seen 2 times" in page
    assert page.index('<article class="breaking"') < page.index('<article class="additive"')
    assert "curl -X GET https://api.example/v1/accounts/" in page
    assert "<td>WRITE does not name it</td><td>sonarly_campaigns_start, other_start</td>" in page
    assert "<p>None.</p>" not in page


def test_junit() -> None:
    """A case fails once, with all its problems; a case that was not looked at says why."""
    root = ElementTree.fromstring(junit_report(failed_run()).encode())  # noqa: S314
    suites = {suite.get("name"): suite for suite in root}
    failures = {
        case.get("name"): failure.get("message")
        for case in root.iter("testcase")
        for failure in case.findall("failure")
    }

    assert suites["operations"].get("failures") == "2"
    assert suites["stateful checks"].get("tests") == "3"
    assert failures.keys() == {GET_ID, LIST_ID, "a start counts once"}
    assert "mood</b> was \\x1b unexpected" in str(failures[GET_ID])
    skipped = {
        case.get("name"): element.get("message")
        for case in root.iter("testcase")
        for element in case.findall("skipped")
    }
    assert skipped["other check"] == "skipped: it writes"
    assert skipped[START_ID] == "WRITE does not name it"
    assert skipped["callers_calls_list"] == "not called"
    assert skipped.keys().isdisjoint({GET_ID, LIST_ID, "some check"})
    assert sum(int(suite.get("skipped") or 0) for suite in root) == len(skipped)


def test_several_problems_of_a_case() -> None:
    """A case with several problems counts them."""
    other = Finding("breaking", "headers", "Allow", "is missing", LIST_ID)
    run = run_report(problems=some_problems(BROKEN, other))

    assert junit_report(run).count(" (and 1 more)") == 1


def test_no_operation() -> None:
    """A failure of the coverage is a case with that name."""
    problems = Problems(packaged_validator().routes)
    problems.add_failure("coverage", "coverage", "x is not covered")

    assert 'name="coverage"' in junit_report(run_report(problems=tuple(problems)))


SCHEMATHESIS = """<testsuites><testsuite><testcase name="GET /x">
<failure message="ST108">1. Test Case ID: a

- ST108 Response violates schema

    null is not of type "string"

- ST401 API accepts requests without authentication

[200] OK:</failure></testcase>
<testcase name="Stateful tests"><failure message="odd &#10; failure"/></testcase>
<testcase name="PUT /y"><failure>text</failure></testcase></testsuite></testsuites>"""


def test_schemathesis_failures(tmp_path: Path) -> None:
    """Each check of Schemathesis that failed is a failure with its code."""
    report = tmp_path / "junit.xml"
    report.write_text(SCHEMATHESIS)

    assert [*schemathesis_failures(report)] == [
        SchemathesisFailure(
            "GET /x", "ST108", 'Response violates schema: null is not of type "string"'
        ),
        SchemathesisFailure("GET /x", "ST401", "API accepts requests without authentication"),
        SchemathesisFailure("Stateful tests", "", "odd failure"),
        SchemathesisFailure("PUT /y", "", "text"),
    ]


LOST = """<testsuites><testsuite>
<testcase name="GET /campaigns"><error type="error">Network Error

Connection broken. The server declared chunked encoding but sent an invalid chunk

    IncompleteRead(33 bytes read, 33 more expected)

Reproduce with:

    curl -X GET http://127.0.0.1/campaigns</error></testcase>
<testcase name="Stateful tests"><error>Network Error

Connection failed</error></testcase></testsuite></testsuites>"""
OTHER = LOST.replace("Network Error", "Schema Error", 1)
WARNING = "<testsuites/>"


def test_lost_responses(tmp_path: Path) -> None:
    """An operation is named if a generated request got no whole response."""
    report = tmp_path / "junit.xml"
    report.write_text(LOST)

    assert lost_responses(report) == {
        "callers_campaigns_list": "the response ended before its announced length",
        "Stateful tests": "Connection failed",
    }


@pytest.mark.parametrize(
    ("content", "code", "reason"),
    [
        (WARNING, 0, ""),
        (SCHEMATHESIS, 1, ""),
        (LOST, 1, ""),
        (OTHER, 1, "reports an error: GET /campaigns: Schema Error: Connection broken"),
        (WARNING, 1, "reports a warning, which its output names"),
        (WARNING, 2, "ended with exit code 2, and its output says why"),
    ],
)
def test_end_reason(tmp_path: Path, content: str, code: int, reason: str) -> None:
    """Only what the reports do not show otherwise is a reason that a run is not validated."""
    report = tmp_path / "junit.xml"
    report.write_text(content)

    found = end_reason(report, code)

    assert reason in found
    assert bool(found) == bool(reason)


def test_no_junit(tmp_path: Path) -> None:
    """A report that was not written, or not to its end, has no failures."""
    report = tmp_path / "junit.xml"
    assert [*schemathesis_failures(report)] == []

    report.write_text("<testsuites><testsuite>")
    assert [*schemathesis_failures(report)] == []


def test_sarif() -> None:
    """SARIF has a rule for each check and a result for each problem."""
    [run] = json.loads(sarif_report(failed_run()))["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    levels = {result["ruleId"]: result["level"] for result in run["results"]}

    assert rules == levels.keys() == {"schema", "status", "a start counts once"}
    assert levels["schema"] == "warning"
    assert levels["status"] == "error"
    names = [place["name"] for place in run["results"][0]["locations"][0]["logicalLocations"]]
    assert names in ([LIST_ID], [])


def test_json(tmp_path: Path) -> None:
    """The JSON report has everything, and its problems can be read again."""
    run = failed_run()
    file = tmp_path / "report.json"
    file.write_text(json_report(run))
    document = json.loads(file.read_text())

    assert document["result"] == "breaking drift"
    assert document["notCalled"] == run.skipped
    assert [problem["id"] for problem in document["problems"]] == [
        problem.id for problem in run.problems
    ]
    assert read_problems(file) == [*run.problems]


@pytest.mark.parametrize("text", ["[]", "{}", '{"problems": 5}', '{"problems": [5]}', "<"])
def test_bad_json(tmp_path: Path, text: str) -> None:
    """A file that is not a report of a run is a ValueError."""
    file = tmp_path / "report.json"
    file.write_text(text)

    with pytest.raises(ValueError, match=r"not a report of a run|Expecting value"):
        read_problems(file)


def test_markdown() -> None:
    """Markdown has a table of the problems, escaped, and their evidence."""
    text = markdown_report(failed_run(changes="since yesterday: 1 new"))

    assert text.startswith("### Contract: breaking drift\n\napi.example, 2026-05-01 12:00 UTC")
    assert "since yesterday: 1 new" in text
    assert f"| additive | schema | {GET_ID} | at /data: &lt;b>mood&lt;/b> was \\x1b" in text
    assert "unexpected \\| x | 2 |" in text
    assert "```sh\ncurl -X GET" in text
    assert "\n| id |" not in markdown_report(run_report())


def test_partial_history(tmp_path: Path) -> None:
    """A partial run does not show what is gone, and the next run is not compared with it."""
    write_reports(run_report(problems=some_problems(ADDED)), tmp_path)
    partial = write_reports(partial_run(), tmp_path)
    whole = write_reports(run_report(problems=some_problems(ADDED)), tmp_path)

    assert "0 new, 2 not seen, 0 as before; not seen: breaking" in partial.changes
    assert whole.changes.endswith("0 new, 0 gone, 2 as before")


def test_many_problems() -> None:
    """The text and Markdown show the first problems and count the rest."""
    findings = [
        Finding("breaking", "headers", f"X-{letter}", "is missing", GET_ID)
        for letter in "abcdefghijklmnopqrstuvwxyz"
    ]
    run = run_report(problems=some_problems(*findings))

    assert "and 7 more problems; the reports have all of them" in [*run_lines(run)]
    assert "And 7 more problems." in markdown_report(run)


def test_same_reason() -> None:
    """Checks that were skipped for the same reason share a line, after those that ended."""
    states = dict.fromkeys("abcd", "skipped: it writes") | {
        "e": "holds",
        "f": "skipped: no key",
    }
    checks = tuple(CheckOutcome(name, "A property.", state) for name, state in states.items())
    lines = [line for line in run_lines(run_report(checks=checks)) if "stateful check" in line]

    assert lines == [
        "stateful check e: holds",
        "4 stateful checks: skipped: it writes (a, b, c and 1 more)",
        "stateful check f: skipped: no key",
    ]


def test_short_lines() -> None:
    """No line lists all that is not covered, or all operations that show a problem."""
    found = (replace(BROKEN, operation=f"operation_{number}") for number in range(9))
    problem, *_ = some_problems(*found)

    lines = [*run_lines(run_report(problems=(problem,)))]

    assert (
        "also in operation_1, operation_2, operation_3, operation_4, operation_5, 3 more"
        in (problem.brief_lines[1])
    )
    assert "operation_8" in problem.extent
    assert max(len(line) for line in lines if "not covered" in line) <= 100
    assert any(line.endswith(" more") for line in lines if line.startswith("    "))


def test_text() -> None:
    """The text has the checks, the problems and the operations by reason."""
    skipped = {f"operation_{number}": "no key" for number in range(7)}
    lines = [*run_lines(run_report(skipped=skipped, changes="since yesterday: 1 new"))]

    assert "stateful check some check: holds" in lines
    assert "stateful check other check: skipped: it writes" in lines
    assert ("not checked: operation_0, operation_1, operation_2 and 4 more: no key") in lines
    assert "since yesterday: 1 new" in lines


def test_history(tmp_path: Path) -> None:
    """A run says what is new and what is gone since the last run of the same server."""
    first = write_reports(run_report(problems=some_problems(ADDED)), tmp_path)
    other = write_reports(run_report(server="other.example"), tmp_path)
    second = write_reports(run_report(problems=some_problems(BROKEN)), tmp_path)
    (tmp_path / HISTORY).write_text("no JSON\n5\n" + (tmp_path / HISTORY).read_text())
    third = write_reports(run_report(problems=some_problems(BROKEN)), tmp_path)

    assert (first.changes, other.changes) == ("", "")
    assert second.changes.startswith(
        "since 2026-05-01T12:00:00+00:00: 1 new, 1 gone, 1 as before; gone: additive schema"
    )
    assert third.changes == "since 2026-05-01T12:00:00+00:00: 0 new, 0 gone, 2 as before"
    assert {path.name for path in tmp_path.iterdir()} == {*WRITERS, HISTORY}


@pytest.mark.parametrize(
    ("findings", "code"), [([], 0), ([ADDED], 3), ([ADDED, BROKEN], 1)], ids=["none", "3", "1"]
)
def test_result_code(findings: list[Finding], code: int) -> None:
    """The most severe problem decides."""
    problems = Problems(packaged_validator().routes)
    for finding in findings:
        problems.add_finding(finding, listed())

    assert result_code(problems) == code


def test_redact_file(tmp_path: Path) -> None:
    """A secret is removed as text, in JSON, in HTML and in base64."""
    secret = 'k3y-"of<mine'
    file = tmp_path / "report"
    encoded = base64.b64encode(secret.encode()).decode()
    file.write_text(f'{secret} k3y-\\"of<mine k3y-&quot;of&lt;mine {encoded} k3y')
    redact_file(file, {secret, "k3y-"})

    assert file.read_text() == "[secret] [secret] [secret] [secret] k3y"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\x1b", "a\\nb\\x1b"),
        ("key of mine", "[secret]"),
        ("x" * 1001, "x" * 1000 + "..."),
    ],
    ids=["control characters", "secret", "long"],
)
def test_printable_line(text: str, expected: str) -> None:
    """A printed line has no control character, no secret and at most 1,000 characters."""
    assert printable_line(text, {"key of mine"}) == expected
