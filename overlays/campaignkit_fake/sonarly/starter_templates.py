"""Starter templates: what a campaign can be created from, and which of them a group may use."""

from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from ..engine.access import Arguments, account_group_id
from ..engine.records import ACCOUNT_GROUPS, JSON, Key

if TYPE_CHECKING:
    from ..state.store import Store


class Layout(NamedTuple):
    """A slot that a starter template has: its channel and its label."""

    channel: str
    label: str


class Starter(NamedTuple):
    """A starter template."""

    name: str
    description: str
    slots: tuple[Layout, ...]


_MESSAGES = (Layout("direct_message", "First message"), Layout("direct_message", "Follow-up"))

STARTERS: Mapping[str, Starter] = {
    "engage-inmail": Starter(
        "Engage, then InMail", "Reacts to posts, then writes.", (Layout("inmail", "InMail"),)
    ),
    "engage-connect-dm": Starter(
        "Engage, connect, write", "Reacts to posts, connects, then writes.", _MESSAGES
    ),
    "connect-engage-dm": Starter(
        "Connect, engage, write", "Connects, reacts to posts, then writes.", _MESSAGES
    ),
    "connect": Starter("Connect", "Connects and writes nothing.", ()),
}
"""The documents print the ids; all else is the fake's own."""


class Starters:
    """Which starter templates an account group may use: all but one."""

    def __init__(self, random: Random) -> None:
        # The first is the one of the documents' examples.
        _, *others = STARTERS
        self._unavailable = {group_id: random.choice(others) for group_id in ACCOUNT_GROUPS}

    def may_use(self, group_id: str, starter_id: str) -> bool:
        """Tell whether there is such a starter template for the account group."""
        return starter_id in STARTERS and starter_id != self._unavailable[group_id]


def list_starter_templates(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return all starter templates, also the one that the account group may not use."""
    group_id = account_group_id(key, arguments)
    items = [
        {
            "id": starter_id,
            "name": starter.name,
            "description": starter.description,
            "available": store.starters.may_use(group_id, starter_id),
        }
        for starter_id, starter in STARTERS.items()
    ]
    return {"items": items}


RULES = {"sonarly_campaigns_starter_templates": list_starter_templates}
