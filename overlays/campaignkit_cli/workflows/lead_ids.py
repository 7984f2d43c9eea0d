"""Leads of a campaign: of a file, of an audience, or of all audiences of the account group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from campaignkit_operations.leads import audience_lead_ids

from ..positional import complete_ids
from ..values import open_text

if TYPE_CHECKING:
    from campaignkit import Sonarly


def lead_options() -> list[click.Option]:
    """Return the options that say which leads are meant."""
    return [
        click.Option(
            ["audience", "--audience"],
            metavar="ID",
            shell_complete=complete_ids("sonarly", "audience_id"),
            help="Only leads of this audience.",
        ),
        click.Option(
            ["ids_file", "--ids"],
            type=click.Path(allow_dash=True),
            metavar="FILE",
            help="Only the leads in a file, one ID a line.",
        ),
    ]


def check_leads(audience: str | None, ids_file: str | None) -> None:
    """Check the options that say which leads are meant, before anything is sent.

    Raises:
        click.UsageError: Both an audience and a file are given, or the file cannot be read.
    """
    if audience and ids_file:
        raise click.UsageError("--audience and --ids exclude each other.")
    if ids_file and ids_file != "-":
        next(_ids_of_file(ids_file), None)


def lead_ids(
    client: Sonarly, group_id: str, *, audience: str | None, ids_file: str | None
) -> Iterator[str]:
    """Yield lead IDs as they are needed; an ID of several audiences comes once.

    Args:
        client: Client of Sonarly.
        group_id: ID of the account group.
        audience: ID of an audience; None for all audiences.
        ids_file: File with an ID a line, in the place of audiences.

    Raises:
        click.UsageError: Both an audience and a file are given, or the file cannot be read.
    """
    check_leads(audience, ids_file)
    if ids_file:
        return _ids_of_file(ids_file)
    return audience_lead_ids(client, group_id, audience)


def _ids_of_file(name: str) -> Iterator[str]:
    for line in open_text(name):
        if lead_id := line.strip():
            yield lead_id
