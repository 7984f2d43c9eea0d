"""Report on a campaign: the same numbers as a table and as charts."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from campaignkit_cli.workflows.report_page import chart
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_operations.reports import Section, call_report

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal

REPORT = ("campaigns", "report", SAMPLE_ID, SAMPLE_ID)


@pytest.fixture(autouse=True)
def _started(run: Run, fake: Fake) -> None:
    start = ("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID, "--yes")
    assert run(*start).code == 0


def test_table(run: Run) -> None:
    """Leads are counted by workflow status and by step."""
    rows = json.loads(run(*REPORT).out)
    statuses = {row["name"]: row["count"] for row in rows if "status" in row["chart"]}
    approvals = {row["name"]: row["count"] for row in rows if "approve" in row["chart"]}

    assert statuses == {"pending": 16, "waiting": 3, "not_eligible": 6}
    assert list(statuses) == ["pending", "waiting", "not_eligible"]
    assert approvals == {"waiting": 3, "others": 22}
    assert {
        "chart": "Leads by latest step",
        "name": "direct_message",
        "count": 3,
        "share": "100%",
    } in (rows)


def test_page(run: Run, tmp_path: Path) -> None:
    """The page is whole: it names no other address, and has a bar for each number."""
    target = tmp_path / "report.html"
    target.write_text("earlier")
    result = run(*REPORT, "--html", str(target), "--calls", SAMPLE_ID)
    text = target.read_text()

    assert result.err == f"The report is in {target}.\n"
    assert "<h1>Q4: recruiters, Berlin</h1>" in text
    assert "<dt>Waiting for approval</dt><dd>3</dd>" in text
    assert text.count("<rect ") == len(json.loads(result.out))
    assert re.findall(r"(?:https?:|src=|href=|url\()", text) == []
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert list(tmp_path.glob("report*")) == [target]


@pytest.mark.parametrize("name", ["", "missing/report.html"])
def test_bad_target(run: Run, fake: Fake, tmp_path: Path, name: str) -> None:
    """A folder, and a file in a folder that does not exist, are refused before any request."""
    before = fake.state()["requests"]
    result = run(*REPORT, "--html", str(tmp_path / name))

    assert (result.code, result.out, fake.state()["requests"]) == (2, "", before)
    assert "--html must be" in result.err


def test_calls(run: Run) -> None:
    """The calls of Callers.ai are counted by outcome, without a campaign of Sonarly."""
    rows = json.loads(run("campaigns", "report", "--calls", SAMPLE_ID).out)

    assert {row["chart"] for row in rows} >= {"Calls by outcome"}
    assert sum(row["count"] for row in rows if row["chart"] == "Calls by outcome") > 1


def test_draft(run: Run, tmp_path: Path) -> None:
    """A campaign that has not started has no step and no stop."""
    target = tmp_path / "report.html"
    words = ("campaigns", "report", SAMPLE_ID, "ca0000000000000000000003")

    assert run(*words, "--html", str(target)).code == 0
    assert "<dd>not yet</dd>" in target.read_text()


def test_failure(run: Run) -> None:
    """A campaign that does not exist is code 4, and a missing ID is code 2."""
    assert run("campaigns", "report", SAMPLE_ID, "unknown").code == 4
    assert run("campaigns", "report").code == 2


def test_no_calls() -> None:
    """Without a call there is no mean."""
    assert call_report("Q4", []).facts["Mean duration"] == "-"


def test_chart() -> None:
    """A chart is XML whose widths are in proportion; a long name is cut and stays as a title."""
    name = "a reason that is too long for its place"
    section = Section("Leads", "leads", {"<script>": 4, name: 1})
    svg = ElementTree.fromstring(chart(section))  # noqa: S314 - our own
    widths = [float(each.attrib["width"]) for each in svg.iter("rect")]

    assert widths[0] == pytest.approx(4 * widths[1], rel=0.01)
    texts = ["".join(each.itertext()) for each in svg.iter("text")]
    assert texts == ["<script>" * 2, "4 (80%)", name + name[:23] + "…", "1 (20%)"]


def test_terminal(environment: dict[str, str]) -> None:
    """In a terminal the numbers are a table."""
    with PseudoTerminal(*REPORT, environment=environment) as terminal:
        assert terminal.wait() == 0

    assert re.search(r"Leads by workflow status +pending +16 +64%", terminal.output)
