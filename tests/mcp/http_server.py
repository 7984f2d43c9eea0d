"""The tool server over HTTP, in a thread of the test."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, NamedTuple

import uvicorn
from campaignkit_mcp.http import PATH, App, http_app
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


def with_token(app: App) -> App:
    """Return an app that adds the token to each request, for clients that cannot send it."""

    async def add_token(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            header = (b"authorization", f"Bearer {TOKEN}".encode())
            scope = {**scope, "headers": [*scope["headers"], header]}
        await app(scope, receive, send)

    return add_token


@contextmanager
def serve(server: Server[Any], *, has_token: bool = True) -> Iterator[Served]:
    """Serve until the context ends.

    Args:
        server: The server.
        has_token: False if the clients cannot send the token.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        app = http_app(server, port, TOKEN, [ORIGIN])
        app = app if has_token else with_token(app)
        config = uvicorn.Config(
            app, http="h11", log_level="warning", access_log=False, lifespan="on", ws="none"
        )
        running = uvicorn.Server(config)
        thread = Thread(target=running.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Served(port)
        finally:
            running.should_exit = True
            thread.join()
