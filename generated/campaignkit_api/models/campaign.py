# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class Campaign(Model):
    """Campaign without its workflow definition.

    Attributes:
        id: ID of the campaign.
        name: Name of the campaign.
        description: Description of the campaign; `None` if it has none.
        status: Status of a campaign. The vendor prints only `draft`; other values may occur.
        selected_lead_count: Number of leads selected for the campaign.
        include_conversation_history: True if the conversation history is included.
        auto_cancel_on_message_received: True if a reply of a lead ends the outreach to that
            lead.
        outreach_language: Language of the messages, as a short code.
        created_at: Creation time.
        updated_at: Time of the last update.
        started_at: Start time of the campaign; `None` before the start.
        rate_limited_until: End of the current rate limit of the outreach; `None` if it is not
            limited.
    """

    id: str
    name: str
    description: None | str
    status: CampaignStatus
    selected_lead_count: int
    include_conversation_history: bool
    auto_cancel_on_message_received: bool
    outreach_language: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    started_at: datetime.datetime | None
    rate_limited_until: datetime.datetime | None

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "status": "status",
        "selected_lead_count": "selectedLeadCount",
        "include_conversation_history": "includeConversationHistory",
        "auto_cancel_on_message_received": "autoCancelOnMessageReceived",
        "outreach_language": "outreachLanguage",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "started_at": "startedAt",
        "rate_limited_until": "rateLimitedUntil",
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
            value = source["description"]
            self.description = (
                value if value is None or value.__class__ is str else _READ_DESCRIPTION(value)
            )
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
            value = source["selectedLeadCount"]
            self.selected_lead_count = (
                value if value.__class__ is int else _READ_SELECTED_LEAD_COUNT(value)
            )
            value = source["includeConversationHistory"]
            self.include_conversation_history = (
                value if value.__class__ is bool else _READ_INCLUDE_CONVERSATION_HISTORY(value)
            )
            value = source["autoCancelOnMessageReceived"]
            self.auto_cancel_on_message_received = (
                value if value.__class__ is bool else _READ_AUTO_CANCEL_ON_MESSAGE_RECEIVED(value)
            )
            value = source["outreachLanguage"]
            self.outreach_language = (
                value if value.__class__ is str else _READ_OUTREACH_LANGUAGE(value)
            )
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
            value = source["updatedAt"]
            self.updated_at = _READ_UPDATED_AT(value)
            value = source["startedAt"]
            self.started_at = value if value is None else _READ_STARTED_AT(value)
            value = source["rateLimitedUntil"]
            self.rate_limited_until = value if value is None else _READ_RATE_LIMITED_UNTIL(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .campaign_status import CampaignStatus

_KNOWN_STATUS = _readers.enum_members(CampaignStatus)
_READ_ID = _readers.field("Campaign", "id", _readers.text)
_READ_NAME = _readers.field("Campaign", "name", _readers.text)
_READ_DESCRIPTION = _readers.nullable_field("Campaign", "description", _readers.text)
_READ_STATUS = _readers.field("Campaign", "status", _readers.enum_member(CampaignStatus))
_READ_SELECTED_LEAD_COUNT = _readers.field("Campaign", "selectedLeadCount", _readers.integer)
_READ_INCLUDE_CONVERSATION_HISTORY = _readers.field(
    "Campaign", "includeConversationHistory", _readers.boolean
)
_READ_AUTO_CANCEL_ON_MESSAGE_RECEIVED = _readers.field(
    "Campaign", "autoCancelOnMessageReceived", _readers.boolean
)
_READ_OUTREACH_LANGUAGE = _readers.field("Campaign", "outreachLanguage", _readers.text)
_READ_CREATED_AT = _readers.datetime_field("Campaign", "createdAt")
_READ_UPDATED_AT = _readers.datetime_field("Campaign", "updatedAt")
_READ_STARTED_AT = _readers.datetime_field("Campaign", "startedAt")
_READ_RATE_LIMITED_UNTIL = _readers.datetime_field("Campaign", "rateLimitedUntil")
