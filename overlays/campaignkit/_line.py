"""The httpx client behind a client of ours: opened at the first call, in each process its own."""

import os
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import httpx
from campaignkit_runtime.fork_safety import setting_up
from campaignkit_runtime.operations import Call
from campaignkit_runtime.rate_limiter import RateLimiter

from ._auth import KeyAuth
from ._config import Config
from ._exceptions import ConfigurationError, InvalidArgumentError, InvalidArgumentTypeError
from ._transports.requests import make_request_factory

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

H = TypeVar("H", httpx.Client, httpx.AsyncClient)
RequestOf = Callable[[Call[Any]], httpx.Request]

# If the connection of such a call died while it was idle, the outcome is unknown.
_SENT_ONCE = ("verify", "never")


class _Held(Generic[H]):
    """What one process has opened."""

    __slots__ = ("opened",)

    def __init__(self) -> None:
        self.opened: tuple[H, RequestOf] | None = None


class Line(Generic[H]):
    """An httpx client and what makes its requests; a caller's own, or opened at the first call.

    Opening makes a TLS context, which takes longer than all of the import. `is_borrowed` says
    that a caller's own client or transport carries the calls.
    """

    def __init__(
        self,
        config: Config,
        own: H | None,
        open_client: Callable[[], H],
        *,
        is_borrowed: bool = False,
    ) -> None:
        self.limiter = RateLimiter()
        self.sizes: dict[str, int] = {}  # of batches, by operation, where the server wants fewer
        self._config = config
        self._own: H | None = own
        self._open_client: Callable[[], H] = open_client
        self.is_borrowed = is_borrowed
        self._is_closed = False
        # A fork's child must not speak through its parent's connections, nor close them: what
        # the parent holds stays here untouched.
        self._by_process: dict[int, _Held[H]] = {os.getpid(): _Held()}

    @property
    def is_external(self) -> bool:
        """Whether a caller's own httpx client carries the calls."""
        return self._own is not None

    @property
    def origin(self) -> str:
        """Host and port that the calls go to, and those of a proxy before them."""
        return self._config.origin if self.is_borrowed else self._config.route

    def prepare(self, call: Call[Any]) -> tuple[H, httpx.Request, KeyAuth]:
        """Return what sends a call, its request, and its key.

        Raises:
            ConfigurationError: The client is closed, or has no key for the call.
            InvalidArgumentError: The library cannot make a request of the arguments.

        """
        http, request_of = self._open()
        if self._is_closed or http.is_closed:
            raise ConfigurationError("this client is closed: make a new one")
        auth = self._config.auth(call)
        kind: type[InvalidArgumentError] = InvalidArgumentError
        try:
            request = request_of(call)
        except httpx.InvalidURL as error:
            what = f"{call.operation.id}: no URL can hold these arguments ({error})"
            what = f"{what}: pass fewer at once."
        except Exception as error:  # whatever the library does not take: nothing was sent
            what = f"{call.operation.id}: no request can hold these arguments"
            what = f"{what} ({type(error).__name__}). Check their types and characters."
            kind = InvalidArgumentTypeError if isinstance(error, TypeError) else kind
        else:
            if call.operation.idempotency in _SENT_ONCE:
                request.extensions["fresh_connection"] = True
            return http, request, auth
        raise kind(what, operation=call.operation.id, method=call.operation.method)

    def close(self) -> H | None:
        """Take no more calls; the httpx client that is now to be closed, if there is one."""
        self._is_closed = True
        held = self._by_process.get(os.getpid())
        return held.opened[0] if held and held.opened and self._own is None else None

    def __del__(self) -> None:
        held = self._by_process.get(os.getpid())
        if held and held.opened and not self._is_closed and not self.is_borrowed:
            what = "a campaignkit client was not closed: use it in a with statement, or close it"
            warnings.warn(what, ResourceWarning, stacklevel=2, source=self)

    def _begin(self) -> _Held[H]:
        """What a forked process begins with."""
        if self.is_borrowed:
            raise ConfigurationError(
                "this client came into this process by a fork, and with it the connections of its"
                " http_client= or transport=: make a new one here"
            )
        return self._by_process.setdefault(os.getpid(), _Held())

    def _open(self) -> tuple[H, RequestOf]:
        held = self._by_process.get(os.getpid()) or self._begin()
        if held.opened is not None:
            return held.opened
        with setting_up:
            if held.opened is None:
                http = self._own or self._open_client()
                is_ours = self._own is None
                held.opened = http, make_request_factory(http, self._config, is_ours=is_ours)
            return held.opened


class Loop:
    """The event loop that an httpx pool belongs to: in another one it can wait forever."""

    def __init__(self) -> None:
        self._loop: AbstractEventLoop | None = None

    def check(self) -> None:
        """Raise a ConfigurationError where a second loop uses the pool of the first."""
        from asyncio import get_running_loop  # which no sync client needs

        try:
            loop = get_running_loop()
        except RuntimeError:  # no asyncio
            return
        self._loop = self._loop or loop
        if self._loop is not loop:
            raise ConfigurationError(
                "the connections of this client belong to another event loop: make a client for"
                " each, or leave out http_client= and transport="
            )
