"""Recording proxy: forwards the requests of any program and records each exchange.

A request is forwarded once and as it is. The proxy neither repeats it nor follows redirects.
"""

import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import httpx
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from ..exchange import Exchange
from ..spec.routes import Routes

OnExchange = Callable[[Exchange, str, float], object]
"""Called with each exchange, the base URL of its server and the seconds that it took."""

_LOOPBACK = "127.0.0.1"
_POLL_SECONDS = 0.02  # how long the end of serving may take
_TIMEOUT = httpx.Timeout(120)  # longer than the programs wait; they decide
# Headers of one connection, which a proxy must not pass on (RFC 9110, 7.6.1).
_CONNECTION_HEADERS = frozenset(
    {
        *("connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te"),
        *("trailer", "transfer-encoding", "upgrade", "host", "content-length"),
    }
)


class RecordingProxy:
    """WSGI application that forwards to the server of each path.

    Args:
        routes: Routes of the spec, whose servers are used.
        base_url: URL of one server for every path, instead of those of the spec.
        on_exchange: Receives each exchange.
        client: Sends the requests.
    """

    def __init__(
        self, routes: Routes, base_url: str, on_exchange: OnExchange, client: httpx.Client
    ) -> None:
        self._routes = routes
        self._base_url = base_url.rstrip("/")
        self._on_exchange = on_exchange
        self._client = client

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Forward a request of a WSGI server."""
        request = Request(environ)
        # The path as it was sent: a decoded one could not be encoded again.
        target = environ["REQUEST_URI"]
        response = self._forward(request, target)
        return response(environ, start_response)

    def _forward(self, request: Request, target: str) -> Response:
        base_url = self._base_url or self._server(target.partition("?")[0])
        if not base_url:
            return _error(404, "the spec has no such path; name its server by --base-url")
        sent = self._client.build_request(
            request.method,
            f"{base_url}{target}",
            headers=_passed_on(request.headers.items()),
            content=request.get_data(),
        )
        started_at = time.monotonic()
        try:
            received = self._client.send(sent)
        except httpx.HTTPError as error:
            return _error(502, f"the proxy has no response of the server: {type(error).__name__}")
        exchange = Exchange.from_httpx(received)
        self._on_exchange(exchange, base_url, time.monotonic() - started_at)
        headers = _passed_on(received.headers.multi_items(), {"content-encoding"})
        return Response(received.content, received.status_code, headers)

    def _server(self, path: str) -> str:
        """Return the server of a path, or nothing if the spec has no such path."""
        match = self._routes.match(path)
        return next(iter(match[0].servers), "") if match else ""


@contextmanager
def serve_proxy(proxy: RecordingProxy, port: int = 0) -> Iterator[str]:
    """Serve a proxy on the loopback interface and yield its URL.

    Raises:
        OSError: The port is in use.
    """
    # Bound here because Werkzeug ends the process when the port is in use.
    with socket.create_server((_LOOPBACK, port)) as listener:
        server = make_server(
            *(_LOOPBACK, port, proxy),
            threaded=True,
            request_handler=_QuietHandler,
            fd=listener.fileno(),
        )
    thread = Thread(target=server.serve_forever, args=(_POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield f"http://{_LOOPBACK}:{server.port}"
    finally:
        server.shutdown()
        thread.join()


def new_client() -> httpx.Client:
    """Return a client that sends a request once and follows no redirect."""
    return httpx.Client(timeout=_TIMEOUT, headers={}, follow_redirects=False)


class _QuietHandler(WSGIRequestHandler):
    """Handler that keeps connections and does not log, because paths contain personal data."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Write nothing."""


def _passed_on(
    headers: Iterable[tuple[str, str]], without: Iterable[str] = ()
) -> list[tuple[str, str]]:
    left_out = {*_CONNECTION_HEADERS, *without}
    return [(name, value) for name, value in headers if name.lower() not in left_out]


def _error(status: int, message: str) -> Response:
    return Response(f"campaignkit contract record: {message}\n", status, mimetype="text/plain")
