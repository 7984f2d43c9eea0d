# Generated from openapi.yaml by `make generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from campaignkit_runtime.decoding import readers as _readers
from campaignkit_runtime.models import UNSET, Model, Unset


@define(repr=False, weakref_slot=False)
class CallWebhookPayload(Model):
    """Webhook payload of a call.

    Attributes:
        id: ID of the call.
        status: Status of the call, reason of its end, or answer of the contact. The latest
            known of these.
        campaign: Campaign of a call.
        contact: Contact of a call.
        created_at: Start time of the call.
        phone_from: Phone number of the caller, in E.164 format.
        call_status: Status of a call.
        post_process_status: Answer of the contact.
        hang_up_reason: Reason why a call ended.
        events: Events that the script triggered during the call.
        webhook_url: URL that received this payload.
        webhook_event: Event that a webhook receives.
        webhook_events: Events that the webhook receives.
        webhook_statuses: Statuses that the webhook receives.
        duration: Duration of the conversation with the agent, in seconds.
        total_duration: Duration in seconds, with the time after the call was forwarded.
        contact_status: Intent of the contact.
        conversation_flow: Empty in the only sample.
        summary: Answers to the key questions of the campaign, by question title. Older payloads
            have plain text.
        twilio: IDs of the call at Twilio, the carrier.
        organization_id: ID of the organization.
        transcript: Transcript of the call, in order.
        interested: Definition of interest in the campaign, and whether the contact showed it.
        is_test_call: True for a test call.
        session_id: ID of the session.
        slack_url: URL for Slack notifications, if Slack is connected.
        variables: Variables of the contact, in an older form of the payload.
    """

    id: str
    status: CallersCallOutcome
    campaign: CallWebhookCampaign
    contact: CallWebhookContact
    created_at: datetime.datetime | Unset = UNSET
    phone_from: str | Unset = UNSET
    call_status: CallersCallStatus | Unset = UNSET
    post_process_status: CallersContactAnswer | Unset = UNSET
    hang_up_reason: CallersHangUpReason | Unset = UNSET
    events: list[CallersCallEvent] | Unset = UNSET
    webhook_url: str | Unset = UNSET
    webhook_event: CallersWebhookEvent | Unset = UNSET
    webhook_events: list[CallersWebhookEvent] | Unset = UNSET
    webhook_statuses: list[str] | Unset = UNSET
    duration: float | Unset = UNSET
    total_duration: float | Unset = UNSET
    contact_status: CallWebhookContactStatus | Unset = UNSET
    conversation_flow: list[Any] | Unset = UNSET
    summary: CallWebhookSummary | Unset = UNSET
    twilio: CallWebhookTwilio | Unset = UNSET
    organization_id: str | Unset = UNSET
    transcript: list[CallersTranscriptEntry] | Unset = UNSET
    interested: CallWebhookInterest | Unset = UNSET
    is_test_call: bool | Unset = UNSET
    session_id: str | Unset = UNSET
    slack_url: str | Unset = UNSET
    variables: CallWebhookPayloadVariables | Unset = UNSET

    _json_names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "status": "status",
        "campaign": "campaign",
        "contact": "contact",
        "created_at": "createdAt",
        "phone_from": "phoneFrom",
        "call_status": "callStatus",
        "post_process_status": "postProcessStatus",
        "hang_up_reason": "hangUpReason",
        "events": "events",
        "webhook_url": "webhookUrl",
        "webhook_event": "webhookEvent",
        "webhook_events": "webhookEvents",
        "webhook_statuses": "webhookStatuses",
        "duration": "duration",
        "total_duration": "totalDuration",
        "contact_status": "contactStatus",
        "conversation_flow": "conversationFlow",
        "summary": "summary",
        "twilio": "twilio",
        "organization_id": "organizationId",
        "transcript": "transcript",
        "interested": "interested",
        "is_test_call": "isTestCall",
        "session_id": "sessionId",
        "slack_url": "slackUrl",
        "variables": "variables",
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
            value = source["status"]
            self.status = (value.__class__ is str and _KNOWN_STATUS.get(value)) or _READ_STATUS(
                value
            )
            value = source["campaign"]
            self.campaign = _READ_CAMPAIGN(value)
            value = source["contact"]
            self.contact = _READ_CONTACT(value)
            value = source.get("createdAt", UNSET)
            self.created_at = value if value is UNSET else _READ_CREATED_AT(value)
            value = source.get("phoneFrom", UNSET)
            self.phone_from = (
                value if value is UNSET or value.__class__ is str else _READ_PHONE_FROM(value)
            )
            value = source.get("callStatus", UNSET)
            self.call_status = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_CALL_STATUS.get(value))
                or _READ_CALL_STATUS(value)
            )
            value = source.get("postProcessStatus", UNSET)
            self.post_process_status = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_POST_PROCESS_STATUS.get(value))
                or _READ_POST_PROCESS_STATUS(value)
            )
            value = source.get("hangUpReason", UNSET)
            self.hang_up_reason = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_HANG_UP_REASON.get(value))
                or _READ_HANG_UP_REASON(value)
            )
            value = source.get("events", UNSET)
            self.events = value if value is UNSET else _READ_EVENTS(value)
            value = source.get("webhookUrl", UNSET)
            self.webhook_url = (
                value if value is UNSET or value.__class__ is str else _READ_WEBHOOK_URL(value)
            )
            value = source.get("webhookEvent", UNSET)
            self.webhook_event = (
                value
                if value is UNSET
                else (value.__class__ is str and _KNOWN_WEBHOOK_EVENT.get(value))
                or _READ_WEBHOOK_EVENT(value)
            )
            value = source.get("webhookEvents", UNSET)
            self.webhook_events = value if value is UNSET else _READ_WEBHOOK_EVENTS(value)
            value = source.get("webhookStatuses", UNSET)
            self.webhook_statuses = value if value is UNSET else _READ_WEBHOOK_STATUSES(value)
            value = source.get("duration", UNSET)
            self.duration = (
                value if value is UNSET or value.__class__ is float else _READ_DURATION(value)
            )
            value = source.get("totalDuration", UNSET)
            self.total_duration = (
                value if value is UNSET or value.__class__ is float else _READ_TOTAL_DURATION(value)
            )
            value = source.get("contactStatus", UNSET)
            self.contact_status = value if value is UNSET else _READ_CONTACT_STATUS(value)
            value = source.get("conversationFlow", UNSET)
            self.conversation_flow = value if value is UNSET else _READ_CONVERSATION_FLOW(value)
            value = source.get("summary", UNSET)
            self.summary = value if value is UNSET else _READ_SUMMARY(value)
            value = source.get("twilio", UNSET)
            self.twilio = value if value is UNSET else _READ_TWILIO(value)
            value = source.get("organizationId", UNSET)
            self.organization_id = (
                value if value is UNSET or value.__class__ is str else _READ_ORGANIZATION_ID(value)
            )
            value = source.get("transcript", UNSET)
            self.transcript = value if value is UNSET else _READ_TRANSCRIPT(value)
            value = source.get("interested", UNSET)
            self.interested = value if value is UNSET else _READ_INTERESTED(value)
            value = source.get("isTestCall", UNSET)
            self.is_test_call = (
                value if value is UNSET or value.__class__ is bool else _READ_IS_TEST_CALL(value)
            )
            value = source.get("sessionId", UNSET)
            self.session_id = (
                value if value is UNSET or value.__class__ is str else _READ_SESSION_ID(value)
            )
            value = source.get("slackUrl", UNSET)
            self.slack_url = (
                value if value is UNSET or value.__class__ is str else _READ_SLACK_URL(value)
            )
            value = source.get("variables", UNSET)
            self.variables = value if value is UNSET else _READ_VARIABLES(value)
        except KeyError as error:
            raise _readers.missing(error) from None
        return self


