"""Sonarly's account groups."""

import httpx
from campaignkit_fake import KEYS

from .conftest import Connect


def test_lists_groups(sonarly: httpx.Client) -> None:
    """A key sees every account group that it may act for."""
    listed = sonarly.get("/v1/accounts").json()["data"]["items"]
    assert tuple(row["id"] for row in listed) == KEYS["fake-sonarly"].scope
    assert len({row["name"] for row in listed}) == len(listed)


def test_hides_other_groups(connect: Connect) -> None:
    """A key sees no account group of others; it needs no permission for this."""
    listed = connect("Bearer fake-sonarly-narrow").get("/v1/accounts").json()["data"]["items"]
    assert tuple(row["id"] for row in listed) == KEYS["fake-sonarly-narrow"].scope


def test_groups_are_older(sonarly: httpx.Client) -> None:
    """An account group was made before the audiences in it."""
    group = sonarly.get("/v1/accounts").json()["data"]["items"][0]
    audiences = sonarly.get(f"/v1/accounts/{group['id']}/audiences").json()["data"]["items"]
    assert group["createdAt"] < min(audience["createdAt"] for audience in audiences)
