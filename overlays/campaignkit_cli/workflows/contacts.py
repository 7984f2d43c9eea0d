"""The command that brings contacts of a file into a campaign of Callers.ai."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..common_options import connection_parameters, output_parameters, yes_parameter
from ..exit_codes import ExitCode
from ..lazy_group import LazyGroup
from ..positional import complete_ids
from ..session import Session
from ..streams import note
from .progress import tracked

if TYPE_CHECKING:
    from campaignkit import Callers

    from ..output import OutputOptions
    from .contact_rows import Contact, Reject
    from .sync_journal import Journal


class Plan(NamedTuple):
    """Contacts of a file, by what must be done with them."""

    new: list[Contact]
    unclear: list[Contact]
    """Sent by a run that ended before the response."""
    done: int
    rejects: list[Reject]

    @property
    def code(self) -> ExitCode:
        """Exit code if all calls succeed."""
        return ExitCode.PARTLY_FAILED if self.rejects else ExitCode.DONE


def _sync(**values: Any) -> int:
    from ..operation_call import apply_common
    from ..output_files import check_target
    from .contact_rows import check_file
    from .rejects import default_rejects
    from .sync_journal import Journal

    session: Session = click.get_current_context().obj
    options = apply_common(session, values)
    file = Path(values["file"])
    rejects = Path(values["rejects"] or default_rejects(file))
    check_file(file, check_target(rejects, "--rejects"))
    journal = Journal(file, values["campaign_id"])
    values |= {"rejects": rejects}
    if values["is_dry_run"]:
        plan = _planned(file, journal, values)
        _write_contacts([*plan.unclear, *plan.new], options)
        return plan.code
    with journal.hold():
        return _sync_file(session, file, journal, values, options)


def _planned(file: Path, journal: Journal, values: Mapping[str, Any]) -> Plan:
    plan = _plan(file, journal, values["mapping"], values["region"])
    _report_rejects(plan.rejects, values["rejects"])
    return plan


def _sync_file(
    session: Session,
    file: Path,
    journal: Journal,
    values: Mapping[str, Any],
    options: OutputOptions,
) -> int:
    """Send the contacts that were not sent, after a question; return the exit code."""
    from campaignkit import CampaignKitError
    from campaignkit_operations.entries import find_entry

    from ..confirmation import confirm
    from ..failures import report_failure

    campaign_id = values["campaign_id"]
    plan = _planned(file, journal, values)
    with session.callers() as client:
        try:
            new = [*_missing(client, campaign_id, plan, journal), *plan.new]
            if not new:
                note(f"Nothing to send: {plan.done + len(plan.unclear)} contacts are done.")
                journal.remove()
                return plan.code
            confirm(
                lambda: _question(client, campaign_id, len(new)),
                is_confirmed=values["is_confirmed"],
            )
            return send(client, campaign_id, new, plan, journal, options)
        except CampaignKitError as error:
            return report_failure(error, entry=find_entry("callers_contacts_create_bulk"))


def _missing(client: Callers, campaign_id: str, plan: Plan, journal: Journal) -> Sequence[Contact]:
    """Return the contacts of an interrupted run that the campaign does not have."""
    from .sync_journal import DONE

    if not plan.unclear:
        return []
    known = _known_numbers(client, campaign_id)
    found = [contact for contact in plan.unclear if _digits(contact.phone_number) in known]
    journal.record(found, DONE)
    note(
        f"{len(found)} contacts of the interrupted run are in the campaign already."
        " They are not sent again; an update of their values may be missing."
    )
    return [contact for contact in plan.unclear if contact not in found]


def _plan(file: Path, journal: Journal, mapping: Sequence[str], region: str | None) -> Plan:
    from .contact_rows import Reject, read_rows, validate
    from .sync_journal import DONE, SENT

    plan, done = Plan([], [], 0, []), 0
    for row in tracked(validate(read_rows(file), mapping, region), "Rows"):
        if isinstance(row, Reject):
            plan.rejects.append(row)
        elif (state := journal.state_of(row)) == DONE:
            done += 1
        else:
            (plan.unclear if state == SENT else plan.new).append(row)
    return plan._replace(done=done)


def _report_rejects(rejects: Sequence[Reject], path: Path) -> None:
    from .rejects import write_rejects

    for reject in rejects:
        note(f"line {reject.line}: {reject.reason}")
    if rejects:
        write_rejects(path, rejects)
        rows = "1 row is" if len(rejects) == 1 else f"{len(rejects)} rows are"
        note(f"{rows} rejected and written to {path}. Correct and sync that file.")


def _known_numbers(client: Callers, campaign_id: str) -> set[str]:
    contacts = tracked(client.contacts.list(campaign_id), "Contacts of the campaign")
    return {_digits(contact.phone_number) for contact in contacts}


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _question(client: Callers, campaign_id: str, count: int) -> str:
    from campaignkit import CampaignKitError

    people = "1 contact" if count == 1 else f"{count} contacts"
    try:
        campaign = client.campaigns.get(campaign_id)
    except CampaignKitError:
        return f"Create or update {people} in campaign {campaign_id}? It may call them."
    state = "It is active and may call them at once." if campaign.active else "It may call them."
    return f"Create or update {people} in campaign {campaign.name!r}? {state}"


def _write_contacts(contacts: Sequence[Contact], options: OutputOptions) -> None:
    """Write what would be sent."""
    from ..output import write_items

    rows = [
        {
            "line": contact.line,
            "name": contact.name,
            "phoneNumber": contact.phone_number,
            "data": contact.data,
        }
        for contact in contacts
    ]
    write_items(rows, options)


def send(
    client: Callers,
    campaign_id: str,
    contacts: Sequence[Contact],
    plan: Plan,
    journal: Journal,
    options: OutputOptions,
) -> int:
    """Send each contact once; write the result of each."""
    from campaignkit_operations.entries import find_entry

    from ..failures import report_failure
    from ..output import write_items
    from .contact_writes import send_rows

    rows, done, error = send_rows(client, campaign_id, contacts, journal)
    write_items(rows, options)
    note(f"{done} of {len(contacts)} contacts are done; {plan.done} were done before.")
    if isinstance(error, KeyboardInterrupt):
        note("Interrupted. The last batch may have been applied; run the same command again.")
        return ExitCode.UNKNOWN
    if error is not None:
        code = report_failure(error, entry=find_entry("callers_contacts_create_bulk"))
        note("The same command sends what is missing.")
        return ExitCode.PARTLY_FAILED if done else code
    journal.remove()
    return plan.code


sync = click.Command(
    "sync",
    params=[
        click.Argument(["campaign_id"], shell_complete=complete_ids("callers", "campaign_id")),
        click.Argument(["file"], type=click.Path(), metavar="CONTACTS.CSV"),
        click.Option(
            ["mapping", "--map"],
            multiple=True,
            metavar="COLUMN=FIELD",
            help="Field of a column: name, phone_number, timezone, or a variable of the campaign."
            " Without a field, the column is left out. Can be repeated.",
        ),
        click.Option(
            ["region", "--region"], metavar="US", help="Country of numbers without country code."
        ),
        click.Option(
            ["rejects", "--rejects"],
            type=click.Path(),
            metavar="FILE",
            help="File for rows that are not valid, to correct and sync. The default is"
            " rejects.csv.",
        ),
        click.Option(["is_dry_run", "--dry-run"], is_flag=True, help="Check only; send nothing."),
        yes_parameter(),
        *output_parameters(),
        *connection_parameters(),
    ],
    callback=_sync,
    help="Create or update the contacts of a CSV file in a campaign of Callers.ai. Each row is"
    " checked first. After an interruption, the same command sends what is missing.",
)

contacts = LazyGroup(
    "contacts",
    "Contacts of campaigns of Callers.ai.",
    {"sync": ("Create or update the contacts of a CSV file.", lambda: sync)},
)
