"""Bugs in bulk writes, phone numbers and voices of Callers.ai, and in reads that disagree."""

from typing import Any

from campaignkit_fake.callers.campaigns import CallersCampaigns
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.callers.voices import Voices
from campaignkit_fake.engine.errors import ApiError

from .mutant import RuleCall, mutates_body, mutates_rule

_CREATE, _BULK, _ARCHIVE_BULK, _ARCHIVE = (
    f"callers_contacts_{name}"
    for name in ("create", "create_bulk", "archive_bulk", "archive_by_phone_number")
)
_VOICE, _VOICE_UPDATE = "callers_voices_create", "callers_voices_update"


@mutates_body(_BULK)
def details_swapped(body: Any) -> None:
    """The details of a bulk creation call new contacts updated."""
    other = {"created": "updated", "updated": "created"}
    for detail in body.get("contactDetails", []):
        detail["status"] = other[detail["status"]]


@mutates_body(_BULK)
def changed_not_returned(body: Any) -> None:
    """A bulk creation counts changed contacts, and does not return their ids."""
    del body["contactIds"][body["added"] :]


@mutates_rule(_BULK)
def details_unasked(call: RuleCall) -> Any:
    """A bulk creation returns details without being asked."""
    return call.call_original(verbose=True)


@mutates_rule(_BULK)
def repeated_not_requested(call: RuleCall) -> Any:
    """A bulk creation counts a repeated contact once as requested."""
    numbers = {contact["phoneNumber"] for contact in call.arguments["body"]["contacts"]}
    return {**call.call_original(), "requested": len(numbers)}


@mutates_body(_BULK)
def details_of_one(body: Any) -> None:
    """The details of a bulk creation name only the first contact."""
    del body.get("contactDetails", [])[1:]


@mutates_rule(_BULK)
def rows_after_fifty_lost(call: RuleCall) -> Any:
    """A bulk creation applies fifty contacts, and counts all."""
    given = call.arguments["body"]["contacts"]
    return {**call.call_original(body={"contacts": given[:50]}), "requested": len(given)}


