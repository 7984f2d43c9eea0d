# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model, Unset


@define(repr=False, weakref_slot=False)
class CallersMemoriesDeleted(Model):
    """Number of deleted memories.

    Attributes:
        count: Number of deleted memories.
    """

    count: int | Unset

    _json_names: ClassVar[Mapping[str, str]] = {
        "count": "count",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["count"]
            self.count = value if value.__class__ is int else _READ_COUNT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_COUNT = _readers.field("CallersMemoriesDeleted", "count", _readers.integer)
