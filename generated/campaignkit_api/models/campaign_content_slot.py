# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CampaignContentSlot(Model):
    """Place in the workflow of a campaign with replaceable content.

    Attributes:
        id: ID of the content slot.
        channel: Channel of the content of a slot. The vendor prints only `direct_message`.
        label: Label of the slot.
        position: Position of the slot among all slots of the campaign.
        channel_position: Position of the slot among the slots of its channel.
        template_id: ID of the template of the slot; `None` if none was chosen.
    """

    id: str
    channel: ContentSlotChannel
    label: str
    position: int
    channel_position: int
    template_id: None | str

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "channel": "channel",
        "label": "label",
        "position": "position",
        "channel_position": "channelPosition",
        "template_id": "templateId",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["channel"]
            self.channel = (value.__class__ is str and _KNOWN_CHANNEL.get(value)) or _READ_CHANNEL(
                value
            )
            value = source["label"]
            self.label = value if value.__class__ is str else _READ_LABEL(value)
            value = source["position"]
            self.position = value if value.__class__ is int else _READ_POSITION(value)
            value = source["channelPosition"]
            self.channel_position = (
                value if value.__class__ is int else _READ_CHANNEL_POSITION(value)
            )
            value = source["templateId"]
            self.template_id = (
                value if value is None or value.__class__ is str else _READ_TEMPLATE_ID(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .content_slot_channel import ContentSlotChannel

_KNOWN_CHANNEL = _readers.enum_members(ContentSlotChannel)
_READ_ID = _readers.field("CampaignContentSlot", "id", _readers.text)
_READ_CHANNEL = _readers.field(
    "CampaignContentSlot", "channel", _readers.enum_member(ContentSlotChannel)
)
_READ_LABEL = _readers.field("CampaignContentSlot", "label", _readers.text)
_READ_POSITION = _readers.field("CampaignContentSlot", "position", _readers.integer)
_READ_CHANNEL_POSITION = _readers.field("CampaignContentSlot", "channelPosition", _readers.integer)
_READ_TEMPLATE_ID = _readers.nullable_field("CampaignContentSlot", "templateId", _readers.text)
