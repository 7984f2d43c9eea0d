"""Bugs in errors: rate limits, error bodies, unusual input."""

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
    """Retry-After is a word."""
    response.headers["Retry-After"] = "soon"


@mutates_response(statuses=(429,))
def negative_retry_after(_: Request, response: Response) -> None:
    """Retry-After is negative."""
    response.headers["Retry-After"] = "-1"


@mutates_response(START)
def fails_after_start(_: Request, response: Response) -> None:
    """A start is applied and returns 500."""
    _fail(response)


@mutates_body(*SONARLY, statuses=FAILURE)
def bare_error(body: Any) -> None:
    """An error of Sonarly has no envelope."""
    error = body.pop("error")
    body.clear()
    body.update(error)


@mutates_response(*SONARLY, statuses=(401,))
def error_of_the_other_vendor(_: Request, response: Response) -> None:
    """Sonarly returns a 401 in the form of Callers.ai."""
    write(response, {"status": "error", "message": "The API key is missing or wrong."})


@mutates_response(CALLERS_LIST, statuses=(403, 404))
def enveloped_error(_: Request, response: Response) -> None:
    """Callers.ai returns an error in the envelope of Sonarly."""
    write(response, {**_FAILED, "status": "error"})


@mutates_body(CALLERS_LIST, statuses=FAILURE)
def failed_status(body: Any) -> None:
    """An error of Callers.ai has the status `failed`."""
    body["status"] = "failed"


@mutates_body(CALLERS_LIST, statuses=(400,))
def problems_as_texts(body: Any) -> None:
    """Callers.ai lists validation errors as texts."""
    body["data"] = [item["message"] for item in body["data"]]


@mutates_body(*SONARLY, statuses=FAILURE)
def error_with_data(body: Any) -> None:
    """The data of an error is an empty object."""
    body["data"] = {}


@mutates_body(*SONARLY, statuses=FAILURE)
def error_says_success(body: Any) -> None:
    """An error has success true."""
    body["success"] = True


@mutates_body(*SONARLY, statuses=FAILURE)
def null_error(body: Any) -> None:
    """The error of an error body is null."""
    body["error"] = None


@mutates_body(*SONARLY, statuses=FAILURE)
def error_without_code(body: Any) -> None:
    """An error has no code."""
    del body["error"]["code"]


@mutates_body(*SONARLY, statuses=(400,))
def other_code(body: Any) -> None:
    """A validation error has the code BAD_REQUEST."""
    body["error"]["code"] = "BAD_REQUEST"


@mutates_body(*SONARLY, statuses=(403, 404, 409, 422))
def error_without_trace(body: Any) -> None:
    """An error has no trace id, except 400 and 401."""
    del body["traceId"]


@mutates_body(*SONARLY, statuses=FAILURE)
def error_with_reused_trace(body: Any) -> None:
    """Every error has the same trace id."""
    body["traceId"] = "7a0000000000000000000000"


@mutates_body(*SONARLY, statuses=(500, 502))
def failure_without_envelope(body: Any) -> None:
    """A 5xx has a message only."""
    body.clear()
    body["message"] = "Internal server error"


def _fail(response: Response) -> None:
    response.status_code = 500
    write(response, _FAILED)


def _last(request: Request) -> str:
    return unquote(request.environ["REQUEST_URI"].partition("?")[0].rpartition("/")[2])


@mutates_response(GET, statuses=FAILURE)
def long_id_fails(request: Request, response: Response) -> None:
    """A long id returns 500."""
    if len(_last(request)) > 100:
        _fail(response)


@mutates_response(GET, statuses=FAILURE)
def dash_fails(request: Request, response: Response) -> None:
    """The id `-` returns 500."""
    if _last(request) == "-":
        _fail(response)


@mutates_response(GET, LIST, statuses=FAILURE)
def letters_fail(request: Request, response: Response) -> None:
    """An id with non-ASCII letters returns 500."""
    if not unquote(request.environ["REQUEST_URI"]).isascii():
        _fail(response)


@mutates_request()
def slash_splits(environ: Environ) -> None:
    """A percent-encoded slash splits a path segment."""
    path, mark, query = environ["REQUEST_URI"].partition("?")
    environ["REQUEST_URI"] = path.replace("%2F", "/") + mark + query


@mutates_response(GET, statuses=FAILURE)
def slash_fails(request: Request, response: Response) -> None:
    """An id with a percent-encoded slash returns 500."""
    if "%2F" in request.environ["REQUEST_URI"]:
        _fail(response)


@mutates_response(LEAD_STATUS)
def odd_lead_fails(request: Request, response: Response) -> None:
    """A lead id with a quotation mark returns 500."""
    if "'" in unquote(request.environ["QUERY_STRING"]):
        _fail(response)
