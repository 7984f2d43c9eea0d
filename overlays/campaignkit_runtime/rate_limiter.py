"""Rate limiter: how fast calls go out, shared by all calls of a client.

A server that refuses too many calls (429, or 503 with `Retry-After`) rarely documents its limit.
The limiter estimates it: the number of successful calls, divided by the time until calls succeed
again. It does so only if refusals persist, because servers refuse single calls for other reasons
too. The limiter does not sleep, and the time is an argument.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from math import inf
from typing import NamedTuple

from .fork_safety import renew_after_fork

# Refusals persist if their score reaches the limit and their share is large. An example is three
# refusals in five calls. The score falls with each success.
_SCORE_OF_REFUSAL = 4
_PERSISTENT_SCORE = 10
_PERSISTENT_SHARE = 0.1
_SHARE_SECONDS = 1.0

# Refusals that are further apart are not about the rate.
_APART_SECONDS = 10.0

# So many successful calls within that time show that the server accepts other calls.
_HEALTHY_CALLS = 20

# Seconds until a rate has doubled: of the first estimate, and of one that proved too high.
_DOUBLING_SECONDS = 1.5
_CAREFUL_SECONDS = 30.0

# In less time, the successful calls show the burst capacity of a server, not its rate.
_SHORTEST_WINDOW = 0.25

# While a rate grows, only the last part of that time shows the rate of the server.
_WINDOWS_OF_DOUBLING = 4

# A rate that grew for so long without persistent refusals limits nothing any more.
_PROBATION_SECONDS = 60.0

# A rate that proved too high falls to these shares of itself, at most and at least.
_LEAST_FALL = 0.97
_LARGEST_FALL = 0.8

# If no call succeeds between two falls, the server accepts nothing for a while. Calls are held for
# so many seconds, doubled each time.
_SHORTEST_HOLD = 0.5
_LONGEST_HOLD = 8.0

# Slots are given for so many seconds ahead, and for two calls at least. A call that wants a later
# slot asks again, because the rate may have changed by then.
_LOOKAHEAD_SECONDS = 1.0


class Unlimited(NamedTuple):
    """Calls go out at once."""


class Limited(NamedTuple):
    """Calls go out one after the other, at a rate that grows slowly at first, then faster."""

    rate: float
    """Number of calls a second at the beginning."""
    since: float
    """Beginning, in monotonic seconds."""
    next_slot: float
    """Instant at which the next call may go out."""
    doubling_seconds: float = inf
    """Seconds after which the rate has doubled; infinite for a rate that does not grow."""

    def rate_at(self, now: float) -> float:
        """Return the number of calls a second at an instant."""
        past = 0.0 if self.doubling_seconds == inf else (now - self.since) / self.doubling_seconds
        return self.rate * (1 + max(0.0, past) ** 3)

    def reserve(self, now: float, ahead: int) -> tuple["Limited", float, bool]:
        """Return the next state, the seconds to wait, and True for a slot after the calls ahead."""
        slot = max(now, self.next_slot)
        rate = self.rate_at(slot)
        lookahead = max(_LOOKAHEAD_SECONDS, 2 / rate)
        if slot - now + ahead / rate > lookahead:
            return self, lookahead / 2, False
        return self._replace(next_slot=slot + 1 / rate), slot - now, True


class Held(NamedTuple):
    """No call goes out until an instant."""

    until: float
    """End, in monotonic seconds."""
    before: Unlimited | Limited
    """State that the hold interrupts."""
    since: float
    """Beginning, in monotonic seconds."""
    is_persistent: bool
    """True if a new rate must be found after the hold."""


RateState = Unlimited | Limited | Held


def estimate_rate(succeeded: Sequence[float], start: float, end: float) -> float:
    """Return the successful calls a second.

    Args:
        succeeded: Instants at which the successful calls were sent.
        start: Beginning of the time in which they were sent.
        end: End of that time.
    """
    return max(1, _count(succeeded, start, end)) / max(end - start, 0.001)


def _hold_seconds(empty_windows: int) -> float:
    """Return how long calls are held if no call succeeded between so many falls."""
    if not empty_windows:
        return 0.0
    return min(_LONGEST_HOLD, _SHORTEST_HOLD * 2.0 ** min(empty_windows - 1, 10))


def _count(instants: Sequence[float], start: float, end: float) -> int:
    return sum(start <= instant < end for instant in instants)


class RateLimiter:
    """Rate of all calls that share the limiter; unlimited until a server refuses calls.

    Args:
        rate: Largest number of calls a second, for a rate that is known and does not change.
    """

    def __init__(self, rate: float | None = None) -> None:
        self.state: RateState = Unlimited() if rate is None else Limited(rate, -inf, -inf)
        self._rate = rate
        self._succeeded: deque[float] = deque(maxlen=1_000)  # when the calls were sent
        self._refused: deque[float] = deque(maxlen=1_000)  # the same for refused calls
        self._score = 0
        self._episode = -inf  # start of the first call in the score
        self._changed_at = -inf  # earlier calls do not count for the present rate
        self._window_start = -inf  # of the calls that count
        self._empty_windows = 0
        self._tickets = count()
        self.renew_lock()
        renew_after_fork(self)

    def renew_lock(self) -> None:
        """Replace the lock by a free one, and forget the calls of other threads."""
        self._lock = threading.Lock()  # looked up here, because gevent replaces it
        self._waiting: dict[int, None] = {}  # tickets of calls that have no slot yet

    def __reduce__(self) -> tuple[type["RateLimiter"], tuple[float | None]]:
        # What one process has seen is nothing to another one.
        return type(self), (self._rate,)

    @property
    def is_unlimited(self) -> bool:
        """True if a call may go out at once."""
        return isinstance(self.state, Unlimited)

    def delays(self, monotonic: Callable[[], float]) -> Iterator[float]:
        """Yield the waits of a call, in seconds, until it may go out; earlier calls go first."""
        ticket = next(self._tickets)
        try:
            while True:
                seconds, is_slot = self._reserve(monotonic(), ticket)
                changed_at = self._changed_at
                if seconds > 0:
                    yield seconds
                # A slot belongs to one rate: if that changed meanwhile, the call takes a new slot.
                if is_slot and not isinstance(self.state, Held) and self._changed_at == changed_at:
                    return
        finally:  # without the lock: the garbage collector may be here while a call holds it
            self._waiting.pop(ticket, None)

    def on_success(self, sent: float) -> None:
        """Record a call that was sent at an instant and not refused."""
        self._succeeded.append(sent)
        if self._score:
            with self._lock:
                self._score = max(0, self._score - 1)

    def on_throttled(self, sent: float, now: float, seconds: float) -> None:
        """Record a call that was refused, and hold all calls if others may be refused too.

        Args:
            sent: Instant at which the call was sent.
            now: Present instant.
            seconds: Seconds that the server asks to wait, or 0.
        """
        with self._lock:
            if sent < self._changed_at:
                self._extend(now + seconds)
                return
            if not self._score or sent - self._refused[-1] > _APART_SECONDS:
                self._score, self._episode = 0, sent
            self._score += _SCORE_OF_REFUSAL
            self._refused.append(sent)
            is_healthy = self._is_healthy(now)
            is_persistent = self._is_persistent(now) or (not is_healthy and self._is_careful())
            if is_persistent or not is_healthy:
                self._hold(now, now + seconds, is_persistent=is_persistent)

    def extend_hold(self, until: float) -> None:
        """Hold calls longer if they are held, because a refused call backs off until an instant."""
        with self._lock:
            self._extend(until)

    def _extend(self, until: float) -> None:
        if isinstance(self.state, Held) and until > self.state.until:
            self._set_hold(self.state._replace(until=until))

    def _is_healthy(self, now: float) -> bool:
        """Return True if the server accepts other calls, so one refusal is not about the rate."""
        try:
            return self._succeeded[-_HEALTHY_CALLS] > now - _APART_SECONDS
        except IndexError:
            return False

    def _is_careful(self) -> bool:
        """Return True if the rate grows slowly, so that to lower it costs little."""
        return isinstance(self.state, Limited) and self.state.doubling_seconds == _CAREFUL_SECONDS

    def _is_persistent(self, now: float) -> bool:
        if self._score < _PERSISTENT_SCORE:
            return False
        succeeded = list(self._succeeded)  # a copy: other threads append to it
        start = max(now - _SHARE_SECONDS, self._oldest(succeeded))
        refused = _count(self._refused, start, inf)
        return refused >= _PERSISTENT_SHARE * (refused + _count(succeeded, start, inf))

    def _oldest(self, succeeded: list[float]) -> float:
        """Return the instant before which successful calls may have been forgotten."""
        return succeeded[0] if len(succeeded) == self._succeeded.maxlen else -inf

    def _hold(self, now: float, until: float, *, is_persistent: bool) -> None:
        before = self.state
        if isinstance(before, Held):
            until, is_persistent = max(until, before.until), is_persistent or before.is_persistent
            before = before.before
        if is_persistent and isinstance(before, Limited):
            is_empty = not _count(list(self._succeeded), self._window_start, inf)
            self._empty_windows = self._empty_windows + 1 if is_empty else 0
            until = max(until, now + _hold_seconds(self._empty_windows))
        held = Held(until, before, now, is_persistent)
        self._set_hold(held)
        if until <= now and isinstance(before, Limited):
            self.state = self._resumed(held)

    def _set_hold(self, held: Held) -> None:
        self.state = held
        if held.is_persistent:
            self._score, self._changed_at = 0, held.until

    def _resumed(self, held: Held) -> Unlimited | Limited:
        """Return the state after a hold, with a new rate if refusals persisted."""
        if not held.is_persistent:
            return held.before
        succeeded, start = list(self._succeeded), self._window_start
        self._window_start = held.since
        if isinstance(held.before, Unlimited):
            rate = self._first_rate(succeeded, held.until)
            return Limited(rate, held.until, held.until, _DOUBLING_SECONDS)
        rate = held.before.rate_at(self._episode)
        if not self._empty_windows:
            recent = held.before.doubling_seconds / _WINDOWS_OF_DOUBLING
            start = max(start, self._episode - recent, self._oldest(succeeded))
            estimate = estimate_rate(succeeded, start, self._episode)
            rate = min(max(estimate, rate * _LARGEST_FALL), rate * _LEAST_FALL)
        return Limited(rate, held.until, held.until, _CAREFUL_SECONDS)

    def _first_rate(self, succeeded: list[float], until: float) -> float:
        """Return the rate that a server allows whose refusals are the first."""
        start = max([self._episode - _SHARE_SECONDS, *succeeded[:1]])
        return estimate_rate(succeeded, min(start, self._episode, until - _SHORTEST_WINDOW), until)

    def _reserve(self, now: float, ticket: int) -> tuple[float, bool]:
        """Return how many seconds a call must wait, and if it has a slot then."""
        with self._lock:
            if isinstance(self.state, Held):
                if now < self.state.until:
                    self._waiting[ticket] = None
                    return self.state.until - now, False
                self.state = self._resumed(self.state)
            state = self.state
            if not isinstance(state, Limited):
                return 0.0, True
            if state.doubling_seconds < inf and now - state.since > _PROBATION_SECONDS:
                self.state = Unlimited()
                return 0.0, True
            # A copy: other threads remove tickets.
            ahead = sum(other < ticket for other in tuple(self._waiting))
            self.state, seconds, is_slot = state.reserve(now, ahead)
            if is_slot:
                self._waiting.pop(ticket, None)
            else:
                self._waiting[ticket] = None
            return seconds, is_slot
