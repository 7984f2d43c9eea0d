"""Seeded campaigns of Sonarly: their fields, leads and workflows."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from ..engine.times import START, iso_millis
from ..engine.types import JSON
from ..state.seeds import PLACES, ROUNDS
from .leads import Lead
from .workflow import ACTIVE_STATUSES, STEPS, lead_row

__all__ = ["FREE_LEADS", "campaign_fields", "campaign_kinds", "complete_rows", "seeded_row"]

FREE_LEADS = 25
"""Number of leads of each account group that are in no campaign."""

# The first campaign of every account group is a draft with leads, for every seed.
_LATER_CAMPAIGNS = ["draft"] * 21 + ["empty draft"] * 4 + ["active"] * 22
_TARGETS = (
    "founders",
    "CFOs",
    "heads of sales",
    "Geschäftsführer",
    "recruiters",
    "plant managers",
)


def campaign_kinds(random: Random) -> list[str]:
    """Return the kinds of the campaigns of an account group, in the order of their creation."""
    return ["draft", *random.sample(_LATER_CAMPAIGNS, len(_LATER_CAMPAIGNS))]


def campaign_fields(random: Random, campaign_id: str, is_active: bool, lead_count: int) -> JSON:
    """Return the fields of a campaign in responses."""
    created = START - timedelta(seconds=random.randrange(86_400, 120 * 86_400))
    changed = created + timedelta(seconds=random.randrange(3_600, 86_400))
    name = f"{random.choice(ROUNDS)}: {random.choice(_TARGETS)}, {random.choice(PLACES)}"
    is_held_back = is_active and random.random() < 0.2
    return {
        "id": campaign_id,
        "name": name,
        "description": random.choice((None, f"Outreach to {lead_count} people")),
        "status": "active" if is_active else "draft",
        "selectedLeadCount": lead_count,
        "includeConversationHistory": random.random() < 0.5,
        "autoCancelOnMessageReceived": random.random() < 0.7,
        "outreachLanguage": random.choice(("en", "de", "fr", "pt", "he")),
        "createdAt": iso_millis(created),
        "updatedAt": iso_millis(changed),
        "startedAt": iso_millis(changed) if is_active else None,
        "rateLimitedUntil": iso_millis(START + timedelta(hours=1)) if is_held_back else None,
    }


def seeded_row(random: Random, lead_id: str, lead: Lead, instance_ids: Iterator[str]) -> JSON:
    """Return the row of a lead in an active campaign."""
    if not lead.is_eligible:
        return lead_row(lead_id, "not_eligible")
    status = random.choice(("pending", "waiting", "completed", "stopped"))
    return lead_row(
        lead_id,
        status,
        next(instance_ids),
        step=None if status == "pending" else random.choice(STEPS),
        stop_reason="CONTENT_DISCARDED" if status == "stopped" else None,
        has_pending_approval=status == "waiting" and random.random() < 0.5,
    )


def complete_rows(rows: dict[str, JSON], lead_ids: list[str]) -> None:
    """Complete the running workflows of these leads."""
    for lead_id in lead_ids:
        if lead_id in rows and rows[lead_id]["workflowStatus"] in ACTIVE_STATUSES:
            instance_id = rows[lead_id]["workflowInstanceId"]
            rows[lead_id] = lead_row(lead_id, "completed", instance_id, STEPS[-1])
