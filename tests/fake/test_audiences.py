"""Audiences: who is in which, and which ones are ready."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake, VirtualClock
from campaignkit_fake.rules import COLLECTIONS
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.state.store import SeededStore

GROUPS = KEYS["fake-sonarly"].scope
AUDIENCES = f"/v1/accounts/{GROUPS[0]}/audiences"
FIRST = f"{AUDIENCES}/{SAMPLE_ID}"


def held(fake: Fake, **wanted: Any) -> list[str]:
    """Return the ids of the first group's audiences with these properties."""
    wanted["accountGroupId"] = GROUPS[0]
    audiences = fake.state()["audiences"].items()
    return [key for key, audience in audiences if wanted.items() <= audience.items()]


def lead_ids(fake: Fake, audience_id: str = SAMPLE_ID) -> list[str]:
    """Return the ids of the leads in an audience."""
    found: list[str] = fake.state()["audiences"][audience_id]["leadIds"]
    return found


def code(response: httpx.Response) -> tuple[int, str]:
    """Return the status and the code of an error."""
    return response.status_code, response.json()["error"]["code"]


def move(client: httpx.Client, target: str, lead_ids: list[str]) -> httpx.Response:
    """Move leads from the first audience to another one."""
    body = {"targetAudienceId": target, "leadIds": lead_ids}
    return client.post(f"{FIRST}/move-leads", json=body)


def test_lists_ready_ones(sonarly: httpx.Client, fake: Fake) -> None:
    """A list holds the audiences of the account group, but for those that a job still fills."""
    listed = [item["id"] for item in sonarly.get(AUDIENCES).json()["data"]["items"]]
    assert listed == held(fake, isFilling=False)
    assert held(fake, isFilling=True)


def test_pages(sonarly: httpx.Client) -> None:
    """Pages of one hold the same as the whole list, and come to an end."""
    whole = sonarly.get(AUDIENCES).json()["data"]["items"]
    items, cursor = [], None
    for _ in whole:
        params = {"limit": "1"} | ({"cursor": cursor} if cursor else {})
        page = sonarly.get(AUDIENCES, params=params).json()["data"]
        items += page["items"]
        cursor = page["nextCursor"]
    assert (items, cursor, page["hasMore"]) == (whole, None, False)


@pytest.mark.parametrize("cursor", ["", "nothing", "W10", "e30", "eyJhZnRlciI6ICJ4In0"])
def test_foreign_cursor(sonarly: httpx.Client, cursor: str) -> None:
    """A cursor that no page of the list has named is a 400."""
    response = sonarly.get(AUDIENCES, params={"cursor": cursor})
    assert code(response) == (400, "VALIDATION_ERROR")


def test_get_equals_list(sonarly: httpx.Client) -> None:
    """An audience reads the same by itself as in the list."""
    listed = sonarly.get(AUDIENCES).json()["data"]["items"][2]
    assert sonarly.get(f"{AUDIENCES}/{listed['id']}").json()["data"] == listed


@pytest.mark.parametrize(
    "path",
    [f"{AUDIENCES}/unknown", f"/v1/accounts/{GROUPS[1]}/audiences/{SAMPLE_ID}"],
    ids=["unknown", "of another group"],
)
def test_no_such_audience(sonarly: httpx.Client, path: str) -> None:
    """An audience that the account group does not have is a 404."""
    assert sonarly.get(path).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("PATCH", "", {"name": "Later"}),
        ("DELETE", "", None),
        ("GET", "/prospects", None),
        ("POST", "/move-leads", {"targetAudienceId": SAMPLE_ID, "leadIds": []}),
        ("POST", "/move-to-folder", {"folderId": SAMPLE_ID}),
        ("POST", "/remove-from-folder", None),
    ],
    ids=str,
)
def test_not_ready(sonarly: httpx.Client, fake: Fake, method: str, path: str, body: Any) -> None:
    """No call sees or changes an audience while a job fills it."""
    filling, *_ = held(fake, isFilling=True)
    response = sonarly.request(method, f"{AUDIENCES}/{filling}{path}", json=body)
    assert code(response) == (409, "AUDIENCE_NOT_READY")


def test_begin_and_finish() -> None:
    """A job's audience is seen when it is finished, with everybody who was found, once."""
    store = SeededStore(1, VirtualClock(), COLLECTIONS)
    audiences = store[Audiences]
    audience = audiences.add_filling(GROUPS[0], "Found", store.now)
    assert audience.fields not in audiences.shown(GROUPS[0])
    audiences.finish(audience, ["one", "two", "one"])
    assert audiences.shown(GROUPS[0])[-1]["prospectCount"] == 2


def test_create(sonarly: httpx.Client) -> None:
    """A new audience is empty, in no folder, and listed last."""
    body = {"name": "Testers", "type": "monitoring"}
    response = sonarly.post(AUDIENCES, json=body)
    created = response.json()["data"]
    assert response.status_code == 201
    assert (created["name"], created["description"]) == ("Testers", None)
    assert (created["prospectCount"], created["folderId"]) == (0, None)
    assert created["createdAt"] == "2026-05-01T12:00:01.000Z"
    assert sonarly.get(AUDIENCES).json()["data"]["items"][-1] == created


