"""The matrix of references covers every removal and every id in a body."""

from collections.abc import Callable
from typing import Any

from campaignkit_contract.stateful.matrices.references import REFERENCES
from campaignkit_fake import SAMPLE_ID
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.folders import Folders
from campaignkit_fake.sonarly.prospecting import ProspectingJobs

from ..mutation.mutant import Mutant, RuleCall
from .rules import rename_on_refusal
from .runs import covered, findings

DELETE = "sonarly_audiences_delete"
TO_FOLDER = "sonarly_audiences_move_to_folder"
START = "sonarly_prospecting_start"


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
        "sonarly_prospecting_start",
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


def test_read_before_the_removal() -> None:
    """A read that is kept after the removal of its resource is detected."""

    def rule(call: RuleCall) -> Any:
        id_ = call.arguments["audienceId"]
        if id_ in call.store[Audiences].by_id:
            call.memory[id_] = call.call_original()
        return call.memory[id_] if id_ in call.memory else call.call_original()

    found = found_by("sonarly_audiences_prospects", DELETE, rule)

    assert f"sonarly_audiences_prospects: after {DELETE}: returns 200, expected 404" in found


def test_refused_with_effect() -> None:
    """A call with an unknown id that is refused, and changes something, is detected."""
    found = found_by(TO_FOLDER, TO_FOLDER, rename_on_refusal)

    assert "folderId: an unknown id: sonarly_audiences_list shows a change" in found


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


def test_unknown_id_accepted() -> None:
    """A scan for a specification that does not exist is detected."""
    operation = "sonarly_signals_start"

    def rule(call: RuleCall) -> Any:
        body = {**call.arguments["body"], "signalSpecificationId": SAMPLE_ID}
        return call.call_original(body=body)

    found = found_by(operation, operation, rule)

    assert "signalSpecificationId: an unknown id: is accepted (a body names what exists" in found


def test_lists_confused() -> None:
    """A list that shows the items of another one is detected."""

    def rule(call: RuleCall) -> Any:
        return {"items": call.store[ProspectingJobs].lead_lists[call.arguments["accountGroupId"]]}

    found = found_by("sonarly_prospecting_saved_searches", START, rule)

    assert f"{START}: savedSearchId: returns 400 to an id of sonarly_prospecting_saved_sea" in found


def test_id_of_another_list() -> None:
    """A source that is looked for in another list too is detected."""

    def rule(call: RuleCall) -> Any:
        body = {**call.arguments["body"]}
        jobs, group_id = call.store[ProspectingJobs], call.arguments["accountGroupId"]
        if body.get("savedSearchId") in [own["id"] for own in jobs.lead_lists[group_id]]:
            body["leadListId"] = body.pop("savedSearchId")
        return call.call_original(body=body)

    found = found_by(START, START, rule)

    assert f"{START}: savedSearchId: an id of another list: is accepted" in found


def test_job_that_fails() -> None:
    """A start that names nothing may be accepted if its job fails."""

    def rule(call: RuleCall) -> Any:
        body, group_id = call.arguments["body"], call.arguments["accountGroupId"]
        jobs = call.store[ProspectingJobs]
        lists = {"savedSearchId": jobs.saved_searches, "leadListId": jobs.lead_lists}
        for name, known in lists.items():
            if name in body and body[name] not in [own["id"] for own in known[group_id]]:
                return call.call_original(body={"searchUrl": "https://example.com/fail"})
        return call.call_original()

    assert found_by(START, START, rule) == ""


def test_no_listed_id() -> None:
    """An empty list of sources has nothing to name."""

    def rule(_: RuleCall) -> Any:
        return {"items": []}

    assert found_by("sonarly_prospecting_lead_lists", START, rule) == ""


def test_lists_of_first_group() -> None:
    """A list that shows the sources of another account group is detected."""

    def rule(call: RuleCall) -> Any:
        return call.call_original(accountGroupId=SAMPLE_ID)

    found = found_by("sonarly_prospecting_lead_lists", START, rule)

    assert f"{START}: leadListId: returns 400 to an id of sonarly_prospecting_lead_lists" in found


def test_refusal_after_success() -> None:
    """A refusal that returns the success before it is detected."""
    last: list[Any] = []

    def rule(call: RuleCall) -> Any:
        try:
            last.append(call.call_original())
        except ApiError:
            if not last:
                raise
        return last[-1]

    found = found_by(TO_FOLDER, TO_FOLDER, rule)

    assert "folderId: an unknown id after a success: is accepted" in found
