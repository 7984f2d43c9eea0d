"""Stateful checks of Callers.ai's contacts and their calls."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..spec.document import Json
from ..targets.budget import known_items
from ..targets.listing import items
from ..targets.target import SkipCheck, Target
from .contact_writes import new_contact
from .prepared import check_each, succeed

_LIST, _GET, _CREATE, _BULK, _ARCHIVE, _ARCHIVE_BY_NUMBER, _ARCHIVE_BULK, _ARCHIVE_ALL = (
    f"callers_contacts_{name}"
    for name in (
        *("list", "get", "create", "create_bulk", "archive", "archive_by_phone_number"),
        *("archive_bulk", "archive_all"),
    )
)
_CALLS, _CONTACT_CALLS, _WEBHOOK = (
    f"callers_calls_{name}" for name in ("list", "list_for_contact", "webhook_payload")
)
_CAMPAIGNS = "callers_campaigns_list"
_CONTACT = "callers contactId"
_SAMPLE_SIZE = 4
_ROWS = 60  # more than the usual size of a page


def phone_number_identifies_contact(target: Target) -> Iterator[str]:
    """Check that a second creation with a phone number changes the existing contact."""
    call = target.resources.call_values(_CREATE)
    campaign = str(call.values["campaignId"])
    before, first = _ids(target, campaign), succeed(target, _CREATE, call)
    name = f"{call.json['name']} (another)"
    second = target.data(_CREATE, campaignId=campaign, json={**call.json, "name": name})
    results = [(result["created"], result["modified"]) for result in (first, second)]
    if results != [(True, False), (False, True)]:
        yield f"{_CREATE} returns {first} and then {second}"
    after = _ids(target, campaign)
    if {first["contactId"], second["contactId"]} | before != after or first["contactId"] in before:
        yield f"{_CREATE} creates several contacts for one phone number, or none"
    values = {"campaignId": campaign, "contactId": first["contactId"]}
    read = target.data(_GET, **values)
    if read["name"] != name:
        yield f"after {_CREATE}, the contact's name is {read['name']}"
    yield from _check_attempts(_GET, read)
    if len(after) != len(before) + 1:
        yield f"{_LIST} has {len(after) - len(before)} more contacts"


def bulk_create_counts_contacts(target: Target) -> Iterator[str]:
    """Check that a bulk creation counts and returns new and changed contacts."""
    known = target.resources.make(_CONTACT)
    calls = [target.resources.call_values(_BULK) for _ in range(2)]
    [first], [other] = (call.json["contacts"] for call in calls)
    campaign = known.parents["campaignId"]
    before = _ids(target, campaign)
    numbers = (other["phoneNumber"], known.body["json"]["phoneNumber"])
    given = [first, *({**first, "phoneNumber": number} for number in numbers)]
    response = target.data(_BULK, campaignId=campaign, json={"contacts": given})
    counts = [response[name] for name in ("requested", "added", "modified")]
    if counts != [3, 2, 1]:
        yield f"{_BULK} counts {counts}, expected [3, 2, 1]"
    after, new = _ids(target, campaign), set(response["contactIds"]) - before
    if after - before != new or len(after) != len(before) + 2:
        yield f"{_BULK} returns other contacts than it creates"
    names = {
        target.data(_GET, campaignId=campaign, contactId=contact_id)["name"]
        for contact_id in response["contactIds"]
    }
    if names != {first["name"]}:
        yield f"{_BULK} gives a contact another name"


def archived_contact_is_unlisted(target: Target) -> Iterator[str]:
    """Check that an archived contact is only in the archived list, and can be restored."""
    operations = (_ARCHIVE, _ARCHIVE_BY_NUMBER, _ARCHIVE_BULK, _ARCHIVE_ALL)
    yield from check_each(target, operations, lambda operation: _check_archive(target, operation))


def _check_archive(target: Target, operation: str) -> Iterator[str]:
    contact = target.resources.make(_CONTACT)
    campaign = contact.parents["campaignId"]
    if operation == _ARCHIVE_ALL and not target.reset_server:
        given = [new_contact(target) for _ in range(_ROWS)]
        target.data(_BULK, campaignId=campaign, json={"contacts": given})
    body = {"contactIds": [contact.id]} if operation == _ARCHIVE_BULK else {}
    call = target.resources.call_values(operation, contact.values, json=body)
    active, archived = _ids(target, campaign), _ids(target, campaign, archived="true")
    responses = [succeed(target, operation, call) for _ in range(2)]
    gone = active if operation == _ARCHIVE_ALL else {contact.id}
    if operation in (_ARCHIVE_BULK, _ARCHIVE_ALL):
        if [response["archivedCount"] for response in responses] != [len(gone), 0]:
            yield f"{operation} counts other contacts than all that it has to archive"
    elif responses[0] is not True:
        yield f"{operation} returns {responses[0]} and then {responses[1]}"
    after = _ids(target, campaign), _ids(target, campaign, archived="true")
    if after != (active - gone, archived | gone):
        yield f"{operation} archives other contacts, or none"
    sent = {**contact.body["json"], "data": {}}
    restored = target.data(_CREATE, campaignId=campaign, json=sent)
    is_same = restored["contactId"] == contact.id and not restored["created"]
    if not is_same or contact.id not in _ids(target, campaign):
        yield f"a contact that {operation} archived cannot be restored"
    if target.reset_server:
        yield from _check_statuses(target, operation, campaign)


def _check_statuses(target: Target, operation: str, campaign: str) -> Iterator[str]:
    """Archive a listed contact of each status; the run itself makes new ones only."""
    rows = {row["status"]: row for row in items(target, _LIST, campaignId=campaign)}
    for status, row in rows.items():
        values = {"campaignId": campaign, "phoneNumber": row["phoneNumber"]}
        body = {"contactIds": [row["id"]]} if operation == _ARCHIVE_BULK else {}
        call = target.resources.call_values(
            operation, {**values, "contactId": row["id"]}, json=body
        )
        succeed(target, operation, call)
        if row["id"] in _ids(target, campaign):
            yield f"{operation} leaves a contact with the status {status} in {_LIST}"
        if row["id"] not in _ids(target, campaign, archived="true"):
            yield f"{operation} removes a contact with the status {status} from the archived list"


def attempts_have_last_time(target: Target) -> Iterator[str]:
    """Check that the last attempt is empty before the first call to a contact only."""
    if target.ask(_LIST).status != 200:
        raise SkipCheck("no list shows a campaign of Callers.ai: create one first")
    findings = (
        found for row in known_items(target, _LIST) for found in _check_attempts(_LIST, row)
    )
    yield from dict.fromkeys(findings)


def _check_attempts(read: str, contact: Mapping[str, Any]) -> Iterator[str]:
    """Check the fields of one contact, which the documents define by each other."""
    if (contact["attempts"] == 0) is not (contact["lastAttempt"] is None):
        last = contact["lastAttempt"] or "no time"
        yield f"{read} shows {contact['attempts']} attempts, the last one at {last}"


def calls_belong_to_contact(target: Target) -> Iterator[str]:
    """Check that the calls of a contact are the campaign's calls that name it."""
    if target.ask(_CALLS).status != 200:
        raise SkipCheck("no list shows a campaign of Callers.ai: create one first")
    whole = items(target, _CALLS)
    called = list(dict.fromkeys(call["contactId"] for call in whole))[:_SAMPLE_SIZE]
    for contact_id in dict.fromkeys([*called, *_archived_with_calls(target)]):
        own = [call for call in whole if call["contactId"] == contact_id]
        if items(target, _CONTACT_CALLS, contactId=contact_id) != own:
            yield f"{_CONTACT_CALLS} has other calls of {contact_id} than {_CALLS}"
    for call in (*_various(whole), *_of_other_direction(target, whole)):
        yield from _check_webhook(target, call)
    if len({call["campaignId"] for call in whole}) > 1:
        yield f"{_CALLS} has calls of several campaigns"


