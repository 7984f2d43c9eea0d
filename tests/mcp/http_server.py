"""The tool server over HTTP, in a thread of the test."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, NamedTuple

import uvicorn
from campaignkit_mcp.http import PATH, http_app
from mcp.server.lowlevel import Server

TOKEN = "a-token-for-tests"
ORIGIN = "http://localhost:6274"


class Served(NamedTuple):
    """A server that listens."""

    port: int

    @property
    def url(self) -> str:
        """URL for clients."""
        return f"http://127.0.0.1:{self.port}{PATH}"


@contextmanager
def serve(server: Server[Any]) -> Iterator[Served]:
    """Serve until the context ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        app = http_app(server, port, TOKEN, [ORIGIN])
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="on", ws="none"
        )
        running = uvicorn.Server(config)
        thread = Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Served(port)
        finally:
            running.should_exit = True
            thread.join()
