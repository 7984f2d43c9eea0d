"""Bugs in lists: pages, filters and items."""

from typing import Any

from campaignkit_fake.callers.calls import Calls
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.engine.pagination import by_cursor
from campaignkit_fake.engine.types import Arguments
from campaignkit_fake.sonarly.audiences import Audiences, list_prospects
from campaignkit_fake.sonarly.messages import Conversations

from .mutant import Environ, RuleCall, mutates_body, mutates_request, mutates_rule

_STYLES, _OFFERS, _SIGNALS = (
    f"sonarly_templates_list_{name}"
    for name in ("writing_styles", "value_propositions", "signal_specifications")
)
_AUDIENCES, _PROSPECTS, _MESSAGES = (
    *("sonarly_audiences_list", "sonarly_audiences_prospects"),
    "sonarly_messages_list",
)
_JOBS, _SCANS = "sonarly_prospecting_list", "sonarly_signals_list"
_CONTACTS, _CALLS, _CALLS_OF = (
    *("callers_contacts_list", "callers_calls_list"),
    "callers_calls_list_for_contact",
)


@mutates_rule(_STYLES)
def last_repeated(call: RuleCall) -> Any:
    """A page starts with the last item of the previous page."""
    page = call.call_original()
    if "cursor" in call.arguments:
        page = {**page, "items": [call.memory["last"], *page["items"][:-1]]}
    call.memory["last"] = page["items"][-1]
    return page


@mutates_rule(_PROSPECTS)
def one_skipped(call: RuleCall) -> Any:
    """An item between two pages is missing."""
    page = call.call_original()
    if "cursor" in call.arguments:
        page = {**page, "items": page["items"][1:]}
    return page


@mutates_rule(_OFFERS)
def limit_ignored(call: RuleCall) -> Any:
    """The limit is ignored."""
    return call.call_original(limit=100)


@mutates_rule(_SIGNALS)
def one_too_many(call: RuleCall) -> Any:
    """A page has one item too many."""
    return call.call_original(limit=call.arguments.get("limit", 25) + 1)


@mutates_body(_AUDIENCES)
def more_without_cursor(body: Any) -> None:
    """A page has hasMore and no cursor."""
    body["data"] |= {"hasMore": True, "nextCursor": None}


@mutates_body(_SCANS)
def cursor_without_more(body: Any) -> None:
    """The last page has a cursor."""
    if not body["data"]["hasMore"]:
        body["data"]["nextCursor"] = "eyJhZnRlciI6bnVsbH0"


@mutates_rule(_JOBS)
def first_page_again(call: RuleCall) -> Any:
    """The cursor is ignored."""
    arguments = {name: value for name, value in call.arguments.items() if name != "cursor"}
    return call.call_with(arguments)


@mutates_rule(_AUDIENCES)
def last_page_missing(call: RuleCall) -> Any:
    """The page before the last has hasMore false."""
    page = call.call_original()
    after = call.arguments.get("limit", 25)
    if page["hasMore"] and after == 2:
        return {**page, "hasMore": False, "nextCursor": None}
    return page


@mutates_rule(_MESSAGES)
def any_conversation(call: RuleCall) -> Any:
    """The filter by conversation is ignored."""
    arguments = {name: value for name, value in call.arguments.items() if name != "conversationId"}
    return call.call_with(arguments)


@mutates_rule(_MESSAGES)
def no_conversation(call: RuleCall) -> Any:
    """The filter by conversation returns no message."""
    page = call.call_original()
    return {**page, "items": []} if "conversationId" in call.arguments else page


@mutates_request(_JOBS)
def any_status(environ: Environ) -> None:
    """The status filter of jobs is ignored."""
    _drop(environ, "status")


@mutates_rule(_SCANS)
def failed_are_completed(call: RuleCall) -> Any:
    """The filter for completed scans returns failed ones."""
    status = call.arguments.get("status")
    return call.call_original(status="failed") if status == "completed" else call.call_original()


@mutates_rule(_MESSAGES)
def conversation_forgotten(call: RuleCall) -> Any:
    """The filter by conversation is ignored after the first page."""
    names = {"conversationId"} if "cursor" in call.arguments else set()
    return call.call_with(_without(call, names))


@mutates_rule(_MESSAGES)
def conversation_of_any_group(call: RuleCall) -> Any:
    """A conversation is found in every account group."""
    found = call.store[Conversations].by_id.get(call.arguments.get("conversationId", ""))
    return by_cursor(found.messages, call.arguments) if found else call.call_original()


@mutates_rule(_JOBS)
def page_numbers_as_cursors(call: RuleCall) -> Any:
    """The cursor of jobs is the number of a page of any size."""
    size, number = int(call.arguments.get("limit", 25)), call.arguments.get("cursor", "0")
    if not number.isdecimal():
        raise ApiError(400)
    whole = call.call_with({**_without(call, {"cursor"}), "limit": 100})["items"]
    begin = int(number) * size
    more = begin + size < len(whole)
    following = str(int(number) + 1) if more else None
    return {"items": whole[begin : begin + size], "nextCursor": following, "hasMore": more}


