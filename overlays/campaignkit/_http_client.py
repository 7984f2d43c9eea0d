"""httpx client behind one of our clients: opened at the first call, once in each process."""

import os
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import httpx
from campaignkit_runtime.fork_safety import setting_up
from campaignkit_runtime.operations import Call
from campaignkit_runtime.rate_limiter import RateLimiter

from ._auth import CallAuth
from ._config import Config
from ._exceptions import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError
from ._transports.requests import make_request_factory

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

HttpClientT = TypeVar("HttpClientT", httpx.Client, httpx.AsyncClient)
RequestFactory = Callable[[Call[Any]], httpx.Request]

# If the connection of such a call died while it was idle, the outcome is unknown.
_SENT_ONCE = ("verify", "never")


class _ProcessState(Generic[HttpClientT]):
    """State of one process: the httpx client that it has opened."""

    __slots__ = ("opened",)

    def __init__(self) -> None:
        self.opened: tuple[HttpClientT, RequestFactory] | None = None


class HttpClientHandle(Generic[HttpClientT]):
    """httpx client with its request factory: the caller's own, or opened at the first call.

    Opening is late because a TLS context takes longer than the whole import.
    `has_external_connections` is True if the caller passed an httpx client or a transport.
    """

    def __init__(
        self,
        config: Config,
        http_client: HttpClientT | None,
        open_client: Callable[[], HttpClientT],
        *,
        has_external_connections: bool = False,
    ) -> None:
        self.limiter = RateLimiter()
        self.batch_size_limits: dict[str, int] = {}
        """Largest number of ids in one request, by operation, if the server refused more."""
        self._config = config
        self._external: HttpClientT | None = http_client
        self._open_client: Callable[[], HttpClientT] = open_client
        self.has_external_connections = has_external_connections
        self._is_closed = False
        # The child of a fork must neither use nor close the connections of its parent.
        self._by_process: dict[int, _ProcessState[HttpClientT]] = {os.getpid(): _ProcessState()}

    @property
    def is_external(self) -> bool:
        """True if the caller's own httpx client sends the calls."""
        return self._external is not None

    @property
    def origin(self) -> str:
        """Host and port of the server, and those of a proxy before it."""
        return self._config.origin if self.has_external_connections else self._config.route

    def prepare(self, call: Call[Any]) -> tuple[HttpClientT, httpx.Request, CallAuth]:
        """Return the httpx client for a call, its request, and its key.

        Raises:
            ConfigurationError: The client is closed, or has no key for the call.
            InvalidArgumentError: The library cannot make a request of the arguments.

        """
        http, make_request = self._open()
        if self._is_closed or http.is_closed:
            raise ConfigurationError("The client is closed. Make a new one.")
        auth = self._config.auth(call)
        kind: type[InvalidArgumentError] = InvalidArgumentError
        try:
            request = make_request(call)
        except httpx.InvalidURL as error:
            message = f"{call.operation.id}: no URL can hold the arguments ({error})."
            message = f"{message} Pass fewer at once."
        except Exception as error:  # of any class, from inside httpx; nothing was sent
            message = f"{call.operation.id}: no request can hold the arguments"
            message = f"{message} ({type(error).__name__}). Check their types and characters."
            kind = InvalidArgumentTypeError if isinstance(error, TypeError) else kind
        else:
            if call.operation.idempotency in _SENT_ONCE:
                request.extensions["fresh_connection"] = True
            return http, request, auth
        raise kind(message, operation=call.operation.id, method=call.operation.method)

    def close(self) -> HttpClientT | None:
        """Refuse further calls; return the httpx client to close, if there is one."""
        self._is_closed = True
        state = self._by_process.get(os.getpid())
        return state.opened[0] if state and state.opened and self._external is None else None

    def __del__(self) -> None:
        state = self._by_process.get(os.getpid())
        is_open = state is not None and state.opened is not None and not self._is_closed
        if is_open and not self.has_external_connections:
            message = "A campaignkit client was not closed. Use a with statement, or call close()."
            warnings.warn(message, ResourceWarning, stacklevel=2, source=self)

    def _add_process(self) -> _ProcessState[HttpClientT]:
        """Return the state of a forked process, which has opened nothing yet."""
        if self.has_external_connections:
            raise ConfigurationError(
                "The client was made before this process was forked, and its http_client= or"
                " transport= belongs to the parent process. Make a new client in this process."
            )
        return self._by_process.setdefault(os.getpid(), _ProcessState())

    def _open(self) -> tuple[HttpClientT, RequestFactory]:
        state = self._by_process.get(os.getpid()) or self._add_process()
        if state.opened is not None:
            return state.opened
        with setting_up:
            if state.opened is None:
                http = self._external or self._open_client()
                is_ours = self._external is None
                state.opened = http, make_request_factory(http, self._config, is_ours=is_ours)
            return state.opened


class EventLoopGuard:
    """Guard of the event loop of an httpx pool, which can wait forever in another loop."""

    def __init__(self) -> None:
        self._loop: AbstractEventLoop | None = None

    def check(self) -> None:
        """Raise a ConfigurationError if a second loop uses the pool of the first."""
        from asyncio import get_running_loop  # sync clients do not need it

        try:
            loop = get_running_loop()
        except RuntimeError:  # no asyncio
            return
        self._loop = self._loop or loop
        if self._loop is not loop:
            raise ConfigurationError(
                "The connections of the client belong to another event loop. Make a client for each"
                " loop, or leave out http_client= and transport=."
            )
