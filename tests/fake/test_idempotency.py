"""Idempotency keys: repeated calls of keyed operations."""

import copy
from typing import Any

import httpx
import pytest
from campaignkit_fake import FAULTS, KEYS, SAMPLE_ID, Fake

from .conftest import SPEC, Connect

DRAFT = f"/v1/accounts/{SAMPLE_ID}/campaigns/{SAMPLE_ID}"
START = "sonarly_campaigns_start"


@pytest.fixture(scope="module")
def keyed_fake() -> Fake:
    """Return a fake of a spec in which a start is keyed."""
    document: dict[str, Any] = copy.deepcopy(SPEC)
    path = "/v1/accounts/{accountGroupId}/campaigns/{campaignId}/start"
    node = document["paths"][path]["post"]
    node["x-idempotency"] = "keyed"
    node["parameters"].append(
        {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
    )
    return Fake(document=document)


@pytest.fixture
def fake(keyed_fake: Fake) -> Fake:
    """Return this fake as it is at first."""
    keyed_fake.reset()
    return keyed_fake


def start(client: httpx.Client, idempotency_key: str | None, path: str = DRAFT) -> httpx.Response:
    """Start a campaign, with an idempotency key if there is one."""
    headers = {} if idempotency_key is None else {"Idempotency-Key": idempotency_key}
    return client.post(f"{path}/start", headers=headers)


def test_repeat_gets_first_answer(sonarly: httpx.Client, fake: Fake) -> None:
    """A repeated call gets the payload of the first again, and nothing starts twice."""
    first, second = start(sonarly, "one"), start(sonarly, "one")
    assert second.json()["data"] == first.json()["data"]
    assert len(fake.state()["starts"]) == 1


def test_repeat_has_own_trace(sonarly: httpx.Client) -> None:
    """A repeated call is a request of its own."""
    traces = {start(sonarly, "one").json()["traceId"] for _ in range(2)}
    assert len(traces) == 2


@pytest.mark.parametrize("idempotency_key", ["two", "", None], ids=["other", "empty", "none"])
def test_other_key_is_other_call(sonarly: httpx.Client, idempotency_key: str | None) -> None:
    """A call without the idempotency key of the first is not a repeat."""
    start(sonarly, "")
    response = start(sonarly, idempotency_key)
    assert (response.status_code, response.json()["error"]["code"]) == (409, "CAMPAIGN_NOT_DRAFT")


def test_other_arguments_conflict(sonarly: httpx.Client) -> None:
    """A key that was used with other arguments is refused."""
    start(sonarly, "one")
    response = start(sonarly, "one", path=f"{DRAFT}0")
    assert (response.status_code, response.json()["error"]["code"]) == (409, "IDEMPOTENCY_CONFLICT")


def test_refusal_is_not_kept(sonarly: httpx.Client) -> None:
    """A key that met a refusal is still free, also for other arguments."""
    assert start(sonarly, "one", path=f"{DRAFT}0").status_code == 404
    assert start(sonarly, "one").status_code == 200


def test_repeat_after_drop(sonarly: httpx.Client, fake: Fake) -> None:
    """A call whose response was lost gets it when it is repeated."""
    fake.faults.add(FAULTS["applied, then dropped"])
    with pytest.raises(httpx.RemoteProtocolError):
        start(sonarly, "one")
    assert start(sonarly, "one").status_code == 200


def test_key_of_other_caller(connect: Connect) -> None:
    """The idempotency key of one API key means nothing to another."""
    group_id = KEYS["fake-sonarly-narrow"].scope[0]
    start(connect(), "one")
    other = connect("Bearer fake-sonarly-narrow")
    [draft, *_] = other.get(f"/v1/accounts/{group_id}/campaigns").json()["data"]["items"]
    path = f"/v1/accounts/{group_id}/campaigns/{draft['id']}"
    assert start(other, "one", path=path).status_code == 200


def test_reset_forgets(sonarly: httpx.Client, fake: Fake) -> None:
    """A reset frees every key."""
    start(sonarly, "one")
    fake.reset()
    start(sonarly, "one")
    assert len(fake.state()["starts"]) == 1


def test_other_operations_have_no_key(connect: Connect) -> None:
    """A key says nothing to an operation that is not keyed."""
    client = connect(to=Fake())
    assert [start(client, "one").status_code for _ in range(2)] == [200, 409]
