"""Tool that summarizes an account group."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from anyio.to_thread import run_sync
from campaignkit_operations.stakes import read_group_name

from ..tools import Workflow, WorkflowContext, WorkflowResult
from . import schemas

_ACTIVE = "active"
_MAX_ACTIVE = 50  # campaigns that are named


async def summarize(context: WorkflowContext, values: Mapping[str, Any]) -> WorkflowResult:
    """Count the campaigns and audiences of an account group."""
    return WorkflowResult(await run_sync(_read, context.client, values["account_group_id"]))


def _read(client: Any, group_id: str) -> dict[str, Any]:
    name = read_group_name({"account_group_id": group_id}, client)
    campaigns = client.campaigns.list(group_id)
    audiences = list(client.audiences.list(group_id))
    return {
        "name": name,
        "campaigns": dict(Counter(str(campaign.status) for campaign in campaigns)),
        "active": [
            {"id": campaign.id, "name": campaign.name, "leads": campaign.selected_lead_count}
            for campaign in campaigns
            if campaign.status == _ACTIVE
        ][:_MAX_ACTIVE],
        "audiences": len(audiences),
        "prospects": sum(audience.prospect_count for audience in audiences),
    }


SUMMARY = Workflow(
    "sonarly_group_summary",
    "sonarly.accounts",
    "Count the campaigns of an account group by status, its audiences and prospects.",
    schemas.arguments(),
    schemas.fields(name="string", campaigns="object", active="array", audiences="integer"),
    summarize,
)
