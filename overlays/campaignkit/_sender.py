"""Sends a call and hands back its payload, or raises.

An attempt returns its error instead of raising it: what retries go round is `_attempt`.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar

import httpx
from campaignkit_api.client import Call, RawResponse

from ._envelope import Answer, no_answer, unwrap
from ._errors import CampaignKitError, ConfigurationError
from ._http import let_go, requests_of
from ._settings import Settings

H = TypeVar("H", httpx.Client, httpx.AsyncClient)
T = TypeVar("T")
RequestOf = Callable[[Call[Any]], httpx.Request]


class Line(Generic[H]):
    """An httpx client and what makes its requests; a caller's own, or opened at the first call.

    Opening makes a TLS context, which takes longer than all of the import.
    """

    def __init__(self, settings: Settings, own: H | None, open_client: Callable[[], H]) -> None:
        self.auth = settings.auth
        self._settings = settings
        self._own: H | None = own
        self._open_client: Callable[[], H] = open_client
        self._opened: tuple[H, RequestOf] | None = None
        self._is_closed = False
        self._lock = Lock()

    def prepare(self, call: Call[Any]) -> tuple[H, httpx.Request]:
        """The client that sends, and the request of a call; an error where nothing can be sent."""
        http, request_of = self._opened or self._open()
        if self._is_closed or http.is_closed:
            raise ConfigurationError("this client is closed: make a new one")
        try:
            return http, request_of(call)
        except httpx.InvalidURL as error:
            what = f"{call.operation.id}: no URL can hold these arguments ({error})"
            raise ValueError(f"{what}: pass fewer at once") from None

    def close(self) -> H | None:
        """Take no more calls; the httpx client that is now to be closed, if there is one."""
        self._is_closed = True
        return self._opened[0] if self._opened and self._own is None else None

    def _open(self) -> tuple[H, RequestOf]:
        with self._lock:
            if self._opened is None:
                http = self._own or self._open_client()
                is_ours = self._own is None
                self._opened = http, requests_of(http, self._settings, is_ours=is_ours)
            return self._opened


class Sender:
    """Sends through an httpx client."""

    def __init__(self, line: Line[httpx.Client]) -> None:
        self._line = line

    def __call__(self, call: Call[T], /) -> T:
        """The payload of the answer."""
        return self._answer(call).payload

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The answer as it came, with its payload."""
        return self._answer(call).raw()

    def _answer(self, call: Call[T]) -> Answer[T]:
        result = self._attempt(call)
        if isinstance(result, CampaignKitError):
            raise result
        return result

    def _attempt(self, call: Call[T]) -> Answer[T] | CampaignKitError:
        http, request = self._line.prepare(call)
        try:
            # A redirect is never followed: the key would go where it points.
            response = http.send(request, auth=self._line.auth, follow_redirects=False)
        except httpx.HTTPError as error:
            return no_answer(call, error)
        let_go(response)
        return unwrap(call, response)


class AsyncSender:
    """Sends through an httpx client, for asyncio."""

    def __init__(self, line: Line[httpx.AsyncClient]) -> None:
        self._line = line

    async def __call__(self, call: Call[T], /) -> T:
        """The payload of the answer."""
        return (await self._answer(call)).payload

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The answer as it came, with its payload."""
        return (await self._answer(call)).raw()

    async def _answer(self, call: Call[T]) -> Answer[T]:
        result = await self._attempt(call)
        if isinstance(result, CampaignKitError):
            raise result
        return result

    async def _attempt(self, call: Call[T]) -> Answer[T] | CampaignKitError:
        http, request = self._line.prepare(call)
        try:
            response = await http.send(request, auth=self._line.auth, follow_redirects=False)
        except httpx.HTTPError as error:
            return no_answer(call, error)
        let_go(response)
        return unwrap(call, response)
