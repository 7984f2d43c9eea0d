"""Following of a campaign: the status of its leads, until nothing moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from campaignkit_operations.leads import statuses
from campaignkit_operations.snapshots import ENDED, Snapshot, take_snapshot

from ..streams import note

if TYPE_CHECKING:
    from campaignkit import Sonarly
    from campaignkit.models import CampaignLeadStatus
    from campaignkit_runtime.clock import Clock

    from .snapshots import View


class FollowOptions(NamedTuple):
    """Options of following a campaign."""

    until: tuple[str, ...] = ENDED
    """Ends when every lead has one of these statuses."""
    timeout: float | None = None
    """Seconds after which it ends; None for no limit."""
    interval: float = 15.0
    """Seconds between two reads."""
    idle: int = 20
    """Ends after so many reads without a change."""


class Target(NamedTuple):
    """Campaign that is followed."""

    group_id: str
    campaign_id: str
    name: str


def follow(
    client: Sonarly,
    target: Target,
    first: Sequence[CampaignLeadStatus],
    view: View,
    options: FollowOptions,
    clock: Clock,
) -> Snapshot:
    """Show the leads of a campaign by status until it ends; return the last snapshot.

    Args:
        client: Client of Sonarly.
        target: The campaign.
        first: Statuses that are known already.
        view: Place where each change is shown.
        options: When it ends.
        clock: Clock of the waits.
    """
    ids = [row.lead_id for row in first]
    snapshot = take_snapshot(first)
    view.show(snapshot)
    unchanged, end = 0, None if options.timeout is None else clock.monotonic() + options.timeout
    while not _has_ended(snapshot, options) and unchanged < options.idle:
        if end is not None and clock.monotonic() + options.interval > end:
            note(f"The time of {options.timeout:g} seconds is over.")
            break
        clock.sleep(options.interval)
        fresh = take_snapshot(statuses(client, target.group_id, target.campaign_id, ids))
        unchanged = unchanged + 1 if fresh == snapshot else 0
        if not unchanged:
            view.show(fresh)
        snapshot = fresh
    return snapshot


def _has_ended(snapshot: Snapshot, options: FollowOptions) -> bool:
    return snapshot.count(options.until) == snapshot.leads
