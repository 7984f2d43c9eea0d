"""Values of options: lists, maps, JSON, files, standard input and times."""

import json
from pathlib import Path
from typing import Any

import pytest
from campaignkit_fake import SAMPLE_ID

from tests.cli.conftest import Run

LEADS = ("sonarly", "campaigns", "lead-status", SAMPLE_ID, SAMPLE_ID)
CONTACT = ("callers", "contacts", "create", SAMPLE_ID, "--name", "Ada")
NUMBER = ("--phone-number", "+12025550142")
STYLE = ("sonarly", "templates", "create-writing-style", SAMPLE_ID, "--name", "Short")
SUB = ("callers", "organizations", "create-sub-organization", "--name", "Lyon")
PROSPECTING = ("sonarly", "prospecting", "start", SAMPLE_ID)


def request(run: Run, *words: str, stdin: str = "") -> Any:
    """Return the request that a command would send."""
    result = run(*words, "--dry-run", stdin=stdin)
    assert result.code == 0, result.err
    return json.loads(result.out)


def body(run: Run, *words: str, stdin: str = "") -> Any:
    """Return the body that a command would send."""
    return request(run, *words, stdin=stdin)["body"]


def refusal(run: Run, *words: str) -> str:
    """Return the message of a command that is refused."""
    result = run(*words, "--dry-run")
    assert result.code == 2
    return result.err


def test_list(run: Run, tmp_path: Path) -> None:
    """A list is repeated options, the lines of a file, or those of standard input."""
    ids = tmp_path / "ids.txt"
    ids.write_text("b\n\n c \n")
    url = request(run, *LEADS, "--lead-ids", "a", "--lead-ids", f"@{ids}", stdin="")["url"]

    assert url.endswith("leadIds=a,b,c")
    assert request(run, *LEADS, "--lead-ids", "-", stdin="x\ny\n")["url"].endswith("leadIds=x,y")


def test_map(run: Run, tmp_path: Path) -> None:
    """A map is pairs, or an object in a file."""
    data = tmp_path / "data.json"
    data.write_text('{"plan": "pro"}')
    sent = body(run, *CONTACT, *NUMBER, "--data", "company=E=1", "--data", f"@{data}")

    assert sent["data"] == {"company": "E=1", "plan": "pro"}


def test_map_of_json(run: Run) -> None:
    """The values of a map of any values are JSON if they can be."""
    words = ("callers", "voices", "update", SAMPLE_ID)
    sent = body(run, *words, "--settings", "speed=1.5", "--settings", "tone=warm")

    assert sent == {"settings": {"speed": 1.5, "tone": "warm"}}


def test_bad_map(run: Run, tmp_path: Path) -> None:
    """A map needs names, and an object in a file."""
    data = tmp_path / "data.json"
    data.write_text("[]")

    assert "--data must be NAME=VALUE, got 'x'." in refusal(run, *CONTACT, *NUMBER, "--data", "x")
    assert "--data must be a JSON object." in refusal(run, *CONTACT, *NUMBER, "--data", f"@{data}")


def test_models(run: Run, tmp_path: Path) -> None:
    """Objects are JSON: as text, in a file, or on standard input."""
    samples = '[{"type": "signal", "message": "Hello"}]'
    file = tmp_path / "samples.json"
    file.write_text(samples)

    for source, stdin in ((samples, ""), (f"@{file}", ""), ("-", samples)):
        sent = body(run, *STYLE, "--samples", source, stdin=stdin)
        assert sent["samples"] == json.loads(samples)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "must be JSON, @file.json or -."),
        ("@missing.json", "missing.json cannot be read: No such file or directory."),
        ('[{"type": 5, "message": "Hi"}]', "samples.type must be"),
        ('[{"type": "signal", "text": "Hi"}]', "samples[0] has no field 'text'. Its fields: type,"),
        ("5", "samples must be a list."),
    ],
)
def test_bad_models(run: Run, text: str, message: str) -> None:
    """JSON that does not fit is refused before anything is sent."""
    assert message in refusal(run, *STYLE, "--samples", text)


def test_not_utf8(run: Run, tmp_path: Path) -> None:
    """A file must be UTF-8."""
    file = tmp_path / "samples.json"
    file.write_bytes(b"\xff")

    assert "it is not UTF-8" in refusal(run, *STYLE, "--samples", f"@{file}")


def test_fields(run: Run) -> None:
    """The fields of an object have options of their own, beside its JSON."""
    words = (*SUB, "--retry-attempts-max-value", "3", "--limits.incomingCalls", "5")

    assert body(run, *words)["limits"] == {"incomingCalls": 5}
    assert body(run, *words, "--limits", '{"outgoingContacts": 1}')["limits"] == {
        "outgoingContacts": 1,
        "incomingCalls": 5,
    }


def test_boolean_field(run: Run) -> None:
    """A field that is true or false takes a word."""
    sent = body(
        run, *PROSPECTING, "--body.searchUrl", "https://x.example", "--body.searchEmails", "true"
    )

    assert sent == {"searchUrl": "https://x.example", "searchEmails": True}


def test_further_field(run: Run) -> None:
    """A body that takes further fields takes them."""
    assert body(run, *PROSPECTING, "--body", '{"urls": ["a"]}') == {"urls": ["a"]}


def test_null(run: Run) -> None:
    """A value that can be null is given as null."""
    sent = body(run, *SUB, "--retry-attempts-max-value", "null", "--limits", "null")

    assert sent == {"name": "Lyon", "retryAttemptsMaxValue": None, "limits": None}


def test_flags(run: Run) -> None:
    """A truth value has two options, and none of them sends nothing."""
    words = (*CONTACT, *NUMBER, "--data", "a=b")

    assert body(run, *words, "--archived")["archived"] is True
    assert body(run, *words, "--no-archived")["archived"] is False
    assert "archived" not in body(run, *words)


def test_time(run: Run) -> None:
    """A time has an offset."""
    words = ("callers", "contacts", "list", SAMPLE_ID, "--last-attempt-from")

    assert "2026-04-01T08%3A00%3A00" in request(run, *words, "2026-04-01T08:00:00Z")["url"]
    assert "must have a UTC offset" in refusal(run, *words, "2026-04-01T08:00:00")
    assert "must be a time such as" in refusal(run, *words, "tomorrow")


def test_enumeration(run: Run) -> None:
    """An open enumeration takes a new value too."""
    words = ("callers", "contacts", "list", SAMPLE_ID, "--sort-direction", "sideways")

    assert "sortDirection=sideways" in request(run, *words)["url"]
