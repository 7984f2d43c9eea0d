"""Tunnels through an HTTP proxy (RFC 9110, section 9.3.6)."""

from base64 import b64encode
from typing import NamedTuple

from .errors import (
    ConnectionFailure,
    ConnectTimeout,
    NothingWrittenError,
    ProxyError,
    ReadTimeout,
    WriteTimeout,
)
from .messages import Request, ResponseHead


class Proxy(NamedTuple):
    """Address of an HTTP proxy, and the credentials for it."""

    host: str
    port: int
    credentials: str = ""
    """Name and password, joined by a colon."""

    def __repr__(self) -> str:
        return f"Proxy({self.host!r}, {self.port})"

    def request(self, host: str, port: int) -> Request:
        """Return the request for a tunnel to a server."""
        target = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}", "Accept: */*"]
        if self.credentials:
            encoded = b64encode(self.credentials.encode()).decode()
            lines.append(f"Proxy-Authorization: Basic {encoded}")
        return Request("CONNECT", "\r\n".join([*lines, "", ""]).encode())


def check_tunnel(head: ResponseHead, parts: list[bytes]) -> None:
    """Raise ProxyError unless the response of a proxy opens a tunnel."""
    if not 200 <= head.status < 300:
        raise ProxyError(f"{head.status} {head.reason.decode('latin-1')}".rstrip())
    if parts:
        raise ProxyError("the proxy sent more than its response")


def tunnel_error(error: ConnectionFailure | NothingWrittenError) -> ConnectionFailure:
    """Return the error of a tunnel that did not come about."""
    if isinstance(error, ReadTimeout | WriteTimeout | ConnectTimeout):
        return ConnectTimeout(str(error))
    return ProxyError(str(error))
