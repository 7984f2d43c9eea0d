"""Who the leads are, as far as other providers know them."""

from random import Random

from ._bodies import Refusal
from ._records import DOCUMENTED_ID, JSON, Key, make_id
from ._scope import Arguments, account_group_id
from ._store import Store

_FIRST = ("Ada", "Bruno", "Chloé", "Dov", "Elif", "Freja", "Goran", "Hana")
_LAST = ("Adeyemi", "Berg", "Costa", "Dubois", "Eriksen", "Fischer", "Großmann", "Horák")
_COMPANIES = ("Acme", "Globex", "Initech", "Umbrella", "Stark & Söhne", "Wayne")
_TITLES = ("Founder", "CFO", "Head of sales", "Recruiter", "Plant manager")

# Two prospects of the first account group are the same person.
_DOUBLED = frozenset({DOCUMENTED_ID, make_id("1e", 1)})


def _provider_id(lead_id: str) -> str:
    """Return what another provider calls the person behind a lead."""
    return DOCUMENTED_ID if lead_id in _DOUBLED else f"urn-{lead_id}"


def _match(seed: int, lead_id: str) -> JSON:
    """Return what a lookup shows of a lead."""
    person = _provider_id(lead_id)
    random = Random(f"{seed} {person}")  # noqa: S311 - made-up data, no secrets
    name = f"{random.choice(_FIRST)} {random.choice(_LAST)}"
    slug = f"{name.split()[0].lower()}-{person[-6:]}"
    is_known = random.random() < 0.9
    return {
        "prospectId": lead_id,
        "personId": DOCUMENTED_ID if person == DOCUMENTED_ID else f"9e{lead_id[2:]}",
        "publicIdentifier": slug,
        "linkedinUrl": f"https://linkedin.example.com/in/{slug}",
        "name": name,
        "companyName": random.choice(_COMPANIES) if is_known else None,
        "title": random.choice(_TITLES) if is_known else None,
    }


def prospects_by_provider_id(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return every lead of the account group whom a provider knows by the id."""
    group_id = account_group_id(key, arguments)
    wanted = arguments["providerId"]
    if not wanted.strip():
        raise Refusal(422, "The id is blank.", details=[("providerId", "is blank")])
    leads = [
        lead_id
        for lead_id, lead in store.leads.items()
        if lead.account_group_id == group_id and _provider_id(lead_id) == wanted
    ]
    resolutions = {0: "none", 1: "single"}
    return {
        "providerId": wanted,
        "resolution": resolutions.get(len(leads), "multiple"),
        "matches": [_match(store.seed, lead_id) for lead_id in leads],
    }


RULES = {"sonarly_prospecting_prospects_by_provider_id": prospects_by_provider_id}
