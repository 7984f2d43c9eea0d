"""Content slots: which templates a campaign uses."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID

GROUPS = KEYS["fake-sonarly"].scope
DRAFT = f"/v1/accounts/{GROUPS[0]}/campaigns/{SAMPLE_ID}"
SLOT = f"{DRAFT}/content-slots/{SAMPLE_ID}"


def slots(client: httpx.Client, path: str = DRAFT) -> list[dict[str, Any]]:
    """Return the slots of a campaign."""
    found: list[dict[str, Any]] = client.get(f"{path}/content-slots").json()["data"]["items"]
    return found


def other_template(client: httpx.Client, group_id: str = GROUPS[0]) -> str:
    """Return a template that a campaign of the group uses, but the first slot does not."""
    path = f"/v1/accounts/{group_id}/campaigns"
    used = {
        slot["templateId"]
        for campaign in client.get(path).json()["data"]["items"]
        for slot in slots(client, f"{path}/{campaign['id']}")
    }
    return str(min(used - {slots(client)[0]["templateId"]}))


def test_documented_slot(sonarly: httpx.Client) -> None:
    """The documented campaign has the documented slot, with a template of its group."""
    first, second = slots(sonarly)
    assert (first["id"], first["channel"]) == (SAMPLE_ID, "direct_message")
    assert [first["position"], second["position"]] == [0, 1]
    assert [first["channelPosition"], second["channelPosition"]] == [0, 1]


def test_update_is_kept(sonarly: httpx.Client) -> None:
    """A slot gets the template, and nothing else changes but the time of the campaign."""
    first, second = slots(sonarly)
    wanted = other_template(sonarly)
    changed = sonarly.patch(SLOT, json={"templateId": wanted}).json()["data"]
    assert changed == {**first, "templateId": wanted}
    assert slots(sonarly) == [changed, second]
    assert sonarly.get(DRAFT).json()["data"]["updatedAt"] == "2026-05-01T12:00:01.000Z"


def test_same_again(sonarly: httpx.Client) -> None:
    """To set the template that a slot has changes nothing of the slot."""
    [first, _] = slots(sonarly)
    body = {"templateId": first["templateId"]}
    assert sonarly.patch(SLOT, json=body).json()["data"] == first


@pytest.mark.parametrize("where", ["unknown", "of another group"])
def test_no_such_template(sonarly: httpx.Client, where: str) -> None:
    """A template that the account group does not have is a 422."""
    template_id = other_template(sonarly, GROUPS[1]) if where != "unknown" else where
    response = sonarly.patch(SLOT, json={"templateId": template_id})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "VALIDATION_ERROR")


def test_only_draft_changes(sonarly: httpx.Client) -> None:
    """The slots of a campaign that was started stay as they are."""
    sonarly.post(f"{DRAFT}/start")
    body = {"templateId": other_template(sonarly)}
    response = sonarly.patch(SLOT, json=body)
    assert (response.status_code, response.json()["error"]["code"]) == (409, "CAMPAIGN_NOT_DRAFT")


def test_no_such_slot(sonarly: httpx.Client) -> None:
    """A slot that the campaign does not have is a 404."""
    body = {"templateId": other_template(sonarly)}
    assert sonarly.patch(f"{DRAFT}/content-slots/unknown", json=body).status_code == 404
