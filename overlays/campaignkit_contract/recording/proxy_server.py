"""HTTP server of the recording proxy, on the loopback interface.

It adds no header to a response. The servers of Werkzeug and the standard library add `Server`,
`Date` and `Connection`, and rewrite the headers of requests.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import IO, Any, cast

from werkzeug.serving import DechunkedInput

from .proxy import ProxyRequest, ProxyResponse, RecordingProxy

_LOOPBACK = "127.0.0.1"
_POLL_SECONDS = 0.02  # how long the end of serving may take


@contextmanager
def serve_proxy(proxy: RecordingProxy, port: int = 0) -> Iterator[str]:
    """Serve a proxy on the loopback interface and yield its URL.

    Raises:
        OSError: The port is in use.
    """
    server = _Server(proxy, port)
    thread = Thread(target=server.serve_forever, args=(_POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield f"http://{_LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    """Server with a thread for each connection. An idle connection does not delay its end."""

    daemon_threads = True

    def __init__(self, proxy: RecordingProxy, port: int) -> None:
        self.proxy = proxy
        super().__init__((_LOOPBACK, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print an error, unless the program has gone. Its response is already recorded."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Handler that keeps connections and does not log, because paths contain personal data."""

    server: _Server
    protocol_version = "HTTP/1.1"
    # With Nagle, the last part of a response waits 40 ms for an acknowledgement.
    disable_nagle_algorithm = True
    wbufsize = -1  # a small response is one send, head and body

    def __getattr__(self, name: str) -> Any:
        """Return the method for any HTTP method; the spec may lack it."""
        if name.startswith("do_"):
            return self._forward
        raise AttributeError(name)

    def handle_expect_100(self) -> bool:
        """Send `100 Continue` to a program that waits for it with its body."""
        super().handle_expect_100()
        self.wfile.flush()  # buffered, it would wait for the response
        return True

    def _forward(self) -> None:
        body = self._body()
        if body is None:
            self.close_connection = True  # An incomplete request is not forwarded.
            return
        request = ProxyRequest(self.command, self.path, self.headers.items(), body)
        self._send(self.server.proxy.forward(request))

    def _body(self) -> bytes | None:
        """Return the body of the request; None if it is incomplete."""
        try:
            if "chunked" in self.headers.get("Transfer-Encoding", "").lower():
                return DechunkedInput(cast(IO[bytes], self.rfile)).read()
            length = int(self.headers.get("Content-Length", "0"))
        except (OSError, ValueError):
            return None
        body = self.rfile.read(length)
        return body if len(body) == length else None

    def _send(self, response: ProxyResponse) -> None:
        # Not `send_response`, which adds `Server` and `Date`.
        self.send_response_only(response.status, response.reason)
        for name, value in response.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(response.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Write nothing."""
