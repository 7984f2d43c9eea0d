"""All state rules: what each operation does to the store and answers, by operationId."""

from collections.abc import Callable, Mapping
from typing import Any

from .callers import calls, contact_archive, contacts, memories, organizations, voices
from .callers import campaigns as callers_campaigns
from .engine.records import Key
from .sonarly import (
    accounts,
    approvals,
    audiences,
    campaigns,
    content_slots,
    drafts,
    folders,
    messages,
    prospect_lookup,
    prospecting,
    signals,
    starter_templates,
    templates,
)
from .state.store import Store

RULES: Mapping[str, Callable[[Store, Key, Mapping[str, Any]], object]] = {
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
"""A rule returns the payload, or a `Reply` where it is answered with another status."""

REPLAYS: Mapping[str, Callable[[Store, Any], object]] = {
    **prospecting.REPLAYS,
    **signals.REPLAYS,
}
"""What a keyed operation answers to a repeat, of what it answered first; else the same again."""
