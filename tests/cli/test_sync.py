"""Contacts of a file: each row is checked, and each contact is sent once."""

import csv
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import Callers
from campaignkit_cli.output import OutputOptions
from campaignkit_cli.workflows.contact_rows import Contact
from campaignkit_cli.workflows.contacts import Plan, send
from campaignkit_cli.workflows.sync_journal import DONE, SENT, Journal
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake, Fault

from tests.cli.conftest import Run
from tests.cli.pseudo_terminal import PseudoTerminal

BULK = "callers_contacts_create_bulk"
HEAD = "Name,Phone,company\n"
ROWS = "Ada,+1 (202) 555-0163,Engines\nGrace,+12025550164,\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def sync(run: Run, text: str, *options: str, typed: str | None = None) -> Any:
    """Synchronise a file with a content."""
    Path("contacts.csv").write_text(text, encoding="utf-8")
    return run("contacts", "sync", SAMPLE_ID, "contacts.csv", *options, typed=typed)


def calls(fake: Fake) -> int:
    """Return how many bulk calls were made."""
    found: int = fake.state()["requests"].get(BULK, 0)
    return found


def numbers(fake: Fake) -> list[str]:
    """Return the phone numbers of the campaign."""
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        return [each.phone_number for each in callers.contacts.list(SAMPLE_ID)]


def test_results(run: Run, fake: Fake) -> None:
    """Numbers are normalised, and the result of each row is printed."""
    result = sync(run, HEAD + ROWS, "--yes")
    again = sync(run, HEAD + ROWS.replace("Engines", "Looms"), "--yes")

    assert [row["result"] for row in json.loads(result.out)] == ["created", "created"]
    assert json.loads(result.out)[0]["phoneNumber"] == "+12025550163"
    assert [row["result"] for row in json.loads(again.out)] == ["updated", "unchanged"]
    assert {"12025550163", "12025550164"} <= set(numbers(fake))
    assert not list(Path().glob("*.sync"))


def test_question(run: Run, fake: Fake) -> None:
    """The question names the campaign and the number of contacts; no sends nothing."""
    result = sync(run, HEAD + ROWS, typed="n\n")

    assert "Create or update 2 contacts in campaign '" in result.err
    assert (result.code, calls(fake)) == (2, 0)
    assert sync(run, HEAD + ROWS).code == 2
    assert calls(fake) == 0


@pytest.mark.parametrize(
    ("text", "found"), [("true", "may call them at once"), ("false", "It may call them.")]
)
def test_active(run: Run, fake: Fake, text: str, found: str) -> None:
    """The question says if the campaign is active."""
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        campaigns = callers.campaigns.list(organization_id=SAMPLE_ID)
    [campaign, *_] = [each for each in campaigns if str(each.active).lower() == text]
    Path("contacts.csv").write_text(HEAD + ROWS)
    result = run("contacts", "sync", campaign.id, "contacts.csv", typed="n\n")

    assert found in result.err


def test_unreadable_campaign(run: Run, fake: Fake) -> None:
    """If the campaign cannot be read, the question has its ID."""
    fake.faults.add(Fault(operation="callers_campaigns_get", status=404))
    result = sync(run, HEAD + ROWS.splitlines()[0], "--retries", "0", typed="n\n")

    assert f"Create or update 1 contact in campaign {SAMPLE_ID}?" in result.err


def test_dry_run(run: Run, fake: Fake) -> None:
    """A dry run shows what would be sent."""
    rows = json.loads(sync(run, HEAD + ROWS, "--dry-run").out)

    assert rows[0]["data"] == {"company": "Engines"}
    assert rows[1]["data"] == {}
    assert fake.state()["requests"] == {}


