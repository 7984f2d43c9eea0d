"""Minimums: a bound that leaves out lower items, at any depth of a payload."""

from collections.abc import Iterator
from typing import Any

from ...spec.fields import numbers_within
from ...targets.requests import payload
from .filtered_list import filter_finding
from .finding import CellFinding
from .scenes import Scene

_BOUNDS = frozenset({0, 9, 50, 100})  # also without a known value, of one to three digits


def minimum_findings(scene: Scene, name: str) -> Iterator[CellFinding]:
    """Yield findings of a minimum: it leaves out lower items, and groups without other items."""
    field = name.removeprefix("min")[:1].lower() + name.removeprefix("min")[1:]
    whole = payload(scene.call())
    values = sorted(set(numbers_within(whole, field)))
    bounds = {round(value) + step for value in values for step in (-1, 0, 1)} | _BOUNDS
    for bound in sorted(bounds):
        found = payload(scene.call(values={name: str(bound)}))
        # A scan that ends meanwhile changes what there is.
        if found != _above(whole, field, bound) and payload(scene.call()) == whole:
            yield filter_finding(scene, f"{name}: a bound", "keeps other items")


def _above(value: Any, field: str, bound: int) -> Any:
    """Return a payload without lower items, and without groups that lose all items."""
    if isinstance(value, dict):
        return {name: _above(item, field, bound) for name, item in value.items()}
    if not isinstance(value, list):
        return value
    kept = [
        item for item in value if not (isinstance(item, dict) and item.get(field, bound) < bound)
    ]
    pruned = [(item, _above(item, field, bound)) for item in kept]
    return [
        after for before, after in pruned if any(numbers_within([after], field)) or before == after
    ]
