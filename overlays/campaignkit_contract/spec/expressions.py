"""Runtime expressions of OpenAPI, such as `$response.body#/data/id`, and JSON pointers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from jsonpath import JSONPointer, JSONPointerError, JSONPointerIndexError

from ..exchange import Exchange

RESPONSE_BODY = "$response.body#"
REQUEST_BODY = "$request.body#"
REQUEST_PATH = "$request.path."
ARGUMENT = "$argument."  # of `x-verify`: a value that the read needs and the call does not send

MISSING: Any = object()
"""The value at a pointer that points at nothing."""

_pointer = cache(JSONPointer)
_INDEX = re.compile("0|[1-9][0-9]{0,8}")
_EMBEDDED = re.compile(r"{(\$[^}]+)}")


@dataclass(frozen=True)
class LinkContext:
    """An exchange, its path values and its parsed bodies: what the expressions of a link see."""

    exchange: Exchange
    path: Mapping[str, str]
    body: Any
    request_body: Any


@dataclass(frozen=True)
class CallContext:
    """A call and its response body: what the expressions of `x-verify` see."""

    path: Mapping[str, str]
    body: Any
    arguments: Mapping[str, str] = field(default_factory=dict)
    response_body: Any = None

    def evaluate(self, expression: Any) -> Any:
        """Return the value of an expression, or a constant unchanged."""
        if not isinstance(expression, str):
            return expression
        if expression.startswith(RESPONSE_BODY):
            return value_at(self.response_body, expression.removeprefix(RESPONSE_BODY))
        if expression.startswith(REQUEST_PATH):
            return self.path[expression.removeprefix(REQUEST_PATH)]
        if expression.startswith(ARGUMENT):
            return self.arguments[expression.removeprefix(ARGUMENT)]
        if expression.startswith(REQUEST_BODY):
            return value_at(self.body, expression.removeprefix(REQUEST_BODY))
        return expression


def value_at(value: Any, pointer: str) -> Any:
    """Return the value at a JSON pointer, or MISSING. The leading slash can be left out."""
    if pointer and not pointer.startswith("/"):
        pointer = f"/{pointer}"
    try:
        return _resolve(pointer, value)
    except JSONPointerError:
        return MISSING


def _resolve(pointer: str, document: Any) -> Any:
    """Return the value at a pointer. The library reads odd steps, and is five times as slow."""
    parsed, value = _pointer(pointer), document
    for step in parsed.parts:
        if type(value) is dict and step in value:
            value = value[step]
        elif type(value) is list and _INDEX.fullmatch(step):
            if int(step) >= len(value):
                raise JSONPointerIndexError(f"index out of range: {step}")
            value = value[int(step)]
        else:
            return parsed.resolve(document)
    return value


def expressions_in(value: Any) -> list[str]:
    """Return the expressions in a parameter of a link. A constant has none."""
    if not isinstance(value, str):
        return []
    return [value] if value.startswith("$") else _EMBEDDED.findall(value)


def resolves(expression: str, context: LinkContext) -> bool:
    """Return True if an expression finds a value, or could find one in a longer list."""
    if expression in {"$url", "$method", "$statusCode"}:
        return True
    side, _, rest = expression.partition(".")
    source, _, name = rest.partition(".")
    exchange = context.exchange
    is_request = side == "$request"
    match source:
        case "path":
            return name in context.path
        case "query":
            return name in parse_qs(exchange.query, keep_blank_values=True)
        case "header":
            headers = exchange.request_headers if is_request else exchange.headers
            return name in headers or name.lower() in exchange.hidden_headers
        case _ if source.partition("#")[0] == "body":
            body = context.request_body if is_request else context.body
            is_unknown = is_request and exchange.request_body is None
            return is_unknown or _may_exist(rest.partition("#")[2], body)
    return False


def _may_exist(pointer: str, body: Any) -> bool:
    try:
        _resolve(pointer, body)
    except JSONPointerIndexError:
        return True  # The list is too short. The schema check covers its items.
    except JSONPointerError:
        return False
    return True
