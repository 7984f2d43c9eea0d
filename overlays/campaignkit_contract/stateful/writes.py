"""Stateful checks of writes, derived from the spec for every operation.

Each operation starts from the initial state, so these checks need a target that can be reset.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from ..cases.preconditions import REQUIRED_CALLS
from ..exchange import Exchange
from ..spec.document import Json, packaged_operations
from ..spec.examples import packaged_bodies
from ..spec.expressions import CallContext
from ..spec.routes import Operation
from ..targets.listing import items
from ..targets.requests import payload
from ..targets.target import Target
from .check import expect_status
from .lists import by_id, is_list, list_operation
from .verify_rules import VerifyRule

_CLOCK_SKEW = timedelta(seconds=1)


def write_is_visible_in_read(target: Target) -> Iterator[str]:
    """Check that the read in `x-verify` shows a write after the call, and not before."""
    for operation in _reset_before_each(target, _has_verify_rule):
        rule = _node(operation)["x-verify"]
        call = _call_context(target, operation)
        before = _read_rule(target, rule, call)
        if before.holds(rule["applied"]):
            yield f"{rule['operationId']} shows {operation.id} before the call"
        exchange = target.ask(operation.id)
        if not 200 <= exchange.status < 300:
            yield f"{operation.id} returns {exchange.status} to its example"
        elif not _read_rule(target, rule, call, before.since).holds(rule["applied"]):
            yield f"{operation.id} returns {exchange.status}, and {rule['operationId']} differs"


def rejected_write_has_no_effect(target: Target) -> Iterator[str]:
    """Check that a write without a credential is not visible in the read in `x-verify`."""
    for operation in _reset_before_each(target, _has_verify_rule):
        rule = _node(operation)["x-verify"]
        call = _call_context(target, operation)
        before = _read_rule(target, rule, call)
        target.ask(operation.id, headers={})
        if _read_rule(target, rule, call, before.since).holds(rule["applied"]):
            yield f"{operation.id} is rejected and has an effect"


def response_links_resolve(target: Target) -> Iterator[str]:
    """Check that the target of every link in a response exists."""
    for operation in _reset_before_each(target, _has_links):
        exchange = target.ask(operation.id)
        response = operation.response_for(exchange.status)
        for link in response.links if response and exchange.status < 300 else ():
            values = _link_values(target, operation, exchange, link.parameters)
            if values is not None and link.target in packaged_operations():
                status = target.ask(link.target, values).status
                if status >= 400 and status != 409:
                    yield f"the link {link.name} of {operation.id} leads to a {status}"


def created_item_is_listed(target: Target) -> Iterator[str]:
    """Check that a created item is listed once, as the call returned it."""
    for operation in _reset_before_each(target, lambda operation: "201" in operation.responses):
        listing = target.route(operation).operations.get("GET")
        if listing is None:
            continue
        created = payload(target.ask(operation.id))
        listed = [item for item in items(target, listing.id) if item["id"] == created["id"]]
        if listed != [created]:
            yield f"{listing.id} lists the item of {operation.id} {len(listed)} times, or changed"


def deleted_item_is_gone(target: Target) -> Iterator[str]:
    """Check that a deleted item is not listed, and cannot be deleted again."""
    for operation in _reset_before_each(target, lambda operation: _is_deletion(target, operation)):
        listing = list_operation(target, target.route(operation))
        if listing is None:
            continue
        [*_, deleted] = target.path_values(operation).values()
        target.ask(operation.id)
        if any(item["id"] == deleted for item in items(target, listing.id)):
            yield f"{listing.id} lists an item that {operation.id} deleted"
        yield from expect_status(operation.id, target.ask(operation.id), {404}, "to a second call")


def writes_touch_only_named_items(target: Target) -> Iterator[str]:
    """Check that a write changes only items that its request or its response names."""
    for operation in _reset_before_each(
        target, lambda operation: target.method(operation) != "GET"
    ):
        # A deletion of a whole list names none of its items.
        listings = [
            listing
            for listing in _area_lists(target, operation)
            if target.route(target.operation(listing)) != target.route(operation)
            or target.method(operation) != "DELETE"
        ]
        before = {listing: by_id(items(target, listing)) for listing in listings}
        exchange = target.ask(operation.id)
        text = f"{exchange.target} {exchange.request_body!r} {exchange.body!r}"
        for listing, old in before.items():
            new = by_id(items(target, listing))
            for id_ in old.keys() | new.keys():
                if id_ not in text and old.get(id_) != new.get(id_):
                    yield f"{operation.id} changes {id_} of {listing}, which it does not name"


def idempotency_key_deduplicates(target: Target) -> Iterator[str]:
    """Check that one idempotency key applies a call once, and conflicts with another body."""
    for operation in _reset_before_each(
        target, lambda operation: _node(operation)["x-idempotency"] == "keyed"
    ):
        body = packaged_bodies()[operation.id]
        first, repeated, other = (
            _send_with_key(target, operation, key, body) for key in ("a", "a", "b")
        )
        if _without_status(first) != _without_status(repeated):
            yield f"{operation.id} is applied twice with one idempotency key"
        if _without_status(other) == _without_status(first):
            yield f"{operation.id} treats two idempotency keys as one"
        changed = {"json": {**body["json"], **_changed_text(body["json"])}}
        exchange = _send_with_key(target, operation, "a", changed)
        circumstance = "to a used idempotency key with another body"
        yield from expect_status(operation.id, exchange, {409}, circumstance)


def _reset_before_each(
    target: Target, is_included: Callable[[Operation], bool]
) -> Iterator[Operation]:
    """Yield operations, each after a reset and the calls that it requires."""
    for operation in [
        operation for _, _, operation in target.operations() if is_included(operation)
    ]:
        target.reset()
        for first in REQUIRED_CALLS.get(operation.id, ()):
            target.ask(first)
        yield operation


def _node(operation: Operation) -> Json:
    return packaged_operations()[operation.id].node


def _has_verify_rule(operation: Operation) -> bool:
    return "x-verify" in _node(operation)


def _has_links(operation: Operation) -> bool:
    return any(response.links for response in operation.responses.values())


def _is_deletion(target: Target, operation: Operation) -> bool:
    """Return True if an operation deletes one item. An archived item still exists."""
    return target.method(operation) == "DELETE" and _has_verify_rule(operation)


def _call_context(target: Target, operation: Operation) -> CallContext:
    body = packaged_bodies()[operation.id].get("json")
    return CallContext(target.path_values(operation), body, target.verify_arguments)


def _read_rule(
    target: Target, rule: Json, call: CallContext, since: datetime | None = None
) -> VerifyRule:
    values = {name: str(call.evaluate(value)) for name, value in rule["parameters"].items()}
    exchange = target.ask(rule["operationId"], values)
    started_at = since or _date(exchange) - _CLOCK_SKEW
    return VerifyRule(call, exchange.status, json.loads(exchange.body or b"null"), started_at)


def _date(exchange: Exchange) -> datetime:
    date = exchange.headers.get("Date")
    return parsedate_to_datetime(date) if date else datetime.now(UTC)


def _link_values(
    target: Target, operation: Operation, exchange: Exchange, parameters: Mapping[str, Any]
) -> dict[str, str | None] | None:
    """Return the values of a link; None if the response has none, such as an empty list."""
    body = json.loads(exchange.body or b"null")
    call = CallContext(target.path_values(operation), None, response_body=body)
    values: dict[str, str | None] = {}
    for name, expression in parameters.items():
        value = call.evaluate(expression)
        if not isinstance(value, str):
            return None
        values[name.rpartition(".")[2]] = value
    return values


def _area_lists(target: Target, operation: Operation) -> list[str]:
    """Return the lists of an operation's area whose items have ids, at most one id deep."""
    tags = _node(operation)["tags"]
    return [
        operation.id
        for _, operation in target.readable_operations()
        if _node(operation)["tags"] == tags
        and len(target.path_values(operation)) < 2
        and is_list(target, operation, frozenset({"id"}))
    ]


def _send_with_key(target: Target, operation: Operation, key: str, body: Json) -> Exchange:
    return target.ask(operation.id, body=body, extra_headers={"Idempotency-Key": key})


def _without_status(exchange: Exchange) -> str:
    """Return the payload as text, without the status, which advances by itself."""
    value = payload(exchange)
    return json.dumps({**value, "status": None} if isinstance(value, dict) else value)


def _changed_text(body: Json) -> Json:
    """Return another value for one text of a body."""
    name = next(name for name, value in body.items() if isinstance(value, str))
    return {name: f"{body[name]}x"}
