"""Check for bytes that wait at a socket, without a read."""

import select
from collections.abc import Callable
from typing import Any


def readability_check(connected: Any) -> Callable[[], object]:
    """Return a function whose result is true if bytes, an end or an error wait at a socket."""
    if not hasattr(select, "poll"):  # Windows
        return lambda: select.select([connected], [], [], 0)[0]
    poll = select.poll()  # which unlike `select` takes descriptors above 1,023
    poll.register(connected, select.POLLIN)
    return lambda: poll.poll(0)
