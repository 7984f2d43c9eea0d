# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class TreePageResponseData(Model):
    """TreePageResponseData

    Attributes:
        items:
        next_cursor:
        has_more:
    """

    items: list[Tree]
    next_cursor: None | str
    has_more: bool

    _json_names: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "next_cursor": "nextCursor",
        "has_more": "hasMore",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["items"]
            self.items = _READ_ITEMS(value)
            value = source["nextCursor"]
            self.next_cursor = (
                value if value is None or value.__class__ is str else _READ_NEXT_CURSOR(value)
            )
            value = source["hasMore"]
            self.has_more = value if value.__class__ is bool else _READ_HAS_MORE(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .tree import Tree

_READ_ITEMS = _readers.field(
    "TreePageResponseData",
    "items",
    _readers.list_of("TreePageResponseData.items[]", Tree.from_dict),
)
_READ_NEXT_CURSOR = _readers.nullable_field("TreePageResponseData", "nextCursor", _readers.text)
_READ_HAS_MORE = _readers.field("TreePageResponseData", "hasMore", _readers.boolean)
