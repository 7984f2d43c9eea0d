"""Memories of contacts; a deleted memory is marked as deleted and stays."""

from datetime import timedelta
from typing import Self

from ..engine.context import Context, Store
from ..engine.errors import ApiError
from ..engine.ids import SAMPLE_ID, Ids
from ..engine.responses import callers_envelope
from ..engine.times import START, iso_millis
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import Seeds
from .campaigns import campaign_of
from .contacts import Contact, Contacts, contact_by_number

__all__ = ["RULES", "Memories"]

_SEEDED = (
    ("Communication Preference", "Prefers email."),
    ("Budget", "Decides in the autumn."),
    ("Family", "Has a daughter at school."),
)


class Memories(Collection[JSON]):
    """Memories of all contacts."""

    def __init__(self) -> None:
        super().__init__()
        self._ids = Ids("ee")

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the memories of some contacts."""
        memories, random = cls(), seeds.random("memories")
        first, *others = seeds[Contacts].by_id.values()
        # Of the first contact there is one in each state, the documented one first.
        statuses = ("ACTUAL", "OUTDATED", "DELETED")
        for (name, text), status in zip(_SEEDED, statuses, strict=True):
            memory = memories.add(first, name, text, iso_millis(START - timedelta(days=9)))
            memory |= {"status": status, "updatedAt": iso_millis(START - timedelta(days=1))}
        memories.by_id[SAMPLE_ID]["previousMemoryId"] = list(memories.by_id)[1]
        for contact in (contact for contact in others if random.random() < 0.2):
            name, text = random.choice(_SEEDED)
            days = random.randrange(1, 9)
            memories.add(contact, name, text, iso_millis(START - timedelta(days=days)))
        return memories

    def add(self, contact: Contact, name: str, text: str, now: str) -> JSON:
        """Add a memory with the status ACTUAL."""
        memory = {
            "id": next(self._ids),
            "name": name,
            "text": text,
            "status": "ACTUAL",
            "phoneNumber": contact.fields["phoneNumber"],
            "campaignId": contact.fields["campaignId"],
            "createdAt": now,
            "contactId": contact.id,
        }
        self.by_id[memory["id"]] = memory
        return memory

    def of_contact(self, contact: Contact) -> list[JSON]:
        """Return the memories of a contact."""
        return [memory for memory in self.by_id.values() if memory["contactId"] == contact.id]

    def to_dict(self, now: float) -> JSON:
        """Return the memories."""
        return {
            "memories": {
                memory_id: {name: memory[name] for name in ("contactId", "status")}
                for memory_id, memory in self.by_id.items()
            }
        }


def list_memories(context: Context) -> JSON:
    """Return the memories of a contact, of every status or of one."""
    memories = context.store[Memories].of_contact(_contact(context))
    status = context.arguments.get("status")
    return callers_envelope([memory for memory in memories if status in (None, memory["status"])])


def create_memory(context: Context) -> JSON:
    """Add a memory of a contact."""
    return _add(context.store, _contact(context), context.body)


def create_by_number(context: Context) -> JSON:
    """Add a memory of the contact that has a phone number."""
    return _add(context.store, contact_by_number(context), context.body)


def _add(store: Store, contact: Contact, body: JSON) -> JSON:
    return callers_envelope(store[Memories].add(contact, body["name"], body["text"], store.tick()))


def delete_memory(context: Context) -> JSON:
    """Mark one memory as deleted."""
    memory = context.store[Memories].by_id.get(context.arguments["memoryId"])
    if memory is None:
        raise ApiError(404, "The memory does not exist.")
    campaign_of(context.with_arguments(campaignId=memory["campaignId"]))
    memory |= {"status": "DELETED", "updatedAt": context.store.tick()}
    return callers_envelope(memory)


def delete_all(context: Context) -> JSON:
    """Mark every memory of a contact as deleted."""
    memories = context.store[Memories].of_contact(_contact(context))
    now = context.store.tick()
    live = [memory for memory in memories if memory["status"] != "DELETED"]
    for memory in live:
        memory |= {"status": "DELETED", "updatedAt": now}
    return callers_envelope({"count": len(live)})


def _contact(context: Context) -> Contact:
    contact = context.store[Contacts].by_id.get(context.arguments["contactId"])
    if contact is None:
        raise ApiError(404, "The contact does not exist.")
    campaign_of(context.with_arguments(campaignId=contact.fields["campaignId"]))
    return contact


RULES = {
    "callers_memories_list": list_memories,
    "callers_memories_create": create_memory,
    "callers_memories_create_by_phone_number": create_by_number,
    "callers_memories_delete": delete_memory,
    "callers_memories_delete_all": delete_all,
}
