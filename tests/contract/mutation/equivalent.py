"""Behaviours that the documents allow and the fake does not show. No check may report them."""

from typing import Any

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, START
from campaignkit_fake.callers.contacts import Contacts
from campaignkit_fake.engine.errors import ApiError
from werkzeug import Request, Response

from .mutant import (
    FAILURE,
    SONARLY,
    RuleCall,
    equivalent,
    mutates_body,
    mutates_response,
    mutates_rule,
)


@equivalent("The page promises a row for each id, and no order.")
@mutates_rule(LEAD_STATUS)
def rows_reversed(call: RuleCall) -> Any:
    """Lead statuses are in the reverse order of the ids."""
    return {"items": call.call_original()["items"][::-1]}


@equivalent("No page names an order of campaigns.")
@mutates_rule(LIST)
def list_reversed(call: RuleCall) -> Any:
    """The newest campaign is listed first."""
    return {"items": call.call_original()["items"][::-1]}


@equivalent("The vendor's schema of an error requires no field.")
@mutates_body(CALLERS_LIST, statuses=FAILURE)
def error_without_status(body: Any) -> None:
    """An error of Callers.ai has no status."""
    del body["status"]


@equivalent("No page names a header beside the 429.")
@mutates_response(statuses=(429,))
def no_retry_after(_: Request, response: Response) -> None:
    """A 429 has no Retry-After."""
    response.headers.pop("Retry-After", None)


@equivalent("Pages print one code, that of a request which is not valid.")
@mutates_body(*SONARLY, statuses=(401, 403, 404, 409))
def other_codes(body: Any) -> None:
    """Errors have other codes than those of the fake."""
    body["error"]["code"] = "SOMETHING_ELSE"


@equivalent("No page says what `details` is, or that it is always there.")
@mutates_body(*SONARLY, statuses=FAILURE)
def no_details(body: Any) -> None:
    """Errors have no details."""
    del body["error"]["details"]


@equivalent("A trace id is a text; no page gives it a form.")
@mutates_body(GET)
def other_trace_form(body: Any) -> None:
    """Trace ids have another form."""
    body["traceId"] = f"trace/{body['traceId']}"


@equivalent("No page says that a start works immediately, or for which leads.")
@mutates_body(START)
def nothing_triggered(body: Any) -> None:
    """A start has triggered nothing yet."""
    body["data"] |= {"triggered": False, "instancesCreated": 0}


@equivalent("The page of a discard prints the action of an approval too.")
@mutates_body("sonarly_campaigns_discard")
def discard_called_approved(body: Any) -> None:
    """A discard returns the action `approved`."""
    body["data"]["action"] = "approved"


@equivalent("No page says that a memory which was deleted is listed.")
@mutates_body("callers_memories_list")
def deleted_memories_unseen(body: Any) -> None:
    """Deleted memories are not listed."""
    body["data"] = [item for item in body["data"] if item["status"] != "DELETED"]


@equivalent("The sample of the page has both true.")
@mutates_body("callers_contacts_create")
def created_and_modified(body: Any) -> None:
    """A created contact is also modified."""
    body["modified"] = True


@equivalent("No page says that an archived contact can be read.")
@mutates_rule("callers_contacts_get")
def archived_unread(call: RuleCall) -> Any:
    """An archived contact cannot be read."""
    fields = call.call_original()
    if call.store[Contacts].by_id[fields["id"]].is_archived:
        raise ApiError(404, "The campaign has no such contact.")
    return fields


@equivalent("No page names an order of folders.")
@mutates_body("sonarly_audiences_navigation")
def folders_reversed(body: Any) -> None:
    """The newest folder comes first."""
    body["data"]["folders"].reverse()


@equivalent("No page says how long a job is queued, or that it is seen so.")
@mutates_body("sonarly_prospecting_get", "sonarly_signals_get")
def queued_unseen(body: Any) -> None:
    """A queued job is returned as running."""
    if body["data"]["status"] == "queued":
        body["data"]["status"] = "running"
