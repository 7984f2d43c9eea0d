"""Formats of the output, on a terminal and elsewhere."""

import csv
import io
import json
from typing import Any

import pytest
from campaignkit.models import CampaignStatus
from campaignkit_cli import tables
from campaignkit_cli.output import OutputOptions, write_items
from campaignkit_fake import SAMPLE_ID, Fake
from campaignkit_operations.json_values import as_json
from ruamel.yaml import YAML

from tests.cli.conftest import Run

TABLE = OutputOptions("table")
CAMPAIGNS = ("sonarly", "campaigns", "list", SAMPLE_ID)
CAMPAIGN = ("sonarly", "campaigns", "get", SAMPLE_ID, SAMPLE_ID)
CONTACTS = ("callers", "contacts", "list", SAMPLE_ID)
AUDIENCES = ("sonarly", "audiences", "list", SAMPLE_ID)


def printed(run: Run, *words: str, **others: str) -> str:
    """Return what a command prints; it must end well."""
    result = run(*words, **others)
    assert result.code == 0, result.err
    return result.out


def test_json(run: Run) -> None:
    """JSON is the format away from a terminal, with the names of the vendor."""
    campaigns = json.loads(printed(run, *CAMPAIGNS))

    assert campaigns[0]["id"] == SAMPLE_ID
    assert campaigns[0]["selectedLeadCount"] == 25


def test_enum() -> None:
    """A value of an enum is plain text in JSON."""
    [status] = as_json([CampaignStatus.DRAFT])

    assert type(status) is str


def test_empty_json(run: Run) -> None:
    """A list without items is an empty list."""
    words = ("sonarly", "messages", "list", SAMPLE_ID, "--conversation-id", "unknown")

    assert json.loads(printed(run, *words)) == []
    assert printed(run, *words, "-o", "yaml") == "[]\n"
    assert printed(run, *words, "-o", "csv") == ""


def test_jsonl(run: Run) -> None:
    """A line holds an item."""
    lines = printed(run, *CAMPAIGNS, "-o", "jsonl").splitlines()

    assert next(json.loads(line)["id"] for line in lines) == SAMPLE_ID


def test_csv(run: Run) -> None:
    """A row of CSV holds an item, with nested fields and lists in columns."""
    rows = list(csv.DictReader(io.StringIO(printed(run, *CONTACTS, "-o", "csv"))))

    assert rows[0]["id"] == SAMPLE_ID
    assert rows[0]["phoneNumber"] == "14155552671"


def test_yaml(run: Run) -> None:
    """YAML keeps the order of the fields."""
    text = printed(run, *CAMPAIGNS, "-o", "yaml")
    one = printed(run, *CAMPAIGN, "-o", "yaml")

    assert YAML(typ="safe", pure=True).load(text)[0]["id"] == SAMPLE_ID
    assert next(iter(YAML(typ="safe", pure=True).load(one))) == "id"


def test_table(run: Run) -> None:
    """A terminal gets a table with a bold head; IDs are whole."""
    result = run(*CAMPAIGNS, typed="")
    head, first, *_ = result.out.splitlines()

    assert head.startswith("\x1b[1mid")
    assert first.startswith(SAMPLE_ID)
    assert result.out.isascii() is False


@pytest.mark.parametrize("switch", ["--no-color", "NO_COLOR"])
def test_no_color(run: Run, environment: dict[str, str], switch: str) -> None:
    """Colors are off by an option and by a variable."""
    options = [switch] if switch.startswith("-") else []
    environment["NO_COLOR"] = "" if options else "1"

    assert "\x1b" not in run(*CAMPAIGNS, *options, typed="").out


def test_record_table(run: Run) -> None:
    """One resource is a table of its fields."""
    lines = printed(run, *CAMPAIGN, "-o", "table").splitlines()

    assert lines[1].split() == ["id", SAMPLE_ID]


