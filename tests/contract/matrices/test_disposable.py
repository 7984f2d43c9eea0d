"""In a disposable account a matrix finds what it finds on a server that can be reset."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from campaignkit_contract.sandbox import Sandbox
from campaignkit_contract.stateful.matrices.authorization import AUTHORIZATION
from campaignkit_contract.stateful.matrices.concurrency import CONCURRENCY
from campaignkit_contract.stateful.matrices.frame import FRAME
from campaignkit_contract.stateful.matrices.lifecycles import LIFECYCLES
from campaignkit_contract.stateful.matrices.matrix import Matrix
from campaignkit_contract.stateful.matrices.neighbours import NEIGHBOURS
from campaignkit_contract.stateful.matrices.references import REFERENCES
from campaignkit_contract.stateful.matrices.tenancy import TENANCY
from campaignkit_fake import SAMPLE_ID
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.content_slots import ContentSlots
from campaignkit_fake.sonarly.templates import ValuePropositions, WritingStyles

from ..mutation.mutant import Mutant, RuleCall
from .runs import disposable_findings, disposable_target

CREATE, CREATE_CONTACT = "sonarly_audiences_create", "callers_contacts_create"
UPDATE, UPDATE_SLOT = "sonarly_audiences_update", "sonarly_campaigns_update_content_slot"
IMPORT = "sonarly_prospecting_start"
UPDATE_PROPOSITION, DELETE_PROPOSITION = (
    f"sonarly_templates_{name}_value_proposition" for name in ("update", "delete")
)
PROPOSITIONS = [SAMPLE_ID, "5d0000000000000000000001"]


def found_by(matrix: Matrix, operation: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about an operation with another rule."""
    mutant = Mutant("", "", [operation], rule=rule)
    return "\n".join(disposable_findings(matrix, mutant, only=[operation]))


def test_healthy() -> None:
    """The fake has no finding."""
    for matrix, operation in {
        FRAME: CREATE_CONTACT,
        CONCURRENCY: CREATE_CONTACT,
        NEIGHBOURS: CREATE_CONTACT,
        REFERENCES: IMPORT,
        AUTHORIZATION: UPDATE_SLOT,
        LIFECYCLES: CREATE_CONTACT,
    }.items():
        assert disposable_findings(matrix, only=[operation]) == []


def test_other_values() -> None:
    """Two calls at once may change other fields than two in a row, of a voice with other values."""

    def rule(call: RuleCall) -> Any:
        voices = call.call_original()
        number = call.memory["number"] = call.memory.get("number", 0) + 1
        for voice in voices:
            voice["supportedLocales"] = [["pt-BR"], ["en-US"]][number % 2]
        return voices

    bug = Mutant("", "", ["callers_voices_create"], rule=rule)

    assert disposable_findings(CONCURRENCY, bug, only=["callers_voices_update"]) == []


def test_equal_description() -> None:
    """An update that changes a resource with an equal description is detected."""

    def rule(call: RuleCall) -> Any:
        body, found = call.arguments["body"], call.call_original()
        for audience in call.store[Audiences].by_id.values():
            if audience.fields["description"] == found["description"]:
                audience.fields["name"] = body["name"]
        return found

    assert "changes an item of sonarly_audiences_list" in found_by(FRAME, UPDATE, rule)


def test_optional_field() -> None:
    """An optional field that is required is detected."""

    def rule(call: RuleCall) -> Any:
        if "description" not in call.arguments["body"]:
            raise ApiError(422)
        return call.call_original()

    found = found_by(FRAME, CREATE, rule)

    assert "required fields alone: returns 422, expected 201" in found


def test_existing_number() -> None:
    """A creation that gives an existing contact another time of creation is detected."""

    def rule(call: RuleCall) -> Any:
        found = call.call_original()
        call.store[Contacts].by_id[found["contactId"]].fields["createdAt"] = call.store.now
        return found

    found = found_by(FRAME, CREATE_CONTACT, rule)

    assert "an existing phoneNumber: changes createdAt in callers_contacts" in found


@pytest.mark.expects_contract_violation("a bug leaves out a counter")
def test_race() -> None:
    """A contact that two calls at once create twice is detected."""

    def rule(call: RuleCall) -> Any:
        body, contacts = call.arguments["body"], call.store[Contacts]
        if threading.current_thread() is threading.main_thread():
            return call.call_original()
        campaign = call.arguments["campaignId"]
        contact = contacts.add(campaign, body["name"], body["phoneNumber"], call.store.now)
        return {"contactId": contact.id, "created": True}

    found = found_by(CONCURRENCY, CREATE_CONTACT, rule)

    assert "have another effect than two in a row: a new item" in found


def test_lost_update() -> None:
    """A description that a new name at once sets back is detected."""

    def rule(call: RuleCall) -> Any:
        updated = call.call_original()
        if "description" not in call.context.body:
            updated["description"] = "as before"
        return updated

    found = found_by(CONCURRENCY, UPDATE, rule)

    assert f"{UPDATE}: two different calls at once: lose description (of two updates" in found


def test_unknown_after_success() -> None:
    """An unknown id that is accepted after a success is detected."""

    def rule(call: RuleCall) -> Any:
        if call.memory:
            return call.call_original(body=call.memory["body"])
        found = call.call_original()
        call.memory["body"] = dict(call.arguments["body"])
        return found

    found = found_by(REFERENCES, UPDATE_SLOT, rule)

    assert "templateId: an unknown id after a success: is accepted" in found


def test_unknown_source() -> None:
    """A job that starts with the id of an unknown list is detected."""

    def rule(call: RuleCall) -> Any:
        try:
            found = call.call_original()
        except ApiError:
            return call.call_original(body=call.memory["body"])
        call.memory["body"] = call.arguments["body"]
        return found

    assert "savedSearchId: an unknown id: is accepted" in found_by(REFERENCES, IMPORT, rule)


