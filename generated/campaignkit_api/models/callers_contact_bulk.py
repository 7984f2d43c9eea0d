# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersContactBulk(Model):
    """Contacts to create or update in a campaign.

    Attributes:
        contacts: Contacts to create or update.
    """

    contacts: list[CallersContactBulkItem]

    _json_names: ClassVar[Mapping[str, str]] = {
        "contacts": "contacts",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["contacts"]
            self.contacts = _READ_CONTACTS(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_contact_bulk_item import CallersContactBulkItem

_READ_CONTACTS = _readers.field(
    "CallersContactBulk",
    "contacts",
    _readers.list_of("CallersContactBulk.contacts[]", CallersContactBulkItem.from_dict),
)

CallersContactBulk._encoders = {
    "contacts": _encoders.list_of(_encoders.model(CallersContactBulkItem)),
}