def test_narrow_table(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns that do not fit are named on standard error."""
    monkeypatch.setenv("COLUMNS", "40")
    result = run(*CAMPAIGNS, "-o", "table")

    assert max(map(tables.text_width, result.out.splitlines())) <= 40
    assert result.err.startswith("Not shown: ")


def test_long_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A long list is written in parts, and hidden columns are named once, at the end."""
    monkeypatch.setenv("COLUMNS", "10")
    count = write_items(({"id": str(n), "text": "long text"} for n in range(450)), TABLE)
    out, err = capsys.readouterr()

    assert (count, out.splitlines().count("id")) == (450, 3)
    assert err == "Not shown: text. Use --fields or -o json.\n"


def test_fields(run: Run) -> None:
    """Fields are chosen by their names in JSON or in Python."""
    found = json.loads(printed(run, *CAMPAIGN, "--fields", "id, selected_lead_count,unknown"))

    assert found == {"id": SAMPLE_ID, "selected_lead_count": 25, "unknown": None}
    assert printed(run, *CAMPAIGN, "--fields", "id", "-o", "csv") == f"id\n{SAMPLE_ID}\n"
    assert printed(run, *CAMPAIGN, "--fields", "id", "-o", "table") == (f"id\n{SAMPLE_ID}\n")


@pytest.mark.parametrize("words", [CAMPAIGN, CAMPAIGNS])
def test_unknown_field(run: Run, words: tuple[str, ...]) -> None:
    """A field that no item has is named; a field that is null is not."""
    result = run(*words, "--fields", "id,started_at,nmae", "-o", "jsonl")

    assert json.loads(result.out.splitlines()[0])["nmae"] is None
    assert (result.code, result.err) == (0, "No item has the field nmae.\n")


def test_query(run: Run) -> None:
    """A JMESPath picks from the whole result."""
    assert json.loads(printed(run, *CAMPAIGN, "--query", "name")) == "Q4: recruiters, Berlin"
    assert json.loads(printed(run, *CAMPAIGNS, "--query", "[0].id")) == SAMPLE_ID
    assert json.loads(printed(run, *CAMPAIGNS, "--query", "[:1].{i: id}")) == [{"i": SAMPLE_ID}]
    assert printed(run, *CAMPAIGN, "--query", "nothing", "-o", "csv") == ""
    assert printed(run, *CAMPAIGNS, "--query", "[:1].name", "-o", "csv") == (
        'value\n"Q4: recruiters, Berlin"\n'
    )


def test_bad_query(run: Run, fake: Fake) -> None:
    """A JMESPath that is not valid is an error of usage, and nothing is sent."""
    result = run("sonarly", "campaigns", "start", SAMPLE_ID, SAMPLE_ID, "--yes", "--query", "[")

    assert result.code == 2
    assert "--query is not valid" in result.err
    assert fake.state()["starts"] == []


def test_misfit_query(run: Run) -> None:
    """A JMESPath that does not fit the result is said after the call."""
    result = run(*CAMPAIGN, "--query", "abs(name)")

    assert result.code == 1
    assert "The call is done, but --query does not fit its result." in result.err


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("abs(@)", "abs() does not take the type array."),
        ("unknown(@)", "Unknown function: unknown()"),
        ("max_by(@, &(status == 'draft' && name || selectedLeadCount))", "'>' not supported"),
    ],
)
def test_misfit_is_short(run: Run, query: str, reason: str) -> None:
    """The reason does not repeat the result."""
    result = run(*CAMPAIGNS, "--query", query)

    assert result.code == 1
    assert reason in result.err
    assert "Q4: recruiters" not in result.err


def test_raw(run: Run) -> None:
    """The bytes of the response are printed as they came, with the envelope."""
    assert json.loads(printed(run, *CAMPAIGN, "--raw"))["success"] is True
    words = ("sonarly", "campaigns", "lead-status", SAMPLE_ID, SAMPLE_ID, "--lead-ids", SAMPLE_ID)
    assert json.loads(printed(run, *words, "--raw"))["data"]["items"][0]["leadId"] == SAMPLE_ID


def test_raw_pages(run: Run) -> None:
    """A response has one page only."""
    assert run(*AUDIENCES, "--raw", "--all").code == 2


def pages(run: Run, *options: str) -> list[Any]:
    """Return the items of a list in pages."""
    found: list[Any] = json.loads(printed(run, *CONTACTS, *options))
    return found


def test_pages(run: Run) -> None:
    """One page is the default; all pages, or a number of items, are options."""
    everything = pages(run, "--all", "--per-page", "2")

    assert len(everything) > 4
    assert pages(run, "--per-page", "2") == everything[:2]
    assert pages(run, "--per-page", "2", "--limit", "3") == everything[:3]
    assert pages(run, "--per-page", "2", "--page", "1") == everything[2:4]


def test_cursor(run: Run) -> None:
    """The first page names the cursor of the next one."""
    first = run(*AUDIENCES, "--query", "[].id")
    result = run("sonarly", "messages", "list", SAMPLE_ID)
    cursor = result.err.split()[-1]
    following = run("sonarly", "messages", "list", SAMPLE_ID, "--cursor", cursor)

    assert first.code == 0
    assert "--all, or --cursor" in result.err
    assert json.loads(following.out)[0] not in json.loads(result.out)
    assert len(json.loads(printed(run, *AUDIENCES, "--limit", "1"))) == 1


def test_failed_list(run: Run) -> None:
    """A list that fails at once prints nothing; one that fails later is valid JSON."""
    failed = run("sonarly", "messages", "list", SAMPLE_ID, "--cursor", "unknown")

    assert (failed.code, failed.out) == (3, "")


def test_verbose(run: Run) -> None:
    """Each attempt is a line on standard error."""
    result = run(*CAMPAIGN, "-v")

    assert "sonarly_campaigns_get: attempt 1, 200" in result.err


def test_cells() -> None:
    """Cells are cut by their width on the screen, and hold no control characters."""
    rows = [{"id": "x" * 50, "text": "名" * 30, "bell": "a\x1b[2Jb\u0301", "empty": None}]
    lines, hidden = tables.table_lines(rows, 200, has_color=False)

    assert hidden == []
    assert "x" * 50 in lines[1]
    assert "名" * 19 + "…" in lines[1]
    assert "a [2Jb\u0301" in lines[1]
