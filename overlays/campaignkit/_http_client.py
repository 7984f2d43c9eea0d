"""Carrier of the calls of a client: opened at the first call, once in each process."""

import os
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import httpx
from campaignkit_runtime.fork_safety import setting_up
from campaignkit_runtime.operations import Call
from campaignkit_runtime.rate_limiter import RateLimiter

from ._auth import CallAuth
from ._config import Config
from ._exceptions import ConfigurationError
from ._key_sources import current_auth

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

HttpClientT = TypeVar("HttpClientT", httpx.Client, httpx.AsyncClient)


class _Carrier(Protocol):
    @property
    def is_closed(self) -> bool:
        """True if the caller has closed it."""
        ...

    def reserve(self, connections: int) -> None:
        """Let that many calls be under way at once."""
        ...


CarrierT = TypeVar("CarrierT", bound=_Carrier)


class _ProcessState(Generic[CarrierT]):
    """State of one process: the carrier that it has opened."""

    __slots__ = ("carrier",)

    def __init__(self) -> None:
        self.carrier: CarrierT | None = None


class CarrierHandle(Generic[CarrierT]):
    """Carrier of the calls of a client, opened at the first call.

    Opening is late because a TLS context takes longer than the whole import.
    `has_external_connections` is True if the caller passed an httpx client or a transport, and
    `is_external` if an httpx client.
    """

    def __init__(
        self,
        config: Config,
        open_carrier: Callable[[], CarrierT],
        *,
        is_external: bool = False,
        has_external_connections: bool = False,
    ) -> None:
        self.limiter = RateLimiter()
        self.batch_size_limits: dict[str, int] = {}
        """Largest number of ids in one request, by operation, if the server refused more."""
        self.is_external = is_external
        self.has_external_connections = has_external_connections
        self.config = config
        self.has_key_sources = config.has_key_sources
        self._open_carrier: Callable[[], CarrierT] = open_carrier
        self._is_closed = False
        self._max_connections = 0
        # The child of a fork must neither use nor close the connections of its parent.
        self._by_process: dict[int, _ProcessState[CarrierT]] = {os.getpid(): _ProcessState()}

    @property
    def origin(self) -> str:
        """Host and port of the server, and those of a proxy before it."""
        return self.config.origin if self.has_external_connections else self.config.route

    def prepare(self, call: Call[Any]) -> tuple[CarrierT, CallAuth]:
        """Return the carrier of a call, and its key.

        Raises:
            ConfigurationError: The client is closed, or has no key for the call.
        """
        carrier = self.open()
        if self._is_closed or carrier.is_closed:
            raise ConfigurationError("The client is closed. Make a new one.")
        auth = self.config.auth(call)
        return carrier, current_auth(auth) if self.has_key_sources else auth

    def auth(self, call: Call[Any]) -> CallAuth:
        """Return the credentials of a call, whose keys may still have to be asked for."""
        return self.config.auth(call)

    def reserve(self, connections: int) -> None:
        """Let that many calls be under way at once, if it is more than before."""
        if connections <= self._max_connections:
            return
        with setting_up:
            self._max_connections = max(self._max_connections, connections)
            state = self._by_process.get(os.getpid())
            if state is not None and state.carrier is not None:
                state.carrier.reserve(self._max_connections)

    def close(self) -> CarrierT | None:
        """Refuse further calls; return the carrier to close, if there is one."""
        self._is_closed = True
        state = self._by_process.get(os.getpid())
        return state.carrier if state else None

    def __del__(self) -> None:
        state = self._by_process.get(os.getpid())
        is_open = state is not None and state.carrier is not None and not self._is_closed
        if is_open and not self.has_external_connections:
            message = "A campaignkit client was not closed. Use a with statement, or call close()."
            warnings.warn(message, ResourceWarning, stacklevel=2, source=self)

    def open(self) -> CarrierT:
        """Return the carrier of this process."""
        state = self._by_process.get(os.getpid()) or self._add_process()
        if state.carrier is not None:
            return state.carrier
        with setting_up:
            if state.carrier is None:
                carrier = self._open_carrier()
                carrier.reserve(self._max_connections)
                state.carrier = carrier
            return state.carrier

    def _add_process(self) -> _ProcessState[CarrierT]:
        """Return the state of a forked process, which has opened nothing yet."""
        if self.has_external_connections:
            raise ConfigurationError(
                "The client was made before this process was forked, and its http_client= or"
                " transport= belongs to the parent process. Make a new client in this process."
            )
        return self._by_process.setdefault(os.getpid(), _ProcessState())


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
