# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class ValueProposition(Model):
    """Offer, its values, and the challenges that it solves.

    Attributes:
        id: ID of the value proposition.
        name: Name of the value proposition.
        description: Description of the offer; `None` if it has none.
        values: Values of the offer.
        challenges: Challenges that the offer helps with.
        created_at: Creation time.
    """

    id: str
    name: str
    description: None | str
    values: list[str]
    challenges: list[str]
    created_at: datetime.datetime

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "values": "values",
        "challenges": "challenges",
        "created_at": "createdAt",
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
            value = source["values"]
            self.values = _READ_VALUES(value)
            value = source["challenges"]
            self.challenges = _READ_CHALLENGES(value)
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ID = _readers.field("ValueProposition", "id", _readers.text)
_READ_NAME = _readers.field("ValueProposition", "name", _readers.text)
_READ_DESCRIPTION = _readers.nullable_field("ValueProposition", "description", _readers.text)
_READ_VALUES = _readers.field(
    "ValueProposition", "values", _readers.list_of("ValueProposition.values[]", _readers.text)
)
_READ_CHALLENGES = _readers.field(
    "ValueProposition",
    "challenges",
    _readers.list_of("ValueProposition.challenges[]", _readers.text),
)
_READ_CREATED_AT = _readers.datetime_field("ValueProposition", "createdAt")
