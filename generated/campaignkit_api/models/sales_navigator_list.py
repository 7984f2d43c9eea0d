# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class SalesNavigatorList(Model):
    """Saved searches or lead lists of Sales Navigator.

    Attributes:
        items: Saved searches or lead lists.
    """

    items: list[SalesNavigatorSource]

    _json_names: ClassVar[Mapping[str, str]] = {
        "items": "items",
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
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .sales_navigator_source import SalesNavigatorSource

_READ_ITEMS = _readers.field(
    "SalesNavigatorList",
    "items",
    _readers.list_of("SalesNavigatorList.items[]", SalesNavigatorSource.from_dict),
)
