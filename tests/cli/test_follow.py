"""Starting and following a campaign."""

import contextlib
import io
import json
import re
import sys
from typing import Any

import pytest
from campaignkit import Sonarly
from campaignkit_cli.app import main
from campaignkit_cli.workflows.follow import FollowOptions, Target, follow
from campaignkit_cli.workflows.lead_ids import lead_ids
from campaignkit_cli.workflows.snapshots import LineView, TableView
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, VirtualClock
from campaignkit_operations.leads import first_statuses
from campaignkit_operations.snapshots import ENDED, Snapshot

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal

CAMPAIGN = (SAMPLE_ID, SAMPLE_ID)
QUICK = ("--interval", "0", "--idle", "2")
START = ("campaigns", "start", *CAMPAIGN)
FOLLOW = ("campaigns", "follow", *CAMPAIGN)


def changes(text: str) -> list[dict[str, Any]]:
    """Return the lines of a followed campaign."""
    return [json.loads(line) for line in text.splitlines()]


def test_start(run: Run, fake: Fake) -> None:
    """A confirmed start is one start, with the number of leads before it."""
    result = run(*START, "--yes")

    assert result.code == 0
    assert "Starting 'Q4: recruiters, Berlin' with 25 leads." in result.err
    assert "Workflow instances: 19." in result.err
    assert len(fake.state()["starts"]) == 1


def test_declined(run: Run, fake: Fake) -> None:
    """Without a yes, nothing is started."""
    assert run(*START, "--follow", typed="n\n").code == 2
    assert run(*START, "--follow").code == 2
    assert fake.state()["starts"] == []


def test_dry_run(run: Run, fake: Fake) -> None:
    """A dry run shows the request without the key, and sends nothing."""
    result = run(*START, "--follow", "--dry-run")

    assert result.code == 0
    assert json.loads(result.out)["url"].endswith(f"/campaigns/{SAMPLE_ID}/start")
    assert "fake-sonarly" not in result.out
    assert fake.state()["requests"] == {}


@pytest.mark.parametrize(("name", "code"), [("internal error", 3), ("dropped", 7)])
def test_failed_read(run: Run, fake: Fake, name: str, code: int) -> None:
    """A read that fails before the start is no call with an unknown outcome."""
    fake.faults.add(FAULTS[name].on("sonarly_campaigns_get"))
    result = run(*START, "--yes", "--retries", "0")

    assert (result.code, fake.state()["starts"]) == (code, [])
    assert "Read the state" not in result.err


@pytest.mark.parametrize(
    "words", [("--ids", "missing.txt"), ("--ids", "ids.txt", "--audience", SAMPLE_ID)]
)
def test_bad_leads(run: Run, fake: Fake, words: tuple[str, ...]) -> None:
    """Options that cannot be followed are refused before the start, not after it."""
    result = run(*START, "--follow", "--yes", *words)

    assert (result.code, fake.state()["requests"]) == (2, {})


def test_follow(run: Run, fake: Fake) -> None:
    """Away from a terminal, the leads by status are a line of JSON."""
    [line] = changes(run(*START, "--follow", "--yes", *QUICK).out)

    assert (line["leads"], line["done"], line["pendingApprovals"]) == (25, 6, 3)
    assert line["statuses"] == {"pending": 16, "not_eligible": 6, "waiting": 3}


def test_until(run: Run, fake: Fake) -> None:
    """It ends at once if every lead has one of the statuses."""
    run(*START, "--yes")
    names = ("pending", "waiting", "not_eligible")
    result = run(*FOLLOW, *(word for name in names for word in ("--until", name)))

    assert (result.code, len(changes(result.out))) == (0, 1)


def test_all_done(run: Run, fake: Fake) -> None:
    """Without `--until`, it ends at once if all workflows have ended."""
    run(*START, "--yes")
    run("sonarly", "campaigns", "stop", *CAMPAIGN, "--yes")
    [line] = changes(run(*FOLLOW).out)

    assert line["done"] == line["leads"] == 25


def test_time_over(run: Run, fake: Fake) -> None:
    """`--timeout` is of the following, and `--attempt-timeout` of one attempt."""
    result = run(*START, "--yes", "--follow", "--timeout", "0", "--attempt-timeout", "9")

    assert (result.code, len(changes(result.out))) == (0, 1)
    assert "The time of 0 seconds is over." in result.err


def test_leads(run: Run, fake: Fake) -> None:
    """The leads come from an audience or from a file."""
    run(*START, "--yes")
    [line] = changes(run(*FOLLOW, "--audience", SAMPLE_ID, *QUICK).out)

    assert line["leads"] == 25
    assert run(*FOLLOW, "--audience", SAMPLE_ID, "--ids", "x", *QUICK).code == 2
    assert "cannot be read" in run(*FOLLOW, "--ids", "missing.txt", *QUICK).err


def test_strangers(run: Run, tmp_path: Any) -> None:
    """If no lead is in the campaign, the command says how to name them."""
    file = tmp_path / "ids.txt"
    file.write_text("unknown\n\nunknown\n")
    result = run(*FOLLOW, "--ids", str(file))

    assert (result.code, result.out) == (0, "")
    assert "--audience or --ids" in result.err


def test_failure(run: Run, fake: Fake) -> None:
    """A failed read ends with its code, and says that the campaign keeps running."""
    fake.faults.add(FAULTS["internal error"].on("sonarly_campaigns_lead_status", 99))
    result = run(*START, "--yes", "--follow", "--retries", "0", *QUICK)

    assert result.code == 3
    assert f"campaignkit campaigns follow {SAMPLE_ID} {SAMPLE_ID}" in result.err
    assert len(fake.state()["starts"]) == 1


