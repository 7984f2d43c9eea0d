# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import Model


@define(repr=False, weakref_slot=False)
class CallersContactBulk(Model):
    """Contacts to add to a campaign, or to change there.

    Attributes:
        contacts: The contacts, which may be many.
    """

    contacts: list[CallersContactBulkItem]

    _json_names: ClassVar[Mapping[str, str]] = {
        "contacts": "contacts",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
        self = object.__new__(cls)
        try:
            value = source["contacts"]
            self.contacts = _READ_CONTACTS(value)
        except KeyError as error:
            raise _reading.missing(error) from None
        return self


from .callers_contact_bulk_item import CallersContactBulkItem

_READ_CONTACTS = _reading.field(
    "CallersContactBulk",
    "contacts",
    _reading.listed("CallersContactBulk.contacts[]", CallersContactBulkItem.from_dict),
)
