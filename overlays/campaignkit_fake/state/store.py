"""Store: the collections of a fake, and the time."""

import gc
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar

from ..engine.clock import VirtualClock
from ..engine.keys import KEYS
from ..engine.times import iso_millis_from_epoch
from ..engine.types import JSON
from .collection import Collection
from .seeds import Seeds

T = TypeVar("T")
Collections = tuple[type[Collection[Any]], ...]
"""Classes of collections; a class follows the classes that its seeds need."""


class SeededStore:
    """State of one fake. Equal seeds and equal writes produce equal stores."""

    def __init__(self, seed: int, clock: VirtualClock, collections: Collections) -> None:
        self.seed = seed
        self._clock = clock
        self._collections: dict[type[Any], Any] = {}
        self._add_seeded(collections)

    def _add_seeded(self, collections: Collections) -> None:
        seeds = Seeds(self.seed, self.time, self._collections)
        for collection in collections:
            self._collections[collection] = collection.seeded(seeds)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "_clock"}

    @classmethod
    def create(cls, seed: int, clock: VirtualClock, collections: Collections) -> "SeededStore":
        """Return a new store, as a copy, which takes a fourth of the time of seeding.

        The collections that follow the time come last. They are seeded, unless the clock is new.
        """
        is_new = clock.time() == VirtualClock().time()
        copied = tuple(kind for kind in collections if is_new or not kind.follows_time)
        pickled = _pickled(seed, copied)
        with _paused_garbage_collection():
            store: SeededStore = pickle.loads(pickled)  # noqa: S301 - our own bytes
        store._clock = clock
        store._add_seeded(collections[len(copied) :])
        return store

    def __getitem__(self, collection: type[T]) -> T:
        """Return the one collection of a class: `store[Campaigns]`."""
        made: T = self._collections[collection]
        return made

    @property
    def time(self) -> float:
        """The time, in seconds since 1970."""
        return self._clock.time()

    @property
    def now(self) -> str:
        """The time in the format of responses."""
        return iso_millis_from_epoch(self.time)

    def tick(self) -> str:
        """Advance the clock by the second of a write, and return the time."""
        self._clock.tick()
        return self.now

    def advance_for_polling(self, seconds: float) -> None:
        """Advance the clock for a client that polls a job."""
        self._clock.tick(seconds)
        self.run_due_events()

    def run_due_events(self) -> None:
        """Run the events that are due."""
        now = self.time
        for collection in self._collections.values():
            collection.run_due_events(now)

    def to_dict(self) -> JSON:
        """Return the state in the form of `GET /_fake/state`."""
        self.run_due_events()
        shown: JSON = {
            "seed": self.seed,
            "keys": {name: key.to_dict() for name, key in KEYS.items()},
        }
        for collection in self._collections.values():
            shown |= collection.to_dict(self.time)
        return shown


@lru_cache(maxsize=8)
def _pickled(seed: int, collections: Collections) -> bytes:
    """Return a new store of collections that do not follow the time, pickled."""
    return pickle.dumps(SeededStore(seed, VirtualClock(), collections))


@contextmanager
def _paused_garbage_collection() -> Iterator[None]:
    """Collect no garbage within the block, which would take as long as the copy itself."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
