"""Operators on reads: a response is cached, and is returned to a request that differs.

A cache lasts until the next write, so that only the second request gets a wrong response. In a live
run, it also ends with the minute.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from ..mutant import LIFETIME, Mutant, RuleCall
from .rules import RuleBug, path_names, query_names, rule_mutant
from .schema_places import operations


def cache_mutants() -> Iterator[Mutant]:
    """Yield the mutants of every read."""
    for operation in operations():
        if operation.method != "GET":
            continue
        yield rule_mutant("cached across keys", operation, "", _across_keys)
        # An id occurs in one parent only, so the parameters before the last one add nothing.
        for name in path_names(operation)[-1:]:
            yield rule_mutant("cached across parents", operation, name, _without(name))
        for name in query_names(operation):
            yield rule_mutant("cached across queries", operation, name, _without(name))


def _without(name: str) -> RuleBug:
    """Return a bug whose cache ignores one parameter."""

    def bug(call: RuleCall) -> Any:
        result = call.call_original()  # It refuses what it must.
        return deepcopy(call.memory.setdefault(_key(call, name), deepcopy(result)))

    return bug


def _across_keys(call: RuleCall) -> Any:
    """Return a cached response without a look at the key."""
    key = _key(call)
    if key not in call.memory:
        call.memory[key] = deepcopy(call.call_original())
    return deepcopy(call.memory[key])


def _key(call: RuleCall, *ignored: str) -> str:
    used = {name: value for name, value in call.arguments.items() if name not in ignored}
    # In a live run time goes on, so that no two requests would share a cache.
    lifetime = call.memory.get(LIFETIME, call.store.now)
    return json.dumps([lifetime, used], sort_keys=True)
