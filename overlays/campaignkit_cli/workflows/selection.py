"""Selection of content that waits for approval, by the options of a command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from ..exit_codes import CommandError
from .progress import tracked

if TYPE_CHECKING:
    from campaignkit import Sonarly
    from campaignkit_operations.pending import Pending

    from ..session import Session


def scope(session: Session, ids: Sequence[str]) -> tuple[str, str | None]:
    """Return the account group, and the campaign or None for all campaigns."""
    if len(ids) > 2:
        raise click.UsageError(f"Got unexpected extra argument ({ids[2]}).")
    default = session.default_of("account_group_id", "sonarly")
    if not ids and default:
        return default, None
    if not ids:
        raise click.UsageError("Missing argument 'ACCOUNT_GROUP_ID'.")
    return ids[0], ids[1] if len(ids) == 2 else None


def select(session: Session, client: Sonarly, values: Mapping[str, Any]) -> list[Pending]:
    """Return the items that the options choose."""
    from campaignkit_operations.leads import unique
    from campaignkit_operations.pending import find_pending

    from .lead_ids import lead_ids
    from .pending import load_file, load_list

    ways = [name for name in ("is_all", "numbers", "leads", "source") if values[name]]
    if len(ways) != 1:
        raise click.UsageError("Choose with one of --all, --number, --lead and --from.")
    if values["source"]:
        items = load_file(values["source"])
    elif values["numbers"]:
        listed = load_list(session)
        if (largest := max(values["numbers"])) > len(listed):
            raise CommandError(f"--number must be at most {len(listed)}, got {largest}.")
        items = [listed[number - 1] for number in dict.fromkeys(values["numbers"])]
    else:
        group_id, campaign_id = scope(session, values["ids"])
        possible = lead_ids(
            client, group_id, audience=values["audience"], ids_file=values["ids_file"]
        )
        waiting = find_pending(client, group_id, campaign_id, unique(possible))
        items = list(tracked(waiting, "Approvals"))
        if values["leads"]:
            items = [item for item in items if item.lead_id in values["leads"]]
    steps = values["steps"]
    return [item for item in items if not steps or item.step in steps]
