"""The pace of a live run: never faster than its rate, and not before a 429 says so."""

import re
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

DEFAULT = "2/s"
_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_MOST = 60.0  # how long a 429 may keep the run waiting, as `st` has it


def interval(rate: str) -> float:
    """The seconds between two requests of a rate such as 2/s; a ValueError where it is none."""
    match = re.fullmatch(r"([1-9]\d*)/([smhd])", rate)
    if not match:
        raise ValueError(f"RATE={rate} is no rate such as {DEFAULT} or 30/m")
    return _SECONDS[match[2]] / int(match[1])


class Pace:
    """When the next request may be sent."""

    def __init__(
        self,
        seconds: float,
        sleep: Callable[[float], object] = lambda seconds: time.sleep(seconds),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds = seconds
        self._sleep = sleep
        self._monotonic = monotonic
        self._next = 0.0

    def wait(self) -> None:
        """Let the time pass until the next request may be sent."""
        now = self._monotonic()
        if self._next > now:
            self._sleep(self._next - now)
        self._next = max(self._next, now) + self._seconds

    def heed(self, status: int, retry_after: str) -> bool:
        """Hold the next request back as a 429 tells; whether it tells."""
        wait = _wait(retry_after) if status == 429 else None
        if wait is None:
            return False
        self._next = max(self._next, self._monotonic() + min(wait, _MOST))
        return True


def _wait(text: str) -> float | None:
    if text.strip().isdecimal():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except ValueError:
        return None
