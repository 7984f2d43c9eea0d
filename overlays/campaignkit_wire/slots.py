"""Right of one request to use one connection."""

import weakref
from typing import Generic, Protocol, TypeVar

from .connection import Connection

C = TypeVar("C")

MAX_CONNECTIONS = 100
"""As in httpx."""


class SlotOwner(Protocol):
    """Pool that hands out slots."""

    def recover(self) -> None:
        """Add a slot, because one was dropped."""
        ...


class Slot(Generic[C]):
    """Right of one request to use one connection, and that connection.

    A slot that is dropped instead of released frees itself. A signal handler can raise between any
    two instructions, also before the `try` that would release the slot.
    """

    __slots__ = ("_owner", "connection")

    def __init__(self, owner: "weakref.ref[SlotOwner]") -> None:
        self._owner = owner
        self.connection: C | None = None

    def __del__(self) -> None:
        if owner := self._owner():
            owner.recover()
        if isinstance(self.connection, Connection):
            self.connection.close()
