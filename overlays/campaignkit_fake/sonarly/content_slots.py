"""Content slots: which templates a campaign uses, and where. No HTTP here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random
from typing import TYPE_CHECKING

from ..engine.access import Arguments, campaign_of
from ..engine.records import JSON, Campaign, Ids, Key
from ..engine.responses import Refusal
from .starter_templates import STARTERS, Layout
from .templates import Templates

if TYPE_CHECKING:
    from ..state.store import Store

_FIRST = "engage-connect-dm"  # its slots are for direct messages, as the documents print them


class Slots:
    """The slots of all campaigns."""

    def __init__(
        self, random: Random, campaigns: Mapping[str, Campaign], templates: Templates
    ) -> None:
        self.held: dict[str, list[JSON]] = {}
        self._ids = Ids("51")
        for campaign_id, campaign in campaigns.items():
            starter_id = random.choice(list(STARTERS)) if self.held else _FIRST
            self.lay_out(campaign_id, STARTERS[starter_id].slots)
            # But for the first, which an example of the documents puts into a slot.
            _, *others = _style_ids(templates, campaign.account_group_id)
            for slot in self.held[campaign_id]:
                slot["templateId"] = random.choice(others)

    def lay_out(self, campaign_id: str, layouts: Iterable[Layout]) -> None:
        """Give a campaign slots without templates."""
        before: Counter[str] = Counter()
        self.held[campaign_id] = []
        for position, layout in enumerate(layouts):
            slot = {
                "id": next(self._ids),
                "channel": layout.channel,
                "label": layout.label,
                "position": position,
                "channelPosition": before[layout.channel],
                "templateId": None,
            }
            before[layout.channel] += 1
            self.held[campaign_id].append(slot)

    def copy(self, source_id: str, campaign_id: str) -> None:
        """Give a campaign slots like those of another."""
        self.held[campaign_id] = [{**slot, "id": next(self._ids)} for slot in self.held[source_id]]


def _style_ids(templates: Templates, group_id: str) -> list[str]:
    styles = templates.writing_styles.items()
    return [style_id for style_id, style in styles if style.account_group_id == group_id]


def list_slots(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Return the slots of a campaign."""
    campaign = campaign_of(store, key, arguments)
    return {"items": store.slots.held[campaign.fields["id"]]}


def update_slot(store: "Store", key: Key, arguments: Arguments) -> JSON:
    """Give a slot of a draft another writing style of the account group."""
    campaign = campaign_of(store, key, arguments)
    slots = {each["id"]: each for each in store.slots.held[campaign.fields["id"]]}
    if (slot := slots.get(arguments["slotId"])) is None:
        raise Refusal(404, "The campaign has no such slot.")
    if campaign.fields["status"] != "draft":
        raise Refusal(409, "Only a draft can be changed.", code="CAMPAIGN_NOT_DRAFT")
    template_id = arguments["body"]["templateId"]
    if template_id not in _style_ids(store.templates, campaign.account_group_id):
        problem = ("templateId", "is no writing style of the account group")
        raise Refusal(422, "There is no such template.", details=[problem])
    slot["templateId"] = template_id
    campaign.fields["updatedAt"] = store.tick()
    return slot


RULES = {
    "sonarly_campaigns_content_slots": list_slots,
    "sonarly_campaigns_update_content_slot": update_slot,
}
