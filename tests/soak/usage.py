"""Resources of the process, and their growth over the rounds of a soak test."""

import asyncio
import contextlib
import gc
import os
import stat
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

# Allowed growth from the first third of a run to the last. Caches fill, the allocator keeps pages,
# and the number of idle connections varies.
MAX_GROWTH = {"megabytes": 12.0, "sockets": 25.0, "threads": 4.0, "tasks": 0.0}


class Usage(NamedTuple):
    """Resources of the process."""

    megabytes: float
    sockets: int
    threads: int
    tasks: int


def growth(usage: Sequence[Usage]) -> Iterator[str]:
    """Return the resources that have grown too much over the rounds."""
    third = len(usage) // 3
    for index, (name, allowed) in enumerate(MAX_GROWTH.items()):
        first = max((entry[index] for entry in usage[:third]), default=0)
        last = max((entry[index] for entry in usage[-third:]), default=0)
        if third and last > first + allowed:
            yield f"{name} grew from {first:.0f} to {last:.0f}"


def current_usage() -> Usage:
    """Return the resources of this process now."""
    gc.collect()
    tasks = len(asyncio.all_tasks()) - 1
    return Usage(_megabytes(), _sockets(), threading.active_count(), tasks)


def _megabytes() -> float:
    """Return the resident memory in megabytes; 0 if the system does not report it."""
    path = Path("/proc/self/statm")
    pages = int(path.read_text().split()[1]) if path.exists() else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _sockets() -> int:
    count = 0
    for path in Path("/dev/fd").iterdir():
        with contextlib.suppress(OSError):  # the descriptor of the folder is closed by now
            count += stat.S_ISSOCK(os.fstat(int(path.name)).st_mode)
    return count
