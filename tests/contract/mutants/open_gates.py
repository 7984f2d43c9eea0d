"""Bugs in approvals and stops, in folders, and in who is moved between audiences."""

from typing import Any

from campaignkit_fake._bodies import Refusal
from planting import Json, Turn, ruled, told

_APPROVE, _DISCARD, _STOP, _SLOT = (
    f"sonarly_campaigns_{each}" for each in ("approve", "discard", "stop", "update_content_slot")
)
_MOVE, _INTO, _OUT, _NAVIGATION, _RENAME, _FOLDER = (
    f"sonarly_audiences_{each}"
    for each in (
        *("move_leads", "move_to_folder", "remove_from_folder", "navigation"),
        *("rename_folder", "create_folder"),
    )
)


@ruled(_APPROVE)
def gate_stays(turn: Turn) -> Any:
    """Approved content waits still."""
    answer = turn.healthy()
    answer["leadStatus"]["hasPendingApproval"] = True
    return answer


@ruled(_APPROVE)
def approval_stops(turn: Turn) -> Any:
    """An approval stops the workflow like a discard."""
    answer = turn.healthy()
    answer["leadStatus"] |= {"workflowStatus": "stopped"}
    return answer


@ruled(_APPROVE)
def approved_twice(turn: Turn) -> Any:
    """Content that was approved is approved again."""
    return _again(turn)


@ruled(_DISCARD)
def approved_discarded(turn: Turn) -> Any:
    """Content that was discarded is discarded again."""
    return _again(turn)


@ruled(_APPROVE)
def next_approved(turn: Turn) -> Any:
    """An approval clears the next gate of the campaign too."""
    answer = turn.healthy()
    rows = turn.store.campaigns[turn.campaign_id].lead_rows.values()
    for row in rows:
        if row["hasPendingApproval"]:
            row["hasPendingApproval"] = False
            break
    return answer


@ruled(_APPROVE)
def other_lead_answered(turn: Turn) -> Any:
    """An approval answers the lead as it was before."""
    answer = turn.healthy()
    return {**answer, "leadStatus": {**answer["leadStatus"], "latestStep": "direct_message"}}


@ruled(_DISCARD)
def discard_goes_on(turn: Turn) -> Any:
    """After a discard the workflow goes on."""
    answer = turn.healthy()
    answer["leadStatus"] |= {"workflowStatus": "pending", "workflowStopReason": None}
    return answer


@ruled(_DISCARD)
def discard_without_reason(turn: Turn) -> Any:
    """A discard stops the workflow for another reason."""
    answer = turn.healthy()
    answer["leadStatus"]["workflowStopReason"] = "OTHER"
    return answer


@ruled(_DISCARD)
def discard_forgotten(turn: Turn) -> Any:
    """A discard is answered, and forgotten."""
    before = _rows(turn)
    answer = turn.healthy()
    turn.store.campaigns[turn.campaign_id].lead_rows |= before
    return answer


@ruled(_STOP)
def stop_lets_go_on(turn: Turn) -> Any:
    """A campaign is stopped, and its workflows go on."""
    before = _rows(turn)
    answer = turn.healthy()
    turn.store.campaigns[turn.campaign_id].lead_rows |= before
    return answer


@ruled(_STOP)
def stop_counts_gates(turn: Turn) -> Any:
    """A stop counts one workflow less than it ends."""
    answer = turn.healthy()
    return {**answer, "instancesStopped": answer["instancesStopped"] - 1}


@ruled(_STOP)
def stopped_twice(turn: Turn) -> Any:
    """A campaign that was stopped is stopped again."""
    return _again(turn)


@ruled(_STOP)
def draft_stopped(turn: Turn) -> Any:
    """A draft is stopped."""
    campaign = turn.store.campaigns.get(turn.campaign_id)
    if campaign and campaign.fields["status"] == "draft":
        campaign.fields["status"] = "active"
    return turn.healthy()


@ruled(_SLOT)
def all_slots_changed(turn: Turn) -> Any:
    """All slots of a campaign get the template of one."""
    slot = turn.healthy()
    for each in turn.store.slots.held[turn.campaign_id]:
        each["templateId"] = slot["templateId"]
    return slot


@ruled(_SLOT)
def slot_after_start(turn: Turn) -> Any:
    """The slots of an active campaign are changed."""
    campaign = turn.store.campaigns.get(turn.campaign_id)
    if campaign is None or campaign.fields["status"] != "active":
        return turn.healthy()
    campaign.fields["status"] = "draft"
    try:
        return turn.healthy()
    finally:
        campaign.fields["status"] = "active"


@ruled(_MOVE)
def source_keeps_leads(turn: Turn) -> Any:
    """Leads that are moved stay in the source."""
    source = turn.store.audiences.held.get(turn.arguments["audienceId"])
    before = list(source.lead_ids) if source else []
    answer = turn.healthy()
    if source:
        source.hold(before)
    return answer


@ruled(_MOVE)
def leads_lost(turn: Turn) -> Any:
    """Leads that are moved arrive nowhere."""
    held = turn.store.audiences.held
    target = held.get(turn.arguments["body"]["targetAudienceId"])
    before = list(target.lead_ids) if target else []
    answer = turn.healthy()
    if target:
        target.hold(before)
    return answer


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
    source = turn.store.audiences.held.get(turn.arguments["audienceId"])
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
    audience = turn.store.audiences.held.get(turn.arguments["audienceId"])
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
    for folder in turn.store.folders.held.values():
        folder.fields["name"] = fields["name"]
    return fields


@ruled(_FOLDER)
def folder_of_another_kind(turn: Turn) -> Any:
    """A new folder is for audiences of another kind."""
    answer = turn.healthy()
    answer["audienceType"] = "monitoring"
    return answer


def _rows(turn: Turn) -> dict[str, Json]:
    """The leads' rows of the campaign, as they are now."""
    campaign = turn.store.campaigns.get(turn.campaign_id)
    return dict(campaign.lead_rows) if campaign else {}


def _again(turn: Turn) -> Any:
    """What was answered first, where it is refused the second time."""
    asked = turn.arguments.get("workflowInstanceId", turn.campaign_id)
    try:
        turn.memory[asked] = turn.healthy()
    except Refusal as refusal:
        if refusal.status != 409 or asked not in turn.memory:
            raise
    return turn.memory[asked]
