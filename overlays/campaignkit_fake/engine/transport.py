"""The way in for httpx clients of the same process: no socket, no waiting."""

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
"""The variable of a request's environment that says that it came without HTTP."""

Answer = Callable[[Request, Callable[[float], object]], Response]


def make_transport(answer: Answer, advance: Callable[[float], object]) -> httpx.MockTransport:
    """Return a transport that hands every request to `answer` and its failures to the client.

    `advance` is called with the part of a delay that the client sits out.
    """

    def handle(request: httpx.Request) -> httpx.Response:
        environ = _environ(request)
        limit = request.extensions.get("timeout", {}).get("read")
        patience = _Patience(inf if limit is None else limit, advance)
        try:
            response = answer(Request(environ), patience.wait)
        except ConnectionDropped:
            response = None
        # Raised only now: a client that gives up does not undo what the server applied.
        if patience.is_over:
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
class _Patience:
    """How many seconds a client waits for an answer."""

    seconds: float
    advance: Callable[[float], object]
    is_over: bool = False

    def wait(self, seconds: float) -> None:
        """Let a delay pass, but not beyond the moment when the client gives up."""
        self.advance(min(seconds, self.seconds))
        self.is_over = seconds > self.seconds


class _ResponseStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of an answer, as long as the answer states; it may break off before."""

    def __init__(self, parts: Iterable[bytes], length: int) -> None:
        self._parts = parts
        self._length = length

    def __iter__(self) -> Iterator[bytes]:
        left = self._length
        try:
            for part in self._parts:
                yield part[:left]
                left -= len(part)
                if left <= 0:  # what comes after the stated end is not looked at
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
