# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.decoding import unions as _unions
from campaignkit_runtime.models import Model


@define(repr=False, weakref_slot=False)
class CallersCall(Model):
    """Outgoing or incoming call of a campaign.

    Attributes:
        id: ID of the call, a string ObjectId.
        session_id: ID of the session, a string ObjectId.
        campaign_id: ID of the campaign, a string ObjectId.
        organization_id: ID of the organization, a string ObjectId.
        duration: Duration in seconds.
        hang_up_reason: Reason why the call ended; `None` before its end.
        status: Status of the call, reason of its end, or answer of the contact. The latest
            known of these.
        failed_reason: Reason why the call failed; `None` if it did not fail.
        recording_url: URL of the recording; `None` if it is missing.
        created_at: Creation time.
        updated_at: Time of the last update.
        phone_from: Phone number of the caller.
        phone_to: Phone number that was called.
        messages: Transcript of the call, in order.
        contact_id: ID of the contact, a string ObjectId.
        summary: Summary of the call, in a form that no document prints.
        events: Events that the script triggered during the call.
        goal: Goal of the call; `None` if it had no goal.
        twilio_account_sid: SID of the Twilio account.
        incoming_call: True for an incoming call, false for an outgoing call.
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
        """Return the model for parsed JSON; raise SchemaMismatchError if it does not fit the spec."""
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
        _unions.one_of(
            [
                CallersTranscriptEntry.from_dict,
                _readers.list_of("CallersCall.messages[][]", _readers.any_value),
            ]
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
