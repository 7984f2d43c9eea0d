"""Checks of errors: they show nothing internal, and have the code that the spec names."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

from ..exchange import Exchange
from ..findings import Finding
from ..spec.document import OperationNode, job_reads, packaged_operations, resolve, shared_spec
from ..spec.fields import resolved

_INTERNAL = {
    "a stack trace": r"Traceback \(most|\bat [\w.$<>]+ ?\([^)]*:\d+|File \"[^\"]+\", line \d+",
    "an exception of the server": r"\b\w+(Exception|Error): |NullPointer|TypeError|KeyError",
    "SQL": r"(?i)\bselect\b.+\bfrom\b|\binsert into\b|SQLSTATE|syntax error at or near|ORA-\d{5}",
    "a database message": r"(?i)mongo(db|server|error)|E11000|duplicate key value|relation \"",
    "a path of the server": r"(?:/usr|/home|/var|/app|/srv|/opt|node_modules)/[\w.-]+|[A-Z]:\\\w+",
    "an internal address": r"\b(?:10\.\d{1,3}|192\.168)(?:\.\d{1,3}){2}\b|\blocalhost\b",
}
_CODES = (
    r"[Rr]aises\s+a\s+conflict\s+\((\d{3}),\s+code\s+`(\w+)`\)",
    r"the\s+response\s+is\s+(\d{3})\s+with\s+the\s+code\s+`(\w+)`",
)
_CODE_OF_SCHEMA = r"prints the code (\w+)"

_WORD = re.compile(r"\w+")


def check_error(operation_id: str, exchange: Exchange) -> Iterator[Finding]:
    """Yield what an error response of an operation must not show, and a wrong code."""
    yield from _internals(exchange, "", exchange.body or b"")
    expected = documented_codes(operation_id).get(exchange.status)
    # The schema reports a code that is missing.
    if expected is not None and isinstance(code := _code(exchange), str) and code != expected:
        yield Finding("breaking", "code", "/error/code", f"is {code}, expected {expected}")


def check_job_error(operation_id: str, exchange: Exchange) -> Iterator[Finding]:
    """Yield what the error of a failed job must not show."""
    if operation_id in job_reads() and (error := _field(_field(_json(exchange), "data"), "error")):
        yield from _internals(exchange, "/data/error", json.dumps(error).encode())


def _internals(exchange: Exchange, location: str, text: bytes) -> Iterator[Finding]:
    for name in internals(exchange, text):
        yield Finding("breaking", "internals", location, f"an error contains {name}")


def internals(exchange: Exchange, shown: bytes) -> Iterator[str]:
    """Yield the kinds of internals that a part of a body contains and the request did not send."""
    text = shown.decode("utf-8", "replace")
    sent = (exchange.request_body or b"").decode("utf-8", "replace") + unquote(exchange.target)
    known = {*_WORD.findall(sent)}
    for name, pattern in _INTERNAL.items():
        found = (match[0] for match in re.finditer(pattern, text))
        if any(not known.issuperset(_WORD.findall(part)) for part in found):
            yield name


@cache
def documented_codes(operation_id: str) -> Mapping[int, str]:
    """Return the codes that an operation or the schemas of its errors name, by status."""
    operation = packaged_operations().get(operation_id)
    if operation is None:
        return {}
    text = operation.node.get("description", "")
    found = (match for pattern in _CODES for match in re.findall(pattern, text))
    return {**_codes_of_schemas(operation), **{int(status): code for status, code in found}}


def _codes_of_schemas(operation: OperationNode) -> Mapping[int, str]:
    nodes = {
        status: resolve(shared_spec(), node) for status, node in operation.node["responses"].items()
    }
    schemas = {
        status: resolved(node.get("content", {}).get("application/json", {}).get("schema", {}))
        for status, node in nodes.items()
    }
    texts = {status: schema.get("description", "") for status, schema in schemas.items()}
    found = {status: re.search(_CODE_OF_SCHEMA, text) for status, text in texts.items()}
    return {int(status): match[1] for status, match in found.items() if match}


def _code(exchange: Exchange) -> Any:
    return _field(_field(_json(exchange), "error"), "code")


def _json(exchange: Exchange) -> Any:
    try:
        return json.loads(exchange.body or b"null")
    except (ValueError, RecursionError):
        return None  # The schema reports it.


def _field(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None
