"""Tokens of OAuth 2.0 are requested once, renewed in time, and shown nowhere."""

import asyncio
import base64
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from campaignkit import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    CampaignKitError,
    ConfigurationError,
)
from campaignkit_fake import VirtualClock
from campaignkit_runtime.operations import TokenSource

from tests.codegen.quarry_package import Quarry

pytestmark = pytest.mark.expects_contract_violation("a quarry is no vendor of the spec")

PAIR = "client 1:s3cr&et"
BASIC = base64.b64encode(b"client+1:s3cr%26et").decode()
CREDENTIALS = {"tokens": PAIR, "other_tokens": PAIR}


class Server:
    """A server with a token endpoint."""

    def __init__(self, *answers: httpx.Response | Exception, seconds: object = 3600) -> None:
        self.tokens: list[httpx.Request] = []
        self.calls: list[httpx.Request] = []
        self.status = 204
        self._answers = [*answers]
        self._seconds = seconds

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return a token, or the response to a call."""
        if not request.url.path.endswith("/token"):
            self.calls.append(request)
            return httpx.Response(self.status, json={"message": "token-1 is not valid"})
        self.tokens.append(request)
        if self._answers:
            response = self._answers.pop(0)
            if isinstance(response, Exception):
                raise response
            return response
        token = {"access_token": f"token-{len(self.tokens)}", "token_type": "Bearer"}
        return httpx.Response(200, json={**token, "expires_in": self._seconds})


def _client(quarry: Quarry, server: Server, **options: Any) -> Any:
    keywords = {"credentials": CREDENTIALS, "api_key": None, "clock": VirtualClock(), **options}
    return quarry.sync(server, **keywords)


def test_token(quarry: Quarry) -> None:
    """The first call requests a token, and each later one is sent with it."""
    server = Server()
    client = _client(quarry, server)
    client.stones.by_token()
    client.stones.by_token()

    [request] = server.tokens
    assert str(request.url) == "https://quarry.example/oauth/token"
    assert request.headers["authorization"] == f"Basic {BASIC}"
    assert request.content == b"grant_type=client_credentials&scope=read+write"
    assert [each.headers["authorization"] for each in server.calls] == ["Bearer token-1"] * 2


def test_base_url(quarry: Quarry) -> None:
    """An endpoint on the server of the API moves with base_url; another one does not."""
    server = Server()
    client = _client(quarry, server, base_url="http://localhost:8000/v1")
    client.stones.by_token()
    client.stones.elsewhere()

    assert [str(request.url) for request in server.tokens] == [
        "http://localhost:8000/oauth/token",
        "https://login.example/token",
    ]
    assert server.tokens[1].content == b"grant_type=client_credentials"


@pytest.mark.parametrize(("seconds", "tokens"), [(100, 2), (3600, 1), (None, 1), (0, 2)])
def test_renewed(quarry: Quarry, seconds: object, tokens: int) -> None:
    """A token is renewed before it expires."""
    server, clock = Server(seconds=seconds), VirtualClock()
    client = _client(quarry, server, clock=clock)
    client.stones.by_token()
    clock.sleep(81)
    client.stones.by_token()

    assert len(server.tokens) == tokens
    assert server.calls[-1].headers["authorization"] == f"Bearer token-{tokens}"


def test_refused_token(quarry: Quarry) -> None:
    """A token that the server refuses is forgotten: the next call requests another one."""
    server = Server()
    client = _client(quarry, server)
    server.status = 401
    with pytest.raises(AuthenticationError) as caught:
        client.stones.by_token()
    server.status = 204
    client.stones.by_token()

    assert "token-1" not in str(caught.value)
    assert [each.headers["authorization"] for each in server.calls] == [
        "Bearer token-1",
        "Bearer token-2",
    ]


def test_single_flight(quarry: Quarry) -> None:
    """Calls at the same time wait for one token, in threads and in tasks."""
    server, barrier = Server(), threading.Barrier(4)
    client = _client(quarry, server)

    def call(number: int) -> None:
        barrier.wait()
        client.stones.by_token()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(call, range(4)))

    async def calls() -> None:
        keywords = {"credentials": CREDENTIALS, "api_key": None}
        async with quarry.asynchronous(server, **keywords) as opened:
            await asyncio.gather(*(opened.stones.by_token() for _ in range(4)))

    asyncio.run(calls())

    assert (len(server.tokens), len(server.calls)) == (2, 8)


def test_retried(quarry: Quarry) -> None:
    """A token endpoint that fails is asked again, because the call has not been sent."""
    server = Server(httpx.Response(503), httpx.ReadError("reset"))
    _client(quarry, server).stones.by_token()

    assert (len(server.tokens), len(server.calls)) == (3, 1)


@pytest.mark.parametrize(
    ("response", "kind", "message"),
    [
        (
            lambda: httpx.Response(401, text=PAIR),
            AuthenticationError,
            r"refused the credentials \(401\)",
        ),
        (lambda: httpx.Response(500), APIConnectionError, "the token endpoint returned 500"),
        (
            lambda: httpx.Response(200, text="no JSON"),
            APIConnectionError,
            "returned no bearer token",
        ),
        (lambda: httpx.Response(200, json=[]), APIConnectionError, "returned no bearer token"),
        (
            lambda: httpx.Response(200, json={"access_token": "t", "token_type": "mac"}),
            APIConnectionError,
            "returned no bearer token",
        ),
        (lambda: httpx.Response(200, content=b"x" * 70_000), APIConnectionError, "did not respond"),
        (lambda: httpx.ReadTimeout("slow"), APITimeoutError, "did not respond"),
    ],
    ids=["refused", "failed", "text", "list", "mac", "long", "slow"],
)
@pytest.mark.parametrize("is_async", [False, True])
def test_no_token(
    quarry: Quarry, response: Any, kind: type[Exception], message: str, is_async: bool
) -> None:
    """Without a token nothing is sent, and the error says why without a secret."""
    server = Server(response())
    options = {"credentials": CREDENTIALS, "api_key": None, "retries": 0}

    async def call() -> None:
        async with quarry.asynchronous(server, **options) as client:
            await client.stones.by_token()

    with pytest.raises(kind, match=message) as caught:
        asyncio.run(call()) if is_async else quarry.sync(server, **options).stones.by_token()

    error = caught.value
    assert isinstance(error, CampaignKitError)
    assert error.outcome in ("not_sent", "rejected")
    assert server.calls == []
    assert "s3cr" not in f"{error!r}{error.__cause__!r}"


def test_deadline(quarry: Quarry) -> None:
    """The deadline of a call holds for its token too."""
    server = Server()

    async def respond(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(30)
        return server(request)

    async def call() -> None:
        keywords = {"credentials": CREDENTIALS, "api_key": None, "deadline": 0.05}
        client = quarry.async_client(transport=httpx.MockTransport(respond), **keywords)
        async with client:
            await client.stones.by_token()

    with pytest.raises(CampaignKitError) as caught:
        asyncio.run(call())

    assert caught.value.outcome == "not_sent"


def test_waiting(quarry: Quarry) -> None:
    """A call waits no longer than its deadline for the token that another one requests."""
    client = _client(quarry, Server(), deadline=0.01, retries=0)
    auth = client._state.config.auths["tokens"]
    with auth.lock, pytest.raises(APIConnectionError, match="before the token arrived"):
        client.stones.by_token()


def test_logs(quarry: Quarry, caplog: pytest.LogCaptureFixture) -> None:
    """No log, repr or pickle shows a secret or a token."""
    server = Server()
    client = _client(quarry, server)
    with caplog.at_level(logging.DEBUG):
        client.stones.by_token()
    auth = client._state.config.auths["tokens"]
    shown = f"{caplog.text}{client!r}{auth!r}{auth.__reduce__()}"

    assert "/oauth/token" in caplog.text
    assert not any(secret in shown for secret in ("s3cr", BASIC, "token-1"))
    assert {PAIR, BASIC, "token-1", "s3cr&et"} < set(auth.secrets)


def test_missing(quarry: Quarry) -> None:
    """A client without the credentials does not request a token."""
    server = Server()
    with pytest.raises(ConfigurationError, match=r"The tokens is missing\. Pass tokens="):
        quarry.sync(server).stones.by_token()

    assert server.tokens == []


def test_loops(quarry: Quarry) -> None:
    """Locks of loops that have ended are removed."""
    client = quarry.async_client(api_key=None, credentials=CREDENTIALS)
    auth = client._state.config.auths["tokens"]

    async def lock() -> object:
        return auth.loop_locks.current()

    for _ in range(40):
        asyncio.run(lock())

    assert len(auth.loop_locks) <= 16


@pytest.fixture
def origins() -> Iterator[tuple[str, str]]:
    """Yield two servers on loopback whose every response is a token."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b'{"access_token": "token-1"}'
            self.send_response(200 if self.path == "/token" else 204)
            if self.path == "/token":
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body if self.path == "/token" else b"")

        def log_message(self, *_: object) -> None:
            pass

    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    api, login = (f"http://127.0.0.1:{server.server_port}" for server in servers)
    yield api, login
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_own_connections(quarry: Quarry, origins: tuple[str, str], is_elsewhere: bool) -> None:
    """A token comes from the server of the API, or from another one, without a transport."""
    api, login = origins
    source = TokenSource(f"{login}/token" if is_elsewhere else "/token")
    credentials = [
        each._replace(token=source) if each.name == "tokens" else each
        for each in quarry.client.CREDENTIALS
    ]
    body = {"CREDENTIALS": tuple(credentials), "BASE_URL": api}
    client = type("Client", (quarry.client,), body)
    async_client = type("AsyncClient", (quarry.async_client,), body)

    async def call() -> None:
        async with async_client(credentials=CREDENTIALS) as opened:
            await opened.stones.by_token()

    with client(credentials=CREDENTIALS) as opened:
        opened.stones.by_token()
    asyncio.run(call())


def test_unsafe_endpoint(quarry: Quarry) -> None:
    """Credentials are not sent to an endpoint without TLS."""
    source = TokenSource("http://login.example/token")
    credentials = tuple(
        each._replace(token=source) if each.name == "tokens" else each
        for each in quarry.client.CREDENTIALS
    )
    server = Server()
    client = type("Client", (quarry.client,), {"CREDENTIALS": credentials})
    transport = httpx.MockTransport(server)
    with pytest.raises(ConfigurationError, match="unencrypted"):
        client(credentials=CREDENTIALS, transport=transport).stones.by_token()

    assert server.tokens == []
