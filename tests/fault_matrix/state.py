"""State of a fake, which can be compared with another one."""

import copyreg
import io
import pickle
from hashlib import sha256
from types import MethodType
from typing import NamedTuple

from campaignkit_fake import Fake, VirtualClock
from campaignkit_fake.engine.ids import Ids


class StillClock(VirtualClock):
    """Clock of a fake that only writes advance.

    So no job advances by itself, and times are the same in every cell.
    """

    def __init__(self) -> None:
        super().__init__()
        self._begin = self.time()

    def advance(self, seconds: float) -> None:
        """Ignore a delay."""

    @property
    def writes(self) -> int:
        """Return how many writes were applied."""
        return round(self.time() - self._begin)


# Objects without state that a response shows: future ids, and references to other objects.
_IGNORED = (Ids, MethodType, StillClock)
_TABLE = copyreg.dispatch_table | dict.fromkeys(_IGNORED, lambda _: (str, ()))


# Set by each request.
_SETTINGS = frozenset(["poll_seconds"])


class State(NamedTuple):
    """State of a fake."""

    writes: int
    """Number of applied writes."""
    digest: str
    """Digest of the whole store."""


def state_of(fake: Fake, clock: StillClock) -> State:
    """Return the state of a fake."""
    store = fake._store
    store.run_due_events()  # everything that is due
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer)
    pickler.dispatch_table = _TABLE
    pickler.fast = True  # equal objects have equal bytes, also if one of them is shared
    pickler.dump({name: value for name, value in vars(store).items() if name not in _SETTINGS})
    return State(clock.writes, sha256(buffer.getvalue()).hexdigest())
