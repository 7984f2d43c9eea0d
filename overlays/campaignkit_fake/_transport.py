"""The way in for httpx clients of the same process: no socket, no waiting."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import httpx
from werkzeug import Request, Response

from ._faults import ConnectionDropped

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

Answer = Callable[[Request, Callable[[float], object]], Response]


def make_transport(answer: Answer) -> httpx.MockTransport:
    """Return a transport that hands every request to `answer` and its failures to the client."""

    def handle(request: httpx.Request) -> httpx.Response:
        environ = _environ(request)
        waited: list[float] = []
        try:
            response = answer(Request(environ), waited.append)
        except ConnectionDropped:
            response = None
        limit = request.extensions.get("timeout", {}).get("read")
        # Raised only now: a client that gives up does not undo what the server applied.
        if limit is not None and sum(waited) > limit:
            raise httpx.ReadTimeout("The read operation timed out", request=request)
        if response is None:
            raise httpx.RemoteProtocolError(
                "Server disconnected without sending a response.", request=request
            )
        return httpx.Response(
            response.status_code,
            headers=response.get_wsgi_headers(environ).to_wsgi_list(),
            stream=_Body(response.get_app_iter(environ)),
        )

    return httpx.MockTransport(handle)


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of an answer; it may break off."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = parts

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._parts
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
