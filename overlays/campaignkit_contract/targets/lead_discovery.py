"""Discovery of leads: prospects of the account that a campaign contains."""

from .discovery import KnownIds
from .discovery_reads import DiscoveryReads
from .target import LEAD_STATUS

_GROUP, _CAMPAIGN, _PROSPECT, _LEADS = (
    ("sonarly", name) for name in ("accountGroupId", "campaignId", "prospectId", "leadIds")
)
_MAX_CAMPAIGNS = 6
_MAX_LEADS = 6
_OUTSIDE = "not_in_campaign"


def with_leads(known: KnownIds, reads: DiscoveryReads) -> KnownIds:
    """Return the known ids with leads, and with their campaign as the first one.

    Of some campaigns, it is the one whose leads have most statuses. Without a lead, and with leads
    of the settings, the ids stay as they are.

    Args:
        known: The known ids. The ids of prospects are those of leads.
        reads: Reads of the discovery.
    """
    has_all = all(known.get(name) for name in (_GROUP, _CAMPAIGN, _PROSPECT))
    if known.get(_LEADS) or not (has_all and reads.may_send(LEAD_STATUS)):
        return known
    campaigns = known[_CAMPAIGN]
    found = {id_: _statuses(known, reads, id_) for id_ in campaigns[:_MAX_CAMPAIGNS]}
    best = max(found, key=lambda id_: len({*found[id_].values()}))
    # Leads of every status come first.
    first = {status: lead for lead, status in reversed(found[best].items())}
    leads = [*dict.fromkeys([*first.values(), *found[best]])][:_MAX_LEADS]
    if not leads:
        return known
    others = [id_ for id_ in campaigns if id_ != best]
    return {**known, _CAMPAIGN: [best, *others], _LEADS: [",".join(leads)]}


def _statuses(known: KnownIds, reads: DiscoveryReads, campaign_id: str) -> dict[str, str]:
    """Return the statuses of the prospects that a campaign contains."""
    values = {
        _GROUP[1]: known[_GROUP][0],
        _CAMPAIGN[1]: campaign_id,
        _LEADS[1]: ",".join(known[_PROSPECT]),
    }
    rows = (reads.payload(LEAD_STATUS, values) or {"items": []})["items"]
    return {
        row["leadId"]: row["workflowStatus"] for row in rows if row["workflowStatus"] != _OUTSIDE
    }
