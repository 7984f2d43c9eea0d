# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersMemory(Model):
    """Something that is remembered of a contact.

    Attributes:
        id:
        name: What it is about.
        text: What is remembered.
        status: Whether a memory holds, was superseded or is deleted.
        phone_number: The contact's number, in digits without a +.
        campaign_id:
        created_at:
        contact_id:
        previous_memory_id: The memory that this one took the place of.
        updated_at:
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
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
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
            raise _reading.missing(error) from None
        return self


from .callers_memory_status import CallersMemoryStatus

_KNOWN_STATUS = _reading.members(CallersMemoryStatus)
_READ_ID = _reading.field("CallersMemory", "id", _reading.text)
_READ_NAME = _reading.field("CallersMemory", "name", _reading.text)
_READ_TEXT = _reading.field("CallersMemory", "text", _reading.text)
_READ_STATUS = _reading.field("CallersMemory", "status", _reading.member(CallersMemoryStatus))
_READ_PHONE_NUMBER = _reading.field("CallersMemory", "phoneNumber", _reading.text)
_READ_CAMPAIGN_ID = _reading.field("CallersMemory", "campaignId", _reading.text)
_READ_CREATED_AT = _reading.moment_field("CallersMemory", "createdAt")
_READ_CONTACT_ID = _reading.field("CallersMemory", "contactId", _reading.text)
_READ_PREVIOUS_MEMORY_ID = _reading.field("CallersMemory", "previousMemoryId", _reading.text)
_READ_UPDATED_AT = _reading.moment_field("CallersMemory", "updatedAt")
