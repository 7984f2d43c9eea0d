"""Bugs in Callers.ai's contacts and memories, and in who people are."""

from typing import Any

from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories

from .mutant import Json, RuleCall, mutates_body, mutates_rule

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


@mutates_rule(_CREATE)
def number_twice(call: RuleCall) -> Any:
    """A number that is created again becomes another contact."""
    answer, body = call.call_original(), call.arguments["body"]
    if answer["created"]:
        return answer
    contacts = call.store[Contacts]
    added = contacts.add(call.campaign_id, body["name"], body["phoneNumber"], call.store.now)
    return {"contactId": added.id, "created": True, "modified": False}


@mutates_body(_CREATE)
def never_modified(body: Any) -> None:
    """A contact that was changed is said to be as before."""
    body["modified"] = False


@mutates_body(_CREATE)
def always_created(body: Any) -> None:
    """A contact that was there is said to be new."""
    body["created"] = True


@mutates_rule(_CREATE)
def name_kept(call: RuleCall) -> Any:
    """A contact keeps its name when it is created with another one."""
    names = {id_: each.fields["name"] for id_, each in call.store[Contacts].by_id.items()}
    answer = call.call_original()
    if answer["contactId"] in names:
        call.store[Contacts].by_id[answer["contactId"]].fields["name"] = names[answer["contactId"]]
    return answer


@mutates_rule(_CREATE)
def archived_for_ever(call: RuleCall) -> Any:
    """A contact that was archived does not come back."""
    archived = {id_ for id_, each in call.store[Contacts].by_id.items() if each.is_archived}
    answer = call.call_original()
    if answer["contactId"] in archived:
        call.store[Contacts].by_id[answer["contactId"]].is_archived = True
    return answer


@mutates_body(_BULK)
def all_added(body: Any) -> None:
    """Of many contacts all are counted as new."""
    body |= {"added": body["requested"], "modified": 0}


@mutates_rule(_BULK)
def first_only(call: RuleCall) -> Any:
    """Of many contacts the first is made, and all are counted."""
    given = call.arguments["body"]["contacts"]
    answer = call.call_original(body={"contacts": given[:1]})
    return {**answer, "requested": len(given), "added": len(given) - 1, "modified": 1}


@mutates_body(_BULK)
def changed_not_named(body: Any) -> None:
    """Of many contacts only the last is named."""
    body["contactIds"] = body["contactIds"][-1:]


@mutates_rule(_ARCHIVE)
def archive_hides_nothing(call: RuleCall) -> Any:
    """Who is archived is listed with the others still."""
    answer = call.call_original()
    call.store[Contacts].by_id[call.arguments["contactId"]].is_archived = False
    return answer


@mutates_rule(_BY_NUMBER)
def neighbour_archived(call: RuleCall) -> Any:
    """Who archives by a number archives the next contact too."""
    answer = call.call_original()
    call.store[Contacts].of_campaign(call.campaign_id)[1].is_archived = True
    return answer


@mutates_rule(_GIVEN)
def asked_counted(call: RuleCall) -> Any:
    """Of those that are named all are counted, also who was archived before."""
    answer = call.call_original()
    return {**answer, "data": {"archivedCount": len(call.arguments["body"]["contactIds"])}}


@mutates_body(_ALL)
def one_more_archived(body: Any) -> None:
    """Who archives all is told one more."""
    body["data"]["archivedCount"] += 1


@mutates_rule(_ALL)
def last_not_archived(call: RuleCall) -> Any:
    """Who archives all leaves the last one."""
    answer = call.call_original()
    call.store[Contacts].of_campaign(call.campaign_id)[-1].is_archived = False
    return answer


@mutates_rule(_LIST)
def archived_listed(call: RuleCall) -> Any:
    """The list of contacts has the archived ones too."""
    arguments = {name: each for name, each in call.arguments.items() if name != "archived"}
    for contact in call.store[Contacts].by_id.values():
        contact.is_archived = False
    return call.call_with(arguments)


