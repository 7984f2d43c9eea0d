"""Leads: the people of the account groups, and the facts about them."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Self

from ..engine.ids import ACCOUNT_GROUPS, SAMPLE_ID, make_id
from ..engine.types import JSON
from ..state.collection import AccountGroupCollection
from ..state.seeds import Seeds

__all__ = ["Lead", "Leads", "describe_prospect", "provider_id"]

_LEADS_PER_GROUP = 120
# An ID of a provider belongs to two leads of the first account group.
_SHARED_PROVIDER_ID = frozenset({SAMPLE_ID, make_id("1e", 1)})

_FIRST_NAMES = ("Avery", "Noa", "Jürgen", "Léa", "Tomasz", "Ines", "Sam", "Yael")
_LAST_NAMES = ("Stone", "Levi", "Weiß", "Moreau", "Nowak", "Silva", "Okafor")
_HEADLINES = ("Founder", "Head of sales", "Builds plants", "Hires engineers")
_COMPANIES = ("Acme", "Globex", "Initech", "Umbrella & Söhne")
_INDUSTRIES = ("Software", "Machines", "Logistics")


@dataclass(frozen=True)
class Lead:
    """Person of one account group."""

    account_group_id: str
    is_eligible: bool


class Leads(AccountGroupCollection[Lead]):
    """Leads of all account groups."""

    noun = "prospect"

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the leads; every account group has its own, one in ten is not eligible."""
        leads = cls()
        # Equal leads are one object, which makes a reset faster.
        new_lead = cache(Lead)
        leads.by_id[SAMPLE_ID] = new_lead(ACCOUNT_GROUPS[0], True)
        for number in range(1, len(ACCOUNT_GROUPS) * _LEADS_PER_GROUP):
            group_id = ACCOUNT_GROUPS[number // _LEADS_PER_GROUP]
            leads.by_id[make_id("1e", number)] = new_lead(group_id, seeds.common.random() > 0.1)
        return leads

    def ids_of_group(self, group_id: str) -> list[str]:
        """Return the IDs of the leads of an account group."""
        leads = self.by_id.items()
        return [lead_id for lead_id, lead in leads if lead.account_group_id == group_id]


def provider_id(lead_id: str) -> str:
    """Return the ID that LinkedIn has for a lead."""
    return SAMPLE_ID if lead_id in _SHARED_PROVIDER_ID else f"urn-{lead_id}"


def describe_prospect(salt: float, lead_id: str) -> JSON:
    """Return made-up facts about a lead, which depend on the salt only."""
    random = Random(f"{salt} {lead_id}")  # noqa: S311 - made-up data, no secrets
    first, last = random.choice(_FIRST_NAMES), random.choice(_LAST_NAMES)
    handle = f"{first}-{last}-{lead_id[-4:]}".lower()
    return {
        "id": lead_id,
        "firstName": first,
        "lastName": last,
        "name": f"{first} {last}",
        "headline": random.choice((None, *_HEADLINES)),
        "about": random.choice((None, "Ask me about anything.")),
        "photoUrl": random.choice((None, f"https://example.com/photos/{handle}")),
        "linkedinUrl": f"https://example.com/in/{handle}",
        "publicIdentifier": handle,
        "company": _company(random) if random.random() < 0.8 else None,
    }


def _company(random: Random) -> JSON:
    name = random.choice(_COMPANIES)
    identifier = name.partition(" ")[0].lower()
    return {
        "name": name,
        "linkedinIdentifier": identifier,
        "linkedinUrl": f"https://example.com/company/{identifier}",
        "industry": random.choice(_INDUSTRIES),
        "website": random.choice((None, f"https://{identifier}.example.com")),
    }
