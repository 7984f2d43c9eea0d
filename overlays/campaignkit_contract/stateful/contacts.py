"""The laws of Callers.ai's contacts, of what is remembered of them, and of their calls."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..spec.examples import shipped_bodies
from ..targets.target import Json, Server
from .lists import items

_LIST, _GET, _CREATE, _BULK, _ARCHIVE, _BY_NUMBER, _GIVEN, _ALL = (
    f"callers_contacts_{each}"
    for each in (
        *("list", "get", "create", "create_bulk", "archive", "archive_by_phone_number"),
        *("archive_bulk", "archive_all"),
    )
)
_MEMORIES, _REMEMBER, _REMEMBER_BY_NUMBER, _FORGET, _FORGET_ALL = (
    f"callers_memories_{each}"
    for each in ("list", "create", "create_by_phone_number", "delete", "delete_all")
)
_CALLS, _CALLS_OF, _WEBHOOK = (
    f"callers_calls_{each}" for each in ("list", "list_for_contact", "webhook_payload")
)


def one_for_a_number(server: Server) -> Iterator[str]:
    """A number is created once; whoever creates it again changes the contact that has it."""
    before, body = _ids(server), shipped_bodies()[_CREATE]["json"]
    first = server.data(_CREATE)
    again = server.data(_CREATE, json={**body, "name": "Another"})
    if (first["created"], again["created"], again["modified"]) != (True, False, True):
        yield f"{_CREATE} answers {first} and then {again}"
    if {first["contactId"], again["contactId"]} | before != _ids(server) or before & {
        first["contactId"]
    }:
        yield f"{_CREATE} makes several contacts of one number, or none"
    if (name := server.data(_GET, contactId=first["contactId"])["name"]) != "Another":
        yield f"after {_CREATE} the contact is called {name}"
    if len(_ids(server)) != len(before) + 1:
        yield f"{_LIST} has {len(_ids(server)) - len(before)} contacts more"


def bulk_counted(server: Server) -> Iterator[str]:
    """Of many contacts those that are new and those that are changed are counted and named."""
    before, [first] = _ids(server), shipped_bodies()[_BULK]["json"]["contacts"]
    known = server.data(_GET)["phoneNumber"]
    given = [first, {**first, "phoneNumber": "+12025550142"}, {**first, "phoneNumber": known}]
    answer = server.data(_BULK, json={"contacts": given})
    counts = [answer[name] for name in ("requested", "added", "modified")]
    if counts != [3, 2, 1]:
        yield f"{_BULK} counts {counts} instead of 3, 2 and 1"
    if _ids(server) - before != set(answer["contactIds"]) - before or len(_ids(server)) != (
        len(before) + 2
    ):
        yield f"{_BULK} names other contacts than it makes"
    if {server.data(_GET, contactId=each)["name"] for each in answer["contactIds"]} != {
        first["name"]
    }:
        yield f"{_BULK} gives a contact another name"


def archived_unseen(server: Server) -> Iterator[str]:
    """Who is archived is in the list of those and in no other, counts once, and can come back."""
    for operation, count in ((_ARCHIVE, None), (_BY_NUMBER, None), (_GIVEN, 1), (_ALL, ...)):
        server.begin()
        contact = server.data(_GET)
        live, archived = _ids(server), _ids(server, archived="true")
        answers = [server.data(operation) for _ in range(2)]
        gone = live if operation == _ALL else {contact["id"]}
        expected = [{"archivedCount": len(gone)}, {"archivedCount": 0}] if count else [True, False]
        if answers != expected and (count or answers[0] is not True):
            yield f"{operation} answers {answers[0]} and then {answers[1]}"
        if (_ids(server), _ids(server, archived="true")) != (live - gone, archived | gone):
            yield f"{operation} archives others than it should, or not at all"
        sent = {"name": contact["name"], "phoneNumber": contact["phoneNumber"], "data": {}}
        back = server.data(_CREATE, json=sent)
        if (
            back["contactId"] != contact["id"]
            or back["created"]
            or contact["id"] not in _ids(server)
        ):
            yield f"who was archived by {operation} does not come back"


def remembered(server: Server) -> Iterator[str]:
    """A memory is kept for its contact as it was given, until it is deleted."""
    for operation in (_REMEMBER, _REMEMBER_BY_NUMBER):
        server.begin()
        before = _by_id(items(server, _MEMORIES))
        made, body = server.data(operation), shipped_bodies()[operation]["json"]
        after = _by_id(items(server, _MEMORIES))
        if after != {**before, made["id"]: made} or made["id"] in before:
            yield f"{_MEMORIES} does not show what {operation} made, or shows more"
        if {**made, **body} != made or made["contactId"] != server.data(_GET)["id"]:
            yield f"{operation} makes another memory than was given"
        if made["status"] != "ACTUAL":
            yield f"{operation} makes a memory that is {made['status']}"
        server.data(_FORGET, memoryId=made["id"])
        left = _by_id(items(server, _MEMORIES))
        if left.get(made["id"], {"status": "DELETED"})["status"] != "DELETED":
            yield f"{_FORGET} leaves the memory as it was"
        if any(left.get(id_) != each for id_, each in before.items()):
            yield f"{_FORGET} changes other memories"


def all_forgotten(server: Server) -> Iterator[str]:
    """All memories that a contact has are deleted and counted; a second time there are none."""
    live = [each for each in items(server, _MEMORIES) if each["status"] != "DELETED"]
    counts = [server.data(_FORGET_ALL)["count"] for _ in range(2)]
    if counts != [len(live), 0]:
        yield f"{_FORGET_ALL} counts {counts} of {len(live)}"
    if any(each["status"] != "DELETED" for each in items(server, _MEMORIES)):
        yield f"{_FORGET_ALL} leaves some"


def calls_of_their_own(server: Server) -> Iterator[str]:
    """The calls of a contact are those of the campaign that name it; a webhook tells the same."""
    whole = items(server, _CALLS)
    for contact_id in list(dict.fromkeys(each["contactId"] for each in whole))[:4]:
        own = [each for each in whole if each["contactId"] == contact_id]
        if items(server, _CALLS_OF, contactId=contact_id) != own:
            yield f"{_CALLS_OF} has other calls of {contact_id} than {_CALLS}"
    campaign_id = {each["campaignId"] for each in whole}
    for call in whole[:4]:
        told: Any = json.loads(server.ask(_WEBHOOK, {"callId": call["id"]}).body or b"{}")
        expected = {
            **{name: call[name] for name in ("id", "createdAt", "status", "duration", "sessionId")},
            "campaign": call["campaignId"],
            "contact": call["contactId"],
        }
        for name, value in expected.items():
            if _named(told[name]) != value:
                yield f"{_WEBHOOK} tells another {name} of a call"
    if len(campaign_id) > 1:
        yield f"{_CALLS} has calls of several campaigns"


def _named(value: Any) -> Any:
    return value["id"] if isinstance(value, Mapping) else value


def _ids(server: Server, **values: str) -> set[str]:
    return {each["id"] for each in items(server, _LIST, **values)}


def _by_id(found: list[Json]) -> dict[str, Json]:
    return {each["id"]: each for each in found}
