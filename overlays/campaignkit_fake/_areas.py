"""All state rules: what each operation does to the store and answers, by operationId."""

from collections.abc import Callable, Mapping
from typing import Any

from . import (
    _accounts,
    _approvals,
    _archive,
    _audiences,
    _callers_campaigns,
    _calls,
    _campaigns,
    _contacts,
    _drafts,
    _folders,
    _memories,
    _messages,
    _organizations,
    _people,
    _prospecting,
    _signals,
    _slots,
    _starters,
    _templates,
    _voices,
)
from ._records import Key
from ._store import Store

RULES: Mapping[str, Callable[[Store, Key, Mapping[str, Any]], object]] = {
    **_accounts.RULES,
    **_audiences.RULES,
    **_folders.RULES,
    **_campaigns.RULES,
    **_prospecting.RULES,
    **_people.RULES,
    **_signals.RULES,
    **_starters.RULES,
    **_drafts.RULES,
    **_slots.RULES,
    **_approvals.RULES,
    **_messages.RULES,
    **_templates.RULES,
    **_callers_campaigns.RULES,
    **_contacts.RULES,
    **_archive.RULES,
    **_memories.RULES,
    **_calls.RULES,
    **_organizations.RULES,
    **_voices.RULES,
}
"""A rule returns the payload, or a `Reply` where it is answered with another status."""

REPLAYS: Mapping[str, Callable[[Store, Any], object]] = {
    **_prospecting.REPLAYS,
    **_signals.REPLAYS,
}
"""What a keyed operation answers to a repeat, of what it answered first; else the same again."""
