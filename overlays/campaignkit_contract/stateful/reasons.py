"""Reasons why operations were not checked, each of them once."""

from collections.abc import Mapping

_SHOWN_OPERATIONS = 3
_SHOWN_REASONS = 5


def join_reasons(skipped: Mapping[str, str]) -> str:
    """Return the operations that were not checked, with the reason of each behind it.

    Args:
        skipped: Reasons by operation.
    """
    by_reason: dict[str, list[str]] = {}
    for operation, reason in skipped.items():
        by_reason.setdefault(reason.removeprefix(f"{operation} "), []).append(operation)
    texts = [f"{_names(names)} ({reason})" for reason, names in by_reason.items()]
    rest = len(texts) - _SHOWN_REASONS
    more = [f"{rest} more reasons"] if rest > 0 else []
    return "; ".join([*texts[:_SHOWN_REASONS], *more])


def _names(operations: list[str]) -> str:
    rest = len(operations) - _SHOWN_OPERATIONS
    more = f" and {rest} more" if rest > 0 else ""
    return f"{', '.join(operations[:_SHOWN_OPERATIONS])}{more}"
