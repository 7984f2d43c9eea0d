"""The folders of audiences."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID

GROUPS = KEYS["fake-sonarly"].scope
AUDIENCES = f"/v1/accounts/{GROUPS[0]}/audiences"
FOLDERS = f"{AUDIENCES}/folders"
FIRST = f"{AUDIENCES}/{SAMPLE_ID}"


def navigation(client: httpx.Client) -> dict[str, Any]:
    """Return the folders with their audiences."""
    told: dict[str, Any] = client.get(f"{AUDIENCES}/navigation").json()["data"]
    return told


def put(client: httpx.Client, folder_id: str) -> httpx.Response:
    """Put the first audience into a folder."""
    return client.post(f"{FIRST}/move-to-folder", json={"folderId": folder_id})


def test_navigation(sonarly: httpx.Client) -> None:
    """Every listed audience is in its folder or in none."""
    told = navigation(sonarly)
    filed = [audience for folder in told["folders"] for audience in folder["audiences"]]
    assert all(audience["folderId"] is None for audience in told["ungroupedAudiences"])
    assert all(
        {audience["folderId"] for audience in folder["audiences"]} == {folder["id"]}
        for folder in told["folders"]
    )
    listed = sonarly.get(AUDIENCES).json()["data"]["items"]
    assert {row["id"] for row in listed} == {
        item["id"] for item in filed + told["ungroupedAudiences"]
    }


def test_folders_of_groups(sonarly: httpx.Client) -> None:
    """An account group shows no folder of another one."""
    ids = [
        folder["id"]
        for group_id in GROUPS
        for folder in sonarly.get(f"/v1/accounts/{group_id}/audiences/navigation").json()["data"][
            "folders"
        ]
    ]
    assert len(set(ids)) == len(ids) == 2 * len(GROUPS)


def test_move_to_folder(sonarly: httpx.Client) -> None:
    """An audience lies in the folder that it was put into, and nowhere else."""
    moved = put(sonarly, SAMPLE_ID).json()["data"]
    told = navigation(sonarly)
    assert moved["folderId"] == SAMPLE_ID
    assert moved in told["folders"][0]["audiences"]
    assert moved["id"] not in [audience["id"] for audience in told["ungroupedAudiences"]]


def test_folder_of_other_kind(sonarly: httpx.Client) -> None:
    """A folder for other audiences is a 422, and the audience stays in its folder."""
    other = navigation(sonarly)["folders"][1]
    assert other["audienceType"] == "monitoring"
    assert put(sonarly, other["id"]).status_code == 422
    assert sonarly.get(FIRST).json()["data"]["folderId"] is None


def test_created_kind_fits(sonarly: httpx.Client) -> None:
    """A new audience fits into a folder of the type that it was created with."""
    body = {"name": "Watch list", "type": "monitoring"}
    created = sonarly.post(AUDIENCES, json=body).json()["data"]
    folder = navigation(sonarly)["folders"][1]
    path = f"{AUDIENCES}/{created['id']}/move-to-folder"
    assert sonarly.post(path, json={"folderId": folder["id"]}).status_code == 200


@pytest.mark.parametrize("times", [1, 2])
def test_remove_from_folder(sonarly: httpx.Client, times: int) -> None:
    """An audience that was taken out is in no folder, also if it is taken out again."""
    put(sonarly, SAMPLE_ID)
    for _ in range(times):
        removed = sonarly.post(f"{FIRST}/remove-from-folder").json()["data"]
    assert removed["folderId"] is None
    assert removed in navigation(sonarly)["ungroupedAudiences"]


def test_create(sonarly: httpx.Client) -> None:
    """A new folder is empty and the last one."""
    body = {"name": "Autumn", "audienceType": "on_demand"}
    response = sonarly.post(FOLDERS, json=body)
    created = response.json()["data"]
    assert (response.status_code, created["position"]) == (201, 2)
    assert (created["name"], created["audienceType"]) == ("Autumn", "on_demand")
    assert navigation(sonarly)["folders"][-1] == {**created, "audiences": []}


def test_create_of_unknown_kind(sonarly: httpx.Client) -> None:
    """A folder for an unknown type of audience is a 400."""
    body = {"name": "Autumn", "audienceType": "other"}
    assert sonarly.post(FOLDERS, json=body).status_code == 400
    assert len(navigation(sonarly)["folders"]) == 2


def test_rename(sonarly: httpx.Client) -> None:
    """A renamed folder is the same but for its name and the time of the change."""
    before = navigation(sonarly)["folders"][0]
    renamed = sonarly.patch(f"{FOLDERS}/{SAMPLE_ID}", json={"name": "Autumn"}).json()["data"]
    changed = {"name": "Autumn", "updatedAt": "2026-05-01T12:00:01.000Z"}
    assert {**before, **changed} == {**renamed, "audiences": before["audiences"]}


@pytest.mark.parametrize("group_id", [GROUPS[0], GROUPS[1]], ids=["unknown", "of another group"])
def test_no_such_folder(sonarly: httpx.Client, group_id: str) -> None:
    """A folder that the account group does not have is a 404."""
    folder_id = "unknown" if group_id == GROUPS[0] else SAMPLE_ID
    path = f"/v1/accounts/{group_id}/audiences/folders/{folder_id}"
    assert sonarly.patch(path, json={"name": "Autumn"}).status_code == 404
