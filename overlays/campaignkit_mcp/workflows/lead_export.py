"""Tool that exports the statuses of leads to a resource."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from anyio.to_thread import run_sync
from campaignkit_operations.json_values import as_json
from campaignkit_operations.leads import COLUMNS, audience_lead_ids, statuses, unique
from mcp_types import ResourceLink

from ..tools import Workflow, WorkflowContext, WorkflowResult
from . import schemas

if TYPE_CHECKING:
    from campaignkit.models import CampaignLeadStatus


async def export(context: WorkflowContext, values: Mapping[str, Any]) -> WorkflowResult:
    """Export the leads of a campaign as CSV, and return a link to it."""
    group_id, campaign_id = values["account_group_id"], values["campaign_id"]

    def read() -> tuple[str, int]:
        ids = unique(audience_lead_ids(context.client, group_id, values.get("audience_id")))
        return as_csv(statuses(context.client, group_id, campaign_id, ids))

    text, count = await run_sync(read)
    stamp = int(context.clock.time() * 1_000)
    name = f"leads-{stamp}-{len(context.exports.uris)}.csv"
    uri = context.exports.add(name, text)
    link = ResourceLink(type="resource_link", uri=uri, name=name, mime_type="text/csv")
    return WorkflowResult({"uri": uri, "leads": count}, (link,))


def as_csv(rows: Iterable["CampaignLeadStatus"]) -> tuple[str, int]:
    """Return rows as CSV, and their number."""
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow(as_json(row))
        count += 1
    return target.getvalue(), count


EXPORT = Workflow(
    "sonarly_export_leads",
    "sonarly.campaigns",
    "Export the leads of a campaign with their statuses as CSV, to a resource.",
    schemas.arguments(
        ("account_group_id", "campaign_id"),
        campaign_id=schemas.CAMPAIGN,
        audience_id=schemas.AUDIENCE,
    ),
    schemas.fields(uri="string", leads="integer"),
    export,
)