@mutates_rule("callers_memories_list")
def deleted_hidden(call: RuleCall) -> Any:
    """Memories are listed without the deleted ones, unless they are requested."""
    found = call.call_original()
    if "status" in call.arguments:
        return found
    return {**found, "data": [item for item in found["data"] if item["status"] != "DELETED"]}


@mutates_rule(_CONTACTS)
def second_filter_forgotten(call: RuleCall) -> Any:
    """The second page of contacts with a status forgets the last attempt."""
    is_later = call.arguments.get("page") and "statuses" in call.arguments
    names = {"lastAttemptFrom", "lastAttemptTo"} if is_later else set()
    return call.call_with(_without(call, names))


@mutates_rule(_CONTACTS)
def descending_by_default(call: RuleCall) -> Any:
    """Contacts are in descending order without a direction."""
    return call.call_original(sortDirection=call.arguments.get("sortDirection", "desc"))


@mutates_rule("callers_contacts_get")
def archived_cannot_be_read(call: RuleCall) -> Any:
    """An archived contact is listed and cannot be read."""
    found = call.call_original()
    if call.store[Contacts].by_id[call.arguments["contactId"]].is_archived:
        raise ApiError(404, "The campaign has no such contact.")
    return found


@mutates_request("callers_memories_list")
def memories_of_any_status(environ: Environ) -> None:
    """The status filter of memories is ignored."""
    _drop(environ, "status")


@mutates_request(_CONTACTS)
def contacts_of_any_status(environ: Environ) -> None:
    """The status filter of contacts is ignored."""
    _drop(environ, "statuses")


@mutates_rule(_CONTACTS)
def pages_from_one(call: RuleCall) -> Any:
    """The first page of contacts has the number one."""
    return call.call_original(page=max(call.arguments.get("page", 0) - 1, 0))


@mutates_rule(_CALLS)
def second_page_first(call: RuleCall) -> Any:
    """The first page of calls is the second one."""
    return call.call_original(page=call.arguments.get("page", 0) + 1)


@mutates_rule(_CALLS)
def fixed_page_size(call: RuleCall) -> Any:
    """Every page of calls has fifty items, for any requested size."""
    return call.call_original(perPage=50)


@mutates_body(_CALLS_OF)
def page_counted_as_all(body: Any) -> None:
    """The total of a contact's calls is the page length plus one."""
    body["total"] = len(body["data"]) + 1


@mutates_body(_CALLS_OF)
def wrong_page_number(body: Any) -> None:
    """The first page of a contact's calls has the number 0."""
    body["page"] -= 1


@mutates_rule(_CALLS_OF)
def calls_of_campaign(call: RuleCall) -> Any:
    """A contact's calls are those of the whole campaign."""
    call.call_original()
    campaign_id = call.arguments["campaignId"]
    calls = [
        call_ for call_ in call.store[Calls].by_id.values() if call_["campaignId"] == campaign_id
    ]
    size, page = call.arguments.get("perPage", 50), call.arguments.get("page", 1)
    begin = (page - 1) * size
    return {"data": calls[begin : begin + size], "total": len(calls), "page": page, "perPage": size}


@mutates_rule(_CALLS)
def foreign_calls(call: RuleCall) -> Any:
    """The list of calls contains those of all campaigns."""
    call.call_original()
    size, page = call.arguments.get("perPage", 50), call.arguments.get("page", 0)
    return list(call.store[Calls].by_id.values())[page * size : (page + 1) * size]


@mutates_rule("sonarly_templates_get_value_proposition")
def listed_but_unknown(call: RuleCall) -> Any:
    """The second value proposition is listed but cannot be read."""
    if call.arguments["valuePropositionId"].endswith("01"):
        raise ApiError(404, "The account group has no such template.")
    return call.call_original()


@mutates_body("sonarly_signals_get")
def other_status_read(body: Any) -> None:
    """A failed scan is read as completed."""
    if body["data"]["status"] == "failed":
        body["data"] |= {"status": "completed", "error": None}


@mutates_body("callers_campaigns_get")
def other_name_read(body: Any) -> None:
    """A campaign of Callers.ai has another name in a read than in the list."""
    body["name"] = body["name"].upper()


@mutates_rule(_PROSPECTS)
def prospects_of_the_next(call: RuleCall) -> Any:
    """The prospects of the second audience are those of the first."""
    call.call_original()
    ids = list(call.store[Audiences].by_id)
    asked_for = call.arguments["audienceId"]
    wanted = ids[0] if asked_for == ids[1] else asked_for
    return list_prospects(call.context.with_arguments(audienceId=wanted))


def _without(call: RuleCall, names: set[str]) -> Arguments:
    return {name: value for name, value in call.arguments.items() if name not in names}


def _drop(environ: Environ, name: str) -> None:
    kept = [part for part in environ["QUERY_STRING"].split("&") if not part.startswith(f"{name}=")]
    environ["QUERY_STRING"] = "&".join(kept)
    path = environ["REQUEST_URI"].partition("?")[0]
    environ["REQUEST_URI"] = f"{path}?{environ['QUERY_STRING']}" if kept else path
