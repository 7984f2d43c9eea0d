"""Account groups of Sonarly."""

from datetime import timedelta
from typing import Self

from ..engine.context import Context
from ..engine.ids import ACCOUNT_GROUPS
from ..engine.times import START, iso_millis
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import PLACES, Seeds

__all__ = ["RULES", "AccountGroups"]


class AccountGroups(Collection[str]):
    """Names of the account groups by ID."""

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the account groups that a fake begins with."""
        groups = cls()
        places = seeds.common.sample(PLACES, len(ACCOUNT_GROUPS))
        for group_id, place in zip(ACCOUNT_GROUPS, places, strict=True):
            groups.by_id[group_id] = f"{place} Growth"
        return groups

    def to_dict(self, now: float) -> JSON:
        """Return the names by ID."""
        return {"accountGroups": dict(self.by_id)}


def list_accounts(context: Context) -> JSON:
    """Return the account groups of the key, all at once."""
    names = context.store[AccountGroups].by_id
    items = [
        {"id": group_id, "name": names[group_id], "createdAt": _created_at(group_id)}
        for group_id in context.key.scope
    ]
    return {"items": items, "nextCursor": None, "hasMore": False}


def _created_at(group_id: str) -> str:
    # Before anything in it, one after the other.
    return iso_millis(START - timedelta(days=365 - ACCOUNT_GROUPS.index(group_id)))


RULES = {"sonarly_accounts_list": list_accounts}
