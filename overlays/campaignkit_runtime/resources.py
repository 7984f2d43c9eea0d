"""Base classes of the generated resources."""

from .protocols import AsyncSender, Sender


class Resource:
    """Operations of one area, sent by one client."""

    def __init__(self, send: Sender) -> None:
        self._send = send


class AsyncResource:
    """Operations of one area, sent by one async client."""

    def __init__(self, send: AsyncSender) -> None:
        self._send = send
