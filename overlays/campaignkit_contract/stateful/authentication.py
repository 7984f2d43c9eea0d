"""Stateful checks of authentication: missing, wrong, foreign and read-only keys."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain

from ..spec.routes import Operation, Route
from ..targets.requests import UNKNOWN_ID, credential_header, credential_value
from ..targets.target import CALLERS_LIST, GET, Target
from .check import breaking, expect_status
from .identifiers import REJECTED, id_parameters, last_parameter, unknown_value


def credentials_are_required(target: Target) -> Iterator[str]:
    """Check that every operation returns 401 without a valid credential, in the right format."""
    for route, method, operation in target.operations():
        for case, headers in wrong_credentials(target, route, operation):
            values = _harmless_values(route, method, operation)
            exchange = target.ask(operation.id, values, headers=headers)
            yield from expect_status(operation.id, exchange, {401}, f"to {case}")
            findings = target.validator.validate(exchange)
            yield from (f"to {case}: {finding}" for finding in breaking(findings))


def unauthenticated_errors_do_not_leak_ids(target: Target) -> Iterator[str]:
    """Check that an error without a credential is the same for real and for unknown ids."""
    for _, operation in target.readable_operations():
        names = [parameter.name for parameter in operation.parameters if parameter.is_required]
        cases: list[Mapping[str, str | None]] = [{}, dict.fromkeys(names, UNKNOWN_ID)]
        if len({_unauthenticated_error(target, operation, case) for case in cases}) > 1:
            yield f"{operation.id} rejects a real id differently than an unknown id"


def read_only_key_cannot_write(target: Target) -> Iterator[str]:
    """Check that a read-only key reads everything, and that writes with it return 403."""
    for route, method, operation in target.operations():
        key = target.read_only_keys.get(route.vendor)
        if key is None:
            continue
        if method == "GET":
            exchange = target.ask(operation.id, key=key)
            yield from expect_status(operation.id, exchange, {200}, "to a read-only key")
        else:
            yield from _check_rejected_write(target, operation, key)


def foreign_key_is_rejected(target: Target) -> Iterator[str]:
    """Check that a key of another customer gets 403, or 404 if that is documented."""
    for route, method, operation in target.operations():
        key = target.foreign_keys.get(route.vendor)
        # Some operations of Callers.ai document no 403. Those of Sonarly name the account group.
        allowed = {403} if route.vendor == "sonarly" else {403, 404}
        is_customer_key = credential_header(operation) == "Authorization"
        if key and is_customer_key and id_parameters(operation):
            values = _harmless_values(route, method, operation)
            exchange = target.ask(operation.id, values, key=key)
            documented = allowed & operation.statuses
            circumstance = "to a key of another customer"
            yield from expect_status(operation.id, exchange, documented, circumstance)


def unknown_sub_organization_is_rejected(target: Target) -> Iterator[str]:
    """Check that a call for an unknown sub organization is rejected."""
    operation = target.operation(CALLERS_LIST)
    key = credential_value(operation, target.keys.get("callers", ""))
    headers = {"Authorization": key, "x-sub-organization-id": UNKNOWN_ID}
    exchange = target.ask(CALLERS_LIST, headers=headers)
    circumstance = "for an unknown sub organization"
    yield from expect_status(CALLERS_LIST, exchange, REJECTED, circumstance)


def without_trace_id(body: bytes | None) -> str:
    """Return a body as text, without its trace id."""
    value = json.loads(body or b"null")
    return json.dumps({**value, "traceId": None} if isinstance(value, dict) else value)


def wrong_credentials(
    target: Target, route: Route, operation: Operation
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield headers without a valid credential of an operation, each with its circumstance."""
    key, header = target.key(route, operation) or "", credential_header(operation)
    wrong = {
        "an empty credential": "",
        "a truncated key": credential_value(operation, key[:-1]),
        "a longer key": credential_value(operation, f"{key}x"),
        "a key in other case": credential_value(operation, key.swapcase()),
        "another scheme": f"Basic {key}",
    }
    if credential_value(operation, key) != key:
        wrong |= {"a bare key": key, "a scheme without key": "Bearer", "no space": f"Bearer{key}"}
    others = {name: other for name, other in target.keys.items() if other != key}
    wrong |= {
        f"the key of {name}": credential_value(operation, key) for name, key in others.items()
    }
    yield "no credential", {}
    yield from ((case, {header: value}) for case, value in wrong.items())


def _harmless_values(route: Route, method: str, operation: Operation) -> dict[str, str | None]:
    """Return values with which a write that should be rejected finds nothing to change."""
    name = last_parameter(route)
    return {} if method == "GET" or not name else {name: unknown_value(operation, name)}


def _check_rejected_write(target: Target, operation: Operation, key: str) -> Iterator[str]:
    campaign_id = next(iter(target.draft_campaign_ids), UNKNOWN_ID)
    before = target.ask(GET, {"campaignId": campaign_id})
    exchange = target.ask(operation.id, {"campaignId": campaign_id}, key=key)
    after = target.ask(GET, {"campaignId": campaign_id})
    yield from expect_status(operation.id, exchange, {403}, "to a read-only key")
    if without_trace_id(before.body) != without_trace_id(after.body):
        yield f"{operation.id} changes a campaign with a read-only key"


def _unauthenticated_error(
    target: Target, operation: Operation, values: Mapping[str, str | None]
) -> str:
    """Return the error without a credential, without the ids that the call itself contains."""
    exchange = target.ask(operation.id, values, headers={})
    text = f"{exchange.status} {without_trace_id(exchange.body)}"
    for known in chain([UNKNOWN_ID], *target.ids.values()):
        text = text.replace(known, "")
    return text
