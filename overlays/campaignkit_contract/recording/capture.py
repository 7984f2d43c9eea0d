"""Capture of every exchange that passes through httpx, in any client of the process."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import Any

import httpx

from ..exchange import Exchange

OnExchange = Callable[[Exchange], object]


@contextmanager
def capture_exchanges(on_exchange: OnExchange) -> Iterator[None]:
    """Pass every exchange to the callback as soon as its response has been read.

    A response whose body breaks off, or is closed early, is passed without its body.
    """
    clients: tuple[Any, Any] = httpx.Client, httpx.AsyncClient
    originals = [client.send for client in clients]
    clients[0].send = _capturing(originals[0], on_exchange)
    clients[1].send = _async_capturing(originals[1], on_exchange)
    try:
        yield
    finally:
        for client, send in zip(clients, originals, strict=True):
            client.send = send


def _capturing(
    send: Callable[..., httpx.Response], on_exchange: OnExchange
) -> Callable[..., httpx.Response]:
    @wraps(send)
    def capturing(*arguments: Any, **options: Any) -> httpx.Response:
        return _capture(send(*arguments, **options), on_exchange)

    return capturing


def _async_capturing(send: Callable[..., Any], on_exchange: OnExchange) -> Callable[..., Any]:
    @wraps(send)
    async def capturing(*arguments: Any, **options: Any) -> httpx.Response:
        return _capture(await send(*arguments, **options), on_exchange)

    return capturing


def _capture(response: httpx.Response, on_exchange: OnExchange) -> httpx.Response:
    for redirect in response.history:
        on_exchange(Exchange.from_httpx(redirect))
    try:
        response.content  # noqa: B018 - raises if the body has not been read
    except httpx.ResponseNotRead:
        response.stream = _RecordingStream(response, on_exchange)
    else:
        on_exchange(Exchange.from_httpx(response))
    return response


def exchange_of(response: httpx.Response, raw: bytes | None) -> Exchange:
    """Return the exchange of a response with the given body, which is still encoded.

    Args:
        response: The response, whose body need not have been read.
        raw: The body; None if it is not known. A body that cannot be decoded is not known.
    """
    copy = httpx.Response(
        response.status_code,
        headers=response.headers,
        request=response.request,
        stream=httpx.ByteStream(raw or b""),
    )
    try:
        copy.read()
    except httpx.DecodingError:
        return exchange_of(response, None)
    exchange = Exchange.from_httpx(copy)
    return exchange if raw is not None else replace(exchange, body=None)


class _RecordingStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Body that reports its exchange once: at its end, or when it is closed before."""

    def __init__(self, response: httpx.Response, on_exchange: OnExchange) -> None:
        self._stream: Any = response.stream
        self._response: httpx.Response | None = response
        self._on_exchange = on_exchange
        self._parts: list[bytes] = []

    def _end(self, body: bytes | None) -> None:
        if response := self._response:
            self._response = None  # breaks the reference cycle
            self._on_exchange(exchange_of(response, body))

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            self._parts.append(part)
            yield part
        self._end(b"".join(self._parts))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            self._parts.append(part)
            yield part
        self._end(b"".join(self._parts))

    def close(self) -> None:
        self._stream.close()
        self._end(None)

    async def aclose(self) -> None:
        await self._stream.aclose()
        self._end(None)
