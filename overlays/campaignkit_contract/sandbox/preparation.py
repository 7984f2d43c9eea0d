"""Preparation of calls: the state that an operation needs, which the spec does not describe."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..exchange import Exchange
from ..options import setting_name
from ..spec.document import Json
from ..spec.examples import packaged_bodies
from ..spec.expressions import value_at
from ..spec.fields import listed_fields
from ..spec.kinds import Kind, Source
from ..targets.discovery import first_item_pointers
from ..targets.listing import items
from ..targets.requests import payload
from ..targets.resources import Resource
from ..targets.target import START, CheckFailed, SkipCheck
from .guard import succeeded
from .maker import Maker

Values = dict[str, str | None]

_AUDIENCE, _CAMPAIGN = "sonarly audienceId", "sonarly campaignId"
_MOVE, _TO_FOLDER = "sonarly_audiences_move_leads", "sonarly_audiences_move_to_folder"
_STARTERS = "sonarly_campaigns_starter_templates"
_SLOTS, _UPDATE_SLOT = "sonarly_campaigns_content_slots", "sonarly_campaigns_update_content_slot"
_LEADS_TO_MOVE = 2


def path_values(sandbox: Maker, operation_id: str, values: Mapping[str, str | None]) -> Values:
    """Return path values of a resource in the state that an operation needs.

    Empty if any resource will do, or if the caller names the resource.
    """
    prepare = _PREPARATIONS.get(operation_id)
    names = sandbox.kinds.path_parameters(operation_id)
    given = {name: value for name, value in values.items() if name in names[:-1]}
    is_given = any(name in values for name in names[1:] or names)
    if prepare is None or is_given or not sandbox.target.may_write:
        return {}
    return prepare(sandbox, given)


def body_fields(
    sandbox: Maker, operation_id: str, known: Mapping[str, str | None]
) -> Mapping[str, Any]:
    """Return fields of a body that depend on the state of the server."""
    if operation_id == _MOVE:
        audience = sandbox.make(_AUDIENCE)
        held = sandbox.leads.moved.get(str(known["audienceId"]), ())
        return {
            "targetAudienceId": audience.id,
            "leadIds": list(held[:1]) or list(sandbox.leads.free()[:1]),
        }
    if operation_id == "sonarly_campaigns_create":
        return {"starterTemplateId": sandbox.starter_template()} | _campaign_leads(sandbox)
    if operation_id == "sonarly_prospecting_start" and not sandbox.target.reset_server:
        return {"maxResults": 1}  # Each person costs a credit.
    if operation_id == "sonarly_campaigns_duplicate":
        return _campaign_leads(sandbox)
    return {}


def listed_id(
    sandbox: Maker, operation_id: str, field: str, known: Mapping[str, str | None]
) -> str:
    """Return the first id of the list that the description of a field names, or nothing."""
    listing = listed_fields(operation_id).get(field)
    if listing is None:
        return ""
    parents = {name: str(known[name]) for name in sandbox.kinds.path_parameters(listing)}
    found = items(sandbox.target, listing, **parents)
    return str(found[0]["id"]) if found else ""


def first_usable(body: Any, source: Source, operation_id: str) -> str:
    """Return the first id at a place of a list; for an approval, of a row that waits for one."""
    for pointer in first_item_pointers(source.pointer):
        value = value_at(body, pointer)
        row = value_at(body, pointer.rpartition("/")[0])
        waits = not isinstance(row, dict) or row.get("hasPendingApproval", True)
        if isinstance(value, str) and value and waits:
            return value
    return ""


def phone_numbers(sandbox: Maker) -> Iterator[str]:
    """Yield the phone numbers of the contacts in every campaign that the run may write to."""
    for campaign_id in sandbox.named.get("callers campaignId", ()):
        for archived in ("false", "true"):
            for contact in items(
                sandbox.target,
                "callers_contacts_list",
                campaignId=campaign_id,
                archived=archived,
            ):
                yield str(contact.get("phoneNumber"))


def removed_id(sandbox: Maker, kind: Kind) -> str:
    """Return the id of a resource that was removed, also if another area does it.

    Raises:
        SkipCheck: No operation creates the kind, and the others must stay.
    """
    if not kind.creators and (known := sandbox.existing.removed(kind)):
        return known
    with sandbox.target.preparing():
        values: Mapping[str, str | None] = (
            sandbox.make(kind.name).values
            if kind.creators
            else sandbox.call_values(kind.remover).values
        )
        sandbox.target.ask(kind.remover, values, body={})
    return str(values[kind.parameter])


def available_starter_template(sandbox: Maker) -> str:
    """Return the starter template of the spec's example, or an available one."""
    default: str = packaged_bodies()["sonarly_campaigns_create"]["json"]["starterTemplateId"]
    available = _available_starter_templates(sandbox)
    return default if default in available or not available else available[0]


