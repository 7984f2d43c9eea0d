"""Bugs in creations, updates and deletions."""

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

from .mutant import RuleCall, mutates_body, mutates_rule

_AUDIENCE, _STYLE, _OFFER, _SIGNAL = (
    "sonarly_audiences",
    "sonarly_templates_{}_writing_style",
    "sonarly_templates_{}_value_proposition",
    "sonarly_templates_{}_signal_specification",
)
_DUPLICATE, _CREATE = "sonarly_campaigns_duplicate", "sonarly_campaigns_create"


@mutates_rule(f"{_AUDIENCE}_create")
def audience_not_kept(call: RuleCall) -> Any:
    """A created audience is not stored."""
    response = call.call_original()
    del call.store[Audiences].by_id[response["id"]]
    return response


@mutates_rule(f"{_AUDIENCE}_create")
def audience_twice(call: RuleCall) -> Any:
    """A creation creates two audiences."""
    response = call.call_original()
    group_id = call.arguments["accountGroupId"]
    call.store[Audiences].add(group_id, response["name"], response["createdAt"])
    return response


@mutates_rule(_OFFER.format("delete"))
def last_style_deleted_too(call: RuleCall) -> Any:
    """A deletion of a value proposition also deletes the newest writing style."""
    response, styles = call.call_original(), call.store[WritingStyles].by_id
    styles.pop([*styles][-1])
    return response


@mutates_rule(f"{_AUDIENCE}_update")
def audience_update_ignored(call: RuleCall) -> Any:
    """An update of an audience is not stored."""
    held = call.store[Audiences].by_id.get(call.arguments["audienceId"])
    before = dict(held.fields) if held else {}
    fields = call.call_original()
    response = dict(fields)
    fields |= before
    return response


@mutates_rule(f"{_AUDIENCE}_update")
def audience_update_elsewhere(call: RuleCall) -> Any:
    """An update of an audience also changes the next one."""
    response = call.call_original()
    ids = list(call.store[Audiences].by_id)
    other = call.store[Audiences].by_id[ids[ids.index(response["id"]) + 1]]
    other.fields["description"] = response["description"]
    return response


@mutates_rule(f"{_AUDIENCE}_update")
def rename_empties(call: RuleCall) -> Any:
    """An update of an audience without a description removes it."""
    fields = call.call_original()
    if "description" not in call.arguments["body"]:
        fields["description"] = ""
    return fields


@mutates_rule(f"{_AUDIENCE}_update")
def stale_update_answered(call: RuleCall) -> Any:
    """An update returns the old audience."""
    held = call.store[Audiences].by_id.get(call.arguments["audienceId"])
    before = dict(held.fields) if held else {}
    call.call_original()
    return before


@mutates_rule(f"{_AUDIENCE}_delete")
def audience_not_deleted(call: RuleCall) -> Any:
    """A deletion of an audience has no effect."""
    held = dict(call.store[Audiences].by_id)
    response = call.call_original()
    call.store[Audiences].by_id = held
    return response


@mutates_rule(f"{_AUDIENCE}_delete")
def audience_deleted_twice(call: RuleCall) -> Any:
    """A deleted audience can be deleted again."""
    try:
        return call.call_original()
    except ApiError as error:
        if error.status != 404 or call.arguments["audienceId"] not in call.memory:
            raise
        return {"deleted": True}
    finally:
        call.memory[call.arguments["audienceId"]] = True


@mutates_rule(f"{_AUDIENCE}_delete")
def neighbour_deleted(call: RuleCall) -> Any:
    """A deletion of an audience also deletes another one of its account group."""
    audiences = call.store[Audiences].by_id
    group = audiences[call.arguments["audienceId"]].account_group_id
    response = call.call_original()
    _, other, *_ = (
        id_ for id_, audience in audiences.items() if audience.account_group_id == group
    )
    del audiences[other]
    return response


@mutates_rule(_STYLE.format("create"))
def style_not_kept(call: RuleCall) -> Any:
    """A created writing style is not stored."""
    response = call.call_original()
    del call.store[WritingStyles].by_id[response["id"]]
    return response


@mutates_rule(_STYLE.format("create"))
def style_samples_lost(call: RuleCall) -> Any:
    """A created writing style is stored without its samples."""
    response = call.call_original()
    before = deepcopy(response)
    response["samples"] = []
    return before


@mutates_rule(_STYLE.format("update"))
def rules_not_updated(call: RuleCall) -> Any:
    """An update of a writing style does not change its rules."""
    body = {**call.arguments["body"]}
    body.pop("excludeRules", None)
    return call.call_original(body=body)


