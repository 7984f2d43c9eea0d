"""Stateful checks of writes to contacts of Callers.ai: bulk results, phone numbers, archived."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..sandbox.values import digits
from ..spec.document import Json
from ..spec.fields import item_schema
from ..targets.listing import items
from ..targets.requests import payload
from ..targets.resources import Resource
from ..targets.target import Target
from .prepared import check_each, succeed

_LIST, _GET, _CREATE, _BULK, _ARCHIVE, _ARCHIVE_BULK = (
    f"callers_contacts_{name}"
    for name in ("list", "get", "create", "create_bulk", "archive_by_phone_number", "archive_bulk")
)
_CREATE_MEMORY = "callers_memories_create_by_phone_number"
_CONTACT = "callers contactId"
_ROWS = 60  # more than the usual size of a page
_SIZES = (1, 11, 13, 53, 101)
"""Numbers of rows that leave an incomplete batch of any usual size."""
_CREATORS = (_CREATE, _BULK)


def bulk_results_name_each_contact(target: Target) -> Iterator[str]:
    """Check that a bulk creation returns every id and count, and details only on request."""
    known = target.resources.make(_CONTACT)
    campaign = known.parents["campaignId"]
    # Twice with details, because a server may keep those of the first call.
    for is_verbose in (False, True, True):
        new = [new_contact(target) for _ in range(2)]
        given = [*new, {**known.body["json"], "name": new[0]["name"]}]
        query = {"verbose": "true"} if is_verbose else {}
        result = target.data(_BULK, campaignId=campaign, json={"contacts": given}, **query)
        yield from _result_findings(target, known, given, result)
        if not is_verbose and "contactDetails" in result:
            yield f"{_BULK} returns contactDetails without verbose"
        if is_verbose:
            yield from _detail_findings(target, known, result)
    yield from _repeated_number(target, campaign)


def _repeated_number(target: Target, campaign: str) -> Iterator[str]:
    """Create two rows with one new number: they are one contact, with the fields of a row."""
    first, other = new_contact(target), new_contact(target)
    second = {**other, "phoneNumber": first["phoneNumber"]}
    result = target.data(_BULK, campaignId=campaign, json={"contacts": [first, second]})
    number = digits(first["phoneNumber"])
    listed = items(target, _LIST, campaignId=campaign)
    named = [row for row in listed if digits(row["phoneNumber"]) == number]
    counts = [result["requested"], result["added"], len(set(result["contactIds"])), len(named)]
    if counts != [2, 1, 1, 1]:
        yield f"{_BULK} creates {counts[1:]} contacts for two rows with one phone number"
    if any(row["name"] not in {first["name"], second["name"]} for row in named):
        yield f"{_BULK} gives a contact another name"


def _result_findings(
    target: Target, known: Resource, given: list[Json], result: Json
) -> Iterator[str]:
    counts = [result[name] for name in ("requested", "added", "modified")]
    if counts != [3, 2, 1]:
        yield f"{_BULK} counts {counts}, expected [3, 2, 1]"
    campaign = known.parents["campaignId"]
    numbers = {digits(contact["phoneNumber"]) for contact in given}
    listed = items(target, _LIST, campaignId=campaign)
    named = {row["id"] for row in listed if digits(row["phoneNumber"]) in numbers}
    if sorted(result["contactIds"]) != sorted(named):
        yield f"{_BULK} returns other ids than those of the created and changed contacts"


def _detail_findings(target: Target, known: Resource, result: Json) -> Iterator[str]:
    details = {row["contactId"]: row for row in result["contactDetails"]}
    ids = [row["contactId"] for row in result["contactDetails"]]
    if sorted(ids) != sorted(result["contactIds"]):  # The rows have different phone numbers.
        yield f"{_BULK} has contactDetails of other contacts than contactIds"
    states = {id_: "updated" if id_ == known.id else "created" for id_ in details}
    if {id_: row["status"] for id_, row in details.items()} != states:
        yield f"{_BULK} has contactDetails with another status than what it did"
    campaign = known.parents["campaignId"]
    listed = {row["id"]: row["phoneNumber"] for row in items(target, _LIST, campaignId=campaign)}
    numbers = {id_: digits(row["phoneNumber"]) for id_, row in details.items()}
    if numbers != {id_: digits(listed.get(id_, "")) for id_ in details}:
        yield f"{_BULK} has contactDetails with other phone numbers"


def bulk_rows_are_kept_apart(target: Target) -> Iterator[str]:
    """Check that a large bulk creation applies every row, each with its own fields."""
    target.require_exclusive("callers")  # The campaign calls these contacts.
    call = target.resources.call_values(_BULK)
    campaign = str(call.values["campaignId"])
    given = [{**new_contact(target), "archived": number % 3 == 0} for number in range(_ROWS)]
    exchange = target.ask(_BULK, call.values, body={"json": {"contacts": given}})
    if not 200 <= exchange.status < 300:
        return  # No page names a limit, so that a server may have one.
    for is_archived in (False, True):
        query = {"archived": str(is_archived).lower()}
        names = {
            digits(row["phoneNumber"]): row["name"]
            for row in items(target, _LIST, campaignId=campaign, **query)
        }
        for contact in given:
            name = contact["name"] if contact["archived"] is is_archived else None
            if names.get(digits(contact["phoneNumber"])) != name:
                yield f"{_BULK} loses a row of {_ROWS}, or mixes its fields with those of another"
                return


def bulk_writes_of_any_size_are_applied(target: Target) -> Iterator[str]:
    """Check that bulk creations and archivings of several sizes apply and count every row."""
    campaign = str(target.resources.call_values(_BULK).values["campaignId"])
    for size in _SIZES:
        given = [new_contact(target) for _ in range(size)]
        body = {"json": {"contacts": given}}
        exchange = target.ask(_BULK, {"campaignId": campaign}, body=body)
        if exchange.status < 300:  # No page names a limit, so that a server may have one.
            yield from _check_size(target, campaign, given, payload(exchange))


def _check_size(target: Target, campaign: str, given: list[Json], result: Json) -> Iterator[str]:
    """Check the result of a bulk creation, and archive what it has created."""
    numbers = {digits(contact["phoneNumber"]) for contact in given}
    listed = items(target, _LIST, campaignId=campaign)
    made = {row["id"] for row in listed if digits(row["phoneNumber"]) in numbers}
    counts = [result["requested"], result["added"], len(set(result["contactIds"])), len(made)]
    if counts != [len(given)] * len(counts):
        yield f"{_BULK} of {len(given)} contacts counts {counts[:-1]} and creates {len(made)}"
    body = {"json": {"contactIds": sorted(made)}}
    exchange = target.ask(_ARCHIVE_BULK, {"campaignId": campaign}, body=body)
    if exchange.status < 300:
        count, left = payload(exchange)["archivedCount"], _ids(target, campaign) & made
        if count != len(made) or left:
            yield f"{_ARCHIVE_BULK} of {len(made)} contacts counts {count} and leaves {len(left)}"


def bulk_archive_counts_contacts(target: Target) -> Iterator[str]:
    """Check that a bulk archiving archives every given contact, counts them, and no other."""
    made = [target.resources.make(_CONTACT) for _ in range(4)]
    campaign = made[0].parents["campaignId"]
    given, kept = [contact.id for contact in made[:3]], made[3].id
    call = target.resources.call_values(
        _ARCHIVE_BULK, {"campaignId": campaign}, json={"contactIds": given}
    )
    if (count := succeed(target, _ARCHIVE_BULK, call)["archivedCount"]) != len(given):
        yield f"{_ARCHIVE_BULK} counts {count} of {len(given)} contacts"
    active = _ids(target, campaign)
    if active & set(given) or kept not in active:
        yield f"{_ARCHIVE_BULK} archives other contacts than the given ones"


def archived_contact_can_be_created(target: Target) -> Iterator[str]:
    """Check that a contact created as archived is only in that list, until it is created again."""
    yield from check_each(target, _CREATORS, lambda name: _check_created_archived(target, name))


def _check_created_archived(target: Target, operation: str) -> Iterator[str]:
    for is_archived in (False, True):
        contact = {**new_contact(target), "archived": is_archived}
        campaign, id_ = _create(target, operation, contact)
        if _lists_of(target, campaign, id_) != (not is_archived, is_archived):
            yield f"{operation} ignores archived {str(is_archived).lower()}"
    # The archived contact again, without optional fields: "The default is false."
    smallest = {name: contact[name] for name in item_schema(operation)["required"]}
    again = _create(target, operation, smallest)
    if again != (campaign, id_) or _lists_of(target, campaign, id_) != (True, False):
        yield f"{operation} does not restore an archived contact without optional fields"


def _lists_of(target: Target, campaign: str, id_: str) -> tuple[bool, bool]:
    """Return whether a contact is in the list of active contacts, and in the archived one."""
    return id_ in _ids(target, campaign), id_ in _ids(target, campaign, archived="true")


def phone_numbers_are_completed(target: Target) -> Iterator[str]:
    """Check that fixUSPhoneNumber puts a 1 before a number without one, if it is true."""
    yield from check_each(target, _CREATORS, lambda name: _check_completed(target, name))


def _check_completed(target: Target, operation: str) -> Iterator[str]:
    for has_one, is_fixed in ((False, True), (True, True), (False, False), (False, None)):
        number = digits(new_contact(target)["phoneNumber"])
        sent = number if has_one else number[1:]
        text = "without a value" if is_fixed is None else str(is_fixed).lower()
        query = {} if is_fixed is None else {"fixUSPhoneNumber": text}
        contact = {**new_contact(target), "phoneNumber": sent}
        campaign, id_ = _create(target, operation, contact, query)
        shown = digits(target.data(_GET, campaignId=campaign, contactId=id_)["phoneNumber"])
        if shown != (number if is_fixed else sent):
            yield f"{operation} with fixUSPhoneNumber {text} keeps {shown}"
        if is_fixed is not False:
            archived = target.data(_ARCHIVE, campaignId=campaign, phoneNumber=sent, **query)
            if archived is not True or id_ in _ids(target, campaign):
                yield f"{_ARCHIVE} with fixUSPhoneNumber finds another contact"


def plus_sign_is_optional(target: Target) -> Iterator[str]:
    """Check that a phone number in a path names the same contact with and without a plus."""
    yield from check_each(
        target, (_CREATE_MEMORY, _ARCHIVE), lambda name: _check_plus(target, name)
    )


def _check_plus(target: Target, operation: str) -> Iterator[str]:
    for sign in ("+", ""):
        contact = target.resources.make(_CONTACT)
        campaign = contact.parents["campaignId"]
        number = f"{sign}{digits(contact.body['json']['phoneNumber'])}"
        values = {"campaignId": campaign, "phoneNumber": number}
        call = target.resources.call_values(operation, values)
        result = succeed(target, operation, call)
        if operation == _CREATE_MEMORY and result.get("contactId", contact.id) != contact.id:
            yield f"{operation} finds another contact"
        if operation == _ARCHIVE and contact.id in _ids(target, campaign):
            yield f"{operation} archives another contact"


def _create(
    target: Target, operation: str, contact: Json, query: Mapping[str, str] | None = None
) -> tuple[str, str]:
    """Create a contact; return its campaign and its id."""
    call = target.resources.call_values(operation)
    campaign = str(call.values["campaignId"])
    body: Any = {"contacts": [contact]} if operation == _BULK else contact
    result = target.data(operation, campaignId=campaign, json=body, **(query or {}))
    id_: str = result["contactIds"][0] if operation == _BULK else result["contactId"]
    return campaign, id_


def new_contact(target: Target) -> Json:
    """Return the fields of a contact that does not exist."""
    fields: Json = target.resources.call_values(_CREATE).json
    return fields


def _ids(target: Target, campaign_id: str, **values: str) -> set[str]:
    return {contact["id"] for contact in items(target, _LIST, campaignId=campaign_id, **values)}