from .call_webhook_campaign import CallWebhookCampaign
from .call_webhook_contact import CallWebhookContact
from .call_webhook_contact_status import CallWebhookContactStatus
from .call_webhook_interest import CallWebhookInterest
from .call_webhook_payload_variables import CallWebhookPayloadVariables
from .call_webhook_summary import CallWebhookSummary
from .call_webhook_twilio import CallWebhookTwilio
from .callers_call_event import CallersCallEvent
from .callers_call_outcome import CallersCallOutcome
from .callers_call_status import CallersCallStatus
from .callers_contact_answer import CallersContactAnswer
from .callers_hang_up_reason import CallersHangUpReason
from .callers_transcript_entry import CallersTranscriptEntry
from .callers_webhook_event import CallersWebhookEvent

_KNOWN_STATUS = _readers.enum_members(CallersCallOutcome)
_KNOWN_CALL_STATUS = _readers.enum_members(CallersCallStatus)
_KNOWN_POST_PROCESS_STATUS = _readers.enum_members(CallersContactAnswer)
_KNOWN_HANG_UP_REASON = _readers.enum_members(CallersHangUpReason)
_KNOWN_WEBHOOK_EVENT = _readers.enum_members(CallersWebhookEvent)
_READ_ID = _readers.field("CallWebhookPayload", "id", _readers.text)
_READ_STATUS = _readers.field(
    "CallWebhookPayload", "status", _readers.enum_member(CallersCallOutcome)
)
_READ_CAMPAIGN = _readers.field("CallWebhookPayload", "campaign", CallWebhookCampaign.from_dict)
_READ_CONTACT = _readers.field("CallWebhookPayload", "contact", CallWebhookContact.from_dict)
_READ_CREATED_AT = _readers.datetime_field("CallWebhookPayload", "createdAt")
_READ_PHONE_FROM = _readers.field("CallWebhookPayload", "phoneFrom", _readers.text)
_READ_CALL_STATUS = _readers.field(
    "CallWebhookPayload", "callStatus", _readers.enum_member(CallersCallStatus)
)
_READ_POST_PROCESS_STATUS = _readers.field(
    "CallWebhookPayload", "postProcessStatus", _readers.enum_member(CallersContactAnswer)
)
_READ_HANG_UP_REASON = _readers.field(
    "CallWebhookPayload", "hangUpReason", _readers.enum_member(CallersHangUpReason)
)
_READ_EVENTS = _readers.field(
    "CallWebhookPayload",
    "events",
    _readers.list_of("CallWebhookPayload.events[]", CallersCallEvent.from_dict),
)
_READ_WEBHOOK_URL = _readers.field("CallWebhookPayload", "webhookUrl", _readers.text)
_READ_WEBHOOK_EVENT = _readers.field(
    "CallWebhookPayload", "webhookEvent", _readers.enum_member(CallersWebhookEvent)
)
_READ_WEBHOOK_EVENTS = _readers.field(
    "CallWebhookPayload",
    "webhookEvents",
    _readers.list_of(
        "CallWebhookPayload.webhookEvents[]", _readers.enum_member(CallersWebhookEvent)
    ),
)
_READ_WEBHOOK_STATUSES = _readers.field(
    "CallWebhookPayload",
    "webhookStatuses",
    _readers.list_of("CallWebhookPayload.webhookStatuses[]", _readers.text),
)
_READ_DURATION = _readers.field("CallWebhookPayload", "duration", _readers.number)
_READ_TOTAL_DURATION = _readers.field("CallWebhookPayload", "totalDuration", _readers.number)
_READ_CONTACT_STATUS = _readers.field(
    "CallWebhookPayload", "contactStatus", CallWebhookContactStatus.from_dict
)
_READ_CONVERSATION_FLOW = _readers.field(
    "CallWebhookPayload",
    "conversationFlow",
    _readers.list_of("CallWebhookPayload.conversationFlow[]", _readers.any_value),
)
_READ_SUMMARY = _readers.field("CallWebhookPayload", "summary", CallWebhookSummary.from_dict)
_READ_TWILIO = _readers.field("CallWebhookPayload", "twilio", CallWebhookTwilio.from_dict)
_READ_ORGANIZATION_ID = _readers.field("CallWebhookPayload", "organizationId", _readers.text)
_READ_TRANSCRIPT = _readers.field(
    "CallWebhookPayload",
    "transcript",
    _readers.list_of("CallWebhookPayload.transcript[]", CallersTranscriptEntry.from_dict),
)
_READ_INTERESTED = _readers.field("CallWebhookPayload", "interested", CallWebhookInterest.from_dict)
_READ_IS_TEST_CALL = _readers.field("CallWebhookPayload", "isTestCall", _readers.boolean)
_READ_SESSION_ID = _readers.field("CallWebhookPayload", "sessionId", _readers.text)
_READ_SLACK_URL = _readers.field("CallWebhookPayload", "slackUrl", _readers.text)
_READ_VARIABLES = _readers.field(
    "CallWebhookPayload", "variables", CallWebhookPayloadVariables.from_dict
)
