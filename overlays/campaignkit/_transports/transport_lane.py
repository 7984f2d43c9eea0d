"""Lane of a caller's own transport: httpx builds the request, and the transport gets it at once.

The client of httpx in between would add its hooks, cookies and redirects, which our own clients do
not use.
"""

from contextlib import suppress
from typing import Any, Protocol

from .._exchange import Exchange, read, read_async


class _Owner(Protocol):
    @property
    def is_closed(self) -> bool:
        """True if it has been closed."""
        ...


class _TransportExchange(Exchange[Any]):
    """One request under way to a caller's own transport."""

    is_direct = True

    def __init__(self, owner: _Owner, transport: Any, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._owner = owner
        self._transport = transport

    @property
    def is_closed(self) -> bool:
        """Whether the client has been closed."""
        return self._owner.is_closed


class TransportExchange(_TransportExchange):
    """Request of a blocking call."""

    def send(self) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        try:
            response = self._transport.handle_request(self.request)
            response.request = self.request
            read(self, response)
        except Exception as error:
            return self._lost(error)
        return None

    def _lost(self, error: Exception) -> Exception:
        if (lost := self.response_of(error)) is not None:
            with suppress(Exception):
                read(self, lost)
        return error


class AsyncTransportExchange(_TransportExchange):
    """Request of an async call."""

    async def send(self) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        try:
            response = await self._transport.handle_async_request(self.request)
            response.request = self.request
            await read_async(self, response)
        except Exception as error:
            if (lost := self.response_of(error)) is not None:
                with suppress(Exception):
                    await read_async(self, lost)
            return error
        return None
