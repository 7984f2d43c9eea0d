"""Bugs in contacts and memories of Callers.ai, and in prospects."""

from typing import Any

from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories

from .mutant import Json, RuleCall, mutates_body, mutates_rule

_CREATE, _BULK, _LIST, _GET, _ARCHIVE, _GIVEN, _ALL, _BY_NUMBER = (
    f"callers_contacts_{name}"
    for name in (
        *("create", "create_bulk", "list", "get", "archive", "archive_bulk", "archive_all"),
        "archive_by_phone_number",
    )
)
_REMEMBER, _FORGET, _FORGET_ALL, _MEMORIES, _BY_PHONE = (
    f"callers_memories_{name}"
    for name in ("create", "delete", "delete_all", "list", "create_by_phone_number")
)
_LOOKUP, _SIGNALS = "sonarly_prospecting_prospects_by_provider_id", "sonarly_signals_results"
_WEBHOOK = "callers_calls_webhook_payload"


@mutates_rule(_CREATE)
def number_twice(call: RuleCall) -> Any:
    """A second creation with a phone number creates another contact."""
    response, body = call.call_original(), call.arguments["body"]
    if response["created"]:
        return response
    contacts = call.store[Contacts]
    added = contacts.add(call.campaign_id, body["name"], body["phoneNumber"], call.store.now)
    return {"contactId": added.id, "created": True, "modified": False}


@mutates_body(_CREATE)
def never_modified(body: Any) -> None:
    """A changed contact is returned as unmodified."""
    body["modified"] = False


@mutates_body(_CREATE)
def always_created(body: Any) -> None:
    """An existing contact is returned as created."""
    body["created"] = True


@mutates_rule(_CREATE)
def name_kept(call: RuleCall) -> Any:
    """A second creation does not change the name."""
    names = {id_: value.fields["name"] for id_, value in call.store[Contacts].by_id.items()}
    response = call.call_original()
    if response["contactId"] in names:
        call.store[Contacts].by_id[response["contactId"]].fields["name"] = names[
            response["contactId"]
        ]
    return response


@mutates_rule(_CREATE)
def archived_forever(call: RuleCall) -> Any:
    """An archived contact cannot be restored."""
    archived = {id_ for id_, value in call.store[Contacts].by_id.items() if value.is_archived}
    response = call.call_original()
    if response["contactId"] in archived:
        call.store[Contacts].by_id[response["contactId"]].is_archived = True
    return response


@mutates_body(_BULK)
def all_added(body: Any) -> None:
    """A bulk creation counts every contact as new."""
    body |= {"added": body["requested"], "modified": 0}


@mutates_rule(_BULK)
def first_only(call: RuleCall) -> Any:
    """A bulk creation creates only the first contact, and counts all."""
    given = call.arguments["body"]["contacts"]
    response = call.call_original(body={"contacts": given[:1]})
    return {**response, "requested": len(given), "added": len(given) - 1, "modified": 1}


@mutates_body(_BULK)
def changed_not_named(body: Any) -> None:
    """A bulk creation returns only the last id."""
    body["contactIds"] = body["contactIds"][-1:]


@mutates_rule(_ARCHIVE)
def archive_hides_nothing(call: RuleCall) -> Any:
    """An archived contact is still listed."""
    response = call.call_original()
    call.store[Contacts].by_id[call.arguments["contactId"]].is_archived = False
    return response


@mutates_rule(_BY_NUMBER)
def neighbour_archived(call: RuleCall) -> Any:
    """Archiving by phone number also archives the next contact."""
    response = call.call_original()
    call.store[Contacts].of_campaign(call.campaign_id)[1].is_archived = True
    return response


@mutates_rule(_GIVEN)
def called_not_archived(call: RuleCall) -> Any:
    """Bulk archiving leaves contacts that were called before."""
    response = call.call_original()
    for contact in call.store[Contacts].of_campaign(call.campaign_id):
        contact.is_archived &= not contact.fields["attempts"]
    return response


@mutates_rule(_GIVEN)
def asked_counted(call: RuleCall) -> Any:
    """Bulk archiving counts contacts that were archived before."""
    response = call.call_original()
    return {**response, "data": {"archivedCount": len(call.arguments["body"]["contactIds"])}}


@mutates_body(_ALL)
def one_more_archived(body: Any) -> None:
    """Archiving all counts one contact too many."""
    body["data"]["archivedCount"] += 1


@mutates_rule(_ALL)
def last_not_archived(call: RuleCall) -> Any:
    """Archiving all leaves the last contact."""
    response = call.call_original()
    call.store[Contacts].of_campaign(call.campaign_id)[-1].is_archived = False
    return response


@mutates_rule(_LIST)
def archived_listed(call: RuleCall) -> Any:
    """The list of contacts contains archived ones."""
    arguments = {name: value for name, value in call.arguments.items() if name != "archived"}
    for contact in call.store[Contacts].by_id.values():
        contact.is_archived = False
    return call.call_with(arguments)