def test_removed_before() -> None:
    """An update of a resource that is gone is detected; only some of its kind may be removed."""

    def rule(call: RuleCall) -> Any:
        known, id_ = call.store[ValuePropositions].by_id, call.arguments["valuePropositionId"]
        if "body" not in call.arguments:
            call.memory[id_] = known.get(id_)
        elif id_ in call.memory:
            known[id_] = call.memory[id_]
        return call.call_original()

    bug = Mutant("", "", [UPDATE_PROPOSITION, DELETE_PROPOSITION], rule=rule)

    with disposable_target(bug) as target:
        target.named = {**target.named, "sonarly valuePropositionId": PROPOSITIONS}
        assert Sandbox(target).call(DELETE_PROPOSITION).status == 200
        [found] = REFERENCES.findings(target, [DELETE_PROPOSITION])

    assert found.startswith(f"{UPDATE_PROPOSITION}, {DELETE_PROPOSITION}: after")


def test_refused_move() -> None:
    """A refused list of leads of which the known ones are moved is detected."""

    def rule(call: RuleCall) -> Any:
        audience = call.store[Audiences].by_id[call.arguments["audienceId"]]
        try:
            return call.call_original()
        except ApiError:
            leads = call.context.body["leadIds"]
            audience.lead_ids = [id_ for id_ in audience.lead_ids if id_ not in leads]
            raise

    found = found_by(REFERENCES, "sonarly_audiences_move_leads", rule)

    assert "leadIds: an unknown id before known ones: sonarly_audiences_prospects shows" in found


def test_same_folder() -> None:
    """A removal of an audience that takes the others out of its folder is detected."""

    def rule(call: RuleCall) -> Any:
        audience = call.store[Audiences].by_id.get(call.arguments["audienceId"])
        result = call.call_original()
        for other in call.store[Audiences].by_id.values():
            if audience and other.fields["folderId"] == audience.fields["folderId"]:
                other.fields["folderId"] = None
        return result

    found = found_by(NEIGHBOURS, "sonarly_audiences_delete", rule)

    assert "neighbours: changes an item of sonarly_audiences_list that it does not name" in found


def test_children() -> None:
    """An archived contact that loses its memories is detected, also if it is created again."""

    def rule(call: RuleCall) -> Any:
        for memory in call.store[Memories].by_id.values():
            if memory["contactId"] == call.arguments["contactId"]:
                memory |= {"text": ""}
        return call.call_original()

    bug = Mutant("", "", ["callers_contacts_archive"], rule=rule)
    found = "\n".join(
        disposable_findings(NEIGHBOURS, bug, only=["callers_contacts_archive", CREATE_CONTACT])
    )

    assert "archive: neighbours: changes text in callers_memories_list" in found
    assert f"{CREATE_CONTACT}: an archived resource: changes an item of callers_mem" in found


def test_uses() -> None:
    """A deletion of what no operation creates leaves what names it."""

    def rule(call: RuleCall) -> Any:
        result, styles = call.call_original(), call.store[WritingStyles].by_id
        styles.pop([*styles][-1])
        return result

    with disposable_target(Mutant("", "", [DELETE_PROPOSITION], rule=rule)) as target:
        target.named = {**target.named, "sonarly valuePropositionId": PROPOSITIONS}
        [found, *_] = NEIGHBOURS.findings(target, [DELETE_PROPOSITION])

    assert "removes an item of sonarly_templates_list_writing_styles" in found


def test_copies() -> None:
    """A copy that shares its slots with the original is detected."""

    def rule(call: RuleCall) -> Any:
        result = call.call_original()
        for slots in call.store[ContentSlots].by_id.values():
            for slot in slots:
                if slot["position"] == result["position"]:
                    slot["templateId"] = result["templateId"]
        return result

    bug = Mutant("", "", [UPDATE_SLOT], rule=rule)
    with disposable_target(bug) as target:
        leads = [SAMPLE_ID, *(f"1e{number:022x}" for number in range(1, 20))]
        target.named = {**target.named, "sonarly leadIds": leads}
        found = list(NEIGHBOURS.findings(target, ["sonarly_campaigns_duplicate"]))

    assert "a later write: sonarly_campaigns_update_content_slot also changes" in found[0]


def test_other_parent() -> None:
    """A content slot of another campaign that is changed is detected."""

    def rule(call: RuleCall) -> Any:
        for campaign in call.campaigns.values():
            try:
                return call.call_original(campaignId=campaign.fields["id"])
            except ApiError:
                continue
        raise ApiError(404)

    found = found_by(AUTHORIZATION, UPDATE_SLOT, rule)

    assert "an id of another parent: returns 200, expected" in found


def test_value_of_stranger() -> None:
    """A lookup that falls back to what only another customer has is detected."""

    def rule(call: RuleCall) -> Any:
        result = call.call_original()
        groups = call.context.key.scope if not result["matches"] else ()
        others = (call.call_in_group(group) for group in groups)
        return next((other for other in others if other["matches"]), result)

    found = found_by(TENANCY, "sonarly_prospecting_prospects_by_provider_id", rule)

    assert "providerId: a value of another customer: returns an item of another customer" in found


def test_ended_job() -> None:
    """A job that has ended before it is cancelled is not reported."""

    def rule(call: RuleCall) -> Any:
        raise ApiError(422)

    assert found_by(FRAME, "sonarly_prospecting_cancel", rule) == ""
    assert "every permission" not in found_by(AUTHORIZATION, "sonarly_prospecting_cancel", rule)
