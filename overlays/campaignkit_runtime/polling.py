"""Jobs that a call begins, and that go on at the vendor until they are over."""

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


class JobRule(Generic[S, T]):
    """How a job is read after its start, and when it is over."""

    __slots__ = ("over", "read", "status")

    def __init__(
        self, read: Callable[[S], Call[T]], status: Callable[[T], str], over: frozenset[str]
    ) -> None:
        self.read = read
        self.status = status
        self.over = over


class _Begun(ConnectionBound, Generic[S, T]):
    """What both kinds of job are made of."""

    def __init__(self, answer: RawResponse[S], rule: JobRule[S, T]) -> None:
        self.started = answer.payload
        """What the vendor said at the start."""
        self.is_new = answer.status_code == 202
        """False where an earlier job for the same request was found: it is not done again."""
        self._read = rule.read(answer.payload)
        self._rule = rule

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.started!r}, is_new={self.is_new})"

    def _is_over(self, state: T) -> bool:
        return self._rule.status(state) in self._rule.over


class Job(_Begun[S, T]):
    """A job at the vendor."""

    def __init__(self, send: Sender, answer: RawResponse[S], rule: JobRule[S, T]) -> None:
        super().__init__(answer, rule)
        self._send = send

    def read(self) -> T:
        """How far it is."""
        return self._send(self._read)

    def wait(
        self,
        *,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
    ) -> T:
        """The job when it is over: its status says whether it completed, failed or was cancelled.

        `deadline` is in seconds, for all of the wait: DeadlineExceeded ends it, and the job goes
        on. `on_progress` gets the job at first and whenever it has changed. A status that nobody
        knows yet is waited out.
        """
        shared = self._send.sharing_deadline(deadline)
        seen: T | None = None
        for seconds in _waits():
            state: T = shared(self._read)
            if on_progress is not None and state != seen:
                on_progress(state)
            if self._is_over(state):
                break
            seen = state
            shared.pause(seconds)
        return state


class AsyncJob(_Begun[S, T]):
    """A job at the vendor, for asyncio."""

    def __init__(self, send: AsyncSender, answer: RawResponse[S], rule: JobRule[S, T]) -> None:
        super().__init__(answer, rule)
        self._send = send

    async def read(self) -> T:
        """How far it is."""
        return await self._send(self._read)

    async def wait(
        self,
        *,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
    ) -> T:
        """The job when it is over, as `Job.wait` has it; what `on_progress` returns is awaited."""
        shared = self._send.sharing_deadline(deadline)
        seen: T | None = None
        for seconds in _waits():
            state: T = await shared(self._read)
            if on_progress is not None and state != seen:
                done = on_progress(state)
                if isawaitable(done):
                    await done
            if self._is_over(state):
                break
            seen = state
            await shared.pause(seconds)
        return state


def _waits() -> Iterator[float]:
    seconds = _FIRST_WAIT
    while True:
        yield seconds
        seconds = min(_LONGEST_WAIT, seconds * 1.5)
