# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CampaignContentSlotList(Model):
    """All content slots of a campaign.

    Attributes:
        items: Content slots of the campaign.
    """

    items: list[CampaignContentSlot]

    _json_names: ClassVar[Mapping[str, str]] = {
        "items": "items",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["items"]
            self.items = _READ_ITEMS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .campaign_content_slot import CampaignContentSlot

_READ_ITEMS = _readers.field(
    "CampaignContentSlotList",
    "items",
    _readers.list_of("CampaignContentSlotList.items[]", CampaignContentSlot.from_dict),
)