def test_unknown_campaign(run: Run) -> None:
    """A campaign that does not exist is not said to run."""
    result = run("campaigns", "follow", SAMPLE_ID, "unknown")

    assert result.code == 4
    assert "keeps running" not in result.err


class Interrupting(io.StringIO):
    """Stream on which Ctrl-C arrives."""

    def write(self, text: str) -> int:
        """Raise as Ctrl-C does."""
        raise KeyboardInterrupt


def test_interrupted(run: Run, environment: dict[str, str], fake: Fake) -> None:
    """Ctrl-C ends the following, and the campaign keeps running."""
    run(*START, "--yes")
    with contextlib.redirect_stdout(Interrupting()):
        code = main([*FOLLOW, *QUICK], environment)

    assert code == 130
    assert fake.state()["campaigns"][SAMPLE_ID]["status"] == "active"


def test_failed_start(run: Run, fake: Fake) -> None:
    """A start that is rejected is not followed."""
    run(*START, "--yes")
    result = run(*START, "--yes", "--follow")

    assert (result.code, result.out) == (3, "")
    assert len(fake.state()["starts"]) == 1


@pytest.fixture
def started(fake: Fake) -> Any:
    """Yield a client in process whose campaign has started, and its clock."""
    clock = VirtualClock()
    with Sonarly(api_key="fake-sonarly", transport=fake.transport(), clock=clock) as client:
        client.campaigns.start(*CAMPAIGN)
        yield client, clock


def test_change(started: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Each change is shown, and it ends after reads without a change."""
    client, clock = started
    possible = lead_ids(client, SAMPLE_ID, audience=None, ids_file=None)
    first = list(first_statuses(client, *CAMPAIGN, possible, 25))
    client.campaigns.approve(*CAMPAIGN, first[0].workflow_instance_id or "", lead_id=SAMPLE_ID)
    target = Target(*CAMPAIGN, "Q4")
    with LineView(ENDED) as view:
        last = follow(client, target, first, view, FollowOptions(idle=3, interval=10), clock)

    lines = changes(capsys.readouterr().out)
    assert [line["pendingApprovals"] for line in lines] == [3, 2]
    assert last.approvals == 2
    assert clock.waits == [10.0] * 4


def test_timeout(started: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends before a wait that would pass the timeout."""
    client, clock = started
    possible = lead_ids(client, SAMPLE_ID, audience=None, ids_file=None)
    first = list(first_statuses(client, *CAMPAIGN, possible, 25))
    with TableView("Q4 [bold]\x1b", ENDED) as view:
        options = FollowOptions(timeout=25, interval=10)
        follow(client, Target(*CAMPAIGN, "Q4"), first, view, options, clock)

    out, err = capsys.readouterr()
    assert clock.waits == [10.0, 10.0]
    assert err == "The time of 25 seconds is over.\n"
    assert "Q4 [bold] " in out
    assert re.search(r"pending\s+16", out)
    assert "6 of 25 done, 24%" in out


def test_narrow(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In a narrow terminal the bars become shorter, and the numbers stay."""
    monkeypatch.setenv("COLUMNS", "36")
    with TableView("Q4", ENDED) as view:
        view.show(Snapshot({"not_eligible": 25_000}, 3))
    out = capsys.readouterr().out

    assert re.search(r"not_eligible +25000 +█+\s", out)
    assert max(map(len, out.splitlines())) <= 36


def test_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that has only ASCII letters shows bars of them."""
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding="ascii", write_through=True)
    monkeypatch.setattr(sys, "stdout", stream)
    with TableView("Q4", ENDED) as view:
        view.show(Snapshot({"pending": 3}, 0))

    assert re.search(rb"pending +3 +#+", data.getvalue())


@pytest.mark.parametrize("columns", [80, 200])
def test_terminal(environment: dict[str, str], fake: Fake, columns: int) -> None:
    """In a terminal the leads are a table, and Ctrl-C leaves the campaign running."""
    words = (*START, "--follow", "--interval", "60")
    with PseudoTerminal(*words, environment=environment, columns=columns) as terminal:
        terminal.wait_for("[y/N] ")
        terminal.type("y\n")
        terminal.wait_for("wait for approval")
        terminal.resize(60)
        assert terminal.interrupt() == 130

    assert re.search(r"pending +16", terminal.output)
    assert "The campaign keeps running." in terminal.output
    assert len(fake.state()["starts"]) == 1
    assert fake.state()["campaigns"][SAMPLE_ID]["status"] == "active"


def test_without_color(environment: dict[str, str], fake: Fake) -> None:
    """With `--no-color`, the table and the bars have no colors."""
    words = (*START, "--follow", "--yes", "--timeout", "0", "--no-color")
    with PseudoTerminal(*words, environment=environment) as terminal:
        assert terminal.wait() == 0

    assert "6 of 25 done" in terminal.output
    assert not re.search(r"\x1b\[(?:\d+;)*[39]\dm", terminal.output)


def test_live(environment: dict[str, str], fake: Fake) -> None:
    """In a terminal the table and the progress bar change while the campaign goes on."""
    words = (*START, "--follow", "--yes", "--interval", "0.1", "--idle", "9999")
    with PseudoTerminal(*words, environment=environment) as terminal:
        terminal.wait_for("6 of 25 done, 24%")
        fake.clock.advance(4.5 * 3_600)
        terminal.wait_for("9 of 25 done, 36%")
        fake.clock.advance(4 * 3_600)
        terminal.wait_for("22 of 25 done, 88%")
        terminal.resize(50)
        terminal.wait_for("22 of 25 done, 88%", again=True)
        assert terminal.interrupt() == 130
