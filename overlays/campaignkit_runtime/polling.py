"""Jobs that a call starts, and that run at the vendor until they end."""

from collections.abc import Callable, Iterator
from inspect import isawaitable
from typing import Any, Generic, Self, TypeVar, cast

from .callbacks import validate_callback
from .errors import ConfigurationError, DeadlineExceeded, InvalidArgumentTypeError
from .operations import Call
from .protocols import AsyncSender, Sender

S = TypeVar("S")
T = TypeVar("T")

_FIRST_WAIT = 1.0
_LONGEST_WAIT = 15.0


class PollSpec(Generic[T]):
    """Call that reads a job, its status, and the statuses that end it."""

    __slots__ = ("id", "read", "status", "terminal_statuses")

    def __init__(
        self,
        id: str,  # noqa: A002 - as the vendors name it
        read: Call[T],
        status: Callable[[T], str],
        terminal_statuses: frozenset[str],
    ) -> None:
        self.id = id
        self.read = read
        self.status = status
        self.terminal_statuses = terminal_statuses


class _BaseJob(Generic[S, T]):
    """Base of the sync and the async job.

    Args:
        send: Sender of the client; None for a job that was unpickled.
        spec: Function of a module that returns how to read the job, so it can be pickled.
        arguments: Its arguments, such as the ID of the job.
        started: Payload of the response to the start; None without one.
        is_new: True if the call has started the job.
    """

    def __init__(
        self,
        send: Any,
        spec: Callable[..., PollSpec[T]],
        arguments: tuple[Any, ...],
        started: S,
        *,
        is_new: bool,
    ) -> None:
        self.started = started
        """Payload of the response to the start; None for a job that was resumed."""
        self.is_new = is_new
        """False if an earlier job was found or resumed."""
        self._send = send
        self._make_spec = spec
        self._arguments = arguments
        self._spec = spec(*arguments)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r}, is_new={self.is_new})"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        state = (self._make_spec, self._arguments, self.started, self.is_new)
        return (_unpickled, (type(self), *state))

    @property
    def id(self) -> str:
        """ID of the job at the vendor."""
        return self._spec.id

    def with_client(self, client: Any) -> Self:
        """Return the job for a client, such as after it was unpickled.

        Raises:
            InvalidArgumentTypeError: The client is missing, of the other kind, or of another
                vendor.
        """
        send = getattr(client, "_send", None)
        if send is None or hasattr(client, "__aenter__") is not self._is_async:
            raise InvalidArgumentTypeError(
                f"client must be {'an async' if self._is_async else 'a sync'} client,"
                f" got {type(client).__name__}.",
                argument="client",
            )
        operation = self._spec.read.operation.id
        if not operation.startswith(f"{getattr(client, 'VENDOR', '')}_"):
            raise InvalidArgumentTypeError(
                f"client must be of the vendor of {operation}, got {type(client).__name__}.",
                argument="client",
            )
        state = (self._make_spec, self._arguments, self.started)
        return type(self)(send, *state, is_new=self.is_new)

    _is_async = False

    @property
    def _sender(self) -> Any:
        if self._send is None:
            raise ConfigurationError(
                f"The job {self.id} was unpickled and has no client. Call job.with_client(client)."
            )
        return self._send

    def _has_ended(self, state: T) -> bool:
        return self._spec.status(state) in self._spec.terminal_statuses

    def _name_in(self, error: DeadlineExceeded, state: T | None) -> DeadlineExceeded:
        """Add the job and its last status to the error of a wait."""
        status = "" if state is None else f" Its last status is {self._spec.status(state)}."
        text = str(error).rstrip(".")
        error.args = (f"{text}. The job {self.id} goes on.{status}",)
        return error


def _unpickled(
    kind: "type[_BaseJob[Any, Any]]",
    spec: Callable[..., PollSpec[Any]],
    arguments: tuple[Any, ...],
    started: Any,
    is_new: bool,
) -> "_BaseJob[Any, Any]":
    return kind(None, spec, arguments, started, is_new=is_new)


class Job(_BaseJob[S, T]):
    """A job at the vendor. It pickles without its client; see `with_client`."""

    def read(self) -> T:
        """Return the current state of the job."""
        sender = cast("Sender", self._sender)
        return sender(self._spec.read)

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
            DeadlineExceeded: The time is over. The job itself goes on; the message has its ID.
        """
        report = validate_callback("on_progress", on_progress, may_be_async=False)
        shared = cast("Sender", self._sender).with_shared_deadline(deadline)
        seen: T | None = None
        intervals = _poll_intervals()
        while True:
            try:
                state: T = shared(self._spec.read)
            except DeadlineExceeded as error:
                raise self._name_in(error, seen) from error.__cause__
            if report is not None and state != seen:
                report(state)
            if self._has_ended(state):
                return state
            seen = state
            try:
                shared.pause(next(intervals))
            except DeadlineExceeded as error:
                raise self._name_in(error, seen) from None


class AsyncJob(_BaseJob[S, T]):
    """A job at the vendor, for asyncio. It pickles without its client; see `with_client`."""

    _is_async = True

    async def read(self) -> T:
        """Return the current state of the job."""
        sender = cast("AsyncSender", self._sender)
        return await sender(self._spec.read)

    async def wait(
        self,
        *,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
    ) -> T:
        """Return the job when it has ended, as `Job.wait`; `on_progress` may be a coroutine."""
        report = validate_callback("on_progress", on_progress, may_be_async=True)
        shared = cast("AsyncSender", self._sender).with_shared_deadline(deadline)
        seen: T | None = None
        intervals = _poll_intervals()
        while True:
            try:
                state: T = await shared(self._spec.read)
            except DeadlineExceeded as error:
                raise self._name_in(error, seen) from error.__cause__
            if report is not None and state != seen:
                done = report(state)
                if isawaitable(done):
                    await done
            if self._has_ended(state):
                return state
            seen = state
            try:
                await shared.pause(next(intervals))
            except DeadlineExceeded as error:
                raise self._name_in(error, seen) from None


def _poll_intervals() -> Iterator[float]:
    seconds = _FIRST_WAIT
    while True:
        yield seconds
        seconds = min(_LONGEST_WAIT, seconds * 1.5)
