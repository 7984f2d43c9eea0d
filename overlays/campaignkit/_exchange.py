"""One request and its response, observed inside of httpx.

httpx closes a response early when a hook of its client raises, or when a `Location` is not a URL.
The data that has arrived would be lost, so in these two cases it is read before.
"""

import copy
from contextlib import suppress
from typing import Any, Generic

import httpx
from campaignkit_runtime.decoding.items import OnBadItem
from campaignkit_runtime.operations import Call, ContentDecoder

from ._auth import CallAuth
from ._http_client import HttpClientT
from ._response_body import ResponseReader

_EXTENSION = "campaignkit"


class Exchange(Generic[HttpClientT]):
    """One request under way, and what has arrived for it so far."""

    is_direct = False

    def __init__(
        self,
        call: Call[Any],
        http: HttpClientT,
        request: httpx.Request,
        auth: CallAuth,
        reader: ResponseReader,
        *,
        is_external: bool,
        on_bad_item: OnBadItem = "raise",
    ) -> None:
        self.call = call
        self.http: HttpClientT = http
        self.request = request
        self.auth = auth
        self.reader = reader
        self.is_external = is_external
        self.on_bad_item: OnBadItem = on_bad_item
        self.is_handed_over = not is_external
        """Whether the request has passed all hooks of the caller's client."""
        self.status_code: int | None = None
        self.headers = httpx.Headers()
        self.is_complete = False
        self._observed: HttpClientT = http
        self._is_early = False
        self._raw: list[bytes] = []
        request.extensions[_EXTENSION] = self

    def client(self, on_response: Any, on_request: Any) -> HttpClientT:
        """Return the httpx client to send with: the caller's own is observed by a copy of it.

        The copy shares all but the list of hooks, so the caller's client stays as it is.
        """
        if not self.is_external:
            return self.http
        http: HttpClientT = copy.copy(self.http)
        self._observed = http
        hooks: dict[str, list[Any]] = self.http.event_hooks
        self._is_early = bool(hooks.get("response"))
        http.event_hooks = {
            "request": [*hooks.get("request", []), on_request],
            "response": [on_response, *hooks.get("response", [])],
        }
        return http

    @property
    def is_sent(self) -> bool:
        """True if the server may have received a part of the request.

        Our own transport reports if a byte was written; another transport may have sent all of it.
        """
        is_sent: bool = self.request.extensions.get("is_sent", True)
        return is_sent

    @property
    def is_closed(self) -> bool:
        """Whether the httpx client has been closed."""
        return self.http.is_closed or self._observed.is_closed

    def is_due(self, response: httpx.Response) -> bool:
        """Return whether a response must be read before httpx goes on with it."""
        self._is_early |= response.has_redirect_location
        return self._is_early

    def start(self, response: httpx.Response) -> bool:
        """Take the head of a response; return False if that is all that can be read of it."""
        self.status_code = response.status_code
        self.headers = response.headers
        self._redirect(response)
        if response.is_stream_consumed:
            self.reader.take_decoded(response.content)
            self._detach(response, b"")
            return False
        self.reader.start(response.headers.get("content-encoding", ""))
        return True

    def _redirect(self, response: httpx.Response) -> None:
        """Let the target of the call take the content of a success that is not JSON."""
        target, decoder = self.call.target, self.call.operation.decoder(response.status_code)
        if target is not None and decoder is not None:
            decoder = decoder.for_content_type(response.headers.get("content-type", ""))
            if isinstance(decoder, ContentDecoder):
                self.reader.redirect(target.begin())

    def feed(self, data: bytes) -> None:
        """Take raw bytes of the body."""
        self.reader.feed(data)
        if self._is_early:
            self._raw.append(data)

    def finish(self, response: httpx.Response) -> None:
        """Take the end of the body; leave the response with a copy that hooks can read."""
        self.reader.finish()
        self._detach(response, b"".join(self._raw))
        self._raw.clear()

    def _detach(self, response: httpx.Response, raw: bytes) -> None:
        # A response and its stream refer to each other. Without the stream, the body is freed with
        # the response instead of by the garbage collector.
        response.stream = httpx.ByteStream(raw)
        self.is_complete = True

    def response_of(self, error: Exception) -> httpx.Response | None:
        """Return the response that an exception brings, if none has arrived by another way.

        A transport can raise it for another request, such as a request for a token.
        """
        if self.status_code is not None or not isinstance(error, httpx.HTTPStatusError):
            return None
        mine, other = self.request, vars(error).get("_request")
        response: httpx.Response | None = vars(error).get("response")
        if response is None or other is None or not self.is_handed_over:
            return None
        is_mine = other is mine or (other.method, other.url) == (mine.method, mine.url)
        return response if is_mine else None

    def close(self) -> None:
        """Drop the reference from the request, which refers to this exchange too."""
        self.request.extensions.pop(_EXTENSION, None)


def exchange_of(request: httpx.Request) -> Exchange[Any]:
    """Return the exchange that a request is part of."""
    exchange: Exchange[Any] = request.extensions[_EXTENSION]
    return exchange


def hand_over(request: httpx.Request) -> None:
    """Note that all other request hooks have run: a hook of httpx."""
    exchange_of(request).is_handed_over = True


async def hand_over_async(request: httpx.Request) -> None:
    """Note that all other request hooks have run: a hook of httpx."""
    hand_over(request)


def receive(response: httpx.Response) -> None:
    """Read a response that might get lost, before any other hook runs: a hook of httpx."""
    exchange = response.request.extensions.get(_EXTENSION)  # None for the request of a token
    if exchange is not None and exchange.is_due(response):
        read(exchange, response)


async def receive_async(response: httpx.Response) -> None:
    """Read a response that might get lost, before any other hook runs: a hook of httpx."""
    exchange = response.request.extensions.get(_EXTENSION)
    if exchange is not None and exchange.is_due(response):
        await read_async(exchange, response)


def read(exchange: Exchange[Any], response: httpx.Response) -> None:
    """Read a response to its end, and close its stream."""
    stream: Any = response.stream
    try:
        if not exchange.start(response):
            return
        for data in stream:
            exchange.feed(data)
    finally:
        # What has arrived counts, also if the connection cannot be closed properly.
        with suppress(Exception):
            stream.close()
    exchange.finish(response)


async def read_async(exchange: Exchange[Any], response: httpx.Response) -> None:
    """Read a response to its end, and close its stream."""
    stream: Any = response.stream
    try:
        if not exchange.start(response):
            return
        async for data in stream:
            exchange.feed(data)
    finally:
        with suppress(Exception):
            await stream.aclose()
    exchange.finish(response)
