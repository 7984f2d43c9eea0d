"""Archiving of contacts by four operations; a contact that is created again is restored."""

from ..engine.context import Context, Store
from ..engine.responses import callers_envelope
from ..engine.types import JSON
from .campaigns import campaign_of
from .contacts import Contact, Contacts, contact_by_number, contact_of

__all__ = ["RULES"]


def archive(context: Context) -> JSON:
    """Archive one contact."""
    return callers_envelope(bool(_archive(context.store, [contact_of(context)])))


def archive_by_number(context: Context) -> JSON:
    """Archive the contact that has a phone number."""
    return callers_envelope(bool(_archive(context.store, [contact_by_number(context)])))


def archive_bulk(context: Context) -> JSON:
    """Archive the given contacts; contacts of other campaigns are skipped."""
    campaign = campaign_of(context)
    ids = context.body["contactIds"]
    contacts = context.store[Contacts].of_campaign(campaign["id"])
    contacts = [contact for contact in contacts if contact.id in ids]
    return callers_envelope({"archivedCount": _archive(context.store, contacts)})


def archive_all(context: Context) -> JSON:
    """Archive all contacts of a campaign."""
    contacts = context.store[Contacts].of_campaign(campaign_of(context)["id"])
    return callers_envelope({"archivedCount": _archive(context.store, contacts)})


def _archive(store: Store, contacts: list[Contact]) -> int:
    """Archive contacts, and return how many were not archived before."""
    store.tick()
    unarchived = [contact for contact in contacts if not contact.is_archived]
    for contact in unarchived:
        contact.is_archived = True
    return len(unarchived)


RULES = {
    "callers_contacts_archive": archive,
    "callers_contacts_archive_by_phone_number": archive_by_number,
    "callers_contacts_archive_bulk": archive_bulk,
    "callers_contacts_archive_all": archive_all,
}