@mutates_body(_GET)
def contact_without_attempts(body: Any) -> None:
    """A contact has no calls."""
    body["attempts"] = 0


@mutates_rule(_REMEMBER)
def memory_not_kept(call: RuleCall) -> Any:
    """A created memory is not stored."""
    response = call.call_original()
    del call.store[Memories].by_id[response["data"]["id"]]
    return response


@mutates_rule(_BY_PHONE)
def memory_of_another(call: RuleCall) -> Any:
    """A memory by phone number belongs to the next contact."""
    response: Json = call.call_original()
    response["data"]["contactId"] = call.store[Contacts].of_campaign(call.campaign_id)[1].id
    return response


@mutates_rule(_REMEMBER)
def memory_outdated(call: RuleCall) -> Any:
    """A created memory is outdated."""
    response = call.call_original()
    response["data"]["status"] = "OUTDATED"
    return response


@mutates_rule(_REMEMBER)
def memory_in_capitals(call: RuleCall) -> Any:
    """A memory is stored in capitals."""
    response = call.call_original()
    response["data"]["text"] = response["data"]["text"].upper()
    return response


@mutates_rule(_FORGET)
def memory_stays(call: RuleCall) -> Any:
    """A deletion of a memory has no effect."""
    response = call.call_original()
    changed = {**response, "data": dict(response["data"])}
    response["data"]["status"] = "ACTUAL"
    return changed


@mutates_rule(_FORGET)
def others_forgotten(call: RuleCall) -> Any:
    """A deletion of one memory deletes all of the contact."""
    response = call.call_original()
    for memory in call.store[Memories].by_id.values():
        if memory["contactId"] == response["data"]["contactId"]:
            memory["status"] = "DELETED"
    return response


@mutates_rule(_FORGET_ALL)
def deleted_counted(call: RuleCall) -> Any:
    """A deletion of all memories counts deleted ones."""
    contact = call.store[Contacts].by_id.get(call.arguments["contactId"])
    response = call.call_original()
    if contact:
        response["data"]["count"] = len(call.store[Memories].of_contact(contact))
    return response


@mutates_rule(_FORGET_ALL)
def outdated_stay(call: RuleCall) -> Any:
    """A deletion of all memories leaves outdated ones."""
    held = call.store[Memories].by_id.values()
    outdated = [memory for memory in held if memory["status"] == "OUTDATED"]
    response = call.call_original()
    for memory in outdated:
        memory["status"] = "OUTDATED"
    return response


@mutates_body(_WEBHOOK)
def webhook_of_another(body: Any) -> None:
    """A webhook payload has another contact."""
    body["contact"]["id"] = "c10000000000000000000009"


@mutates_body(_LIST)
def attempts_without_time(body: Any) -> None:
    """The list shows no last attempt."""
    for contact in body:
        contact["lastAttempt"] = None


@mutates_body(_WEBHOOK)
def webhook_without_url(body: Any) -> None:
    """A webhook payload does not name the webhook."""
    del body["webhookUrl"]


@mutates_body(_WEBHOOK)
def webhook_without_events(body: Any) -> None:
    """A webhook payload shows no events of its call."""
    body["events"] = []


@mutates_rule("callers_calls_list")
def calls_of_last_campaign(call: RuleCall) -> Any:
    """A list of calls shows those of the campaign whose calls were listed before."""
    last = call.memory.get("last", call.arguments["campaignId"])
    call.memory["last"] = call.arguments["campaignId"]
    return call.call_original(campaignId=last)


@mutates_body(_WEBHOOK)
def webhook_without_time(body: Any) -> None:
    """A webhook payload has a duration of 0."""
    body["duration"] = 0


@mutates_body(_LOOKUP)
def guessed(body: Any) -> None:
    """A lookup without matches reports a match."""
    if body["data"]["resolution"] == "none":
        body["data"]["resolution"] = "single"


@mutates_body(_LOOKUP)
def matches_lost(body: Any) -> None:
    """A lookup reports a match without listing it."""
    body["data"]["matches"] = []


@mutates_body(_LOOKUP)
def id_in_capitals(body: Any) -> None:
    """A lookup returns the id in capitals."""
    body["data"]["providerId"] = body["data"]["providerId"].upper()


@mutates_rule(_SIGNALS)
def scores_ignored(call: RuleCall) -> Any:
    """The minimum score is ignored."""
    return call.call_original(minScore=0)


@mutates_body(_SIGNALS)
def pending_with_results(body: Any) -> None:
    """A checked prospect is pending."""
    body["data"]["status"] = "pending"


@mutates_body(_MEMORIES)
def twenty_memories(body: Any) -> None:
    """The list of memories shows twenty of them."""
    del body["data"][20:]


@mutates_body(_MEMORIES)
def memories_of_another_campaign(body: Any) -> None:
    """The memories of a contact name another campaign."""
    for memory in body["data"]:
        memory["campaignId"] = memory["campaignId"].upper()
