"""The audit has a line for each call, without personal data."""

import io
import sys
from typing import Any

import pytest
from campaignkit_fake import SAMPLE_ID, VirtualClock
from campaignkit_mcp.audit import Audit, masked

from tests.mcp.agents import CAMPAIGN, START, Desk, User, fields
from tests.mcp.tool_arguments import sample_arguments

CONTACT = {
    "campaign_id": SAMPLE_ID,
    "name": "Ada Lovelace",
    "phone_number": "+12025550142",
    "data": {"mail": "ada@example.com"},
}
PRIVATE = ("Ada", "12025550142", "202-555", "ada@example.com")


def test_line(desk: Desk) -> None:
    """A line has the time, session, tool, arguments, outcome and trace."""
    desk.call("sonarly_campaigns_get", CAMPAIGN)

    assert desk.audit == [
        {
            "time": "2026-05-01T12:00:00.000Z",
            "session": "token-1",
            "tool": "sonarly_campaigns_get",
            "arguments": CAMPAIGN,
            "outcome": "read",
            "trace_id": "7a0000000000000000000001",
        }
    ]


def test_confirmed(desk: Desk) -> None:
    """A confirmed call says who confirmed it, and how many people it can reach."""
    desk.call(START, CAMPAIGN, user=User(), can_write=True)

    assert [line["outcome"] for line in desk.audit] == ["asked", "applied"]
    assert desk.audit[1]["confirmed"] == "user"
    assert desk.audit[1]["people"] == 25


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("callers_contacts_create", CONTACT),
        ("callers_contacts_create", {**CONTACT, "Ada": "ada@example.com"}),
        ("callers_contacts_archive_by_phone_number", CONTACT),
        ("sonarly_campaigns_get", {"campaign_id": "ada@example.com", "account_group_id": "Ada L."}),
        ("sonarly_campaigns_get", {**CAMPAIGN, "campaign_id": "12025550142"}),
        ("sonarly_campaigns_get", {**CAMPAIGN, "campaign_id": "+1-202-555-0142"}),
        ("sonarly_campaigns_get", {**CAMPAIGN, "campaign_id": "Ada.Lovelace"}),
        ("callers_contacts_create", {**CONTACT, "phone_number": int(PRIVATE[1])}),
        (
            "callers_contacts_create_bulk",
            {"campaign_id": SAMPLE_ID, "contacts": [{"name": "Ada", "phoneNumber": PRIVATE[1]}]},
        ),
    ],
)
def test_private(desk: Desk, tool: str, arguments: dict[str, Any]) -> None:
    """No name, number or address of a person is in the audit, valid arguments or not."""
    desk.call(tool, arguments, can_write=True, user=User("decline"))

    assert desk.audit
    assert not [text for text in PRIVATE if text in desk.audit_stream.getvalue()]


def test_known_values() -> None:
    """Known values, numbers and null are shown; lists are counted."""
    schema = {
        "properties": {
            "status": {"anyOf": [{"enum": ["open"]}, {"type": "string"}]},
            "count": {"type": "integer"},
            "limit": {"type": ["integer", "null"]},
            "names": {"type": "array"},
            "note": {"type": "string"},
        }
    }
    values = {
        "status": "open",
        "count": 2,
        "limit": 3,
        "names": ["Ada", "Bo"],
        "note": None,
        "more": 1,
    }

    assert masked(schema, values) == {
        "status": "open",
        "count": 2,
        "limit": 3,
        "names": "2 items",
        "note": None,
    }


def test_whole_message(desk: Desk) -> None:
    """The user sees a message as a whole before it is sent."""
    tool = "sonarly_messages_respond"
    user = User("decline")
    message = "Hello, " * 100
    arguments = sample_arguments(tool) | {"message": message}
    desk.call(tool, arguments, can_write=True, user=user)

    assert message in user.questions[0]


def test_long_message(desk: Desk) -> None:
    """If a message is too long for the question, the question says how much is not shown."""
    tool = "sonarly_messages_respond"
    user = User("decline")
    arguments = sample_arguments(tool) | {"message": "x" * 3_000}
    desk.call(tool, arguments, can_write=True, user=user)

    assert "xxx… (and 1,003 more characters)" in user.questions[0]


class Full(io.StringIO):
    """File on a full disk."""

    def write(self, text: str) -> int:
        """Refuse a text."""
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("fails", [False, True])
def test_no_place_for_errors(desk: Desk, monkeypatch: pytest.MonkeyPatch, *, fails: bool) -> None:
    """If standard error is full or closed too, the client still gets the result of a call."""

    def fail(vendor: str) -> object:
        raise KeyError(vendor)

    monkeypatch.setattr(sys, "stderr", Full())
    desk.audit_stream = Full()
    if fails:
        desk.make_client = fail  # type: ignore[method-assign]
    result = desk.call(START, CAMPAIGN, user=User(), can_write=True)

    assert fields(result).get("class") == ("KeyError" if fails else None)
    assert desk.starts == int(not fails)


def test_full_disk(capsys: pytest.CaptureFixture[str]) -> None:
    """If a line cannot be written, standard error says so."""
    Audit(Full(), VirtualClock()).write("session", "tool")

    assert "the audit cannot be written: No space left on device." in capsys.readouterr().err


def test_sample_lines(desk: Desk) -> None:
    """A message to a person is masked."""
    tool = "sonarly_messages_respond"
    desk.call(tool, sample_arguments(tool), can_write=True, user=User())

    assert desk.audit[-1]["arguments"]["message"] == "***"
