"""The data a fresh fake holds. Ids are counted; names, statuses and relations follow the seed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

from ..engine.records import (
    ACCOUNT_GROUPS,
    BUSY,
    DOCUMENTED_ID,
    JSON,
    ORGANIZATIONS,
    Campaign,
    Ids,
    Lead,
    Organization,
    lead_row,
    make_id,
)

START = datetime(2026, 5, 1, 12, tzinfo=UTC)

_LEADS_PER_GROUP = 120
_CALLERS_CAMPAIGNS = 40
# The first campaign of every account group is a draft with leads, whatever the seed.
_LATER_CAMPAIGNS = ["draft"] * 21 + ["empty draft"] * 4 + ["active"] * 22

_ROUNDS = ("Spring", "Summer", "Autumn", "Winter", "Q1", "Q2", "Q3", "Q4")
_AUDIENCES = (
    "founders",
    "CFOs",
    "heads of sales",
    "Geschäftsführer",
    "recruiters",
    "plant managers",
)
_PLACES = ("Berlin", "Zürich", "São Paulo", "Austin", "Kraków", "Lyon", "תל אביב")
STEPS = ("connection_request", "direct_message", "inmail", "follow_up")
"""What a workflow does, one after the other."""

_FREE = 25  # leads of each account group that no campaign is busy with
_GROUPS = ("Inbound", "Outbound")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def instant(moment: datetime) -> str:
    """Return ISO 8601 in UTC with milliseconds, as Sonarly's pages print instants."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def account_groups(random: Random) -> dict[str, str]:
    """Return the names of the account groups by id."""
    places = random.sample(_PLACES, len(ACCOUNT_GROUPS))
    return {
        group_id: f"{place} Growth" for group_id, place in zip(ACCOUNT_GROUPS, places, strict=True)
    }


def leads(random: Random) -> dict[str, Lead]:
    """Return the leads by id; every account group has its own, one in ten is not eligible."""
    held = {
        make_id("1e", number): Lead(
            ACCOUNT_GROUPS[number // _LEADS_PER_GROUP], random.random() > 0.1
        )
        for number in range(1, len(ACCOUNT_GROUPS) * _LEADS_PER_GROUP)
    }
    return {DOCUMENTED_ID: Lead(ACCOUNT_GROUPS[0], is_eligible=True), **held}


def campaigns(
    random: Random, leads: dict[str, Lead], instance_ids: Iterator[str]
) -> dict[str, Campaign]:
    """Return the Sonarly campaigns by id, in the order of their making."""
    ids = Ids("ca")
    held = {}
    for group_id in ACCOUNT_GROUPS:
        own = [lead_id for lead_id, lead in leads.items() if lead.account_group_id == group_id]
        for kind in ("draft", *random.sample(_LATER_CAMPAIGNS, len(_LATER_CAMPAIGNS))):
            campaign_id = next(ids)
            is_documented = campaign_id == DOCUMENTED_ID
            lead_ids = [] if kind == "empty draft" else random.sample(own, random.randint(3, 30))
            if is_documented:
                # The documents print a campaign of 25 leads with a manual workflow.
                lead_ids = own[:_FREE]
            held[campaign_id] = Campaign(
                account_group_id=group_id,
                fields=_campaign_fields(random, campaign_id, kind == "active", len(lead_ids)),
                is_manual=is_documented or random.random() < 0.6,
                lead_ids=lead_ids,
            )
            if kind == "active":
                held[campaign_id].lead_rows = {
                    lead_id: _row(random, lead_id, leads[lead_id], instance_ids)
                    for lead_id in lead_ids
                }
                _complete(held[campaign_id].lead_rows, own[:_FREE])
    return held


def _complete(rows: dict[str, JSON], lead_ids: list[str]) -> None:
    """End what a campaign is busy with, for these leads."""
    for lead_id in lead_ids:
        if lead_id in rows and rows[lead_id]["workflowStatus"] in BUSY:
            instance_id = rows[lead_id]["workflowInstanceId"]
            rows[lead_id] = lead_row(lead_id, "completed", instance_id, STEPS[-1])


def _campaign_fields(random: Random, campaign_id: str, is_active: bool, lead_count: int) -> JSON:
    created = START - timedelta(seconds=random.randrange(86_400, 120 * 86_400))
    changed = created + timedelta(seconds=random.randrange(3_600, 86_400))
    name = f"{random.choice(_ROUNDS)}: {random.choice(_AUDIENCES)}, {random.choice(_PLACES)}"
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
        "createdAt": instant(created),
        "updatedAt": instant(changed),
        "startedAt": instant(changed) if is_active else None,
        "rateLimitedUntil": instant(START + timedelta(hours=1)) if is_held_back else None,
    }