@mutates_body(_GET)
def contact_without_attempts(body: Any) -> None:
    """A contact was never called."""
    body["attempts"] = 0


@mutates_rule(_REMEMBER)
def memory_not_kept(call: RuleCall) -> Any:
    """A new memory is answered, and forgotten."""
    answer = call.call_original()
    del call.store[Memories].by_id[answer["data"]["id"]]
    return answer


@mutates_rule(_BY_PHONE)
def memory_of_another(call: RuleCall) -> Any:
    """A memory by a phone number is of the contact behind."""
    answer: Json = call.call_original()
    answer["data"]["contactId"] = call.store[Contacts].of_campaign(call.campaign_id)[1].id
    return answer


@mutates_rule(_REMEMBER)
def memory_outdated(call: RuleCall) -> Any:
    """A new memory is out of date."""
    answer = call.call_original()
    answer["data"]["status"] = "OUTDATED"
    return answer


@mutates_rule(_REMEMBER)
def memory_in_capitals(call: RuleCall) -> Any:
    """What is remembered is written in capitals."""
    answer = call.call_original()
    answer["data"]["text"] = answer["data"]["text"].upper()
    return answer


@mutates_rule(_FORGET)
def memory_stays(call: RuleCall) -> Any:
    """A memory is said to be deleted, and is not."""
    answer = call.call_original()
    told = {**answer, "data": dict(answer["data"])}
    answer["data"]["status"] = "ACTUAL"
    return told


@mutates_rule(_FORGET)
def others_forgotten(call: RuleCall) -> Any:
    """Who deletes one memory deletes all of the contact."""
    answer = call.call_original()
    for memory in call.store[Memories].by_id.values():
        if memory["contactId"] == answer["data"]["contactId"]:
            memory["status"] = "DELETED"
    return answer


@mutates_rule(_FORGET_ALL)
def deleted_counted(call: RuleCall) -> Any:
    """Memories that were deleted before are counted again."""
    contact = call.store[Contacts].by_id.get(call.arguments["contactId"])
    answer = call.call_original()
    if contact:
        answer["data"]["count"] = len(call.store[Memories].of_contact(contact))
    return answer


@mutates_rule(_FORGET_ALL)
def outdated_stay(call: RuleCall) -> Any:
    """Who deletes all memories leaves those that are out of date."""
    held = call.store[Memories].by_id.values()
    outdated = [each for each in held if each["status"] == "OUTDATED"]
    answer = call.call_original()
    for memory in outdated:
        memory["status"] = "OUTDATED"
    return answer


@mutates_body(_WEBHOOK)
def webhook_of_another(body: Any) -> None:
    """A webhook's payload names another contact than was called."""
    body["contact"]["id"] = "c10000000000000000000009"


@mutates_body(_WEBHOOK)
def webhook_without_time(body: Any) -> None:
    """A webhook's payload says that every call took no time."""
    body["duration"] = 0


@mutates_body(_LOOKUP)
def guessed(body: Any) -> None:
    """A lookup without matches reports a match."""
    if body["data"]["resolution"] == "none":
        body["data"]["resolution"] = "single"


@mutates_body(_LOOKUP)
def matches_lost(body: Any) -> None:
    """A lookup with a match does not list it."""
    body["data"]["matches"] = []


@mutates_body(_LOOKUP)
def id_in_capitals(body: Any) -> None:
    """A lookup repeats the id in capitals."""
    body["data"]["providerId"] = body["data"]["providerId"].upper()


@mutates_rule(_SIGNALS)
def scores_ignored(call: RuleCall) -> Any:
    """A least score changes nothing."""
    return call.call_original(minScore=0)


@mutates_body(_SIGNALS)
def pending_with_results(body: Any) -> None:
    """Who was looked at is pending."""
    body["data"]["status"] = "pending"
