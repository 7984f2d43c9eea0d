"""The whole state of a fake, so that two can be compared."""

import copyreg
import io
import pickle
from hashlib import sha256
from types import MethodType
from typing import NamedTuple

from campaignkit_fake import Fake, VirtualClock
from campaignkit_fake.engine.ids import Ids


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


# What holds nothing that an answer shows: the ids to come, and ways to what is held elsewhere.
_IGNORED = (Ids, MethodType, StillClock)
_TABLE = copyreg.dispatch_table | dict.fromkeys(_IGNORED, lambda _: (str, ()))


# What a request sets for itself.
_SETTINGS = frozenset(["poll_seconds"])


class State(NamedTuple):
    """What a fake holds, and what it went through."""

    writes: int
    """How many were carried out."""
    digest: str
    """Of everything that the store holds."""


def state_of(fake: Fake, clock: StillClock) -> State:
    """The whole state of a fake."""
    store = fake._store
    store.run_due_events()  # what was to happen by now
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer)
    pickler.dispatch_table = _TABLE
    pickler.fast = True  # whatever is equal gives the same bytes, be it one object or two
    pickler.dump({name: value for name, value in vars(store).items() if name not in _SETTINGS})
    return State(clock.writes, sha256(buffer.getvalue()).hexdigest())
