# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersCall(Model):
    """A call that a campaign made or took.

    Attributes:
        id: A string ObjectId.
        session_id: A string ObjectId.
        campaign_id: A string ObjectId.
        organization_id: A string ObjectId.
        duration: In seconds.
        hang_up_reason: Why the call ended; null while it has not.
        status: How far a call came, why it ended, or what the contact answered; the last of
            these that is known.
        failed_reason: Why the call failed; null where it did not.
        recording_url: Where the recording is; null where there is none.
        created_at:
        updated_at:
        phone_from:
        phone_to:
        messages: What was said, in order.
        contact_id: A string ObjectId.
        summary: What became of the call, in a form that no document prints.
        events: What the script made happen in the call.
        goal: What the call was for; null where it had no goal.
        twilio_account_sid:
        incoming_call: True for a call that was taken, false for one that was made.
    """

    id: str
    session_id: str
    campaign_id: str
    organization_id: str
    duration: float
    hang_up_reason: CallersHangUpReason | None
    status: CallersCallOutcome
    failed_reason: None | str
    recording_url: None | str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    phone_from: str
    phone_to: str
    messages: list[CallersTranscriptEntry | list[Any]]
    contact_id: str
    summary: CallersCallSummary
    events: list[CallersCallEvent]
    goal: CallersGoal | None
    twilio_account_sid: str
    incoming_call: bool

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "session_id": "sessionId",
        "campaign_id": "campaignId",
        "organization_id": "organizationId",
        "duration": "duration",
        "hang_up_reason": "hangUpReason",
        "status": "status",
        "failed_reason": "failedReason",
        "recording_url": "recordingUrl",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "phone_from": "phoneFrom",
        "phone_to": "phoneTo",
        "messages": "messages",
        "contact_id": "contactId",
        "summary": "summary",
        "events": "events",
        "goal": "goal",
        "twilio_account_sid": "twilioAccountSid",
        "incoming_call": "incomingCall",
    }

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """The model that parsed JSON holds; a SchemaMismatchError where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _readers.SchemaMismatchError("an object")
        self = object.__new__(cls)
        try:
            value = source["id"]
            self.id = value if value.__class__ is str else _READ_ID(value)
            value = source["sessionId"]
            self.session_id = value if value.__class__ is str else _READ_SESSION_ID(value)
            value = source["campaignId"]
            self.campaign_id = value if value.__class__ is str else _READ_CAMPAIGN_ID(value)
            value = source["organizationId"]
            self.organization_id = value if value.__class__ is str else _READ_ORGANIZATION_ID(value)
            value = source["duration"]
            self.duration = value if value.__class__ is float else _READ_DURATION(value)
            value = source["hangUpReason"]
            self.hang_up_reason = (
                value
                if value is None
                else (value.__class__ is str and _KNOWN_HANG_UP_REASON.get(value))
                or _READ_HANG_UP_REASON(value)
            )
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
            value = source["failedReason"]
            self.failed_reason = (
                value if value is None or value.__class__ is str else _READ_FAILED_REASON(value)
            )
            value = source["recordingUrl"]
            self.recording_url = (
                value if value is None or value.__class__ is str else _READ_RECORDING_URL(value)
            )
            value = source["createdAt"]
            self.created_at = _READ_CREATED_AT(value)
            value = source["updatedAt"]
            self.updated_at = _READ_UPDATED_AT(value)
            value = source["phoneFrom"]
            self.phone_from = value if value.__class__ is str else _READ_PHONE_FROM(value)
            value = source["phoneTo"]
            self.phone_to = value if value.__class__ is str else _READ_PHONE_TO(value)
            value = source["messages"]
            self.messages = _READ_MESSAGES(value)
            value = source["contactId"]
            self.contact_id = value if value.__class__ is str else _READ_CONTACT_ID(value)
            value = source["summary"]
            self.summary = _READ_SUMMARY(value)
            value = source["events"]
            self.events = _READ_EVENTS(value)
            value = source["goal"]
            self.goal = value if value is None else _READ_GOAL(value)
            value = source["twilioAccountSid"]
            self.twilio_account_sid = (
                value if value.__class__ is str else _READ_TWILIO_ACCOUNT_SID(value)
            )
            value = source["incomingCall"]
            self.incoming_call = value if value.__class__ is bool else _READ_INCOMING_CALL(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .callers_call_event import CallersCallEvent
from .callers_call_outcome import CallersCallOutcome
from .callers_call_summary import CallersCallSummary
from .callers_goal import CallersGoal
from .callers_hang_up_reason import CallersHangUpReason
from .callers_transcript_entry import CallersTranscriptEntry

_KNOWN_HANG_UP_REASON = _readers.enum_members(CallersHangUpReason)
_KNOWN_STATUS = _readers.enum_members(CallersCallOutcome)
_READ_ID = _readers.field("CallersCall", "id", _readers.text)
_READ_SESSION_ID = _readers.field("CallersCall", "sessionId", _readers.text)
_READ_CAMPAIGN_ID = _readers.field("CallersCall", "campaignId", _readers.text)
_READ_ORGANIZATION_ID = _readers.field("CallersCall", "organizationId", _readers.text)
_READ_DURATION = _readers.field("CallersCall", "duration", _readers.number)
_READ_HANG_UP_REASON = _readers.nullable_field(
    "CallersCall", "hangUpReason", _readers.enum_member(CallersHangUpReason)
)
_READ_STATUS = _readers.field("CallersCall", "status", _readers.enum_member(CallersCallOutcome))
_READ_FAILED_REASON = _readers.nullable_field("CallersCall", "failedReason", _readers.text)
_READ_RECORDING_URL = _readers.nullable_field("CallersCall", "recordingUrl", _readers.text)
_READ_CREATED_AT = _readers.datetime_field("CallersCall", "createdAt")
_READ_UPDATED_AT = _readers.datetime_field("CallersCall", "updatedAt")
_READ_PHONE_FROM = _readers.field("CallersCall", "phoneFrom", _readers.text)
_READ_PHONE_TO = _readers.field("CallersCall", "phoneTo", _readers.text)
_READ_MESSAGES = _readers.field(
    "CallersCall",
    "messages",
    _readers.list_of(
        "CallersCall.messages[]",
        _readers.one_of(
            None,
            {},
            [
                CallersTranscriptEntry.from_dict,
                _readers.list_of("CallersCall.messages[][]", _readers.any_value),
            ],
        ),
    ),
)
_READ_CONTACT_ID = _readers.field("CallersCall", "contactId", _readers.text)
_READ_SUMMARY = _readers.field("CallersCall", "summary", CallersCallSummary.from_dict)
_READ_EVENTS = _readers.field(
    "CallersCall", "events", _readers.list_of("CallersCall.events[]", CallersCallEvent.from_dict)
)
_READ_GOAL = _readers.nullable_field("CallersCall", "goal", CallersGoal.from_dict)
_READ_TWILIO_ACCOUNT_SID = _readers.field("CallersCall", "twilioAccountSid", _readers.text)
_READ_INCOMING_CALL = _readers.field("CallersCall", "incomingCall", _readers.boolean)
