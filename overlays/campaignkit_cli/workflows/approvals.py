"""Commands for content that waits for approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..common_options import connection_parameters, output_parameters, yes_parameter
from ..exit_codes import ExitCode
from ..lazy_group import LazyGroup
from ..positional import Ids, complete_ids
from ..session import Session
from ..streams import note
from .lead_ids import lead_options
from .progress import tracked

if TYPE_CHECKING:
    from campaignkit_operations.pending import Pending

    from ..output import OutputOptions
    from .decisions import Verb

_FAILED = "approvals-failed.jsonl"
_IDS = Ids("sonarly", ("account_group_id", "campaign_id"), "ACCOUNT_GROUP_ID [CAMPAIGN_ID]")


def _prepare(values: Mapping[str, Any]) -> tuple[Session, OutputOptions]:
    from ..operation_call import apply_common

    session: Session = click.get_current_context().obj
    return session, apply_common(session, values)


def _list(**values: Any) -> int:
    from campaignkit import CampaignKitError
    from campaignkit_operations.entries import find_entry
    from campaignkit_operations.leads import unique
    from campaignkit_operations.pending import find_pending

    from ..failures import report_failure
    from ..output import write_items
    from .lead_ids import lead_ids
    from .pending import save_list
    from .selection import scope

    session, options = _prepare(values)
    group_id, campaign_id = scope(session, values["ids"])
    with session.sonarly() as client:
        try:
            possible = lead_ids(
                client, group_id, audience=values["audience"], ids_file=values["ids_file"]
            )
            waiting = find_pending(client, group_id, campaign_id, unique(possible))
            found = list(tracked(waiting, "Approvals"))
        except CampaignKitError as error:
            return report_failure(error, entry=find_entry("sonarly_campaigns_lead_status"))
    save_list(session, found)
    write_items(_rows(found), options)
    if not found:
        note("Nothing waits for approval.")
    return ExitCode.DONE


def _rows(items: Sequence[Pending]) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "leadId": item.lead_id,
            "step": item.step,
            "campaign": item.campaign,
            "campaignId": item.campaign_id,
            "workflowInstanceId": item.instance_id,
        }
        for number, item in enumerate(items, 1)
    ]


def _decide(verb: Verb, **values: Any) -> int:
    from campaignkit import CampaignKitError
    from campaignkit_operations.entries import find_entry

    from ..confirmation import confirm
    from ..failures import report_failure
    from ..output import write_items
    from ..output_files import check_target
    from .decisions import carry_out, question_for
    from .pending import still_pending
    from .selection import select

    session, options = _prepare(values)
    failures = check_target(Path(values["failures"]), "--failures")
    with session.sonarly() as client:
        try:
            selected = select(session, client, values)
            waiting = still_pending(client, selected)
            chosen = [item for item in selected if item in waiting]
            if gone := len(selected) - len(chosen):
                note(f"{gone} of {len(selected)} no longer wait.")
            if not chosen or values["is_dry_run"]:
                write_items(_rows(chosen), options)
                if not chosen:
                    note("Nothing waits for approval.")
                return ExitCode.DONE
            confirm(lambda: question_for(verb, chosen), is_confirmed=values["is_confirmed"])
            return carry_out(verb, client, chosen, failures, options)
        except CampaignKitError as error:
            return report_failure(error, entry=find_entry("sonarly_campaigns_lead_status"))


def _choice_options() -> Iterator[click.Option]:
    yield click.Option(["is_all", "--all"], is_flag=True, help="All that wait.")
    yield click.Option(
        ["numbers", "--number"],
        multiple=True,
        type=click.IntRange(1),
        help="Number in the last list. Can be repeated.",
    )
    yield click.Option(
        ["leads", "--lead"],
        multiple=True,
        metavar="ID",
        shell_complete=complete_ids("sonarly", "lead_id"),
        help="ID of a lead. Can be repeated.",
    )
    yield click.Option(
        ["source", "--from"],
        type=click.Path(),
        metavar="FILE",
        help="File of an earlier run, to try again.",
    )
    yield click.Option(
        ["steps", "--step"], multiple=True, help="Only at this step. Can be repeated."
    )
    yield click.Option(
        ["failures", "--failures"],
        default=_FAILED,
        type=click.Path(),
        metavar="FILE",
        help=f"File for what failed. The default is {_FAILED}.",
    )
    yield click.Option(["is_dry_run", "--dry-run"], is_flag=True, help="List only.")


def _decision(verb: Verb, text: str) -> click.Command:
    return click.Command(
        verb,
        params=[
            _IDS,
            *_choice_options(),
            yes_parameter(),
            *lead_options(),
            *output_parameters(),
            *connection_parameters(),
        ],
        callback=partial(_decide, verb),
        help=text,
    )


def _list_command() -> click.Command:
    return click.Command(
        "list",
        params=[_IDS, *lead_options(), *output_parameters(), *connection_parameters()],
        callback=_list,
        help="List what waits for approval in a campaign, or in all campaigns of an account group."
        " The API does not show the text of the content.",
    )


approvals = LazyGroup(
    "approvals",
    "Content that waits for approval in Sonarly.",
    {
        "list": ("List what waits.", _list_command),
        "approve": (
            "Send what waits, after a question.",
            partial(_decision, "approve", "Approve content; it is then sent to real people."),
        ),
        "discard": (
            "Discard what waits, after a question.",
            partial(_decision, "discard", "Discard content; the workflows of its leads stop."),
        ),
    },
)
