# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CampaignStarterTemplate(Model):
    """Workflow of the vendor that a campaign can be created from.

    Attributes:
        id: ID of a starter template.
        name: Name of the starter template.
        description: Description of the starter template.
        available: True if the account group can use the template.
    """

    id: StarterTemplateId
    name: str
    description: str
    available: bool

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "available": "available",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = (value.__class__ is str and _KNOWN_ID.get(value)) or _READ_ID(value)
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["description"]
            self.description = value if value.__class__ is str else _READ_DESCRIPTION(value)
            value = source["available"]
            self.available = value if value.__class__ is bool else _READ_AVAILABLE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .starter_template_id import StarterTemplateId

_KNOWN_ID = _readers.enum_members(StarterTemplateId)
_READ_ID = _readers.field("CampaignStarterTemplate", "id", _readers.enum_member(StarterTemplateId))
_READ_NAME = _readers.field("CampaignStarterTemplate", "name", _readers.text)
_READ_DESCRIPTION = _readers.field("CampaignStarterTemplate", "description", _readers.text)
_READ_AVAILABLE = _readers.field("CampaignStarterTemplate", "available", _readers.boolean)
