"""Stateful checks of Callers.ai's contacts, their memories and their calls."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..spec.examples import packaged_bodies
from ..targets.listing import items
from ..targets.target import Target
from .lists import by_id

_LIST, _GET, _CREATE, _BULK, _ARCHIVE, _ARCHIVE_BY_NUMBER, _ARCHIVE_BULK, _ARCHIVE_ALL = (
    f"callers_contacts_{name}"
    for name in (
        *("list", "get", "create", "create_bulk", "archive", "archive_by_phone_number"),
        *("archive_bulk", "archive_all"),
    )
)
_MEMORIES, _CREATE_MEMORY, _CREATE_MEMORY_BY_NUMBER, _DELETE_MEMORY, _DELETE_ALL_MEMORIES = (
    f"callers_memories_{name}"
    for name in ("list", "create", "create_by_phone_number", "delete", "delete_all")
)
_CALLS, _CONTACT_CALLS, _WEBHOOK = (
    f"callers_calls_{name}" for name in ("list", "list_for_contact", "webhook_payload")
)
_SAMPLE_SIZE = 4


def phone_number_identifies_contact(target: Target) -> Iterator[str]:
    """Check that a second creation with a phone number changes the existing contact."""
    before, body = _ids(target), packaged_bodies()[_CREATE]["json"]
    first = target.data(_CREATE)
    second = target.data(_CREATE, json={**body, "name": "Another"})
    if (first["created"], second["created"], second["modified"]) != (True, False, True):
        yield f"{_CREATE} returns {first} and then {second}"
    expected = {first["contactId"], second["contactId"]} | before
    if expected != _ids(target) or first["contactId"] in before:
        yield f"{_CREATE} creates several contacts for one phone number, or none"
    if (name := target.data(_GET, contactId=first["contactId"])["name"]) != "Another":
        yield f"after {_CREATE}, the contact's name is {name}"
    if len(_ids(target)) != len(before) + 1:
        yield f"{_LIST} has {len(_ids(target)) - len(before)} more contacts"


def bulk_create_counts_contacts(target: Target) -> Iterator[str]:
    """Check that a bulk creation counts and returns new and changed contacts."""
    before, [first] = _ids(target), packaged_bodies()[_BULK]["json"]["contacts"]
    known = target.data(_GET)["phoneNumber"]
    given = [first, {**first, "phoneNumber": "+12025550142"}, {**first, "phoneNumber": known}]
    response = target.data(_BULK, json={"contacts": given})
    counts = [response[name] for name in ("requested", "added", "modified")]
    if counts != [3, 2, 1]:
        yield f"{_BULK} counts {counts}, expected [3, 2, 1]"
    new = set(response["contactIds"]) - before
    if _ids(target) - before != new or len(_ids(target)) != len(before) + 2:
        yield f"{_BULK} returns other contacts than it creates"
    names = {
        target.data(_GET, contactId=contact_id)["name"] for contact_id in response["contactIds"]
    }
    if names != {first["name"]}:
        yield f"{_BULK} gives a contact another name"


def archived_contact_is_unlisted(target: Target) -> Iterator[str]:
    """Check that an archived contact is only in the archived list, and can be restored."""
    for operation, has_count in (
        (_ARCHIVE, False),
        (_ARCHIVE_BY_NUMBER, False),
        (_ARCHIVE_BULK, True),
        (_ARCHIVE_ALL, True),
    ):
        target.reset()
        contact = target.data(_GET)
        active, archived = _ids(target), _ids(target, archived="true")
        responses = [target.data(operation) for _ in range(2)]
        gone = active if operation == _ARCHIVE_ALL else {contact["id"]}
        if has_count:
            is_right = responses == [{"archivedCount": len(gone)}, {"archivedCount": 0}]
        else:
            is_right = responses[0] is True
        if not is_right:
            yield f"{operation} returns {responses[0]} and then {responses[1]}"
        if (_ids(target), _ids(target, archived="true")) != (active - gone, archived | gone):
            yield f"{operation} archives other contacts, or none"
        sent = {"name": contact["name"], "phoneNumber": contact["phoneNumber"], "data": {}}
        restored = target.data(_CREATE, json=sent)
        is_same = restored["contactId"] == contact["id"] and not restored["created"]
        if not is_same or contact["id"] not in _ids(target):
            yield f"a contact that {operation} archived cannot be restored"


def memory_is_kept_until_deleted(target: Target) -> Iterator[str]:
    """Check that a memory is kept as it was created, until it is deleted."""
    for operation in (_CREATE_MEMORY, _CREATE_MEMORY_BY_NUMBER):
        target.reset()
        before = by_id(items(target, _MEMORIES))
        created, body = target.data(operation), packaged_bodies()[operation]["json"]
        after = by_id(items(target, _MEMORIES))
        if after != {**before, created["id"]: created} or created["id"] in before:
            yield f"{_MEMORIES} does not list the memory of {operation}, or lists more"
        if {**created, **body} != created or created["contactId"] != target.data(_GET)["id"]:
            yield f"{operation} creates another memory than was sent"
        if created["status"] != "ACTUAL":
            yield f"{operation} creates a memory with the status {created['status']}"
        target.data(_DELETE_MEMORY, memoryId=created["id"])
        left = by_id(items(target, _MEMORIES))
        if left.get(created["id"], {"status": "DELETED"})["status"] != "DELETED":
            yield f"{_DELETE_MEMORY} does not delete the memory"
        if any(left.get(id_) != memory for id_, memory in before.items()):
            yield f"{_DELETE_MEMORY} changes other memories"


def delete_all_memories_counts(target: Target) -> Iterator[str]:
    """Check that a deletion of all memories counts them, and that a second one counts none."""
    active = [memory for memory in items(target, _MEMORIES) if memory["status"] != "DELETED"]
    counts = [target.data(_DELETE_ALL_MEMORIES)["count"] for _ in range(2)]
    if counts != [len(active), 0]:
        yield f"{_DELETE_ALL_MEMORIES} counts {counts} of {len(active)}"
    if any(memory["status"] != "DELETED" for memory in items(target, _MEMORIES)):
        yield f"{_DELETE_ALL_MEMORIES} leaves a memory"


def calls_belong_to_contact(target: Target) -> Iterator[str]:
    """Check that the calls of a contact are the campaign's calls that name it."""
    whole = items(target, _CALLS)
    for contact_id in list(dict.fromkeys(call["contactId"] for call in whole))[:_SAMPLE_SIZE]:
        own = [call for call in whole if call["contactId"] == contact_id]
        if items(target, _CONTACT_CALLS, contactId=contact_id) != own:
            yield f"{_CONTACT_CALLS} has other calls of {contact_id} than {_CALLS}"
    campaign_ids = {call["campaignId"] for call in whole}
    for call in whole[:_SAMPLE_SIZE]:
        event: Any = json.loads(target.ask(_WEBHOOK, {"callId": call["id"]}).body or b"{}")
        expected = {
            **{name: call[name] for name in ("id", "createdAt", "status", "duration", "sessionId")},
            "campaign": call["campaignId"],
            "contact": call["contactId"],
        }
        for name, value in expected.items():
            if _id_of(event[name]) != value:
                yield f"{_WEBHOOK} has another {name} than the call"
    if len(campaign_ids) > 1:
        yield f"{_CALLS} has calls of several campaigns"


def _id_of(value: Any) -> Any:
    return value["id"] if isinstance(value, Mapping) else value


def _ids(target: Target, **values: str) -> set[str]:
    return {contact["id"] for contact in items(target, _LIST, **values)}
