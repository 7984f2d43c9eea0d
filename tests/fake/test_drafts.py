"""Drafts: created from a starter template, or like another campaign."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import KEYS, SAMPLE_ID, Fake

from .conftest import Connect

GROUPS = KEYS["fake-sonarly"].scope
CAMPAIGNS = f"/v1/accounts/{GROUPS[0]}/campaigns"
DRAFT = f"{CAMPAIGNS}/{SAMPLE_ID}"
BODY: dict[str, Any] = {"audienceId": SAMPLE_ID, "leadIds": [SAMPLE_ID]}
CREATION = {**BODY, "starterTemplateId": "engage-inmail", "name": "Avery Stone"}


def create(client: httpx.Client, **changes: Any) -> httpx.Response:
    """Create a campaign as the documents' example does, with these changes."""
    return client.post(CAMPAIGNS, json={**CREATION, **changes})


def duplicate(client: httpx.Client, **changes: Any) -> httpx.Response:
    """Duplicate the documented campaign, with these changes to the example."""
    return client.post(f"{DRAFT}/duplicate", json={**BODY, **changes})


each_way = pytest.mark.parametrize("make", [create, duplicate])


def refusal(response: httpx.Response) -> tuple[int, str]:
    """Return the status and the code of a refusal."""
    return response.status_code, response.json()["error"]["code"]


def slots(client: httpx.Client, campaign_id: str) -> list[dict[str, Any]]:
    """Return the content slots of a campaign."""
    answer = client.get(f"{CAMPAIGNS}/{campaign_id}/content-slots").json()
    found: list[dict[str, Any]] = answer["data"]["items"]
    return found


@each_way
def test_made_is_listed(sonarly: httpx.Client, make: Any) -> None:
    """What is made is a draft, is listed last, and reads the same by itself."""
    response = make(sonarly)
    made = response.json()["data"]
    assert (response.status_code, made["status"], made["startedAt"]) == (201, "draft", None)
    assert sonarly.get(CAMPAIGNS).json()["data"]["items"][-1] == made
    assert sonarly.get(f"{CAMPAIGNS}/{made['id']}").json()["data"] == made


@each_way
def test_given_name(sonarly: httpx.Client, make: Any) -> None:
    """A name that is given is kept."""
    assert make(sonarly, name="Q3, CFOs").json()["data"]["name"] == "Q3, CFOs"


def test_duplicate_is_alike(sonarly: httpx.Client) -> None:
    """A duplicate has the settings of its source, and a name that says so."""
    source = sonarly.get(DRAFT).json()["data"]
    made = duplicate(sonarly).json()["data"]
    same = ("description", "includeConversationHistory", "outreachLanguage")
    assert {name: made[name] for name in same} == {name: source[name] for name in same}
    assert made["name"] == f"{source['name']} (copy)"


def test_duplicate_of_active(sonarly: httpx.Client) -> None:
    """The duplicate of a campaign that runs is a draft with a time of its own."""
    sonarly.post(f"{DRAFT}/start")
    body = {"audienceId": SAMPLE_ID, "leadIds": []}
    made = sonarly.post(f"{DRAFT}/duplicate", json=body).json()["data"]
    assert (made["status"], made["startedAt"], made["selectedLeadCount"]) == ("draft", None, 0)
    assert made["createdAt"] == made["updatedAt"] == "2026-05-01T12:00:02.000Z"


@each_way
def test_chosen_leads(sonarly: httpx.Client, fake: Fake, make: Any) -> None:
    """A draft is for the leads that are given, each once."""
    lead_ids = fake.state()["audiences"][SAMPLE_ID]["leadIds"][:3]
    made = make(sonarly, leadIds=[*lead_ids, lead_ids[0]]).json()["data"]
    assert made["selectedLeadCount"] == 3
    assert fake.state()["campaigns"][made["id"]]["leadIds"] == lead_ids


@each_way
def test_all_free_leads(sonarly: httpx.Client, fake: Fake, make: Any) -> None:
    """Without leads a draft is for those of the audience that no campaign is busy with."""
    audience = fake.state()["audiences"][SAMPLE_ID]["leadIds"]
    before = make(sonarly, leadIds=audience[:5]).json()["data"]["id"]
    sonarly.post(f"{CAMPAIGNS}/{before}/start")
    body = {"name": "Rest", "audienceId": SAMPLE_ID}
    made = sonarly.post(f"{DRAFT}/duplicate", json=body).json()["data"]["id"]
    chosen = fake.state()["campaigns"][made]["leadIds"]
    assert audience[5:25] == chosen[:20]
    assert not set(chosen) & set(audience[:5])


