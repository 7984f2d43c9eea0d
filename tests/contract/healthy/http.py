"""HTTP server of a healthy server, for live runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

import httpx

from .server import Send

_HOP_BY_HOP = frozenset({"connection", "transfer-encoding", "content-length"})


@contextmanager
def serve(send: Send, protocol: str = "HTTP/1.1") -> Iterator[str]:
    """Serve what a sender responds, and yield the base URL."""
    lock = Lock()

    class Handler(BaseHTTPRequestHandler):
        """Handler of one connection."""

        protocol_version = protocol
        disable_nagle_algorithm = True

        def handle_any(self) -> None:
            """Send the response to a request."""
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            url = f"https://api.invalid{self.path}"
            pairs = [*self.headers.items()]
            request = httpx.Request(self.command, url, headers=pairs, content=content)
            with lock:
                response = send(request)
                assert isinstance(response.stream, httpx.SyncByteStream)
                data = b"".join(response.stream)
            self.send_response_only(response.status_code)
            for name, value in response.headers.raw:
                if name.decode().lower() not in _HOP_BY_HOP:
                    self.send_header(name.decode(), value.decode("latin-1"))
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self.handle_any
            raise AttributeError(name)

        def log_message(self, *_: object) -> None:
            """Write no log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
