# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersGoal(Model):
    """Goal of a call, and whether it was reached.

    Attributes:
        description: Description of the goal.
        reached: True if the goal was reached.
    """

    description: str
    reached: bool

    _json_names: ClassVar[Mapping[str, str]] = {
        "description": "description",
        "reached": "reached",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["description"]
            self.description = value if value.__class__ is str else _READ_DESCRIPTION(value)
            value = source["reached"]
            self.reached = value if value.__class__ is bool else _READ_REACHED(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_DESCRIPTION = _readers.field("CallersGoal", "description", _readers.text)
_READ_REACHED = _readers.field("CallersGoal", "reached", _readers.boolean)
