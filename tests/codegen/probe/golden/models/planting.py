# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.files import File
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Planting(Model):
    """Planting

    Attributes:
        picture:
        kind: What grows.
        leaves: More pictures.
        planted_at:
        tags:
    """

    picture: File
    kind: Kind
    leaves: list[File] | Unset = UNSET
    planted_at: datetime.datetime | Unset = UNSET
    tags: list[str] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "picture": "picture",
        "kind": "kind",
        "leaves": "leaves",
        "planted_at": "plantedAt",
        "tags": "tags",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["picture"]
            self.picture = _READ_PICTURE(value)
            value = source["kind"]
            self.kind = (value.__class__ is str and _KNOWN_KIND.get(value)) or _READ_KIND(value)
            value = source.get("leaves", UNSET)
            self.leaves = value if value is UNSET else _READ_LEAVES(value)
            value = source.get("plantedAt", UNSET)
            self.planted_at = value if value is UNSET else _READ_PLANTED_AT(value)
            value = source.get("tags", UNSET)
            self.tags = value if value is UNSET else _READ_TAGS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .kind import Kind

_KNOWN_KIND = _readers.enum_members(Kind)
_READ_PICTURE = _readers.field("Planting", "picture", _readers.any_value)
_READ_KIND = _readers.field("Planting", "kind", _readers.enum_member(Kind))
_READ_LEAVES = _readers.field(
    "Planting", "leaves", _readers.list_of("Planting.leaves[]", _readers.any_value)
)
_READ_PLANTED_AT = _readers.datetime_field("Planting", "plantedAt")
_READ_TAGS = _readers.field("Planting", "tags", _readers.list_of("Planting.tags[]", _readers.text))

Planting._encoders = {
    "picture": _encoders.file,
    "kind": _encoders.enum_member(Kind),
    "leaves": _encoders.optional(_encoders.list_of(_encoders.file)),
    "planted_at": _encoders.optional(_encoders.datetime_),
    "tags": _encoders.optional(_encoders.list_of(_encoders.text)),
}
