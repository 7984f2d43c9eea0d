"""Bugs in folders, and in moves between audiences."""

from typing import Any

from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.folders import Folders

from .mutant import Json, RuleCall, mutates_body, mutates_rule

_MOVE, _INTO, _OUT, _NAVIGATION, _RENAME, _FOLDER = (
    f"sonarly_audiences_{name}"
    for name in (
        *("move_leads", "move_to_folder", "remove_from_folder", "navigation"),
        *("rename_folder", "create_folder"),
    )
)


def _unmoved(call: RuleCall, audience_id: str) -> Any:
    """Return the response to a move after which an audience has the same leads as before."""
    audience = call.store[Audiences].by_id.get(audience_id)
    before = list(audience.lead_ids) if audience else []
    response = call.call_original()
    if audience:
        audience.set_leads(before)
    return response


@mutates_rule(_MOVE)
def source_keeps_leads(call: RuleCall) -> Any:
    """Moved leads stay in the source."""
    return _unmoved(call, call.arguments["audienceId"])


@mutates_rule(_MOVE)
def leads_lost(call: RuleCall) -> Any:
    """Moved leads are not in the target."""
    return _unmoved(call, call.arguments["body"]["targetAudienceId"])


@mutates_rule(_MOVE)
def move_miscounted(call: RuleCall) -> Any:
    """A move counts all leads of the target."""
    response = call.call_original()
    return {**response, "movedCount": response["targetAudience"]["prospectCount"]}


@mutates_rule(_MOVE)
def count_not_updated(call: RuleCall) -> Any:
    """A move returns the target with its old prospectCount."""
    response = call.call_original()
    response["targetAudience"]["prospectCount"] -= response["movedCount"]
    return response


@mutates_rule(_MOVE)
def move_swapped(call: RuleCall) -> Any:
    """A move returns source and target swapped."""
    response = call.call_original()
    source, target = response["sourceAudience"], response["targetAudience"]
    return {**response, "sourceAudience": target, "targetAudience": source}


@mutates_rule(_MOVE)
def moved_from_anywhere(call: RuleCall) -> Any:
    """A move ignores leads that are not in the source."""
    source = call.store[Audiences].by_id.get(call.arguments["audienceId"])
    body = call.arguments["body"]
    known = [lead_id for lead_id in body["leadIds"] if source and lead_id in source.lead_ids]
    return call.call_original(body={**body, "leadIds": known})


@mutates_rule(_INTO)
def folder_ignored(call: RuleCall) -> Any:
    """A move to a folder succeeds without effect."""
    fields: Json = call.call_original()
    response = dict(fields)
    fields["folderId"] = None
    return response


@mutates_rule(_OUT)
def folder_kept(call: RuleCall) -> Any:
    """A removal from a folder succeeds without effect."""
    audience = call.store[Audiences].by_id.get(call.arguments["audienceId"])
    before = audience.fields["folderId"] if audience else None
    fields: Json = call.call_original()
    response = dict(fields)
    fields["folderId"] = before
    return response


@mutates_body(_NAVIGATION)
def ungrouped_lost(body: Any) -> None:
    """The navigation lacks an audience that has no folder."""
    body["data"]["ungroupedAudiences"][-1:] = []


@mutates_body(_NAVIGATION)
def foldered_everywhere(body: Any) -> None:
    """The audiences of a folder are also listed without a folder."""
    for folder in body["data"]["folders"]:
        body["data"]["ungroupedAudiences"] += folder["audiences"]


@mutates_rule(_NAVIGATION)
def tree_remembered(call: RuleCall) -> Any:
    """The navigation is cached, except new folders."""
    tree = call.call_original()
    loose = call.memory.setdefault("loose", list(tree["ungroupedAudiences"]))
    return {**tree, "ungroupedAudiences": loose}


@mutates_rule(_RENAME)
def all_folders_renamed(call: RuleCall) -> Any:
    """Renaming one folder renames all folders."""
    fields = call.call_original()
    for folder in call.store[Folders].by_id.values():
        folder.fields["name"] = fields["name"]
    return fields


@mutates_rule(_FOLDER)
def folder_of_another_kind(call: RuleCall) -> Any:
    """A new folder has another audienceType."""
    response = call.call_original()
    response["audienceType"] = "monitoring"
    return response


@mutates_body(_NAVIGATION)
def ten_in_folder(body: Any) -> None:
    """The navigation shows ten audiences of a folder."""
    for folder in body["data"]["folders"]:
        del folder["audiences"][10:]


@mutates_rule(_FOLDER)
def sixth_folder_lost(call: RuleCall) -> Any:
    """The sixth folder and later ones are returned, and not kept."""
    folder = call.call_original()
    call.memory["calls"] = call.memory.get("calls", 0) + 1
    if call.memory["calls"] > 5:
        del call.store[Folders].by_id[folder["id"]]
    return folder
