# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class AudienceCreate(Model):
    """Audience to create.

    Attributes:
        name: Name of the audience.
        type_: Type of a new audience or folder.
        description: Description of the audience.
    """

    name: str
    type_: AudienceKind
    description: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "type_": "type",
        "description": "description",
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
            value = source["type"]
            self.type_ = (value.__class__ is str and _KNOWN_TYPE_.get(value)) or _READ_TYPE_(value)
            value = source.get("description", UNSET)
            self.description = (
                value if value is UNSET or value.__class__ is str else _READ_DESCRIPTION(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .audience_kind import AudienceKind

_KNOWN_TYPE_ = _readers.enum_members(AudienceKind)
_READ_NAME = _readers.field("AudienceCreate", "name", _readers.text)
_READ_TYPE_ = _readers.field("AudienceCreate", "type", _readers.enum_member(AudienceKind))
_READ_DESCRIPTION = _readers.field("AudienceCreate", "description", _readers.text)

AudienceCreate._encoders = {
    "name": _encoders.text,
    "type_": _encoders.enum_member(AudienceKind),
    "description": _encoders.optional(_encoders.text),
}
