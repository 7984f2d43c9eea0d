"""Content that waits for approval: checking and keeping it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from campaignkit_operations.pending import Pending
from campaignkit_operations.profiles import cache_folder, write_private

from ..exit_codes import CommandError
from ..values import open_text

if TYPE_CHECKING:
    from campaignkit import Sonarly

    from ..session import Session


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
