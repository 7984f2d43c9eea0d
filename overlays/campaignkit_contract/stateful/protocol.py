"""Stateful checks of the HTTP protocol: methods, missing parameters, error codes, trace ids."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ..exchange import Exchange
from ..targets.requests import UNKNOWN_ID
from ..targets.resources import CallValues
from ..targets.target import GET, LEAD_STATUS, LIST, Target
from .check import breaking, expect_status
from .identifiers import unknown_value
from .prepared import UNREADABLE, check_each, operations_where

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE")
_UNAVAILABLE = frozenset({403, 404, 405})
"""Statuses for an undeclared method with unknown ids: a server may look for them first."""


def undeclared_method_is_405(target: Target) -> Iterator[str]:
    """Check that an undeclared method returns 405, with the declared methods in Allow."""
    routes = {route.template: (route, operation) for route, _, operation in target.operations()}
    for route, operation in routes.values():
        for method in (method for method in _METHODS if method not in route.operations):
            values: dict[str, str | None] = {}
            if not target.reset_server:
                # A server that has such an operation must find nothing to change.
                if method not in {"GET", "TRACE"} and not route.path_names:
                    continue
                values = {name: unknown_value(operation, name) for name in route.path_names}
            exchange = target.call(method, route, operation, values)
            if exchange.status not in ({405} if target.reset_server else _UNAVAILABLE):
                yield f"{method} {route.template} returns {exchange.status}"
            yield from map(str, breaking(target.validator.validate(exchange)))


def missing_query_parameter_is_400(target: Target) -> Iterator[str]:
    """Check that a call without a required query parameter returns 400."""
    for _, operation in target.known_reads():
        for parameter in operation.parameters:
            if parameter.is_required and parameter.location == "query":
                exchange = target.ask(operation.id, {parameter.name: None})
                yield from expect_status(operation.id, exchange, {400}, f"without {parameter.name}")


def validation_error_code(target: Target) -> Iterator[str]:
    """Check that a 400 of Sonarly has the code VALIDATION_ERROR, as every page documents."""
    exchange = target.ask(LEAD_STATUS, {"leadIds": None})
    code = json.loads(exchange.body or b"{}")["error"]["code"]
    if code != "VALIDATION_ERROR":
        yield f"{LEAD_STATUS} returns a 400 with the code {code}"


def trace_ids_are_unique(target: Target) -> Iterator[str]:
    """Check that no two responses have the same trace id, neither successes nor errors."""
    exchanges = [target.ask(operation_id) for operation_id in (LIST, GET, LEAD_STATUS, GET)]
    exchanges += [target.ask(GET, {"campaignId": UNKNOWN_ID}) for _ in range(2)]
    exchanges += [target.ask(LIST, headers={}) for _ in range(2)]
    for trace_id, count in Counter(map(_trace_id, exchanges)).items():
        if count > 1:
            yield f"{count} responses have the trace id {trace_id!r}"


def repeated_call_has_new_trace_id(target: Target) -> Iterator[str]:
    """Check that two successful calls of one operation have different trace ids."""
    operations = operations_where(
        target,
        lambda operation: target.route(operation).vendor == "sonarly",
    )
    # On a live server the calls of earlier checks are enough.
    seen = {} if target.reset_server else _seen_trace_ids(target)
    yield from check_each(
        target, operations, lambda name: _check_repeated_call(target, name, seen.get(name, []))
    )


def _check_repeated_call(target: Target, operation_id: str, trace_ids: list[Any]) -> Iterator[str]:
    is_read = target.method(target.operation(operation_id)) == "GET"
    # Writes twice cost credits, or reach people.
    count = 2 if is_read or target.reset_server else 0
    for _ in range(count - len(trace_ids)):
        call = CallValues({}, {}) if is_read else target.resources.call_values(operation_id)
        exchange = target.ask(operation_id, call.values, body=None if is_read else call.body)
        # The response to an earlier read is known already.
        is_new = any(exchange is last for last in target.exchanges[-1:])
        if is_new and 200 <= exchange.status < 300:
            trace_ids.append(_trace_id(exchange))
    repeated = [trace_id for trace_id, count in Counter(trace_ids).items() if count > 1]
    if repeated:
        yield f"{operation_id} returns the trace id {repeated[0]!r} twice"


def _seen_trace_ids(target: Target) -> dict[str, list[Any]]:
    """Return the trace ids of the successful calls that were sent before, by operation."""
    found: dict[str, list[Any]] = defaultdict(list)
    for exchange in target.exchanges:
        match = target.validator.routes.match(exchange.path)
        operation = match and match[0].operations.get(exchange.method)
        is_sonarly = match is not None and match[0].vendor == "sonarly"
        # A server may repeat its whole response to an idempotency key.
        is_new = "Idempotency-Key" not in exchange.request_headers
        if operation and is_sonarly and is_new and 200 <= exchange.status < 300:
            with suppress(*UNREADABLE):
                found[operation.id].append(_trace_id(exchange))
    return found


def _trace_id(exchange: Exchange) -> Any:
    return json.loads(exchange.body or b"{}")["traceId"]
