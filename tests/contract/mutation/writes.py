"""Bugs in what is made, changed and removed: forgotten, done twice, done to another one."""

from copy import deepcopy
from typing import Any

from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences
from campaignkit_fake.sonarly.content_slots import ContentSlots
from campaignkit_fake.sonarly.templates import (
    SignalSpecifications,
    ValuePropositions,
    WritingStyles,
)

from .mutant import Turn, ruled, told

_AUDIENCE, _STYLE, _OFFER, _SIGNAL = (
    "sonarly_audiences",
    "sonarly_templates_{}_writing_style",
    "sonarly_templates_{}_value_proposition",
    "sonarly_templates_{}_signal_specification",
)
_DUPLICATE, _CREATE = "sonarly_campaigns_duplicate", "sonarly_campaigns_create"


@ruled(f"{_AUDIENCE}_create")
def audience_not_kept(turn: Turn) -> Any:
    """A new audience is answered, and forgotten."""
    answer = turn.healthy()
    del turn.store[Audiences].by_id[answer["id"]]
    return answer


@ruled(f"{_AUDIENCE}_create")
def audience_twice(turn: Turn) -> Any:
    """A new audience is made twice."""
    answer = turn.healthy()
    group_id = turn.arguments["accountGroupId"]
    turn.store[Audiences].add(group_id, answer["name"], answer["createdAt"])
    return answer


@ruled(f"{_AUDIENCE}_update")
def audience_update_ignored(turn: Turn) -> Any:
    """An update of an audience is answered, and forgotten."""
    held = turn.store[Audiences].by_id.get(turn.arguments["audienceId"])
    before = dict(held.fields) if held else {}
    fields = turn.healthy()
    answer = dict(fields)
    fields |= before
    return answer


@ruled(f"{_AUDIENCE}_update")
def audience_update_elsewhere(turn: Turn) -> Any:
    """An update of an audience changes the next one too."""
    answer = turn.healthy()
    ids = list(turn.store[Audiences].by_id)
    other = turn.store[Audiences].by_id[ids[ids.index(answer["id"]) + 1]]
    other.fields["description"] = answer["description"]
    return answer


@ruled(f"{_AUDIENCE}_update")
def rename_empties(turn: Turn) -> Any:
    """An update of an audience that names no description removes it."""
    fields = turn.healthy()
    if "description" not in turn.arguments["body"]:
        fields["description"] = ""
    return fields


@ruled(f"{_AUDIENCE}_update")
def stale_update_answered(turn: Turn) -> Any:
    """An update answers the audience as it was before."""
    held = turn.store[Audiences].by_id.get(turn.arguments["audienceId"])
    before = dict(held.fields) if held else {}
    turn.healthy()
    return before


@ruled(f"{_AUDIENCE}_delete")
def audience_not_deleted(turn: Turn) -> Any:
    """An audience is said to be deleted, and is not."""
    held = dict(turn.store[Audiences].by_id)
    answer = turn.healthy()
    turn.store[Audiences].by_id = held
    return answer


@ruled(f"{_AUDIENCE}_delete")
def audience_deleted_twice(turn: Turn) -> Any:
    """An audience that was deleted can be deleted again."""
    try:
        return turn.healthy()
    except ApiError as error:
        if error.status != 404 or turn.arguments["audienceId"] not in turn.memory:
            raise
        return {"deleted": True}
    finally:
        turn.memory[turn.arguments["audienceId"]] = True


@ruled(f"{_AUDIENCE}_delete")
def neighbour_deleted(turn: Turn) -> Any:
    """Who deletes an audience deletes the next one too."""
    ids = list(turn.store[Audiences].by_id)
    answer = turn.healthy()
    del turn.store[Audiences].by_id[ids[ids.index(turn.arguments["audienceId"]) + 1]]
    return answer


@ruled(_STYLE.format("create"))
def style_not_kept(turn: Turn) -> Any:
    """A new writing style is answered, and forgotten."""
    answer = turn.healthy()
    del turn.store[WritingStyles].by_id[answer["id"]]
    return answer


@ruled(_STYLE.format("create"))
def style_samples_lost(turn: Turn) -> Any:
    """A new writing style is kept without its samples."""
    answer = turn.healthy()
    before = deepcopy(answer)
    answer["samples"] = []
    return before


