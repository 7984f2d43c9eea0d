"""Stateful checks of known campaigns: their copies, and the count of a start."""

from collections.abc import Iterator

from ..spec.document import Json
from ..spec.references import LEADS
from ..targets.listing import items
from ..targets.target import LEAD_STATUS, START, Target
from .campaign_starts import drafts
from .prepared import succeed

_CREATE, _DUPLICATE = "sonarly_campaigns_create", "sonarly_campaigns_duplicate"
_AUDIENCES, _PROSPECTS = "sonarly_audiences_list", "sonarly_audiences_prospects"
_SETTINGS = (
    *("description", "includeConversationHistory"),
    *("autoCancelOnMessageReceived", "outreachLanguage"),
)
_INELIGIBLE = "not_eligible"
_ROWS = 100  # of one request


def copy_is_draft_with_settings(target: Target) -> Iterator[str]:
    """Check that the copy of any campaign is a draft with its settings."""
    target.require_exclusive("sonarly")
    for source in _various(list(target.campaigns().values())):
        target.resources.allow("sonarly campaignId", source["id"])
        call = target.resources.call_values(_DUPLICATE, {"campaignId": source["id"]})
        copy = succeed(target, _DUPLICATE, call)
        if copy["status"] != "draft" or copy["startedAt"] is not None:
            yield f"the copy of a campaign that is {source['status']} is {copy['status']}"
        if changed := [name for name in _SETTINGS if copy[name] != source[name]]:
            yield f"{_DUPLICATE} creates a campaign with another {', '.join(changed)}"


def start_counts_workflow_instances(target: Target) -> Iterator[str]:
    """Check that a start creates as many workflow instances as it counts."""
    target.require_exclusive("sonarly")
    leads = _all_leads(target)
    for draft in (*drafts(target), *_with_ineligible_lead(target)):
        if (
            sum(_is_in_campaign(row) for row in _rows(target, draft, leads))
            < (target.campaign(draft)["selectedLeadCount"])
        ):
            continue  # Some of its leads are in no audience.
        started = target.data(START, campaignId=draft)
        rows = _rows(target, draft, leads)
        count = sum(row["workflowInstanceId"] is not None for row in rows)
        if started["triggered"] is not (count > 0):
            yield f"{START} returns triggered {started['triggered']} with {count} instances"
        if started["instancesCreated"] != count:
            yield f"{START} counts {started['instancesCreated']} of {count} instances"


def _with_ineligible_lead(target: Target) -> list[str]:
    """Create a draft with a lead for which a start makes no workflow instance.

    Empty on a server that can be reset, whose drafts have such leads.
    """
    if target.reset_server:
        return []
    json = target.resources.call_values(_CREATE).json
    leads = [row["id"] for row in items(target, _PROSPECTS, audienceId=json["audienceId"])]
    active = [id_ for id_, item in target.campaigns().items() if item["status"] == "active"]
    rows = (
        row for id_ in target.sample(dict.fromkeys(active)) for row in _rows(target, id_, leads)
    )
    found = next((row["leadId"] for row in rows if row["workflowStatus"] == _INELIGIBLE), None)
    if found is None:
        return []
    target.resources.allow(LEADS, found)
    chosen = {"leadIds": [*json.get("leadIds", ()), found]}
    return [target.resources.make("sonarly campaignId", json=chosen).id]


def _various(campaigns: list[Json]) -> list[Json]:
    """Return campaigns that have each value of a setting or a status at least once."""
    found: dict[tuple[str, object], Json] = {}
    for campaign in campaigns:
        for name in (*_SETTINGS, "status"):
            found.setdefault((name, campaign[name]), campaign)
    return list({campaign["id"]: campaign for campaign in found.values()}.values())


def _all_leads(target: Target) -> list[str]:
    """Return the leads of all audiences."""
    audiences = [audience["id"] for audience in items(target, _AUDIENCES)]
    prospects = [row for id_ in audiences for row in items(target, _PROSPECTS, audienceId=id_)]
    return list(dict.fromkeys(row["id"] for row in prospects))


def _rows(target: Target, campaign_id: str, leads: list[str]) -> list[Json]:
    parts = [leads[start : start + _ROWS] for start in range(0, len(leads), _ROWS)]
    return [
        row
        for part in parts
        for row in target.data(LEAD_STATUS, campaignId=campaign_id, leadIds=",".join(part))["items"]
    ]


def _is_in_campaign(row: Json) -> bool:
    return bool(row["workflowStatus"] != "not_in_campaign")
