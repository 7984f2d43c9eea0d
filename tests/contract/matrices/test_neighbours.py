"""The matrix of neighbours covers every write and detects changes of what stands beside it."""

from collections.abc import Callable
from typing import Any

import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.matrices.neighbours import NEIGHBOURS
from campaignkit_fake.callers.contacts import Contact, Contacts
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.content_slots import ContentSlots
from campaignkit_fake.sonarly.templates import ValuePropositions

from ..mutation.mutant import Mutant, RuleCall
from .runs import covered, findings, sampled


def found_by(rule: Callable[[RuleCall], Any], *operations: str) -> str:
    """Return the findings about the first operation, of which others have a rule too."""
    bug = Mutant("", "", operations, rule=rule)
    return "\n".join(findings(NEIGHBOURS, bug, only=operations[:1]))


def forget(call: RuleCall, *contacts: Contact) -> None:
    """Mark the memories of contacts as deleted."""
    ids = {contact.id for contact in contacts}
    for memory in call.store[Memories].by_id.values():
        if memory["contactId"] in ids:
            memory |= {"status": "DELETED", "updatedAt": call.store.now}


def with_number(call: RuleCall, number: str) -> list[Contact]:
    """Return the contacts of all campaigns that have a phone number."""
    contacts = call.store[Contacts].by_id.values()
    return [contact for contact in contacts if contact.fields["phoneNumber"] == number]


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(NEIGHBOURS, only=sampled(NEIGHBOURS, 24)) == []


def test_coverage() -> None:
    """Every write has cells, on a server that can be reset."""
    writes = [name for name, node in packaged_operations().items() if node.method != "GET"]

    assert sorted(covered(NEIGHBOURS)) == sorted(writes)


def test_nothing_made() -> None:
    """A job, and a write that names nothing that a run can make, have no neighbours."""
    operations = ["sonarly_messages_respond", "sonarly_prospecting_cancel"]

    assert findings(NEIGHBOURS, only=operations) == []


def test_children_of_archived() -> None:
    """An archived contact keeps its memories."""

    def rule(call: RuleCall) -> Any:
        forget(call, call.store[Contacts].by_id[call.arguments["contactId"]])
        return call.call_original()

    found = found_by(rule, "callers_contacts_archive")

    assert "neighbours: changes an item of callers_memories_list that it does not name" in found


def test_number_elsewhere() -> None:
    """A memory by phone number is not for the contact with this number in another campaign."""

    def rule(call: RuleCall) -> Any:
        result, body = call.call_original(), call.arguments["body"]
        for contact in with_number(call, call.arguments["phoneNumber"].lstrip("+")):
            if contact.fields["campaignId"] != call.campaign_id:
                call.store[Memories].add(contact, body["name"], body["text"], call.store.now)
        return result

    found = found_by(rule, "callers_memories_create_by_phone_number")

    assert "adds an item of callers_memories_list that it does not name" in found


def test_between() -> None:
    """A bulk archiving leaves the contacts between the given ones."""

    def rule(call: RuleCall) -> Any:
        contacts = call.store[Contacts].of_campaign(call.campaign_id)
        named = call.arguments["body"]["contactIds"]
        indexes = [index for index, contact in enumerate(contacts) if contact.id in named]
        ids = [contact.id for contact in contacts[indexes[0] : indexes[-1] + 1]] if indexes else []
        return call.call_original(body={"contactIds": ids})

    assert "removes an item of callers_contacts_list" in found_by(
        rule, "callers_contacts_archive_bulk"
    )


def test_folder_of_others() -> None:
    """An audience that moves to another folder leaves the other audiences in theirs."""

    def rule(call: RuleCall) -> Any:
        fields = call.store[Audiences].by_id[call.arguments["audienceId"]].fields
        old = fields["folderId"]
        result = call.call_original()
        for audience in call.store[Audiences].by_id.values():
            if old and audience.fields["folderId"] == old:
                audience.fields["folderId"] = None
        return result

    found = found_by(rule, "sonarly_audiences_move_to_folder")

    assert "changes an item of sonarly_audiences_list that it does not name" in found


