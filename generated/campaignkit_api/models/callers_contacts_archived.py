# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersContactsArchived(Model):
    """How many contacts were archived.

    Attributes:
        archived_count:
    """

    archived_count: int

    _json_names: ClassVar[Mapping[str, str]] = {
        "archived_count": "archivedCount",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["archivedCount"]
            self.archived_count = value if value.__class__ is int else _READ_ARCHIVED_COUNT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ARCHIVED_COUNT = _readers.field("CallersContactsArchived", "archivedCount", _readers.integer)
