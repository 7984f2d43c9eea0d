"""The fake of both vendors: the engine with their rules and their seeded data."""

from .arranging import Arranging
from .engine.app import App
from .engine.clock import VirtualClock
from .engine.spec import Spec, shipped_spec
from .engine.types import JSON
from .rules import COLLECTIONS, REPLAYS, RULES
from .state.store import SeededStore


class Fake(Arranging, App):
    """A fake of Sonarly and Callers.ai: a WSGI app, an httpx transport and an HTTP server.

    Args:
        seed: Seed of the made-up data.
        rate: Requests per second of each key; None means without a limit.
        document: OpenAPI document to serve instead of the shipped one.
        clock: Clock for the data, the limits on requests and the delays of faults. Without one, the
            data have their own clock; limits and delays over HTTP take real time.
        poll_seconds: Seconds of the fake's time that each read of an unfinished job takes, so
            that polling ends. A client in process that shares `clock` moves it by its own waits
            instead.
    """

    def __init__(
        self,
        seed: int = 1,
        *,
        rate: float | None = None,
        document: JSON | None = None,
        clock: VirtualClock | None = None,
        poll_seconds: float = 5.0,
    ) -> None:
        super().__init__(
            Spec(document) if document else shipped_spec(),
            RULES,
            REPLAYS,
            _new_store,
            seed=seed,
            rate=rate,
            clock=clock,
            poll_seconds=poll_seconds,
        )


def _new_store(seed: int, clock: VirtualClock) -> SeededStore:
    return SeededStore.create(seed, clock, COLLECTIONS)
