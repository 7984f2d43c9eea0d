"""Threaded HTTP server for the fake, on the loopback interface by default."""

import ipaddress
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

from werkzeug.exceptions import ClientDisconnected
from werkzeug.serving import WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

_POLL_SECONDS = 0.02  # how long the end of serving may take

_logger = logging.getLogger("campaignkit_fake")


@contextmanager
def serve(app: "WSGIApplication", host: str, port: int) -> Iterator[str]:
    """Serve the app from a thread until the context ends, and yield the base URL.

    A host that other machines can reach is served with a warning, because the keys are public.
    """
    if not is_loopback(host):
        _logger.warning(
            "The fake accepts requests from other machines on %s; its keys are public.", host
        )
    # Werkzeug needs a host for the address family only.
    family, own = (socket.AF_INET6, "::1") if ":" in host else (socket.AF_INET, "127.0.0.1")
    # Bound here because Werkzeug ends the process when the port is in use.
    with socket.create_server((host, port), family=family) as listener:
        server = make_server(
            own, port, app, threaded=True, request_handler=_Handler, fd=listener.fileno()
        )
    thread = Thread(target=server.serve_forever, args=(_POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield f"http://{_reachable(host)}:{server.port}"
    finally:
        server.shutdown()
        thread.join()


def is_loopback(host: str) -> bool:
    """Return True if only this machine can reach the host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _reachable(host: str) -> str:
    """Return the host of a URL by which this machine reaches a server bound to `host`."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    return f"[{host}]" if ":" in host else host


class _Handler(WSGIRequestHandler):
    """Request handler that keeps connections alive, and closes them when a fault says so."""

    protocol_version = "HTTP/1.1"
    # With Nagle, the last part of a response waits 40 ms for an acknowledgement.
    disable_nagle_algorithm = True
    wbufsize = -1  # a small response is one send, head and body

    def handle_expect_100(self) -> bool:
        """Send `100 Continue` to a client that waits for it, such as curl with more than 1 MB."""
        super().handle_expect_100()
        self.wfile.flush()  # buffered, it would wait for the response
        return True

    def run_wsgi(self) -> None:
        """Run the app. Werkzeug's own method ends every connection after one response."""
        try:
            for part in self.server.app(self.make_environ(), self._begin):
                self.wfile.write(part)
        except (OSError, ClientDisconnected):  # a fault's drop, or an incomplete body
            self.close_connection = True

    def _begin(
        self, status: str, headers: list[tuple[str, str]], _: object = None
    ) -> Callable[[bytes], object]:
        code, _, phrase = status.partition(" ")
        # Not `send_response`, which adds a second `Date` to that of the fake.
        self.send_response_only(int(code), phrase)
        if "server" not in {name.lower() for name, _ in headers}:
            self.send_header("Server", self.version_string())
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        return self.wfile.write

    def version_string(self) -> str:
        """Return the value of the `Server` header."""
        return "campaignkit_fake"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log nothing here: the app logs, because it knows the operation."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - Werkzeug's name
        """Log a request that cannot be parsed."""
        _logger.warning(message, *args)
