"""Reports show every finding once, escaped and without secrets."""

import base64
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from campaignkit_contract.findings import Finding
from campaignkit_contract.report.coverage import SpecCoverage
from campaignkit_contract.report.html import RunReport, html_report
from campaignkit_contract.report.junit import junit_failures, junit_report
from campaignkit_contract.report.redaction import printable_line, redact_file
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import Fake

from .exchanges import LIST, ask

ADDED = Finding("additive", "schema", "/data", "<b>mood</b> was \x1b unexpected", "some_get")
BROKEN = Finding("breaking", "status", "", "410 is not documented", "some_list")


def run_report(**changes: Any) -> RunReport:
    """Return the report of a run with one exchange."""
    coverage = SpecCoverage(packaged_validator().routes)
    coverage.add(ask(Fake(), *LIST))
    values: dict[str, Any] = {
        "server": "api.example",
        "code": 0,
        "started_at": datetime(2026, 5, 1, 12, tzinfo=UTC),
        "seconds": 3.2,
        "coverage": coverage,
        "findings": (),
        "failures": (),
        "stateful": ("some check: holds",),
        "skipped": {},
    }
    return RunReport(**{**values, **changes})


def test_conforming_page() -> None:
    """The page of a conforming run has its time, its server, its counts and its checks."""
    page = html_report(run_report())

    assert "<span class='code-0'>conforms</span>" in page
    assert "api.example, 2026-05-01 12:00 UTC, 3 s, 1 exchanges" in page
    assert "<p>None.</p>" in page
    assert "<p>some check: holds</p>" in page
    assert "<tr><td>sonarly_campaigns_list<td class=number>1" in page
    assert not re.search(r"(src|href|url\()|@import|<script", page)


def test_page_with_findings() -> None:
    """Equal findings are one row with a count, breaking first; failures follow."""
    run = run_report(
        code=1,
        findings=(ADDED, ADDED, BROKEN),
        failures=("not covered: x",),
        skipped={"some_start": "WRITE does not name it"},
    )
    page = html_report(run)

    assert "<td class=additive>additive<td>some_get<td>schema<td>/data<td>&lt;b&gt;mood" in page
    assert page.index("<td class=breaking>") < page.index("<td class=additive>")
    assert "<td class=number>2" in page
    assert "<p>not covered: x</p>" in page
    assert "<td>some_start<td>WRITE does not name it" in page
    assert "<p>None.</p>" not in page


def test_junit(tmp_path: Path) -> None:
    """An operation with findings fails with each of them, and the file can be read again."""
    report = tmp_path / "validator.xml"
    report.write_bytes(junit_report([ADDED, BROKEN], ["some_get", "some_start"]))

    assert b'tests="3"' in report.read_bytes()
    assert b'failures="2"' in report.read_bytes()
    assert [*junit_failures(report)] == [
        "some_get: additive schema: some_get at /data: <b>mood</b> was \\x1b unexpected",
        "some_list: breaking status: some_list: 410 is not documented",
    ]


def test_no_junit(tmp_path: Path) -> None:
    """A report that was not written, or not to its end, has no failures."""
    report = tmp_path / "junit.xml"
    assert [*junit_failures(report)] == []

    report.write_text("<testsuites><testsuite>")
    assert [*junit_failures(report)] == []


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
        ("x" * 301, "x" * 300 + "..."),
    ],
)
def test_printable_line(text: str, expected: str) -> None:
    """A printed line has no control character, no secret and at most 300 characters."""
    assert printable_line(text, {"key of mine"}) == expected
