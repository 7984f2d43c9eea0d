"""Starter templates of campaigns, and the access of account groups to them."""

from collections.abc import Mapping
from typing import NamedTuple, Self

from ..engine.access import account_group_id
from ..engine.context import Context
from ..engine.ids import ACCOUNT_GROUPS
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import Seeds

__all__ = ["RULES", "STARTER_TEMPLATES", "SlotLayout", "StarterTemplates"]


class SlotLayout(NamedTuple):
    """Content slot of a starter template: its channel and its label."""

    channel: str
    label: str


class StarterTemplate(NamedTuple):
    """Starter template."""

    name: str
    description: str
    slots: tuple[SlotLayout, ...]


_MESSAGES = (
    SlotLayout("direct_message", "First message"),
    SlotLayout("direct_message", "Follow-up"),
)

STARTER_TEMPLATES: Mapping[str, StarterTemplate] = {
    "engage-inmail": StarterTemplate(
        "Engage, then InMail", "Reacts to posts, then writes.", (SlotLayout("inmail", "InMail"),)
    ),
    "engage-connect-dm": StarterTemplate(
        "Engage, connect, write", "Reacts to posts, connects, then writes.", _MESSAGES
    ),
    "connect-engage-dm": StarterTemplate(
        "Connect, engage, write", "Connects, reacts to posts, then writes.", _MESSAGES
    ),
    "connect": StarterTemplate("Connect", "Connects and writes nothing.", ()),
}
"""The documents print the IDs; all else is the fake's own."""


class StarterTemplates(Collection[str]):
    """The starter template that each account group may not use, by group."""

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return one starter template for each group; the first is that of the documents."""
        templates, random = cls(), seeds.random("starters")
        _, *others = STARTER_TEMPLATES
        templates.by_id = {group_id: random.choice(others) for group_id in ACCOUNT_GROUPS}
        return templates

    def may_use(self, group_id: str, template_id: str) -> bool:
        """Return True if there is such a starter template for the account group."""
        return template_id in STARTER_TEMPLATES and template_id != self.by_id[group_id]


def list_starter_templates(context: Context) -> JSON:
    """Return all starter templates, also the one that the account group may not use."""
    group_id, templates = account_group_id(context), context.store[StarterTemplates]
    items = [
        {
            "id": template_id,
            "name": template.name,
            "description": template.description,
            "available": templates.may_use(group_id, template_id),
        }
        for template_id, template in STARTER_TEMPLATES.items()
    ]
    return {"items": items}


RULES = {"sonarly_campaigns_starter_templates": list_starter_templates}
