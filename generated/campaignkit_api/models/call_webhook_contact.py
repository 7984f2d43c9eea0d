# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallWebhookContact(Model):
    """Contact of a call.

    Attributes:
        phone_number: Phone number of the contact.
        id: ID of the contact.
        name: Name of the contact.
        data: Variables of the contact, by name.
    """

    phone_number: str
    id: str | Unset = UNSET
    name: str | Unset = UNSET
    data: CallWebhookContactData | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "phone_number": "phoneNumber",
        "id": "id",
        "name": "name",
        "data": "data",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["phoneNumber"]
            self.phone_number = value if value.__class__ is str else _READ_PHONE_NUMBER(value)
            value = source.get("id", UNSET)
            self.id = value if value is UNSET or value.__class__ is str else _READ_ID(value)
            value = source.get("name", UNSET)
            self.name = value if value is UNSET or value.__class__ is str else _READ_NAME(value)
            value = source.get("data", UNSET)
            self.data = value if value is UNSET else _READ_DATA(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .call_webhook_contact_data import CallWebhookContactData

_READ_PHONE_NUMBER = _readers.field("CallWebhookContact", "phoneNumber", _readers.text)
_READ_ID = _readers.field("CallWebhookContact", "id", _readers.text)
_READ_NAME = _readers.field("CallWebhookContact", "name", _readers.text)
_READ_DATA = _readers.field("CallWebhookContact", "data", CallWebhookContactData.from_dict)
