"""What is wrong with an answer, given how it is documented."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from werkzeug.http import parse_date

from ..exchange import Exchange, Finding, Kind
from ..spec.links import Told
from ..spec.routes import Documented, Route
from ..spec.schemas import Form
from .requests import refusal

_NO_BODY = frozenset({204, 304})
_UNREADABLE = (ValueError, RecursionError)

# General-purpose servers answer these two for every path, named in the spec or not.
_GENERAL = {"HEAD", "OPTIONS"}


def answered(
    documented: Documented, exchange: Exchange, values: Mapping[str, str]
) -> Iterator[Finding]:
    """All that an answer is not which it should be; `values` are those of the path."""
    yield from _headers(documented, exchange)
    if exchange.body is not None:
        yield from _body(documented, exchange, values)


def allow(route: Route, exchange: Exchange) -> Iterator[Finding]:
    """What is wrong with the `Allow` of a 405."""
    if "Allow" not in exchange.headers:
        yield _header("Allow", "is missing from a 405")
        return
    named = {each.strip().upper() for each in exchange.headers["Allow"].split(",")} - {""}
    methods = route.operations.keys()
    if missing := sorted(methods - named):
        yield _header("Allow", f"lacks {', '.join(missing)}")
    if exchange.method.upper() in named:
        yield _header("Allow", f"names {exchange.method}, which was refused")
    if unknown := sorted(named - methods - _GENERAL - {exchange.method.upper()}):
        yield _header("Allow", f"names {', '.join(unknown)}, which the spec lacks", "additive")


def _headers(documented: Documented, exchange: Exchange) -> Iterator[Finding]:
    headers = exchange.headers
    if exchange.body and "Content-Type" not in headers:
        yield _header("Content-Type", "is missing, though there is a body")
    if "Retry-After" in headers and not _is_wait(headers["Retry-After"]):
        yield _header("Retry-After", "is neither seconds nor a date")
    for header in documented.headers:
        if header.name not in headers:
            if header.is_required:
                yield _header(header.name, "is documented as always there, and is missing")
        elif header.is_plain and (why := refusal(header, headers[header.name])):
            yield _header(header.name, why)


def _is_wait(text: str) -> bool:
    return re.fullmatch("[0-9]+", text.strip()) is not None or parse_date(text) is not None


def _body(
    documented: Documented, exchange: Exchange, values: Mapping[str, str]
) -> Iterator[Finding]:
    if exchange.method.upper() == "HEAD" or exchange.status in _NO_BODY:
        if exchange.body:
            yield Finding(
                "breaking", "body", "", f"a {exchange.status} to {exchange.method} has one"
            )
    elif not documented.media:
        if exchange.body:
            yield Finding("additive", "body", "", "there is one, and none is documented")
    elif not exchange.body:
        yield Finding("breaking", "body", "", "it is empty")
    elif (form := _form(documented, exchange)) is None:
        given, documents = exchange.headers["Content-Type"], ", ".join(documented.media)
        yield Finding(
            "breaking", "content-type", "", f"{given} is not documented, only {documents}"
        )
    elif _is_json(exchange.headers.get("Content-Type", "application/json")):
        yield from _json(form, documented, exchange, values)


def _json(
    form: Form, documented: Documented, exchange: Exchange, values: Mapping[str, str]
) -> Iterator[Finding]:
    try:
        body = msgspec.json.decode(exchange.body or b"")
    except _UNREADABLE as error:
        yield Finding("breaking", "body", "", f"it is no JSON: {error}")
        return
    yield from form.findings(body)
    if documented.is_enveloped:
        yield from _envelope(exchange.status, body)
    if documented.links:
        told = Told(exchange, values, body, _request_body(exchange))
        for link in documented.links:
            yield from link.findings(told)


def _request_body(exchange: Exchange) -> Any:
    try:
        return msgspec.json.decode(exchange.request_body or b"null")
    except _UNREADABLE:
        return None


def _form(documented: Documented, exchange: Exchange) -> Form | None:
    """The form for the answer's content type; the first where it names none."""
    if "Content-Type" not in exchange.headers:
        return next(iter(documented.media.values()))
    name = _essence(exchange.headers["Content-Type"])
    ranges = (name, name.partition("/")[0] + "/*", "*/*")
    return next((documented.media[each] for each in ranges if each in documented.media), None)


def _essence(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _is_json(content_type: str) -> bool:
    return re.fullmatch(r"application/json|.+\+json", _essence(content_type)) is not None


def _envelope(status: int, body: Any) -> Iterator[Finding]:
    if not isinstance(body, dict):
        yield _envelope_finding("", "the body is no object")
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
        yield _envelope_finding("/traceId", "names nothing")


def _envelope_finding(place: str, sentence: str) -> Finding:
    return Finding("breaking", "envelope", place, sentence)


def _header(name: str, sentence: str, kind: Kind = "breaking") -> Finding:
    return Finding(kind, "headers", name, sentence)
