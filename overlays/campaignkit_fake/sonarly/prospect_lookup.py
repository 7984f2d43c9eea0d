"""Who the leads are for other providers. No HTTP here."""

from ..engine.access import Arguments, account_group_id
from ..engine.records import DOCUMENTED_ID, JSON, Key, provider_id
from ..engine.responses import Refusal
from ..state.store import Store
from .audience_seeds import prospect

_RESOLUTIONS = {0: "none", 1: "single"}


def prospects_by_provider_id(store: Store, key: Key, arguments: Arguments) -> JSON:
    """Return every lead of the account group whom a provider knows by the id."""
    group_id = account_group_id(key, arguments)
    wanted = arguments["providerId"]
    if not wanted.strip():
        raise Refusal(422, "The id is blank.", details=[("providerId", "is blank")])
    leads = [
        lead_id
        for lead_id, lead in store.leads.items()
        if lead.account_group_id == group_id and provider_id(lead_id) == wanted
    ]
    return {
        "providerId": wanted,
        "resolution": _RESOLUTIONS.get(len(leads), "multiple"),
        "matches": [_match(store, lead_id) for lead_id in leads],
    }


def _match(store: Store, lead_id: str) -> JSON:
    known = prospect(store.audiences.salt, lead_id)
    return {
        "prospectId": lead_id,
        "personId": DOCUMENTED_ID if lead_id == DOCUMENTED_ID else f"9e{lead_id[2:]}",
        "publicIdentifier": known["publicIdentifier"],
        "linkedinUrl": known["linkedinUrl"],
        "name": known["name"],
        "companyName": known["company"] and known["company"]["name"],
        "title": known["headline"],
    }


RULES = {"sonarly_prospecting_prospects_by_provider_id": prospects_by_provider_id}
