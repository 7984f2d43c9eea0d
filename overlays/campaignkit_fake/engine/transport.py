"""Transport for httpx clients of the same process, without sockets and waits."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from math import inf
from typing import TYPE_CHECKING

import httpx
from werkzeug import Request, Response

from .faults import ConnectionDropped

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

IN_PROCESS = "campaignkit_fake.in_process"
"""Variable in the WSGI environment of a request that came without HTTP."""

Handler = Callable[[Request, Callable[[float], object]], Response]


def make_transport(handler: Handler, advance: Callable[[float], object]) -> httpx.MockTransport:
    """Return a transport that passes every request to a handler and its failures to the client.

    Args:
        handler: Handler of the app; it takes a request and a function that sleeps.
        advance: Called with the part of a delay that the client waits for, in seconds.
    """

    def handle(request: httpx.Request) -> httpx.Response:
        environ = _environ(request)
        limit = request.extensions.get("timeout", {}).get("read")
        timeout = _ReadTimeout(inf if limit is None else limit, advance)
        try:
            response = handler(Request(environ), timeout.wait)
        except ConnectionDropped:
            response = None
        # Raised only now, because the timeout of a client does not undo the effect on the server.
        if timeout.is_expired:
            raise httpx.ReadTimeout("The read operation timed out", request=request)
        if response is None:
            raise httpx.RemoteProtocolError(
                "Server disconnected without sending a response.", request=request
            )
        headers = response.get_wsgi_headers(environ)
        return httpx.Response(
            response.status_code,
            headers=headers.to_wsgi_list(),
            stream=_ResponseStream(
                response.get_app_iter(environ), headers.get("Content-Length", 0, int)
            ),
        )

    return httpx.MockTransport(handle)


@dataclass
class _ReadTimeout:
    """Read timeout of a client, in seconds."""

    seconds: float
    advance: Callable[[float], object]
    is_expired: bool = False

    def wait(self, seconds: float) -> None:
        """Wait for a delay, but not beyond the timeout."""
        self.advance(min(seconds, self.seconds))
        self.is_expired = seconds > self.seconds


class _ResponseStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Body of a response, at most as long as its Content-Length; it may be incomplete."""

    def __init__(self, parts: Iterable[bytes], length: int) -> None:
        self._parts = parts
        self._length = length

    def __iter__(self) -> Iterator[bytes]:
        left = self._length
        try:
            for part in self._parts:
                yield part[:left]
                left -= len(part)
                if left <= 0:  # bytes after the Content-Length are not read
                    return
        except ConnectionDropped as dropped:
            message = f"peer closed connection without sending complete message body ({dropped})"
            raise httpx.RemoteProtocolError(message) from None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


def _environ(request: httpx.Request) -> "WSGIEnvironment":
    headers: dict[str, str] = {}
    for name, value in request.headers.multi_items():
        variable = "HTTP_" + name.upper().replace("-", "_")
        headers[variable] = f"{headers[variable]},{value}" if variable in headers else value
    content_type = headers.pop("HTTP_CONTENT_TYPE", "")
    return {
        **headers,
        IN_PROCESS: True,
        "REQUEST_METHOD": request.method,
        "REQUEST_URI": request.url.raw_path.decode("ascii"),
        "QUERY_STRING": request.url.query.decode("ascii"),
        "CONTENT_TYPE": content_type,
        "CONTENT_LENGTH": str(len(request.content)),
        "SERVER_NAME": request.url.host,
        "SERVER_PORT": str(request.url.port or 80),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": request.url.scheme,
        "wsgi.input": BytesIO(request.content),
    }
