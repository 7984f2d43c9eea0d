"""The rules of all areas by operation ID, and the collections that they change."""

from collections.abc import Mapping

from .callers import calls, contact_archive, contacts, memories, organizations, voices
from .callers import campaigns as callers_campaigns
from .engine.context import Replay, Rule
from .sonarly import (
    accounts,
    approvals,
    audiences,
    campaigns,
    content_slots,
    drafts,
    folders,
    leads,
    messages,
    prospect_lookup,
    prospecting,
    signals,
    starter_templates,
    templates,
)
from .state.store import Collections

COLLECTIONS: Collections = (
    accounts.AccountGroups,
    leads.Leads,
    campaigns.Campaigns,
    organizations.Organizations,
    callers_campaigns.CampaignGroups,
    callers_campaigns.CallersCampaigns,
    audiences.Audiences,
    folders.Folders,
    templates.WritingStyles,
    templates.ValuePropositions,
    templates.SignalSpecifications,
    contacts.Contacts,
    memories.Memories,
    calls.Calls,
    organizations.SipConnections,
    voices.Voices,
    starter_templates.StarterTemplates,
    content_slots.ContentSlots,
    messages.Conversations,
    prospecting.ProspectingJobs,
    signals.SignalScans,
)
"""A collection follows the collections that its seeds need."""

RULES: Mapping[str, Rule] = {
    **accounts.RULES,
    **audiences.RULES,
    **folders.RULES,
    **campaigns.RULES,
    **prospecting.RULES,
    **prospect_lookup.RULES,
    **signals.RULES,
    **starter_templates.RULES,
    **drafts.RULES,
    **content_slots.RULES,
    **approvals.RULES,
    **messages.RULES,
    **templates.RULES,
    **callers_campaigns.RULES,
    **contacts.RULES,
    **contact_archive.RULES,
    **memories.RULES,
    **calls.RULES,
    **organizations.RULES,
    **voices.RULES,
}

REPLAYS: Mapping[str, Replay] = {**prospecting.REPLAYS, **signals.REPLAYS}
"""Replays of the keyed operations whose repeat returns another payload."""
