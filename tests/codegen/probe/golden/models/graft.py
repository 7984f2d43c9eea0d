# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Graft(Model):
    """What becomes of a tree.

    Attributes:
        kind: What grows.
        height: In metres.
    """

    kind: Kind
    height: float | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "height": "height",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["kind"]
            self.kind = (value.__class__ is str and _KNOWN_KIND.get(value)) or _READ_KIND(value)
            value = source.get("height", UNSET)
            self.height = (
                value if value is UNSET or value.__class__ is float else _READ_HEIGHT(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .kind import Kind

_KNOWN_KIND = _readers.enum_members(Kind)
_READ_KIND = _readers.field("Graft", "kind", _readers.enum_member(Kind))
_READ_HEIGHT = _readers.field("Graft", "height", _readers.number)

Graft._encoders = {
    "kind": _encoders.enum_member(Kind),
    "height": _encoders.optional(_encoders.number),
}
