"""What passes through httpx, whosever client it is, told exchange by exchange."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import Any

import httpx

from ..exchange import Exchange

Tell = Callable[[Exchange], object]


@contextmanager
def witnessed(tell: Tell) -> Iterator[None]:
    """While the context lasts, every exchange is told as soon as its answer has been read.

    One whose body breaks off, or is not read to its end, is told without it.
    """
    clients: tuple[Any, Any] = httpx.Client, httpx.AsyncClient
    kept = [client.send for client in clients]
    for client, watched in zip(clients, (_sync(kept[0], tell), _async(kept[1], tell)), strict=True):
        client.send = watched
    try:
        yield
    finally:
        for client, send in zip(clients, kept, strict=True):
            client.send = send


def _sync(send: Callable[..., httpx.Response], tell: Tell) -> Callable[..., httpx.Response]:
    @wraps(send)
    def watched(*arguments: Any, **options: Any) -> httpx.Response:
        return _watched(send(*arguments, **options), tell)

    return watched


def _async(send: Callable[..., Any], tell: Tell) -> Callable[..., Any]:
    @wraps(send)
    async def watched(*arguments: Any, **options: Any) -> httpx.Response:
        return _watched(await send(*arguments, **options), tell)

    return watched


def _watched(response: httpx.Response, tell: Tell) -> httpx.Response:
    for redirect in response.history:
        tell(Exchange.from_httpx(redirect))
    try:
        response.content  # noqa: B018 - it raises where the body is still to come
    except httpx.ResponseNotRead:
        response.stream = _Overheard(response, tell)
    else:
        tell(Exchange.from_httpx(response))
    return response


def _exchange(response: httpx.Response, raw: bytes | None) -> Exchange:
    """The exchange of an answer of which this was read, still as it was encoded."""
    again = httpx.Response(
        response.status_code,
        headers=response.headers,
        request=response.request,
        stream=httpx.ByteStream(raw or b""),
    )
    try:
        again.read()
    except httpx.DecodingError:
        return _exchange(response, None)
    exchange = Exchange.from_httpx(again)
    return exchange if raw is not None else replace(exchange, body=None)


class _Overheard(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as it is read; its exchange is told once, at the end or where it is closed before."""

    def __init__(self, response: httpx.Response, tell: Tell) -> None:
        self._stream: Any = response.stream
        self._response: httpx.Response | None = response
        self._tell = tell
        self._parts: list[bytes] = []

    def _end(self, body: bytes | None) -> None:
        if response := self._response:
            self._response = None  # each holds the other
            self._tell(_exchange(response, body))

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
