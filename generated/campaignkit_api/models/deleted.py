# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class Deleted(Model):
    """Result of a deletion.

    Attributes:
        deleted: True if the item was deleted.
    """

    deleted: bool

    _json_names: ClassVar[Mapping[str, str]] = {
        "deleted": "deleted",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["deleted"]
            self.deleted = value if value.__class__ is bool else _READ_DELETED(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_DELETED = _readers.field("Deleted", "deleted", _readers.boolean)
