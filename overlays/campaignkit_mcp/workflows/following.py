"""Tool that follows a campaign."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from anyio.to_thread import run_sync
from campaignkit_operations.leads import audience_lead_ids, first_statuses, statuses
from campaignkit_operations.snapshots import Snapshot, take_snapshot

from ..tools import Workflow, WorkflowContext, WorkflowResult
from . import schemas

if TYPE_CHECKING:
    from campaignkit.models import CampaignLeadStatus

_SECONDS, _INTERVAL = 60, 10
_MOVING = ("not_started", "pending", "waiting")
_NOT_FOUND = "No lead of the campaign was found. Name its audience."


async def follow(context: WorkflowContext, values: Mapping[str, Any]) -> WorkflowResult:
    """Report the leads of a campaign by status until the time is over."""
    group_id, campaign_id = values["account_group_id"], values["campaign_id"]

    def begin() -> tuple[str, Sequence["CampaignLeadStatus"]]:
        campaign = context.client.campaigns.get(group_id, campaign_id)
        ids = audience_lead_ids(context.client, group_id, values.get("audience_id"))
        count = campaign.selected_lead_count
        rows = first_statuses(context.client, group_id, campaign_id, ids, count)
        return campaign.name, list(rows)

    def read() -> Snapshot:
        return take_snapshot(statuses(context.client, group_id, campaign_id, ids))

    name, first = await run_sync(begin)
    ids = [row.lead_id for row in first]
    snapshot = take_snapshot(first)
    end = context.clock.monotonic() + values.get("seconds", _SECONDS)
    await _report(context, snapshot)
    while ids and context.clock.monotonic() + _INTERVAL <= end and not _is_over(snapshot):
        await context.clock.sleep_async(_INTERVAL)
        fresh = await run_sync(read)
        if fresh != snapshot:
            await _report(context, fresh)
        snapshot = fresh
    fields = {
        "campaign": name,
        "leads": snapshot.leads,
        "statuses": snapshot.statuses,
        "pending_approvals": snapshot.approvals,
    }
    return WorkflowResult(fields, notes=() if ids else (_NOT_FOUND,))


async def _report(context: WorkflowContext, snapshot: Snapshot) -> None:
    counts = ", ".join(f"{count} {status}" for status, count in snapshot.statuses.items())
    moving = sum(snapshot.statuses.get(status, 0) for status in _MOVING)
    await context.report(snapshot.leads - moving, snapshot.leads, counts)


def _is_over(snapshot: Snapshot) -> bool:
    """Return True if no lead moves any more."""
    return not any(status in snapshot.statuses for status in _MOVING)


FOLLOW = Workflow(
    "sonarly_follow_campaign",
    "sonarly.campaigns",
    "Count the leads of a campaign by status, with progress, until the time is over.",
    schemas.arguments(
        ("account_group_id", "campaign_id"),
        campaign_id=schemas.CAMPAIGN,
        audience_id=schemas.AUDIENCE,
        seconds={"type": "integer", "minimum": 0, "maximum": 600},
    ),
    schemas.fields(campaign="string", leads="integer", statuses="object"),
    follow,
)
