# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CampaignCreate(Model):
    """Draft campaign to create from a starter template.

    Attributes:
        starter_template_id: ID of a starter template.
        name: Name of the draft.
        audience_id: ID of the audience with the leads of the campaign.
        lead_ids: IDs of leads of the audience. Without them, the campaign has all leads of the
            audience.
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
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
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
            raise _readers.missing(error) from None
        return self


from .starter_template_id import StarterTemplateId

_KNOWN_STARTER_TEMPLATE_ID = _readers.enum_members(StarterTemplateId)
_READ_STARTER_TEMPLATE_ID = _readers.field(
    "CampaignCreate", "starterTemplateId", _readers.enum_member(StarterTemplateId)
)
_READ_NAME = _readers.field("CampaignCreate", "name", _readers.text)
_READ_AUDIENCE_ID = _readers.field("CampaignCreate", "audienceId", _readers.text)
_READ_LEAD_IDS = _readers.field(
    "CampaignCreate", "leadIds", _readers.list_of("CampaignCreate.leadIds[]", _readers.text)
)

CampaignCreate._encoders = {
    "starter_template_id": _encoders.enum_member(StarterTemplateId),
    "name": _encoders.text,
    "audience_id": _encoders.identifier,
    "lead_ids": _encoders.optional(_encoders.list_of(_encoders.identifier)),
}
