"""The command that exports the status of leads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..common_options import color_parameter, connection_parameters
from ..exit_codes import ExitCode
from ..lazy_group import LazyGroup
from ..positional import Ids
from ..session import Session
from ..streams import note
from .lead_ids import lead_options
from .progress import progress_bar, tracked

if TYPE_CHECKING:
    from campaignkit import Sonarly

    from .checkpoint import Checkpoint

# IDs between two checkpoints: so many calls run at once, each with so many IDs.
_CONCURRENCY, _BATCH_SIZE = 8, 100

_IDS = Ids("sonarly", ("account_group_id", "campaign_id"))


def _export(**values: Any) -> int:
    from campaignkit import CampaignKitError
    from campaignkit_operations.entries import find_entry

    from ..failures import report_failure
    from ..operation_call import apply_connection
    from ..output_files import check_target
    from .checkpoint import Checkpoint
    from .lead_files import check_suffix, write_leads
    from .lead_ids import lead_ids

    session: Session = click.get_current_context().obj
    apply_connection(session, values)
    ids = _IDS.named(session, values["ids"])
    target = Path(values["to"])
    check_suffix(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    check_target(target, "--to")
    source = {**ids, "audience": values["audience"], "ids": values["ids_file"]}
    checkpoint = Checkpoint(target, source)
    with session.sonarly() as client, checkpoint.hold():
        try:
            if not checkpoint.has_ids:
                possible = lead_ids(
                    client,
                    ids["account_group_id"],
                    audience=values["audience"],
                    ids_file=values["ids_file"],
                )
                checkpoint.save_ids(tracked(possible, "IDs of leads"))
            count = _fetch(client, ids["account_group_id"], ids["campaign_id"], checkpoint)
            exported = write_leads(checkpoint.rows, target)
        except CampaignKitError as error:
            code = report_failure(error, entry=find_entry("sonarly_campaigns_lead_status"))
            note("The same command goes on from here.")
            return code
        except KeyboardInterrupt:
            note("campaignkit: interrupted. The same command goes on from here.")
            return ExitCode.INTERRUPTED
        checkpoint.remove()
    note(f"Exported {exported} leads of the campaign to {target}, out of {count} checked people.")
    return ExitCode.DONE


def _fetch(client: Sonarly, group_id: str, campaign_id: str, checkpoint: Checkpoint) -> int:
    """Request the statuses that are missing, and return the number of all IDs."""
    done, total = checkpoint.repair(), checkpoint.count_ids()
    if done:
        note(f"Going on after {done} of {total} leads.")
    checkpoint.add([])
    with progress_bar("Leads", total, done) as advance:
        for chunk in checkpoint.remaining(done, _BATCH_SIZE * _CONCURRENCY):
            rows = client.campaigns.lead_status(
                group_id,
                campaign_id,
                lead_ids=chunk,
                batch_size=_BATCH_SIZE,
                concurrency=_CONCURRENCY,
            )
            checkpoint.add([row.to_dict() for row in rows])
            advance(len(chunk))
    return total


export = click.Command(
    "export",
    params=[
        _IDS,
        click.Option(
            ["to", "--to"],
            required=True,
            type=click.Path(),
            metavar="FILE",
            help="File to write: .csv, .jsonl, .parquet or .duckdb.",
        ),
        *lead_options(),
        color_parameter(),
        *connection_parameters(),
    ],
    callback=_export,
    help="Export the workflow status of the leads of a campaign. After an interruption, the same"
    " command goes on where it ended.",
)

leads = LazyGroup(
    "leads",
    "Leads of campaigns of Sonarly.",
    {"export": ("Export the status of leads to a file.", lambda: export)},
)
