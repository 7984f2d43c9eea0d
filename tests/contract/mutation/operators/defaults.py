"""Operators on what a request leaves out: other defaults, and fields that a write resets."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from campaignkit_contract.spec.document import OperationNode

from ..mutant import Json, Mutant, RuleCall
from .records import records, touched
from .rules import RuleBug, creates, rule_mutant
from .schema_places import Place, operations, request_places, response_places

_DEFAULT = re.compile(r"the default (?:is )?(false|true|asc|\d[\d.]*\d|\d)|\((the default)\)", re.I)
_OTHERS = {"false": True, "true": False, "asc": "desc", "the default": False}
_ENVELOPE = {"success", "data", "error", "traceId"}


def default_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every operation."""
    for operation in operations():
        for parameter in operation.parameters:
            if (other := _other_default(parameter)) is not None:
                bug = _takes(parameter["name"], other)
                yield rule_mutant("default changed", operation, parameter["name"], bug)
        for place in request_places(operation.id):
            if len(place.path) == 1 and (other := _other_default(place.schema)) is not None:
                yield rule_mutant("default changed", operation, str(place), _fills(place, other))
        if operation.method not in {"GET", "DELETE"} and not creates(operation):
            for name in sorted(_kept_fields(operation)):
                yield rule_mutant("field reset", operation, name, _resets(name))


def _other_default(node: Json) -> Any:
    """Return another value than the documented default; None without one."""
    texts = [node.get("description", ""), *node.get("x-source", {}).get("assumed", {}).values()]
    found = _DEFAULT.search(" ".join(texts))
    value = (found[1] or found[2]).lower() if found else ""
    if value.isdecimal():
        return int(value) + 1
    return float(value) / 2 if "." in value else _OTHERS.get(value)


def _takes(name: str, other: Any) -> RuleBug:
    """Return a bug that has another default for a parameter."""
    return lambda call: call.call_original(**{name: call.arguments.get(name, other)})


def _fills(place: Place, other: Any) -> RuleBug:
    """Return a bug that has another default for a property of a body."""

    def bug(call: RuleCall) -> Any:
        return call.call_original(body={place.path[-1]: other, **call.context.body})

    return bug


def _kept_fields(operation: OperationNode) -> set[str]:
    """Return the fields of the record that a write changes, except ids and what it always sets.

    It is the object in the reads of the area that is most like its response and body.
    """
    own = [*request_places(operation.id), *response_places(operation.id)]
    known = {place.path[-1] for place in own} - _ENVELOPE
    area = [node for node in operations() if node.node["tags"] == operation.node["tags"]]
    shown = defaultdict[tuple[str, ...], set[str]](set)
    for other in [node for node in area if node.method == "GET"] or [operation]:
        for place in response_places(other.id):
            if place.path[-1] not in _ENVELOPE:
                shown[other.id, *place.path[:-1]].add(place.path[-1])
    names = max(shown.values(), key=lambda names: (len(names & known), -len(names - known)))
    return {name for name in names if name != "id" and not name.endswith("Id")}


def _resets(name: str) -> RuleBug:
    """Return a bug that empties a field that the body does not have."""

    def bug(call: RuleCall) -> Any:
        before, given = records(call), call.arguments.get("body") or {}
        result = call.call_original()
        for fields in touched(call, before).values():
            if name in fields and name not in given:
                fields[name] = None if fields[name] is None else type(fields[name])()
        return result

    return bug
