"""Deadline of a call, or of several calls together."""

from math import inf

from campaignkit_runtime.clock import Clock

from ._exceptions import DeadlineExceeded

MIN_CALL_SECONDS = 1.0
"""Seconds that a shortened wait leaves for the request after it."""


class Deadline:
    """Moment at which a call must be over, on a monotonic clock."""

    def __init__(self, clock: Clock, seconds: float | None) -> None:
        self.clock = clock
        self.seconds = seconds
        self.end = inf if seconds is None else clock.monotonic() + seconds

    def remaining(self) -> float | None:
        """Return the seconds that are left; None without a deadline."""
        return None if self.seconds is None else self.end - self.clock.monotonic()

    def is_expired(self) -> bool:
        """Return True if no time is left."""
        remaining = self.remaining()
        return remaining is not None and remaining <= 0

    def clamp_wait(self, seconds: float) -> float:
        """Return the wait, shortened so that a request can follow.

        Raises:
            DeadlineExceeded: No time is left to wait.

        """
        remaining = self.remaining()
        if remaining is None or seconds < remaining:
            return seconds
        if remaining <= MIN_CALL_SECONDS:
            raise DeadlineExceeded(f"the deadline of {self.seconds:g} s leaves no time to wait")
        return remaining - MIN_CALL_SECONDS
