"""Stateful checks of authentication: missing, wrong, foreign and read-only keys."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain

from ..spec.routes import Operation, Route
from ..targets.budget import ask_now, rotate
from ..targets.requests import (
    UNKNOWN_ID,
    credential_header,
    credential_value,
    in_areas,
    request_target,
)
from ..targets.target import GET, Target
from .check import breaking, expect_status
from .identifiers import id_parameters, unknown_value
from .prepared import check_each, operations_where

_ALWAYS = 2  # credentials that every operation gets
_FEW_CREDENTIALS = 1


def credentials_are_required(target: Target) -> Iterator[str]:
    """Check that every operation returns 401 without a valid credential, in the right format."""
    numbers = {item.id: number for number, (_, _, item) in enumerate(target.operations())}
    yield from check_each(
        target, numbers, lambda name: _check_credentials(target, name, numbers[name])
    )


def _check_credentials(target: Target, operation_id: str, number: int) -> Iterator[str]:
    operation = target.operation(operation_id)
    route = target.route(operation)
    wrong = list(wrong_credentials(target, route, operation))
    others = rotate(target, wrong[_ALWAYS:], number, _FEW_CREDENTIALS)
    for case, headers in (*wrong[:_ALWAYS], *others):
        values = _harmless_values(target, route, operation)
        exchange = target.ask(operation_id, values, headers=headers)
        yield from expect_status(operation_id, exchange, {401}, f"to {case}")
        findings = target.validator.validate(exchange)
        yield from (f"to {case}: {finding}" for finding in breaking(findings))


def writes_require_credentials(target: Target) -> Iterator[str]:
    """Check that a write without a credential returns 401, also if the run must not write."""
    allowed = {operation.id for _, _, operation in target.operations()}
    for route in target.validator.routes.all:
        for method, operation in route.operations.items():
            is_known = target.key(route, operation) and in_areas(operation, target.areas)
            # Three locks: no credential, no known id in the path, and none in the body.
            if operation.id not in allowed and is_known and route.path_names:
                values = {name: unknown_value(operation, name) for name in route.path_names}
                path = request_target(route, operation, values)
                body = target.resources.harmless_body(operation.id)
                exchange = target.send(method, path, {}, body)
                yield from expect_status(operation.id, exchange, {401}, "to no credential")
                yield from map(str, breaking(target.validator.validate(exchange)))


def unauthenticated_errors_do_not_leak_ids(target: Target) -> Iterator[str]:
    """Check that an error without a credential is the same for real and for unknown ids."""
    for _, operation in target.known_reads():
        names = [parameter.name for parameter in operation.parameters if parameter.is_required]
        cases: list[Mapping[str, str | None]] = [{}, dict.fromkeys(names, UNKNOWN_ID)]
        if len({_unauthenticated_error(target, operation, case) for case in cases}) > 1:
            yield f"{operation.id} rejects a real id differently than an unknown id"


def read_only_key_cannot_write(target: Target) -> Iterator[str]:
    """Check that a read-only key reads everything, and that writes with it return 403."""
    operations = operations_where(
        target, lambda operation: target.route(operation).vendor in target.read_only_keys
    )
    yield from check_each(target, operations, lambda name: _check_read_only_key(target, name))


def _check_read_only_key(target: Target, operation_id: str) -> Iterator[str]:
    operation = target.operation(operation_id)
    key = target.read_only_keys[target.route(operation).vendor]
    if target.method(operation) == "GET":
        exchange = target.ask(operation_id, key=key)
        # An account may have nothing to read: then the other key gets no 200 either.
        if exchange.status != 200 and target.ask(operation_id).status == 200:
            yield from expect_status(operation_id, exchange, {200}, "to a read-only key")
        return
    call = target.resources.call_values(operation_id)
    before = _read_campaign(target, call.values)
    exchange = target.ask(operation_id, call.values, body=call.body, key=key)
    yield from expect_status(operation_id, exchange, {403}, "to a read-only key")
    if _read_campaign(target, call.values) != before:
        yield f"{operation_id} changes a campaign with a read-only key"


def foreign_key_is_rejected(target: Target) -> Iterator[str]:
    """Check that a key of another customer gets 403, or 404 if that is documented."""
    for route, _, operation in target.operations():
        key = target.foreign_keys.get(route.vendor)
        # Some operations of Callers.ai document no 403. Those of Sonarly name the account group.
        allowed = {403} if route.vendor == "sonarly" else {403, 404}
        is_customer_key = credential_header(operation) == "Authorization"
        if key and is_customer_key and id_parameters(operation):
            values = _harmless_values(target, route, operation)
            if target.method(operation) == "GET":
                ask_now(target, operation.id, values)  # A server may show it to the next key.
            exchange = ask_now(target, operation.id, values, key)
            documented = allowed & operation.statuses
            circumstance = "to a key of another customer"
            yield from expect_status(operation.id, exchange, documented, circumstance)


def without_trace_id(body: bytes | None) -> str:
    """Return a body as text, without its trace id."""
    value = json.loads(body or b"null")
    return json.dumps({**value, "traceId": None} if isinstance(value, dict) else value)


def wrong_credentials(
    target: Target, route: Route, operation: Operation
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield headers without a valid credential of an operation, each with its circumstance."""
    key, header = target.key(route, operation) or "", credential_header(operation)
    right = credential_value(operation, key)
    # The first two are accepted by servers that compare a part of a key, or in any case.
    wrong = {
        "a longer key": credential_value(operation, f"{key}x"),
        "a key in other case": credential_value(operation, key.swapcase()),
        "an empty credential": "",
        "a truncated key": credential_value(operation, key[:-1]),
        "another scheme": f"Basic {key}",
    }
    if right != key:
        wrong |= {"a bare key": key, "a scheme without key": "Bearer", "no space": f"Bearer{key}"}
    others = {name: other for name, other in target.keys.items() if other != key}
    wrong |= {
        f"the key of {name}": credential_value(operation, key) for name, key in others.items()
    }
    # A key of digits has no other case.
    yield from ((case, {header: value}) for case, value in wrong.items() if value != right)
    yield "no credential", {}
    if route.vendor == "callers":
        secret = target.keys.get("X-Sync-Secret", "")
        elsewhere = {"Authorization": target.keys.get("callers", ""), "X-Sync-Secret": secret}
        elsewhere.pop(header)
        yield from (
            (f"only the header {name}", {name: value}) for name, value in elsewhere.items() if value
        )


def _harmless_values(target: Target, route: Route, operation: Operation) -> dict[str, str | None]:
    """Return unknown values for a write, so that it finds nothing to change.

    A read has known values, if they are known.
    """
    if target.method(operation) == "GET" and not target.unknown_parameter(operation):
        return {}
    names = route.path_names[1:] or route.path_names
    return {name: unknown_value(operation, name) for name in names}


def _read_campaign(target: Target, values: Mapping[str, str | None]) -> str:
    """Return the campaign that a call names, as text without its trace id."""
    if "campaignId" not in values:
        return ""
    exchange = target.ask(GET, {"campaignId": values["campaignId"]})
    return without_trace_id(exchange.body)


def _unauthenticated_error(
    target: Target, operation: Operation, values: Mapping[str, str | None]
) -> str:
    """Return the error without a credential, without the ids that the call itself contains."""
    exchange = target.ask(operation.id, values, headers={})
    text = f"{exchange.status} {without_trace_id(exchange.body)}"
    for known in chain([UNKNOWN_ID], *target.ids.values()):
        text = text.replace(known, "")
    return text
