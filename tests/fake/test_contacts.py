"""The contacts of Callers.ai's campaigns."""

from typing import Any

import httpx
import pytest
from campaignkit_fake import SAMPLE_ID, Fake

CONTACTS = f"/campaigns/{SAMPLE_ID}/contacts"
DOCUMENTED_NUMBER = "14155552671"
BODY = {
    "name": "Ada",
    "phoneNumber": "+44(20)7123-4567",
    "data": {"city": "Rio"},
}


def create(client: httpx.Client, **changes: Any) -> dict[str, Any]:
    """Create a contact, and return what became of it."""
    answer: dict[str, Any] = client.post(CONTACTS, json={**BODY, **changes}).json()
    return answer


def listed(client: httpx.Client, **params: Any) -> list[dict[str, Any]]:
    """Return the contacts of the first campaign, on one page."""
    found: list[dict[str, Any]] = client.get(CONTACTS, params={"perPage": 500, **params}).json()
    return found


def test_creates(callers: httpx.Client) -> None:
    """A new number makes a new contact, whose number is kept as digits."""
    created = create(callers)
    assert (created["created"], created["modified"]) == (True, False)
    contact = callers.get(f"{CONTACTS}/{created['contactId']}").json()
    assert (contact["phoneNumber"], contact["status"]) == ("442071234567", "NEW")


@pytest.mark.parametrize(
    ("changes", "is_modified"),
    [
        ({}, False),
        ({"name": "Bea"}, True),
        ({"data": {}}, True),
        ({"archived": True}, True),
        ({"phoneNumbers": ["+442071234568"]}, True),
        ({"phoneNumber": "442071234567"}, False),
    ],
    ids=["same", "name", "data", "archived", "numbers", "other form"],
)
def test_changes(callers: httpx.Client, changes: dict[str, Any], is_modified: bool) -> None:
    """A known number changes its contact, if anything of it is new."""
    first = create(callers)
    expected = {"contactId": first["contactId"], "created": False, "modified": is_modified}
    assert create(callers, **changes) == expected


def test_number_of_other_campaign(callers: httpx.Client) -> None:
    """The same number is another contact in another campaign."""
    campaigns = callers.get("/campaigns", params={"organizationId": SAMPLE_ID}).json()
    url = f"/campaigns/{campaigns[1]['id']}/contacts"
    assert callers.post(url, json={**BODY, "phoneNumber": DOCUMENTED_NUMBER}).json()["created"]
    assert not create(callers, phoneNumber=DOCUMENTED_NUMBER)["created"]


def test_fixes_number(callers: httpx.Client) -> None:
    """On request a number without a leading 1 gets one, and others stay."""
    numbers = [DOCUMENTED_NUMBER, DOCUMENTED_NUMBER[1:]]
    answers = [
        callers.post(
            CONTACTS, params={"fixUSPhoneNumber": "true"}, json={**BODY, "phoneNumber": number}
        )
        for number in numbers
    ]
    assert {response.json()["contactId"] for response in answers} == {SAMPLE_ID}


def test_number_without_digits(callers: httpx.Client) -> None:
    """A number that has no digit is kept as it is."""
    create(callers, phoneNumber="(((-)))")
    assert not create(callers, phoneNumber="(((-)))")["created"]


def test_bulk(callers: httpx.Client) -> None:
    """Many at once are counted, and each changed contact is named once."""
    contacts = [BODY, {**BODY, "name": "Bea"}, {**BODY, "phoneNumber": DOCUMENTED_NUMBER}]
    answer = callers.post(f"{CONTACTS}/bulk", json={"contacts": [*contacts, contacts[1]]}).json()
    assert (answer["requested"], answer["added"], answer["modified"]) == (4, 1, 2)
    assert len(answer["contactIds"]) == 2
    assert "contactDetails" not in answer


def test_bulk_verbose(callers: httpx.Client) -> None:
    """On request, the response has the result of each contact."""
    contacts = [BODY, {**BODY, "timezone": "Europe/Berlin"}]
    url = f"{CONTACTS}/bulk"
    answer = callers.post(url, params={"verbose": "true"}, json={"contacts": contacts}).json()
    assert [detail["status"] for detail in answer["contactDetails"]] == ["created", "updated"]
    assert {detail["phoneNumber"] for detail in answer["contactDetails"]} == {"442071234567"}


def test_pages(callers: httpx.Client) -> None:
    """Pages count from 0 and hold every contact once."""
    pages = [callers.get(CONTACTS, params={"page": page}).json() for page in range(3)]
    assert [len(page) for page in pages] == [50, len(listed(callers)) - 50, 0]
    assert [item for page in pages for item in page] == listed(callers)


def test_list_hides_archived(callers: httpx.Client, fake: Fake) -> None:
    """Archived contacts are listed only on request."""
    contacts = fake.state()["contacts"].items()
    archived = {
        name
        for name, contact in contacts
        if contact["isArchived"] and contact["campaignId"] == SAMPLE_ID
    }
    assert archived
    assert {row["id"] for row in listed(callers, archived="true")} == archived
    assert not {row["id"] for row in listed(callers)} & archived


