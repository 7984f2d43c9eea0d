# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class ValuePropositionUpdate(Model):
    """Changes to a value proposition.

    Attributes:
        name: New name.
        description: Description of the offer.
        values: Values of the offer.
        challenges: Challenges that the offer helps with.
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET
    values: list[str] | Unset = UNSET
    challenges: list[str] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "values": "values",
        "challenges": "challenges",
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
            value = source.get("values", UNSET)
            self.values = value if value is UNSET else _READ_VALUES(value)
            value = source.get("challenges", UNSET)
            self.challenges = value if value is UNSET else _READ_CHALLENGES(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_NAME = _readers.field("ValuePropositionUpdate", "name", _readers.text)
_READ_DESCRIPTION = _readers.field("ValuePropositionUpdate", "description", _readers.text)
_READ_VALUES = _readers.field(
    "ValuePropositionUpdate",
    "values",
    _readers.list_of("ValuePropositionUpdate.values[]", _readers.text),
)
_READ_CHALLENGES = _readers.field(
    "ValuePropositionUpdate",
    "challenges",
    _readers.list_of("ValuePropositionUpdate.challenges[]", _readers.text),
)

ValuePropositionUpdate._encoders = {
    "name": _encoders.optional(_encoders.text),
    "description": _encoders.optional(_encoders.text),
    "values": _encoders.optional(_encoders.list_of(_encoders.text)),
    "challenges": _encoders.optional(_encoders.list_of(_encoders.text)),
}
