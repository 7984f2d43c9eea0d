"""Calls of campaigns, and the webhook payload of a call."""

from datetime import datetime, timedelta
from random import Random
from typing import Self

from ..engine.context import Context
from ..engine.errors import ApiError
from ..engine.ids import Ids, make_id
from ..engine.pagination import by_number
from ..engine.times import iso_millis
from ..engine.types import JSON
from ..state.collection import Collection
from ..state.seeds import Seeds
from .campaigns import CallersCampaigns, campaign_of
from .contacts import Contact, Contacts, contact_of

__all__ = ["RULES", "Calls"]

_PER_PAGE = 50
_ANSWERED = ("INTERESTED", "NOT_INTERESTED", "CALL_ME_LATER")
_UNANSWERED = ("NO_ANSWER", "BUSY", "VOICE_MAIL")
_GOAL = "The contact wants to see a demo."
_EVENTS = {
    **{outcome: f"POST_PROCESSING_FINISHED:{outcome}" for outcome in (*_ANSWERED, "VOICE_MAIL")},
    **{outcome: f"COULD_NOT_CONNECT:{outcome}" for outcome in ("NO_ANSWER", "BUSY")},
    "FAILED": "FAILED",
}


class Calls(Collection[JSON]):
    """Calls of all contacts, one for each attempt; the last has the contact's status."""

    def __init__(self) -> None:
        super().__init__()
        self._ids = Ids("c2")

    @classmethod
    def seeded(cls, seeds: Seeds) -> Self:
        """Return the calls of the seeded contacts."""
        calls, random, campaigns = cls(), seeds.random("calls"), seeds[CallersCampaigns].by_id
        for contact in seeds[Contacts].by_id.values():
            fields = contact.fields
            campaign, attempts = campaigns[fields["campaignId"]], fields["attempts"]
            outcomes = [random.choice(_UNANSWERED) for _ in range(attempts - 1)]
            for number, outcome in enumerate([*outcomes, fields["status"]][:attempts], 1):
                started = datetime.fromisoformat(fields["createdAt"])
                calls._add(random, campaign, contact, outcome, started + timedelta(hours=number))
        return calls

    def with_field(self, name: str, value: str) -> list[JSON]:
        """Return the calls whose field has a value."""
        return [call for call in self.by_id.values() if call[name] == value]

    def _add(
        self, random: Random, campaign: JSON, contact: Contact, outcome: str, started: datetime
    ) -> None:
        is_answered = outcome in _ANSWERED
        duration = random.randrange(20, 300) if is_answered else 0
        call_id = next(self._ids)
        self.by_id[call_id] = {
            "id": call_id,
            "sessionId": make_id("5c", len(self.by_id)),
            "campaignId": campaign["id"],
            "organizationId": campaign["organizationId"],
            "duration": duration,
            "hangUpReason": "CALL_FINISHED" if is_answered else None,
            "status": outcome,
            "failedReason": contact.fields.get("failedReason") if outcome == "FAILED" else None,
            "recordingUrl": f"https://media.example.com/{call_id}.mp3" if is_answered else None,
            "createdAt": iso_millis(started),
            "updatedAt": iso_millis(started + timedelta(seconds=duration)),
            "phoneFrom": campaign["callParams"]["phonesFrom"][0],
            "phoneTo": contact.fields["phoneNumber"],
            "messages": _messages() if is_answered else [],
            "contactId": contact.id,
            "summary": {"Demo": outcome == "INTERESTED"} if is_answered else {},
            "events": [_message(contact, started)] if outcome == "INTERESTED" else [],
            "goal": _goal(outcome) if is_answered else None,
            "twilioAccountSid": "AC" + "0" * 32,
            "incomingCall": campaign["isIncoming"],
        }


def _messages() -> list[JSON]:
    said = (("agent", "Would you like to see a demo?"), ("user", "Let me think about it."))
    return [{"content": content, "role": role} for role, content in said]


def _message(contact: Contact, started: datetime) -> JSON:
    number = contact.fields["phoneNumber"]
    data = {"sent": True, "status": "queued", "sentAt": iso_millis(started), "sentTo": number}
    return {"type": "SMS", "data": {**data, "text": "Here is how to book your demo."}}


def _goal(outcome: str) -> JSON:
    return {"description": _GOAL, "reached": outcome == "INTERESTED"}


def list_calls(context: Context) -> list[JSON]:
    """Return a page of a campaign's calls."""
    campaign = campaign_of(context)
    calls = context.store[Calls].with_field("campaignId", campaign["id"])
    return by_number(calls, context.arguments, first=0, size=_PER_PAGE)


def list_calls_for_contact(context: Context) -> JSON:
    """Return a page of a contact's calls, with their number."""
    contact = contact_of(context)
    calls = context.store[Calls].with_field("contactId", contact.id)
    return {
        "data": by_number(calls, context.arguments, first=1, size=_PER_PAGE),
        "total": len(calls),
        "page": context.arguments.get("page", 1),
        "perPage": context.arguments.get("perPage", _PER_PAGE),
    }


def webhook_payload(context: Context) -> JSON:
    """Return the webhook payload of a call."""
    campaign = campaign_of(context)
    call = context.store[Calls].by_id.get(context.arguments["callId"])
    if call is None or call["campaignId"] != campaign["id"]:
        raise ApiError(404, "The campaign has no such call.")
    return _payload(campaign, context.store[Contacts].by_id[call["contactId"]], call)


def _payload(campaign: JSON, contact: Contact, call: JSON) -> JSON:
    outcome, is_answered = call["status"], call["status"] in _ANSWERED
    payload = {
        **{name: call[name] for name in ("id", "createdAt", "phoneFrom", "status", "duration")},
        **{name: call[name] for name in ("organizationId", "sessionId", "events")},
        "callStatus": "COMPLETED" if is_answered else outcome,
        "totalDuration": call["duration"],
        "contactStatus": _contact_status(outcome),
        "conversationFlow": [],
        "summary": _summary(outcome) if is_answered else {},
        "campaign": {"id": campaign["id"], "name": campaign["name"]},
        "contact": {
            **{name: contact.fields[name] for name in ("id", "name", "phoneNumber")},
            "data": contact.data,
        },
        "twilio": {"accountSid": call["twilioAccountSid"], "callSessionId": call["sessionId"]},
        "transcript": call["messages"],
        "interested": _goal(outcome),
        "webhookUrl": next(iter(campaign["webhooks"]), "https://hooks.example.com/none"),
        "webhookEvent": _EVENTS[outcome],
        "webhookEvents": list(_EVENTS.values()),
        "webhookStatuses": [*_EVENTS],
        "isTestCall": False,
        "slackUrl": campaign["slackUrl"],
    }
    if is_answered:
        payload |= {"postProcessStatus": outcome, "hangUpReason": call["hangUpReason"]}
    return payload


def _contact_status(outcome: str) -> JSON:
    later = outcome == "CALL_ME_LATER"
    return {"callMeLater": later, "doNotCall": False, "wrongNumber": False}


def _summary(outcome: str) -> JSON:
    question = {"description": _GOAL, "options": [], "order": 1, "type": "YES_NO"}
    return {"Demo": {**question, "value": outcome == "INTERESTED"}}


RULES = {
    "callers_calls_list": list_calls,
    "callers_calls_list_for_contact": list_calls_for_contact,
    "callers_calls_webhook_payload": webhook_payload,
}
