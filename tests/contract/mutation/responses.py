"""Bugs in statuses, content types and methods."""

from campaignkit_contract.targets.target import CALLERS_LIST, GET, LEAD_STATUS, LIST, START
from werkzeug import Request, Response

from .mutant import Environ, mutates_request, mutates_response, write


@mutates_response(START)
def created(_: Request, response: Response) -> None:
    """A start returns 201."""
    response.status_code = 201


@mutates_response(LIST)
def accepted(_: Request, response: Response) -> None:
    """A list returns 206."""
    response.status_code = 206


@mutates_response(GET, statuses=(404,))
def gone(_: Request, response: Response) -> None:
    """An unknown campaign returns 410, which is not documented."""
    response.status_code = 410


@mutates_response(START, statuses=(409,))
def conflict_as_success(_: Request, response: Response) -> None:
    """A second start returns an error with the status 200."""
    response.status_code = 200


@mutates_response(LEAD_STATUS, statuses=(400,))
def unprocessable(_: Request, response: Response) -> None:
    """A validation error returns 422 instead of 400."""
    response.status_code = 422


@mutates_response(GET, statuses=(404,))
def forbidden_for_unknown(_: Request, response: Response) -> None:
    """An unknown campaign returns 403."""
    response.status_code = 403


@mutates_response(CALLERS_LIST, statuses=(403, 404))
def empty_list_for_unknown(_: Request, response: Response) -> None:
    """An unknown or foreign organization returns an empty list."""
    response.status_code = 200
    write(response, [])


@mutates_response(LIST)
def no_content(_: Request, response: Response) -> None:
    """A list has an empty body."""
    response.set_data(b"")


@mutates_response(CALLERS_LIST)
def cut_short(_: Request, response: Response) -> None:
    """A list ends in the middle of its JSON."""
    response.set_data(response.get_data()[:-20])


@mutates_response(GET)
def as_text(_: Request, response: Response) -> None:
    """A campaign has the content type text/plain."""
    response.headers["Content-Type"] = "text/plain"


@mutates_response(CALLERS_LIST)
def as_html(_: Request, response: Response) -> None:
    """A list has the content type text/html."""
    response.headers["Content-Type"] = "text/html; charset=utf-8"


@mutates_response(START)
def no_type(_: Request, response: Response) -> None:
    """A start has no content type."""
    del response.headers["Content-Type"]


@mutates_response(LIST)
def latin_1(_: Request, response: Response) -> None:
    """A list is encoded in ISO 8859-1."""
    text = response.get_data().decode().encode("latin-1", "replace")
    response.headers["Content-Type"] = "application/json; charset=iso-8859-1"
    response.set_data(text)


@mutates_response(statuses=(405,))
def no_allow(_: Request, response: Response) -> None:
    """A 405 has no Allow."""
    del response.headers["Allow"]


@mutates_response(statuses=(405,))
def wrong_allow(request: Request, response: Response) -> None:
    """Allow names the rejected method."""
    response.headers["Allow"] = request.method


@mutates_response(statuses=(405,))
def not_found_for_method(_: Request, response: Response) -> None:
    """An undeclared method returns 404."""
    response.status_code = 404


@mutates_request()
def put_is_get(environ: Environ) -> None:
    """PUT works like GET."""
    if environ["REQUEST_METHOD"] == "PUT":
        environ["REQUEST_METHOD"] = "GET"


@mutates_request()
def get_starts(environ: Environ) -> None:
    """GET starts a campaign too."""
    if environ["REQUEST_URI"].endswith("/start"):
        environ["REQUEST_METHOD"] = "POST"
