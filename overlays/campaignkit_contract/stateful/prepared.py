"""Checks of one operation after the other, each with resources of the sandbox."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpx

from ..causes import network_cause, unreadable_cause
from ..spec.routes import Operation
from ..targets.requests import payload
from ..targets.resources import CallValues
from ..targets.target import CheckFailed, SkipCheck, Target
from .reasons import join_reasons

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)
"""Errors of a check that reads a response in another form; the validator says more about it."""


def check_each(
    target: Target,
    operations: Iterable[str],
    check: Callable[[str], Iterator[str]],
    *,
    is_fresh: bool = False,
) -> Iterator[str]:
    """Yield the findings of a check for each operation that may be called.

    Each operation has resources that are removed afterwards. A failure ends the check of one
    operation only.

    Args:
        target: The target.
        operations: Operations to check; others than those that may be called are left out.
        check: Check of one operation.
        is_fresh: Whether a target that can be reset is reset before each operation.

    Raises:
        SkipCheck: Some operations were not checked; the message names them.
    """
    callable_ids = {operation.id for _, _, operation in target.operations()}
    unchecked: dict[str, str] = {}
    for operation_id in [name for name in operations if name in callable_ids]:
        if is_fresh:
            target.reset()
        with target.resources.scope():
            try:
                yield from check(operation_id)
            except SkipCheck as reason:
                unchecked[operation_id] = str(reason)
            except httpx.HTTPError as error:
                unchecked[operation_id] = network_cause(error)
            except CheckFailed as failure:
                yield str(failure)
            except UNREADABLE as error:
                cause = unreadable_cause(error)
                yield f"a response cannot be read for {operation_id}: {cause}"
    if unchecked:
        raise SkipCheck(f"without {join_reasons(unchecked)}")


def operations_where(target: Target, is_included: Callable[[Operation], bool]) -> list[str]:
    """Return the operations that may be called and have a property."""
    return [operation.id for _, _, operation in target.operations() if is_included(operation)]


def succeed(target: Target, operation_id: str, call: CallValues, **options: Any) -> Any:
    """Return the payload of a call that must succeed.

    Raises:
        CheckFailed: The status is not 2xx.
    """
    exchange = target.ask(operation_id, call.values, body=call.body, **options)
    if not 200 <= exchange.status < 300:
        raise CheckFailed(f"{operation_id} returned {exchange.status}")
    return payload(exchange)
