"""Success envelopes and error bodies of both vendors; nothing else in the fake makes any.

The documents name one error code that the five operations answer, VALIDATION_ERROR (400 and 422).
Every other code is the fake's own: the name of the HTTP status, or what the state rule says.
"""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from werkzeug import Response
from werkzeug.datastructures import Headers

from .records import JSON, Vendor

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

_NAMES = {
    **{status.value: status.name for status in HTTPStatus},
    HTTPStatus.BAD_REQUEST: "VALIDATION_ERROR",
    HTTPStatus.UNPROCESSABLE_ENTITY: "VALIDATION_ERROR",
}


class Refusal(Exception):  # noqa: N818 - an answer of the vendor, not an error of the fake
    """A request that the vendor would not fulfil, before it has a vendor's form.

    `details` holds pairs of a parameter's name and what is wrong with it.
    """

    def __init__(
        self,
        status: int,
        message: str | None = None,
        *,
        code: str | None = None,
        details: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        # Proxies answer with statuses that HTTP does not name, such as 520.
        self.code = code or _NAMES.get(status, f"STATUS_{status}")
        self.message = message or f"The fake was told to answer {status}."
        self.details = details
        self.headers = headers or {}
        super().__init__(self.message)


class Reply(NamedTuple):
    """A payload that is answered with another status than the operation's first success."""

    payload: object
    status: int


class Answer(Response):
    """An answer whose headers reach the client as they stand, be they wrong."""

    def get_wsgi_headers(self, environ: "WSGIEnvironment") -> Headers:
        """Return the headers. Werkzeug's own method corrects some of them."""
        return Headers(self.headers)


def json_response(status: int, body: object) -> Response:
    """Return a JSON answer; it states its length, for a fault may cut it."""
    data = json.dumps(body, ensure_ascii=False).encode()
    return Answer(data, status, {"Content-Length": str(len(data))}, content_type="application/json")


def empty_response(status: int) -> Response:
    """Return an answer without a body, so without a type of one."""
    response = Answer(b"", status, {"Content-Length": "0"})
    del response.headers["Content-Type"]
    return response


def success_body(vendor: Vendor, payload: object, trace_id: str) -> object:
    """Return the body around the payload: Sonarly wraps it, Callers.ai sends it bare."""
    if vendor == "callers":
        return payload
    return {"success": True, "data": payload, "error": None, "traceId": trace_id}


def enveloped(data: object) -> JSON:
    """Return the envelope that some operations of Callers.ai have."""
    return {"status": "success", "data": data}


def error_body(vendor: Vendor, refusal: Refusal, trace_id: str) -> JSON:
    """Return the body that says why the vendor refused."""
    if vendor == "callers":
        body: JSON = {"status": "error", "message": refusal.message}
        if refusal.status == HTTPStatus.BAD_REQUEST:
            body["data"] = [{"parameter": name, "message": why} for name, why in refusal.details]
        return body
    error = {
        "code": refusal.code,
        "message": refusal.message,
        "details": "; ".join(f"{name}: {why}" for name, why in refusal.details) or None,
    }
    return {"success": False, "data": None, "error": error, "traceId": trace_id}
