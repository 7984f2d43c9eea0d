"""Callers.ai's state rules."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake

MAIN = SAMPLE_ID
OTHER = KEYS["fake-callers-other"].scope[0]


@pytest.fixture
def sub(fake: Fake) -> str:
    """Return the sub organization of the main one."""
    held = fake.state()["organizations"].items()
    return next(str(key) for key, organization in held if organization["main_id"] == MAIN)


def campaigns(client: httpx.Client, **params: str) -> list[dict[str, Any]]:
    """Return the campaigns that the API lists."""
    listed: list[dict[str, Any]] = client.get("/campaigns", params=params).json()
    return listed


def test_lists_organization(callers: httpx.Client) -> None:
    """A list holds campaigns of the organization asked for, grouped and ungrouped."""
    listed = campaigns(callers, organizationId=MAIN)
    assert {row["organizationId"] for row in listed} == {MAIN}
    assert {row["campaignGroupId"] is None for row in listed} == {True, False}


def test_lists_sub_organization(callers: httpx.Client, sub: str) -> None:
    """A key sees the sub organizations of its main one, named in the header or not."""
    response = callers.get(
        "/campaigns", params={"organizationId": sub}, headers={"x-sub-organization-id": sub}
    )
    assert response.json() == campaigns(callers, organizationId=sub)


def test_filters_by_group(callers: httpx.Client) -> None:
    """A campaign group narrows the list to its own."""
    everything = campaigns(callers, organizationId=MAIN)
    group_id = next(item["campaignGroupId"] for item in everything if item["campaignGroupId"])
    wanted = [item for item in everything if item["campaignGroupId"] == group_id]
    assert campaigns(callers, organizationId=MAIN, campaignGroupId=group_id) == wanted


def test_unknown_group_is_empty(callers: httpx.Client) -> None:
    """A campaign group that does not exist has no campaigns."""
    assert campaigns(callers, organizationId=MAIN, campaignGroupId="unknown") == []


@pytest.mark.parametrize(
    ("organization_id", "status"), [("unknown", 404), (OTHER, 403)], ids=["unknown", "foreign"]
)
def test_organization_is_refused(callers: httpx.Client, organization_id: str, status: int) -> None:
    """An unknown organization is a 404, one of another key a 403."""
    response = callers.get("/campaigns", params={"organizationId": organization_id})
    assert response.status_code == status
    assert response.json()["status"] == "error"


@pytest.mark.parametrize("acting", ["unknown", MAIN, OTHER])
def test_acting_needs_own_sub_organization(callers: httpx.Client, acting: str) -> None:
    """Acting for anything but a sub organization of the key's own is refused."""
    response = callers.get(
        "/campaigns", params={"organizationId": MAIN}, headers={"x-sub-organization-id": acting}
    )
    assert response.status_code == 403


def test_sub_organization_of_other_key(connect: Any, sub: str) -> None:
    """A sub organization belongs to its main organization's key only."""
    client = connect("fake-callers-other")
    response = client.get("/campaigns", params={"organizationId": sub})
    assert response.status_code == 403


def test_gets_campaign(callers: httpx.Client) -> None:
    """A campaign is the same by itself as in the list."""
    listed = campaigns(callers, organizationId=MAIN)
    assert callers.get(f"/campaigns/{SAMPLE_ID}").json() == listed[0]


def test_gets_group(callers: httpx.Client) -> None:
    """A campaign group has the id and the name that its campaigns carry."""
    named = {
        campaign["campaignGroupId"]: campaign["campaignGroupName"]
        for campaign in campaigns(callers, organizationId=MAIN)
        if campaign["campaignGroupId"]
    }
    groups = [callers.get(f"/campaign-groups/{item}").json() for item in named]
    assert {group["id"]: group["name"] for group in groups} == named
    assert SAMPLE_ID in named


@pytest.mark.parametrize(
    ("path", "status"), [("/campaigns", 403), ("/campaign-groups", 404)], ids=["campaign", "group"]
)
def test_foreign(connect: Any, path: str, status: int) -> None:
    """Of another organization, a campaign is refused and a group is not found."""
    client = connect("fake-callers-other")
    assert client.get(f"{path}/{SAMPLE_ID}").status_code == status


@pytest.mark.parametrize("path", ["/campaigns", "/campaign-groups"])
def test_unknown(callers: httpx.Client, path: str) -> None:
    """An unknown ID is a 404."""
    assert callers.get(f"{path}/unknown").status_code == 404
