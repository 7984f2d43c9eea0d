"""All state rules: what each operation does to the store and answers, by operationId."""

from collections.abc import Callable, Mapping
from typing import Any

from . import _archive, _callers_campaigns, _calls, _campaigns, _contacts, _memories
from ._records import Key
from ._store import Store

RULES: Mapping[str, Callable[[Store, Key, Mapping[str, Any]], object]] = {
    **_campaigns.RULES,
    **_callers_campaigns.RULES,
    **_contacts.RULES,
    **_archive.RULES,
    **_memories.RULES,
    **_calls.RULES,
}
"""A rule returns the payload, or a `Reply` where it is answered with another status."""

REPLAYS: Mapping[str, Callable[[Store, object], object]] = {}
"""What a keyed operation answers to a repeat, of what it answered first; else the same again."""
