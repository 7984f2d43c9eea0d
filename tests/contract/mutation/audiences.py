"""Bugs in folders, and in who is moved between audiences."""

from typing import Any

from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.folders import Folders

from .mutant import Json, Turn, ruled, told

_MOVE, _INTO, _OUT, _NAVIGATION, _RENAME, _FOLDER = (
    f"sonarly_audiences_{each}"
    for each in (
        *("move_leads", "move_to_folder", "remove_from_folder", "navigation"),
        *("rename_folder", "create_folder"),
    )
)


def _unmoved(turn: Turn, audience_id: str) -> Any:
    """The answer to a move after which an audience has the leads that it had."""
    audience = turn.store[Audiences].by_id.get(audience_id)
    before = list(audience.lead_ids) if audience else []
    answer = turn.healthy()
    if audience:
        audience.set_leads(before)
    return answer


@ruled(_MOVE)
def source_keeps_leads(turn: Turn) -> Any:
    """Leads that are moved stay in the source."""
    return _unmoved(turn, turn.arguments["audienceId"])


@ruled(_MOVE)
def leads_lost(turn: Turn) -> Any:
    """Leads that are moved arrive nowhere."""
    return _unmoved(turn, turn.arguments["body"]["targetAudienceId"])


@ruled(_MOVE)
def move_miscounted(turn: Turn) -> Any:
    """A move counts all that are in the target."""
    answer = turn.healthy()
    return {**answer, "movedCount": answer["targetAudience"]["prospectCount"]}


@ruled(_MOVE)
def count_not_updated(turn: Turn) -> Any:
    """After a move the target says that it holds as many as before."""
    answer = turn.healthy()
    answer["targetAudience"]["prospectCount"] -= answer["movedCount"]
    return answer


@ruled(_MOVE)
def move_swapped(turn: Turn) -> Any:
    """A move answers source and target the wrong way round."""
    answer = turn.healthy()
    source, target = answer["sourceAudience"], answer["targetAudience"]
    return {**answer, "sourceAudience": target, "targetAudience": source}


@ruled(_MOVE)
def moved_from_anywhere(turn: Turn) -> Any:
    """Leads that are not in the source are passed over."""
    source = turn.store[Audiences].by_id.get(turn.arguments["audienceId"])
    body = turn.arguments["body"]
    known = [each for each in body["leadIds"] if source and each in source.lead_ids]
    return turn.healthy(body={**body, "leadIds": known})


@ruled(_INTO)
def folder_ignored(turn: Turn) -> Any:
    """An audience is said to be in a folder, and is not."""
    fields: Json = turn.healthy()
    answer = dict(fields)
    fields["folderId"] = None
    return answer


@ruled(_OUT)
def folder_kept(turn: Turn) -> Any:
    """An audience is said to be out of its folder, and is in it."""
    audience = turn.store[Audiences].by_id.get(turn.arguments["audienceId"])
    before = audience.fields["folderId"] if audience else None
    fields: Json = turn.healthy()
    answer = dict(fields)
    fields["folderId"] = before
    return answer


@told(_NAVIGATION)
def ungrouped_lost(body: Any) -> None:
    """The navigation lacks one of the audiences that are in no folder."""
    body["data"]["ungroupedAudiences"][-1:] = []


@told(_NAVIGATION)
def foldered_everywhere(body: Any) -> None:
    """The audiences of a folder are among those in none, too."""
    for folder in body["data"]["folders"]:
        body["data"]["ungroupedAudiences"] += folder["audiences"]


@ruled(_NAVIGATION)
def tree_remembered(turn: Turn) -> Any:
    """The navigation is answered as it was at first, but for new folders."""
    tree = turn.healthy()
    loose = turn.memory.setdefault("loose", list(tree["ungroupedAudiences"]))
    return {**tree, "ungroupedAudiences": loose}


@ruled(_RENAME)
def all_folders_renamed(turn: Turn) -> Any:
    """Whoever renames a folder renames all."""
    fields = turn.healthy()
    for folder in turn.store[Folders].by_id.values():
        folder.fields["name"] = fields["name"]
    return fields


@ruled(_FOLDER)
def folder_of_another_kind(turn: Turn) -> Any:
    """A new folder is for audiences of another kind."""
    answer = turn.healthy()
    answer["audienceType"] = "monitoring"
    return answer