def test_rejects(run: Run, fake: Fake) -> None:
    """Bad rows are reported with their lines and written to a file; the others are sent."""
    bad = 'Bob,12,"Two\nlines"\n ,+12025550144,x\nEve,+1 202 555 0163,Twin\n'
    result = sync(run, HEAD + ROWS + bad, "--yes")
    with Path("rejects.csv").open(newline="") as file:
        rejects = list(csv.DictReader(file))

    assert result.code == 9
    assert len(json.loads(result.out)) == 2
    assert [row["rejected_line"] for row in rejects] == ["5", "6", "7"]
    assert rejects[1]["rejected_reason"] == "the name is empty"
    assert "line 5: '12' is not a valid phone number" in result.err
    assert "line 6: the name is empty" in result.err
    assert "line 7: the phone number is that of line 2" in result.err
    assert rejects[0]["company"] == "Two\nlines"


def test_retry(run: Run, fake: Fake) -> None:
    """Corrected rejects are sent with their own columns only; what is rejected again is kept."""
    sync(run, HEAD + ROWS + "Bob,12,Two\nEve,13,Three\nKim,+12025550165,Ltd, Inc\n", "--yes")
    corrected = Path("rejects.csv").read_text().replace(",12,", ",+12025550166,")
    Path("rejects.csv").write_text(corrected)
    words = ("contacts", "sync", SAMPLE_ID, "rejects.csv")
    shown = run(*words, "--dry-run")
    sent = run(*words, "--yes")
    with Path("rejects-2.csv").open(newline="") as file:
        again = list(csv.reader(file))

    assert json.loads(shown.out)[0]["data"] == {"company": "Two"}
    assert [row["phoneNumber"] for row in json.loads(sent.out)] == ["+12025550166"]
    assert sent.code == 9
    assert Path("rejects.csv").read_text() == corrected
    assert again[0] == ["rejected_line", "rejected_reason", "Name", "Phone", "company"]
    assert again[1] == ["3", "'13' is not a valid phone number", "Eve", "13", "Three"]
    assert again[2][2:] == ["Kim", "+12025550165", "Ltd", " Inc"]


def test_own_columns(run: Run) -> None:
    """Columns of the contacts may be called line and reason."""
    text = "line,reason,name,phone\n7,call back,Ada,+12025550163\n"

    assert json.loads(sync(run, text, "--dry-run").out)[0]["data"] == {
        "line": "7",
        "reason": "call back",
    }


def test_region(run: Run) -> None:
    """A number without a country code needs a region, and a number that cannot be is refused."""
    text = HEAD + "Ada,(202) 555-0163,\nBob,+1 200 555 0101,\n"

    assert json.loads(sync(run, text, "--dry-run", "--region", "US").out)[0]["line"] == 2
    assert json.loads(sync(run, text, "--dry-run").out) == []


def test_columns(run: Run) -> None:
    """Columns are mapped to fields and variables, or left out."""
    text = "Full name,Tel,Zone,Employer,Notes\nAda,+12025550163,Europe/Rome,Engines,secret\n"
    words = ("Full name=name", "Tel=phone_number", "Zone=timezone", "Employer=company", "Notes=")
    mapped = [word for each in words for word in ("--map", each)]
    [row] = json.loads(sync(run, text, "--dry-run", *mapped).out)

    assert row["data"] == {"company": "Engines"}
    assert json.loads(sync(run, text, "--yes", *mapped).out)[0]["result"] == "created"


def test_bad_columns(run: Run) -> None:
    """A name and a phone number are needed, and a mapping names a column."""
    assert "One column must be the name" in sync(run, "Phone\n+12025550163\n", "--yes").err
    assert "--map must be COLUMN=FIELD" in sync(run, HEAD + ROWS, "--map", "x=y").err
    assert "names of columns" in sync(run, "").err
    assert "One column must be the name" in sync(run, "Phone\n").err
    assert "separated by commas: name;phone." in sync(run, "name;phone\nAda;1\n").err
    assert "different names, got 'x' twice" in sync(run, "name,phone,x,x\nAda,1,2,3\n").err
    assert (
        "Two columns are the field 'x'"
        in sync(run, HEAD.replace("c", "x,c"), "--map", "company=x").err
    )
    assert "cannot be read" in run("contacts", "sync", SAMPLE_ID, "missing.csv").err


