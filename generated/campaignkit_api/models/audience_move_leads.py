# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceMoveLeads(Model):
    """Leads to move, and their new audience.

    Attributes:
        target_audience_id: ID of another audience of the same account group.
        lead_ids: IDs of the leads to move.
    """

    target_audience_id: str
    lead_ids: list[str]

    _json_names: ClassVar[Mapping[str, str]] = {
        "target_audience_id": "targetAudienceId",
        "lead_ids": "leadIds",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["targetAudienceId"]
            self.target_audience_id = (
                value if value.__class__ is str else _READ_TARGET_AUDIENCE_ID(value)
            )
            value = source["leadIds"]
            self.lead_ids = _READ_LEAD_IDS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_TARGET_AUDIENCE_ID = _readers.field("AudienceMoveLeads", "targetAudienceId", _readers.text)
_READ_LEAD_IDS = _readers.field(
    "AudienceMoveLeads", "leadIds", _readers.list_of("AudienceMoveLeads.leadIds[]", _readers.text)
)

AudienceMoveLeads._encoders = {
    "target_audience_id": _encoders.identifier,
    "lead_ids": _encoders.list_of(_encoders.identifier),
}
