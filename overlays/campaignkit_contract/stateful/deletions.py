"""Stateful check of deletions: what is deleted is gone, in each state in which it can be."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial

from ..spec.document import packaged_operations
from ..spec.references import references
from ..spec.routes import Operation
from ..targets.listing import items
from ..targets.resources import Resource
from ..targets.target import CheckFailed, SkipCheck, Target
from .check import expect_status
from .lists import list_operation
from .matrices.siblings import state_names
from .prepared import check_each, operations_where

Values = Mapping[str, str | None]


def deleted_item_is_gone(target: Target) -> Iterator[str]:
    """Check that a deleted item of any status is not listed, and cannot be deleted again."""
    operations = operations_where(target, lambda operation: _is_deletion(target, operation))
    yield from check_each(target, operations, partial(_check_deleted, target), is_fresh=True)


def _check_deleted(target: Target, operation: str) -> Iterator[str]:
    listing = list_operation(target, target.route(target.operation(operation)))
    if listing is None:
        return
    values = target.resources.call_values(operation).values
    users = _users(target, operation, values)
    yield from _check_gone(target, operation, listing, values, "")
    for user in users:
        other = target.operation(target.resources.kinds.all[user.kind].listing)
        if all(item["id"] != user.id for item in _items(target, other, user.values)):
            yield f"{operation} also removes an item of {other.id} that names the deleted one"
    for write in _earlier_writes(target, operation):
        with suppress(SkipCheck, CheckFailed):
            call = target.resources.call_values(write)
            if target.ask(write, call.values, body=call.body).status < 300:
                yield from _check_gone(target, operation, listing, call.values, f" after {write}")
    yield from _check_listed(target, operation, listing, values)


def _users(target: Target, operation: str, values: Values) -> list[Resource]:
    """Create what names the item that is deleted, if no operation creates another one of these.

    For other items, a matrix does it.
    """
    kinds = target.resources.kinds
    kind = kinds.removed_by(operation)
    if kind is None or kind.creators or not target.is_exclusive(operation):
        return []
    made = []
    for other in [other for other in kinds.all.values() if other.creators and other.listing]:
        creator = other.creators[0].operation
        if "x-job" in packaged_operations()[creator].node:
            continue
        for field, name in references(kinds, creator, kinds.body_fields(creator)):
            if name == kind.name:
                with suppress(SkipCheck, CheckFailed):
                    json = {field: values[kind.parameter]}
                    made.append(target.resources.make(other.name, json=json))
    return made


def _check_listed(
    target: Target, operation: str, listing: Operation, values: Values
) -> Iterator[str]:
    """Delete a listed item of each state, on a server that can be reset."""
    [*_, name] = target.route(target.operation(operation)).path_names
    seen: set[tuple[str, str]] = set()
    for item in _items(target, listing, values) if target.reset_server else ():
        states = {(field, repr(item.get(field))) for field in state_names(listing.id)}
        if states - seen:
            seen |= states
            circumstance = f" with the status {item['status']}" if "status" in item else ""
            given = {**values, name: item["id"]}
            yield from _check_gone(target, operation, listing, given, circumstance)


def _check_gone(
    target: Target, operation: str, listing: Operation, values: Values, circumstance: str
) -> Iterator[str]:
    """Delete an item, and look for it; its state may not allow the deletion."""
    names = target.route(target.operation(operation)).path_names
    given = {name: values[name] for name in names}
    if target.ask(operation, given).status >= 400:
        return
    if any(item["id"] == given[names[-1]] for item in _items(target, listing, given)):
        yield f"{listing.id} lists an item that {operation} deleted{circumstance}"
    reader = target.resources.kinds.of(operation, names[-1]).reader
    for again in filter(None, (reader, operation)):
        exchange = target.ask(again, given)
        yield from expect_status(again, exchange, {404}, f"for a deleted item{circumstance}")


def _earlier_writes(target: Target, operation: str) -> list[str]:
    """Return the writes that change the status of what an operation deletes.

    On a server that can be reset, these are all other writes of one item. Elsewhere, a deleted
    audience would take the leads of others with it.
    """
    kinds, nodes = target.resources.kinds, packaged_operations()
    [*_, name] = kinds.path_parameters(operation)
    return operations_where(
        target,
        lambda other: (
            other.id != operation
            and target.method(other) != "GET"
            and kinds.path_parameters(other.id)[-1:] == [name]
            and kinds.of(other.id, name) == kinds.of(operation, name)
            and kinds.created_by(other.id) is None
            and bool(target.reset_server or "/status" in str(nodes[other.id].node.get("x-verify")))
        ),
    )


def _items(target: Target, listing: Operation, values: Values) -> list[dict[str, str]]:
    """Return the items of a list below the parents of an item."""
    names = target.route(listing).path_names
    return items(target, listing.id, **{name: values[name] for name in names})


def _is_deletion(target: Target, operation: Operation) -> bool:
    """Return True if an operation deletes one item. An archived item still exists."""
    return target.method(operation) == "DELETE" and (
        "x-verify" in packaged_operations()[operation.id].node
    )
