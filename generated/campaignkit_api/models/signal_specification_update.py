# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class SignalSpecificationUpdate(Model):
    """Changes to a signal specification.

    Attributes:
        name: New name.
        description: New description.
        use_value_proposition: True if value propositions are used. No response shows it.
        value_proposition_ids: IDs of the value propositions to use. No response shows them.
        specifications: Definition of the signals, in a form that no page prints. No response
            shows it.
    """

    name: str | Unset = UNSET
    description: str | Unset = UNSET
    use_value_proposition: bool | Unset = UNSET
    value_proposition_ids: list[str] | Unset = UNSET
    specifications: list[Any] | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "use_value_proposition": "useValueProposition",
        "value_proposition_ids": "valuePropositionIds",
        "specifications": "specifications",
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
            value = source.get("useValueProposition", UNSET)
            self.use_value_proposition = (
                value
                if value is UNSET or value.__class__ is bool
                else _READ_USE_VALUE_PROPOSITION(value)
            )
            value = source.get("valuePropositionIds", UNSET)
            self.value_proposition_ids = (
                value if value is UNSET else _READ_VALUE_PROPOSITION_IDS(value)
            )
            value = source.get("specifications", UNSET)
            self.specifications = value if value is UNSET else _READ_SPECIFICATIONS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_NAME = _readers.field("SignalSpecificationUpdate", "name", _readers.text)
_READ_DESCRIPTION = _readers.field("SignalSpecificationUpdate", "description", _readers.text)
_READ_USE_VALUE_PROPOSITION = _readers.field(
    "SignalSpecificationUpdate", "useValueProposition", _readers.boolean
)
_READ_VALUE_PROPOSITION_IDS = _readers.field(
    "SignalSpecificationUpdate",
    "valuePropositionIds",
    _readers.list_of("SignalSpecificationUpdate.valuePropositionIds[]", _readers.text),
)
_READ_SPECIFICATIONS = _readers.field(
    "SignalSpecificationUpdate",
    "specifications",
    _readers.list_of("SignalSpecificationUpdate.specifications[]", _readers.any_value),
)

SignalSpecificationUpdate._encoders = {
    "name": _encoders.optional(_encoders.text),
    "description": _encoders.optional(_encoders.text),
    "use_value_proposition": _encoders.optional(_encoders.boolean),
    "value_proposition_ids": _encoders.optional(_encoders.list_of(_encoders.identifier)),
    "specifications": _encoders.optional(_encoders.list_of(_encoders.any_value)),
}
