"""The whole state of a fake, so that two can be compared."""

import io
import pickle
from collections.abc import Iterator
from hashlib import sha256
from random import Random
from types import FunctionType, MethodType
from typing import Any, NamedTuple

from campaignkit_fake import Fake, VirtualClock

# What holds nothing that an answer shows: the numbers to come, and ways to what is held elsewhere.
_IGNORED = (FunctionType, Iterator, MethodType, Random, VirtualClock)


class StillClock(VirtualClock):
    """A clock of a fake alone: writes move it on, and nothing else does.

    So no job goes on by itself, and whatever has a time has the same one in every cell.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begin = self.time()

    def advance(self, seconds: float) -> None:
        """Let a delay take no time."""

    @property
    def writes(self) -> int:
        """How many writes were carried out."""
        return round(self.time() - self._begin)


class State(NamedTuple):
    """What a fake holds, and what it went through."""

    writes: int
    """How many were carried out."""
    digest: str
    """Of everything that the store holds."""


def state_of(fake: Fake, clock: StillClock) -> State:
    """The whole state of a fake."""
    fake.state()  # what was to happen by now is done by whoever looks
    buffer = io.BytesIO()
    pickler = _Pickler(buffer)
    pickler.fast = True  # whatever is equal gives the same bytes, be it one object or two
    pickler.dump(vars(fake._store))
    return State(clock.writes, sha256(buffer.getvalue()).hexdigest())


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """Leave out what is no state."""
        return (str, ()) if isinstance(value, _IGNORED) else NotImplemented
