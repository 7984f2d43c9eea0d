"""Rate limit: a token bucket for each key."""

import math
from collections.abc import Callable


class RateLimiter:
    """Token buckets that hold the requests of one second and fill at the key's rate."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._buckets: dict[str, tuple[float, float]] = {}

    def seconds_to_wait(self, key: str, rate: float) -> int:
        """Take one token and return 0, or return the whole seconds until there is a token."""
        now = self._monotonic()
        size = max(1.0, rate)
        tokens, then = self._buckets.get(key, (size, now))
        tokens = min(size, tokens + (now - then) * rate)
        is_allowed = tokens >= 1
        self._buckets[key] = (tokens - is_allowed, now)
        return 0 if is_allowed else math.ceil((1 - tokens) / rate)
