"""Limits of one attempt, as our own connections take them."""

import time

from campaignkit_wire.messages import Limits

from .._options import Timeouts

# If the connection of such a call died while it was idle, the outcome is unknown. So it takes a
# connection that answered within so many seconds, or a new one.
_SENT_ONCE = ("verify", "never")
FRESH_SECONDS = 1.0


def attempt_limits(timeouts: Timeouts, seconds: float | None, idempotency: str) -> Limits:
    """Return the limits of an attempt.

    Args:
        timeouts: Seconds for each phase.
        seconds: Seconds for the whole attempt; None for any number.
        idempotency: Class of the operation.
    """
    return Limits(
        **timeouts,
        deadline=None if seconds is None else time.monotonic() + seconds,
        max_idle=FRESH_SECONDS if idempotency in _SENT_ONCE else None,
    )


def is_sent_once(idempotency: str) -> bool:
    """Return True if calls of a class must not be sent twice."""
    return idempotency in _SENT_ONCE
