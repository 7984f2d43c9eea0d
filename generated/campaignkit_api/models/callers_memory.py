# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersMemory(Model):
    """Memory about a contact.

    Attributes:
        id: ID of the memory.
        name: Subject of the memory.
        text: Text of the memory.
        status: Whether a memory is active, superseded or deleted.
        phone_number: Phone number of the contact, as digits without a +.
        campaign_id: ID of the campaign.
        created_at: Creation time.
        contact_id: ID of the contact.
        previous_memory_id: ID of the memory that this memory replaced.
        updated_at: Time of the last update.
    """

    id: str
    name: str
    text: str
    status: CallersMemoryStatus
    phone_number: str
    campaign_id: str
    created_at: datetime.datetime
    contact_id: str | Unset = UNSET
    previous_memory_id: str | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "text": "text",
        "status": "status",
        "phone_number": "phoneNumber",
        "campaign_id": "campaignId",
        "created_at": "createdAt",
        "contact_id": "contactId",
        "previous_memory_id": "previousMemoryId",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["name"]
            self.name = value if value.__class__ is str else _READ_NAME(value)
            value = source["text"]
            self.text = value if value.__class__ is str else _READ_TEXT(value)
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
            value = source["phoneNumber"]
            self.phone_number = value if value.__class__ is str else _READ_PHONE_NUMBER(value)
            value = source["campaignId"]
            self.campaign_id = value if value.__class__ is str else _READ_CAMPAIGN_ID(value)
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
            value = source.get("contactId", UNSET)
            self.contact_id = (
                value if value is UNSET or value.__class__ is str else _READ_CONTACT_ID(value)
            )
            value = source.get("previousMemoryId", UNSET)
            self.previous_memory_id = (
                value
                if value is UNSET or value.__class__ is str
                else _READ_PREVIOUS_MEMORY_ID(value)
            )
            value = source.get("updatedAt", UNSET)
            self.updated_at = value if value is UNSET else _READ_UPDATED_AT(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_memory_status import CallersMemoryStatus

_KNOWN_STATUS = _readers.enum_members(CallersMemoryStatus)
_READ_ID = _readers.field("CallersMemory", "id", _readers.text)
_READ_NAME = _readers.field("CallersMemory", "name", _readers.text)
_READ_TEXT = _readers.field("CallersMemory", "text", _readers.text)
_READ_STATUS = _readers.field("CallersMemory", "status", _readers.enum_member(CallersMemoryStatus))
_READ_PHONE_NUMBER = _readers.field("CallersMemory", "phoneNumber", _readers.text)
_READ_CAMPAIGN_ID = _readers.field("CallersMemory", "campaignId", _readers.text)
_READ_CREATED_AT = _readers.datetime_field("CallersMemory", "createdAt")
_READ_CONTACT_ID = _readers.field("CallersMemory", "contactId", _readers.text)
_READ_PREVIOUS_MEMORY_ID = _readers.field("CallersMemory", "previousMemoryId", _readers.text)
_READ_UPDATED_AT = _readers.datetime_field("CallersMemory", "updatedAt")
