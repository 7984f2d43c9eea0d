# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class SignalSpecification(Model):
    """What counts as a signal, and where it is looked for.

    Attributes:
        id:
        name:
        description: What it is for; null when nobody wrote it down.
        sources: Where signals are looked for.
    """

    id: str
    name: str
    description: None | str
    sources: list[str]

    outcome: ClassVar[Literal["applied"]] = "applied"
    """Told by the answer, or by a read where no answer came; what that cannot tell is UNSET."""

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "sources": "sources",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
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