@mutates_rule(_BULK)
def last_batch_lost(call: RuleCall) -> Any:
    """A bulk creation applies whole batches of ten, if there is one, and counts all."""
    given = call.arguments["body"]["contacts"]
    whole = given[: len(given) // 10 * 10] or given
    return {**call.call_original(body={"contacts": whole}), "requested": len(given)}


@mutates_rule(_ARCHIVE_BULK)
def last_batch_stays_active(call: RuleCall) -> Any:
    """A bulk archiving applies whole batches of fifty, if there is one."""
    given = call.arguments["body"]["contactIds"]
    return call.call_original(body={"contactIds": given[: len(given) // 50 * 50] or given})


@mutates_rule(_BULK)
def archived_of_last(call: RuleCall) -> Any:
    """A bulk creation gives every contact the state of the last one."""
    *_, last = given = call.arguments["body"]["contacts"]
    rows = [{**contact, "archived": last.get("archived", False)} for contact in given]
    return call.call_original(body={"contacts": rows})


@mutates_rule(_ARCHIVE_BULK)
def last_stays_active(call: RuleCall) -> Any:
    """A bulk archiving counts the last of several contacts, and leaves it."""
    *given, _ = call.arguments["body"]["contactIds"]
    if not given:
        return call.call_original()
    result = call.call_original(body={"contactIds": given})
    result["data"]["archivedCount"] += 1
    return result


@mutates_body(_ARCHIVE_BULK)
def none_counted(body: Any) -> None:
    """A bulk archiving counts no contact."""
    body["data"]["archivedCount"] = 0


@mutates_rule(_CREATE)
def archived_is_active(call: RuleCall) -> Any:
    """A contact that is created as archived is active."""
    body = {**call.arguments["body"], "archived": False}
    return call.call_original(body=body)


@mutates_rule(_CREATE)
def archived_without_field_kept(call: RuleCall) -> Any:
    """A creation without archived leaves an archived contact archived."""
    body = call.arguments["body"]
    known = call.store[Contacts].with_number(call.campaign_id, body["phoneNumber"].lstrip("+"))
    return call.call_original(body={"archived": bool(known and known.is_archived), **body})


@mutates_rule(_BULK)
def restored_rows_lost(call: RuleCall) -> Any:
    """A bulk creation without archived leaves archived contacts archived."""
    contacts, campaign = call.store[Contacts], call.campaign_id
    rows = call.arguments["body"]["contacts"]
    known = [contacts.with_number(campaign, row["phoneNumber"].lstrip("+")) for row in rows]
    states = [bool(contact and contact.is_archived) for contact in known]
    pairs = zip(rows, states, strict=True)
    return call.call_original(
        body={"contacts": [{"archived": state, **row} for row, state in pairs]}
    )


@mutates_rule(_BULK)
def numbers_not_completed(call: RuleCall) -> Any:
    """A bulk creation does not complete the phone numbers of the US."""
    return call.call_original(fixUSPhoneNumber=False)


@mutates_rule(_ARCHIVE)
def number_found_unfixed(call: RuleCall) -> Any:
    """An archiving by an incomplete phone number reports success, and archives nothing."""
    if call.arguments.get("fixUSPhoneNumber"):
        return {"status": "success", "data": False}
    return call.call_original()


@mutates_rule(_ARCHIVE)
def plus_archives_nothing(call: RuleCall) -> Any:
    """An archiving by a phone number with a plus sign archives nothing."""
    if call.arguments["phoneNumber"].startswith("+"):
        return {"status": "success", "data": True}
    return call.call_original()


@mutates_rule("callers_memories_create_by_phone_number")
def plus_of_another(call: RuleCall) -> Any:
    """A memory for a phone number with a plus sign names another contact."""
    result = call.call_original()
    if call.arguments["phoneNumber"].startswith("+"):
        result["data"]["contactId"] = "c10000000000000000000001"
    return result


@mutates_rule(_VOICE)
def voice_for_all(call: RuleCall) -> Any:
    """A voice is added to the sub-organizations too, without request."""
    return call.call_original(body={**call.arguments["body"], "subAccounts": True})


@mutates_rule(_VOICE)
def voice_for_one(call: RuleCall) -> Any:
    """A voice is added to the key's organization only."""
    return call.call_original(body={**call.arguments["body"], "subAccounts": False})


@mutates_rule(_VOICE)
def voice_added_twice(call: RuleCall) -> Any:
    """A voice is added twice."""
    return [*call.call_original(), *call.call_original()]


@mutates_rule("callers_voices_clone")
def locale_of_clone_lost(call: RuleCall) -> Any:
    """A cloned voice has the default locale."""
    return [{**voice, "supportedLocales": ["en-US"]} for voice in call.call_original()]


@mutates_rule(_VOICE_UPDATE)
def all_voices_renamed(call: RuleCall) -> Any:
    """An update renames every voice."""
    result = call.call_original()
    if name := call.arguments["body"].get("name"):
        for voice in call.store[Voices].by_id.values():
            voice["name"] = name
    return result


@mutates_rule(_VOICE_UPDATE)
def update_resets_locales(call: RuleCall) -> Any:
    """An update without locales resets them."""
    result = call.call_original()
    if "supportedLocales" not in call.arguments["body"]:
        result["supportedLocales"] = ["en-GB"]
    return result


@mutates_rule("callers_organizations_get")
def created_just_now(call: RuleCall) -> Any:
    """An organization is created again by every read."""
    return {**call.call_original(), "createdAt": call.store.tick()}


@mutates_body("callers_calls_webhook_payload")
def number_of_contact(body: Any) -> None:
    """A webhook payload names the phone number of the contact as that of the caller."""
    body["phoneFrom"] = body["contact"]["phoneNumber"]


@mutates_rule("callers_calls_webhook_payload")
def number_of_incoming(call: RuleCall) -> Any:
    """A webhook payload of an incoming campaign names the contact's phone number."""
    payload = call.call_original()
    campaign = call.store[CallersCampaigns].by_id[call.arguments["campaignId"]]
    is_incoming = campaign["isIncoming"]
    return {**payload, "phoneFrom": payload["contact"]["phoneNumber"]} if is_incoming else payload


@mutates_rule("callers_memories_delete")
def memory_erased(call: RuleCall) -> Any:
    """The deletion of a memory erases it."""
    result = call.call_original()
    del call.store[Memories].by_id[call.arguments["memoryId"]]
    return result


@mutates_rule("callers_memories_delete_all")
def memories_erased(call: RuleCall) -> Any:
    """The deletion of all memories erases those that were deleted before."""
    memories = call.store[Memories].by_id
    for id_ in [id_ for id_, memory in memories.items() if memory["status"] == "DELETED"]:
        del memories[id_]
    return call.call_original()


@mutates_rule("callers_memories_create")
def long_memory_refused(call: RuleCall) -> Any:
    """A memory of the documented maximum length is refused."""
    if len(call.arguments["body"]["text"]) > 4_999:
        raise ApiError(400, "The text is too long.", details=[("text", "is too long")])
    return call.call_original()
