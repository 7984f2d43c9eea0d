# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallersContact(Model):
    """Contact of a campaign, with its call attempts.

    Attributes:
        id: ID of the contact, a string ObjectId.
        name: Name of the contact.
        phone_number: Phone number of the contact.
        campaign_id: ID of the campaign, a string ObjectId.
        status: Status of the contact in the campaign. No document lists the values.
        attempts: Number of calls to the contact.
        created_at: Creation time.
        last_attempt: Time of the last call; `None` before the first call.
        failed_reason: Reason why a call failed.
        failed_reason_details: Details of the failure.
    """

    id: str
    name: str
    phone_number: str
    campaign_id: str
    status: str
    attempts: int
    created_at: datetime.datetime
    last_attempt: datetime.datetime | None
    failed_reason: str | Unset = UNSET
    failed_reason_details: str | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "phone_number": "phoneNumber",
        "campaign_id": "campaignId",
        "status": "status",
        "attempts": "attempts",
        "created_at": "createdAt",
        "last_attempt": "lastAttempt",
        "failed_reason": "failedReason",
        "failed_reason_details": "failedReasonDetails",
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
            value = source["phoneNumber"]
            self.phone_number = value if value.__class__ is str else _READ_PHONE_NUMBER(value)
            value = source["campaignId"]
            self.campaign_id = value if value.__class__ is str else _READ_CAMPAIGN_ID(value)
            value = source["status"]
            self.status = value if value.__class__ is str else _READ_STATUS(value)
            value = source["attempts"]
            self.attempts = value if value.__class__ is int else _READ_ATTEMPTS(value)
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
            value = source["lastAttempt"]
            self.last_attempt = value if value is None else _READ_LAST_ATTEMPT(value)
            value = source.get("failedReason", UNSET)
            self.failed_reason = (
                value if value is UNSET or value.__class__ is str else _READ_FAILED_REASON(value)
            )
            value = source.get("failedReasonDetails", UNSET)
            self.failed_reason_details = (
                value
                if value is UNSET or value.__class__ is str
                else _READ_FAILED_REASON_DETAILS(value)
            )
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


_READ_ID = _readers.field("CallersContact", "id", _readers.text)
_READ_NAME = _readers.field("CallersContact", "name", _readers.text)
_READ_PHONE_NUMBER = _readers.field("CallersContact", "phoneNumber", _readers.text)
_READ_CAMPAIGN_ID = _readers.field("CallersContact", "campaignId", _readers.text)
_READ_STATUS = _readers.field("CallersContact", "status", _readers.text)
_READ_ATTEMPTS = _readers.field("CallersContact", "attempts", _readers.integer)
_READ_CREATED_AT = _readers.datetime_field("CallersContact", "createdAt")
_READ_LAST_ATTEMPT = _readers.datetime_field("CallersContact", "lastAttempt")
_READ_FAILED_REASON = _readers.field("CallersContact", "failedReason", _readers.text)
_READ_FAILED_REASON_DETAILS = _readers.field("CallersContact", "failedReasonDetails", _readers.text)
