"""Form of error responses: envelope, code, trace id, headers, and nothing internal."""

import re
from collections.abc import Iterator
from typing import Any

from ...checks.errors import internals
from ...exchange import Exchange
from ...spec.routes import Operation
from ...targets.requests import json_body
from ...targets.target import Target
from ..check import breaking

_MIN_KEY = 8  # characters; a shorter key can be a word of a message


def error_problems(
    target: Target, operation: Operation, exchange: Exchange, trace_ids: dict[str, int]
) -> Iterator[str]:
    """Yield what is wrong with the form of an error response.

    Args:
        target: The server.
        operation: The operation.
        exchange: The exchange, with a status from 400.
        trace_ids: How often each trace id was seen; the one of the response is added.
    """
    yield from (
        f"{finding.check} {finding.location} {finding.message}"
        for finding in breaking(target.validator.validate(exchange))
        if finding.check != "internals"  # they follow, of any method
    )
    content_type = exchange.headers.get("Content-Type", "")
    charset = re.search(r"(?i)charset=\"?([\w-]+)", content_type)
    if charset and charset[1].lower() not in {"utf-8", "utf8"}:
        yield f"the charset is {charset[1]}, expected UTF-8"
    yield from _date_problems(exchange)
    yield from _internals(target, exchange)
    if exchange.method != "HEAD":
        yield from _body_problems(target, operation, exchange, trace_ids)


def _body_problems(
    target: Target, operation: Operation, exchange: Exchange, trace_ids: dict[str, int]
) -> Iterator[str]:
    try:
        body: Any = json_body(exchange)
    except ValueError:
        yield "the body is not JSON"
        return
    if not isinstance(body, dict):
        yield "the body is not an object"
    elif target.route(operation).vendor == "sonarly":
        trace_id = str(body.get("traceId"))
        trace_ids[trace_id] = trace_ids.get(trace_id, 0) + 1
        if trace_ids[trace_id] > 1:
            yield "the trace id is that of another response"
        error = body.get("error")
        shown = error if isinstance(error, dict) else {}
        code = shown.get("code")
        if not code or not shown.get("message"):
            yield "the code or the message is empty"
    elif body.get("message") == "":
        yield "the message is empty"


def _date_problems(exchange: Exchange) -> Iterator[str]:
    if "Date" in exchange.headers and exchange.date is None:
        yield "the header Date cannot be read"


def _internals(target: Target, exchange: Exchange) -> Iterator[str]:
    yield from (f"it contains {name}" for name in internals(exchange, exchange.body or b""))
    text = (exchange.body or b"").decode("utf-8", "replace")
    keys = [*target.keys.values(), *target.read_only_keys.values(), *target.foreign_keys.values()]
    if any(key in text for key in keys if len(key) >= _MIN_KEY):
        yield "it contains an API key"
