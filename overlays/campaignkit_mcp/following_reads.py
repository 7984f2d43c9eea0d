"""Reads that show the state after a write."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from campaignkit_operations.entries import find_entry
from campaignkit_runtime.catalog import OperationEntry


class FollowingRead(NamedTuple):
    """Read of what a write has changed."""

    tool: str
    ids: tuple[tuple[str, str], ...]
    """Names and values of its IDs, sorted."""
    missing: tuple[str, ...] = ()
    """Other required arguments."""

    def as_fields(self) -> dict[str, Any]:
        """Return the read as an agent makes it."""
        return {"tool": self.tool, "arguments": dict(self.ids)} | (
            {"missing": list(self.missing)} if self.missing else {}
        )


def following_read(entry: OperationEntry, ids: Mapping[str, str]) -> FollowingRead | None:
    """Return the read to make after a write; None if no operation shows its effect.

    Args:
        entry: The write.
        ids: Its positional arguments by name.
    """
    read = find_entry(entry.read) if entry.read else _closest(entry)
    return None if read is None else read_of(read, ids)


def read_of(read: OperationEntry, ids: Mapping[str, str]) -> FollowingRead:
    """Return a read with those of the IDs that it takes."""
    own = _path_names(read)
    missing = [
        argument.name
        for argument in read.arguments
        if argument.is_required and argument.name not in ids
    ]
    taken = sorted((name, value) for name, value in ids.items() if name in own)
    return FollowingRead(read.id, tuple(taken), tuple(missing))


def _closest(entry: OperationEntry) -> OperationEntry | None:
    """Return the read of the same resource that shares the most IDs with a write."""
    own = _path_names(entry)
    reads = [read for read in _reads(entry) if _path_names(read) <= own]
    return max(reads, key=lambda read: len(_path_names(read)), default=None)


def _reads(entry: OperationEntry) -> Iterator[OperationEntry]:
    from campaignkit_api.catalog import load_operations

    for read in load_operations(entry.vendor, entry.resource).values():
        if read.effect == "none":
            yield read


def _path_names(entry: OperationEntry) -> set[str]:
    return {argument.name for argument in entry.arguments if argument.location == "path"}
