"""Operators on the number of a call: the first differs from later ones, or the one after many."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from campaignkit_contract.spec.document import OperationNode
from campaignkit_fake.engine.errors import ApiError

from ..mutant import MEMORY, Environ, Mutant, RuleCall
from .records import lose_write
from .rules import RuleBug, path_names, query_names, rule_mutant
from .schema_places import operations

_REFUSALS = {"404", "409", "422"}
_MANY = 5
_IDEMPOTENCY_KEY = "HTTP_IDEMPOTENCY_KEY"


def repetition_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every operation."""
    removed = _removed_ids()
    for operation in operations():
        for name in query_names(operation):
            bug = _ignored_at_first(name)
            yield rule_mutant("parameter from the second time on", operation, name, bug)
        if operation.method == "GET":
            if removed & _path_of(operation):
                yield rule_mutant("removed record read", operation, "", _kept)
            continue
        for status in sorted(_REFUSALS & operation.node["responses"].keys()):
            refuse = _accepted_at_first(int(status))
            yield rule_mutant("refusal from the second time on", operation, status, refuse)
        yield rule_mutant("written from the second time on", operation, "", _lost_at_first)
        yield rule_mutant("write lost after many", operation, "", _lost_after_many)
        if operation.node.get("x-idempotency") == "keyed":
            yield _forgetful(operation)


def _removed_ids() -> set[tuple[str, str]]:
    """Return the vendors and the path parameters of what an operation removes for good."""
    return {
        (operation.vendor, path_names(operation)[-1])
        for operation in operations()
        if operation.node.get("x-verify", {}).get("applied") == {"status": 404}
    }


def _path_of(operation: OperationNode) -> set[tuple[str, str]]:
    return {(operation.vendor, name) for name in path_names(operation)}


def _count(call: RuleCall) -> int:
    """Return how many calls there were before."""
    call.memory["calls"] = call.memory.get("calls", 0) + 1
    return int(call.memory["calls"]) - 1


def _ignored_at_first(name: str) -> RuleBug:
    """Return a bug that ignores a parameter in the first call that has it."""

    def bug(call: RuleCall) -> Any:
        if name not in call.arguments or _count(call):
            return call.call_original()
        return call.call_with({key: call.arguments[key] for key in call.arguments if key != name})

    return bug


def _accepted_at_first(status: int) -> RuleBug:
    """Return a bug that returns the last success at the first refusal."""

    def bug(call: RuleCall) -> Any:
        try:
            result = call.call_original()
        except ApiError as error:
            if error.status != status or "last" not in call.memory or _count(call):
                raise
            return deepcopy(call.memory["last"])
        call.memory["last"] = deepcopy(result)
        return result

    return bug


def _lost_at_first(call: RuleCall) -> Any:
    return call.call_original() if _count(call) else lose_write(call)


def _lost_after_many(call: RuleCall) -> Any:
    return call.call_original() if _count(call) < _MANY else lose_write(call)


def _kept(call: RuleCall) -> Any:
    """Return the last response about a record that was removed."""
    key = str(sorted(call.arguments.items(), key=str))
    try:
        result = call.call_original()
    except ApiError as error:
        if error.status == 404 and key in call.memory:
            return deepcopy(call.memory[key])
        raise
    call.memory[key] = deepcopy(result)
    return result


def _forgetful(operation: OperationNode) -> Mutant:
    """Return a mutant that remembers only the last idempotency keys."""

    def bug(environ: Environ) -> None:
        if key := environ.get(_IDEMPOTENCY_KEY):
            keys = environ[MEMORY].setdefault("keys", [])
            if key in keys[:-_MANY]:
                environ[_IDEMPOTENCY_KEY] = f"{key} again"
            if key not in keys:
                keys.append(key)

    return Mutant(
        f"idempotency keys forgotten: {operation.id}",
        f"Only the last {_MANY} keys are known.",
        (operation.id,),
        request=bug,
        operator="idempotency keys forgotten",
    )
