"""Prospect lookup: leads by the ID that another provider has for them."""

from ..engine.access import account_group_id
from ..engine.context import Context
from ..engine.errors import ApiError
from ..engine.ids import SAMPLE_ID
from ..engine.types import JSON
from .audiences import Audiences
from .leads import Leads, describe_prospect, provider_id

__all__ = ["RULES"]

_RESOLUTIONS = {0: "none", 1: "single"}


def prospects_by_provider_id(context: Context) -> JSON:
    """Return every lead of the account group that a provider knows by the ID."""
    group_id = account_group_id(context)
    wanted = context.arguments["providerId"]
    if not wanted.strip():
        raise ApiError(422, "The id is blank.", details=[("providerId", "is blank")])
    lead_ids = context.store[Leads].ids_of_group(group_id)
    found = [lead_id for lead_id in lead_ids if provider_id(lead_id) == wanted]
    return {
        "providerId": wanted,
        "resolution": _RESOLUTIONS.get(len(found), "multiple"),
        "matches": [_match(context.store[Audiences].salt, lead_id) for lead_id in found],
    }


def _match(salt: float, lead_id: str) -> JSON:
    known = describe_prospect(salt, lead_id)
    return {
        "prospectId": lead_id,
        "personId": SAMPLE_ID if lead_id == SAMPLE_ID else f"9e{lead_id[2:]}",
        "publicIdentifier": known["publicIdentifier"],
        "linkedinUrl": known["linkedinUrl"],
        "name": known["name"],
        "companyName": known["company"] and known["company"]["name"],
        "title": known["headline"],
    }


RULES = {"sonarly_prospecting_prospects_by_provider_id": prospects_by_provider_id}