@mutates_rule(_STYLE.format("update"))
def part_resets_strictness(call: RuleCall) -> Any:
    """An update of a writing style inverts its strictness."""
    fields = call.call_original()
    if "useStrictTemplate" not in call.arguments["body"]:
        fields["useStrictTemplate"] = not fields["useStrictTemplate"]
    return fields


@mutates_rule(_OFFER.format("update"))
def offer_values_appended(call: RuleCall) -> Any:
    """An update of a value proposition appends its values."""
    held = call.store[ValuePropositions].by_id.get(call.arguments["valuePropositionId"])
    before = list(held.fields["values"]) if held else []
    fields = call.call_original()
    fields["values"] = [*before, *call.arguments["body"].get("values", ())]
    return fields


@mutates_rule(_OFFER.format("delete"))
def offer_still_read(call: RuleCall) -> Any:
    """A deletion of a value proposition has no effect."""
    held = dict(call.store[ValuePropositions].by_id)
    response = call.call_original()
    call.store[ValuePropositions].by_id = held
    return response


@mutates_rule(_SIGNAL.format("delete"))
def wrong_signal_deleted(call: RuleCall) -> Any:
    """A deletion of a signal specification deletes the last one."""
    held = call.store[SignalSpecifications].by_id
    kept = dict(held)
    response = call.call_original()
    own = {
        id_: value
        for id_, value in kept.items()
        if value.account_group_id == call.arguments["accountGroupId"]
    }
    kept.pop(list(own)[-1])
    call.store[SignalSpecifications].by_id = kept
    return response


@mutates_body(_SIGNAL.format("update"))
def other_signal_answered(body: Any) -> None:
    """An update of a signal specification returns another id."""
    body["data"]["id"] = "5c0000000000000000000001"


@mutates_rule(_DUPLICATE)
def copy_is_active(call: RuleCall) -> Any:
    """A copy of a campaign is started."""
    fields = call.call_original()
    fields |= {"status": "active", "startedAt": fields["createdAt"]}
    return fields


@mutates_rule(_DUPLICATE)
def copy_without_slots(call: RuleCall) -> Any:
    """A copy of a campaign has no content slots."""
    fields = call.call_original()
    call.store[ContentSlots].by_id[fields["id"]] = []
    return fields


@mutates_rule(_DUPLICATE)
def copy_shares_slots(call: RuleCall) -> Any:
    """A copy has the templates of its slots swapped."""
    fields = call.call_original()
    slots = call.store[ContentSlots].by_id[fields["id"]]
    slots[0]["templateId"] = None
    return fields


@mutates_rule(_DUPLICATE)
def source_renamed(call: RuleCall) -> Any:
    """A copy renames the source campaign."""
    fields = call.call_original()
    call.campaigns[call.campaign_id].fields["name"] = fields["name"]
    return fields


@mutates_rule(_CREATE)
def leads_not_kept(call: RuleCall) -> Any:
    """A created campaign has no leads."""
    fields = call.call_original()
    call.campaigns[fields["id"]].lead_ids = []
    return fields


@mutates_rule(_CREATE)
def all_leads_taken(call: RuleCall) -> Any:
    """A created campaign has all leads of the audience."""
    return call.call_original(body={**call.arguments["body"], "leadIds": None})


@mutates_rule(_CREATE)
def any_starter(call: RuleCall) -> Any:
    """A campaign is created from an unavailable starter template."""
    return call.call_original(
        body={**call.arguments["body"], "starterTemplateId": "engage-connect-dm"}
    )


@mutates_rule("sonarly_campaigns_delete")
def active_deleted(call: RuleCall) -> Any:
    """An active campaign can be deleted."""
    campaign = call.campaigns.get(call.campaign_id)
    if campaign and campaign.fields["status"] == "active":
        campaign.fields["status"] = "stopped"
    return call.call_original()


@mutates_rule("sonarly_campaigns_content_slots")
def slots_of_the_deleted(call: RuleCall) -> Any:
    """A deleted campaign still has content slots."""
    try:
        return call.call_original()
    except ApiError as error:
        slots = call.store[ContentSlots].by_id.get(call.campaign_id)
        if error.status != 404 or slots is None:
            raise
        return {"items": slots}


@mutates_rule("sonarly_templates_update_writing_style")
def every_type_refused(call: RuleCall) -> Any:
    """A style cannot have samples of every type."""
    samples = call.arguments["body"].get("samples") or []
    if len({sample.get("type") for sample in samples}) > 2:
        raise ApiError(400, "There are too many types.")
    return call.call_original()
