"""What Callers.ai remembers of its contacts; a memory is marked as deleted and never erased."""

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from ..engine.access import Arguments, callers_campaign
from ..engine.records import DOCUMENTED_ID, JSON, Ids, Key
from ..engine.responses import Refusal, enveloped
from ..state.seeds import START, instant
from .contacts import Contact, Contacts, contact_by_number

if TYPE_CHECKING:
    from ..state.store import Store

_SEEDED = (
    ("Communication Preference", "Prefers email."),
    ("Budget", "Decides in the autumn."),
    ("Family", "Has a daughter at school."),
)


class Memories:
    """The memories of all contacts, in the order of their making."""

    def __init__(self, random: Random, contacts: Contacts) -> None:
        self.held: dict[str, JSON] = {}
        self._ids = Ids("ee")
        first, *others = contacts.held.values()
        # Of the first contact there is one in each state, the documented one first.
        statuses = ("ACTUAL", "OUTDATED", "DELETED")
        for (name, text), status in zip(_SEEDED, statuses, strict=True):
            memory = self.add(first, name, text, instant(START - timedelta(days=9)))
            memory |= {"status": status, "updatedAt": instant(START - timedelta(days=1))}
        self.held[DOCUMENTED_ID]["previousMemoryId"] = list(self.held)[1]
        for contact in (each for each in others if random.random() < 0.2):
            name, text = random.choice(_SEEDED)
            self.add(contact, name, text, instant(START - timedelta(days=random.randrange(1, 9))))

    def add(self, contact: Contact, name: str, text: str, now: str) -> JSON:
        """Add a memory that holds."""
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
        self.held[memory["id"]] = memory
        return memory

    def of(self, contact: Contact) -> list[JSON]:
        """Return the memories of a contact."""
        return [each for each in self.held.values() if each["contactId"] == contact.id]

    def state(self) -> JSON:
        """Return what a test wants to look at."""
        return {
            memory_id: {name: memory[name] for name in ("contactId", "status")}
            for memory_id, memory in self.held.items()
        }


def list_memories(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return the memories of a contact, of every status or of one."""
    memories = store.memories.of(_contact(store, key, arguments))
    status = arguments.get("status")
    return enveloped([each for each in memories if status in (None, each["status"])])


def create_memory(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Add a memory of a contact."""
    return _created(store, _contact(store, key, arguments), arguments["body"])


def create_by_number(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Add a memory of the contact that has a phone number."""
    return _created(store, contact_by_number(store, key, arguments), arguments["body"])


def _created(store: "Store", contact: Contact, body: JSON) -> JSON:
    return enveloped(store.memories.add(contact, body["name"], body["text"], store.tick()))


def delete_memory(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Mark one memory as deleted."""
    memory = store.memories.held.get(arguments["memoryId"])
    if memory is None:
        raise Refusal(404, "There is no such memory.")
    callers_campaign(store, key, {**arguments, "campaignId": memory["campaignId"]})
    memory |= {"status": "DELETED", "updatedAt": store.tick()}
    return enveloped(memory)


def delete_all(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Mark every memory of a contact as deleted."""
    memories = store.memories.of(_contact(store, key, arguments))
    now = store.tick()
    live = [each for each in memories if each["status"] != "DELETED"]
    for memory in live:
        memory |= {"status": "DELETED", "updatedAt": now}
    return enveloped({"count": len(live)})


def _contact(store: "Store", key: Key, arguments: Arguments) -> Contact:
    contact = store.contacts.held.get(arguments["contactId"])
    if contact is None:
        raise Refusal(404, "There is no such contact.")
    callers_campaign(store, key, {**arguments, "campaignId": contact.fields["campaignId"]})
    return contact


RULES = {
    "callers_memories_list": list_memories,
    "callers_memories_create": create_memory,
    "callers_memories_create_by_phone_number": create_by_number,
    "callers_memories_delete": delete_memory,
    "callers_memories_delete_all": delete_all,
}
