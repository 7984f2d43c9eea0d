"""What Callers.ai remembers of its contacts."""

from typing import Any

import httpx
import pytest
from campaignkit import UNSET, Callers, OutcomeUnknownError
from campaignkit_fake import FAULTS, SAMPLE_ID, Fake

MEMORIES = f"/contacts/{SAMPLE_ID}/memories"
BY_NUMBER = f"/campaigns/{SAMPLE_ID}/contacts/14155552671/memories"
BODY = {"name": "Budget", "text": "Decides in May."}


def listed(client: httpx.Client, **params: str) -> list[dict[str, Any]]:
    """Return the memories of the first contact."""
    found: list[dict[str, Any]] = client.get(MEMORIES, params=params).json()["data"]
    return found


def test_lists(callers: httpx.Client) -> None:
    """Of the first contact there is a memory in each state, which the list can be narrowed to."""
    statuses = ["ACTUAL", "OUTDATED", "DELETED"]
    assert [row["status"] for row in listed(callers)] == statuses
    assert [listed(callers, status=status) for status in statuses] == [
        [row] for row in listed(callers)
    ]


def test_supersedes(callers: httpx.Client) -> None:
    """The documented memory took the place of the outdated one."""
    first, outdated, _ = listed(callers)
    assert (first["id"], first["previousMemoryId"]) == (SAMPLE_ID, outdated["id"])


@pytest.mark.parametrize("url", [MEMORIES, BY_NUMBER], ids=["id", "number"])
def test_creates(callers: httpx.Client, url: str) -> None:
    """A new memory holds, and is listed."""
    response = callers.post(url, json=BODY)
    assert response.status_code == 201
    created = response.json()["data"]
    assert created | BODY | {"status": "ACTUAL", "phoneNumber": "14155552671"} == created
    assert listed(callers)[-1] == created


def test_deletes(callers: httpx.Client) -> None:
    """A deleted memory stays, marked."""
    deleted = callers.delete(f"/memories/{SAMPLE_ID}").json()["data"]
    assert (deleted["id"], deleted["status"]) == (SAMPLE_ID, "DELETED")
    assert listed(callers)[0] == deleted


def test_deletes_all(callers: httpx.Client) -> None:
    """All memories of a contact are deleted and counted once; others stay."""
    counts = [callers.delete(MEMORIES).json()["data"]["count"] for _ in range(2)]
    assert counts == [2, 0]
    assert {row["status"] for row in listed(callers)} == {"DELETED"}


def test_others_stay(callers: httpx.Client, fake: Fake) -> None:
    """Memories of other contacts stay."""
    callers.delete(MEMORIES)
    memories = fake.state()["memories"].values()
    others = {memory["status"] for memory in memories if memory["contactId"] != SAMPLE_ID}
    assert others == {"ACTUAL"}


def test_verified(fake: Fake) -> None:
    """A client reads that all were deleted if the response was lost."""
    fake.faults.add(FAULTS["applied, then dropped"].on("callers_memories_delete_all"))
    with Callers(api_key="fake-callers", transport=fake.transport(), clock=fake.clock) as callers:
        assert callers.memories.delete_all(SAMPLE_ID).count is UNSET
    assert fake.state()["memories"][SAMPLE_ID]["status"] == "DELETED"


def test_not_repeated(fake: Fake) -> None:
    """A client that reads memories does not delete again: a repeat could delete new ones."""
    fake.faults.add(FAULTS["dropped"].on("callers_memories_delete_all"))
    with (
        Callers(api_key="fake-callers", transport=fake.transport(), clock=fake.clock) as callers,
        pytest.raises(OutcomeUnknownError),
    ):
        callers.memories.delete_all(SAMPLE_ID)
    assert fake.state()["memories"][SAMPLE_ID]["status"] == "ACTUAL"
    assert fake.state()["requests"]["callers_memories_delete_all"] == 1


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/contacts/{}/memories"),
        ("POST", "/contacts/{}/memories"),
        ("DELETE", "/contacts/{}/memories"),
        ("DELETE", "/memories/{}"),
    ],
)
def test_refused(connect: Any, callers: httpx.Client, method: str, path: str) -> None:
    """An unknown ID is a 404; a record of another organization is a 403."""
    body = BODY if method == "POST" else None
    unknown = callers.request(method, path.format("unknown"), json=body)
    foreign = connect("fake-callers-other").request(method, path.format(SAMPLE_ID), json=body)
    assert (unknown.status_code, foreign.status_code) == (404, 403)


def test_unknown_number(callers: httpx.Client) -> None:
    """A number that no contact of the campaign has is not found."""
    url = BY_NUMBER.replace("14155552671", "14155550000")
    assert callers.post(url, json=BODY).status_code == 404
