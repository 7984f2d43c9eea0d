"""Demo of `make demo`: the real client over HTTP against the fake."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime

import httpx
from campaignkit import Callers, CampaignKitError, Sonarly
from rich.console import Console
from rich.table import Table

GROUP = CAMPAIGN = ORGANIZATION = "507f1f77bcf86cd799439011"
ROWS = 6

console = Console(width=100, highlight=False)


@contextlib.contextmanager
def running_fake() -> Iterator[str]:
    """Run a fake in its own process during the context, and yield its URL."""
    command = [sys.executable, "-m", "campaignkit_fake", "--port", "0"]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            line = process.stdout.readline().strip()
            console.print(line)
            yield line.split()[-1]
        finally:
            process.terminate()


def show(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print the first rows of a table, and the number of further rows."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column, no_wrap=True)
    for row in rows[:ROWS]:
        table.add_row(*map(cell, row))
    console.print()
    console.print(table)
    if len(rows) > ROWS:
        console.print(f"... and {len(rows) - ROWS} more")


def cell(value: object) -> str:
    """Return a value as the table shows it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)


def sonarly_tour(base_url: str) -> CampaignKitError | None:
    """List campaigns, start a campaign, show its leads, and show the error of a second start."""
    with Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        show(
            f"Campaigns of account group {GROUP}",
            ["id", "name", "status", "leads", "started"],
            [
                (c.id, c.name, c.status, c.selected_lead_count, c.started_at)
                for c in sonarly.campaigns.list(GROUP)
            ],
        )
        started = sonarly.campaigns.start(GROUP, CAMPAIGN)
        show(
            f"One start: campaign {CAMPAIGN}",
            ["name", "status", "started", "triggered", "instances created"],
            [
                (
                    started.campaign.name,
                    started.campaign.status,
                    started.campaign.started_at,
                    started.triggered,
                    started.instances_created,
                )
            ],
        )
        # No documented operation lists leads; the state of the fake has their IDs.
        state = httpx.get(f"{base_url}/_fake/state").json()
        lead_ids = ["a-stranger", *state["campaigns"][CAMPAIGN]["leadIds"]]
        show(
            "Its leads, and a stranger",
            ["lead", "workflow status", "workflow instance", "approval waits"],
            [
                (s.lead_id, s.workflow_status, s.workflow_instance_id, s.has_pending_approval)
                for s in sonarly.campaigns.lead_status(GROUP, CAMPAIGN, lead_ids=lead_ids)
            ],
        )
        try:
            sonarly.campaigns.start(GROUP, CAMPAIGN)
        except CampaignKitError as error:
            return error
    return None


def lost_response(base_url: str) -> None:
    """Start a campaign and lose the response: the campaign is read, not started again."""
    fault = {"operation": "sonarly_campaigns_start", "drop": True, "after": True}
    httpx.post(f"{base_url}/_fake/faults", json=fault).raise_for_status()
    with Sonarly(api_key="fake-sonarly", base_url=base_url) as sonarly:
        drafts = [c for c in sonarly.campaigns.list(GROUP) if c.status == "draft"]
        draft = next(c for c in drafts if c.selected_lead_count)
        raw = sonarly.campaigns.with_raw_response.start(GROUP, draft.id)
        started = raw.payload
    starts = httpx.get(f"{base_url}/_fake/state").json()["starts"]
    show(
        "A start that was applied, and whose response was lost",
        ["campaign", "evidence", "status", "triggered", "starts at the vendor"],
        [
            (
                draft.id,
                raw.evidence,
                started.campaign.status,
                started.triggered,
                [start["campaignId"] for start in starts].count(draft.id),
            )
        ],
    )


def callers_tour(base_url: str) -> None:
    """List the campaigns of an organization."""
    with Callers(api_key="fake-callers", base_url=base_url) as callers:
        show(
            f"Callers.ai campaigns of organization {ORGANIZATION}",
            ["id", "name", "active", "time zone", "campaign group"],
            [
                (c.id, c.name, c.active, c.call_params.timezone, c.campaign_group_name)
                for c in callers.campaigns.list(organization_id=ORGANIZATION)
            ],
        )


def show_error(error: CampaignKitError) -> None:
    """Print the fields of an error."""
    console.print("\n[bold]The same campaign, started once more[/bold]")
    console.print(f"{type(error).__name__}: {error}", markup=False)
    for name, value in vars(error).items():
        if value is not None:
            console.print(f"    .{name} = {value!r}", markup=False)


def main() -> None:
    """Run the tour."""
    with running_fake() as base_url:
        error = sonarly_tour(base_url)
        lost_response(base_url)
        callers_tour(base_url)
        if error:
            show_error(error)


if __name__ == "__main__":
    main()
