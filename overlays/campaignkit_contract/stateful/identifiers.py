"""Stateful checks of ids: unknown and unusual ids are rejected, and break nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..spec.routes import Operation, Route
from ..targets.budget import rotate
from ..targets.requests import UNKNOWN_ID, matching_value
from ..targets.resources import CallValues
from ..targets.target import LEAD_STATUS, Target
from .check import expect_status
from .prepared import check_each, operations_where

REJECTED = frozenset({400, 403, 404, 414})
"""Statuses that reject an id."""

# An encoded slash splits nothing. Otherwise the last id would be the path of a start.
_UNUSUAL_IDS = (
    *("-", "0", "x" * 300, "Zürich", "50%", " ", "a,b", "'\"<>", "a/b"),
    f"{UNKNOWN_ID}/start",
)
_FEW_IDS = 1
_UNUSUAL_ENDS = (
    ("/no-such-path/no-such-path", range(400, 500), "for an unknown path"),
    ("?no-such-name=%FF", range(200, 500), "for a query that is not UTF-8"),
)
"""Ends of request targets, each with the allowed statuses."""


def unknown_id_is_404(target: Target) -> Iterator[str]:
    """Check that an unknown id or path returns 404, and an unknown account group 403 or 404."""
    yield from _check_unusual_targets(target)
    operations = operations_where(target, lambda operation: bool(id_parameters(operation)))
    yield from check_each(target, operations, lambda name: _check_unknown_ids(target, name))


def _check_unusual_targets(target: Target) -> Iterator[str]:
    """Yield a finding for each vendor that accepts an unknown path, or fails for a bad query.

    No document names the statuses. By RFC 9110 an unknown path is an error of the client. A server
    may refuse a bad query with 400, so the read is one that documents it.
    """
    reads = {
        route.vendor: (route, operation)
        for route, operation in target.known_reads()
        if 400 in operation.statuses
    }
    for vendor, (route, operation) in reads.items():
        for end, statuses, circumstance in _UNUSUAL_ENDS:
            unusual = replace(route, template=f"{route.template}{end}")
            exchange = target.call("GET", unusual, operation)
            yield from expect_status(vendor, exchange, statuses, circumstance)


def _check_unknown_ids(target: Target, operation_id: str) -> Iterator[str]:
    operation = target.operation(operation_id)
    call = _known_call(target, operation)
    for name in id_parameters(operation):
        is_in_group = name in target.route(operation).path_names[1:]
        allowed = {404} if is_in_group else {403, 404}
        # A lookup that documents neither returns 200 with an empty result.
        if allowed & operation.statuses:
            values = {**call.values, name: unknown_value(operation, name)}
            exchange = target.ask(operation_id, values, body=call.body)
            yield from expect_status(operation_id, exchange, allowed, f"for an unknown {name}")


def unusual_id_is_rejected(target: Target) -> Iterator[str]:
    """Check that an id in an unusual form, or without its end, is rejected like an unknown id."""
    operations = operations_where(target, lambda operation: bool(id_parameters(operation)))
    unusual = {
        name: rotate(target, _UNUSUAL_IDS, number, _FEW_IDS)
        for number, name in enumerate(operations)
    }
    check = partial(_check_unusual_ids, target)
    yield from check_each(target, operations, lambda name: check(name, unusual[name]))


def _check_unusual_ids(
    target: Target, operation_id: str, unusual_ids: Sequence[str]
) -> Iterator[str]:
    operation = target.operation(operation_id)
    call = _known_call(target, operation)
    for name in id_parameters(operation):
        is_last = name == last_parameter(target.route(operation))
        is_harmless = is_last or target.method(operation) == "GET"
        if is_harmless and (name == "accountGroupId" or 404 in operation.statuses):
            known = call.values.get(name) or target.path_values(operation).get(name)
            # A server that finds a longer id would change what the run has not made.
            beginning = [known[:-1]] if known and target.reset_server else []
            for unusual in [*unusual_ids, *beginning]:
                values = {**call.values, name: unusual}
                exchange = target.ask(operation_id, values, body=call.body)
                circumstance = f"for {name} {unusual[:9]!r}"
                yield from expect_status(operation_id, exchange, REJECTED, circumstance)


def _known_call(target: Target, operation: Operation) -> CallValues:
    """Return known values for a read, and values of the run for a write."""
    if target.method(operation) == "GET":
        return CallValues({}, {})
    return target.resources.call_values(operation.id)


def unusual_lead_id_is_accepted(target: Target) -> Iterator[str]:
    """Check that the id of a lead can be any text without a comma."""
    for unusual in (id_ for id_ in _UNUSUAL_IDS if "," not in id_):
        exchange = target.ask(LEAD_STATUS, {"leadIds": unusual})
        circumstance = f"for the lead {unusual[:9]!r}"
        yield from expect_status(LEAD_STATUS, exchange, {200, 400, 414}, circumstance)


def id_parameters(operation: Operation) -> list[str]:
    """Return the required parameters of an operation that name something which must exist."""
    return [
        parameter.name
        for parameter in operation.parameters
        if parameter.is_required
        and parameter.location in {"path", "query"}
        and parameter.name != "leadIds"
    ]


def last_parameter(route: Route) -> str:
    """Return the last parameter of a path; an empty text without parameters."""
    return route.path_names[-1] if route.path_names else ""


def unknown_value(operation: Operation, name: str) -> str:
    """Return an unassigned value in the form of a parameter."""
    [parameter] = [parameter for parameter in operation.parameters if parameter.name == name]
    return matching_value(parameter, UNKNOWN_ID)
