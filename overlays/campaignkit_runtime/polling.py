"""Jobs that a call starts, and that run at the vendor until they end."""

from collections.abc import Callable, Iterator
from inspect import isawaitable
from typing import Generic, TypeVar

from .copying import ConnectionBound
from .operations import Call
from .protocols import AsyncSender, RawResponse, Sender

S = TypeVar("S")
T = TypeVar("T")

_FIRST_WAIT = 1.0
_LONGEST_WAIT = 15.0


class PollSpec(Generic[S, T]):
    """Call that reads a job, its status, and the statuses that end it."""

    __slots__ = ("read", "status", "terminal_statuses")

    def __init__(
        self,
        read: Callable[[S], Call[T]],
        status: Callable[[T], str],
        terminal_statuses: frozenset[str],
    ) -> None:
        self.read = read
        self.status = status
        self.terminal_statuses = terminal_statuses


class _BaseJob(ConnectionBound, Generic[S, T]):
    """Base of the sync and the async job."""

    def __init__(self, response: RawResponse[S], spec: PollSpec[S, T]) -> None:
        self.started = response.payload
        """Payload of the response to the start."""
        self.is_new = response.status_code == 202
        """False if an earlier job for the same request was found, which is not done again."""
        self._read = spec.read(response.payload)
        self._spec = spec

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.started!r}, is_new={self.is_new})"

    def _has_ended(self, state: T) -> bool:
        return self._spec.status(state) in self._spec.terminal_statuses


class Job(_BaseJob[S, T]):
    """A job at the vendor."""

    def __init__(self, send: Sender, response: RawResponse[S], spec: PollSpec[S, T]) -> None:
        super().__init__(response, spec)
        self._send = send

    def read(self) -> T:
        """Return the current state of the job."""
        return self._send(self._read)

    def wait(
        self,
        *,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
    ) -> T:
        """Return the job when it has ended: completed, failed or cancelled, as its status says.

        Args:
            deadline: Seconds for the whole wait; the client's deadline by default.
            on_progress: Called with the job at first and whenever it has changed.

        A job with an unknown status still runs.

        Raises:
            DeadlineExceeded: The time is over. The job itself goes on.
        """
        shared = self._send.with_shared_deadline(deadline)
        seen: T | None = None
        intervals = _poll_intervals()
        while True:
            state: T = shared(self._read)
            if on_progress is not None and state != seen:
                on_progress(state)
            if self._has_ended(state):
                return state
            seen = state
            shared.pause(next(intervals))


class AsyncJob(_BaseJob[S, T]):
    """A job at the vendor, for asyncio."""

    def __init__(self, send: AsyncSender, response: RawResponse[S], spec: PollSpec[S, T]) -> None:
        super().__init__(response, spec)
        self._send = send

    async def read(self) -> T:
        """Return the current state of the job."""
        return await self._send(self._read)

    async def wait(
        self,
        *,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
    ) -> T:
        """Return the job when it has ended, as `Job.wait`; `on_progress` may be a coroutine."""
        shared = self._send.with_shared_deadline(deadline)
        seen: T | None = None
        intervals = _poll_intervals()
        while True:
            state: T = await shared(self._read)
            if on_progress is not None and state != seen:
                done = on_progress(state)
                if isawaitable(done):
                    await done
            if self._has_ended(state):
                return state
            seen = state
            await shared.pause(next(intervals))


def _poll_intervals() -> Iterator[float]:
    seconds = _FIRST_WAIT
    while True:
        yield seconds
        seconds = min(_LONGEST_WAIT, seconds * 1.5)
