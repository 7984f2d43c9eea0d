"""Contacts of Callers.ai's campaigns, told apart by their phone numbers."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Literal

from ..engine.access import Arguments, callers_campaign
from ..engine.pagination import by_number
from ..engine.records import JSON, Ids, Key
from ..engine.responses import Refusal
from ..state.seeds import START, instant

if TYPE_CHECKING:
    from ..state.store import Store

Change = Literal["created", "updated", "none"]

_IN_FIRST_CAMPAIGN = 60  # more than a page of the usual size
_IN_OTHERS = 3
_NAMES = ("Ada", "Bruno", "Chloé", "Dana", "Emeka", "Fatma", "Gil", "Hana", "Ísak", "Jo")
_STATUSES = ("INTERESTED", "NOT_INTERESTED", "CALL_ME_LATER", "VOICE_MAIL", "NO_ANSWER", "FAILED")
_DOCUMENTED_NUMBER = "14155552671"


@dataclass
class Contact:
    """A contact; `fields` is what the API shows of it."""

    fields: JSON
    data: JSON
    is_archived: bool = False
    others: JSON = field(default_factory=dict)
    """What a caller sets and the API shows nowhere."""

    @property
    def id(self) -> str:
        """The id of the contact."""
        id_: str = self.fields["id"]
        return id_


class Contacts:
    """The contacts of all campaigns, in the order of their making."""

    def __init__(self, random: Random, campaigns: list[JSON]) -> None:
        self.held: dict[str, Contact] = {}
        self._ids = Ids("c1")
        for number, campaign in enumerate(campaigns):
            for _ in range(_IN_OTHERS if number else _IN_FIRST_CAMPAIGN):
                self._seed(random, campaign["id"])

    def _seed(self, random: Random, campaign_id: str) -> None:
        is_first = not self.held
        number = _number(len(self.held)) if not is_first else _DOCUMENTED_NUMBER
        attempts = 3 if is_first else random.randrange(4)
        begun = START - timedelta(seconds=random.randrange(86_400, 30 * 86_400))
        contact = self.add(campaign_id, random.choice(_NAMES), number, instant(begun))
        contact.data = {"email": f"contact{len(self.held)}@example.com"}
        contact.is_archived = not is_first and random.random() < 0.1
        contact.fields["attempts"] = attempts
        if attempts:
            contact.fields["lastAttempt"] = instant(begun + timedelta(hours=attempts))
            contact.fields["status"] = "INTERESTED" if is_first else random.choice(_STATUSES)
        if contact.fields["status"] == "FAILED":
            contact.fields["failedReason"] = "The line was dead."

    def add(self, campaign_id: str, name: str, number: str, now: str) -> Contact:
        """Add a contact that nobody has called."""
        fields: JSON = {
            "id": next(self._ids),
            "name": name,
            "phoneNumber": number,
            "campaignId": campaign_id,
            "status": "NEW",
            "attempts": 0,
            "createdAt": now,
            "lastAttempt": None,
        }
        contact = self.held[fields["id"]] = Contact(fields, {})
        return contact

    def of(self, campaign_id: str) -> list[Contact]:
        """Return the contacts of a campaign."""
        return [each for each in self.held.values() if each.fields["campaignId"] == campaign_id]

    def by_number(self, campaign_id: str, number: str) -> Contact | None:
        """Return the contact of a campaign that has a phone number."""
        alike = (each for each in self.of(campaign_id) if each.fields["phoneNumber"] == number)
        return next(alike, None)

    def state(self) -> JSON:
        """Return what a test wants to look at."""
        return {
            contact.id: {
                "campaignId": contact.fields["campaignId"],
                "phoneNumber": contact.fields["phoneNumber"],
                "data": dict(contact.data),
                "isArchived": contact.is_archived,
                **deepcopy(contact.others),
            }
            for contact in self.held.values()
        }


def _number(index: int) -> str:
    # Numbers set aside for fiction, a hundred in each area.
    return f"1{200 + index // 100}5550{100 + index % 100}"


def digits_of(arguments: Arguments, number: str) -> str:
    """Return the form in which numbers are kept: digits only, as memories print them."""
    digits = re.sub(r"[^0-9]", "", number) or number
    is_fixed = arguments.get("fixUSPhoneNumber", False) and not digits.startswith("1")
    return f"1{digits}" if is_fixed else digits


def list_contacts(store: "Store", key: Key, arguments: Arguments) -> list[JSON]:
    """Return a page of a campaign's contacts, filtered and sorted."""
    campaign = callers_campaign(store, key, arguments)
    is_archived = arguments.get("archived", False)
    contacts = [
        each.fields for each in store.contacts.of(campaign["id"]) if each.is_archived == is_archived
    ]
    kept = [each for each in contacts if _is_meant(each, arguments)]
    if name := arguments.get("sortAttribute"):
        kept.sort(key=lambda each: (each.get(name) is not None, each.get(name)))
    if arguments.get("sortDirection") == "desc":
        kept.reverse()
    return by_number(kept, arguments, first=0)


