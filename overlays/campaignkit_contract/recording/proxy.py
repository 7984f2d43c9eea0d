"""Recording proxy: forwards the requests of any program and records each exchange.

A request is forwarded once and as it is. The proxy neither repeats it nor follows redirects. The
program gets the response as the server sent it, with its own headers and its encoded body.
"""

import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass

import httpx

from ..causes import network_cause
from ..exchange import Exchange
from ..spec.routes import Routes
from .capture import exchange_of

OnExchange = Callable[[Exchange, str, float], object]
"""Called with each exchange, the base URL of its server and the seconds that it took."""

Headers = list[tuple[str, str]]
"""Names and values in the order of the wire, as Latin-1."""

_TIMEOUT = httpx.Timeout(120)  # longer than the programs wait; they decide
# Headers of one connection, which a proxy must not pass on (RFC 9110, 7.6.1).
_CONNECTION_HEADERS = frozenset(
    {
        *("connection", "keep-alive", "proxy-authenticate", "proxy-authorization"),
        *("proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"),
    }
)
# Headers that the client writes, and the expectation that the proxy has already met.
_CLIENT_HEADERS = frozenset({"content-length", "expect", "host"})


@dataclass(frozen=True)
class ProxyRequest:
    """Request of the program, whose body has been read."""

    method: str
    target: str
    """The raw path and query."""
    headers: Headers
    body: bytes


@dataclass(frozen=True)
class ProxyResponse:
    """Response for the program."""

    status: int
    reason: str
    headers: Headers
    body: bytes


class RecordingProxy:
    """Proxy that forwards to the server of each path.

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

    def forward(self, request: ProxyRequest) -> ProxyResponse:
        """Forward a request, record the exchange and return the response."""
        base_url = self._base_url or self._server(request.target.partition("?")[0])
        if not base_url:
            return _error(404, "the spec has no such path; name its server by --base-url")
        if not request.target.startswith("/"):
            return _error(400, "the program must use this address as its base URL, not as a proxy")
        started_at = time.monotonic()
        try:
            with closing(self._client.send(self._sent(request, base_url), stream=True)) as received:
                body = b"".join(received.iter_raw())
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return _error(502, f"the proxy has no response of the server: {network_cause(error)}")
        self._on_exchange(exchange_of(received, body), base_url, time.monotonic() - started_at)
        return _response(request.method, received, body)

    def _sent(self, request: ProxyRequest, base_url: str) -> httpx.Request:
        readable = self._client.headers.get("accept-encoding", "")
        headers = [
            (name, _encodings(value, readable) if name.lower() == "accept-encoding" else value)
            for name, value in passed_on(request.headers, _CLIENT_HEADERS)
        ]
        # `build_request` would add headers of the client, and cookies of earlier responses.
        return httpx.Request(
            request.method,
            f"{base_url}{request.target}",
            headers=[(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
            content=request.body or None,
        )

    def _server(self, path: str) -> str:
        """Return the server of a path, or nothing if the spec has no such path."""
        match = self._routes.match(path)
        return next(iter(match[0].servers), "") if match else ""


def new_client() -> httpx.Client:
    """Return a client that sends a request once and follows no redirect."""
    return httpx.Client(timeout=_TIMEOUT, follow_redirects=False)


def passed_on(headers: Headers, without: Iterable[str] = ()) -> Headers:
    """Return the headers that are not about one connection.

    Args:
        headers: The headers.
        without: Further names to leave out, in lower case.
    """
    # A message can name further headers of its connection.
    named = [value for name, value in headers if name.lower() == "connection"]
    options = {option.strip().lower() for value in named for option in value.split(",")}
    left_out = {*_CONNECTION_HEADERS, *options, *without}
    return [(name, value) for name, value in headers if name.lower() not in left_out]


def _encodings(accepted: str, readable: str) -> str:
    """Return the accepted content encodings that can be decoded for the recording."""
    known = {name.strip() for name in readable.split(",")} | {"identity"}
    encodings = [encoding.strip() for encoding in accepted.split(",")]
    kept = [
        encoding for encoding in encodings if encoding.partition(";")[0].strip().lower() in known
    ]
    return ", ".join(kept) or "identity"


def _response(method: str, received: httpx.Response, body: bytes) -> ProxyResponse:
    raw = received.headers.raw
    headers = passed_on([(name.decode("latin-1"), value.decode("latin-1")) for name, value in raw])
    # Without a length the server sent parts, or closed the connection at the end.
    has_length = "content-length" in received.headers
    if not has_length and method != "HEAD" and received.status_code not in {204, 304}:
        headers.append(("Content-Length", str(len(body))))
    return ProxyResponse(received.status_code, received.reason_phrase, headers, body)


def _error(status: int, message: str) -> ProxyResponse:
    body = f"campaignkit contract record: {message}\n".encode()
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    return ProxyResponse(status, "", headers, body)
