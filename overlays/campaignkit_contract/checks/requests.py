"""What the spec demands of a request, for a server that fulfilled one which has it not.

Modest on purpose: what a recording hides, and what can be written in more than one way, is let be.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, unquote

import msgspec

from ..exchange import Exchange, Finding, Kind
from ..spec.routes import Operation, Parameter
from ..spec.schemas import Json

_NUMBERS: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    # Python refuses to read thousands of digits.
    "integer": (re.compile(r"-?[0-9]{1,300}"), int),
    "number": (re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?"), float),
    "boolean": (re.compile(r"true|false"), "true".__eq__),
}


def unmet(operation: Operation, exchange: Exchange, values: Mapping[str, str]) -> Iterator[Finding]:
    """Each demand of an operation that a fulfilled request does not meet."""
    if not _is_secured(operation, exchange):
        yield _finding("Authorization", "no credential of the form that the spec asks for")
    query = parse_qs(exchange.query, keep_blank_values=True)
    yield from _unmet_parameters(operation, exchange, values, query)
    yield from _unknown(operation, query)
    yield from _unmet_body(operation, exchange)


def refusal(parameter: Parameter, text: str) -> str | None:
    """Why the spec rejects a parameter's or a header's text."""
    return parameter.form.refuses(_value(parameter, text))


def _value(parameter: Parameter, text: str) -> Any:
    if parameter.schema.get("type") == "array":
        return [_scalar(parameter.schema.get("items", {}), each) for each in text.split(",")]
    return _scalar(parameter.schema, text)


def _scalar(schema: Json, text: str) -> Any:
    declared = schema.get("type")
    pattern, convert = _NUMBERS.get(declared if isinstance(declared, str) else "", (None, str))
    return convert(text) if pattern is None or pattern.fullmatch(text) else text


def _is_secured(operation: Operation, exchange: Exchange) -> bool:
    alternatives = operation.security
    return not alternatives or any(
        all(_carries(scheme, exchange) for scheme in schemes) for schemes in alternatives
    )


def _carries(scheme: Json, exchange: Exchange) -> bool:
    is_key = scheme["type"] == "apiKey"
    location, name = (scheme["in"], scheme["name"]) if is_key else ("header", "Authorization")
    if location == "query":
        return name in parse_qs(exchange.query)
    if location == "cookie" or name.lower() in exchange.hidden:
        return True
    text = exchange.request_headers.get(name, "").strip()
    if is_key or scheme["type"] != "http":
        return bool(text)
    word, _, credential = text.partition(" ")
    return word.lower() == scheme["scheme"].lower() and bool(credential.strip())


def _unmet_parameters(
    operation: Operation,
    exchange: Exchange,
    values: Mapping[str, str],
    query: Mapping[str, list[str]],
) -> Iterator[Finding]:
    for parameter in operation.parameters:
        name, place = parameter.name, f"{parameter.location} {parameter.name}"
        found: list[str]
        match parameter.location:
            case "path":
                found = [unquote(values[name])] if name in values else []
            case "query":
                found = query.get(name, [])
            case "header" if name.lower() not in exchange.hidden:
                found = exchange.request_headers.get_list(name)
            case _:
                continue
        if not found and parameter.is_required:
            yield _finding(place, "is missing")
        # One that is repeated can be read in several ways.
        elif len(found) == 1 and parameter.is_plain and (why := refusal(parameter, found[0])):
            yield _finding(place, why)


def _unknown(operation: Operation, query: Mapping[str, list[str]]) -> Iterator[Finding]:
    parameters = [each for each in operation.parameters if each.location == "query"]
    # An object that is exploded has its properties for names.
    if not all(each.is_plain or each.schema.get("type") == "array" for each in parameters):
        return
    keys = {
        scheme["name"]
        for schemes in operation.security
        for scheme in schemes
        if scheme.get("in") == "query"
    }
    for name in sorted(query.keys() - {each.name for each in parameters} - keys):
        # Servers tend to look over it; if it does something, the spec does not know it yet.
        yield _finding(f"query {name}", "is no parameter of this operation", "additive")


def _unmet_body(operation: Operation, exchange: Exchange) -> Iterator[Finding]:
    if operation.body is None or exchange.request_body is None:
        return
    if not exchange.request_body:
        if operation.is_body_required:
            yield _finding("body", "is missing")
        return
    try:
        value = msgspec.json.decode(exchange.request_body)
    except (ValueError, RecursionError):
        yield _finding("body", "is no JSON")
        return
    if why := operation.body.refuses(value):
        yield _finding("body", why)


def _finding(place: str, why: str, kind: Kind = "breaking") -> Finding:
    return Finding(kind, "negative", place, f"fulfilled, although: {why}")
