"""Protocols between the generated resources and the client that sends their calls."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

from .operations import Call

T = TypeVar("T")


class RawResponse(Generic[T]):
    """Response as it arrived, and the payload that was read from it."""

    __slots__ = ("_payload", "content", "error", "headers", "status_code", "trace_id")

    def __init__(
        self,
        status_code: int,
        headers: Mapping[str, str],
        trace_id: str | None,
        content: bytes,
        payload: T | None = None,
        error: Exception | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers
        """With names in lower case."""
        self.trace_id = trace_id
        self.content = content
        self.error = error
        """The ResponseDecodeError of a successful response that does not fit the spec."""
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
    """One of many calls that failed."""

    items: tuple[Any, ...]
    """What it was for, to be asked for again."""
    error: Exception


class _Many(Protocol):
    """What a sender knows of many calls."""

    batch_size_limits: dict[str, int]
    """How many ids a server takes at once, by operation, where it has refused more."""

    def make_batch_error(self, summary: str, failures: Sequence[Failure], /) -> Exception:
        """The one error for those that failed."""
        ...


class Sender(_Many, Protocol):
    """Sends a call and returns the payload of its answer, or raises."""

    def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        ...

    def with_shared_deadline(self, deadline: float | None = None) -> "Shared":
        """Return a sender whose calls share one deadline that starts now."""
        ...

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The same with the answer as it came."""
        ...


class Shared(Sender, Protocol):
    """Sends calls that have one deadline between them."""

    def pause(self, seconds: float, /) -> None:
        """Wait between two of them, less near the deadline, and a DeadlineExceeded at its end."""
        ...


class AsyncSender(_Many, Protocol):
    """Sends a call and returns the payload of its answer, or raises."""

    async def __call__(self, call: Call[T], /) -> T:
        """Return the payload of the response."""
        ...

    def with_shared_deadline(self, deadline: float | None = None) -> "AsyncShared":
        """Return a sender whose calls share one deadline that starts now."""
        ...

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The same with the answer as it came."""
        ...


class AsyncShared(AsyncSender, Protocol):
    """Sends calls that have one deadline between them."""

    async def pause(self, seconds: float, /) -> None:
        """Wait between two of them, less near the deadline, and a DeadlineExceeded at its end."""
        ...