def test_list_by_status(callers: httpx.Client) -> None:
    """Statuses are filtered by, one or several."""
    found = listed(callers, statuses="NEW,INTERESTED")
    assert {row["status"] for row in found} == {"NEW", "INTERESTED"}
    assert len(found) > len(listed(callers, statuses="NEW")) > 0


def test_list_by_attempt(callers: httpx.Client) -> None:
    """A range of last attempts includes both ends, and no contact that was never called."""
    moments = sorted(row["lastAttempt"] for row in listed(callers) if row["lastAttempt"])
    middle = moments[len(moments) // 2]
    late, early = listed(callers, lastAttemptFrom=middle), listed(callers, lastAttemptTo=middle)
    both = listed(callers, lastAttemptFrom=middle, lastAttemptTo=middle)
    assert sorted(item["lastAttempt"] for item in late) == moments[len(moments) // 2 :]
    assert sorted(item["lastAttempt"] for item in early) == moments[: len(moments) // 2 + 1]
    assert {item["lastAttempt"] for item in both} == {middle}


def test_unusual_moment(callers: httpx.Client) -> None:
    """A leap second is refused, as the fake cannot compare it."""
    response = callers.get(CONTACTS, params={"lastAttemptTo": "2016-12-31T23:59:60Z"})
    assert response.status_code == 400


@pytest.mark.parametrize("name", ["name", "lastAttempt", "attempts"])
def test_sorts(callers: httpx.Client, name: str) -> None:
    """A list is sorted by any field, what is missing first; descending is the reverse."""
    found = listed(callers, sortAttribute=name)
    values = [row[name] for row in found]
    known = [value for value in values if value is not None]
    assert values == [None] * (len(values) - len(known)) + sorted(known)
    assert listed(callers, sortAttribute=name, sortDirection="desc") == found[::-1]


def test_sorts_by_unknown(callers: httpx.Client) -> None:
    """A field that no contact has changes no order."""
    assert listed(callers, sortAttribute="nothing") == listed(callers)


@pytest.mark.parametrize(
    "path",
    [SAMPLE_ID, f"phoneNumber/{DOCUMENTED_NUMBER}", "phoneNumber/%2B1-415-555-2671"],
    ids=["id", "number", "other form"],
)
def test_archives(callers: httpx.Client, fake: Fake, path: str) -> None:
    """A contact is archived once, and is still there."""
    answers = [callers.delete(f"{CONTACTS}/{path}").json() for _ in range(2)]
    assert answers == [{"status": "success", "data": item} for item in (True, False)]
    assert fake.state()["contacts"][SAMPLE_ID]["isArchived"]
    assert callers.get(f"{CONTACTS}/{SAMPLE_ID}").status_code == 200


def test_archives_fixed_number(callers: httpx.Client) -> None:
    """A number is fixed on request here too."""
    path = f"{CONTACTS}/phoneNumber/{DOCUMENTED_NUMBER[1:]}"
    assert callers.delete(path).status_code == 404
    assert callers.delete(path, params={"fixUSPhoneNumber": "true"}).json()["data"]


def test_archives_given(callers: httpx.Client, fake: Fake) -> None:
    """Of the given contacts, those of the campaign that are not archived are counted."""
    contacts = fake.state()["contacts"]
    ids = [name for name, contact in contacts.items() if contact["isArchived"]]
    other = next(name for name, contact in contacts.items() if contact["campaignId"] != SAMPLE_ID)
    body = {"contactIds": [SAMPLE_ID, other, "unknown", *ids]}
    answer = callers.request("DELETE", f"{CONTACTS}/bulk", json=body).json()
    assert answer["data"] == {"archivedCount": 1}
    assert not fake.state()["contacts"][other]["isArchived"] or other in ids


def test_archives_all(callers: httpx.Client) -> None:
    """All contacts of a campaign are archived at once."""
    before = listed(callers)
    assert callers.delete(CONTACTS).json()["data"] == {"archivedCount": len(before)}
    assert listed(callers) == []
    assert len(listed(callers, archived="true")) >= len(before)


def test_comes_back(callers: httpx.Client) -> None:
    """An archived contact that is created again is the old one, no longer archived."""
    first = create(callers)
    callers.delete(f"{CONTACTS}/{first['contactId']}")
    again = create(callers)
    assert again == {"contactId": first["contactId"], "created": False, "modified": True}
    assert first["contactId"] in {row["id"] for row in listed(callers)}


@pytest.mark.parametrize("path", ["", "/bulk", f"/{SAMPLE_ID}", "/phoneNumber/14155552671"])
@pytest.mark.parametrize(("campaign", "status"), [("unknown", 404), (SAMPLE_ID, 403)])
def test_not_allowed(connect: Any, path: str, campaign: str, status: int) -> None:
    """Contacts of an unknown campaign, or of another organization's, cannot be changed."""
    client = connect("fake-callers-other")
    url = f"/campaigns/{campaign}/contacts{path}"
    body: Any = {"contactIds": []} if path == "/bulk" else None
    response = client.request("DELETE", url, json=body)
    assert response.status_code == status


def test_unknown_contact(callers: httpx.Client) -> None:
    """A contact that the campaign does not have is not found."""
    assert callers.get(f"{CONTACTS}/unknown").status_code == 404
