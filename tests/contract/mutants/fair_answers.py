"""What a vendor may do by the documents, though our fake does not: nothing may object to it."""

from typing import Any

from planting import FAILURE, SONARLY, Turn, answered, equivalent, ruled, told
from subject import CALLERS_LIST, GET, LEAD_STATUS, LIST, START
from werkzeug import Request, Response


@equivalent("The page promises a row for each id, and no order.")
@ruled(LEAD_STATUS)
def rows_reversed(turn: Turn) -> Any:
    """The rows are in the reverse order of the ids."""
    return {"items": turn.healthy()["items"][::-1]}


@equivalent("No page names an order of campaigns.")
@ruled(LIST)
def list_reversed(turn: Turn) -> Any:
    """The newest campaign is listed first."""
    return {"items": turn.healthy()["items"][::-1]}


@equivalent("The vendor's schema of an error requires no field.")
@told(CALLERS_LIST, statuses=FAILURE)
def error_without_status(body: Any) -> None:
    """An error of Callers.ai has no status."""
    del body["status"]


@equivalent("No page names a header beside the 429.")
@answered(statuses=(429,))
def no_retry_after(_: Request, response: Response) -> None:
    """A limit does not say how long it lasts."""
    response.headers.pop("Retry-After", None)


@equivalent("Pages print one code, that of a request which is not valid.")
@told(*SONARLY, statuses=(401, 403, 404, 409))
def other_codes(body: Any) -> None:
    """Errors have other codes than those of the fake."""
    body["error"]["code"] = "SOMETHING_ELSE"


@equivalent("No page says what `details` is, or that it is always there.")
@told(*SONARLY, statuses=FAILURE)
def no_details(body: Any) -> None:
    """Errors have no details."""
    del body["error"]["details"]


@equivalent("A trace id is a text; no page gives it a form.")
@told(GET)
def other_trace_form(body: Any) -> None:
    """Trace ids have another form."""
    body["traceId"] = f"trace/{body['traceId']}"


@equivalent("No page says that a start works at once, or on whom.")
@told(START)
def nothing_triggered(body: Any) -> None:
    """A start triggers nothing yet."""
    body["data"] |= {"triggered": False, "instancesCreated": 0}
