"""Sends a call and hands back its payload, or raises.

An attempt returns its error instead of raising it: what retries go round is `_attempt`.
"""

from typing import TypeVar

import httpx
from campaignkit_api.client import Call, RawResponse

from ._envelope import Answer, no_answer, unwrap
from ._errors import CampaignKitError, ConfigurationError
from ._settings import Settings

T = TypeVar("T")


class Sender:
    """Sends through an httpx client."""

    def __init__(self, http: httpx.Client, settings: Settings) -> None:
        self._http = http
        self._settings = settings

    def __call__(self, call: Call[T], /) -> T:
        """The payload of the answer."""
        return (self._answer(call)).payload

    def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The answer as it came, with its payload."""
        return (self._answer(call)).raw()

    def _answer(self, call: Call[T]) -> Answer[T]:
        _refuse_closed(self._http)
        result = self._attempt(call)
        if isinstance(result, CampaignKitError):
            raise result
        return result

    def _attempt(self, call: Call[T]) -> Answer[T] | CampaignKitError:
        request = self._http.build_request(**self._settings.request(call))
        try:
            # A redirect is never followed: the key would go where it points.
            response = self._http.send(request, auth=self._settings.auth, follow_redirects=False)
        except httpx.HTTPError as error:
            return no_answer(call, error)
        return unwrap(call, response)


class AsyncSender:
    """Sends through an httpx client, for asyncio."""

    def __init__(self, http: httpx.AsyncClient, settings: Settings) -> None:
        self._http = http
        self._settings = settings

    async def __call__(self, call: Call[T], /) -> T:
        """The payload of the answer."""
        return (await self._answer(call)).payload

    async def raw(self, call: Call[T], /) -> RawResponse[T]:
        """The answer as it came, with its payload."""
        return (await self._answer(call)).raw()

    async def _answer(self, call: Call[T]) -> Answer[T]:
        _refuse_closed(self._http)
        result = await self._attempt(call)
        if isinstance(result, CampaignKitError):
            raise result
        return result

    async def _attempt(self, call: Call[T]) -> Answer[T] | CampaignKitError:
        request = self._http.build_request(**self._settings.request(call))
        try:
            response = await self._http.send(
                request, auth=self._settings.auth, follow_redirects=False
            )
        except httpx.HTTPError as error:
            return no_answer(call, error)
        return unwrap(call, response)


def _refuse_closed(http: httpx.Client | httpx.AsyncClient) -> None:
    if http.is_closed:
        raise ConfigurationError("this client is closed: make a new one")
