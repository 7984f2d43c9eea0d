"""Operators on the state: writes are lost, repeated or too wide, reads are outdated."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

from campaignkit_contract.spec.document import OperationNode
from campaignkit_fake.engine.errors import ApiError
from campaignkit_fake.rules import RULES

from ..mutant import Mutant, RuleCall
from .records import live_records, lose_write, records, restore, snapshot
from .rules import creates, rule_mutant
from .schema_places import operations, request_places, response_places

_REFUSALS = (403, 404, 409, 422)


def state_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every operation."""
    for operation in operations():
        names = _READ_BUGS if operation.method == "GET" else _WRITE_BUGS
        times = _times(operation)
        for name, bug in names.items():
            is_left_out = (bug is _reads_write and not times) or (
                # A creation or deletion changes no field, which others could get too.
                bug is _siblings_too and (operation.method == "DELETE" or creates(operation))
            )
            if not is_left_out:
                yield rule_mutant(name, operation, "", bug)
        for status in map(int, filter(str.isdecimal, operation.node["responses"])):
            if status in _REFUSALS:
                yield rule_mutant("refusal swallowed", operation, f"{status}", _swallows(status))
                if operation.method != "GET":
                    yield rule_mutant(
                        "refused, but applied", operation, f"{status}", _applies(status)
                    )
        if operation.method != "GET":
            for field in sorted(_saved(operation) | times):
                yield rule_mutant("field not saved", operation, field, _keeps(field))
        for other in _siblings(operation):
            yield rule_mutant("rule of another operation", operation, other, _rule_of(other))


def _times(operation: OperationNode) -> set[str]:
    """Return the times of the record that a response shows, as far as the call sets them."""
    places = [place.path for place in response_places(operation.id)]
    own = {path[-1] for path in places if path[:-1] in {(), ("data",)}}
    is_set = operation.method == "GET" or "201" in operation.node["responses"]
    return own & ({"updatedAt", "createdAt"} if is_set else {"updatedAt"})


def _saved(operation: OperationNode) -> set[str]:
    """Return the fields of a body that some response of the area shows."""
    shown = {
        place.path[-1]
        for other in operations()
        if other.node["tags"] == operation.node["tags"]
        for place in response_places(other.id)
    }
    return {place.path[-1] for place in request_places(operation.id)} & shown


def _siblings(operation: OperationNode) -> list[str]:
    """Return the operations of the area whose path has the same parameters, by the same method."""
    names = {parameter["name"] for parameter in operation.parameters if parameter["in"] == "path"}
    return [
        other.id
        for other in operations()
        if other.id != operation.id
        and other.node["tags"] == operation.node["tags"]
        and (other.method == "GET") is (operation.method == "GET")
        and {item["name"] for item in other.parameters if item["in"] == "path"} == names
    ]


def _written_twice(call: RuleCall) -> Any:
    result = deepcopy(call.call_original())
    with suppress(ApiError):
        call.call_original()
    return result


def _written_late(call: RuleCall) -> Any:
    """Apply each write only when the following one arrives."""
    if waiting := call.memory.pop("waiting", None):
        call.call_with(waiting)
    before = snapshot(call)
    result = deepcopy(call.call_original())
    restore(call, before)
    call.memory["waiting"] = call.arguments
    return result


def _siblings_too(call: RuleCall) -> Any:
    """Give the changed fields of a record to the other records of its collection too."""
    before = records(call)
    result = call.call_original()
    for key, record in records(call).items():
        old = before.get(key)
        if old is None:
            continue
        changed = {name: value for name, value in record.items() if old.get(name) != value}
        for (kind, _), other in live_records(call).items():
            if kind == key[0] and changed:
                other.update({name: deepcopy(changed[name]) for name in changed if name in other})
    return result


def _neighbour_removed(call: RuleCall) -> Any:
    """Remove the first other record from the collection that a write changes."""
    before = records(call)
    result = deepcopy(call.call_original())
    after = records(call)
    touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    for kind in {kind for kind, _ in touched}:
        others = [key for key in after if key[0] is kind and key not in touched]
        for _, record_id in others[:1]:
            del call.store[kind].by_id[record_id]
    return result


_WRITE_BUGS: dict[str, Callable[[RuleCall], Any]] = {
    "write skipped": lose_write,
    "written twice": _written_twice,
    "written late": _written_late,
    "siblings changed too": _siblings_too,
    "neighbour removed": _neighbour_removed,
}


def _key(call: RuleCall) -> str:
    return json.dumps(call.arguments, sort_keys=True)


def _remembered(call: RuleCall) -> Any:
    """Return what the same read returned at first."""
    return deepcopy(call.memory.setdefault(_key(call), deepcopy(call.call_original())))


def _one_behind(call: RuleCall) -> Any:
    """Return what the same read returned before the last change that was read."""
    current = deepcopy(call.call_original())
    seen = call.memory.setdefault(_key(call), [current])
    if seen[-1] != current:
        seen.append(current)
        return deepcopy(seen[-2])
    return current


def _previous_record(call: RuleCall) -> Any:
    """Return the record of the previous read, if there was one."""
    current = deepcopy(call.call_original())
    previous = call.memory.get("previous", current)
    call.memory["previous"] = current
    return previous


def _reads_write(call: RuleCall) -> Any:
    """Move the times of the record that is read."""
    result = call.call_original()
    if isinstance(result, dict):
        for name in ("updatedAt", "createdAt"):
            if name in result:
                result[name] = call.store.tick()
    return result


_READ_BUGS: dict[str, Callable[[RuleCall], Any]] = {
    "read remembered": _remembered,
    "read one behind": _one_behind,
    "previous record read": _previous_record,
    "read writes": _reads_write,
}


def _swallows(status: int) -> Callable[[RuleCall], Any]:
    def bug(call: RuleCall) -> Any:
        try:
            result = call.call_original()
        except ApiError as error:
            if error.status == status and "last" in call.memory:
                return deepcopy(call.memory["last"])
            raise
        call.memory["last"] = deepcopy(result)
        return result

    return bug


def _applies(status: int) -> Callable[[RuleCall], Any]:
    """Return a bug that applies the previous call of the operation when one is refused."""

    def bug(call: RuleCall) -> Any:
        try:
            result = call.call_original()
        except ApiError as error:
            if error.status == status:
                before = live_records(call)
                for (_, record_id), record in before.items():
                    if record_id in call.arguments.values() and "name" in record:
                        record["name"] = f"{record['name']} (changed)"
            raise
        return result

    return bug


def _keeps(field: str) -> Callable[[RuleCall], Any]:
    """Return a bug that gives a field of every changed record its old value."""

    def bug(call: RuleCall) -> Any:
        before = records(call)
        result = deepcopy(call.call_original())
        for key, record in live_records(call).items():
            old = before.get(key)
            if old is not None and field in old and field in record:
                record[field] = old[field]
            elif old is None and field in record:
                record[field] = type(record[field])() if record[field] is not None else None
        return result

    return bug


def _rule_of(other: str) -> Callable[[RuleCall], Any]:
    return lambda call: RULES[other](call.context)
