# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class AudienceUpdate(Model):
    """Changes to an audience, at least one field.

    Attributes:
        name: New name.
        description: New description.
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("name", UNSET)
            self.name = value if value is UNSET or value.__class__ is str else _READ_NAME(value)
            value = source.get("description", UNSET)
            self.description = (
                value if value is UNSET or value.__class__ is str else _READ_DESCRIPTION(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_NAME = _readers.field("AudienceUpdate", "name", _readers.text)
_READ_DESCRIPTION = _readers.field("AudienceUpdate", "description", _readers.text)

AudienceUpdate._encoders = {
    "name": _encoders.optional(_encoders.text),
    "description": _encoders.optional(_encoders.text),
}
