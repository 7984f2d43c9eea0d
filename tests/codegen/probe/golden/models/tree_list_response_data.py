# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class TreeListResponseData(Model):
    """TreeListResponseData

    Attributes:
        items:
        has_more:
    """

    items: list[Tree]
    has_more: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "items": "items",
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
            value = source.get("hasMore", UNSET)
            self.has_more = (
                value if value is UNSET or value.__class__ is bool else _READ_HAS_MORE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .tree import Tree

_READ_ITEMS = _readers.field(
    "TreeListResponseData",
    "items",
    _readers.list_of("TreeListResponseData.items[]", Tree.from_dict),
)
_READ_HAS_MORE = _readers.field("TreeListResponseData", "hasMore", _readers.boolean)
