# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CampaignDuplicate(Model):
    """Draft campaign to create from another campaign.

    Attributes:
        audience_id: ID of the audience with the leads of the draft.
        name: Name of the draft.
        lead_ids: IDs of leads of the audience. Without them, the campaign has all leads of the
            audience.
    """

    audience_id: str
    name: str | Unset = UNSET
    lead_ids: list[str] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "audience_id": "audienceId",
        "name": "name",
        "lead_ids": "leadIds",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["audienceId"]
            self.audience_id = value if value.__class__ is str else _READ_AUDIENCE_ID(value)
            value = source.get("name", UNSET)
            self.name = value if value is UNSET or value.__class__ is str else _READ_NAME(value)
            value = source.get("leadIds", UNSET)
            self.lead_ids = value if value is UNSET else _READ_LEAD_IDS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_AUDIENCE_ID = _readers.field("CampaignDuplicate", "audienceId", _readers.text)
_READ_NAME = _readers.field("CampaignDuplicate", "name", _readers.text)
_READ_LEAD_IDS = _readers.field(
    "CampaignDuplicate", "leadIds", _readers.list_of("CampaignDuplicate.leadIds[]", _readers.text)
)

CampaignDuplicate._encoders = {
    "audience_id": _encoders.identifier,
    "name": _encoders.optional(_encoders.text),
    "lead_ids": _encoders.optional(_encoders.list_of(_encoders.identifier)),
}
