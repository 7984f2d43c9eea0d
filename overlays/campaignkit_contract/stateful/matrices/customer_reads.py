"""Reads of two customers: alternating ones, and those by values of the other one."""

import re
from collections.abc import Iterator

from ...exchange import Exchange
from ...options import setting_name
from ...spec.document import packaged_operations
from ...spec.expressions import RESPONSE_BODY, value_at
from ...spec.routes import Operation
from ...targets.requests import json_body
from ...targets.target import SkipCheck, Target
from ..authentication import without_trace_id
from ..identifiers import last_parameter, unknown_value
from .customers import Customers, Values, resource_ids
from .stranger import ROOTS

_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")
_ALTERNATING = "alternating reads of two customers"
_VALUE = "a value of another customer"

Problem = tuple[str, str]
"""Cell and problem of a finding."""


def read_problems(customers: Customers, operation: Operation) -> Iterator[Problem]:
    """Yield what a customer reads of another one."""
    own, other = customers.own.values(operation), customers.stranger.values(operation)
    if own is None or other is None:
        if other is None and customers.own.target.is_limited:
            raise SkipCheck(
                f"{setting_name('AREAS')} does not name the area of a read that shows ids of the "
                "other customer"
            )
        return
    if _keys_differ(customers, operation) or own != other:
        yield from _alternating(customers, operation, own, other)
    yield from _lookups(customers, operation, own, other)
    yield from _cursors(customers, operation, own, other)
    for name in _id_parameters(customers.own.target, operation):
        yield from _named(customers, operation, name, other)


def _keys_differ(customers: Customers, operation: Operation) -> bool:
    target = customers.own.target
    route = target.route(operation)
    return target.key(route, operation) != customers.stranger.target.key(route, operation)


def _alternating(
    customers: Customers, operation: Operation, own: Values, other: Values
) -> Iterator[Problem]:
    """Read by one customer, by another one, and by the first one again."""
    first, second = customers.own.target, customers.stranger.target
    alone = _alone(customers, operation)
    shown = [
        reader.ask(operation.id, values)
        for reader, values in ((first, own), (second, other), (first, own))
    ]
    before, between, after = (resource_ids(first, operation, exchange) for exchange in shown)
    if (before | after | customers.own.all_ids) & between or (
        (before | after) & customers.stranger.all_ids
    ):
        yield _ALTERNATING, "return the same items"
    elif alone != _view(shown[1]) and first.reset_server:
        customers.begin()
        # Other values at each reset show nothing.
        if _view(second.ask(operation.id, other)) == alone:
            yield _ALTERNATING, "return something else than the read of one customer alone"


def _alone(customers: Customers, operation: Operation) -> str:
    """Return what the other customer reads if no other has read before; nothing without a reset."""
    target = customers.stranger.target
    if target.reset_server and not customers.alone:
        customers.begin()
        for _, read in target.readable_operations():
            if (values := customers.stranger.values(read)) is not None:
                customers.alone[read.id] = _view(target.ask(read.id, values))
        customers.begin()
    customers.begin_reads()
    return customers.alone.get(operation.id, "")


def _view(exchange: Exchange) -> str:
    """Return status and body of a response, without its trace id and times."""
    return _TIME.sub("time", f"{exchange.status} {without_trace_id(exchange.body)}")


def _lookups(
    customers: Customers, operation: Operation, own: Values, other: Values
) -> Iterator[Problem]:
    """Look up a value of another customer, which both customers may have."""
    first, second = customers.own.target, customers.stranger.target
    route = first.route(operation)
    name = last_parameter(route)
    if 404 in operation.statuses or len(route.path_names) < 2:
        return
    for reader, has, values, of_reader in (
        (second, customers.own, own, other),
        (first, customers.stranger, other, own),
    ):
        asked = {**of_reader, name: values[name]}
        shown = [has.target.ask(operation.id, values), reader.ask(operation.id, asked)]
        ids = [resource_ids(first, operation, exchange) for exchange in shown]
        if (ids[0] | has.all_ids) & ids[1]:
            yield f"{name}: {_VALUE}", "returns an item of another customer"


def _cursors(
    customers: Customers, operation: Operation, own: Values, other: Values
) -> Iterator[Problem]:
    """Use a cursor of another customer, which must not lead to what that customer has."""
    rule = packaged_operations()[operation.id].node.get("x-pagination", {})
    if "cursor" not in rule:
        return
    first, second = customers.own.target, customers.stranger.target
    size = {rule["size"]: "1"}
    page = json_body(second.ask(operation.id, {**other, **size}))
    cursor = value_at(page, rule["cursor"]["next"].removeprefix(RESPONSE_BODY))
    if isinstance(cursor, str):
        values = {**own, **size, rule["cursor"]["parameter"]: cursor}
        shown = resource_ids(first, operation, first.ask(operation.id, values))
        if shown & customers.stranger.all_ids - customers.own.all_ids:
            yield "a cursor of another customer", "leads to items of that customer"


def _id_parameters(target: Target, operation: Operation) -> list[str]:
    """Return the parameters that name a resource: the last of the path, and those of the query."""
    last = last_parameter(target.route(operation)) if 404 in operation.statuses else ""
    return [
        item.name
        for item in operation.parameters
        if item.name not in ROOTS.values()
        and (item.name == last or (item.location == "query" and item.name.endswith(("Id", "Ids"))))
    ]


def _named(
    customers: Customers, operation: Operation, name: str, other: Values
) -> Iterator[Problem]:
    """Name a resource of another customer, which is treated like an unknown one."""
    target, vendor = customers.stranger.target, customers.own.target.route(operation).vendor
    foreign = next(iter(customers.own.known(vendor, name)), "")
    if not foreign or foreign in customers.stranger.known(vendor, name):
        return
    texts = [
        _view(target.ask(operation.id, {**other, name: value})).replace(value, "")
        for value in (foreign, unknown_value(operation, name))
    ]
    # Operations of Callers.ai may refuse a resource of others by another status.
    may_refuse = vendor == "callers" and texts[0].startswith(("403", "404"))
    if texts[0] != texts[1] and not may_refuse:
        yield f"{name}: {_VALUE}", f"returns {texts[0][:3]} otherwise than for an unknown value"
