# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CampaignCreate(Model):
    """A draft to make from a starter template.

    Attributes:
        starter_template_id: Names a starter template.
        name:
        audience_id: Whose leads the campaign is for.
        lead_ids: Only these leads of the audience.
    """

    starter_template_id: StarterTemplateId
    name: str
    audience_id: str
    lead_ids: list[str] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "starter_template_id": "starterTemplateId",
        "name": "name",
        "audience_id": "audienceId",
        "lead_ids": "leadIds",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
        self = object.__new__(cls)
        try:
            value = source["starterTemplateId"]
            self.starter_template_id = (
                value.__class__ is str and _KNOWN_STARTER_TEMPLATE_ID.get(value)
            ) or _READ_STARTER_TEMPLATE_ID(value)
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["audienceId"]
            self.audience_id = value if value.__class__ is str else _READ_AUDIENCE_ID(value)
            value = source.get("leadIds", UNSET)
            self.lead_ids = value if value is UNSET else _READ_LEAD_IDS(value)
        except KeyError as error:
            raise _reading.missing(error) from None
        return self


from .starter_template_id import StarterTemplateId

_KNOWN_STARTER_TEMPLATE_ID = _reading.members(StarterTemplateId)
_READ_STARTER_TEMPLATE_ID = _reading.field(
    "CampaignCreate", "starterTemplateId", _reading.member(StarterTemplateId)
)
_READ_NAME = _reading.field("CampaignCreate", "name", _reading.text)
_READ_AUDIENCE_ID = _reading.field("CampaignCreate", "audienceId", _reading.text)
_READ_LEAD_IDS = _reading.field(
    "CampaignCreate", "leadIds", _reading.listed("CampaignCreate.leadIds[]", _reading.text)
)
