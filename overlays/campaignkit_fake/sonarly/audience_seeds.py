"""The seeded audiences, and what is known of the people in them."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import NamedTuple

from ..engine.records import JSON
from ..state.seeds import START, instant

KINDS = ("on_demand", "monitoring")

_FIRST_SIZE = 40  # leads of a group's first audience, those of its first campaign among them
_SIZE = 16
_NAMES = ("Founders", "CFOs", "Heads of sales", "Recruiters", "Plant managers", "Event guests")

_FIRST_NAMES = ("Avery", "Noa", "Jürgen", "Léa", "Tomasz", "Ines", "Sam", "Yael")
_LAST_NAMES = ("Stone", "Levi", "Weiß", "Moreau", "Nowak", "Silva", "Okafor")
_HEADLINES = ("Founder", "Head of sales", "Builds plants", "Hires engineers")
_COMPANIES = ("Acme", "Globex", "Initech", "Umbrella & Söhne")
_INDUSTRIES = ("Software", "Machines", "Logistics")


class Seeded(NamedTuple):
    """An audience to begin with."""

    name: str
    description: str | None
    kind: str
    created_at: str
    lead_ids: list[str]


def audiences(random: Random, lead_ids: list[str]) -> Iterator[Seeded]:
    """Yield the audiences of an account group; together they hold all of its leads."""
    chunks = [lead_ids[:_FIRST_SIZE], *_chunks(lead_ids[_FIRST_SIZE:])]
    for number, (name, chunk) in enumerate(zip(_NAMES, chunks, strict=True)):
        yield Seeded(
            name=name,
            description=random.choice((None, f"{name} that may need us")),
            kind=KINDS[number % 3 == 2],
            created_at=instant(START - timedelta(days=random.randrange(1, 90))),
            lead_ids=chunk,
        )


def _chunks(lead_ids: list[str]) -> list[list[str]]:
    return [lead_ids[begin : begin + _SIZE] for begin in range(0, len(lead_ids), _SIZE)]


def prospect(salt: float, lead_id: str) -> JSON:
    """Return what is known of a lead; it is the same for the same salt."""
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