def _row(random: Random, lead_id: str, lead: Lead, instance_ids: Iterator[str]) -> JSON:
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


def organizations(random: Random) -> dict[str, Organization]:
    """Return the Callers.ai organizations by id; the second is a sub organization of the first."""
    main_ids = (None, ORGANIZATIONS[0], None)
    created = instant(START - timedelta(days=365))
    return {
        organization_id: Organization(f"{random.choice(_PLACES)} Calls", main_id, created)
        for organization_id, main_id in zip(ORGANIZATIONS, main_ids, strict=True)
    }


def campaign_groups() -> dict[str, JSON]:
    """Return the campaign groups by id; every organization has the same two."""
    return {
        (group_id := _group_id(owner, group)): {
            "id": group_id,
            "name": name,
            "organizationId": organization_id,
        }
        for owner, organization_id in enumerate(ORGANIZATIONS)
        for group, name in enumerate(_GROUPS)
    }


def _group_id(owner: int, group: int) -> str:
    return make_id("c9", owner * len(_GROUPS) + group) if owner or group else DOCUMENTED_ID


def callers_campaigns(random: Random) -> list[JSON]:
    """Return the campaigns of all organizations; two campaign groups each, some in none."""
    return [_callers_campaign(random, number) for number in range(_CALLERS_CAMPAIGNS)]


def _callers_campaign(random: Random, number: int) -> JSON:
    owner = number % len(ORGANIZATIONS)
    is_incoming = random.random() < 0.3
    group = random.choice((None, 0, 1))
    begun = START - timedelta(seconds=random.randrange(86_400, 60 * 86_400))
    has_begun, is_complete = random.random() < 0.7, random.random() < 0.3
    campaign: JSON = {
        "id": make_id("cc", number) if number else DOCUMENTED_ID,
        "name": f"{random.choice(_ROUNDS)} calls, {random.choice(_PLACES)}",
        "active": not is_complete,
        "firstInteractionAt": instant(begun) if has_begun else None,
        "completedAt": instant(begun + timedelta(days=1)) if has_begun and is_complete else None,
        "callParams": {
            # Numbers set aside for fiction.
            "phonesFrom": [f"+120255501{random.randrange(100):02}"],
            "timezone": random.choice(("Europe/Berlin", "America/New_York")),
            "daysOfWeek": list(_DAYS[: random.randint(1, len(_DAYS))]),
            "language": random.choice(("en", "de", "pt")),
            "approvedCountries": random.choice((["US"], ["DE", "CH"], [])),
        },
        "organizationId": ORGANIZATIONS[owner],
        "webhooks": random.choice(([], ["https://hooks.example.com/campaigns"])),
        "slackUrl": "https://hooks.example.com/slack",
        "isIncoming": is_incoming,
        "variables": random.sample(("firstName", "company", "city"), random.randint(0, 3)),
        "campaignGroupId": None if group is None else _group_id(owner, group),
        "campaignGroupName": None if group is None else _GROUPS[group],
    }
    if is_incoming:
        campaign["incomingPhoneNumber"] = campaign["callParams"]["phonesFrom"][0]
    if random.random() < 0.5:
        campaign["pauseNewChats"] = random.random() < 0.2
        campaign["emailParams"] = {
            "followUpAttempts": random.randint(0, 3),
            "fallbackEnabled": True,
        }
    return campaign
