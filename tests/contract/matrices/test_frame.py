"""The matrix of frames covers every write and detects changes that no request names."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.stateful.matrices.frame import FRAME
from campaignkit_contract.targets.target import START
from campaignkit_fake.callers.calls import Calls
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.callers.memories import Memories
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audience, Audiences
from campaignkit_fake.sonarly.folders import Folders
from campaignkit_fake.sonarly.templates import ValuePropositions
from werkzeug import Request, Response

from ..mutation.mutant import Mutant, RuleCall, write
from ..mutation.operators.records import restore, snapshot
from .runs import covered, findings, sampled

UPDATE = "sonarly_templates_update_value_proposition"


def found_by(operation: str, rule: Callable[[RuleCall], object]) -> str:
    """Return the findings about an operation with another rule."""
    return "\n".join(findings(FRAME, Mutant("", "", [operation], rule=rule), only=[operation]))


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(FRAME, only=sampled(FRAME, 24)) == []


def test_reset_by_a_change() -> None:
    """A field that a change of another field resets is detected."""

    def rule(call: RuleCall) -> Any:
        fields = call.store[ValuePropositions].by_id[call.arguments["valuePropositionId"]].fields
        before = fields["description"]
        updated = call.call_original()
        if "name" not in call.arguments["body"] and updated["description"] != before:
            updated["name"] = ""
        return updated

    assert f"{UPDATE}: description alone: changes name in" in found_by(UPDATE, rule)


@pytest.mark.expects_contract_violation("an error without a code")
def test_present_values() -> None:
    """An update to the present values is accepted, and leaves what it does not name."""

    def refuse(call: RuleCall) -> Any:
        body = call.arguments["body"]
        fields = call.store[ValuePropositions].by_id[call.arguments["valuePropositionId"]].fields
        if body and all(fields[name] == value for name, value in body.items()):
            raise ApiError(422, "Nothing to change.")
        return call.call_original()

    def toggle(call: RuleCall) -> Any:
        body = call.arguments["body"]
        folder = call.store[Folders].by_id[call.arguments["folderId"]].fields
        return call.call_original(
            body={"name": f"{body['name']} (2)"} if body["name"] == folder["name"] else body
        )

    folder = "sonarly_audiences_rename_folder"

    assert f"{UPDATE}: the present values: returns 422 to its values" in found_by(UPDATE, refuse)
    assert f"{folder}: the present values: changes name in" in found_by(folder, toggle)


def test_coverage() -> None:
    """Every write has cells."""
    writes = [name for name, node in packaged_operations().items() if node.method != "GET"]

    assert sorted(covered(FRAME)) == sorted(writes)


def test_update_resets_field() -> None:
    """An update that empties a field which the request leaves out is detected."""

    def rule(call: RuleCall) -> object:
        body = {"challenges": [], **call.arguments["body"]}
        return call.call_original(body=body)

    found = found_by(UPDATE, rule)

    assert "name alone: changes challenges in sonarly_templates_get_value_proposition" in found


def test_update_resets_to_example() -> None:
    """An update that resets a field to the value of the example is detected."""

    def rule(call: RuleCall) -> object:
        body = {"useStrictTemplate": True, **call.arguments["body"]}
        return call.call_original(body=body)

    found = found_by("sonarly_templates_update_writing_style", rule)

    assert "name alone: changes useStrictTemplate" in found


def test_optional_field() -> None:
    """An optional field that is required is detected."""

    def rule(call: RuleCall) -> object:
        if "channel" not in call.arguments["body"]:
            raise ApiError(422)
        return call.call_original()

    found = found_by("sonarly_messages_respond", rule)

    assert "required fields alone: returns 422, expected 202" in found


def test_neighbour() -> None:
    """A write that changes a neighbour is detected."""

    def rule(call: RuleCall) -> object:
        list(call.store[Audiences].by_id.values())[1].fields["name"] = "Another"
        return call.call_original()

    found = found_by("sonarly_audiences_update", rule)

    assert "changes an item of sonarly_audiences_list that it does not name" in found


def test_other_parent() -> None:
    """A contact that is created in two campaigns is detected."""

    def rule(call: RuleCall) -> object:
        campaigns = {
            contact.fields["campaignId"] for contact in call.store[Contacts].by_id.values()
        }
        for campaign in campaigns - {call.arguments["campaignId"]}:
            call.store[Contacts].add(campaign, "Ada", "12025550123", call.store.now)
        return call.call_original()

    found = found_by("callers_contacts_create", rule)

    assert "adds an item of callers_contacts_list that it does not name" in found


def test_start_renames() -> None:
    """A start that changes a text of the campaign is detected."""

    def rule(call: RuleCall) -> object:
        call.campaigns[call.campaign_id].fields["name"] = "Started"
        return call.call_original()

    assert "the example: changes name in sonarly_campaigns_get" in found_by(START, rule)


def test_updated_at() -> None:
    """An updatedAt that does not move is detected."""
    operation = "sonarly_audiences_rename_folder"

    def rule(call: RuleCall) -> object:
        folder = call.store[Folders].by_id[call.arguments["folderId"]]
        before = folder.fields["updatedAt"]
        call.call_original()
        folder.fields["updatedAt"] = before
        return folder.fields

    assert "does not move updatedAt in sonarly_audiences_navigation" in found_by(operation, rule)


def test_response_differs() -> None:
    """A response that shows other values than the reads after it is detected."""
    operation = "sonarly_audiences_move_to_folder"

    def respond(_: Request, response: Response) -> None:
        body = json.loads(response.get_data())
        body["data"]["prospectCount"] += 1
        write(response, body)

    bug = Mutant("", "", [operation], statuses=[200], response=respond)

    found = findings(FRAME, bug, only=[operation])

    assert "shows another prospectCount than the response" in "".join(found)


def test_order() -> None:
    """A write that changes the order of other items is detected."""

    def rule(call: RuleCall) -> object:
        by_id = call.store[ValuePropositions].by_id
        by_id |= {name: by_id.pop(name) for name in list(by_id)[::-1]}
        return call.call_original()

    found = found_by(UPDATE, rule)

    assert "changes the order of unchanged items of sonarly_templates_list_value" in found


def _sort(call: RuleCall, key: Callable[[Audience], Any]) -> None:
    by_id = call.store[Audiences].by_id
    by_id |= {
        audience.fields["id"]: by_id.pop(audience.fields["id"])
        for audience in sorted(by_id.values(), key=key)
    }


def test_moved_item() -> None:
    """An update that moves its item to the end of the list is detected."""

    def rule(call: RuleCall) -> object:
        result = call.call_original()
        _sort(call, lambda audience: audience.fields is result)
        return result

    found = found_by("sonarly_audiences_update", rule)

    assert "the example: moves a changed item among the items of sonarly_audiences_list" in found


def test_changed_first() -> None:
    """A list may begin with what was changed last."""

    def rule(call: RuleCall) -> object:
        result = call.call_original()
        _sort(call, lambda audience: audience.fields is not result)
        return result

    assert found_by("sonarly_audiences_update", rule) == ""


def test_sorted_by_name() -> None:
    """A list may be sorted by what an update changes."""
    update = "sonarly_audiences_update"

    def rule(call: RuleCall) -> object:
        _sort(call, lambda audience: audience.fields["name"].casefold())
        result = call.call_original()
        _sort(call, lambda audience: audience.fields["name"].casefold())
        return result

    bug = Mutant("", "", [update, "sonarly_audiences_list"], rule=rule)

    assert findings(FRAME, bug, only=[update]) == []


@pytest.mark.expects_contract_violation("a body of a success with the status 404")
def test_rejected_example() -> None:
    """A write that is rejected is a finding, with the sentence of the spec."""

    def respond(_: Request, response: Response) -> None:
        response.status_code = 404

    bug = Mutant("", "", ["callers_memories_delete"], statuses=[200], response=respond)
    found = findings(FRAME, bug, only=["callers_memories_delete"])

    assert found == [
        'callers_memories_delete: the example: returns 404, expected 200 (spec: 200 "The deleted '
        'memory"; callers/delete-memory, documented)'
    ]


def test_duplicate() -> None:
    """A write that also changes what has the same name or number elsewhere is detected."""

    def same_number(call: RuleCall) -> object:
        contacts = call.store[Contacts].by_id
        number = contacts[call.arguments["contactId"]].fields["phoneNumber"]
        for contact in contacts.values():
            contact.is_archived |= contact.fields["phoneNumber"] == number
        return call.call_original()

    def same_name(call: RuleCall) -> object:
        memories = call.store[Memories].by_id
        name = memories[call.arguments["memoryId"]]["name"]
        for memory in memories.values():
            memory |= {"status": "DELETED"} if memory["name"] == name else {}
        return call.call_original()

    assert "removes an item of callers_contacts_list" in found_by(
        "callers_contacts_archive", same_number
    )
    assert "changes an item of callers_memories_list" in found_by(
        "callers_memories_delete", same_name
    )


@pytest.mark.parametrize("operation", ["callers_contacts_create", "callers_contacts_create_bulk"])
def test_existing(operation: str) -> None:
    """A creation that resets what it does not name of an existing contact is detected."""

    def rule(call: RuleCall) -> object:
        result = call.call_original()
        for contact in call.store[Contacts].by_id.values():
            if contact.id in str(result):
                contact.fields |= {"createdAt": call.store.now, "status": "NEW"}
        return result

    found = found_by(operation, rule)

    assert "an existing phoneNumber: changes createdAt in callers_contacts_list" in found
    assert "status" not in found


def test_equal_name() -> None:
    """A creation that renames other contacts beside an existing one is detected."""
    operation = "callers_contacts_create"

    def rule(call: RuleCall) -> object:
        for contact in call.store[Contacts].by_id.values():
            contact.fields["name"] = call.arguments["body"]["name"]
        return call.call_original()

    assert "an existing phoneNumber: changes name in" in found_by(operation, rule)


@pytest.mark.parametrize("operation", ["callers_contacts_create", "callers_contacts_create_bulk"])
@pytest.mark.parametrize("field", ["data", "archived", "phoneNumbers"])
def test_unreported_update(operation: str, field: str) -> None:
    """An update of a field that a creation does not read, or report, is detected."""

    def rule(call: RuleCall) -> object:
        body = call.arguments["body"]
        rows = [{**row, field: same} for row in body.get("contacts", [body])]
        return call.call_original(body={"contacts": rows} if "contacts" in body else rows[0])

    same: object = {"data": {"email": ""}, "archived": False, "phoneNumbers": []}[field]
    found = found_by(operation, rule)

    assert f"says that it updates nothing, and changes {field}" in found


def test_calls_removed() -> None:
    """An archiving that removes the calls of the contact is detected."""

    def rule(call: RuleCall) -> object:
        calls = call.store[Calls].by_id
        named = [
            id_ for id_, made in calls.items() if made["contactId"] == call.arguments["contactId"]
        ]
        for id_ in named:
            del calls[id_]
        return call.call_original()

    found = found_by("callers_contacts_archive", rule)

    assert "a resource with calls or memories: removes an item of callers_calls_" in found


def test_existing_elsewhere() -> None:
    """A creation that takes a contact out of another campaign is detected."""
    operation = "callers_contacts_create"

    def rule(call: RuleCall) -> object:
        number = call.arguments["body"]["phoneNumber"].lstrip("+")
        for contact in call.store[Contacts].by_id.values():
            if contact.fields["phoneNumber"] == number:
                contact.fields["campaignId"] = call.campaign_id
        return call.call_original()

    assert "removes an item of callers_contacts_list" in found_by(operation, rule)


def test_existing_refused() -> None:
    """A server may refuse to create what exists."""

    def rule(call: RuleCall) -> object:
        body = call.arguments["body"]
        if call.store[Contacts].with_number(call.campaign_id, body["phoneNumber"].lstrip("+")):
            raise ApiError(400, "The contact exists.", details=[("phoneNumber", "exists")])
        return call.call_original()

    assert found_by("callers_contacts_create", rule) == ""


def test_field_of_another_write() -> None:
    """An update that takes an audience out of its folder is detected."""

    def rule(call: RuleCall) -> object:
        fields = call.call_original()
        fields["folderId"] = None
        return fields

    found = found_by("sonarly_audiences_update", rule)

    assert "the example: changes folderId in sonarly_audiences_get" in found


def test_equal_resource() -> None:
    """A rename by name, which also renames another folder, is detected."""

    def rule(call: RuleCall) -> object:
        folders = call.store[Folders].by_id
        name = folders[call.arguments["folderId"]].fields["name"]
        fields = call.call_original()
        for folder in folders.values():
            if folder.fields["name"] == name:
                folder.fields["name"] = fields["name"]
        return fields

    found = found_by("sonarly_audiences_rename_folder", rule)

    assert "changes an item of sonarly_audiences_navigation that it does not name" in found


@pytest.mark.parametrize("operation", ["callers_memories_delete", "callers_contacts_create"])
def test_lost_after_many(operation: str) -> None:
    """A sixth call that returns the usual response and changes nothing is detected."""

    def rule(call: RuleCall) -> object:
        call.memory["calls"] = call.memory.get("calls", 0) + 1
        if call.memory["calls"] <= 5:
            return call.call_original()
        before = snapshot(call)
        result = deepcopy(call.call_original())
        restore(call, before)
        return result

    found = findings(FRAME, Mutant("", "", [operation], rule=rule), only=[operation])

    assert f"{operation}: call 7 on a new resource: changes nothing" in "".join(found)


def test_few_calls() -> None:
    """A server may refuse many calls."""
    operation = "callers_memories_delete"

    def rule(call: RuleCall) -> object:
        call.memory["calls"] = call.memory.get("calls", 0) + 1
        if call.memory["calls"] > 4:
            raise ApiError(404, "The memory does not exist.")
        return call.call_original()

    assert "call 7" not in found_by(operation, rule)
