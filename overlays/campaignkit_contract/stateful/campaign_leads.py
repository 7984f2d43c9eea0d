"""Stateful checks of the leads of campaigns: each campaign has its own leads and workflows."""

from collections.abc import Iterator

from ..spec.document import Json
from ..targets.listing import items
from ..targets.requests import UNKNOWN_ID
from ..targets.resources import CallValues
from ..targets.target import LEAD_STATUS, START, Target
from .check import expect_status
from .prepared import check_each

_CAMPAIGN = "sonarly campaignId"
_PROSPECTS = "sonarly_audiences_prospects"
_CREATE, _DUPLICATE = "sonarly_campaigns_create", "sonarly_campaigns_duplicate"
_REFUSALS = frozenset({400, 403, 404, 409, 422})


def leads_of_campaign_are_in_audience(target: Target) -> Iterator[str]:
    """Check that no campaign is created if one of its leads is not in the audience, or is busy."""
    yield from check_each(target, (_CREATE, _DUPLICATE), lambda name: _check_leads(target, name))


def _check_leads(target: Target, operation: str) -> Iterator[str]:
    call = target.resources.call_values(operation)
    leads = call.json.get("leadIds", [])
    body = {"json": {**call.json, "leadIds": [*leads, UNKNOWN_ID]}}
    before = target.campaigns()
    exchange = target.ask(operation, call.values, body=body)
    yield from expect_status(operation, exchange, _REFUSALS, "for a lead outside the audience")
    if exchange.status in _REFUSALS and target.campaigns() != before:
        yield f"{operation} rejects a lead outside the audience, and creates a campaign"
    if operation == _DUPLICATE and leads and target.is_exclusive(operation):
        created = target.data(operation, json=call.json, **call.values)
        target.data(START, campaignId=created["id"])
        yield from _check_busy(target, call, leads)


def _check_busy(target: Target, call: CallValues, busy: list[str]) -> Iterator[str]:
    """Copy with leads that have a workflow in another campaign, alone and after other leads."""
    prospects = items(target, _PROSPECTS, audienceId=call.json["audienceId"])
    others = [prospect["id"] for prospect in prospects if prospect["id"] not in busy]
    for first in ([], others[:1], others[-1:]):
        body = {"json": {**call.json, "leadIds": [*first, *busy]}}
        exchange = target.ask(_DUPLICATE, call.values, body=body)
        circumstance = "for leads with a workflow in another campaign"
        yield from expect_status(_DUPLICATE, exchange, _REFUSALS, circumstance)


def lead_status_is_of_requested_campaign(target: Target) -> Iterator[str]:
    """Check that the workflow of a lead is shown in its own campaign only."""
    target.require_exclusive("sonarly")  # The campaign gets leads that may be contacted.
    started = target.resources.make(_CAMPAIGN)
    leads = started.body["json"]["leadIds"]
    target.data(START, campaignId=started.id)
    instances = {row["workflowInstanceId"] for row in _rows(target, started.id, leads)} - {None}
    campaigns = target.campaigns()
    del campaigns[started.id]
    for other in target.sample(campaigns):
        campaign = campaigns[other]
        own = [
            row for row in _rows(target, other, leads) if row["workflowStatus"] != "not_in_campaign"
        ]
        if len(own) > campaign["selectedLeadCount"]:
            yield f"{LEAD_STATUS} of {other} has rows of more leads than the campaign has"
        if any(row["workflowInstanceId"] in instances for row in own):
            yield f"{LEAD_STATUS} of {other} shows a workflow of another campaign"


def _rows(target: Target, campaign_id: str, leads: list[str]) -> list[Json]:
    values = {"campaignId": campaign_id, "leadIds": ",".join(leads)}
    rows: list[Json] = target.data(LEAD_STATUS, **values)["items"]
    return rows
