# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Pruning(Model):
    """Pruning

    Attributes:
        crown_height: In metres.
        tools: Only with these
        note:
    """

    crown_height: float
    tools: list[PruningToolsItem] | Unset = UNSET
    note: None | str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "crown_height": "crownHeight",
        "tools": "tools",
        "note": "note",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["crownHeight"]
            self.crown_height = value if value.__class__ is float else _READ_CROWN_HEIGHT(value)
            value = source.get("tools", UNSET)
            self.tools = value if value is UNSET else _READ_TOOLS(value)
            value = source.get("note", UNSET)
            self.note = (
                value
                if value is UNSET or value is None or value.__class__ is str
                else _READ_NOTE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .pruning_tools_item import PruningToolsItem

_READ_CROWN_HEIGHT = _readers.field("Pruning", "crownHeight", _readers.number)
_READ_TOOLS = _readers.field(
    "Pruning", "tools", _readers.list_of("Pruning.tools[]", _readers.enum_member(PruningToolsItem))
)
_READ_NOTE = _readers.nullable_field("Pruning", "note", _readers.text)

Pruning._encoders = {
    "crown_height": _encoders.number,
    "tools": _encoders.optional(_encoders.list_of(_encoders.enum_member(PruningToolsItem))),
    "note": _encoders.optional(_encoders.nullable(_encoders.text)),
}
