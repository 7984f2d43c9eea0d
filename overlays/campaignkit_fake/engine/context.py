"""Context of a rule: the store, the API key and the arguments of a request."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from .keys import Key
from .types import JSON, Arguments

T = TypeVar("T")


class Store(Protocol):
    """State of a fake, for its rules and its app."""

    seed: int

    @property
    def time(self) -> float:
        """The time, in seconds since 1970."""
        ...

    @property
    def now(self) -> str:
        """The time in the format of responses."""
        ...

    def __getitem__(self, collection: type[T]) -> T:
        """Return the one collection of a class: `store[Campaigns]`."""
        ...

    def tick(self) -> str:
        """Advance the clock by the second of a write, and return the time."""
        ...

    def advance_for_polling(self, seconds: float) -> None:
        """Advance the clock for a client that polls a job."""
        ...

    def run_due_events(self) -> None:
        """Run the events that are due."""
        ...

    def to_dict(self) -> JSON:
        """Return the state in the form of `GET /_fake/state`."""
        ...


@dataclass(frozen=True)
class Context:
    """One call of a rule."""

    store: Store
    key: Key
    arguments: Arguments
    poll_seconds: float = 0
    """Seconds of the fake's time that a read of an unfinished job takes."""

    @property
    def body(self) -> Any:
        """The body of the request."""
        return self.arguments["body"]

    def with_arguments(self, **arguments: object) -> "Context":
        """Return the same call with some arguments replaced."""
        return replace(self, arguments={**self.arguments, **arguments})


Rule = Callable[[Context], object]
"""A rule changes the store and returns the payload, or an `ApiResponse` with another status."""

Replay = Callable[[Store, Any], object]
"""A replay returns the payload of a repeated call from the payload of the first one."""
