"""Servers of other policies where the documents are silent: order, sizes, validation, methods."""

import json
import re
from itertools import count
from typing import Any

import httpx
from campaignkit_contract.exchange import Exchange
from campaignkit_contract.spec.document import packaged_operations
from campaignkit_contract.spec.routes import Operation, Route
from campaignkit_contract.validator import packaged_validator
from campaignkit_fake import Fake
from werkzeug.http import http_date

from .server import Send, additive, healthy, respond, with_body

_HEX_ID = re.compile("[0-9a-f]{24}")
_RETRY_AFTER = 30.0


@healthy
def lists_in_another_order(_: Fake, send: Send) -> Send:
    """Lists without pages have the reverse order."""

    def handle(request: httpx.Request) -> httpx.Response:
        operation = _operation(request)
        if not operation or _is_paged(operation):
            return send(request)
        return with_body(send, _reversed_items)(request)

    return handle


def _reversed_items(body: Any) -> Any:
    data = body.get("data") if isinstance(body, dict) else None
    if isinstance(data, dict) and isinstance(data.get("items"), list):
        return {**body, "data": {**data, "items": data["items"][::-1]}}
    return body[::-1] if isinstance(body, list) else body


@healthy
def small_default_pages(_: Fake, send: Send) -> Send:
    """A page has seven items if no limit is requested."""

    def handle(request: httpx.Request) -> httpx.Response:
        operation = _operation(request)
        names = {parameter.name for parameter in operation.parameters} if operation else set()
        if "limit" in names and "limit" not in request.url.params:
            request.url = request.url.copy_set_param("limit", "7")
        return send(request)

    return handle


@healthy
def form_of_ids_validated(_: Fake, send: Send) -> Send:
    """An id of another form is an invalid request, not an unknown id."""

    def handle(request: httpx.Request) -> httpx.Response:
        match = _match(request)
        values = match[1].items() if match else ()
        has_invalid = any(
            not _HEX_ID.fullmatch(value)
            for name, value in values
            if name.endswith("Id") and name != "providerId"
        )
        response = send(request)
        is_invalid = has_invalid and response.status_code == 404
        return _rejected(send, request) if is_invalid else response

    return handle


@healthy
def unknown_parameters_ignored(_: Fake, send: Send) -> Send:
    """Query parameters that no document names are ignored."""

    def handle(request: httpx.Request) -> httpx.Response:
        if operation := _operation(request):
            names = {parameter.name for parameter in operation.parameters}
            for name in request.url.params.keys() - names:
                request.url = request.url.copy_remove_param(name)
        return send(request)

    return handle


@healthy
def unknown_fields_refused(_: Fake, send: Send) -> Send:
    """A body with a field that no document names is an invalid request."""

    def handle(request: httpx.Request) -> httpx.Response:
        if b"noSuchField" in request.read():
            return _rejected(send, request)
        return send(request)

    return handle


@healthy
def head_and_options(_: Fake, send: Send) -> Send:
    """HEAD returns what GET does, without the body; OPTIONS returns 204 to any origin."""

    def handle(request: httpx.Request) -> httpx.Response:
        match = _match(request)
        if request.method == "OPTIONS" and match:
            allowed = ", ".join([*match[0].operations, "HEAD", "OPTIONS"])
            headers = {"Allow": allowed, "Access-Control-Allow-Origin": "*"}
            return httpx.Response(204, headers=headers)
        if request.method == "HEAD" and match and "GET" in match[0].operations:
            response = send(_changed(request, method="GET"))
            return httpx.Response(response.status_code, headers=response.headers)
        return send(request)

    return handle


@healthy
def whole_seconds(_: Fake, send: Send) -> Send:
    """Moments have no fraction of a second."""
    fraction = re.compile(r"(T\d\d:\d\d:\d\d)\.\d+Z")

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        data = response.read()
        return respond(response, fraction.sub(r"\1Z", data.decode()).encode()) if data else response

    return handle


@healthy
def nulls_left_out(_: Fake, send: Send) -> Send:
    """Fields that are null are left out, if they are optional."""

    def without_nulls(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without_nulls(child) for key, child in value.items() if child is not None}
        return [without_nulls(item) for item in value] if isinstance(value, list) else value

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        if not response.read():
            return response
        body = response.json()
        if "data" in body and isinstance(body, dict) and body["data"] is not None:
            shorter = {**body, "data": without_nulls(body["data"])}
        else:
            shorter = body if isinstance(body, dict) and "data" in body else without_nulls(body)
        changed = respond(response, json.dumps(shorter, ensure_ascii=False).encode())
        changed.request = request
        is_valid = not packaged_validator().validate(Exchange.from_httpx(changed))
        return changed if is_valid else respond(response, response.content)

    return handle


@healthy
def busy(fake: Fake, send: Send) -> Send:
    """One request in forty gets a 429 with a Retry-After that is a date."""

    def failure(request: httpx.Request) -> httpx.Response:
        headers = {"Retry-After": http_date(fake.clock.time() + _RETRY_AFTER)}
        return httpx.Response(429, headers=headers, json=_error(request, "RATE_LIMITED"))

    return _at_times(send, 40, failure)


@healthy
def gateway_restarted(_: Fake, send: Send) -> Send:
    """One request in 89 gets a 502 of a gateway; nothing is applied then."""

    def failure(_: httpx.Request) -> httpx.Response:
        return httpx.Response(502, html="<h1>502 Bad Gateway</h1>")

    return _at_times(send, 89, failure)


def _at_times(send: Send, period: int, failure: Send) -> Send:
    numbers = count(1)

    def handle(request: httpx.Request) -> httpx.Response:
        return failure(request) if next(numbers) % period == 0 else send(request)

    return handle


def _rejected(send: Send, request: httpx.Request) -> httpx.Response:
    """Return the response of the fake to an invalid request for the same operation."""
    url = request.url.copy_set_param("no-such-parameter", "1")
    return send(_changed(request, url=url))


def _error(request: httpx.Request, code: str) -> dict[str, Any]:
    if not request.url.path.startswith("/v1/"):
        return {"status": "error", "message": "Try again."}
    error = {"code": code, "message": "Try again.", "details": None}
    return {"success": False, "data": None, "error": error, "traceId": f"busy-{id(request)}"}


def _changed(
    request: httpx.Request, *, method: str = "", url: httpx.URL | None = None
) -> httpx.Request:
    return httpx.Request(
        method or request.method,
        url or request.url,
        headers=request.headers,
        content=request.read(),
        extensions=request.extensions,
    )


def _match(request: httpx.Request) -> "tuple[Route, Any] | None":
    return packaged_validator().routes.match(request.url.raw_path.decode().partition("?")[0])


def _operation(request: httpx.Request) -> Operation | None:
    match = _match(request)
    return match[0].operations.get(request.method) if match else None


def _is_paged(operation: Operation) -> bool:
    return "x-pagination" in packaged_operations()[operation.id].node


@healthy
def two_dates(_: Fake, send: Send) -> Send:
    """A gateway adds another header Date."""

    def handle(request: httpx.Request) -> httpx.Response:
        response = send(request)
        dates = [("Date", response.headers["Date"])] if "Date" in response.headers else []
        response.headers = httpx.Headers([*response.headers.multi_items(), *dates])
        return response

    return handle


@additive
def more_fields_of_one(_: Fake, send: Send) -> Send:
    """A read of one resource has a field that no list shows."""

    def extended(body: Any) -> Any:
        resource = body.get("data", body) if isinstance(body, dict) else None
        if isinstance(resource, dict) and "id" in resource:
            resource["xNew"] = "new"
        return body

    return with_body(send, extended)
