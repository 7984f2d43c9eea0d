"""Sonarly's account groups, as a key sees them. No HTTP here."""

from datetime import timedelta

from ..engine.access import Arguments
from ..engine.records import ACCOUNT_GROUPS, JSON, Key
from ..state.seeds import START, instant
from ..state.store import Store


def list_accounts(store: Store, key: Key, _: Arguments) -> JSON:
    """Return the account groups of the key, all at once."""
    items = [
        {"id": group_id, "name": store.account_groups[group_id], "createdAt": _made(group_id)}
        for group_id in key.scope
    ]
    return {"items": items, "nextCursor": None, "hasMore": False}


def _made(group_id: str) -> str:
    # Before anything in it, one after the other.
    return instant(START - timedelta(days=365 - ACCOUNT_GROUPS.index(group_id)))


RULES = {"sonarly_accounts_list": list_accounts}
