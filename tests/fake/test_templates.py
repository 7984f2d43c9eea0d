"""Writing styles, value propositions and signal specifications."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID

GROUPS = KEYS["fake-sonarly"].scope
STYLES = f"/v1/accounts/{GROUPS[0]}/writing-styles"
PROPOSITIONS = f"/v1/accounts/{GROUPS[0]}/value-propositions"
SPECIFICATIONS = f"/v1/accounts/{GROUPS[0]}/signal-specifications"

each_kind = pytest.mark.parametrize("path", [STYLES, PROPOSITIONS, SPECIFICATIONS], ids=str)
each_read = pytest.mark.parametrize("path", [STYLES, PROPOSITIONS], ids=str)
each_removable = pytest.mark.parametrize("path", [PROPOSITIONS, SPECIFICATIONS], ids=str)


def items(client: httpx.Client, path: str) -> list[dict[str, Any]]:
    """Return the templates that a list holds."""
    listed: list[dict[str, Any]] = client.get(path).json()["data"]["items"]
    return listed


@each_kind
def test_lists_group(sonarly: httpx.Client, path: str) -> None:
    """Every account group has templates of its own, the first one that of the documents."""
    lists = [items(sonarly, path.replace(GROUPS[0], group_id)) for group_id in GROUPS]
    ids = [row["id"] for listed in lists for row in listed]
    assert ids[0] == SAMPLE_ID
    assert len(set(ids)) == len(ids) == 4 * len(GROUPS)


@each_kind
def test_pages(sonarly: httpx.Client, path: str) -> None:
    """A page starts after the last item of the page before it."""
    first = sonarly.get(path, params={"limit": 1}).json()["data"]
    rest = sonarly.get(path, params={"cursor": first["nextCursor"]}).json()["data"]
    assert first["items"] + rest["items"] == items(sonarly, path)


@each_read
def test_get_equals_list(sonarly: httpx.Client, path: str) -> None:
    """A template reads the same by itself as in the list."""
    listed = items(sonarly, path)[1]
    assert sonarly.get(f"{path}/{listed['id']}").json()["data"] == listed


@each_kind
def test_update(sonarly: httpx.Client, path: str) -> None:
    """What is given changes, and the rest stays."""
    before = items(sonarly, path)[0]
    after = sonarly.patch(f"{path}/{SAMPLE_ID}", json={"description": "new"}).json()["data"]
    assert after == before | {"description": "new"}
    assert items(sonarly, path)[0] == after


@each_kind
@pytest.mark.parametrize("group_id", GROUPS[:2], ids=["unknown", "of another group"])
def test_no_such_template(sonarly: httpx.Client, path: str, group_id: str) -> None:
    """A template that the account group does not have is a 404, and nothing changes."""
    before = items(sonarly, path)
    template_id = "unknown" if group_id == GROUPS[0] else SAMPLE_ID
    path_of_it = f"{path.replace(GROUPS[0], group_id)}/{template_id}"
    assert sonarly.patch(path_of_it, json={"name": "Later"}).status_code == 404
    assert items(sonarly, path) == before


@each_removable
def test_delete(sonarly: httpx.Client, path: str) -> None:
    """A deleted template is gone, and the others stay."""
    before = items(sonarly, path)
    assert sonarly.delete(f"{path}/{SAMPLE_ID}").json()["data"] == {"deleted": True}
    assert items(sonarly, path) == before[1:]
    assert sonarly.delete(f"{path}/{SAMPLE_ID}").status_code == 404


@pytest.mark.parametrize(
    "added",
    [
        {"valuePropositionId": SAMPLE_ID},
        {"useValueProposition": True, "valuePropositionIds": [], "specifications": [{"any": 1}]},
    ],
    ids=["style", "specification"],
)
def test_hidden_fields(sonarly: httpx.Client, added: dict[str, Any]) -> None:
    """A field that no response shows may be given, and changes nothing that one shows."""
    path = STYLES if len(added) == 1 else SPECIFICATIONS
    before = items(sonarly, path)
    assert sonarly.patch(f"{path}/{SAMPLE_ID}", json=added).status_code == 200
    assert items(sonarly, path) == before


def test_create(sonarly: httpx.Client) -> None:
    """A new writing style has what was given, and is listed last."""
    sample = {"type": "signal", "message": "Hello", "subject": "Hi", "signalTag": "news"}
    body = {"name": "Terse", "samples": [sample], "contentType": "inmail", "excludeRules": ["No"]}
    response = sonarly.post(STYLES, json=body | {"useStrictTemplate": False})
    created = response.json()["data"]
    assert response.status_code == 201
    assert body.items() <= created.items()
    assert (created["useStrictTemplate"], created["includeRules"]) == (False, [])
    assert created["createdAt"] == "2026-05-01T12:00:01.000Z"
    assert items(sonarly, STYLES)[-1] == created


def test_create_with_little(sonarly: httpx.Client) -> None:
    """What is left out of a writing style or a sample has its place nevertheless."""
    created = sonarly.post(STYLES, json={"name": "Bare", "samples": [{}]}).json()["data"]
    assert (created["description"], created["contentType"]) == (None, None)
    assert (created["useStrictTemplate"], created["excludeRules"]) == (True, [])
    sample = {"type": "basic", "message": "", "subject": None, "signalTag": None}
    assert created["samples"] == [sample]


def test_create_needs_samples(sonarly: httpx.Client) -> None:
    """A writing style without samples is a 400."""
    response = sonarly.post(STYLES, json={"name": "Bare"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    "given",
    [{"contentType": "letter"}, {"samples": [{"type": "other"}]}],
    ids=["content type", "sample"],
)
def test_unknown_words(sonarly: httpx.Client, given: dict[str, Any]) -> None:
    """A word that no writing style knows is a 400, whether one is made or changed."""
    before = items(sonarly, STYLES)
    created = sonarly.post(STYLES, json={"name": "Odd", "samples": []} | given)
    changed = sonarly.patch(f"{STYLES}/{SAMPLE_ID}", json=given)
    assert (created.status_code, changed.status_code) == (400, 400)
    assert items(sonarly, STYLES) == before
