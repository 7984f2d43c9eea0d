"""Streamable HTTP on loopback, for clients with the token of the server."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from typing import Any

from mcp.server.lowlevel import Server
from mcp.server.transport_security import TransportSecuritySettings

PATH = "/mcp"

Scope = Any
App = Callable[[Scope, Any, Any], Awaitable[None]]


def http_app(server: Server[Any], port: int, token: str, origins: Sequence[str] = ()) -> App:
    """Return an ASGI app that serves clients on this machine.

    A foreign page can reach loopback by a name that it controls (DNS rebinding). So `Host` must
    be this server, and `Origin`, which browsers send, must be this server or an allowed origin.

    Args:
        server: The server.
        port: Port that it listens on.
        token: Bearer token that each request must have.
        origins: Other origins that may send requests, such as that of a client in a browser.
    """
    hosts = [f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")]
    own_origins = [f"http://{host}" for host in hosts]
    security = TransportSecuritySettings(
        allowed_hosts=hosts, allowed_origins=[*own_origins, *origins]
    )
    return BearerToken(server.streamable_http_app(transport_security=security), token)


class BearerToken:
    """ASGI middleware that lets only requests with a token through.

    Args:
        app: The app behind it.
        token: The token.
    """

    def __init__(self, app: App, token: str) -> None:
        self._app = app
        self._expected = token.encode()

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Pass a request on, or respond 401."""
        if scope["type"] != "http" or self._is_known(scope):
            await self._app(scope, receive, send)
            return
        body = json.dumps({"error": "The bearer token is missing or wrong."}).encode()
        headers = [(b"content-type", b"application/json"), (b"www-authenticate", b"Bearer")]
        await send({"type": "http.response.start", "status": 401, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _is_known(self, scope: Scope) -> bool:
        values = [value for name, value in scope["headers"] if name == b"authorization"]
        if len(values) != 1:
            return False
        scheme, _, token = values[0].partition(b" ")
        return scheme.lower() == b"bearer" and compare_digest(token, self._expected)
