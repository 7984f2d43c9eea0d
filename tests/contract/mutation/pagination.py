"""Bugs in lists: their pages, their filters, and what they hold."""

from typing import Any

from campaignkit_fake.callers.calls import Calls
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.sonarly.audiences import Audiences, list_prospects

from .mutant import Environ, Turn, asked, ruled, told

_STYLES, _OFFERS, _SIGNALS = (
    f"sonarly_templates_list_{each}"
    for each in ("writing_styles", "value_propositions", "signal_specifications")
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


@ruled(_STYLES)
def last_repeated(turn: Turn) -> Any:
    """A page begins with the last item of the page before."""
    page = turn.healthy()
    if "cursor" in turn.arguments:
        page = {**page, "items": [turn.memory["last"], *page["items"][:-1]]}
    turn.memory["last"] = page["items"][-1]
    return page


@ruled(_PROSPECTS)
def one_skipped(turn: Turn) -> Any:
    """Between two pages an item is lost."""
    page = turn.healthy()
    if "cursor" in turn.arguments:
        page = {**page, "items": page["items"][1:]}
    return page


@ruled(_OFFERS)
def limit_ignored(turn: Turn) -> Any:
    """A page is as long as it likes."""
    return turn.healthy(limit=100)


@ruled(_SIGNALS)
def one_too_many(turn: Turn) -> Any:
    """A page has one item more than the limit."""
    return turn.healthy(limit=turn.arguments.get("limit", 25) + 1)


@told(_AUDIENCES)
def more_without_cursor(body: Any) -> None:
    """A list says that there is more, and has no cursor."""
    body["data"] |= {"hasMore": True, "nextCursor": None}


@told(_SCANS)
def cursor_without_more(body: Any) -> None:
    """The last page has a cursor still."""
    if not body["data"]["hasMore"]:
        body["data"]["nextCursor"] = "eyJhZnRlciI6bnVsbH0"


@ruled(_JOBS)
def first_page_again(turn: Turn) -> Any:
    """The cursor is not read, so that the first page comes again."""
    arguments = {name: each for name, each in turn.arguments.items() if name != "cursor"}
    return turn.call(arguments)


@ruled(_AUDIENCES)
def last_page_missing(turn: Turn) -> Any:
    """The page before the last one says that it is the last."""
    page = turn.healthy()
    after = turn.arguments.get("limit", 25)
    if page["hasMore"] and after == 2:
        return {**page, "hasMore": False, "nextCursor": None}
    return page


@ruled(_MESSAGES)
def any_conversation(turn: Turn) -> Any:
    """The messages of all conversations are answered for one."""
    arguments = {name: each for name, each in turn.arguments.items() if name != "conversationId"}
    return turn.call(arguments)


@ruled(_MESSAGES)
def no_conversation(turn: Turn) -> Any:
    """No message is found in any conversation."""
    page = turn.healthy()
    return {**page, "items": []} if "conversationId" in turn.arguments else page


@asked(_JOBS)
def any_status(environ: Environ) -> None:
    """Jobs of every status are answered for one."""
    _drop(environ, "status")


@ruled(_SCANS)
def failed_are_completed(turn: Turn) -> Any:
    """Who asks for completed scans gets those that failed."""
    status = turn.arguments.get("status")
    return turn.healthy(status="failed") if status == "completed" else turn.healthy()


@asked("callers_memories_list")
def memories_of_any_status(environ: Environ) -> None:
    """Memories of every status are answered for one."""
    _drop(environ, "status")


@asked(_CONTACTS)
def contacts_of_any_status(environ: Environ) -> None:
    """Contacts of every status are answered for one."""
    _drop(environ, "statuses")


@ruled(_CONTACTS)
def pages_from_one(turn: Turn) -> Any:
    """The first page of contacts has the number one."""
    return turn.healthy(page=max(turn.arguments.get("page", 0) - 1, 0))


@ruled(_CALLS)
def second_page_first(turn: Turn) -> Any:
    """The pages of calls begin with the second one."""
    return turn.healthy(page=turn.arguments.get("page", 0) + 1)


@ruled(_CALLS)
def fixed_page_size(turn: Turn) -> Any:
    """Every page of calls has fifty, whatever was asked for."""
    return turn.healthy(perPage=50)


@told(_CALLS_OF)
def page_counted_as_all(body: Any) -> None:
    """A page of a contact's calls says that there are as many as it holds, and one."""
    body["total"] = len(body["data"]) + 1


@told(_CALLS_OF)
def wrong_page_number(body: Any) -> None:
    """The first page of a contact's calls says that it is page 0."""
    body["page"] -= 1


@ruled(_CALLS_OF)
def calls_of_everybody(turn: Turn) -> Any:
    """A contact's calls are those of the whole campaign."""
    turn.healthy()
    campaign_id = turn.arguments["campaignId"]
    calls = [each for each in turn.store[Calls].by_id.values() if each["campaignId"] == campaign_id]
    size, page = turn.arguments.get("perPage", 50), turn.arguments.get("page", 1)
    begin = (page - 1) * size
    return {"data": calls[begin : begin + size], "total": len(calls), "page": page, "perPage": size}


@ruled(_CALLS)
def foreign_calls(turn: Turn) -> Any:
    """The calls of all campaigns are listed."""
    turn.healthy()
    size, page = turn.arguments.get("perPage", 50), turn.arguments.get("page", 0)
    return list(turn.store[Calls].by_id.values())[page * size : (page + 1) * size]


@ruled("sonarly_templates_get_value_proposition")
def listed_but_unknown(turn: Turn) -> Any:
    """The second value proposition is listed, and nobody has it."""
    if turn.arguments["valuePropositionId"].endswith("01"):
        raise ApiError(404, "The account group has no such template.")
    return turn.healthy()


@told("sonarly_signals_get")
def other_status_read(body: Any) -> None:
    """A scan that failed is read as a completed one."""
    if body["data"]["status"] == "failed":
        body["data"] |= {"status": "completed", "error": None}


@told("callers_campaigns_get")
def other_name_read(body: Any) -> None:
    """A campaign of Callers.ai is read with another name than it is listed with."""
    body["name"] = body["name"].upper()


@ruled(_PROSPECTS)
def prospects_of_the_next(turn: Turn) -> Any:
    """The prospects of the second audience are those of the first."""
    turn.healthy()
    ids = list(turn.store[Audiences].by_id)
    asked_for = turn.arguments["audienceId"]
    wanted = ids[0] if asked_for == ids[1] else asked_for
    return list_prospects(turn.context.with_arguments(audienceId=wanted))


def _drop(environ: Environ, name: str) -> None:
    kept = [each for each in environ["QUERY_STRING"].split("&") if not each.startswith(f"{name}=")]
    environ["QUERY_STRING"] = "&".join(kept)
    path = environ["REQUEST_URI"].partition("?")[0]
    environ["REQUEST_URI"] = f"{path}?{environ['QUERY_STRING']}" if kept else path
