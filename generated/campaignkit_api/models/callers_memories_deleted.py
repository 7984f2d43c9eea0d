# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model, Unset


@define(repr=False, weakref_slot=False)
class CallersMemoriesDeleted(Model):
    """How many memories were deleted.

    Attributes:
        count:
    """

    count: int | Unset

    outcome: ClassVar[Literal["applied"]] = "applied"
    """Told by the answer, or by a read where no answer came; what that cannot tell is UNSET."""

    _json_names: ClassVar[Mapping[str, str]] = {
        "count": "count",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
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