def _is_meant(contact: JSON, arguments: Arguments) -> bool:
    statuses = arguments.get("statuses")
    if statuses and contact["status"] not in statuses.split(","):
        return False
    begin, end = (_moment(arguments, f"lastAttempt{side}") for side in ("From", "To"))
    if begin is None and end is None:
        return True
    if contact["lastAttempt"] is None:
        return False
    last = datetime.fromisoformat(contact["lastAttempt"])
    return (begin is None or last >= begin) and (end is None or last <= end)


def _moment(arguments: Arguments, name: str) -> datetime | None:
    if name not in arguments:
        return None
    try:
        return datetime.fromisoformat(arguments[name])
    except ValueError:
        raise Refusal(400, "A moment is unusual.", details=[(name, "cannot be read")]) from None


def get_contact(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return one contact, archived or not."""
    return contact_of(store, key, arguments).fields


def contact_of(store: "Store", key: Key, arguments: Arguments) -> Contact:
    """Return the contact of a campaign that a call is about."""
    campaign = callers_campaign(store, key, arguments)
    contact = store.contacts.held.get(arguments["contactId"])
    if contact is None or contact.fields["campaignId"] != campaign["id"]:
        raise Refusal(404, "The campaign has no such contact.")
    return contact


def contact_by_number(store: "Store", key: Key, arguments: Arguments) -> Contact:
    """Return the contact of a campaign that has the phone number a call is about."""
    campaign = callers_campaign(store, key, arguments)
    number = digits_of(arguments, arguments["phoneNumber"])
    contact = store.contacts.by_number(campaign["id"], number)
    if contact is None:
        raise Refusal(404, "The campaign has no contact with this phone number.")
    return contact


def create_contact(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Add a contact, or change the one that has the phone number."""
    campaign = callers_campaign(store, key, arguments)
    contact, change = _upsert(store, campaign, arguments, arguments["body"], store.tick())
    return {
        "contactId": contact.id,
        "created": change == "created",
        "modified": change == "updated",
    }


def create_contacts(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Do the same for many; one that is given twice is created and then changed."""
    campaign = callers_campaign(store, key, arguments)
    given, now = arguments["body"]["contacts"], store.tick()
    done = [_upsert(store, campaign, arguments, each, now) for each in given]
    changed = [each for each in done if each[1] != "none"]
    answer: JSON = {
        "requested": len(given),
        "added": sum(change == "created" for _, change in changed),
        "modified": sum(change == "updated" for _, change in changed),
        "contactIds": list({contact.id: None for contact, _ in changed}),
    }
    if arguments.get("verbose", False):
        answer["contactDetails"] = list(_details(changed))
    return answer


def _details(changed: list[tuple[Contact, Change]]) -> Iterator[JSON]:
    for contact, change in changed:
        number = contact.fields["phoneNumber"]
        yield {"contactId": contact.id, "phoneNumber": number, "status": change}


def _upsert(
    store: "Store", campaign: JSON, arguments: Arguments, body: JSON, now: str
) -> tuple[Contact, Change]:
    number = digits_of(arguments, body["phoneNumber"])
    contact = store.contacts.by_number(campaign["id"], number)
    is_new = contact is None
    if contact is None:
        contact = store.contacts.add(campaign["id"], body["name"], number, now)
    before = (contact.fields["name"], contact.data, contact.is_archived, dict(contact.others))
    contact.fields["name"], contact.data = body["name"], body["data"]
    contact.is_archived = body.get("archived", False)
    contact.others |= {name: body[name] for name in ("phoneNumbers", "timezone") if name in body}
    after = (contact.fields["name"], contact.data, contact.is_archived, contact.others)
    return contact, "created" if is_new else "updated" if before != after else "none"


RULES = {
    "callers_contacts_list": list_contacts,
    "callers_contacts_get": get_contact,
    "callers_contacts_create": create_contact,
    "callers_contacts_create_bulk": create_contacts,
}