def _available_starter_templates(sandbox: Maker) -> list[str]:
    with sandbox.target.preparing():
        listed: list[Json] = payload(sandbox.call(_STARTERS))["items"]
    return [str(item["id"]) for item in listed if item.get("available")]


def _campaign_leads(sandbox: Maker) -> Json:
    chosen = sandbox.leads.chosen()
    return {"leadIds": chosen} if chosen else {}


def _started_campaign(sandbox: Maker, given: Values) -> Values:
    sandbox.leads.free()
    campaign = sandbox.make(_CAMPAIGN, values=given)
    _succeed(sandbox, START, campaign.values)
    return {**campaign.values}


def _draft_with_leads(sandbox: Maker, given: Values) -> Values:
    sandbox.leads.free()
    return {**sandbox.make(_CAMPAIGN, values=given).values}


def _campaign_with_slots(sandbox: Maker, given: Values) -> Values:
    """Return a campaign with several slots if a starter template has them.

    Else a write to one slot that changes every slot could not be seen.
    """
    campaign = sandbox.make(_CAMPAIGN, values=given)
    for template_id in _available_starter_templates(sandbox):
        if len(items(sandbox.target, _SLOTS, **campaign.values)) > 1:
            break
        campaign = sandbox.make(_CAMPAIGN, values=given, json={"starterTemplateId": template_id})
    return {**campaign.values}


def _waiting_workflow(sandbox: Maker, given: Values) -> Values:
    # The workflow is found by the rows of its campaign.
    return _started_campaign(sandbox, given)


def _audience_in_folder(sandbox: Maker, given: Values) -> Values:
    call = sandbox.call_values(_TO_FOLDER, given)
    _succeed(sandbox, _TO_FOLDER, call.values, call.body)
    return call.values


def _audience_with_leads(sandbox: Maker, given: Values) -> Values:
    return {**filled_audience(sandbox, _LEADS_TO_MOVE).values}


def _contact_with_memory(sandbox: Maker, given: Values) -> Values:
    return {**sandbox.make("callers memoryId", values=given).values}


def filled_audience(sandbox: Maker, count: int) -> Resource:
    """Return an audience of the run with leads of the named audience, which return at the end.

    Raises:
        SkipCheck: No setting names an audience and leads in it.
    """
    sandbox.target.require_kind(_AUDIENCE)
    source = sandbox.named.get(_AUDIENCE, ())
    if not source:
        raise SkipCheck(f"set {setting_name('AUDIENCE_ID')}: leads of an audience must be moved")
    audience, moved = sandbox.make(_AUDIENCE), list(sandbox.leads.free()[:count])
    values = {**audience.values, "audienceId": source[0]}
    sent = {"json": {"targetAudienceId": audience.id, "leadIds": moved}}
    with sandbox.target.preparing():
        response = _succeed(sandbox, _MOVE, values, sent)
    if (count := payload(response).get("movedCount")) != len(moved):
        raise CheckFailed(f"{_MOVE} moved {count} of {len(moved)} leads")
    sandbox.leads.moved[audience.id] = tuple(moved)
    return audience


def _succeed(
    sandbox: Maker, operation_id: str, values: Mapping[str, Any], body: Json | None = None
) -> Exchange:
    exchange = sandbox.target.ask(operation_id, values, body=body or {})
    if not succeeded(exchange):
        raise CheckFailed(f"{operation_id} returned {exchange.status}")
    return exchange


_PREPARATIONS: Mapping[str, Callable[[Maker, Values], Values]] = {
    START: _draft_with_leads,
    "sonarly_campaigns_stop": _started_campaign,
    "sonarly_campaigns_approve": _waiting_workflow,
    "sonarly_campaigns_discard": _waiting_workflow,
    _UPDATE_SLOT: _campaign_with_slots,
    "sonarly_audiences_remove_from_folder": _audience_in_folder,
    _MOVE: _audience_with_leads,
    "callers_memories_delete_all": _contact_with_memory,
}