def _archived_with_calls(target: Target) -> list[str]:
    """Return the first archived contact that was called. Its calls are kept."""
    archived = items(target, _LIST, archived="true")
    return [contact["id"] for contact in archived if contact["attempts"]][:1]


def _various(calls: Sequence[Json]) -> list[Json]:
    """Return the first calls, and the longest one."""
    longest = sorted(calls, key=lambda call: call["duration"] or 0)[-1:]
    return [*(call for call in calls[:_SAMPLE_SIZE] if call not in longest), *longest]


def _of_other_direction(target: Target, calls: Sequence[Json]) -> list[Json]:
    """Return an incoming call if the calls are outgoing, and the other way round."""
    known = {call["incomingCall"] for call in calls}
    for campaign in target.data(_CAMPAIGNS) if calls else ():
        if campaign["isIncoming"] not in known:
            found = items(target, _CALLS, campaignId=campaign["id"])
            return [call for call in found if call["incomingCall"] not in known][:1]
    return []


def _check_webhook(target: Target, call: Json) -> Iterator[str]:
    """Yield what the payload of a call shows otherwise than the list."""
    values = {"campaignId": call["campaignId"], "callId": call["id"]}
    event: Any = json.loads(target.ask(_WEBHOOK, values).body or b"{}")
    expected = {
        **{name: call[name] for name in ("id", "createdAt", "status", "duration", "sessionId")},
        **{name: call[name] for name in ("phoneFrom", "phoneTo") if name in event},
        "campaign": call["campaignId"],
        "contact": call["contactId"],
    }
    for name, value in expected.items():
        if _id_of(event[name]) != value:
            yield f"{_WEBHOOK} has another {name} than the call"
    account = event.get("twilio", {}).get("accountSid", call["twilioAccountSid"])
    if account != call["twilioAccountSid"]:
        yield f"{_WEBHOOK} has another accountSid than the call"
    if _contents(event.get("transcript")) != _contents(call["messages"]):
        yield f"{_WEBHOOK} has another transcript than the call"


def _contents(transcript: Any) -> list[Any]:
    """Return the texts of a transcript; an early document has them in another form."""
    entries = transcript if isinstance(transcript, list) else []
    return [entry.get("content") for entry in entries if isinstance(entry, Mapping)]


def _id_of(value: Any) -> Any:
    return value["id"] if isinstance(value, Mapping) else value


def _ids(target: Target, campaign_id: str, **values: str) -> set[str]:
    """Return the ids of a campaign's contacts."""
    return {contact["id"] for contact in items(target, _LIST, campaignId=campaign_id, **values)}