@ruled(_STYLE.format("update"))
def rules_not_updated(turn: Turn) -> Any:
    """Of a writing style all can be updated but the rules."""
    body = {**turn.arguments["body"]}
    body.pop("excludeRules", None)
    return turn.healthy(body=body)


@ruled(_STYLE.format("update"))
def part_resets_strictness(turn: Turn) -> Any:
    """An update of a writing style turns its strictness, unless it says otherwise."""
    fields = turn.healthy()
    if "useStrictTemplate" not in turn.arguments["body"]:
        fields["useStrictTemplate"] = not fields["useStrictTemplate"]
    return fields


@ruled(_OFFER.format("update"))
def offer_values_appended(turn: Turn) -> Any:
    """The values of a value proposition are added to those that it has."""
    held = turn.store[ValuePropositions].by_id.get(turn.arguments["valuePropositionId"])
    before = list(held.fields["values"]) if held else []
    fields = turn.healthy()
    fields["values"] = [*before, *turn.arguments["body"].get("values", ())]
    return fields


@ruled(_OFFER.format("delete"))
def offer_still_read(turn: Turn) -> Any:
    """A value proposition is said to be deleted, and is not."""
    held = dict(turn.store[ValuePropositions].by_id)
    answer = turn.healthy()
    turn.store[ValuePropositions].by_id = held
    return answer


@ruled(_SIGNAL.format("delete"))
def wrong_signal_deleted(turn: Turn) -> Any:
    """Of the signal specifications the last one is deleted, whichever was named."""
    held = turn.store[SignalSpecifications].by_id
    kept = dict(held)
    answer = turn.healthy()
    own = {
        id_: each
        for id_, each in kept.items()
        if each.account_group_id == turn.arguments["accountGroupId"]
    }
    kept.pop(list(own)[-1])
    turn.store[SignalSpecifications].by_id = kept
    return answer


@told(_SIGNAL.format("update"))
def other_signal_answered(body: Any) -> None:
    """An update of a signal specification answers the id of another one."""
    body["data"]["id"] = "5c0000000000000000000001"


@ruled(_DUPLICATE)
def copy_is_active(turn: Turn) -> Any:
    """A copy of a campaign has begun already."""
    fields = turn.healthy()
    fields |= {"status": "active", "startedAt": fields["createdAt"]}
    return fields


@ruled(_DUPLICATE)
def copy_without_slots(turn: Turn) -> Any:
    """A copy of a campaign has no content slots."""
    fields = turn.healthy()
    turn.store[ContentSlots].by_id[fields["id"]] = []
    return fields


@ruled(_DUPLICATE)
def copy_shares_slots(turn: Turn) -> Any:
    """A copy gets the templates of its slots mixed up."""
    fields = turn.healthy()
    slots = turn.store[ContentSlots].by_id[fields["id"]]
    slots[0]["templateId"] = None
    return fields


@ruled(_DUPLICATE)
def source_renamed(turn: Turn) -> Any:
    """Whoever copies a campaign gives it the name of the copy."""
    fields = turn.healthy()
    turn.campaigns[turn.campaign_id].fields["name"] = fields["name"]
    return fields


@ruled(_CREATE)
def leads_not_kept(turn: Turn) -> Any:
    """A new campaign has none of the leads that it was given."""
    fields = turn.healthy()
    turn.campaigns[fields["id"]].lead_ids = []
    return fields


@ruled(_CREATE)
def all_leads_taken(turn: Turn) -> Any:
    """A new campaign takes the whole audience, whichever leads were named."""
    return turn.healthy(body={**turn.arguments["body"], "leadIds": None})


@ruled(_CREATE)
def any_starter(turn: Turn) -> Any:
    """A campaign is made from a starter template that the account group cannot use."""
    return turn.healthy(body={**turn.arguments["body"], "starterTemplateId": "engage-connect-dm"})


@ruled("sonarly_campaigns_delete")
def active_deleted(turn: Turn) -> Any:
    """An active campaign is deleted."""
    campaign = turn.campaigns.get(turn.campaign_id)
    if campaign and campaign.fields["status"] == "active":
        campaign.fields["status"] = "stopped"
    return turn.healthy()


@ruled("sonarly_campaigns_content_slots")
def slots_of_the_deleted(turn: Turn) -> Any:
    """A deleted campaign still has content slots."""
    try:
        return turn.healthy()
    except ApiError as error:
        slots = turn.store[ContentSlots].by_id.get(turn.campaign_id)
        if error.status != 404 or slots is None:
            raise
        return {"items": slots}
