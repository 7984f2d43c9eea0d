# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersContactDetail(Model):
    """Result for a contact of a bulk call.

    Attributes:
        contact_id: ID of the contact.
        phone_number: Phone number of the contact.
        status: Change of a contact.
    """

    contact_id: str | Unset = UNSET
    phone_number: str | Unset = UNSET
    status: CallersContactChange | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "contact_id": "contactId",
        "phone_number": "phoneNumber",
        "status": "status",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source.get("contactId", UNSET)
            self.contact_id = (
                value if value is UNSET or value.__class__ is str else _READ_CONTACT_ID(value)
            )
            value = source.get("phoneNumber", UNSET)
            self.phone_number = (
                value if value is UNSET or value.__class__ is str else _READ_PHONE_NUMBER(value)
            )
            value = source.get("status", UNSET)
            self.status = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_contact_change import CallersContactChange

_KNOWN_STATUS = _readers.enum_members(CallersContactChange)
_READ_CONTACT_ID = _readers.field("CallersContactDetail", "contactId", _readers.text)
_READ_PHONE_NUMBER = _readers.field("CallersContactDetail", "phoneNumber", _readers.text)
_READ_STATUS = _readers.field(
    "CallersContactDetail", "status", _readers.enum_member(CallersContactChange)
)
