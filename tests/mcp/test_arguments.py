"""Arguments are checked before anything is sent, and become those of the methods."""

from typing import Any

import pytest
from campaignkit_fake import SAMPLE_ID

from tests.mcp.agents import CAMPAIGN, Desk, User, fields, texts
from tests.mcp.tool_arguments import sample_arguments

CONTACTS = "callers_contacts_list"


@pytest.mark.parametrize(
    ("tool", "changes", "message"),
    [
        ("sonarly_campaigns_get", {"campaign_id": None}, "'campaign_id' is a required property"),
        ("sonarly_campaigns_get", {"campaign_id": ""}, "campaign_id: '' should be non-empty"),
        ("sonarly_campaigns_get", {"campaign_id": 7}, "campaign_id: 7 is not of type 'string'"),
        ("sonarly_campaigns_get", {"campain": "x"}, "'campain' was unexpected"),
        ("sonarly_campaigns_list", {"max_items": 1001}, "max_items: 1001 is greater"),
        ("sonarly_campaigns_list", {"cursor": "x"}, "cursor must be the next_cursor"),
        ("sonarly_audiences_list", {"cursor": "0:0:x"}, "cursor must be the next_cursor"),
        (CONTACTS, {"cursor": "0:5:x"}, "cursor must be the next_cursor"),
        (CONTACTS, {"cursor": f"0:5:{'9' * 5_000}"}, "cursor must be the next_cursor"),
        (CONTACTS, {"cursor": f"{'9' * 5_000}:5:0"}, "cursor must be the next_cursor"),
        (CONTACTS, {"max_items": 1.5}, "max_items: 1.5 is not of type 'integer'"),
        (CONTACTS, {"last_attempt_from": "today"}, "last_attempt_from must be a time such as"),
        ("callers_voices_clone", {"files": ["%"]}, "files must be in base64"),
        ("callers_contacts_create_bulk", {"contacts": [{"nam": "x"}]}, "contacts"),
    ],
)
def test_refused(desk: Desk, tool: str, changes: dict[str, Any], message: str) -> None:
    """A wrong argument is an error that names it, and nothing is sent."""
    arguments = {**sample_arguments(tool), **changes}
    arguments = {name: value for name, value in arguments.items() if value is not None}
    result = desk.call(tool, arguments, can_write=True, user=User())

    assert result.is_error
    assert message in texts(result)
    assert fields(result)["class"] == "InvalidArgumentError"
    assert fields(result)["outcome"] == "not_sent"
    assert desk.requests == {}


def test_null(desk: Desk) -> None:
    """Null means that an optional argument is missing."""
    result = desk.call(CONTACTS, {"campaign_id": SAMPLE_ID, "archived": None, "statuses": None})

    assert not result.is_error, texts(result)


@pytest.mark.parametrize("tool", ["sonarly_campaigns_list", "sonarly_pending_approvals"])
def test_whole_number(desk: Desk, tool: str) -> None:
    """An integer can be written as 2.0, as JSON Schema and JavaScript have it."""
    result = desk.call(tool, {"account_group_id": SAMPLE_ID, "max_items": 2.0})

    assert len(fields(result)["items"]) == 2


def test_nullable(desk: Desk) -> None:
    """Null is a value if the spec says so."""
    tool = "callers_organizations_create_sub_organization"
    arguments = sample_arguments(tool) | {"retry_attempts_max_value": None}
    result = desk.call(tool, arguments, can_write=True)

    assert not result.is_error, texts(result)
    assert desk.requests[tool] == 1


def test_time(desk: Desk) -> None:
    """A time is sent with its offset."""
    time = "2026-01-01T00:00:00+02:00"
    result = desk.call(CONTACTS, {"campaign_id": SAMPLE_ID, "last_attempt_from": time})

    assert not result.is_error, texts(result)


def test_default(desk: Desk) -> None:
    """An account group of the environment is the default, and then not required."""
    desk.environment["SONARLY_ACCOUNT_GROUP_ID"] = SAMPLE_ID
    result = desk.call("sonarly_campaigns_get", {"campaign_id": SAMPLE_ID})

    assert fields(result)["id"] == SAMPLE_ID


def test_optional_client_argument(desk: Desk) -> None:
    """An argument that is not sent, such as the lead of an approval, is taken too."""
    arguments = {**CAMPAIGN, "workflow_instance_id": SAMPLE_ID, "lead_id": SAMPLE_ID}
    user = User("decline")
    desk.call("sonarly_campaigns_approve", arguments, can_write=True, user=user)

    assert "It is sent with lead_id" in user.questions[0]