def test_id_is_not_used_again(sonarly: httpx.Client) -> None:
    """A new audience does not get the id of one that was deleted."""
    body = {"name": "Testers", "type": "on_demand"}
    first = sonarly.post(AUDIENCES, json=body).json()["data"]["id"]
    sonarly.delete(f"{AUDIENCES}/{first}")
    assert sonarly.post(AUDIENCES, json=body).json()["data"]["id"] != first


@pytest.mark.parametrize(
    "body",
    [{"name": "Founders", "type": "on_demand"}, {"name": "Testers", "type": "other"}],
    ids=["name", "type"],
)
def test_create_is_refused(sonarly: httpx.Client, body: dict[str, str]) -> None:
    """A name that is taken, or a type that nothing has, is a 422."""
    assert sonarly.post(AUDIENCES, json=body).status_code == 422


def test_name_of_another_group(sonarly: httpx.Client) -> None:
    """Account groups share no names."""
    body = {"name": "Testers", "type": "on_demand"}
    statuses = [
        sonarly.post(f"/v1/accounts/{group_id}/audiences", json=body).status_code
        for group_id in GROUPS[:2]
    ]
    assert statuses == [201, 201]


def test_update(sonarly: httpx.Client) -> None:
    """What is given changes, and the rest stays."""
    before = sonarly.get(FIRST).json()["data"]
    after = sonarly.patch(FIRST, json={"description": "new"}).json()["data"]
    assert after == before | {"description": "new"}
    assert sonarly.get(FIRST).json()["data"] == after


def test_update_to_same_name(sonarly: httpx.Client) -> None:
    """An audience may keep its name."""
    assert sonarly.patch(FIRST, json={"name": "Founders"}).status_code == 200


def test_update_to_taken_name(sonarly: httpx.Client) -> None:
    """The name of another audience is a 422, and nothing changes."""
    body = {"name": "CFOs", "description": "new"}
    assert sonarly.patch(FIRST, json=body).status_code == 422
    assert sonarly.get(FIRST).json()["data"]["description"] != "new"


def test_update_needs_a_field(sonarly: httpx.Client) -> None:
    """A change of nothing is a 400."""
    assert code(sonarly.patch(FIRST, json={})) == (400, "VALIDATION_ERROR")


def test_delete(sonarly: httpx.Client) -> None:
    """A deleted audience is gone, and its campaigns stay."""
    assert sonarly.delete(FIRST).json()["data"] == {"deleted": True}
    assert sonarly.get(FIRST).status_code == 404
    campaigns = f"/v1/accounts/{GROUPS[0]}/campaigns"
    assert sonarly.get(f"{campaigns}/{SAMPLE_ID}").status_code == 200


def test_prospects(sonarly: httpx.Client, fake: Fake) -> None:
    """The prospects of an audience are its leads, page by page."""
    first = sonarly.get(f"{FIRST}/prospects").json()["data"]
    params = {"cursor": first["nextCursor"]}
    second = sonarly.get(f"{FIRST}/prospects", params=params).json()["data"]
    ids = [item["id"] for item in first["items"] + second["items"]]
    assert ids == lead_ids(fake)
    assert sonarly.get(FIRST).json()["data"]["prospectCount"] == len(ids)


def test_prospects_are_the_same(sonarly: httpx.Client) -> None:
    """A person reads the same every time."""
    one, two = (sonarly.get(f"{FIRST}/prospects").json()["data"] for _ in range(2))
    assert one == two


def test_move(sonarly: httpx.Client, fake: Fake) -> None:
    """Moved leads are in the other audience and no longer in their own."""
    target = held(fake, isFilling=False)[1]
    before, moved = lead_ids(fake), lead_ids(fake)[:2]
    told = move(sonarly, target, [*moved, moved[0]]).json()["data"]
    assert told["movedCount"] == 2
    assert lead_ids(fake) == before[2:]
    assert lead_ids(fake, target)[-2:] == moved
    assert told["sourceAudience"] == sonarly.get(FIRST).json()["data"]
    assert told["targetAudience"]["prospectCount"] == len(lead_ids(fake, target))


def test_move_refused(sonarly: httpx.Client, fake: Fake) -> None:
    """Leads only move from their audience to another one."""
    filling, *_ = held(fake, isFilling=True)
    other = held(fake, isFilling=False)[1]
    own = lead_ids(fake)[:1]
    assert move(sonarly, SAMPLE_ID, own).status_code == 422
    assert move(sonarly, other, [*own, "stranger"]).status_code == 422
    assert move(sonarly, "unknown", own).status_code == 404
    assert move(sonarly, "", own).status_code == 404
    assert code(move(sonarly, filling, own)) == (409, "AUDIENCE_NOT_READY")
    assert lead_ids(fake)[:1] == own
