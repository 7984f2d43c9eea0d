"""Bugs in what stands beside a resource: equal ones, children, copies, and the order of a list."""

from typing import Any

from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.content_slots import ContentSlots

from .mutant import RuleCall, mutates_rule

_DUPLICATE, _DELETE = "sonarly_campaigns_duplicate", "sonarly_campaigns_delete"


@mutates_rule("callers_memories_delete_all")
def memories_of_next(call: RuleCall) -> Any:
    """A deletion of all memories also deletes those of the next contact."""
    contacts = list(call.store[Contacts].by_id)
    id_, result = call.arguments["contactId"], call.call_original()
    for other in contacts[contacts.index(id_) + 1 :][:1]:
        for memory in call.store[Memories].by_id.values():
            if memory["contactId"] == other:
                memory |= {"status": "DELETED", "updatedAt": call.store.now}
    return result


@mutates_rule("callers_contacts_archive_all")
def equal_numbers_archived(call: RuleCall) -> Any:
    """Archiving all contacts of a campaign archives those with the same number elsewhere."""
    contacts = call.store[Contacts]
    numbers = {own.fields["phoneNumber"] for own in contacts.of_campaign(call.campaign_id)}
    result = call.call_original()
    for contact in contacts.by_id.values():
        contact.is_archived |= contact.fields["phoneNumber"] in numbers
    return result


@mutates_rule("sonarly_audiences_delete")
def drafts_deleted_too(call: RuleCall) -> Any:
    """A deletion of an audience deletes the drafts with its leads."""
    leads = set(call.store[Audiences].by_id[call.arguments["audienceId"]].lead_ids)
    result = call.call_original()
    for id_, campaign in list(call.campaigns.items()):
        if campaign.fields["status"] == "draft" and leads & set(campaign.lead_ids):
            del call.campaigns[id_]
    return result


@mutates_rule("sonarly_audiences_remove_from_folder")
def folder_emptied(call: RuleCall) -> Any:
    """A removal from a folder removes the other audiences too."""
    audiences = call.store[Audiences].by_id
    folder = audiences[call.arguments["audienceId"]].fields["folderId"]
    result = call.call_original()
    for audience in audiences.values():
        if audience.fields["folderId"] == folder:
            audience.fields["folderId"] = None
    return result


@mutates_rule("sonarly_campaigns_update_content_slot")
def slot_moved_to_end(call: RuleCall) -> Any:
    """An updated slot moves to the end of the list."""
    slot, slots = call.call_original(), call.store[ContentSlots].by_id[call.campaign_id]
    slots.remove(slot)
    slots.append(slot)
    return slot


@mutates_rule(_DUPLICATE, _DELETE)
def source_deleted_with_copy(call: RuleCall) -> Any:
    """A deletion of a copy deletes its source."""
    result = call.call_original()
    if call.arguments.get("body"):
        call.memory[result["id"]] = call.campaign_id
    else:
        call.campaigns.pop(call.memory.get(call.campaign_id, ""), None)
    return result
