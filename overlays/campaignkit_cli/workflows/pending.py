"""Content that waits for approval: finding, checking and keeping it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..exit_codes import CommandError
from ..profiles import cache_folder, write_private
from ..values import open_text
from .lead_ids import lead_ids, unique

if TYPE_CHECKING:
    from campaignkit import Sonarly
    from campaignkit.models import Campaign

    from ..session import Session

_DRAFT = "draft"
_CHUNK = 800  # leads whose statuses are requested together


class Pending(NamedTuple):
    """Content for one lead that waits for approval."""

    group_id: str
    campaign_id: str
    campaign: str
    lead_id: str
    instance_id: str
    step: str


def find_pending(
    client: Sonarly,
    group_id: str,
    campaign_id: str | None,
    *,
    audience: str | None,
    ids_file: str | None,
) -> Iterator[Pending]:
    """Yield what waits in a campaign, or in all campaigns of an account group.

    Args:
        client: Client of Sonarly.
        group_id: ID of the account group.
        campaign_id: ID of the campaign; None for all.
        audience: ID of an audience with the leads; None for all audiences.
        ids_file: File with the IDs of the leads, in the place of audiences.
    """
    if campaign_id is None:
        all_campaigns = client.campaigns.list(group_id)
        campaigns = [item for item in all_campaigns if item.status != _DRAFT]
    else:
        campaigns = [client.campaigns.get(group_id, campaign_id)]
    ids = unique(lead_ids(client, group_id, audience=audience, ids_file=ids_file))
    while chunk := list(islice(ids, _CHUNK)):
        for campaign in campaigns:
            yield from _pending_of(client, group_id, campaign, chunk)


def _pending_of(
    client: Sonarly, group_id: str, campaign: Campaign, ids: Sequence[str]
) -> Iterator[Pending]:
    for row in client.campaigns.lead_status(group_id, campaign.id, lead_ids=ids):
        if row.has_pending_approval and row.workflow_instance_id:
            yield Pending(
                group_id,
                campaign.id,
                campaign.name,
                row.lead_id,
                row.workflow_instance_id,
                row.latest_step or "",
            )


def still_pending(client: Sonarly, items: Sequence[Pending]) -> set[Pending]:
    """Return the items that still wait, at the same step of the same instance."""
    found: set[Pending] = set()
    for group_id, campaign_id in dict.fromkeys((item.group_id, item.campaign_id) for item in items):
        own = [item for item in items if item[:2] == (group_id, campaign_id)]
        known = {(item.lead_id, item.instance_id, item.step): item for item in own}
        ids = [item.lead_id for item in own]
        for row in client.campaigns.lead_status(group_id, campaign_id, lead_ids=ids):
            key = (row.lead_id, row.workflow_instance_id or "", row.latest_step or "")
            if row.has_pending_approval and key in known:
                found.add(known[key])
    return found


def save_list(session: Session, items: Iterable[Pending]) -> None:
    """Keep a list, so that its numbers mean the same people later."""
    write_private(_list_path(session), as_lines(items))


def load_list(session: Session) -> list[Pending]:
    """Return the last list of this profile."""
    path = _list_path(session)
    if not path.exists():
        raise CommandError("Numbers need a list. Run `campaignkit approvals list` first.")
    return load_file(str(path))


def load_file(name: str) -> list[Pending]:
    """Return the items of a file."""
    try:
        return [Pending(**json.loads(line)) for line in open_text(name) if line.strip()]
    except (TypeError, ValueError):
        raise CommandError(f"{name} is not a list of approvals.") from None


def as_lines(items: Iterable[Pending]) -> str:
    """Return items as JSON lines."""
    return "".join(json.dumps(item._asdict(), ensure_ascii=False) + "\n" for item in items)


def _list_path(session: Session) -> Path:
    return cache_folder(session.environment) / f"approvals-{session.profile}.jsonl"
