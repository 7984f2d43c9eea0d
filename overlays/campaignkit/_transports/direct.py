"""Direct lane: calls of our own clients, without the objects of httpx."""

from typing import Any, Generic, TypeVar

from campaignkit_runtime.decoding.items import OnBadItem
from campaignkit_runtime.operations import Call
from campaignkit_wire.errors import ConnectionFailure
from campaignkit_wire.messages import Limits, Request, ResponseHead
from campaignkit_wire.pool import ConnectionPool

from .._auth import CallAuth
from .._options import Options
from .._response_body import ResponseReader
from .errors import as_httpx
from .limits import attempt_limits

P = TypeVar("P")


class DirectExchange(Generic[P]):
    """One request under way, and what has arrived for it so far."""

    __slots__ = (
        *("_limits", "_pool", "auth", "call", "headers", "is_complete", "on_bad_item"),
        *("reader", "request", "status_code"),
    )

    is_direct = True
    is_external = False
    is_handed_over = True
    is_closed = False

    def __init__(
        self,
        pool: P,
        call: Call[Any],
        request: Request,
        auth: CallAuth,
        reader: ResponseReader,
        limits: Limits,
        on_bad_item: OnBadItem,
    ) -> None:
        self.call = call
        self.request = request
        self.auth = auth
        self.reader = reader
        self.on_bad_item: OnBadItem = on_bad_item
        self.is_complete = False
        self.status_code: int | None = None
        self.headers: list[tuple[bytes, bytes]] = []
        self._pool: P = pool
        self._limits = limits

    @property
    def is_sent(self) -> bool:
        """True if the server may have received a part of the request."""
        return self.request.is_sent

    def close(self) -> None:
        """Do nothing: the exchange holds nothing that would hold it."""

    def _start(self, head: ResponseHead | None) -> None:
        """Take the head of the response."""
        assert head is not None  # noqa: S101 - it has been read
        self.status_code, self.headers = head.status, head.headers
        if codings := head.content_encoding():
            self.reader.start(codings)


def attempt_of(
    call: Call[Any], options: Options, seconds: float | None
) -> tuple[ResponseReader, Limits]:
    """Return what reads the response of a call, and the limits of one attempt."""
    timeouts = options.timeout or options.default_timeout or {}
    limits = attempt_limits(timeouts, seconds, call.operation.idempotency)
    return ResponseReader(options.max_response_bytes, limits.deadline), limits


class SyncDirectExchange(DirectExchange[ConnectionPool]):
    """Request of a blocking call."""

    __slots__ = ()

    def send(self) -> Exception | None:
        """Send the request and read the response; return the exception, if one was raised."""
        pool, limits, reader = self._pool, self._limits, self.reader
        try:
            slot = pool.send(self.request, limits)
            try:
                connection = slot.connection
                assert connection is not None  # noqa: S101 - it carries the request
                self._start(connection.parser.head)
                while (parts := connection.read(limits)) is not None:
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
