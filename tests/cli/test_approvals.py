"""Approvals: what waits, and that each is sent once and only when asked for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from campaignkit_cli.workflows.decisions import decide_each
from campaignkit_fake import SAMPLE_ID, Fake, Fault
from campaignkit_operations.pending import Pending

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal

CAMPAIGN = (SAMPLE_ID, SAMPLE_ID)
APPROVE = "sonarly_campaigns_approve"
WAITING = (SAMPLE_ID, "1e0000000000000000000001", "1e0000000000000000000002")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _started(run: Run, fake: Fake) -> None:
    assert run("sonarly", "campaigns", "start", *CAMPAIGN, "--yes").code == 0


def calls(fake: Fake, operation: str = APPROVE) -> int:
    """Return how often an operation was called."""
    found: int = fake.state()["requests"].get(operation, 0)
    return found


def listed(run: Run, *ids: str) -> list[dict[str, Any]]:
    """Return what waits."""
    result = run("approvals", "list", *(ids or CAMPAIGN))
    assert result.code == 0, result.err
    rows: list[dict[str, Any]] = json.loads(result.out)
    return rows


def test_list(run: Run) -> None:
    """The list has a number, the lead, the step and the campaign."""
    rows = listed(run)

    assert [row["leadId"] for row in rows] == list(WAITING)
    assert rows[0]["campaign"] == "Q4: recruiters, Berlin"
    assert (rows[0]["number"], rows[0]["step"]) == (1, "direct_message")


def test_nothing_waits(run: Run) -> None:
    """An empty list and an approval of nothing say so."""
    assert run("approvals", "approve", *CAMPAIGN, "--all", "--yes").code == 0

    for words in (("list", *CAMPAIGN), ("approve", *CAMPAIGN, "--all", "--yes")):
        result = run("approvals", *words)
        assert (result.code, json.loads(result.out)) == (0, [])
        assert "Nothing waits for approval." in result.err


def test_group(run: Run, environment: dict[str, str]) -> None:
    """Without a campaign, all campaigns of the account group are searched."""
    environment["SONARLY_ACCOUNT_GROUP_ID"] = SAMPLE_ID
    rows = listed(run, SAMPLE_ID)

    assert {SAMPLE_ID} < {row["campaignId"] for row in rows}
    assert json.loads(run("approvals", "list").out) == rows


def test_scope(run: Run) -> None:
    """An account group is needed, and not more than a campaign."""
    assert "Missing argument 'ACCOUNT_GROUP_ID'" in run("approvals", "list").err
    assert run("approvals", "list", "a", "b", "c").code == 2


def test_unknown_campaign(run: Run) -> None:
    """A campaign that does not exist is code 4."""
    assert run("approvals", "list", SAMPLE_ID, "unknown").code == 4
    assert run("approvals", "approve", SAMPLE_ID, "unknown", "--all").code == 4


def test_approve_all(run: Run, fake: Fake) -> None:
    """All that waits is approved once, after a question with the number of people."""
    result = run("approvals", "approve", *CAMPAIGN, "--all", typed="y\n")

    assert "Approve the content for 3 people of 'Q4: recruiters, Berlin'?" in result.err
    assert (result.code, calls(fake)) == (0, 3)
    assert listed(run) == []


@pytest.mark.parametrize("verb", ["approve", "discard"])
def test_unasked(run: Run, fake: Fake, verb: str) -> None:
    """Without a yes, without a terminal, and in a dry run, nothing is sent."""
    words = ("approvals", verb, *CAMPAIGN, "--all")

    assert run(*words, typed="n\n").code == 2
    assert run(*words).code == 2
    assert len(json.loads(run(*words, "--dry-run").out)) == 3
    assert calls(fake, f"sonarly_campaigns_{verb}") == 0


def test_number(run: Run, fake: Fake) -> None:
    """A number means the person in the last list, also if the list has changed since."""
    words = ("approvals", "approve", "--yes", "--number")
    assert "Run `campaignkit approvals list` first" in run(*words, "1").err
    listed(run)
    assert run(*words, "2", "--number", "2").code == 0
    remaining = [row["leadId"] for row in listed(run, *CAMPAIGN)]

    assert remaining == [WAITING[0], WAITING[2]]
    assert "must be at most 2, got 3" in run(*words, "3").err
    assert calls(fake) == 1


def test_gone(run: Run, fake: Fake) -> None:
    """What no longer waits is not approved."""
    listed(run)
    run("approvals", "approve", *CAMPAIGN, "--yes", "--lead", WAITING[0])
    result = run("approvals", "approve", "--yes", "--number", "1")

    assert "1 of 1 no longer wait." in result.err
    assert (result.code, calls(fake)) == (0, 1)


def test_filter(run: Run, fake: Fake) -> None:
    """Leads and steps choose."""
    words = ("approvals", "discard", *CAMPAIGN, "--yes")

    assert json.loads(run(*words, "--all", "--step", "inmail").out) == []
    assert run(*words, "--lead", WAITING[1]).code == 0
    assert [row["leadId"] for row in listed(run)] == [WAITING[0], WAITING[2]]


def test_choice(run: Run) -> None:
    """One way to choose is needed."""
    assert run("approvals", "approve", *CAMPAIGN, "--yes").code == 2
    assert run("approvals", "approve", *CAMPAIGN, "--all", "--number", "1").code == 2


def test_failures(run: Run, fake: Fake) -> None:
    """What failed is listed at the end, with code 9 and a file to try again from."""
    fake.faults.add(Fault(operation=APPROVE, status=409, times=2))
    result = run("approvals", "approve", *CAMPAIGN, "--yes", "--all", "--retries", "0")

    assert result.code == 9
    assert "1 done, 2 failed, 0 not tried." in result.err
    assert len(json.loads(result.out)) == 3
    assert run("approvals", "approve", "--yes", "--from", "approvals-failed.jsonl").code == 0
    assert listed(run) == []


def test_wrong_file(run: Run) -> None:
    """A file of another kind is refused."""
    Path("other.jsonl").write_text('{"a": 1}\n')

    assert "is not a list of approvals" in run("approvals", "approve", "--from", "other.jsonl").err


def test_final_error(run: Run, fake: Fake) -> None:
    """An error that every call would get ends the run, and the rest is kept."""
    fake.faults.add(Fault(operation=APPROVE, status=401))
    result = run("approvals", "approve", *CAMPAIGN, "--yes", "--all")

    assert "0 done, 1 failed, 2 not tried." in result.err
    assert len(Path("approvals-failed.jsonl").read_text().splitlines()) == 3


class Client:
    """Client whose second call is interrupted by Ctrl-C."""

    def __init__(self) -> None:
        self.campaigns = self
        self._calls: Iterator[BaseException | None] = iter([None, KeyboardInterrupt()])

    def approve(self, *ids: str, lead_id: str) -> None:
        """Count a call."""
        if error := next(self._calls):
            raise error


def test_interrupted(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends the run, and names the person whose outcome is unknown."""
    items = [Pending("g", "c", "Q4", name, f"i{name}", "step") for name in "abc"]
    results = list(decide_each("approve", Client(), items))  # type: ignore[arg-type]

    assert results == [(items[0], None)]
    assert "The approve call for b may have succeeded." in capsys.readouterr().err


def test_terminal(environment: dict[str, str], fake: Fake) -> None:
    """In a terminal the question is asked, and yes approves."""
    words = ("approvals", "approve", *CAMPAIGN, "--all")
    with PseudoTerminal(*words, environment=environment, columns=200) as terminal:
        terminal.wait_for("[y/N] ")
        terminal.type("y\n")
        assert terminal.wait() == 0

    assert terminal.output.count("approve done") == 3
    assert calls(fake) == 3