def test_bad_files(run: Run, fake: Fake) -> None:
    """A folder, a broken quote, another encoding and a huge cell are refused with the reason."""
    huge = "x" * 200_000

    assert "must be a file" in run("contacts", "sync", SAMPLE_ID, ".").err
    assert "after line 1: unexpected end of data" in sync(run, HEAD + 'Ada,"+1202\nBob,,\n').err
    assert "after line 2: field larger" in sync(run, f"{HEAD}A,1,\nAda,+12025550163,{huge}\n").err
    Path("latin.csv").write_bytes("Name,Phone\nZoë,1\n".encode("latin-1"))
    assert "it is not in UTF-8" in run("contacts", "sync", SAMPLE_ID, "latin.csv").err
    assert fake.state()["requests"] == {}


def test_surplus_cells(run: Run) -> None:
    """A row with more cells than columns is rejected; empty ones at its end do not count."""
    text = HEAD + "Ada,+12025550163,Engines, Inc\nGrace,+12025550164,Navy,,\n\n"
    result = sync(run, text, "--dry-run")

    assert "line 2: it has 4 cells, but 3 columns" in result.err
    assert [row["line"] for row in json.loads(result.out)] == [3]


def test_rejects_apart(run: Run) -> None:
    """The file of the contacts is never overwritten by rejected rows."""
    result = sync(run, HEAD + "Bob,12,\n", "--rejects", "./contacts.csv")

    assert result.code == 2
    assert Path("contacts.csv").read_text() == HEAD + "Bob,12,\n"


def test_two_runs(run: Run, fake: Fake) -> None:
    """A second run sends nothing while another one sends the same file."""
    with Journal(Path("contacts.csv"), SAMPLE_ID).hold():
        result = sync(run, HEAD + ROWS, "--yes")

    assert (result.code, calls(fake)) == (2, 0)
    assert "Another run uses contacts.csv" in result.err
    assert sync(run, HEAD + ROWS, "--yes").code == 0


def test_batches(run: Run, fake: Fake) -> None:
    """Contacts are sent in batches; what is missing after a failure is sent by a second run."""
    rows = "".join(f"P{n},+1202555{n:04},x\n" for n in range(100, 350))
    fake.faults.add(FAULTS["dropped"].on("callers_campaigns_get"))
    fake.faults.add(Fault(operation=BULK, status=403, times=1))
    first = sync(run, HEAD + rows, "--yes")
    before = calls(fake)
    second = sync(run, HEAD + rows, "--yes")

    assert (first.code, before) == (9, 3)
    assert "The same command sends what is missing." in first.err
    assert (second.code, calls(fake)) == (0, 4)
    assert len(json.loads(second.out)) == 100


def test_refused_contact(run: Run, fake: Fake) -> None:
    """A call that the server refuses is halved, so that a bad contact fails alone."""
    rows = "".join(f"P{n},+1202555{n:04},x\n" for n in range(100, 104))
    fake.faults.add(Fault(operation=BULK, status=400, times=3))
    result = sync(run, HEAD + rows, "--yes")

    assert [row["result"] for row in json.loads(result.out)] == [
        "failed: rejected",
        *["created"] * 3,
    ]
    assert (result.code, calls(fake)) == (9, 5)


def test_partly(run: Run, fake: Fake) -> None:
    """After a failure in the middle, only the rest is sent."""
    rows = "".join(f"P{n},+1202555{n:04},x\n" for n in range(100, 350))
    sync(run, HEAD + rows[: rows.index("P200")], "--yes")
    contacts = [
        Contact(n - 98, f"P{n}", f"+1202555{n:04}", {"company": "x"}, "") for n in range(100, 200)
    ]
    Journal(Path("contacts.csv"), SAMPLE_ID).record(contacts, DONE)
    fake.faults.add(FAULTS["rate limited"].on(BULK))
    result = sync(run, HEAD + rows, "--yes")

    assert "150 of 150 contacts are done; 100 were done before." in result.err
    assert result.code == 0


