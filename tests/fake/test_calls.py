"""The calls of Callers.ai's campaigns."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import SAMPLE_ID

CAMPAIGN = f"/campaigns/{SAMPLE_ID}"
CALLS = f"{CAMPAIGN}/calls"
OF_CONTACT = f"{CAMPAIGN}/contacts/{SAMPLE_ID}/calls"


@pytest.fixture
def calls(callers: httpx.Client) -> list[dict[str, Any]]:
    """Return all calls of the first campaign."""
    found: list[dict[str, Any]] = callers.get(CALLS, params={"perPage": 500}).json()
    return found


def test_pages_from_zero(callers: httpx.Client, calls: list[dict[str, Any]]) -> None:
    """A campaign's calls come in pages from 0, the documented one first."""
    pages = [callers.get(CALLS, params={"page": page}).json() for page in range(3)]
    assert [len(page) for page in pages] == [50, len(calls) - 50, 0]
    assert (pages[0] + pages[1], calls[0]["id"]) == (calls, SAMPLE_ID)


def test_pages_from_one(callers: httpx.Client, calls: list[dict[str, Any]]) -> None:
    """A contact's calls come in pages from 1, each of which counts them all."""
    own = [call for call in calls if call["contactId"] == SAMPLE_ID]
    pages = [
        callers.get(OF_CONTACT, params={"page": page, "perPage": 2}).json() for page in (1, 2, 3)
    ]
    assert [row for page in pages for row in page["data"]] == own
    assert [(page["total"], page["page"], page["perPage"]) for page in pages] == [
        (3, 1, 2),
        (3, 2, 2),
        (3, 3, 2),
    ]
    assert callers.get(OF_CONTACT).json()["data"] == own


def test_one_for_each_attempt(callers: httpx.Client, calls: list[dict[str, Any]]) -> None:
    """A contact has as many calls as attempts, and the last one decides its status."""
    contact = callers.get(f"{CAMPAIGN}/contacts/{SAMPLE_ID}").json()
    own = [call for call in calls if call["contactId"] == SAMPLE_ID]
    assert len(own) == contact["attempts"]
    assert (own[-1]["status"], own[-1]["createdAt"]) == (contact["status"], contact["lastAttempt"])


def test_kinds(calls: list[dict[str, Any]]) -> None:
    """Some calls were answered, some were not, and some failed."""
    assert {call["failedReason"] is None for call in calls} == {True, False}
    assert {call["hangUpReason"] is None for call in calls} == {True, False}
    assert {bool(call["messages"]) for call in calls} == {True, False}


def test_webhook_payload(callers: httpx.Client, calls: list[dict[str, Any]]) -> None:
    """A webhook has the same fields of a call as the list, and more."""
    told = [callers.get(f"{CALLS}/{call['id']}/webhook-payload").json() for call in calls]
    assert [item["status"] for item in told] == [call["status"] for call in calls]
    assert {item["webhookEvent"] for item in told} > {"FAILED", "COULD_NOT_CONNECT:BUSY"}
    interested = next(item for item in told if item["status"] == "INTERESTED")
    assert interested["summary"]["Demo"]["value"] is True
    assert (interested["callStatus"], interested["postProcessStatus"]) == (
        "COMPLETED",
        "INTERESTED",
    )


def test_webhook_tells_contact(callers: httpx.Client) -> None:
    """A webhook carries the contact's variables as they are now."""
    body = {"name": "Ada", "phoneNumber": "14155552671", "data": {"city": "Rio"}}
    callers.post(f"{CAMPAIGN}/contacts", json=body)
    told = callers.get(f"{CALLS}/{SAMPLE_ID}/webhook-payload").json()
    assert told["contact"] == {"id": SAMPLE_ID, **body}


@pytest.mark.parametrize(
    "path", ["calls", "contacts/{}/calls", "calls/{}/webhook-payload"], ids=["list", "of", "told"]
)
def test_refused(connect: Any, callers: httpx.Client, path: str) -> None:
    """An unknown campaign, contact or call is not found; those of others are refused."""
    known, unknown = path.format(SAMPLE_ID), path.format("unknown")
    other = connect("fake-callers-other").get(f"{CAMPAIGN}/{known}")
    assert other.status_code == 403
    assert callers.get(f"/campaigns/unknown/{known}").status_code == 404
    if known != unknown:
        assert callers.get(f"{CAMPAIGN}/{unknown}").status_code == 404
