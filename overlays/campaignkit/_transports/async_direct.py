"""Direct lane of async calls."""

from campaignkit_wire.async_pool import LoopPools
from campaignkit_wire.errors import ConnectionFailure

from .direct import DirectExchange
from .errors import as_httpx


class AsyncDirectExchange(DirectExchange[LoopPools]):
    """Request of an async call."""

    __slots__ = ()

    async def send(self) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        limits, reader = self._limits, self.reader
        try:
            pool = await self._pool.current()
            slot = await pool.send(self.request, limits)
            try:
                connection = slot.connection
                assert connection is not None  # noqa: S101 - it carries the request
                self._start(connection.parser.head)
                while (parts := await connection.read(limits)) is not None:
                    for part in parts:
                        reader.feed(part)
            finally:
                pool.release(slot)
            reader.finish()
            self.is_complete = True
        except ConnectionFailure as error:
            return as_httpx(error)
        except Exception as error:  # of the reader, or of the body of the request
            return error
        return None
