"""Check of a request that the server accepted: what the spec demands of it and it lacks.

Deliberately lenient: hidden values of a recording are not checked, nor are values that can be
written in several ways.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, unquote

import msgspec

from ..exchange import Exchange
from ..findings import Finding, Kind
from ..spec.document import Json
from ..spec.routes import Operation, Parameter

# The error of older releases of msgspec has another base than ValueError.
UNREADABLE = (ValueError, RecursionError, msgspec.DecodeError)

_NUMBERS: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    # Python refuses to parse thousands of digits.
    "integer": (re.compile(r"-?[0-9]{1,300}"), int),
    "number": (re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?"), float),
    "boolean": (re.compile(r"true|false"), "true".__eq__),
}


def check_request(
    operation: Operation, exchange: Exchange, path_values: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield every demand of an operation that an accepted request does not meet."""
    if not _has_credential(operation, exchange):
        yield _finding("Authorization", "no credential of the documented form")
    query = parse_qs(exchange.query, keep_blank_values=True)
    yield from _check_parameters(operation, exchange, path_values, query)
    yield from _check_undocumented_query(operation, query)
    yield from _check_body(operation, exchange)


def parameter_error(parameter: Parameter, text: str) -> str | None:
    """Return the reason why the spec rejects the text of a parameter or header, or None."""
    return parameter.validator.error_for(_parse(parameter, text))


def _parse(parameter: Parameter, text: str) -> Any:
    if parameter.schema.get("type") == "array":
        return [_scalar(parameter.schema.get("items", {}), item) for item in text.split(",")]
    if parameter.location == "query" and parameter.schema.get("type") == "integer":
        return _read_integer(text)
    return _scalar(parameter.schema, text)


def _read_integer(text: str) -> Any:
    """Return an integer that usual parsers read, also from 2e3 or 2.0; else the text itself."""
    try:
        number = float(text)
        return int(number) if number.is_integer() else text
    except ValueError:
        return text


def _scalar(schema: Json, text: str) -> Any:
    declared = schema.get("type")
    pattern, convert = _NUMBERS.get(declared if isinstance(declared, str) else "", (None, str))
    return convert(text) if pattern is None or pattern.fullmatch(text) else text


def _has_credential(operation: Operation, exchange: Exchange) -> bool:
    alternatives = operation.security
    return not alternatives or any(
        all(_carries(scheme, exchange) for scheme in schemes) for schemes in alternatives
    )


def _carries(scheme: Json, exchange: Exchange) -> bool:
    is_key = scheme["type"] == "apiKey"
    location, name = (scheme["in"], scheme["name"]) if is_key else ("header", "Authorization")
    if location == "query":
        return name in parse_qs(exchange.query)
    if location == "cookie" or name.lower() in exchange.hidden_headers:
        return True
    text = exchange.request_headers.get(name, "").strip()
    if is_key or scheme["type"] != "http":
        return bool(text)
    word, _, credential = text.partition(" ")
    return word.lower() == scheme["scheme"].lower() and bool(credential.strip())


def _check_parameters(
    operation: Operation,
    exchange: Exchange,
    path_values: Mapping[str, str],
    query: Mapping[str, list[str]],
) -> Iterator[Finding]:
    for parameter in operation.parameters:
        name, location = parameter.name, f"{parameter.location} {parameter.name}"
        texts: list[str]
        match parameter.location:
            case "path":
                texts = [unquote(path_values[name])] if name in path_values else []
            case "query":
                texts = query.get(name, [])
            case "header" if name.lower() not in exchange.hidden_headers:
                texts = exchange.request_headers.get_list(name)
            case _:
                continue
        if not texts and parameter.is_required:
            yield _finding(location, "is missing")
        # A repeated parameter can be read in several ways.
        elif len(texts) == 1 and parameter.is_plain:
            reason = parameter_error(parameter, texts[0])
            yield from [_finding(location, reason)] if reason else []


def _check_undocumented_query(
    operation: Operation, query: Mapping[str, list[str]]
) -> Iterator[Finding]:
    parameters = [parameter for parameter in operation.parameters if parameter.location == "query"]
    # The names of an exploded object are its properties.
    if not all(
        parameter.is_plain or parameter.schema.get("type") == "array" for parameter in parameters
    ):
        return
    keys = {
        scheme["name"]
        for schemes in operation.security
        for scheme in schemes
        if scheme.get("in") == "query"
    }
    for name in sorted(query.keys() - {parameter.name for parameter in parameters} - keys):
        # Servers tend to ignore such a parameter. If it has an effect, the spec lacks it.
        yield _finding(f"query {name}", "is not a parameter of this operation", "additive")


def _check_body(operation: Operation, exchange: Exchange) -> Iterator[Finding]:
    if operation.body is None or exchange.request_body is None:
        return
    if not exchange.request_body:
        if operation.is_body_required:
            yield _finding("body", "is missing")
        return
    try:
        value = msgspec.json.decode(exchange.request_body)
    except UNREADABLE:
        if not _is_doubtful_json(exchange.request_body):
            yield _finding("body", "is not JSON")
        return
    if reason := operation.body.error_for(value):
        yield _finding("body", reason)


def _is_doubtful_json(body: bytes) -> bool:
    """Return True for a body that some servers take for JSON.

    RFC 8259 lets a parser ignore a byte order mark. Half a character and the range of numbers are
    up to the parser, too.
    """
    try:
        json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return False
    return True


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _finding(location: str, reason: str, kind: Kind = "breaking") -> Finding:
    return Finding(kind, "negative", location, f"accepted, although: {reason}")
