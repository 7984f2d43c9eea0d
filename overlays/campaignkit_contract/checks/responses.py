"""Check of a response: its deviations from the response that the spec documents."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from werkzeug.http import parse_date

from ..exchange import Exchange
from ..findings import Finding, Kind
from ..spec.expressions import LinkContext
from ..spec.routes import ResponseSpec, Route
from ..spec.schemas import SchemaPair
from .requests import UNREADABLE, parameter_error

_WITHOUT_BODY = frozenset({204, 304})
_NAME_END = b'":'

# Servers answer these two for every path, whether or not the spec names them.
_GENERAL_METHODS = {"HEAD", "OPTIONS"}


def check_response(
    spec: ResponseSpec, exchange: Exchange, path_values: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield every deviation of a response from its documentation."""
    yield from _check_headers(spec, exchange)
    if exchange.body is not None:
        yield from _check_body(spec, exchange, path_values)


def check_allow_header(route: Route, exchange: Exchange) -> Iterator[Finding]:
    """Yield every error in the `Allow` header of a 405."""
    if "Allow" not in exchange.headers:
        yield _header_finding("Allow", "is missing from a 405")
        return
    allowed = {name.strip().upper() for name in exchange.headers["Allow"].split(",")} - {""}
    methods = route.operations.keys()
    if missing := sorted(methods - allowed):
        yield _header_finding("Allow", f"lacks {', '.join(missing)}")
    if exchange.method.upper() in allowed:
        yield _header_finding("Allow", f"names {exchange.method}, which was rejected")
    if unknown := sorted(allowed - methods - _GENERAL_METHODS - {exchange.method.upper()}):
        message = f"names {', '.join(unknown)}, which the spec lacks"
        yield _header_finding("Allow", message, "additive")


def _check_headers(spec: ResponseSpec, exchange: Exchange) -> Iterator[Finding]:
    headers = exchange.headers
    if exchange.body and "Content-Type" not in headers:
        yield _header_finding("Content-Type", "is missing from a response with a body")
    if "Retry-After" in headers and not _is_retry_after(headers["Retry-After"]):
        yield _header_finding("Retry-After", "is neither seconds nor a date")
    for header in spec.headers:
        if header.name not in headers:
            if header.is_required:
                yield _header_finding(header.name, "is documented as required, and is missing")
        elif header.is_plain and (reason := parameter_error(header, headers[header.name])):
            yield _header_finding(header.name, reason)


def _is_retry_after(text: str) -> bool:
    return re.fullmatch("[0-9]+", text.strip()) is not None or parse_date(text) is not None


def _check_body(
    spec: ResponseSpec, exchange: Exchange, path_values: Mapping[str, str]
) -> Iterator[Finding]:
    if exchange.method.upper() == "HEAD" or exchange.status in _WITHOUT_BODY:
        if exchange.body:
            message = f"a {exchange.status} to {exchange.method} must not have a body"
            yield Finding("breaking", "body", "", message)
    elif not spec.content:
        if exchange.body:
            yield Finding("additive", "body", "", "there is a body, and none is documented")
    elif not exchange.body:
        yield Finding("breaking", "body", "", "it is empty")
    elif (schemas := _schemas_for(spec, exchange)) is None:
        received, documented = exchange.headers["Content-Type"], ", ".join(spec.content)
        message = f"{received} is not documented, only {documented}"
        yield Finding("breaking", "content-type", "", message)
    elif _is_json(exchange.headers.get("Content-Type", "application/json")):
        yield from _check_json(schemas, spec, exchange, path_values)


def _check_json(
    schemas: SchemaPair, spec: ResponseSpec, exchange: Exchange, path_values: Mapping[str, str]
) -> Iterator[Finding]:
    try:
        body = msgspec.json.decode(exchange.body or b"")
    except UNREADABLE as error:
        yield Finding("breaking", "body", "", f"it is not JSON: {error}")
        return
    yield from schemas.validate(body)
    if name := _repeated_name(exchange.body or b"", body):
        yield Finding("breaking", "body", "", f"an object has two values for the name {name}")
    if spec.is_enveloped:
        yield from _check_envelope(exchange.status, body)
    if spec.links:
        context = LinkContext(exchange, path_values, body, _request_json(exchange))
        for link in spec.links:
            yield from link.check(context)


def _repeated_name(body: bytes, decoded: Any) -> str:
    """Return a name that an object has twice; an empty text without one."""
    if body.count(_NAME_END) == msgspec.json.encode(decoded).count(_NAME_END):
        return ""  # The exact look at each name takes longer than the decoding.
    repeated: list[str] = []

    def note(pairs: list[tuple[str, Any]]) -> None:
        if len(pairs) > len(dict(pairs)):
            names = [name for name, _ in pairs]
            repeated.extend(name for name in names if names.count(name) > 1)

    json.loads(body, object_pairs_hook=note)
    return next(iter(repeated), "")


def _request_json(exchange: Exchange) -> Any:
    try:
        return msgspec.json.decode(exchange.request_body or b"null")
    except UNREADABLE:
        return None


def _schemas_for(spec: ResponseSpec, exchange: Exchange) -> SchemaPair | None:
    """Return the schemas for the content type; the first if the response names none."""
    if "Content-Type" not in exchange.headers:
        return next(iter(spec.content.values()))
    name = _media_type(exchange.headers["Content-Type"])
    ranges = (name, name.partition("/")[0] + "/*", "*/*")
    return next((spec.content[key] for key in ranges if key in spec.content), None)


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _is_json(content_type: str) -> bool:
    return re.fullmatch(r"application/json|.+\+json", _media_type(content_type)) is not None


def _check_envelope(status: int, body: Any) -> Iterator[Finding]:
    if not isinstance(body, dict):
        yield _envelope_finding("", "the body is not an object")
        return
    is_success = status < 400
    if body.get("success") is not is_success:
        yield _envelope_finding("/success", f"is not {str(is_success).lower()} in a {status}")
    if is_success and "data" not in body:
        yield _envelope_finding("/data", "is missing from a success")
    if not is_success and body.get("data") is not None:
        yield _envelope_finding("/data", "is not null in a failure")
    if (body.get("error") is None) is not is_success:
        yield _envelope_finding("/error", f"is {'not ' * is_success}null in a {status}")
    trace_id = body.get("traceId")
    if not (isinstance(trace_id, str) and trace_id.strip()):
        yield _envelope_finding("/traceId", "is not a trace id")


def _envelope_finding(location: str, message: str) -> Finding:
    return Finding("breaking", "envelope", location, message)


def _header_finding(name: str, message: str, kind: Kind = "breaking") -> Finding:
    return Finding(kind, "headers", name, message)
