"""Stateful checks of ids: unknown and unusual ids are rejected, and break nothing."""

import re
from collections.abc import Iterator

from ..spec.routes import Operation, Route
from ..targets.requests import UNKNOWN_ID, matching_value
from ..targets.target import LEAD_STATUS, Target
from .check import expect_status

REJECTED = frozenset({400, 403, 404, 414})
"""Statuses that reject an id."""

# An encoded slash splits nothing. Otherwise the last id would be the path of a start.
_UNUSUAL_IDS = (
    *("-", "0", "x" * 300, "Zürich", "50%", " ", "a,b", "'\"<>", "a/b"),
    f"{UNKNOWN_ID}/start",
)


def unknown_id_is_404(target: Target) -> Iterator[str]:
    """Check that an unknown id returns 404, and an unknown account group 403 or 404."""
    for route, _, operation in target.operations():
        for name in id_parameters(operation):
            is_in_group = f"{{{name}}}" in route.template.partition("}")[2]
            allowed = {404} if is_in_group else {403, 404}
            # A lookup that documents neither returns 200 with an empty result.
            if not allowed & operation.statuses:
                continue
            exchange = target.ask(operation.id, {name: unknown_value(operation, name)})
            yield from expect_status(operation.id, exchange, allowed, f"for an unknown {name}")


def unusual_id_is_rejected(target: Target) -> Iterator[str]:
    """Check that an id in an unusual form is rejected like an unknown id."""
    for route, method, operation in target.operations():
        for name in id_parameters(operation):
            is_harmless = method == "GET" or name == last_parameter(route)
            if is_harmless and (name == "accountGroupId" or 404 in operation.statuses):
                for unusual in _UNUSUAL_IDS:
                    exchange = target.ask(operation.id, {name: unusual})
                    circumstance = f"for {name} {unusual[:9]!r}"
                    yield from expect_status(operation.id, exchange, REJECTED, circumstance)


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
    names = re.findall(r"{(\w+)}", route.template)
    return names[-1] if names else ""


def unknown_value(operation: Operation, name: str) -> str:
    """Return an unassigned value in the form of a parameter."""
    [parameter] = [parameter for parameter in operation.parameters if parameter.name == name]
    return matching_value(parameter, UNKNOWN_ID)
