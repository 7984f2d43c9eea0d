"""Campaigns of Callers.ai and their groups."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Self

from ..engine.context import Context, Rule
from ..engine.errors import ApiError
from ..engine.ids import ORGANIZATIONS, make_id, numbered_id
from ..engine.times import START, iso_millis
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import PLACES, ROUNDS, Seeds
from .organizations import Organizations, check_sub_organization, find_owned, may_see

__all__ = ["RULES", "CallersCampaigns", "CampaignGroups", "campaign_of"]

_CAMPAIGNS = 40
_GROUPS = ("Inbound", "Outbound")
_EMAIL_PARAMS: JSON = {
    "outboundConnectionIds": [make_id("e0", 0), make_id("e0", 1)],
    "inboundConnectionIds": [make_id("e1", 0)],
    "followUpIntervalMinutes": 1_440,
    "followUpDelayMinutes": 30,
    "fallbackEnabled": True,
    "retryFollowUp": False,
    "signature": "Best regards, Ada",
    "signatureName": "Ada",
    "defaultSubject": "Your demo",
    "timezone": "Europe/Berlin",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class CampaignGroups(Collection[JSON]):
    """Campaign groups of all organizations."""

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the groups; every organization has the same two."""
        groups = cls()
        for owner, organization_id in enumerate(ORGANIZATIONS):
            for group, name in enumerate(_GROUPS):
                group_id = _group_id(owner, group)
                groups.by_id[group_id] = {
                    "id": group_id,
                    "name": name,
                    "organizationId": organization_id,
                }
        return groups


class CallersCampaigns(Collection[JSON]):
    """Campaigns of all organizations; some are in a campaign group, some in none."""

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the campaigns that a fake begins with."""
        campaigns = cls()
        for number in range(_CAMPAIGNS):
            campaign = _new_campaign(seeds.common, number)
            campaigns.by_id[campaign["id"]] = campaign
        return campaigns


def _group_id(owner: int, group: int) -> str:
    return numbered_id("c9", owner * len(_GROUPS) + group)


def _new_campaign(random: Random, number: int) -> JSON:
    owner = number % len(ORGANIZATIONS)
    is_incoming = random.random() < 0.3
    group = random.choice((None, 0, 1))
    started = START - timedelta(seconds=random.randrange(86_400, 60 * 86_400))
    has_started, is_complete = random.random() < 0.7, random.random() < 0.3
    completed = iso_millis(started + timedelta(days=1)) if has_started and is_complete else None
    campaign: JSON = {
        "id": numbered_id("cc", number),
        "name": f"{random.choice(ROUNDS)} calls, {random.choice(PLACES)}",
        "active": not is_complete,
        "firstInteractionAt": iso_millis(started) if has_started else None,
        "completedAt": completed,
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
        campaign["emailParams"] = {"followUpAttempts": random.randint(0, 3), **_EMAIL_PARAMS}
    return campaign


def campaign_of(context: Context) -> JSON:
    """Return the campaign of a call, if the key may see it."""
    campaigns = context.store[CallersCampaigns].by_id
    return find_owned(context, campaigns, context.arguments["campaignId"], "campaign")


def list_campaigns(context: Context) -> list[JSON]:
    """Return the campaigns of an organization, or only those of one campaign group."""
    organization_id = _organization_id(context)
    group_id = context.arguments.get("campaignGroupId")
    return [
        campaign
        for campaign in context.store[CallersCampaigns].by_id.values()
        if campaign["organizationId"] == organization_id
        and group_id in (None, campaign["campaignGroupId"])
    ]


def _organization_id(context: Context) -> str:
    check_sub_organization(context)
    organization_id: str = context.arguments["organizationId"]
    if organization_id not in context.store[Organizations].by_id:
        raise ApiError(404, "The organization does not exist.")
    if not may_see(context, organization_id):
        raise ApiError(403, "The key has no access to this organization.")
    return organization_id


def get_group(context: Context) -> JSON:
    """Return one campaign group."""
    check_sub_organization(context)
    group = context.store[CampaignGroups].by_id.get(context.arguments["campaignGroupId"])
    # By the document, a group of another organization is a 404 too.
    if group is None or not may_see(context, group["organizationId"]):
        raise ApiError(404, "The organization has no such campaign group.")
    return {name: group[name] for name in ("id", "name")}


RULES: Mapping[str, Rule] = {
    "callers_campaigns_list": list_campaigns,
    "callers_campaigns_get": campaign_of,
    "callers_campaign_groups_get": get_group,
}
