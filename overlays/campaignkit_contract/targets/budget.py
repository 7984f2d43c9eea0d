"""Budget of requests: some cases instead of every case."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ..exchange import Exchange
from ..spec.document import Json
from .listing import items
from .target import Target

Case = TypeVar("Case")
Value = TypeVar("Value")
_FEW_REQUESTS = 3_000
_REMEMBERED = "remembered"


def rotate(target: Target, cases: Sequence[Case], number: int, size: int) -> Sequence[Case]:
    """Return some cases of an operation, if the run may send few requests; else every case.

    Args:
        target: The target.
        cases: Every case.
        number: Number of the operation, so that the operations together have every case.
        size: Number of cases of an operation.
    """
    if not has_few_requests(target):
        return cases
    first = number * size % len(cases)
    return [*cases, *cases][first : first + min(size, len(cases))]


def has_few_requests(target: Target) -> bool:
    """Return True if the run may send few requests."""
    return target.budget is not None and target.budget.maximum <= _FEW_REQUESTS


def known_items(target: Target, operation_id: str) -> list[Json]:
    """Return every item of a list; if the run may send few requests, as it was read before."""
    return remembered(target, operation_id, lambda: items(target, operation_id))


def remembered(target: Target, name: str, read: Callable[[], Value]) -> Value:
    """Return what a read returns; if the run may send few requests, what it returned before."""
    if not has_few_requests(target):
        return read()
    known: dict[str, Value] = target.shared.setdefault(_REMEMBERED, {})
    if name not in known:
        known[name] = read()
    return known[name]


def ask_now(
    target: Target,
    operation_id: str,
    values: Mapping[str, str | None],
    key: str | None = None,
) -> Exchange:
    """Send a call, also if an earlier read has the response."""
    sent = len(target.exchanges)
    exchange = target.ask(operation_id, values, key=key)
    return exchange if len(target.exchanges) > sent else target.ask(operation_id, values, key=key)


def forget(target: Target) -> None:
    """Read again what was remembered, because it may have changed."""
    target.shared.pop(_REMEMBERED, None)
    if target.earlier_reads:
        target.earlier_reads.forget()
