# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Change(Model):
    """What is to be changed of a tree.

    Attributes:
        kind: What grows.
        cut_at: When it was cut; null takes that back.
        crops: Kilograms, by year and picking.
        visitor:
        note: For the gardener; no answer shows it.
    """

    kind: Kind | Unset = UNSET
    cut_at: datetime.datetime | None | Unset = UNSET
    crops: list[list[int]] | Unset = UNSET
    visitor: Bee | Unset = UNSET
    note: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "cut_at": "cutAt",
        "crops": "crops",
        "visitor": "visitor",
        "note": "note",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("kind", UNSET)
            self.kind = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_KIND.get(value)) or _READ_KIND(value)
            )
            value = source.get("cutAt", UNSET)
            self.cut_at = value if value is UNSET or value is None else _READ_CUT_AT(value)
            value = source.get("crops", UNSET)
            self.crops = value if value is UNSET else _READ_CROPS(value)
            value = source.get("visitor", UNSET)
            self.visitor = value if value is UNSET else _READ_VISITOR(value)
            value = source.get("note", UNSET)
            self.note = value if value is UNSET or value.__class__ is str else _READ_NOTE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .bee import Bee
from .kind import Kind

_KNOWN_KIND = _readers.enum_members(Kind)
_READ_KIND = _readers.field("Change", "kind", _readers.enum_member(Kind))
_READ_CUT_AT = _readers.datetime_field("Change", "cutAt")
_READ_CROPS = _readers.field(
    "Change",
    "crops",
    _readers.list_of("Change.crops[]", _readers.list_of("Change.crops[][]", _readers.integer)),
)
_READ_VISITOR = _readers.field("Change", "visitor", Bee.from_dict)
_READ_NOTE = _readers.field("Change", "note", _readers.text)

Change._encoders = {
    "kind": _encoders.optional(_encoders.enum_member(Kind)),
    "cut_at": _encoders.optional(_encoders.nullable(_encoders.datetime_)),
    "crops": _encoders.optional(_encoders.list_of(_encoders.list_of(_encoders.integer))),
    "visitor": _encoders.optional(_encoders.model(Bee)),
    "note": _encoders.optional(_encoders.text),
}
