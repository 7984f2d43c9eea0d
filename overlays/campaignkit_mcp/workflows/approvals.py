"""Tool that lists what waits for approval."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from anyio.to_thread import run_sync
from campaignkit_operations.leads import audience_lead_ids, unique
from campaignkit_operations.pending import Pending, find_pending

from ..input_schemas import DEFAULT_ITEMS, MAX_ITEMS
from ..tools import Workflow, WorkflowContext, WorkflowResult
from . import schemas

_NO_TEXT = "The API does not show the text of pending content; the user reads it in Sonarly."


async def list_pending(context: WorkflowContext, values: Mapping[str, Any]) -> WorkflowResult:
    """List the content that waits in one campaign, or in all campaigns of an account group."""
    start = int(values.get("cursor", "0"))
    end = start + values.get("max_items", DEFAULT_ITEMS)

    def find() -> list[Pending]:
        group_id = values["account_group_id"]
        ids = unique(audience_lead_ids(context.client, group_id, values.get("audience_id")))
        found = find_pending(context.client, group_id, values.get("campaign_id"), ids)
        return list(islice(found, start, end + 1))

    found = await run_sync(find)
    items = [_fields(item) for item in found[: end - start]]
    following = {"next_cursor": str(end)} if len(found) > end - start else {}
    return WorkflowResult({"items": items} | following, notes=(_NO_TEXT,))


def _fields(item: Pending) -> dict[str, str]:
    return {
        "campaign_id": item.campaign_id,
        "campaign": item.campaign,
        "lead_id": item.lead_id,
        "workflow_instance_id": item.instance_id,
        "step": item.step,
    }


PENDING = Workflow(
    "sonarly_pending_approvals",
    "sonarly.campaigns",
    "List what waits for approval in a campaign, or in all campaigns of an account group.",
    schemas.arguments(
        campaign_id=schemas.CAMPAIGN,
        audience_id=schemas.AUDIENCE,
        max_items={"type": "integer", "minimum": 1, "maximum": MAX_ITEMS},
        cursor={"type": "string", "pattern": "^[0-9]{1,9}$"},
    ),
    schemas.fields(items="array", next_cursor="string"),
    list_pending,
)