def test_previous() -> None:
    """A deletion of what no operation creates leaves the one before it."""

    def rule(call: RuleCall) -> Any:
        offers, id_ = call.store[ValuePropositions], call.arguments["valuePropositionId"]
        own = offers.ids_of_group(call.arguments["accountGroupId"])
        result = call.call_original()
        for previous in own[: own.index(id_)][-1:]:
            del offers.by_id[previous]
        return result

    found = found_by(rule, "sonarly_templates_delete_value_proposition")

    assert "removes an item of sonarly_templates_list_value_propositions" in found


def test_repetition() -> None:
    """A second deletion that undoes the first one is detected."""

    def rule(call: RuleCall) -> Any:
        memory = call.store[Memories].by_id[call.arguments["memoryId"]]
        status = {"DELETED": "ACTUAL"}.get(memory["status"], "DELETED")
        call.call_original()
        memory["status"] = status
        return {"status": "success", "data": memory}

    found = found_by(rule, "callers_memories_delete")

    assert "a repetition: changes an item of callers_memories_list (a repeated write" in found


@pytest.mark.expects_contract_violation("another code of a conflict")
def test_refused() -> None:
    """A server may refuse to delete what is in use, if that changes nothing."""

    def refuse(call: RuleCall) -> Any:
        fields = call.store[Audiences].by_id[call.arguments["audienceId"]].fields
        if fields["folderId"]:
            raise ApiError(409, "It is in a folder.", code="AUDIENCE_IN_USE")
        return call.call_original()

    def refuse_and_change(call: RuleCall) -> Any:
        call.store[Audiences].by_id[call.arguments["audienceId"]].fields["description"] = "Used"
        return refuse(call)

    operation = "sonarly_audiences_delete"

    assert found_by(refuse, operation) == ""
    assert "a refused call: changes an item of sonarly_audiences_list" in found_by(
        refuse_and_change, operation
    )


@pytest.mark.parametrize("is_original", [True, False])
def test_copy(is_original: bool) -> None:
    """A write to a slot changes either the copy or the original."""
    duplicate, update = "sonarly_campaigns_duplicate", "sonarly_campaigns_update_content_slot"

    def rule(call: RuleCall) -> Any:
        result = call.call_original()
        if "slotId" not in call.arguments:
            call.memory.update({result["id"]: call.campaign_id})
            return result
        copies = {source: copy for copy, source in call.memory.items()}
        other = (copies if is_original else call.memory).get(call.campaign_id, "")
        for slot in call.store[ContentSlots].by_id.get(other, ()):
            if slot["position"] == result["position"]:
                slot["templateId"] = result["templateId"]
        return result

    found = found_by(rule, duplicate, update)
    kept = "the copy" if is_original else "the original"

    assert (
        f"a later write: {update} also changes {kept} in sonarly_campaigns_content_slots" in found
    )


def test_shared_leads() -> None:
    """A deleted draft leaves the workflows of its leads in another campaign."""

    def rule(call: RuleCall) -> Any:
        leads = call.campaigns[call.campaign_id].lead_ids
        result = call.call_original()
        for other in call.campaigns.values():
            for lead_id in other.lead_rows.keys() & set(leads):
                del other.lead_rows[lead_id]
        return result

    found = found_by(rule, "sonarly_campaigns_delete")

    assert "leads: changes an item of sonarly_campaigns_lead_status" in found


def test_restoration() -> None:
    """A contact that is created again has its memories again."""

    def rule(call: RuleCall) -> Any:
        for contact in with_number(call, call.arguments["body"]["phoneNumber"].lstrip("+")):
            if contact.is_archived:
                forget(call, contact)
        return call.call_original()

    found = found_by(rule, "callers_contacts_create")

    assert "an archived resource: changes an item of callers_memories_list" in found


def test_erased() -> None:
    """A contact that cannot be read any more was not archived, and need not return."""

    def rule(call: RuleCall) -> Any:
        result = call.call_original()
        if "data" in result:
            del call.store[Contacts].by_id[call.arguments["contactId"]]
        return result

    operations = "callers_contacts_create", "callers_contacts_archive"

    assert found_by(rule, *operations) == ""
