"""Commands for a campaign as a whole: start it and follow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click
from campaignkit_operations.snapshots import ENDED

from ..common_options import color_parameter, connection_parameters, yes_parameter
from ..exit_codes import ExitCode
from ..lazy_group import LazyGroup, load_from
from ..positional import Ids
from ..session import Session
from ..streams import note
from .lead_ids import lead_options
from .progress import tracked

if TYPE_CHECKING:
    from campaignkit import Sonarly

_IDS = ("account_group_id", "campaign_id")


def follow_options() -> Iterator[click.Option]:
    """Yield the options of following a campaign."""
    yield from lead_options()
    yield click.Option(
        ["until", "--until"],
        multiple=True,
        metavar="STATUS",
        help="End when every lead has this status. Can be repeated. The default is the end of"
        f" a workflow: {', '.join(ENDED)}.",
    )
    yield click.Option(
        ["follow_timeout", "--timeout"],
        type=click.FloatRange(0),
        metavar="SECONDS",
        help="End after this time. The campaign keeps running.",
    )
    yield click.Option(
        ["interval", "--interval"],
        type=click.FloatRange(0),
        default=15.0,
        metavar="SECONDS",
        help="Seconds between two reads. The default is 15.",
    )
    yield click.Option(
        ["idle", "--idle"],
        type=click.IntRange(1),
        default=20,
        metavar="N",
        help="End after N reads without a change. The default is 20.",
    )
    yield color_parameter()


def _prepare(values: Mapping[str, Any], ids: Ids) -> tuple[Session, dict[str, str]]:
    from ..operation_call import apply_connection

    session: Session = click.get_current_context().obj
    apply_connection(session, values)
    return session, ids.named(session, values["ids"])


def _start(**values: Any) -> int:
    from campaignkit import CampaignKitError
    from campaignkit_operations.entries import find_entry
    from campaignkit_operations.stakes import question_of

    from ..confirmation import confirm
    from ..failures import report_failure, watch_interruption
    from ..operation_call import OperationCall
    from ..output import output_options
    from .lead_ids import check_leads

    session, ids = _prepare(values, _START_IDS)
    entry = find_entry("sonarly_campaigns_start")
    check_leads(values["audience"], values["ids_file"])
    if values["is_dry_run"]:
        options = output_options(None, None, None, no_color=False, environment=session.environment)
        return OperationCall(entry, session, ids, {}, values).show_request(options)
    with session.sonarly() as client:
        try:
            campaign = client.campaigns.get(*ids.values())
            confirm(lambda: question_of(entry, ids, client), is_confirmed=values["is_confirmed"])
            note(f"Starting {campaign.name!r} with {campaign.selected_lead_count} leads.")
            with watch_interruption(entry, ids):
                started = client.campaigns.start(*ids.values())
        except CampaignKitError as error:
            return report_failure(error, entry=entry, ids=ids)
        note(f"Started. Workflow instances: {started.instances_created or 'unknown'}.")
        return _follow_campaign(client, ids, values) if values["is_following"] else ExitCode.DONE


def _follow(**values: Any) -> int:
    session, ids = _prepare(values, _FOLLOW_IDS)
    with session.sonarly() as client:
        return _follow_campaign(client, ids, values)


def _follow_campaign(client: Sonarly, ids: Mapping[str, str], values: Mapping[str, Any]) -> int:
    from campaignkit import CampaignKitError
    from campaignkit_operations.entries import find_entry
    from campaignkit_operations.leads import first_statuses
    from campaignkit_runtime.clock import SystemClock

    from ..failures import report_failure
    from .follow import FollowOptions, Target, follow
    from .lead_ids import lead_ids
    from .snapshots import view_of

    group_id, campaign_id = ids.values()
    again = f"campaignkit campaigns follow {group_id} {campaign_id}"
    options = FollowOptions(
        values["until"] or ENDED, values["follow_timeout"], values["interval"], values["idle"]
    )
    try:
        campaign = client.campaigns.get(group_id, campaign_id)
        possible = lead_ids(
            client, group_id, audience=values["audience"], ids_file=values["ids_file"]
        )
        count = campaign.selected_lead_count
        found = first_statuses(client, group_id, campaign_id, possible, count)
        first = list(tracked(found, "Leads", count))
        if not first:
            note("No lead of the campaign was found. Name its leads with --audience or --ids.")
            return ExitCode.DONE
        view = view_of(campaign.name, options.until)
        target = Target(group_id, campaign_id, campaign.name)
        with view:
            follow(client, target, first, view, options, SystemClock())
    except KeyboardInterrupt:
        note(f"The campaign keeps running. Follow it again: {again}")
        return ExitCode.INTERRUPTED
    except CampaignKitError as error:
        code = report_failure(error, entry=find_entry("sonarly_campaigns_lead_status"))
        if code not in (ExitCode.USAGE, ExitCode.NOT_FOUND):
            note(f"The campaign keeps running. Follow it again: {again}")
        return code
    return ExitCode.DONE


_START_IDS = Ids("sonarly", _IDS)
_FOLLOW_IDS = Ids("sonarly", _IDS)

start = click.Command(
    "start",
    params=[
        _START_IDS,
        click.Option(["is_following", "--follow"], is_flag=True, help="Follow it afterwards."),
        *follow_options(),
        click.Option(
            ["is_dry_run", "--dry-run"], is_flag=True, help="Show the request and send nothing."
        ),
        yes_parameter(),
        *connection_parameters(),
    ],
    callback=_start,
    help="Count the leads, ask, start a campaign of Sonarly, and follow it. Ctrl-C ends the"
    " following; the campaign keeps running.",
)

follow_command = click.Command(
    "follow",
    params=[_FOLLOW_IDS, *follow_options(), *connection_parameters()],
    callback=_follow,
    help="Show the leads of a campaign by workflow status until nothing changes. Away from a"
    " terminal, each change is a line of JSON.",
)

campaigns = LazyGroup(
    "campaigns",
    "Start, follow and report on campaigns.",
    {
        "start": ("Start a campaign after a question.", lambda: start),
        "follow": ("Show its leads by status.", lambda: follow_command),
        "report": (
            "Count leads and calls, as a table and a page.",
            load_from(".workflows.report", "report"),
        ),
    },
)
