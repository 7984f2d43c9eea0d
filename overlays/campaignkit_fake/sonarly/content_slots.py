"""Content slots: the writing styles of a campaign, by channel."""

from collections import Counter
from collections.abc import Iterable
from typing import Self

from ..engine.context import Context
from ..engine.errors import ApiError
from ..engine.ids import Ids
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import Seeds
from .campaigns import Campaigns, campaign_of
from .starter_templates import STARTER_TEMPLATES, SlotLayout
from .templates import WritingStyles

__all__ = ["RULES", "ContentSlots"]

_FIRST = "engage-connect-dm"  # its slots are for direct messages, as the documents print them


class ContentSlots(Collection[list[JSON]]):
    """Content slots of all campaigns, by campaign."""

    def __init__(self) -> None:
        super().__init__()
        self._ids = Ids("51")

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return slots with writing styles for every campaign."""
        slots, random = cls(), seeds.random("slots")
        for campaign_id, campaign in seeds[Campaigns].by_id.items():
            template_id = random.choice(list(STARTER_TEMPLATES)) if slots.by_id else _FIRST
            slots.lay_out(campaign_id, STARTER_TEMPLATES[template_id].slots)
            # Without the first, which an example of the documents puts into a slot.
            _, *others = seeds[WritingStyles].ids_of_group(campaign.account_group_id)
            for slot in slots.by_id[campaign_id]:
                slot["templateId"] = random.choice(others)
        return slots

    def lay_out(self, campaign_id: str, layouts: Iterable[SlotLayout]) -> None:
        """Add slots without writing styles to a campaign."""
        before: Counter[str] = Counter()
        self.by_id[campaign_id] = []
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
            self.by_id[campaign_id].append(slot)

    def copy(self, source_id: str, campaign_id: str) -> None:
        """Copy the slots of another campaign."""
        self.by_id[campaign_id] = [
            {**slot, "id": next(self._ids)} for slot in self.by_id[source_id]
        ]


def list_slots(context: Context) -> JSON:
    """Return the slots of a campaign."""
    campaign = campaign_of(context)
    return {"items": context.store[ContentSlots].by_id[campaign.fields["id"]]}


def update_slot(context: Context) -> JSON:
    """Change the writing style of a slot of a draft."""
    campaign = campaign_of(context)
    slots = context.store[ContentSlots].by_id[campaign.fields["id"]]
    slot = {slot["id"]: slot for slot in slots}.get(context.arguments["slotId"])
    if slot is None:
        raise ApiError(404, "The campaign has no such slot.")
    if campaign.fields["status"] != "draft":
        raise ApiError(409, "Only a draft can be changed.", code="CAMPAIGN_NOT_DRAFT")
    template_id = context.body["templateId"]
    styles = context.store[WritingStyles]
    if template_id not in styles.ids_of_group(campaign.account_group_id):
        problem = ("templateId", "is not a writing style of the account group")
        raise ApiError(422, "The template does not exist.", details=[problem])
    slot["templateId"] = template_id
    campaign.fields["updatedAt"] = context.store.tick()
    return slot


RULES = {
    "sonarly_campaigns_content_slots": list_slots,
    "sonarly_campaigns_update_content_slot": update_slot,
}
