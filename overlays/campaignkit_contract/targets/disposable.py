"""Disposable accounts: ids that a run may write to, because all in the account is for tests."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from ..spec.kinds import Kind, packaged_kinds
from ..spec.references import LEADS
from .area_kinds import area_kinds
from .discovery import KnownIds

Read = Callable[[str, Mapping[str, str]], Any]
"""Return the payload of a read with some values, or None if it failed."""

_AUDIENCES, _PROSPECTS = "sonarly_audiences_list", "sonarly_audiences_prospects"
_CAMPAIGNS, _LEAD_STATUS = "sonarly_campaigns_list", "sonarly_campaigns_lead_status"
_MESSAGES, _LOOKUP = "sonarly_messages_list", "sonarly_prospecting_prospects_by_provider_id"
_CALLERS_CAMPAIGNS, _CONTACTS = "callers_campaigns_list", "callers_contacts_list"
_AUDIENCE = "sonarly audienceId"
_PAGE = {"limit": "100"}
_BUSY = frozenset({"pending", "waiting"})
_LEADS = 30
"""Leads that are enough for every check."""


def disposable_ids(
    vendors: Collection[str],
    known: KnownIds,
    named: Mapping[str, Collection[str]],
    read: Read,
    areas: Sequence[str] = (),
) -> dict[str, list[str]]:
    """Return the ids by kind that a run may write to; ids that are named already are kept.

    Args:
        vendors: Vendors whose account is disposable.
        known: Ids that the lists of the account have.
        named: Ids by kind that the settings name.
        read: Reads of the account.
        areas: Tags whose operations are called; empty for every operation.
    """
    found: dict[str, list[str]] = {}
    needed = area_kinds(tuple(areas))
    for kind in packaged_kinds().all.values():
        vendor, _, parameter = kind.name.partition(" ")
        # What the run cannot make: it changes and removes what is there.
        if vendor in vendors and kind.remover and kind.listing and not kind.creators:
            found[kind.name] = list(known.get((vendor, parameter), ()))
            if not found[kind.name] and kind.name in needed:
                found[kind.name] = _listed(kind, known, read)
    if "sonarly" in vendors and {_AUDIENCE, LEADS} & needed and _AUDIENCE not in named:
        found |= _audience(known["sonarly", "accountGroupId"][0], read)
    has_group = "callers campaignGroupId" in named
    if "callers" in vendors and "callers campaignId" in needed and not has_group:
        found |= _campaigns(known["callers", "organizationId"][0], read)
    return {**{kind: ids for kind, ids in found.items() if ids}, **_lists(named)}


def _listed(kind: Kind, known: KnownIds, read: Read) -> list[str]:
    """Return the ids that the list of a kind shows, of which only a body names one."""
    vendor = kind.name.partition(" ")[0]
    names = packaged_kinds().path_parameters(kind.listing)
    values = {name: known[vendor, name][0] for name in names}
    return [str(item["id"]) for item in (read(kind.listing, values) or {"items": []})["items"]]


def _lists(named: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    return {kind: list(ids) for kind, ids in named.items()}


def _audience(group_id: str, read: Read) -> dict[str, list[str]]:
    """Return audiences, the largest first, and the leads in it that no campaign contacts."""
    group = {"accountGroupId": group_id}
    audiences = (read(_AUDIENCES, {**group, **_PAGE}) or {}).get("items", [])
    if not audiences:
        return {}
    audiences.sort(key=lambda item: -item["prospectCount"])
    audience = audiences[0]["id"]
    page = read(_PROSPECTS, {**group, "audienceId": audience, **_PAGE}) or {"items": []}
    leads = [str(item["id"]) for item in page["items"]]
    for campaign in (read(_CAMPAIGNS, group) or {"items": []})["items"]:
        if leads and campaign["status"] == "active":
            values = {**group, "campaignId": campaign["id"], "leadIds": ",".join(leads)}
            rows = (read(_LEAD_STATUS, values) or {"items": []})["items"]
            leads = [row["leadId"] for row in rows if row["workflowStatus"] not in _BUSY]
    chatting = _chatting(group, read)
    leads.sort(key=lambda lead: lead not in chatting)
    ids = [str(item["id"]) for item in audiences]
    return {"sonarly audienceId": ids, "sonarly leadIds": leads[:_LEADS]}


def _chatting(group: Mapping[str, str], read: Read) -> set[str]:
    """Return prospects with a chat, who can be sent a message."""
    messages = (read(_MESSAGES, group) or {"items": []})["items"]
    providers = dict.fromkeys(str(message["participantProviderId"]) for message in messages)
    matches = [read(_LOOKUP, {**group, "providerId": provider}) for provider in providers]
    return {match["prospectId"] for found in matches if found for match in found["matches"]}


def _campaigns(organization_id: str, read: Read) -> dict[str, list[str]]:
    """Return the campaigns of an organization and their groups, the emptiest campaign first."""
    campaigns = read(_CALLERS_CAMPAIGNS, {"organizationId": organization_id}) or []
    sizes = {
        item["id"]: len(read(_CONTACTS, {"campaignId": item["id"]}) or []) for item in campaigns
    }
    groups = {item.get("campaignGroupId"): None for item in campaigns}
    return {
        "callers campaignId": sorted(sizes, key=lambda id_: sizes[id_]),
        "callers campaignGroupId": [group for group in groups if group],
    }
