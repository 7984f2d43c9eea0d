"""Leads of a campaign: of a file, of an audience, or of all audiences of the account group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import click

from ..values import open_text
from .progress import tracked

if TYPE_CHECKING:
    from campaignkit import Sonarly
    from campaignkit.models import CampaignLeadStatus

NOT_IN_CAMPAIGN = "not_in_campaign"


def lead_options() -> list[click.Option]:
    """Return the options that say which leads are meant."""
    return [
        click.Option(["audience", "--audience"], metavar="ID", help="Only leads of this audience."),
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
    if audience:
        return _ids_of_audience(client, group_id, audience)
    audiences = (audience.id for audience in client.audiences.list(group_id))
    return unique(
        lead_id
        for audience_id in audiences
        for lead_id in _ids_of_audience(client, group_id, audience_id)
    )


def unique(ids: Iterable[str]) -> Iterator[str]:
    """Yield each ID once."""
    seen: set[str] = set()
    for lead_id in ids:
        if lead_id not in seen:
            seen.add(lead_id)
            yield lead_id


def _ids_of_file(name: str) -> Iterator[str]:
    for line in open_text(name):
        if lead_id := line.strip():
            yield lead_id


def _ids_of_audience(client: Sonarly, group_id: str, audience_id: str) -> Iterator[str]:
    for prospect in client.audiences.prospects(group_id, audience_id):
        yield prospect.id


def statuses(
    client: Sonarly, group_id: str, campaign_id: str, ids: Sequence[str] | Iterator[str]
) -> Iterator[CampaignLeadStatus]:
    """Yield the status of each lead that is in the campaign."""
    rows = client.campaigns.lead_status(group_id, campaign_id, lead_ids=ids)
    return (row for row in rows if row.workflow_status != NOT_IN_CAMPAIGN)


def first_statuses(
    client: Sonarly, group_id: str, campaign_id: str, ids: Iterator[str], count: int
) -> list[CampaignLeadStatus]:
    """Return the statuses of the leads of a campaign; stop as soon as all have been found.

    Args:
        client: Client of Sonarly.
        group_id: ID of the account group.
        campaign_id: ID of the campaign.
        ids: Leads that may be in the campaign.
        count: Number of leads of the campaign.
    """
    found = statuses(client, group_id, campaign_id, unique(ids))
    return list(tracked(islice(found, count), "Leads of the campaign", count))
