"""Budget of requests: some cases instead of every case."""

from collections.abc import Sequence
from typing import TypeVar

from .target import Target

Case = TypeVar("Case")
_FEW_REQUESTS = 3_000


def rotate(target: Target, cases: Sequence[Case], number: int, size: int) -> Sequence[Case]:
    """Return some cases of an operation, if the run may send few requests; else every case.

    Args:
        target: The target.
        cases: Every case.
        number: Number of the operation, so that the operations together have every case.
        size: Number of cases of an operation.
    """
    if target.max_requests is None or target.max_requests > _FEW_REQUESTS:
        return cases
    first = number * size % len(cases)
    return [*cases, *cases][first : first + min(size, len(cases))]
