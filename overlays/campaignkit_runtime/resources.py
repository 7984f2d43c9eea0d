"""Base classes of the generated resources."""

from .copying import ConnectionBound
from .protocols import AsyncSender, Sender


class Resource(ConnectionBound):
    """Operations of one area, sent by one client."""

    def __init__(self, send: Sender) -> None:
        self._send = send


class AsyncResource(ConnectionBound):
    """Operations of one area, sent by one async client."""

    def __init__(self, send: AsyncSender) -> None:
        self._send = send
