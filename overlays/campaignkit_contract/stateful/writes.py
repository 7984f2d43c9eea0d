"""Stateful checks of writes, derived from the spec for every operation.

Each operation is called with resources of the sandbox.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from ..exchange import Exchange
from ..spec.document import Json, packaged_operations
from ..spec.expressions import CallContext
from ..spec.routes import Operation
from ..targets.listing import items
from ..targets.requests import json_body, payload
from ..targets.resources import CallValues
from ..targets.target import SkipCheck, Target
from .check import expect_status
from .lists import by_id, is_list
from .prepared import check_each, operations_where, succeed

_NOT_NOW = frozenset({409, 422})
"""Statuses of something that exists and is in another state."""
_WATCHED = 24  # reads of a list that must not change without a write


def response_links_resolve(target: Target) -> Iterator[str]:
    """Check that the target of every link in a response exists."""
    operations = operations_where(target, _has_links)
    yield from check_each(target, operations, lambda name: _check_links(target, name))


def _check_links(target: Target, operation: str) -> Iterator[str]:
    call = target.resources.call_values(operation)
    exchange = target.ask(operation, call.values, body=call.body)
    response = target.operation(operation).response_for(exchange.status)
    for link in response.links if response and exchange.status < 300 else ():
        values = _link_values(call, exchange, link.parameters)
        if values is None or link.target not in packaged_operations():
            continue
        try:
            if target.method(target.operation(link.target)) != "GET":
                linked = target.resources.call_values(link.target, values)
            else:
                linked = CallValues(values, {})
            status = target.ask(link.target, linked.values, body=linked.body).status
        except SkipCheck:
            continue  # The link leads to a write of something that the run did not make.
        if status >= 400 and status not in _NOT_NOW:
            yield f"the link {link.name} of {operation} leads to a {status}"


def created_item_is_listed(target: Target) -> Iterator[str]:
    """Check that a created item is listed once, and that an equal call creates another one."""
    operations = operations_where(target, lambda operation: "201" in operation.responses)
    yield from check_each(target, operations, lambda name: _check_listed(target, name))


def _check_listed(target: Target, operation: str) -> Iterator[str]:
    listing = target.route(target.operation(operation)).operations.get("GET")
    call = target.resources.call_values(operation)
    created = succeed(target, operation, call)
    kind = target.resources.kinds.created_by(operation)
    # Another field than the id may identify an item, such as the phone number of a contact.
    if kind and not kind[0].aliases:
        again = target.ask(operation, call.values, body=call.body)
        if 200 <= again.status < 300 and payload(again)["id"] == created["id"]:
            yield f"{operation} returns the item of an equal call instead of a new one"
    if listing is None:
        return
    listed = [item for item in _items(target, listing.id, call) if item["id"] == created["id"]]
    if listed != [created]:
        yield f"{listing.id} lists the item of {operation} {len(listed)} times, or changed"


def writes_touch_only_named_items(target: Target) -> Iterator[str]:
    """Check that a write changes only items that its request or its response names."""
    operations = operations_where(target, lambda operation: target.method(operation) != "GET")
    check = partial(_check_frame, target)
    yield from check_each(target, operations, check, is_fresh=True)


def _check_frame(target: Target, operation_id: str) -> Iterator[str]:
    operation = target.operation(operation_id)
    call = target.resources.call_values(operation_id)
    # A deletion of a whole list names none of its items.
    listings = [
        listing
        for listing in _area_lists(target, operation)
        if target.route(target.operation(listing)) != target.route(operation)
        or target.method(operation) != "DELETE"
    ]
    before = {listing: by_id(items(target, listing)) for listing in listings}
    exchange = target.ask(operation_id, call.values, body=call.body)
    text = f"{exchange.target} {exchange.request_body!r} {exchange.body!r}"
    after = {listing: by_id(items(target, listing)) for listing in listings}
    for listing, old in before.items():
        changed = list(_unnamed_changes(old, after[listing], text))
        if changed and not _is_busy(target, listing):
            for id_ in changed:
                yield f"{operation_id} changes {id_} of {listing}, which it does not name"


def _unnamed_changes(old: Mapping[str, Any], new: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield the ids of changed items that the text of an exchange does not contain."""
    for id_ in old.keys() | new.keys():
        item = old.get(id_) or new[id_]
        is_named = id_ in text or str(item.get("phoneNumber", id_)) in text
        if not is_named and old.get(id_) != new.get(id_):
            yield id_


def _is_busy(target: Target, listing: str) -> bool:
    """Return True if others change a list while it is read."""
    first = by_id(items(target, listing))
    return any(by_id(items(target, listing)) != first for _ in range(_WATCHED))


def idempotency_key_deduplicates(target: Target) -> Iterator[str]:
    """Check that one idempotency key applies a call once, and conflicts with another body."""
    operations = operations_where(
        target, lambda operation: _node(operation)["x-idempotency"] == "keyed"
    )
    yield from check_each(target, operations, lambda name: _check_idempotency(target, name))


def _check_idempotency(target: Target, operation: str) -> Iterator[str]:
    call = target.resources.call_values(operation)
    one, another = (target.resources.unique_text() for _ in range(2))
    first, repeated, other = (
        _send_with_key(target, operation, call, key) for key in (one, one, another)
    )
    if _without_status(first) != _without_status(repeated):
        yield f"{operation} is applied twice with one idempotency key"
    if _without_status(other) == _without_status(first):
        yield f"{operation} treats two idempotency keys as one"
    changed = CallValues(call.values, {"json": {**call.json, **_changed_text(call.json)}})
    exchange = _send_with_key(target, operation, changed, one)
    circumstance = "to a used idempotency key with another body"
    yield from expect_status(operation, exchange, {409}, circumstance)


def _items(target: Target, listing: str, call: CallValues) -> list[Json]:
    """Return the items of a list below the parents of a call."""
    names = target.route(target.operation(listing)).path_names
    return items(target, listing, **{name: call.values[name] for name in names})


def _node(operation: Operation) -> Json:
    return packaged_operations()[operation.id].node


def _has_links(operation: Operation) -> bool:
    return any(response.links for response in operation.responses.values())


def _link_values(
    call: CallValues, exchange: Exchange, parameters: Mapping[str, Any]
) -> dict[str, str | None] | None:
    """Return the values of a link; None if the response has none, such as an empty list."""
    path = {name: str(value) for name, value in call.values.items()}
    context = CallContext(path, None, response_body=json_body(exchange))
    values: dict[str, str | None] = {}
    for name, expression in parameters.items():
        value = context.evaluate(expression)
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


def _send_with_key(target: Target, operation: str, call: CallValues, key: str) -> Exchange:
    headers = {"Idempotency-Key": key}
    return target.ask(operation, call.values, body=call.body, extra_headers=headers)


def _without_status(exchange: Exchange) -> str:
    """Return the payload as text, without the status, which advances by itself."""
    value = payload(exchange)
    return json.dumps({**value, "status": None} if isinstance(value, dict) else value)


def _changed_text(body: Json) -> Json:
    """Return another value for one text of a body."""
    name = next(name for name, value in body.items() if isinstance(value, str))
    return {name: f"{body[name]}x"}
