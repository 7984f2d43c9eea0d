"""The command that reports on a campaign."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..common_options import connection_parameters, output_parameters
from ..exit_codes import ExitCode
from ..positional import Ids, complete_ids
from ..session import Session
from ..streams import note
from .lead_ids import lead_options
from .progress import tracked

if TYPE_CHECKING:
    from campaignkit_operations.reports import Report

_IDS = Ids("sonarly", ("account_group_id", "campaign_id"))


def _run(**values: Any) -> int:
    from campaignkit import CampaignKitError
    from campaignkit_operations.entries import find_entry
    from campaignkit_operations.reports import report_rows

    from ..failures import report_failure
    from ..operation_call import apply_common
    from ..output import write_items
    from ..output_files import check_target
    from .report_page import page

    session: Session = click.get_current_context().obj
    options = apply_common(session, values)
    page_file = check_target(Path(values["html"]), "--html") if values["html"] else None
    try:
        reports = list(_reports(session, values))
    except CampaignKitError as error:
        return report_failure(error, entry=find_entry("sonarly_campaigns_lead_status"))
    write_items(report_rows(reports), options)
    if page_file:
        made_at = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
        _write(page_file, page(reports, made_at))
        note(f"The report is in {page_file}.")
    return ExitCode.DONE


def _reports(session: Session, values: Mapping[str, Any]) -> Iterator[Report]:
    """Yield the report of the campaign of Sonarly, and that of the calls."""
    from campaignkit_operations.leads import first_statuses
    from campaignkit_operations.reports import call_report, lead_report

    from .lead_ids import lead_ids

    if values["ids"] or not values["calls"]:
        group_id, campaign_id = _IDS.named(session, values["ids"]).values()
        with session.sonarly() as client:
            campaign = client.campaigns.get(group_id, campaign_id)
            possible = lead_ids(
                client, group_id, audience=values["audience"], ids_file=values["ids_file"]
            )
            count = campaign.selected_lead_count
            found = first_statuses(client, group_id, campaign_id, possible, count)
            yield lead_report(campaign, list(tracked(found, "Leads", count)))
    if values["calls"]:
        with session.callers() as callers:
            name = callers.campaigns.get(values["calls"]).name
            yield call_report(name, tracked(callers.calls.list(values["calls"]), "Calls"))


def _write(path: Path, text: str) -> None:
    """Write a file as a whole, in the place of an earlier one."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


report = click.Command(
    "report",
    params=[
        _IDS,
        click.Option(
            ["html", "--html"],
            type=click.Path(),
            metavar="FILE",
            help="Write a page with charts too.",
        ),
        click.Option(
            ["calls", "--calls"],
            metavar="ID",
            shell_complete=complete_ids("callers", "campaign_id"),
            help="Campaign of Callers.ai whose calls are reported, also without one of Sonarly.",
        ),
        *lead_options(),
        *output_parameters(),
        *connection_parameters(),
    ],
    callback=_run,
    help="Count the leads of a campaign by workflow status, step and stop reason, and calls by"
    " outcome. With --html, the numbers are charts on a page that needs no network.",
)
