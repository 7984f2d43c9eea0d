"""Load the lead statuses of a campaign into a database by dlt, and update them at each run.

It needs `pip install 'dlt[duckdb]'`. `to_rows` makes flat rows, so dlt creates one table.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from campaignkit import Sonarly, to_rows


def load_leads(
    sonarly: Sonarly,
    group_id: str,
    campaign_id: str,
    lead_ids: Iterable[str],
    *,
    destination: Any = "duckdb",
    folder: str | None = None,
) -> Any:
    """Load the statuses into the table `leads`; return the pipeline.

    Args:
        sonarly: The client.
        group_id: ID of the account group.
        campaign_id: ID of the campaign.
        lead_ids: IDs of the leads.
        destination: A destination of dlt.
        folder: Folder for the state of dlt; its own by default.
    """
    dlt = import_module("dlt")

    def rows() -> Iterator[list[dict[str, Any]]]:
        leads = sonarly.campaigns.lead_status(group_id, campaign_id, lead_ids=lead_ids)
        for batch in leads.batches():
            yield list(to_rows(batch, nested="json"))

    leads = dlt.resource(rows, name="leads", primary_key="lead_id", write_disposition="merge")
    pipeline = dlt.pipeline(
        "campaignkit", destination=destination, dataset_name="outreach", pipelines_dir=folder
    )
    pipeline.run(leads)
    return pipeline
