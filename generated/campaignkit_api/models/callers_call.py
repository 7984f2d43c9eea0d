# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from .. import reading as _reading
from ..types import Model


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
        """The model that parsed JSON holds; a Mismatch where it is not what the spec says."""
        if not isinstance(source, dict):
            raise _reading.Mismatch("an object")
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
            raise _reading.missing(error) from None
        return self


from .callers_call_event import CallersCallEvent
from .callers_call_outcome import CallersCallOutcome
from .callers_call_summary import CallersCallSummary
from .callers_goal import CallersGoal
from .callers_hang_up_reason import CallersHangUpReason
from .callers_transcript_entry import CallersTranscriptEntry

_KNOWN_HANG_UP_REASON = _reading.members(CallersHangUpReason)
_KNOWN_STATUS = _reading.members(CallersCallOutcome)
_READ_ID = _reading.field("CallersCall", "id", _reading.text)
_READ_SESSION_ID = _reading.field("CallersCall", "sessionId", _reading.text)
_READ_CAMPAIGN_ID = _reading.field("CallersCall", "campaignId", _reading.text)
_READ_ORGANIZATION_ID = _reading.field("CallersCall", "organizationId", _reading.text)
_READ_DURATION = _reading.field("CallersCall", "duration", _reading.number)
_READ_HANG_UP_REASON = _reading.nullable_field(
    "CallersCall", "hangUpReason", _reading.member(CallersHangUpReason)
)
_READ_STATUS = _reading.field("CallersCall", "status", _reading.member(CallersCallOutcome))
_READ_FAILED_REASON = _reading.nullable_field("CallersCall", "failedReason", _reading.text)
_READ_RECORDING_URL = _reading.nullable_field("CallersCall", "recordingUrl", _reading.text)
_READ_CREATED_AT = _reading.moment_field("CallersCall", "createdAt")
_READ_UPDATED_AT = _reading.moment_field("CallersCall", "updatedAt")
_READ_PHONE_FROM = _reading.field("CallersCall", "phoneFrom", _reading.text)
_READ_PHONE_TO = _reading.field("CallersCall", "phoneTo", _reading.text)
_READ_MESSAGES = _reading.field(
    "CallersCall",
    "messages",
    _reading.listed(
        "CallersCall.messages[]",
        _reading.one_of(
            None,
            {},
            [
                CallersTranscriptEntry.from_dict,
                _reading.listed("CallersCall.messages[][]", _reading.anything),
            ],
        ),
    ),
)
_READ_CONTACT_ID = _reading.field("CallersCall", "contactId", _reading.text)
_READ_SUMMARY = _reading.field("CallersCall", "summary", CallersCallSummary.from_dict)
_READ_EVENTS = _reading.field(
    "CallersCall", "events", _reading.listed("CallersCall.events[]", CallersCallEvent.from_dict)
)
_READ_GOAL = _reading.nullable_field("CallersCall", "goal", CallersGoal.from_dict)
_READ_TWILIO_ACCOUNT_SID = _reading.field("CallersCall", "twilioAccountSid", _reading.text)
_READ_INCOMING_CALL = _reading.field("CallersCall", "incomingCall", _reading.boolean)
