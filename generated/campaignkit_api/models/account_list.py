# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class AccountList(Model):
    """Account groups that a key can access.

    Attributes:
        items: Account groups of the key.
        next_cursor: Cursor of a next page. No call takes it.
        has_more: True if the response is not complete.
    """

    items: list[Account]
    next_cursor: None | str | Unset = UNSET
    has_more: bool | Unset = UNSET

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
            value = source.get("nextCursor", UNSET)
            self.next_cursor = (
                value
                if value is UNSET or value is None or value.__class__ is str
                else _READ_NEXT_CURSOR(value)
            )
            value = source.get("hasMore", UNSET)
            self.has_more = (
                value if value is UNSET or value.__class__ is bool else _READ_HAS_MORE(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .account import Account

_READ_ITEMS = _readers.field(
    "AccountList", "items", _readers.list_of("AccountList.items[]", Account.from_dict)
)
_READ_NEXT_CURSOR = _readers.nullable_field("AccountList", "nextCursor", _readers.text)
_READ_HAS_MORE = _readers.field("AccountList", "hasMore", _readers.boolean)
