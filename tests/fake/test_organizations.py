"""Callers.ai's organizations, their sub organizations, numbers and limits."""

from typing import Any

import httpx
import pytest
from campaignkit import Callers
from campaignkit_fake import KEYS, SAMPLE_ID, Fake

SUB = "/organization/sub-organization"
NUMBERS = f"/organization/{SAMPLE_ID}/phone-number"
SYNC = f"/admin/organization/{SAMPLE_ID}/external-sync"
BODY = {"name": "Branch", "retryAttemptsMaxValue": None, "limits": {"incomingCalls": 2}}
LIMITS = {"limits": {"outgoingLimit": 5, "incomingLimit": None}}


def sync(fake: Fake, url: str = SYNC, **headers: str) -> httpx.Response:
    """Set limits of an organization, with the headers alone."""
    with httpx.Client(transport=fake.transport(), base_url="https://api.invalid") as client:
        return client.post(
            url, json=LIMITS, headers={header: headers[header] for header in headers}
        )


def test_gets_own(callers: httpx.Client) -> None:
    """A key has one organization, which has no main one."""
    organization = callers.get("/organization").json()
    assert (organization["id"], organization["parentOrgId"]) == (SAMPLE_ID, None)


def test_gone(connect: Any) -> None:
    """A deleted organization is a 404, and gets no sub organization."""
    client = connect("fake-callers-gone")
    assert client.get("/organization").status_code == 404
    assert client.post(SUB, json=BODY).status_code == 403


def test_creates_sub_organization(callers: httpx.Client, fake: Fake) -> None:
    """A new sub organization belongs to the key's, which sees it and may act for it."""
    response = callers.post(SUB, json=BODY)
    assert response.status_code == 201
    sub = response.json()["id"]
    created = fake.state()["organizations"][sub]
    assert (created["name"], created["main_id"]) == ("Branch", SAMPLE_ID)
    assert created["settings"] == {"retryAttemptsMaxValue": None, "limits": {"incomingCalls": 2}}
    listed = callers.get(
        "/campaigns", params={"organizationId": sub}, headers={"x-sub-organization-id": sub}
    )
    assert listed.json() == []


def test_adds_numbers(callers: httpx.Client, fake: Fake) -> None:
    """Numbers are added once, as digits, and the response is empty."""
    for _ in range(2):
        response = callers.post(NUMBERS, json={"phoneNumbers": ["14155552671", "+442071234567"]})
        assert (response.status_code, response.content) == (201, b"")
    held = fake.state()["sipConnections"][SAMPLE_ID]
    assert held["phoneNumbers"] == ["14155552671", "442071234567"]


def test_no_answer_is_none(fake: Fake) -> None:
    """The client returns None for an empty response."""
    with Callers(api_key="fake-callers", transport=fake.transport()) as callers:
        raw = callers.organizations.with_raw_response.add_phone_numbers(
            SAMPLE_ID, phone_numbers=["14155552671"]
        )
    assert (raw.payload, raw.content) == (None, b"")


def test_numbers_are_refused(connect: Any, callers: httpx.Client) -> None:
    """An unknown connection is a 404; a connection of another organization is a 403."""
    body: dict[str, list[str]] = {"phoneNumbers": []}
    assert callers.post("/organization/unknown/phone-number", json=body).status_code == 404
    assert connect("fake-callers-other").post(NUMBERS, json=body).status_code == 403


def test_syncs(fake: Fake) -> None:
    """Limits are set of any organization, with the secret in the place of the key."""
    other = KEYS["fake-callers-other"].scope[0]
    response = sync(fake, SYNC.replace(SAMPLE_ID, other), **{"X-Sync-Secret": "fake-sync"})
    assert response.json() == {"success": True}
    assert fake.state()["organizations"][other]["settings"] == LIMITS


def test_syncs_by_client(fake: Fake) -> None:
    """The client takes the secret beside the key."""
    with Callers(
        api_key="fake-callers", sync_secret="fake-sync", transport=fake.transport()
    ) as callers:
        synced = callers.organizations.sync(SAMPLE_ID, pricing={"minute": 0.1})
    assert synced.success
    settings = fake.state()["organizations"][SAMPLE_ID]["settings"]
    assert settings == {"pricing": {"minute": 0.1}}


def test_sync_of_unknown(fake: Fake) -> None:
    """An unknown organization is a 404."""
    url = SYNC.replace(SAMPLE_ID, "unknown")
    assert sync(fake, url, **{"X-Sync-Secret": "fake-sync"}).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "fake-sync"},
        {"Authorization": "fake-callers"},
        {"X-Sync-Secret": "fake-callers"},
        {"X-Sync-Secret": "Bearer fake-sync"},
    ],
    ids=["none", "secret as key", "key", "key as secret", "scheme word"],
)
def test_sync_needs_secret(fake: Fake, headers: dict[str, str]) -> None:
    """Nothing but the secret in its header opens the sync."""
    assert sync(fake, **headers).status_code == 401


def test_secret_opens_nothing_else(connect: Any) -> None:
    """The secret is not an API key."""
    assert connect("fake-sync").get("/organization").status_code == 401
