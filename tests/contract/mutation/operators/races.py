"""Operators on the lock of the fake: other requests run between a check and its write."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from ..mutant import Mutant, RuleCall
from .records import live_records, records
from .rules import creates, rule_mutant
from .schema_places import operations

_PAUSE = 0.01  # seconds, in which another request can begin and end


def race_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every write."""
    for operation in operations():
        if operation.method == "GET":
            continue
        yield rule_mutant("not locked", operation, "", _not_locked)
        if operation.node.get("x-idempotency") == "keyed":
            yield rule_mutant("key not locked", operation, "", _key_not_locked)
        if operation.method != "DELETE" and not creates(operation):
            yield rule_mutant("update lost at once", operation, "", _update_lost)


@contextmanager
def _unlocked(call: RuleCall) -> Iterator[None]:
    call.lock.release()
    try:
        yield
    finally:
        call.lock.acquire()


def _not_locked(call: RuleCall) -> Any:
    """Let other requests run between the checks of a rule and its write."""
    tick = call.store.tick

    def slow_tick() -> str:
        with _unlocked(call):
            time.sleep(_PAUSE)
        return tick()

    vars(call.store)["tick"] = slow_tick
    try:
        return call.call_original()
    finally:
        vars(call.store).pop("tick", None)


def _key_not_locked(call: RuleCall) -> Any:
    """Let other requests run after the check of an idempotency key."""
    with _unlocked(call):
        time.sleep(_PAUSE)
    return call.call_original()


def _update_lost(call: RuleCall) -> Any:
    """Save whole records that were read before other requests ran."""
    old = records(call)
    with _unlocked(call):
        time.sleep(_PAUSE)
    before = records(call)
    result = call.call_original()
    for key, fields in live_records(call).items():
        if key in old and fields != before.get(key):
            changed = {name for name in fields if fields[name] != before[key].get(name)}
            fields |= {name: deepcopy(old[key][name]) for name in old[key].keys() - changed}
    return result
