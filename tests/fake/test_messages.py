"""Messages, and the queued responses to them."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake

GROUPS = KEYS["fake-sonarly"].scope
MESSAGES = f"/v1/accounts/{GROUPS[0]}/messages"
BODY = {"prospectId": SAMPLE_ID, "message": "This afternoon."}
INMAIL = {**BODY, "channel": "inmail", "subject": "Details"}


def listed(client: httpx.Client, **query: Any) -> list[str]:
    """Return the ids of all messages, page by page."""
    page = client.get(MESSAGES, params=query).json()["data"]
    ids = [item["id"] for item in page["items"]]
    if page["hasMore"]:
        ids += listed(client, **{**query, "cursor": page["nextCursor"]})
    return ids


def respond(client: httpx.Client, key: str | None = None, **body: Any) -> httpx.Response:
    """Queue a message; by default, the shortest one."""
    headers = {} if key is None else {"Idempotency-Key": key}
    return client.post(f"{MESSAGES}/responses", json=body or BODY, headers=headers)


def told(fake: Fake) -> dict[str, Any]:
    """Return the state of the fake about conversations and responses."""
    state: dict[str, Any] = fake.state()["messages"]
    return state


def people(fake: Fake, group_id: str = GROUPS[0], *, with_chat: bool = False) -> list[str]:
    """Return the prospects of an account group that a chat is with, or those without one."""
    state = fake.state()
    chats = {
        conversation["prospectId"] for conversation in state["messages"]["conversations"].values()
    }
    own = [
        lead_id
        for audience in state["audiences"].values()
        if audience["accountGroupId"] == group_id
        for lead_id in audience["leadIds"]
    ]
    return [lead_id for lead_id in own if (lead_id in chats) is with_chat]


@pytest.mark.parametrize("limit", [None, 1, 7], ids=["no limit", "one", "seven"])
def test_pages_hold_all(sonarly: httpx.Client, fake: Fake, limit: int | None) -> None:
    """The pages together hold every message of the group once, for every page size."""
    own = [
        message_id
        for conversation in told(fake)["conversations"].values()
        if conversation["accountGroupId"] == GROUPS[0]
        for message_id in conversation["messageIds"]
    ]
    assert len(own) > 25
    assert listed(sonarly, **({} if limit is None else {"limit": limit})) == own


def test_one_conversation(sonarly: httpx.Client, fake: Fake) -> None:
    """A conversation has its own messages only, all of one participant."""
    expected = told(fake)["conversations"][SAMPLE_ID]["messageIds"]
    answer = sonarly.get(MESSAGES, params={"conversationId": SAMPLE_ID}).json()["data"]
    assert [item["id"] for item in answer["items"]] == expected
    assert {item["participantProviderId"] for item in answer["items"]} == {SAMPLE_ID}


def test_participant_is_found(sonarly: httpx.Client, fake: Fake) -> None:
    """The participant of each conversation is known by its id as the prospect that it is with."""
    for conversation_id, conversation in told(fake)["conversations"].items():
        if conversation["accountGroupId"] == GROUPS[0]:
            page = sonarly.get(MESSAGES, params={"conversationId": conversation_id}).json()
            [known] = {item["participantProviderId"] for item in page["data"]["items"]}
            path = f"/v1/accounts/{GROUPS[0]}/prospects/by-provider-id/{known}"
            matches = sonarly.get(path).json()["data"]["matches"]
            assert conversation["prospectId"] in [match["prospectId"] for match in matches]


def test_unknown_conversation(sonarly: httpx.Client) -> None:
    """A conversation that the group does not have is empty: no page lists a 404."""
    assert listed(sonarly, conversationId="unknown") == []


@pytest.mark.parametrize("body", [BODY, INMAIL], ids=["direct message", "inmail"])
def test_queued(sonarly: httpx.Client, fake: Fake, body: dict[str, str]) -> None:
    """A message is queued as it was given."""
    response = respond(sonarly, **body)
    [queued] = told(fake)["responses"]
    assert (response.status_code, response.json()["data"]) == (202, {"id": queued["id"]})
    assert queued == {"id": queued["id"], "accountGroupId": GROUPS[0], **body}


def test_queued_once_per_key(sonarly: httpx.Client, fake: Fake) -> None:
    """A repeat with the same key has the same response and queues nothing; another key does."""
    first, again, other = (respond(sonarly, key).json()["data"] for key in "aab")
    assert first == again != other
    assert len(told(fake)["responses"]) == 2


def test_other_body_conflicts(sonarly: httpx.Client, fake: Fake) -> None:
    """A key that came with another body is refused."""
    respond(sonarly, "a")
    response = respond(sonarly, "a", **{**BODY, "message": "Tomorrow."})
    assert (response.status_code, response.json()["error"]["code"]) == (409, "IDEMPOTENCY_CONFLICT")
    assert len(told(fake)["responses"]) == 1


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"prospectId": "unknown"}, "prospectId"),
        ({"channel": "pigeon"}, "channel"),
        ({"conversationId": "unknown"}, "conversationId"),
        ({"conversationId": "c00000000000000000000001"}, "conversationId"),
        ({"channel": "inmail", "subject": ""}, "subject"),
    ],
    ids=["prospect", "channel", "conversation", "other conversation", "subject"],
)
def test_refused(sonarly: httpx.Client, fake: Fake, changes: dict[str, str], name: str) -> None:
    """What cannot be queued is a 422 that names the field, and is not queued."""
    response = respond(sonarly, **{**BODY, **changes})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "VALIDATION_ERROR")
    assert response.json()["error"]["details"].startswith(f"{name}: ")
    assert told(fake)["responses"] == []


def test_inmail_needs_subject(sonarly: httpx.Client) -> None:
    """An InMail without a subject is not a valid request."""
    response = respond(sonarly, **BODY, channel="inmail")
    assert (response.status_code, response.json()["error"]["code"]) == (400, "VALIDATION_ERROR")


def test_named_conversation(sonarly: httpx.Client) -> None:
    """The conversation with the prospect can be named."""
    assert respond(sonarly, **BODY, conversationId=SAMPLE_ID).status_code == 202


def test_prospect_of_other_group(sonarly: httpx.Client, fake: Fake) -> None:
    """A prospect of another account group is as good as unknown."""
    [stranger, *_] = people(fake, GROUPS[1], with_chat=True)
    assert respond(sonarly, **{**BODY, "prospectId": stranger}).status_code == 422


def test_direct_message_needs_chat(sonarly: httpx.Client, fake: Fake) -> None:
    """A direct message requires a chat; an InMail requires an eligible prospect."""
    new = people(fake)
    direct = {respond(sonarly, **{**BODY, "prospectId": item}).status_code for item in new}
    inmail = {respond(sonarly, **{**INMAIL, "prospectId": item}).status_code for item in new}
    assert (direct, inmail) == ({422}, {202, 422})
