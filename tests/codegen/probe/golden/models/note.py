# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class Note(Model):
    """Note

    Attributes:
        text:
        private:
    """

    text: str
    private: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "text": "text",
        "private": "private",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["text"]
            self.text = value if value.__class__ is str else _READ_TEXT(value)
            value = source.get("private", UNSET)
            self.private = (
                value if value is UNSET or value.__class__ is bool else _READ_PRIVATE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_TEXT = _readers.field("Note", "text", _readers.text)
_READ_PRIVATE = _readers.field("Note", "private", _readers.boolean)

Note._encoders = {
    "text": _encoders.text,
    "private": _encoders.optional(_encoders.boolean),
}
