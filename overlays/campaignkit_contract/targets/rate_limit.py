"""Rate limit of a live run: a minimum interval between requests, and `Retry-After` of a 429."""

import re
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

import httpx

from ..exchange import PATH_PREFIX
from .request_budget import RequestBudget

DEFAULT_RATE = "2/s"
_UNIT_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_MAX_RETRY_AFTER = 60.0  # seconds; the same bound as Schemathesis has
_MAX_ATTEMPTS = 4
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def parse_rate(rate: str) -> float:
    """Return the seconds between two requests of a rate such as 2/s.

    Raises:
        ValueError: The text is not a rate.
    """
    match = re.fullmatch(r"([1-9][0-9]{0,5})/([smhd])", rate)
    if not match:
        raise ValueError(
            f"must look like {DEFAULT_RATE} or 30/m, with a number from 1 to 999999 and s, m, h or "
            f"d, got {rate!r}"
        )
    return _UNIT_SECONDS[match[2]] / int(match[1])


class RateLimit:
    """Schedule of requests."""

    def __init__(
        self,
        interval: float,
        sleep: Callable[[float], object] = lambda seconds: time.sleep(seconds),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._interval = interval
        self._sleep = sleep
        self._monotonic = monotonic
        self._next_at = 0.0
        self._reserved = 0

    def wait(self) -> None:
        """Sleep until the next request may be sent."""
        if self._reserved:
            self._reserved -= 1
            return
        now = self._monotonic()
        if self._next_at > now:
            self._sleep(self._next_at - now)
        self._next_at = max(self._next_at, now) + self._interval

    def reserve(self, count: int) -> None:
        """Sleep until so many requests may be sent at once, which keeps the rate."""
        for _ in range(count):
            self.wait()
        self._reserved = count

    def on_response(self, status: int, retry_after: str) -> bool:
        """Delay the next request after a 429 with Retry-After; return True if it did."""
        seconds = _seconds(retry_after) if status == 429 else None
        if seconds is None:
            return False
        self._next_at = max(self._next_at, self._monotonic() + min(seconds, _MAX_RETRY_AFTER))
        self._reserved = 0
        return True


class RateLimitedTransport(httpx.BaseTransport):
    """Transport that keeps to a rate limit and a budget, and repeats a request after a 429."""

    def __init__(
        self, limit: RateLimit, budget: RequestBudget | None = None, base_url: str = ""
    ) -> None:
        """Set the limits.

        Args:
            limit: The rate limit.
            budget: Requests that the run may send; None for any number.
            base_url: URL of the server. Exchanges do not have its path.
        """
        self._limit = limit
        self._budget = budget
        self._prefix = httpx.URL(base_url).raw_path.rstrip(b"/")
        self._transport = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request as soon as the rate limit allows.

        Raises:
            BudgetEnded: The budget does not allow it.
        """
        for _ in range(_MAX_ATTEMPTS):
            response = self._send_safely(request)
            retry_after = response.headers.get("Retry-After", "")
            if not self._limit.on_response(response.status_code, retry_after):
                break
        return response

    def _send_safely(self, request: httpx.Request) -> httpx.Response:
        """Send a request, and a read once more if the server drops the connection."""
        try:
            return self._send(request)
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            # A server may close an idle connection just as a request is sent (RFC 9112, 9.5).
            if request.method not in _SAFE_METHODS:
                raise
            return self._send(request)

    def _send(self, request: httpx.Request) -> httpx.Response:
        if self._budget:
            self._budget.take()
        self._limit.wait()
        response = self._transport.handle_request(request)
        response.read()
        response.extensions[PATH_PREFIX] = self._prefix
        return response

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()


def _seconds(retry_after: str) -> float | None:
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except ValueError:
        return None
