"""Bugs in Callers.ai's contacts and memories, and in who people are."""

from typing import Any

from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories

from .mutant import Json, Turn, ruled, told

_CREATE, _BULK, _LIST, _GET, _ARCHIVE, _GIVEN, _ALL, _BY_NUMBER = (
    f"callers_contacts_{each}"
    for each in (
        *("create", "create_bulk", "list", "get", "archive", "archive_bulk", "archive_all"),
        "archive_by_phone_number",
    )
)
_REMEMBER, _FORGET, _FORGET_ALL, _MEMORIES, _BY_PHONE = (
    f"callers_memories_{each}"
    for each in ("create", "delete", "delete_all", "list", "create_by_phone_number")
)
_LOOKUP, _SIGNALS = "sonarly_prospecting_prospects_by_provider_id", "sonarly_signals_results"
_WEBHOOK = "callers_calls_webhook_payload"


@ruled(_CREATE)
def number_twice(turn: Turn) -> Any:
    """A number that is created again becomes another contact."""
    answer, body = turn.healthy(), turn.arguments["body"]
    if answer["created"]:
        return answer
    contacts = turn.store[Contacts]
    added = contacts.add(turn.campaign_id, body["name"], body["phoneNumber"], turn.store.now)
    return {"contactId": added.id, "created": True, "modified": False}


@told(_CREATE)
def never_modified(body: Any) -> None:
    """A contact that was changed is said to be as before."""
    body["modified"] = False


@told(_CREATE)
def always_created(body: Any) -> None:
    """A contact that was there is said to be new."""
    body["created"] = True


@ruled(_CREATE)
def name_kept(turn: Turn) -> Any:
    """A contact keeps its name when it is created with another one."""
    names = {id_: each.fields["name"] for id_, each in turn.store[Contacts].by_id.items()}
    answer = turn.healthy()
    if answer["contactId"] in names:
        turn.store[Contacts].by_id[answer["contactId"]].fields["name"] = names[answer["contactId"]]
    return answer


@ruled(_CREATE)
def archived_for_ever(turn: Turn) -> Any:
    """A contact that was archived does not come back."""
    archived = {id_ for id_, each in turn.store[Contacts].by_id.items() if each.is_archived}
    answer = turn.healthy()
    if answer["contactId"] in archived:
        turn.store[Contacts].by_id[answer["contactId"]].is_archived = True
    return answer


@told(_BULK)
def all_added(body: Any) -> None:
    """Of many contacts all are counted as new."""
    body |= {"added": body["requested"], "modified": 0}


@ruled(_BULK)
def first_only(turn: Turn) -> Any:
    """Of many contacts the first is made, and all are counted."""
    given = turn.arguments["body"]["contacts"]
    answer = turn.healthy(body={"contacts": given[:1]})
    return {**answer, "requested": len(given), "added": len(given) - 1, "modified": 1}


@told(_BULK)
def changed_not_named(body: Any) -> None:
    """Of many contacts only the last is named."""
    body["contactIds"] = body["contactIds"][-1:]


@ruled(_ARCHIVE)
def archive_hides_nothing(turn: Turn) -> Any:
    """Who is archived is listed with the others still."""
    answer = turn.healthy()
    turn.store[Contacts].by_id[turn.arguments["contactId"]].is_archived = False
    return answer


@ruled(_BY_NUMBER)
def neighbour_archived(turn: Turn) -> Any:
    """Who archives by a number archives the next contact too."""
    answer = turn.healthy()
    turn.store[Contacts].of_campaign(turn.campaign_id)[1].is_archived = True
    return answer


@ruled(_GIVEN)
def asked_counted(turn: Turn) -> Any:
    """Of those that are named all are counted, also who was archived before."""
    answer = turn.healthy()
    return {**answer, "data": {"archivedCount": len(turn.arguments["body"]["contactIds"])}}


@told(_ALL)
def one_more_archived(body: Any) -> None:
    """Who archives all is told one more."""
    body["data"]["archivedCount"] += 1


@ruled(_ALL)
def last_not_archived(turn: Turn) -> Any:
    """Who archives all leaves the last one."""
    answer = turn.healthy()
    turn.store[Contacts].of_campaign(turn.campaign_id)[-1].is_archived = False
    return answer


