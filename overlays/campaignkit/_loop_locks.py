"""Locks of async calls, one for each event loop."""

from typing import Any

_MAX_LOOPS = 16


class LoopLocks:
    """Locks for the event loops that a client is used in."""

    def __init__(self) -> None:
        self._locks: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self._locks)

    def current(self) -> Any:
        """Return the lock of the running event loop."""
        import anyio  # as httpx does, for async calls only

        loop = anyio.lowlevel.current_token()
        if loop not in self._locks and len(self._locks) >= _MAX_LOOPS:
            self._locks.clear()  # loops that have ended
        return self._locks.setdefault(loop, anyio.Lock())
