"""Freezes: what no write may change until it was read, because an outcome is unknown."""

from collections.abc import Mapping
from itertools import count

from campaignkit_runtime.catalog import OperationEntry

from .following_reads import FollowingRead, following_read, read_of


class Freezes:
    """Targets whose state is unknown, for all sessions of a server."""

    def __init__(self) -> None:
        self._frozen: dict[tuple[str, FollowingRead], int] = {}
        self._numbers = count()

    def add(self, entry: OperationEntry, ids: Mapping[str, str]) -> FollowingRead | None:
        """Freeze the target of a write, and return the read that ends it; None without one."""
        read = following_read(entry, ids)
        if read is not None:
            self._frozen[entry.vendor, read] = next(self._numbers)
        return read

    def of(self, entry: OperationEntry, ids: Mapping[str, str]) -> FollowingRead | None:
        """Return the read that must be made before a write; None if the write is free."""
        own = set(ids.items())
        for vendor, read in self._frozen:
            if vendor == entry.vendor and set(read.ids) <= own:
                return read
        return None

    def begin_read(self) -> int:
        """Return the number of the next freeze; a read ends earlier freezes only."""
        return next(self._numbers)

    def end_read(self, entry: OperationEntry, ids: Mapping[str, str], before: int) -> None:
        """End the freeze of what was read.

        Args:
            entry: The read.
            ids: Its positional arguments by name.
            before: Number of `begin_read` before it was sent.
        """
        key = (entry.vendor, read_of(entry, ids))
        own = {
            frozen: number
            for frozen, number in self._frozen.items()
            if (frozen[0], frozen[1].tool, frozen[1].ids) == (key[0], key[1].tool, key[1].ids)
        }
        for frozen, number in own.items():
            if number < before:
                del self._frozen[frozen]
