# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class Audience(Model):
    """List of prospects.

    Attributes:
        id: ID of the audience.
        name: Name of the audience.
        type_: Type of an audience in responses. The vendor prints only `linkedin_search`; other
            values may occur.
        description: Description of the audience; `None` if it has none.
        folder_id: ID of the folder; `None` if the audience has no folder.
        prospect_count: Number of prospects in the audience.
        created_at: Creation time.
    """

    id: str
    name: str
    type_: AudienceType
    description: None | str
    folder_id: None | str
    prospect_count: int
    created_at: datetime.datetime

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "type_": "type",
        "description": "description",
        "folder_id": "folderId",
        "prospect_count": "prospectCount",
        "created_at": "createdAt",
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
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["type"]
            self.type_ = (value.__class__ is str and _KNOWN_TYPE_.get(value)) or _READ_TYPE_(value)
            value = source["description"]
            self.description = (
                value if value is None or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source["folderId"]
            self.folder_id = (
                value if value is None or value.__class__ is str else _READ_FOLDER_ID(value)
            )
            value = source["prospectCount"]
            self.prospect_count = value if value.__class__ is int else _READ_PROSPECT_COUNT(value)
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .audience_type import AudienceType

_KNOWN_TYPE_ = _readers.enum_members(AudienceType)
_READ_ID = _readers.field("Audience", "id", _readers.text)
_READ_NAME = _readers.field("Audience", "name", _readers.text)
_READ_TYPE_ = _readers.field("Audience", "type", _readers.enum_member(AudienceType))
_READ_DESCRIPTION = _readers.nullable_field("Audience", "description", _readers.text)
_READ_FOLDER_ID = _readers.nullable_field("Audience", "folderId", _readers.text)
_READ_PROSPECT_COUNT = _readers.field("Audience", "prospectCount", _readers.integer)
_READ_CREATED_AT = _readers.datetime_field("Audience", "createdAt")
