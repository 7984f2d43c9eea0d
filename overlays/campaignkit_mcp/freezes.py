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

    def add(self, entry: OperationEntry, ids: Mapping[str, str]) -> None:
        """Freeze the target of a write, unless no read could end that."""
        read = following_read(entry, ids)
        if read is not None:
            self._frozen[entry.vendor, read] = next(self._numbers)

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
        read = read_of(entry, ids)
        for (vendor, frozen), number in list(self._frozen.items()):
            is_same = (vendor, frozen.tool, frozen.ids) == (entry.vendor, read.tool, read.ids)
            if is_same and number < before:
                del self._frozen[vendor, frozen]
