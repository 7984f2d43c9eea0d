# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class SignalSpecification(Model):
    """Definition of a signal and its sources.

    Attributes:
        id: ID of the signal specification.
        name: Name of the signal specification.
        description: Description of the specification; `None` if it has none.
        sources: Sources of signals.
    """

    id: str
    name: str
    description: None | str
    sources: list[str]

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "sources": "sources",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["description"]
            self.description = (
                value if value is None or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source["sources"]
            self.sources = _READ_SOURCES(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ID = _readers.field("SignalSpecification", "id", _readers.text)
_READ_NAME = _readers.field("SignalSpecification", "name", _readers.text)
_READ_DESCRIPTION = _readers.nullable_field("SignalSpecification", "description", _readers.text)
_READ_SOURCES = _readers.field(
    "SignalSpecification",
    "sources",
    _readers.list_of("SignalSpecification.sources[]", _readers.text),
)
