"""Protocols between the generated resources and the client that sends their calls."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar, cast

from .operations import Call

T = TypeVar("T")

Evidence = Literal["response", "read"]
"""What a payload rests on: the response of its call, or a later read of the state."""


class RawResponse(Generic[T]):
    """Response as it arrived, and its payload."""

    __slots__ = (
        *("_payload", "content", "error", "evidence", "headers", "status_code", "trace_id"),
    )

    def __init__(
        self,
        status_code: int,
        headers: Mapping[str, str],
        trace_id: str | None,
        content: bytes,
        payload: T | None = None,
        error: Exception | None = None,
        evidence: Evidence = "response",
    ) -> None:
        self.status_code = status_code
        self.headers = headers
        """With names in lower case."""
        self.trace_id = trace_id
        self.content = content
        self.error = error
        """The ResponseDecodeError of a successful response that does not fit the spec."""
        self.evidence: Evidence = evidence
        """`read` if the response was lost and a read has shown that the call was applied.

        Then the other attributes are those of the read, and fields that it lacks are UNSET."""
        self._payload = payload

    @property
    def payload(self) -> T:
        """The payload.

        Raises:
            ResponseDecodeError: The body does not fit the spec; it is `error`.
        """
        if self.error is not None:
            raise self.error
        return cast("T", self._payload)

    def __repr__(self) -> str:
        return f"RawResponse({self.status_code}, trace_id={self.trace_id!r})"


class Failure(NamedTuple):
    """Failure of one of many calls."""

    items: tuple[Any, ...]
    """Items of the call, which can be requested again."""
    error: Exception


class _BatchSender(Protocol):
    """State and errors that the calls of a batch share."""

    batch_size_limits: dict[str, int]
    """Largest number of ids in one request, by operation, if the server refused more."""

    def reserve(self, calls: int, /) -> None:
        """Let that many calls be under way at once, each on a connection."""
        ...

    def make_batch_error(self, summary: str, failures: Sequence[Failure], /) -> Exception:
        """Return one error for all failures."""
        ...


class Sender(_BatchSender, Protocol):
    """Sender of calls: returns the payload of the response, or raises."""

    def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        ...

    def with_shared_deadline(self, deadline: float | None = None) -> "DeadlineSender":
        """Return a sender whose calls share one deadline that starts now."""
        ...

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response as it arrived, with its payload."""
        ...


class DeadlineSender(Sender, Protocol):
    """Sender whose calls share one deadline."""

    def pause(self, seconds: float, /) -> None:
        """Wait between two calls, less near the deadline; raise DeadlineExceeded at its end."""
        ...


class AsyncSender(_BatchSender, Protocol):
    """Sender of calls for asyncio: returns the payload of the response, or raises."""

    async def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        ...

    def with_shared_deadline(self, deadline: float | None = None) -> "AsyncDeadlineSender":
        """Return a sender whose calls share one deadline that starts now."""
        ...

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """Return the response as it arrived, with its payload."""
        ...


class AsyncDeadlineSender(AsyncSender, Protocol):
    """Sender for asyncio whose calls share one deadline."""

    async def pause(self, seconds: float, /) -> None:
        """Wait between two calls, less near the deadline; raise DeadlineExceeded at its end."""
        ...
