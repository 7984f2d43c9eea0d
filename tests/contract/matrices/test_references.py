"""The matrix of references covers every removal and every id in a body."""

from collections.abc import Callable
from typing import Any

from campaignkit_contract.stateful.matrices.references import REFERENCES
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.folders import Folders

from ..mutation.mutant import Mutant, RuleCall
from .runs import covered, findings

DELETE = "sonarly_audiences_delete"
TO_FOLDER = "sonarly_audiences_move_to_folder"


def found_by(operation: str, only: str, rule: Callable[[RuleCall], Any]) -> str:
    """Return the findings about one operation with another rule for an operation."""
    return "\n".join(findings(REFERENCES, Mutant("", "", [operation], rule=rule), only=[only]))


def test_healthy() -> None:
    """The fake has no finding."""
    assert findings(REFERENCES) == []


def test_coverage() -> None:
    """Every removal for good, and every body with ids of resources, has cells."""
    assert covered(REFERENCES) == [
        DELETE,
        "sonarly_audiences_move_leads",
        TO_FOLDER,
        "sonarly_campaigns_create",
        "sonarly_campaigns_delete",
        "sonarly_campaigns_duplicate",
        "sonarly_campaigns_update_content_slot",
        "sonarly_messages_respond",
        "sonarly_signals_start",
        "sonarly_templates_create_writing_style",
        "sonarly_templates_update_writing_style",
        "sonarly_templates_delete_value_proposition",
        "sonarly_templates_update_signal_specification",
        "sonarly_templates_delete_signal_specification",
        "callers_contacts_archive_bulk",
    ]


def test_children_of_the_removed() -> None:
    """Items below a removed parent that can be read are detected."""

    def rule(call: RuleCall) -> Any:
        if call.arguments["audienceId"] not in call.store[Audiences].by_id:
            return {"items": [], "nextCursor": None, "hasMore": False}
        return call.call_original()

    found = found_by("sonarly_audiences_prospects", DELETE, rule)

    assert (
        "sonarly_audiences_prospects: after sonarly_audiences_delete: returns 200, expected 404 "
        '(spec: 404 "The resource was not found"'
    ) in found


def test_removed_twice() -> None:
    """A second removal that succeeds is detected."""

    def rule(call: RuleCall) -> Any:
        if call.arguments["audienceId"] not in call.store[Audiences].by_id:
            return {"deleted": True}
        return call.call_original()

    assert "returns 200, expected 404" in found_by(DELETE, DELETE, rule)


def test_still_listed() -> None:
    """A removal without effect is detected."""

    def rule(_: RuleCall) -> Any:
        return {"deleted": True}

    found = found_by(DELETE, DELETE, rule)

    assert "a removal: sonarly_audiences_list still shows the removed item" in found


def test_folder_of_another_group() -> None:
    """A folder of another account group that is accepted is detected."""

    def rule(call: RuleCall) -> Any:
        folder = call.store[Folders].by_id.get(call.arguments["body"]["folderId"])
        if folder is None:
            return call.call_original()
        before, folder.account_group_id = folder.account_group_id, call.arguments["accountGroupId"]
        try:
            return call.call_original()
        finally:
            folder.account_group_id = before

    found = found_by(TO_FOLDER, TO_FOLDER, rule)

    assert "folderId: an id of another parent: returns 200, and 4" in found


def test_removed_audience() -> None:
    """A campaign for a removed audience is detected."""
    operation = "sonarly_campaigns_duplicate"

    def rule(call: RuleCall) -> Any:
        body = call.arguments["body"]
        is_removed = body["audienceId"] not in call.store[Audiences].by_id
        if is_removed and body["audienceId"].startswith("a0"):
            body = {**body, "audienceId": next(iter(call.store[Audiences].by_id))}
        return call.call_original(body=body)

    found = found_by(operation, operation, rule)

    assert "audienceId: a removed id: returns 201, and 4" in found
