"""Operators on what resources have in common: equal values, parents, children, counters."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from campaignkit_contract.spec.document import OperationNode
from campaignkit_fake.engine.errors import ApiError

from ..mutant import Json, Mutant, RuleCall
from .records import Key, live_records, objects, parent, records, touched
from .rules import RuleBug, creates, path_names, rule_mutant
from .schema_places import ITEM, operations, request_places, response_places

_IDENTIFYING = {"name", "phoneNumber"}
"""Fields whose values may occur in two parents."""


def kinship_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every operation."""
    for operation in operations():
        if _takes_value(operation):
            yield rule_mutant("equal value elsewhere", operation, "", _elsewhere)
        if operation.method == "GET":
            continue
        if operation.method == "DELETE":
            name = path_names(operation)[-1]
            if name in _listed_names(operation.vendor):
                yield rule_mutant("children removed too", operation, name, _children_too(name))
        elif not creates(operation):
            yield rule_mutant("equal record changed too", operation, "", _equal_too)
            for name in sorted(_counters(operation)):
                yield rule_mutant("counter of another", operation, name, _counts_another(name))


def _takes_value(operation: OperationNode) -> bool:
    names = {place.path[-1] for place in request_places(operation.id)} | set(path_names(operation))
    has_parent = bool({"accountGroupId", "campaignId"} & set(path_names(operation)))
    return has_parent and bool(names & _IDENTIFYING)


def _elsewhere(call: RuleCall) -> Any:
    """Act for another parent that has a record with the value of the request."""
    given = set(_texts(call.arguments))
    for _, record in objects(call):
        fields, other = getattr(record, "fields", record), parent(record)
        values = {(name, str(fields.get(name))) for name in _IDENTIFYING}
        is_other = any(call.arguments.get(name, id_) != id_ for name, id_ in other.items())
        if values & given and is_other:
            try:
                return call.call_original(**other)
            except ApiError:
                break
    return call.call_original()


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts within a value, each with the name of its field."""
    if isinstance(value, str):
        yield name, value.lstrip("+")
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from _texts(child, name)


def _equal_too(call: RuleCall) -> Any:
    """Change the other records of the same name or number like the one that a call changes."""
    before = records(call)
    result = deepcopy(call.call_original())
    after = live_records(call)
    for key, fields in touched(call, before).items():
        changed = {name: value for name, value in fields.items() if before[key].get(name) != value}
        for other, record in after.items():
            if other != key and other in before and _are_equal(key, other, before):
                record |= deepcopy(changed)
    return result


def _are_equal(one: Key, other: Key, before: dict[Key, Json]) -> bool:
    values = [{name: before[key].get(name) for name in _IDENTIFYING} for key in (one, other)]
    return one[0] is other[0] and any(
        value is not None and values[1][name] == value for name, value in values[0].items()
    )


def _listed_names(vendor: str) -> set[str]:
    """Return the names of the properties of list items."""
    nodes = [node for node in operations() if node.vendor == vendor]
    places = [place.path for node in nodes for place in response_places(node.id)]
    return {path[-1] for path in places if path[-2:-1] == (ITEM,)}


def _children_too(name: str) -> RuleBug:
    """Return a bug that removes the records that refer to a removed parent."""

    def bug(call: RuleCall) -> Any:
        result = deepcopy(call.call_original())
        removed = call.arguments[name]
        for (kind, record_id), fields in live_records(call).items():
            if fields.get(name) == removed and record_id != removed:
                del call.store[kind].by_id[record_id]
        return result

    return bug


def _counters(operation: OperationNode) -> set[str]:
    """Return the counters in the records that a response shows, if the body has ids to count."""
    if not any(place.path[-1].endswith("Ids") for place in request_places(operation.id)):
        return set()
    names = {place.path[-1] for place in response_places(operation.id) if len(place.path) > 2}
    return {name for name in names if name.endswith("Count")}


def _counts_another(name: str) -> RuleBug:
    """Return a bug that changes a number of the next record instead of the right one."""

    def bug(call: RuleCall) -> Any:
        before = records(call)
        result = call.call_original()
        after = live_records(call)
        changed = [
            key for key in before.keys() & after if after[key].get(name) != before[key].get(name)
        ]
        for key in sorted(changed, key=str):
            others = [other for other in after if other[0] is key[0] and other not in changed]
            if others:
                after[others[0]][name] += after[key][name] - before[key][name]
                after[key][name] = before[key][name]
        return result

    return bug
