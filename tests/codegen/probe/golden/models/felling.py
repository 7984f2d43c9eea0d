# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Felling(Model):
    """Which trees to fell.

    Attributes:
        ids: The trees.
        kinds: And all of these.
        list_: The name of the list.
        reasons: Why, by tree.
        note: Anything.
    """

    ids: list[str]
    kinds: list[Kind] | Unset = UNSET
    list_: None | str | Unset = UNSET
    reasons: FellingReasons | Unset = UNSET
    note: Any | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "ids": "ids",
        "kinds": "kinds",
        "list_": "list",
        "reasons": "reasons",
        "note": "note",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["ids"]
            self.ids = _READ_IDS(value)
            value = source.get("kinds", UNSET)
            self.kinds = value if value is UNSET else _READ_KINDS(value)
            value = source.get("list", UNSET)
            self.list_ = (
                value
                if value is UNSET or value is None or value.__class__ is str
                else _READ_LIST_(value)
            )
            value = source.get("reasons", UNSET)
            self.reasons = value if value is UNSET else _READ_REASONS(value)
            value = source.get("note", UNSET)
            self.note = value if value is UNSET else _READ_NOTE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .felling_reasons import FellingReasons
from .kind import Kind

_READ_IDS = _readers.field("Felling", "ids", _readers.list_of("Felling.ids[]", _readers.text))
_READ_KINDS = _readers.field(
    "Felling", "kinds", _readers.list_of("Felling.kinds[]", _readers.enum_member(Kind))
)
_READ_LIST_ = _readers.nullable_field("Felling", "list", _readers.text)
_READ_REASONS = _readers.field("Felling", "reasons", FellingReasons.from_dict)
_READ_NOTE = _readers.field("Felling", "note", _readers.any_value)

Felling._encoders = {
    "ids": _encoders.list_of(_encoders.identifier),
    "kinds": _encoders.optional(_encoders.list_of(_encoders.enum_member(Kind))),
    "list_": _encoders.optional(_encoders.nullable(_encoders.text)),
    "reasons": _encoders.optional(_encoders.model(FellingReasons)),
    "note": _encoders.optional(_encoders.any_value),
}
