"""Bugs in how is refused: limits, the forms of errors, odd input."""

from typing import Any
from urllib.parse import unquote

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, START
from werkzeug import Request, Response

from .mutant import (
    FAILURE,
    SONARLY,
    Environ,
    mutates_body,
    mutates_request,
    mutates_response,
    write,
)

_FAILED = {
    "success": False,
    "data": None,
    "error": {"code": "INTERNAL_SERVER_ERROR", "message": "Something failed.", "details": None},
    "traceId": "7affffffffffffffffffffff",
}


@mutates_response(statuses=(429,))
def nonsense_retry_after(_: Request, response: Response) -> None:
    """A limit says to come back soon, in words."""
    response.headers["Retry-After"] = "soon"


@mutates_response(statuses=(429,))
def negative_retry_after(_: Request, response: Response) -> None:
    """A limit says to come back in the past."""
    response.headers["Retry-After"] = "-1"


@mutates_response(LEAD_STATUS)
def always_limited(_: Request, response: Response) -> None:
    """Every request for lead statuses is rate limited."""
    response.status_code = 429
    write(response, {**_FAILED, "error": {"code": "RATE_LIMITED", "message": "Wait."}})


@mutates_response(START)
def fails_after_start(_: Request, response: Response) -> None:
    """A start is carried out, and answered 500."""
    _fail(response)


@mutates_body(*SONARLY, statuses=FAILURE)
def bare_error(body: Any) -> None:
    """An error of Sonarly has no envelope."""
    error = body.pop("error")
    body.clear()
    body.update(error)


@mutates_response(*SONARLY, statuses=(401,))
def error_of_the_other_vendor(_: Request, response: Response) -> None:
    """Sonarly refuses a key in the words of Callers.ai."""
    write(response, {"status": "error", "message": "The API key is missing or wrong."})


@mutates_response(CALLERS_LIST, statuses=(403, 404))
def enveloped_error(_: Request, response: Response) -> None:
    """Callers.ai answers an error in Sonarly's envelope."""
    write(response, {**_FAILED, "status": "error"})


@mutates_body(CALLERS_LIST, statuses=FAILURE)
def failed_status(body: Any) -> None:
    """An error of Callers.ai has the status `failed`."""
    body["status"] = "failed"


@mutates_body(CALLERS_LIST, statuses=(400,))
def problems_as_texts(body: Any) -> None:
    """Callers.ai tells what is wrong with a request as texts."""
    body["data"] = [each["message"] for each in body["data"]]


@mutates_body(*SONARLY, statuses=FAILURE)
def error_with_data(body: Any) -> None:
    """An error has an empty object for its data."""
    body["data"] = {}


@mutates_body(*SONARLY, statuses=FAILURE)
def error_says_success(body: Any) -> None:
    """An error says that it is a success."""
    body["success"] = True


@mutates_body(*SONARLY, statuses=FAILURE)
def null_error(body: Any) -> None:
    """An error names none."""
    body["error"] = None


@mutates_body(*SONARLY, statuses=FAILURE)
def error_without_code(body: Any) -> None:
    """An error has no code."""
    del body["error"]["code"]


@mutates_body(*SONARLY, statuses=(400,))
def other_code(body: Any) -> None:
    """A request that is not valid has the code BAD_REQUEST."""
    body["error"]["code"] = "BAD_REQUEST"


@mutates_body(*SONARLY, statuses=(403, 404, 409, 422))
def error_without_trace(body: Any) -> None:
    """An error has no trace id, unless it is about the key or the form."""
    del body["traceId"]


@mutates_body(*SONARLY, statuses=FAILURE)
def error_with_reused_trace(body: Any) -> None:
    """Every error has the same trace id."""
    body["traceId"] = "7a0000000000000000000000"


@mutates_body(*SONARLY, statuses=(500, 502))
def failure_without_envelope(body: Any) -> None:
    """A failure of the vendor has nothing but a message."""
    body.clear()
    body["message"] = "Internal server error"


def _fail(response: Response) -> None:
    response.status_code = 500
    write(response, _FAILED)


def _last(request: Request) -> str:
    return unquote(request.environ["REQUEST_URI"].partition("?")[0].rpartition("/")[2])


@mutates_response(GET, statuses=FAILURE)
def long_id_fails(request: Request, response: Response) -> None:
    """A long id is answered 500."""
    if len(_last(request)) > 100:
        _fail(response)


@mutates_response(GET, statuses=FAILURE)
def dash_fails(request: Request, response: Response) -> None:
    """The id `-` is answered 500."""
    if _last(request) == "-":
        _fail(response)


@mutates_response(GET, LIST, statuses=FAILURE)
def letters_fail(request: Request, response: Response) -> None:
    """An id with letters beyond ASCII is answered 500."""
    if not unquote(request.environ["REQUEST_URI"]).isascii():
        _fail(response)


@mutates_request()
def slash_splits(environ: Environ) -> None:
    """A percent-encoded slash splits a segment, so that a lead's id or a campaign's is a path."""
    path, mark, query = environ["REQUEST_URI"].partition("?")
    environ["REQUEST_URI"] = path.replace("%2F", "/") + mark + query


@mutates_response(GET, statuses=FAILURE)
def slash_fails(request: Request, response: Response) -> None:
    """An id with a percent-encoded slash is answered 500."""
    if "%2F" in request.environ["REQUEST_URI"]:
        _fail(response)


@mutates_response(LEAD_STATUS)
def odd_lead_fails(request: Request, response: Response) -> None:
    """A lead whose id has a quotation mark is answered 500."""
    if "'" in unquote(request.environ["QUERY_STRING"]):
        _fail(response)
