"""Requests for the tokens that a call needs, before the call itself is sent."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from typing import Any

import httpx
from campaignkit_runtime.clock import Clock

from ._connection_errors import safe_cause
from ._exceptions import CampaignKitError
from ._exchange import Exchange
from ._response_body import ResponseReader
from ._tokens import MAX_TOKEN_BYTES, TokenAuth, token_failure

_NO_RESPONSE = "the token endpoint did not respond."
_TOO_LATE = "the deadline passed before the token arrived."


def due_tokens(exchange: Exchange[Any], clock: Clock) -> list[TokenAuth]:
    """Return the credentials of a call whose token must be requested first."""
    now = clock.monotonic()
    return [key for key in exchange.auth.keys if isinstance(key, TokenAuth) and key.is_due(now)]


def authorize(
    exchange: Exchange[httpx.Client], clock: Clock, seconds: float | None, *, is_shared: bool
) -> CampaignKitError | None:
    """Request each token that a call lacks; return the error if that fails.

    Args:
        exchange: The call.
        clock: The clock of the client.
        seconds: How long to wait for another call that requests the token.
        is_shared: True if the caller's own connections are used.

    """
    for auth in due_tokens(exchange, clock):
        if not auth.lock.acquire(timeout=-1 if seconds is None else seconds):
            return token_failure(exchange.call, _TOO_LATE, is_timeout=True)
        try:
            if auth.is_due(clock.monotonic()) and (
                failure := _request_token(auth, exchange, clock, is_shared=is_shared)
            ):
                return failure
        finally:
            auth.lock.release()
    return None


async def authorize_async(
    exchange: Exchange[httpx.AsyncClient], clock: Clock, *, is_shared: bool
) -> CampaignKitError | None:
    """Request each token that a call lacks, for asyncio; return the error if that fails."""
    for auth in due_tokens(exchange, clock):
        async with auth.loop_locks.current():
            if auth.is_due(clock.monotonic()) and (
                failure := await _request_token_async(auth, exchange, clock, is_shared=is_shared)
            ):
                return failure
    return None


def _request_token(
    auth: TokenAuth, exchange: Exchange[httpx.Client], clock: Clock, *, is_shared: bool
) -> CampaignKitError | None:
    try:
        request = auth.request(exchange.request)
        reader = _reader(request)
        with _client(exchange, request, is_shared=is_shared) as http:
            response = http.send(request, auth=None, follow_redirects=False, stream=True)
            with closing(response):
                if not _is_read(reader, response):
                    for part in response.iter_raw():
                        reader.feed(part)
        reader.finish()
    except Exception as error:  # of httpx, a transport or a hook
        return _failed(exchange, error)
    return auth.accept(exchange.call, response.status_code, reader.content(), clock.monotonic())


async def _request_token_async(
    auth: TokenAuth, exchange: Exchange[httpx.AsyncClient], clock: Clock, *, is_shared: bool
) -> CampaignKitError | None:
    try:
        request = auth.request(exchange.request)
        reader = _reader(request)
        async with _async_client(exchange, request, is_shared=is_shared) as http:
            response = await http.send(request, auth=None, follow_redirects=False, stream=True)
            try:
                if not _is_read(reader, response):
                    async for part in response.aiter_raw():
                        reader.feed(part)
            finally:
                await response.aclose()
        reader.finish()
    except Exception as error:
        return _failed(exchange, error)
    return auth.accept(exchange.call, response.status_code, reader.content(), clock.monotonic())


def _reader(request: httpx.Request) -> ResponseReader:
    return ResponseReader(MAX_TOKEN_BYTES, request.extensions.get("deadline"))


def _is_read(reader: ResponseReader, response: httpx.Response) -> bool:
    """Begin to read a response; return True if a transport or a hook has read it already."""
    if response.is_stream_consumed:
        reader.take_decoded(response.content)
    else:
        reader.start(response.headers.get("content-encoding", ""))
    return response.is_stream_consumed


def _failed(exchange: Exchange[Any], error: Exception) -> CampaignKitError:
    if isinstance(error, CampaignKitError):
        return error
    is_timeout = isinstance(error, httpx.TimeoutException)
    return token_failure(exchange.call, _NO_RESPONSE, safe_cause(error), is_timeout=is_timeout)


# Our own connections lead to the API only. An endpoint elsewhere gets a client for one request.


@contextmanager
def _client(
    exchange: Exchange[httpx.Client], request: httpx.Request, *, is_shared: bool
) -> Iterator[httpx.Client]:
    if is_shared or _is_same_origin(request, exchange.request):
        yield exchange.http
    else:
        with httpx.Client(trust_env=request.url.scheme == "https") as http:
            yield http


@asynccontextmanager
async def _async_client(
    exchange: Exchange[httpx.AsyncClient], request: httpx.Request, *, is_shared: bool
) -> AsyncIterator[httpx.AsyncClient]:
    if is_shared or _is_same_origin(request, exchange.request):
        yield exchange.http
    else:
        async with httpx.AsyncClient(trust_env=request.url.scheme == "https") as http:
            yield http


def _is_same_origin(request: httpx.Request, other: httpx.Request) -> bool:
    return _origin(request.url) == _origin(other.url)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port