def test_lost_response(run: Run, fake: Fake) -> None:
    """A batch whose response was lost is not sent twice: the campaign is read instead."""
    fake.faults.add(FAULTS["applied, then dropped"].on(BULK))
    lost = sync(run, HEAD + ROWS, "--yes")
    before = numbers(fake)
    again = sync(run, HEAD + ROWS, "--yes")

    assert lost.code == 8
    assert calls(fake) == 1
    assert "2 contacts of the interrupted run are in the campaign already." in again.err
    assert (again.code, numbers(fake)) == (0, before)


def test_not_applied(run: Run, fake: Fake) -> None:
    """A contact of an interrupted run that is not in the campaign is sent."""
    Journal(Path("contacts.csv"), SAMPLE_ID).record(
        [Contact(2, "Ada", "+12025550163", {"company": "Engines"}, "")], SENT
    )
    result = sync(run, HEAD + ROWS, "--yes")

    assert [row["result"] for row in json.loads(result.out)] == ["created", "created"]
    assert calls(fake) == 1


def test_failed_middle(run: Run, fake: Fake) -> None:
    """If a later batch fails, the code is 9, and the earlier results are printed."""
    rows = "".join(f"P{n},+1202555{n:04},x\n" for n in range(100, 350))
    fake.faults.add(FAULTS["internal error"].on("callers_contacts_create"))
    fake.faults.add(Fault(operation=BULK, content_type="application/json", times=1))
    fake.faults.add(Fault(operation=BULK, status=403, times=1))
    result = sync(run, HEAD + rows, "--yes")

    assert result.code == 9
    assert "150 of 250 contacts are done" in result.err
    assert json.loads(result.out)[100]["result"] == "failed: rejected"


def test_unreadable_contacts(run: Run, environment: dict[str, str], fake: Fake) -> None:
    """If the contacts of an interrupted run cannot be read, nothing is sent."""
    contact = Contact(2, "Ada", "+12025550163", {"company": "Engines"}, "")
    Journal(Path("contacts.csv"), SAMPLE_ID).record([contact], SENT)
    environment["CALLERS_API_KEY"] = "wrong"

    assert sync(run, HEAD + ROWS, "--yes").code == 5
    assert calls(fake) == 0


def test_interrupted(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C during a batch leaves it in the journal as unclear."""
    contact = Contact(2, "Ada", "+12025550163", {}, "")
    journal = Journal(Path("contacts.csv"), SAMPLE_ID)
    plan = Plan([contact], [], 0, [])
    options = OutputOptions("json")

    def interrupt(request: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    with Callers(api_key="k", transport=httpx.MockTransport(interrupt)) as callers:
        code = send(callers, SAMPLE_ID, [contact], plan, journal, options)

    assert code == 8
    assert journal.state_of(contact) == SENT
    assert "run the same command again" in capsys.readouterr().err


def test_cut_journal() -> None:
    """A line of the journal that was cut off does not count."""
    contact = Contact(2, "Ada", "+12025550163", {}, "")
    journal = Journal(Path("contacts.csv"), SAMPLE_ID)
    journal.record([contact], DONE)
    with journal.path.open("a") as file:
        file.write('["cut')

    again, other = Journal(Path("contacts.csv"), SAMPLE_ID), contact._replace(name="Grace")
    assert again.state_of(contact) == DONE
    again.record([other], SENT)
    assert Journal(Path("contacts.csv"), SAMPLE_ID).state_of(other) == SENT
    assert "Ada" not in journal.path.read_text()


def test_terminal(environment: dict[str, str], fake: Fake) -> None:
    """In a terminal the question is asked, and yes sends once, with a progress bar."""
    Path("contacts.csv").write_text(HEAD + ROWS)
    words = ("contacts", "sync", SAMPLE_ID, "contacts.csv")
    with PseudoTerminal(*words, environment=environment, columns=120) as terminal:
        terminal.wait_for("[y/N] ")
        terminal.type("y\n")
        assert terminal.wait() == 0

    assert terminal.output.count("created") == 2
    assert "2/2" in terminal.output
    assert calls(fake) == 1
