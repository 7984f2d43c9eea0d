"""The four ways in which contacts of Callers.ai are archived; creating them brings them back."""

from typing import TYPE_CHECKING

from ..engine.access import Arguments, callers_campaign
from ..engine.records import JSON, Key
from ..engine.responses import enveloped
from .contacts import Contact, contact_by_number, contact_of

if TYPE_CHECKING:
    from ..state.store import Store


def archive(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Archive one contact."""
    return enveloped(bool(_archived(store, [contact_of(store, key, arguments)])))


def archive_by_number(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Archive the contact that has a phone number."""
    return enveloped(bool(_archived(store, [contact_by_number(store, key, arguments)])))


def archive_given(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Archive the contacts that are named; those of other campaigns are left alone."""
    campaign = callers_campaign(store, key, arguments)
    ids = arguments["body"]["contactIds"]
    contacts = [each for each in store.contacts.of(campaign["id"]) if each.id in ids]
    return enveloped({"archivedCount": _archived(store, contacts)})


def archive_all(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Archive all contacts of a campaign."""
    campaign = callers_campaign(store, key, arguments)
    return enveloped({"archivedCount": _archived(store, store.contacts.of(campaign["id"]))})


def _archived(store: "Store", contacts: list[Contact]) -> int:
    """Archive contacts, and tell how many were not."""
    store.tick()
    fresh = [each for each in contacts if not each.is_archived]
    for contact in fresh:
        contact.is_archived = True
    return len(fresh)


RULES = {
    "callers_contacts_archive": archive,
    "callers_contacts_archive_by_phone_number": archive_by_number,
    "callers_contacts_archive_bulk": archive_given,
    "callers_contacts_archive_all": archive_all,
}
