"""Stateful checks of the memories of Callers.ai's contacts."""

from collections.abc import Iterator

from ..targets.listing import items
from ..targets.requests import payload
from ..targets.resources import Resource
from ..targets.target import CALLERS_LIST, SkipCheck, Target
from .lists import by_id
from .prepared import check_each, succeed

_CREATE, _GET = "callers_contacts_create", "callers_contacts_get"
_MEMORIES, _CREATE_MEMORY, _CREATE_MEMORY_BY_NUMBER, _DELETE_MEMORY, _DELETE_ALL_MEMORIES = (
    f"callers_memories_{name}"
    for name in ("list", "create", "create_by_phone_number", "delete", "delete_all")
)
_CONTACT, _MEMORY_ID = "callers contactId", "callers memoryId"
_CONTACTS = 10  # whose memories are listed
_MEMORY = {"name": "Budget", "text": "Of another campaign."}


def memories_match_contact(target: Target) -> Iterator[str]:
    """Check that the memories of a contact have its campaign and its phone number."""
    exchanges = [target.ask(operation) for operation in (_GET, _MEMORIES)]
    if any(exchange.status != 200 for exchange in exchanges):
        raise SkipCheck("no list shows a contact of Callers.ai: create one first")
    contact, memories = map(payload, exchanges)
    for name in ("campaignId", "phoneNumber"):
        expected = str(contact[name]).removeprefix("+")
        if any(str(memory[name]).removeprefix("+") != expected for memory in memories):
            yield f"{_MEMORIES} and {_GET} show another {name} of one contactId"


def memory_is_kept_until_deleted(target: Target) -> Iterator[str]:
    """Check that a memory is kept as it was created, until it is deleted."""
    operations = (_CREATE_MEMORY, _CREATE_MEMORY_BY_NUMBER)
    yield from check_each(target, operations, lambda operation: _check_memory(target, operation))


def _check_memory(target: Target, operation: str) -> Iterator[str]:
    contact = target.resources.make(_CONTACT)
    target.resources.call(_CREATE_MEMORY, contact.values)
    before = by_id(items(target, _MEMORIES, contactId=contact.id))
    if target.is_exclusive("callers"):
        _add_equal_number(target, contact)
    call = target.resources.call_values(operation, contact.values)
    created, body = succeed(target, operation, call), call.json
    after = by_id(items(target, _MEMORIES, contactId=contact.id))
    if after != {**before, created["id"]: created} or created["id"] in before:
        yield f"{_MEMORIES} does not list the memory of {operation}, or lists more"
    if {**created, **body} != created or created["contactId"] != contact.id:
        yield f"{operation} creates another memory than was sent"
    if created["status"] != "ACTUAL":
        yield f"{operation} creates a memory with the status {created['status']}"
    target.data(_DELETE_MEMORY, memoryId=created["id"])
    left = by_id(items(target, _MEMORIES, contactId=contact.id))
    if left.get(created["id"], {"status": "DELETED"})["status"] != "DELETED":
        yield f"{_DELETE_MEMORY} does not delete the memory"
    marked = left | by_id(items(target, _MEMORIES, contactId=contact.id, status="DELETED"))
    kept = marked.get(created["id"], {})
    if any(kept.get(name) != created[name] for name in ("id", *body)):
        yield f"{_DELETE_MEMORY} erases the memory or a text of it, instead of marking it"
    if any(left.get(id_) != memory for id_, memory in before.items()):
        yield f"{_DELETE_MEMORY} changes other memories"


def _add_equal_number(target: Target, contact: Resource) -> None:
    """Create a contact with the same phone number, and a memory of it, in another campaign."""
    own = contact.parents["campaignId"]
    others = (campaign["id"] for campaign in target.data(CALLERS_LIST))
    for other in (other for other in others if other != own):
        number = contact.body["json"]["phoneNumber"]
        call = target.resources.call_values(
            _CREATE, {"campaignId": other}, json={"phoneNumber": number}
        )
        created = succeed(target, _CREATE, call)
        target.data(_CREATE_MEMORY, contactId=created["contactId"], json=_MEMORY)
        return


def delete_all_memories_counts(target: Target) -> Iterator[str]:
    """Check that a deletion of all memories counts them, and that a second one counts none."""
    contact = target.resources.make(_CONTACT)
    created = [target.resources.call(_CREATE_MEMORY, contact.values) for _ in range(5)]
    target.data(_DELETE_MEMORY, memoryId=payload(created[0])["id"])
    yield from _check_delete_all(target, contact.id)
    if target.has_sample_ids:
        # Only the server makes a memory outdated. A contact of the examples has one.
        [known] = target.path_values(target.operation(_MEMORIES)).values()
        yield from _check_delete_all(target, known)


def _check_delete_all(target: Target, contact_id: str) -> Iterator[str]:
    values = {"contactId": contact_id}
    before = items(target, _MEMORIES, **values)
    active = [memory for memory in before if memory["status"] != "DELETED"]
    counts = [target.data(_DELETE_ALL_MEMORIES, **values)["count"] for _ in range(2)]
    if counts != [len(active), 0]:
        yield f"{_DELETE_ALL_MEMORIES} counts {counts} of {len(active)}"
    after = items(target, _MEMORIES, **values)
    if any(memory["status"] != "DELETED" for memory in after):
        yield f"{_DELETE_ALL_MEMORIES} leaves a memory"
    kept = by_id(items(target, _MEMORIES, **values, status="DELETED"))
    if before and not kept.keys() >= by_id(before).keys():
        yield f"{_DELETE_ALL_MEMORIES} erases a memory, instead of marking it"


def memory_of_any_status_can_be_deleted(target: Target) -> Iterator[str]:
    """Check that a memory of each status that is listed is marked when it is deleted.

    Only the server makes a memory outdated.
    """
    target.require_exclusive("callers")
    known = target.known_ids("callers", "contactId")[:_CONTACTS]
    samples = target.path_values(target.operation(_MEMORIES)).values()
    contacts = known or [*(samples if target.has_sample_ids else ())]
    listed = [memory for id_ in contacts for memory in items(target, _MEMORIES, contactId=id_)]
    for memory in {memory["status"]: memory for memory in listed}.values():
        target.resources.allow(_MEMORY_ID, memory["id"])
        target.data(_DELETE_MEMORY, memoryId=memory["id"])
        left = by_id(items(target, _MEMORIES, contactId=memory["contactId"]))
        status = left.get(memory["id"], {"status": "DELETED"})["status"]
        if status != "DELETED":
            yield f"{_DELETE_MEMORY} leaves a memory with the status {status}"
