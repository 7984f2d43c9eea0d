"""Commands for content that waits for approval."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from ..common_options import connection_parameters, output_parameters, yes_parameter
from ..exit_codes import CommandError, ExitCode
from ..lazy_group import LazyGroup
from ..session import Session
from ..streams import note
from .lead_ids import lead_options

if TYPE_CHECKING:
    from campaignkit import CampaignKitError, Sonarly

    from ..output import OutputOptions
    from .pending import Pending

Verb = Literal["approve", "discard"]

_FAILED = "approvals-failed.jsonl"
_EFFECTS = {
    "approve": "This can contact real people.",
    "discard": "The workflows of these people stop. This cannot be undone.",
}


def _scope(session: Session, ids: Sequence[str]) -> tuple[str, str | None]:
    """Return the account group, and the campaign or None for all campaigns."""
    if len(ids) > 2:
        raise click.UsageError(f"Got unexpected extra argument ({ids[2]}).")
    default = session.default_of("account_group_id", "sonarly")
    if not ids and default:
        return default, None
    if not ids:
        raise click.UsageError("Missing argument 'ACCOUNT_GROUP_ID'.")
    return ids[0], ids[1] if len(ids) == 2 else None


def _prepare(values: Mapping[str, Any]) -> tuple[Session, OutputOptions]:
    from ..operation_call import apply_common

    session: Session = click.get_current_context().obj
    return session, apply_common(session, values)


def _list(**values: Any) -> int:
    from campaignkit import CampaignKitError

    from ..failures import find_entry, report_failure
    from ..output import write_items
    from .pending import find_pending, save_list

    session, options = _prepare(values)
    group_id, campaign_id = _scope(session, values["ids"])
    with session.sonarly() as client:
        try:
            found = list(
                find_pending(
                    client,
                    group_id,
                    campaign_id,
                    audience=values["audience"],
                    ids_file=values["ids_file"],
                )
            )
        except CampaignKitError as error:
            return report_failure(error, entry=find_entry("sonarly_campaigns_lead_status"))
    save_list(session, found)
    write_items(_rows(found), options)
    return ExitCode.DONE


def _rows(items: Sequence[Pending]) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "leadId": each.lead_id,
            "step": each.step,
            "campaign": each.campaign,
            "campaignId": each.campaign_id,
            "workflowInstanceId": each.instance_id,
        }
        for number, each in enumerate(items, 1)
    ]


def _decide(verb: Verb, **values: Any) -> int:
    from campaignkit import CampaignKitError

    from ..confirmation import confirm
    from ..failures import find_entry, report_failure
    from ..output import write_items
    from .pending import still_pending

    session, options = _prepare(values)
    with session.sonarly() as client:
        try:
            selected = _select(session, client, values)
            waiting = still_pending(client, selected)
            chosen = [each for each in selected if each in waiting]
            if gone := len(selected) - len(chosen):
                note(f"{gone} of {len(selected)} no longer wait.")
            if not chosen or values["is_dry_run"]:
                write_items(_rows(chosen), options)
                return ExitCode.DONE
            confirm(lambda: _question(verb, chosen), is_confirmed=values["is_confirmed"])
            return _carry_out(verb, client, chosen, Path(values["failures"]), options)
        except CampaignKitError as error:
            return report_failure(error, entry=find_entry("sonarly_campaigns_lead_status"))


def _select(session: Session, client: Sonarly, values: Mapping[str, Any]) -> list[Pending]:
    """Return the items that the options choose."""
    from .pending import find_pending, load_file, load_list

    ways = [name for name in ("is_all", "numbers", "leads", "source") if values[name]]
    if len(ways) != 1:
        raise click.UsageError("Choose with one of --all, --number, --lead and --from.")
    if values["source"]:
        found = load_file(values["source"])
    elif values["numbers"]:
        listed = load_list(session)
        if (largest := max(values["numbers"])) > len(listed):
            raise CommandError(f"--number must be at most {len(listed)}, got {largest}.")
        found = [listed[number - 1] for number in dict.fromkeys(values["numbers"])]
    else:
        group_id, campaign_id = _scope(session, values["ids"])
        found = list(
            find_pending(
                client,
                group_id,
                campaign_id,
                audience=values["audience"],
                ids_file=values["ids_file"],
            )
        )
        if values["leads"]:
            found = [each for each in found if each.lead_id in values["leads"]]
    steps = values["steps"]
    return [each for each in found if not steps or each.step in steps]


def _question(verb: Verb, items: Sequence[Pending]) -> str:
    names = ", ".join(repr(name) for name in dict.fromkeys(each.campaign for each in items))
    people = "1 person" if len(items) == 1 else f"{len(items)} people"
    return f"{verb.capitalize()} the content for {people} of {names}? {_EFFECTS[verb]}"


def _carry_out(
    verb: Verb, client: Sonarly, items: Sequence[Pending], failures: Path, options: OutputOptions
) -> int:
    """Approve or discard each item once; write what failed to a file."""
    from ..output import write_items
    from .pending import as_lines

    results = list(_results(verb, client, items))
    done = [item for item, error in results if error is None]
    failed = [(item, error) for item, error in results if error is not None]
    untried = items[len(results) :]
    rows = [{"leadId": item.lead_id, "result": f"{verb} done"} for item in done]
    rows += [{"leadId": item.lead_id, "result": str(error)} for item, error in failed]
    write_items(rows, options)
    if not failed and not untried:
        return ExitCode.DONE
    left = [item for item, _ in failed] + list(untried)
    failures.write_text(as_lines(left), encoding="utf-8")
    note(
        f"{len(done)} done, {len(failed)} failed, {len(untried)} not tried. Try again:"
        f" campaignkit approvals {verb} --from {failures}"
    )
    return ExitCode.PARTLY_FAILED if done or not untried else ExitCode.INTERRUPTED


def _results(
    verb: Verb, client: Sonarly, items: Sequence[Pending]
) -> Iterator[tuple[Pending, CampaignKitError | None]]:
    """Yield each item with its error or None; Ctrl-C and an error that stays end it early."""
    from campaignkit import CampaignKitError

    call: Callable[..., object] = getattr(client.campaigns, verb)
    for item in items:
        try:
            call(item.group_id, item.campaign_id, item.instance_id, lead_id=item.lead_id)
        except CampaignKitError as error:
            yield item, error
            if error.is_final:
                return
        except KeyboardInterrupt:
            note(f"Interrupted. The {verb} call for {item.lead_id} may have succeeded.")
            return
        else:
            yield item, None


def _choice_options() -> Iterator[click.Option]:
    yield click.Option(["is_all", "--all"], is_flag=True, help="All that wait.")
    yield click.Option(
        ["numbers", "--number"],
        multiple=True,
        type=click.IntRange(1),
        help="Number in the last list. Can be repeated.",
    )
    yield click.Option(
        ["leads", "--lead"], multiple=True, metavar="ID", help="ID of a lead. Can be repeated."
    )
    yield click.Option(
        ["source", "--from"], metavar="FILE", help="File of an earlier run, to try again."
    )
    yield click.Option(
        ["steps", "--step"], multiple=True, help="Only at this step. Can be repeated."
    )
    yield click.Option(
        ["failures", "--failures"],
        default=_FAILED,
        metavar="FILE",
        help=f"File for what failed. The default is {_FAILED}.",
    )
    yield click.Option(["is_dry_run", "--dry-run"], is_flag=True, help="List only.")


def _ids() -> click.Argument:
    return click.Argument(["ids"], nargs=-1, metavar="ACCOUNT_GROUP_ID [CAMPAIGN_ID]")


def _decision(verb: Verb, text: str) -> click.Command:
    return click.Command(
        verb,
        params=[
            _ids(),
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
        params=[_ids(), *lead_options(), *output_parameters(), *connection_parameters()],
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
