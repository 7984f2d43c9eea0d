"""Contacts of Callers.ai's campaigns; the phone number identifies a contact of a campaign."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Literal, Self

from ..engine.context import Context, Rule
from ..engine.errors import ApiError
from ..engine.ids import Ids
from ..engine.pagination import by_number
from ..engine.times import START, iso_millis
from ..engine.types import JSON, Arguments
from ..state.collection import Collection
from ..state.seeds import Seeds
from .campaigns import CallersCampaigns, campaign_of
from .phone_numbers import normalize_number

__all__ = ["RULES", "Contact", "Contacts", "contact_by_number", "contact_of"]

Change = Literal["created", "updated", "none"]

_IN_FIRST_CAMPAIGN = 60  # more than a page of the usual size
_IN_OTHERS = 3
_NAMES = ("Ada", "Bruno", "Chloé", "Dana", "Emeka", "Fatma", "Gil", "Hana", "Ísak", "Jo")
_STATUSES = ("INTERESTED", "NOT_INTERESTED", "CALL_ME_LATER", "VOICE_MAIL", "NO_ANSWER", "FAILED")
_DOCUMENTED_NUMBER = "14155552671"


@dataclass
class Contact:
    """Contact; `fields` has the fields of responses."""

    fields: JSON
    data: JSON
    is_archived: bool = False
    hidden_fields: JSON = field(default_factory=dict)
    """Fields that requests set and no response shows."""

    @property
    def id(self) -> str:
        """The ID of the contact."""
        id_: str = self.fields["id"]
        return id_


class Contacts(Collection[Contact]):
    """Contacts of all campaigns."""

    def __init__(self) -> None:
        super().__init__()
        self._ids = Ids("c1")

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the contacts; the first campaign has more than a page of them."""
        contacts, random = cls(), seeds.random("contacts")
        for number, campaign_id in enumerate(seeds[CallersCampaigns].by_id):
            for _ in range(_IN_OTHERS if number else _IN_FIRST_CAMPAIGN):
                contacts._add_seeded(random, campaign_id)
        return contacts

    def _add_seeded(self, random: Random, campaign_id: str) -> None:
        is_first = not self.by_id
        number = _number(len(self.by_id)) if not is_first else _DOCUMENTED_NUMBER
        attempts = 3 if is_first else random.randrange(4)
        created = START - timedelta(seconds=random.randrange(86_400, 30 * 86_400))
        contact = self.add(campaign_id, random.choice(_NAMES), number, iso_millis(created))
        contact.data = {"email": f"contact{len(self.by_id)}@example.com"}
        contact.is_archived = not is_first and random.random() < 0.1
        contact.fields["attempts"] = attempts
        if attempts:
            contact.fields["lastAttempt"] = iso_millis(created + timedelta(hours=attempts))
            contact.fields["status"] = "INTERESTED" if is_first else random.choice(_STATUSES)
        if contact.fields["status"] == "FAILED":
            contact.fields["failedReason"] = "The line was dead."
            contact.fields["failedReasonDetails"] = "No ringing tone within 30 seconds."

    def add(self, campaign_id: str, name: str, number: str, now: str) -> Contact:
        """Add a contact that was never called."""
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
        contact = self.by_id[fields["id"]] = Contact(fields, {})
        return contact

    def of_campaign(self, campaign_id: str) -> list[Contact]:
        """Return the contacts of a campaign."""
        contacts = self.by_id.values()
        return [contact for contact in contacts if contact.fields["campaignId"] == campaign_id]

    def with_number(self, campaign_id: str, number: str) -> Contact | None:
        """Return the contact of a campaign that has a phone number."""
        contacts = self.of_campaign(campaign_id)
        found = (contact for contact in contacts if contact.fields["phoneNumber"] == number)
        return next(found, None)

    def to_dict(self, now: float) -> JSON:
        """Return the contacts."""
        return {
            "contacts": {
                contact.id: {
                    "campaignId": contact.fields["campaignId"],
                    "phoneNumber": contact.fields["phoneNumber"],
                    "data": dict(contact.data),
                    "isArchived": contact.is_archived,
                    **deepcopy(contact.hidden_fields),
                }
                for contact in self.by_id.values()
            }
        }


def _number(index: int) -> str:
    # Numbers set aside for fiction, a hundred in each area.
    return f"1{200 + index // 100}5550{100 + index % 100}"


