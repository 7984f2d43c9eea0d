# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class AudienceFolderCreate(Model):
    """Folder to create.

    Attributes:
        name: Name of the folder.
        audience_type: Type of a new audience or folder.
    """

    name: str
    audience_type: AudienceKind

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "audience_type": "audienceType",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["audienceType"]
            self.audience_type = (
                value.__class__ is str and _KNOWN_AUDIENCE_TYPE.get(value)
            ) or _READ_AUDIENCE_TYPE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .audience_kind import AudienceKind

_KNOWN_AUDIENCE_TYPE = _readers.enum_members(AudienceKind)
_READ_NAME = _readers.field("AudienceFolderCreate", "name", _readers.text)
_READ_AUDIENCE_TYPE = _readers.field(
    "AudienceFolderCreate", "audienceType", _readers.enum_member(AudienceKind)
)

AudienceFolderCreate._encoders = {
    "name": _encoders.text,
    "audience_type": _encoders.enum_member(AudienceKind),
}
