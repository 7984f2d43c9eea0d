"""Count of the requests of a process, and an interrupt at a maximum."""

import re
from collections.abc import Callable
from typing import Any

_REQUEST_LINE = re.compile(rb"[A-Z]+ \S+ HTTP/")

SENT, REFUSED = b".", b"!"
"""Bytes for a request that was sent, and for one that the maximum refused."""


class RequestCounter:
    """Audit hook of Python that counts every request, also those that `st` sends without a hook."""

    def __init__(self, maximum: int, record: Callable[[bytes], object]) -> None:
        """Set the maximum.

        Args:
            maximum: Number of requests that the process may send.
            record: Function that takes `SENT` or `REFUSED` for each request.
        """
        self._remaining = maximum
        self._record = record

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count a request; interrupt the process instead if the maximum is reached."""
        # http.client sends the request line with the headers, and a body after them.
        if event != "http.client.send" or not _is_request(arguments[1]):
            return
        if not self._remaining:
            self._record(REFUSED)
            raise KeyboardInterrupt
        self._remaining -= 1
        self._record(SENT)


def _is_request(data: Any) -> bool:
    return isinstance(data, bytes) and bool(_REQUEST_LINE.match(data))