@ruled(_LIST)
def archived_listed(turn: Turn) -> Any:
    """The list of contacts has the archived ones too."""
    arguments = {name: each for name, each in turn.arguments.items() if name != "archived"}
    for contact in turn.store[Contacts].by_id.values():
        contact.is_archived = False
    return turn.call(arguments)


@told(_GET)
def contact_without_attempts(body: Any) -> None:
    """A contact was never called."""
    body["attempts"] = 0


@ruled(_REMEMBER)
def memory_not_kept(turn: Turn) -> Any:
    """A new memory is answered, and forgotten."""
    answer = turn.healthy()
    del turn.store[Memories].by_id[answer["data"]["id"]]
    return answer


@ruled(_BY_PHONE)
def memory_of_another(turn: Turn) -> Any:
    """A memory by a phone number is of the contact behind."""
    answer: Json = turn.healthy()
    answer["data"]["contactId"] = turn.store[Contacts].of_campaign(turn.campaign_id)[1].id
    return answer


@ruled(_REMEMBER)
def memory_outdated(turn: Turn) -> Any:
    """A new memory is out of date."""
    answer = turn.healthy()
    answer["data"]["status"] = "OUTDATED"
    return answer


@ruled(_REMEMBER)
def memory_in_capitals(turn: Turn) -> Any:
    """What is remembered is written in capitals."""
    answer = turn.healthy()
    answer["data"]["text"] = answer["data"]["text"].upper()
    return answer


@ruled(_FORGET)
def memory_stays(turn: Turn) -> Any:
    """A memory is said to be deleted, and is not."""
    answer = turn.healthy()
    told = {**answer, "data": dict(answer["data"])}
    answer["data"]["status"] = "ACTUAL"
    return told


@ruled(_FORGET)
def others_forgotten(turn: Turn) -> Any:
    """Who deletes one memory deletes all of the contact."""
    answer = turn.healthy()
    for memory in turn.store[Memories].by_id.values():
        if memory["contactId"] == answer["data"]["contactId"]:
            memory["status"] = "DELETED"
    return answer


@ruled(_FORGET_ALL)
def deleted_counted(turn: Turn) -> Any:
    """Memories that were deleted before are counted again."""
    contact = turn.store[Contacts].by_id.get(turn.arguments["contactId"])
    answer = turn.healthy()
    if contact:
        answer["data"]["count"] = len(turn.store[Memories].of_contact(contact))
    return answer


@ruled(_FORGET_ALL)
def outdated_stay(turn: Turn) -> Any:
    """Who deletes all memories leaves those that are out of date."""
    held = turn.store[Memories].by_id.values()
    outdated = [each for each in held if each["status"] == "OUTDATED"]
    answer = turn.healthy()
    for memory in outdated:
        memory["status"] = "OUTDATED"
    return answer


@told(_WEBHOOK)
def webhook_of_another(body: Any) -> None:
    """A webhook's payload names another contact than was called."""
    body["contact"]["id"] = "c10000000000000000000009"


@told(_WEBHOOK)
def webhook_without_time(body: Any) -> None:
    """A webhook's payload says that every call took no time."""
    body["duration"] = 0


@told(_LOOKUP)
def guessed(body: Any) -> None:
    """Where nobody is found, the lookup is said to have found one."""
    if body["data"]["resolution"] == "none":
        body["data"]["resolution"] = "single"


@told(_LOOKUP)
def matches_lost(body: Any) -> None:
    """A lookup that finds somebody does not say whom."""
    body["data"]["matches"] = []


@told(_LOOKUP)
def id_in_capitals(body: Any) -> None:
    """A lookup repeats the id in capitals."""
    body["data"]["providerId"] = body["data"]["providerId"].upper()


@ruled(_SIGNALS)
def scores_ignored(turn: Turn) -> Any:
    """A least score changes nothing."""
    return turn.healthy(minScore=0)


@told(_SIGNALS)
def pending_with_results(body: Any) -> None:
    """Who was looked at is pending."""
    body["data"]["status"] = "pending"
