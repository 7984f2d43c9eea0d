"""Responses: success envelopes of both vendors, and the form of bodies."""

import json
from typing import TYPE_CHECKING, NamedTuple

from werkzeug import Response
from werkzeug.datastructures import Headers

from .types import JSON, Vendor

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment


class ApiResponse(NamedTuple):
    """A payload with another status than the first success of its operation."""

    payload: object
    status: int


class _VerbatimResponse(Response):
    """Response whose headers reach the client unchanged, also if they are wrong."""

    def get_wsgi_headers(self, environ: "WSGIEnvironment") -> Headers:
        """Return the headers. Werkzeug's own method corrects some of them."""
        return Headers(self.headers)


def json_response(status: int, body: object) -> Response:
    """Return a JSON response; it states its length, because a fault may cut it."""
    data = json.dumps(body, ensure_ascii=False).encode()
    headers = {"Content-Length": str(len(data))}
    return _VerbatimResponse(data, status, headers, content_type="application/json")


def empty_response(status: int) -> Response:
    """Return a response without a body, so without a content type."""
    response = _VerbatimResponse(b"", status, {"Content-Length": "0"})
    del response.headers["Content-Type"]
    return response


def success_body(vendor: Vendor, payload: object, trace_id: str) -> object:
    """Return the body around the payload: Sonarly wraps it, Callers.ai sends it bare."""
    if vendor == "callers":
        return payload
    return {"success": True, "data": payload, "error": None, "traceId": trace_id}


def callers_envelope(data: object) -> JSON:
    """Return the envelope that some operations of Callers.ai have."""
    return {"status": "success", "data": data}