def list_contacts(context: Context) -> list[JSON]:
    """Return a page of a campaign's contacts, filtered and sorted."""
    campaign, arguments = campaign_of(context), context.arguments
    is_archived = arguments.get("archived", False)
    contacts = [
        contact.fields
        for contact in context.store[Contacts].of_campaign(campaign["id"])
        if contact.is_archived == is_archived and _matches(contact.fields, arguments)
    ]
    if name := arguments.get("sortAttribute"):
        contacts.sort(key=lambda fields: (fields.get(name) is not None, fields.get(name)))
    if arguments.get("sortDirection") == "desc":
        contacts.reverse()
    return by_number(contacts, arguments, first=0)


def _matches(contact: JSON, arguments: Arguments) -> bool:
    statuses = arguments.get("statuses")
    if statuses and contact["status"] not in statuses.split(","):
        return False
    begin, end = (_parse_time(arguments, f"lastAttempt{side}") for side in ("From", "To"))
    if begin is None and end is None:
        return True
    if contact["lastAttempt"] is None:
        return False
    last = datetime.fromisoformat(contact["lastAttempt"])
    return (begin is None or last >= begin) and (end is None or last <= end)


def _parse_time(arguments: Arguments, name: str) -> datetime | None:
    if name not in arguments:
        return None
    try:
        return datetime.fromisoformat(arguments[name])
    except ValueError:
        raise ApiError(400, "A time is unusual.", details=[(name, "cannot be read")]) from None


def get_contact(context: Context) -> JSON:
    """Return one contact, archived or not."""
    return contact_of(context).fields


def contact_of(context: Context) -> Contact:
    """Return the contact of a call, which must be in its campaign."""
    campaign = campaign_of(context)
    contact = context.store[Contacts].by_id.get(context.arguments["contactId"])
    if contact is None or contact.fields["campaignId"] != campaign["id"]:
        raise ApiError(404, "The campaign has no such contact.")
    return contact


def contact_by_number(context: Context) -> Contact:
    """Return the contact of the campaign that has the phone number of a call."""
    campaign = campaign_of(context)
    number = _normalize(context.arguments, context.arguments["phoneNumber"])
    contact = context.store[Contacts].with_number(campaign["id"], number)
    if contact is None:
        raise ApiError(404, "The campaign has no contact with this phone number.")
    return contact


def create_contact(context: Context) -> JSON:
    """Add a contact, or change the one that has the phone number."""
    campaign = campaign_of(context)
    contact, change = _upsert(context, campaign, context.body, context.store.tick())
    return {
        "contactId": contact.id,
        "created": change == "created",
        "modified": change == "updated",
    }


def create_contacts(context: Context) -> JSON:
    """Add or change contacts; a contact that occurs twice is created and then changed."""
    campaign = campaign_of(context)
    bodies, now = context.body["contacts"], context.store.tick()
    done = [_upsert(context, campaign, body, now) for body in bodies]
    changed = [(contact, change) for contact, change in done if change != "none"]
    result: JSON = {
        "requested": len(bodies),
        "added": sum(change == "created" for _, change in changed),
        "modified": sum(change == "updated" for _, change in changed),
        "contactIds": list({contact.id: None for contact, _ in changed}),
    }
    if context.arguments.get("verbose", False):
        result["contactDetails"] = list(_details(changed))
    return result


def _details(changed: Iterable[tuple[Contact, Change]]) -> Iterator[JSON]:
    for contact, change in changed:
        number = contact.fields["phoneNumber"]
        yield {"contactId": contact.id, "phoneNumber": number, "status": change}


def _upsert(context: Context, campaign: JSON, body: JSON, now: str) -> tuple[Contact, Change]:
    contacts = context.store[Contacts]
    number = _normalize(context.arguments, body["phoneNumber"])
    contact = contacts.with_number(campaign["id"], number)
    is_new = contact is None
    if contact is None:
        contact = contacts.add(campaign["id"], body["name"], number, now)
    before = (
        contact.fields["name"],
        contact.data,
        contact.is_archived,
        dict(contact.hidden_fields),
    )
    contact.fields["name"], contact.data = body["name"], body["data"]
    contact.is_archived = body.get("archived", False)
    contact.hidden_fields |= {
        name: body[name] for name in ("phoneNumbers", "timezone") if name in body
    }
    after = (contact.fields["name"], contact.data, contact.is_archived, contact.hidden_fields)
    return contact, "created" if is_new else "updated" if before != after else "none"


def _normalize(arguments: Arguments, number: str) -> str:
    return normalize_number(number, is_us=arguments.get("fixUSPhoneNumber", False))


RULES: Mapping[str, Rule] = {
    "callers_contacts_list": list_contacts,
    "callers_contacts_get": get_contact,
    "callers_contacts_create": create_contact,
    "callers_contacts_create_bulk": create_contacts,
}
