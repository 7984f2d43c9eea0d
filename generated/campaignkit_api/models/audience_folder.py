# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceFolder(Model):
    """Folder for audiences of one type.

    Attributes:
        id: ID of the folder.
        name: Name of the folder.
        audience_type: Type of a new audience or folder.
        is_pinned: True if the folder is pinned.
        position: Position among the folders.
        created_at: Creation time.
        updated_at: Time of the last update.
    """

    id: str
    name: str
    audience_type: AudienceKind
    is_pinned: bool
    position: int
    created_at: datetime.datetime
    updated_at: datetime.datetime

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "audience_type": "audienceType",
        "is_pinned": "isPinned",
        "position": "position",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
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
            value = source["audienceType"]
            self.audience_type = (
                value.__class__ is str and _KNOWN_AUDIENCE_TYPE.get(value)
            ) or _READ_AUDIENCE_TYPE(value)
            value = source["isPinned"]
            self.is_pinned = value if value.__class__ is bool else _READ_IS_PINNED(value)
            value = source["position"]
            self.position = value if value.__class__ is int else _READ_POSITION(value)
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
            value = source["updatedAt"]
            self.updated_at = _READ_UPDATED_AT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .audience_kind import AudienceKind

_KNOWN_AUDIENCE_TYPE = _readers.enum_members(AudienceKind)
_READ_ID = _readers.field("AudienceFolder", "id", _readers.text)
_READ_NAME = _readers.field("AudienceFolder", "name", _readers.text)
_READ_AUDIENCE_TYPE = _readers.field(
    "AudienceFolder", "audienceType", _readers.enum_member(AudienceKind)
)
_READ_IS_PINNED = _readers.field("AudienceFolder", "isPinned", _readers.boolean)
_READ_POSITION = _readers.field("AudienceFolder", "position", _readers.integer)
_READ_CREATED_AT = _readers.datetime_field("AudienceFolder", "createdAt")
_READ_UPDATED_AT = _readers.datetime_field("AudienceFolder", "updatedAt")
