"""How fast calls go out: all wait where the server wants fewer, then go at a rate that climbs.

`Pace` decides and is frozen; `Limiter` holds that of now, for threads and tasks. Nothing is slept
here, and the time is an argument.
"""

from collections import deque
from collections.abc import Callable, Iterator
from math import inf
from threading import Lock
from typing import NamedTuple

# Seconds after which the rate is twice that at the beginning; after three times as many it is 28
# times that. When six times as many have passed without a refusal there is no pace any more.
_CLIMB = 5.0
_LAST = 30.0

# Turns are given for so many seconds ahead, and for two calls at least. A call that wants a later
# turn asks again, because the pace may have changed by then.
_AHEAD = 1.0

# Fewer calls than these, within so many seconds, say nothing of a rate.
_TELLING = 5
_TOGETHER = 10.0


class Pace(NamedTuple):
    """One call after the other, from a moment on."""

    opens: float
    """No call goes out before; it also tells one pace from another."""
    rate: float
    """Calls a second at the beginning; 0 where it is yet to be found."""
    free: float
    """When the next call may go out."""
    climb: float = inf
    """The seconds after which the rate has doubled."""

    def at(self, now: float) -> float:
        """How many calls a second go out by now."""
        past = 0.0 if self.climb == inf else (now - self.opens) / self.climb
        return self.rate * (1 + past**3)

    def taken(self, now: float) -> tuple["Pace", float, bool]:
        """The pace after a call has asked for a turn, how long it waits, and if it has one then."""
        moment = max(now, self.free)
        rate = self.at(moment)
        most = max(_AHEAD, 2 / rate)
        if moment - now > most:
            return self, most / 2, False
        return self._replace(free=moment + 1 / rate), moment - now, True


class Limiter:
    """The pace of all calls that share it; none until the server refuses calls for their number.

    No server tells which rate it allows, but it shows: as many calls as it answered, by the time
    that passed until they could go on.
    """

    def __init__(self, rate: float | None = None) -> None:
        self.pace: Pace | None = None if rate is None else Pace(-inf, rate, -inf)
        self._answered: deque[float] = deque(maxlen=1_000)  # when those calls were sent
        self._rate = rate
        self._since = -inf  # what was sent from then on counts
        self._seconds = 1.0  # in which it was, until calls were held
        self._first: float | None = (
            None  # of those refused before there is a rate: when it was sent
        )
        self._last = -inf
        self._refused = 0
        self._lock = Lock()

    def __reduce__(self) -> tuple[type["Limiter"], tuple[float | None]]:
        # What one process has seen is nothing to another one.
        return type(self), (self._rate,)

    def waits(self, monotonic: Callable[[], float]) -> Iterator[float]:
        """The seconds that a call is to wait, one wait after the other, until it may go out."""
        while True:
            seconds, opens = self._turn(monotonic())
            if seconds > 0:
                yield seconds
            # A turn is for one pace: who waited while another one began takes a turn in that.
            if opens is not None and (self.pace is None or self.pace.opens == opens):
                return

    def answered(self, sent: float) -> None:
        """Take note of a call that was sent then, and not refused."""
        self._answered.append(sent)
        if (pace := self.pace) is not None and pace.rate > 0 and sent < pace.opens < inf:
            with self._lock:  # it was on its way when the rate was found
                if self.pace is not None and self.pace.opens == pace.opens:
                    self.pace = self.pace._replace(rate=self.pace.rate + 1 / self._seconds)

    def refused(self, sent: float, now: float, seconds: float) -> None:
        """Hold all calls for so many seconds, as one was refused, and find a pace for them."""
        with self._lock:
            pace, last = self.pace, self._last
            self._refused, self._last = self._refused + 1, sent
            if pace is not None and sent < pace.opens:  # it was sent before the others were held
                self.pace = pace._replace(opens=max(pace.opens, now + seconds))
                return
            if pace is None and sent - last > _TOGETHER:
                self._since, self._first, self._refused = sent - 1.0, sent, 1
            self.pace = Pace(now + seconds, 0.0, -inf, _CLIMB)

    def _turn(self, now: float) -> tuple[float, float | None]:
        """How long a call waits, and in which pace it goes then; in none while all are held."""
        with self._lock:
            if self.pace is not None and now < self.pace.opens:
                return self.pace.opens - now, None
            if self.pace is not None and not self.pace.rate:
                self.pace = self._found(self.pace)
            if self.pace is not None and self.pace.climb < inf and now - self.pace.opens > _LAST:
                self.pace = None
            if self.pace is None:
                return 0.0, now
            self.pace, seconds, is_turn = self.pace.taken(now)
            return seconds, self.pace.opens if is_turn else None

    def _found(self, held: Pace) -> Pace | None:
        """The pace after a hold; none where too few calls were sent to tell one."""
        counted = [sent for sent in list(self._answered) if sent >= self._since]
        begin = self._since
        if self._first is not None:
            if len(counted) + self._refused < _TELLING:
                return None
            begin = min([self._first, *counted[:1]])
        if len(counted) == self._answered.maxlen:
            begin = counted[0]
        self._since, self._first = held.opens, None
        self._seconds = max(held.opens - begin, 0.001)
        return held._replace(rate=max(1, len(counted)) / self._seconds, free=held.opens)