@each_way
def test_busy_lead_is_refused(sonarly: httpx.Client, make: Any) -> None:
    """A lead that the workflow of another campaign goes on with is refused, until that ends."""
    sonarly.post(f"{DRAFT}/start")
    assert refusal(make(sonarly)) == (409, "LEAD_BUSY")
    sonarly.post(f"{DRAFT}/stop")
    assert make(sonarly).status_code == 201


@each_way
def test_lead_of_other_audience(sonarly: httpx.Client, make: Any) -> None:
    """Each lead must be in the audience."""
    assert refusal(make(sonarly, leadIds=["stranger"])) == (409, "LEAD_NOT_IN_AUDIENCE")


@pytest.mark.parametrize(
    ("make", "expected"),
    [(create, (409, "AUDIENCE_NOT_FOUND")), (duplicate, (404, "NOT_FOUND"))],
    ids=["create", "duplicate"],
)
def test_no_such_audience(sonarly: httpx.Client, make: Any, expected: tuple[int, str]) -> None:
    """The audience must be one of the group; only the page of duplicates lists a 404."""
    assert refusal(make(sonarly, audienceId="unknown")) == expected


@each_way
def test_audience_that_fills(sonarly: httpx.Client, fake: Fake, make: Any) -> None:
    """An audience that a prospecting job still fills is not ready."""
    audiences = fake.state()["audiences"].items()
    filling = next(audience_id for audience_id, audience in audiences if audience["isFilling"])
    assert refusal(make(sonarly, audienceId=filling)) == (409, "AUDIENCE_NOT_READY")


@pytest.mark.parametrize("group_id", GROUPS)
def test_one_starter_is_unavailable(sonarly: httpx.Client, group_id: str) -> None:
    """Of the starter templates of a group all but one are available, and never the first."""
    path = f"/v1/accounts/{group_id}/campaigns/starter-templates"
    available = [item["available"] for item in sonarly.get(path).json()["data"]["items"]]
    assert (available[0], len(available), available.count(True)) == (True, 4, 3)


def test_starters_of_other_group(connect: Connect) -> None:
    """The starter templates of a group are for its keys only."""
    client = connect("Bearer fake-sonarly-narrow")
    assert client.get(f"{CAMPAIGNS}/starter-templates").status_code == 403


def test_unavailable_starter(sonarly: httpx.Client) -> None:
    """A starter template that is unavailable or unknown makes no campaign."""
    starters = sonarly.get(f"{CAMPAIGNS}/starter-templates").json()["data"]["items"]
    wanted = [starter["id"] for starter in starters if not starter["available"]]
    for item in (*wanted, "unknown"):
        expected = (409, "STARTER_TEMPLATE_UNAVAILABLE")
        assert refusal(create(sonarly, starterTemplateId=item)) == expected


def test_slots_of_starter(sonarly: httpx.Client) -> None:
    """A campaign from a starter template has its slots, without a template in any."""
    made = create(sonarly).json()["data"]["id"]
    [slot] = slots(sonarly, made)
    assert (slot["channel"], slot["position"], slot["templateId"]) == ("inmail", 0, None)


def test_slots_of_duplicate(sonarly: httpx.Client) -> None:
    """A duplicate has slots like its source, with ids of their own."""
    made = duplicate(sonarly).json()["data"]["id"]
    source, copies = slots(sonarly, SAMPLE_ID), slots(sonarly, made)
    assert [{**copy, "id": ""} for copy in copies] == [{**item, "id": ""} for item in source]
    assert not {copy["id"] for copy in copies} & {item["id"] for item in source}


def test_new_campaign_has_new_id(sonarly: httpx.Client) -> None:
    """The id of a campaign that was deleted is given to no other."""
    first = create(sonarly).json()["data"]["id"]
    sonarly.delete(f"{CAMPAIGNS}/{first}")
    assert create(sonarly).json()["data"]["id"] != first


def test_duplicate_runs_like_source(sonarly: httpx.Client) -> None:
    """A duplicate of a campaign with a manual workflow triggers one when it is started."""
    made = duplicate(sonarly).json()["data"]["id"]
    started = sonarly.post(f"{CAMPAIGNS}/{made}/start").json()["data"]
    assert (started["triggered"], started["instancesCreated"]) == (True, 1)
