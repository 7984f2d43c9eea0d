# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime import encoders as _encoders
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersContactBulkItem(Model):
    """Contact of a bulk call.

    Attributes:
        name: Name of the contact.
        phone_number: Phone number to call, with the country code. It identifies the contact.
        data: Values of the campaign variables for this contact, by variable name.
        phone_numbers: Further phone numbers of the contact.
        timezone: Time zone of the contact.
        archived: If true, the contact is kept but not called. The default is false.
    """

    name: str
    phone_number: str
    data: CallersContactBulkItemData
    phone_numbers: list[str] | Unset = UNSET
    timezone: str | Unset = UNSET
    archived: bool | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "phone_number": "phoneNumber",
        "data": "data",
        "phone_numbers": "phoneNumbers",
        "timezone": "timezone",
        "archived": "archived",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["phoneNumber"]
            self.phone_number = value if value.__class__ is str else _READ_PHONE_NUMBER(value)
            value = source["data"]
            self.data = _READ_DATA(value)
            value = source.get("phoneNumbers", UNSET)
            self.phone_numbers = value if value is UNSET else _READ_PHONE_NUMBERS(value)
            value = source.get("timezone", UNSET)
            self.timezone = (
                value if value is UNSET or value.__class__ is str else _READ_TIMEZONE(value)
            )
            value = source.get("archived", UNSET)
            self.archived = (
                value if value is UNSET or value.__class__ is bool else _READ_ARCHIVED(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_contact_bulk_item_data import CallersContactBulkItemData

_READ_NAME = _readers.field("CallersContactBulkItem", "name", _readers.text)
_READ_PHONE_NUMBER = _readers.field("CallersContactBulkItem", "phoneNumber", _readers.text)
_READ_DATA = _readers.field("CallersContactBulkItem", "data", CallersContactBulkItemData.from_dict)
_READ_PHONE_NUMBERS = _readers.field(
    "CallersContactBulkItem",
    "phoneNumbers",
    _readers.list_of("CallersContactBulkItem.phoneNumbers[]", _readers.text),
)
_READ_TIMEZONE = _readers.field("CallersContactBulkItem", "timezone", _readers.text)
_READ_ARCHIVED = _readers.field("CallersContactBulkItem", "archived", _readers.boolean)

CallersContactBulkItem._encoders = {
    "name": _encoders.text,
    "phone_number": _encoders.text,
    "data": _encoders.model(CallersContactBulkItemData),
    "phone_numbers": _encoders.optional(_encoders.list_of(_encoders.text)),
    "timezone": _encoders.optional(_encoders.text),
    "archived": _encoders.optional(_encoders.boolean),
}
