"""Streamable HTTP on loopback: sessions, the token, and protection from foreign pages."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import anyio
import httpx2
import mcp_types as types
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from tests.mcp.agents import CAMPAIGN, MODES, START, Desk, Mode, User, call, fields, meta
from tests.mcp.http_server import ORIGIN, TOKEN, Served, serve

GET = "sonarly_campaigns_get"
BEARER = {"authorization": f"Bearer {TOKEN}"}
DISCOVER = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


@pytest.fixture
def served(desk: Desk) -> Iterator[Served]:
    """Yield a server whose sessions have three calls each."""
    with serve(desk.server(can_write=True, max_calls=3)) as found:
        yield found


@asynccontextmanager
async def connect(
    served: Served, mode: Mode, user: User | None = None, token: str = TOKEN
) -> AsyncIterator[Client]:
    """Yield a client with a token."""
    headers = {"authorization": f"Bearer {token}"}
    async with httpx2.AsyncClient(headers=headers, trust_env=False, timeout=None) as http_client:
        transport = streamable_http_client(served.url, http_client=http_client)
        answer = user.answer if user else None
        async with Client(transport, mode=mode, elicitation_callback=answer) as client:
            yield client


@pytest.mark.parametrize("mode", MODES)
def test_start(desk: Desk, served: Served, mode: Mode) -> None:
    """A client reads, and starts a campaign once after a question."""
    user = User()

    async def run() -> None:
        async with connect(served, mode, user) as client:
            assert len((await client.list_tools()).tools) == 80
            result = await call(client, START, CAMPAIGN)
            assert meta(result, "outcome") == "applied"

    anyio.run(run)
    assert (len(user.questions), desk.starts) == (1, 1)


def test_sessions(served: Served) -> None:
    """Clients at the same time have a budget each."""

    async def run() -> None:
        async with connect(served, "legacy") as first, connect(served, "legacy") as second:
            for client in (first, second):
                for used in (1, 2, 3):
                    found = await call(client, GET, CAMPAIGN)
                    assert meta(found, "budget")["calls"]["used"] == used
                assert fields(await call(client, GET, CAMPAIGN))["class"] == "BudgetError"

    anyio.run(run)


def test_claimed_session(served: Served) -> None:
    """The protocol of 2026-07-28 has no sessions: a claimed ID gives no new budget."""
    headers = {**BEARER, "mcp-session-id": "mine"}

    async def run() -> list[bool]:
        errors = []
        for number in range(4):
            claimed = {**headers, "mcp-session-id": f"mine-{number}"}
            async with httpx2.AsyncClient(
                headers=claimed, trust_env=False, timeout=None
            ) as http_client:
                transport = streamable_http_client(served.url, http_client=http_client)
                async with Client(transport, mode="2026-07-28") as client:
                    errors.append(bool((await call(client, GET, CAMPAIGN)).is_error))
        return errors

    assert anyio.run(run) == [False, False, False, True]


def post(served: Served, **headers: str) -> httpx2.Response:
    """Send the first request of a client with other headers."""
    own = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    own |= BEARER | {name.replace("_", "-"): value for name, value in headers.items()}
    with httpx2.Client(trust_env=False, timeout=None) as client:
        return client.post(served.url, headers=own, content=json.dumps(DISCOVER))


def test_token(served: Served) -> None:
    """Without the right token, no request is served."""
    responses = [post(served, authorization=value) for value in ("", "Bearer x", TOKEN)]

    assert [response.status_code for response in responses] == [401, 401, 401]
    assert responses[0].headers["www-authenticate"] == "Bearer"
    assert TOKEN not in responses[0].text
    assert post(served).status_code == 200
    assert post(served, authorization=f"bearer {TOKEN}").status_code == 200


@pytest.mark.parametrize("count", [0, 2])
def test_number_of_tokens(served: Served, count: int) -> None:
    """A request without the header, or with it twice, is refused."""
    with httpx2.Client(trust_env=False, timeout=None) as client:
        response = client.get(served.url, headers=list(BEARER.items()) * count)

    assert response.status_code == 401


def test_host(served: Served) -> None:
    """A request for another host is refused, as after DNS rebinding."""
    for host in ("evil.example", f"evil.example:{served.port}", "127.0.0.1:1", "127.0.0.1"):
        assert post(served, host=host).status_code == 421
    assert post(served, host=f"localhost:{served.port}").status_code == 200


def test_origin(served: Served) -> None:
    """A page of another origin is refused, unless the operator allows it."""
    for origin in ("https://evil.example", "null", "http://localhost:1"):
        assert post(served, origin=origin).status_code == 403
    assert post(served, origin=ORIGIN).status_code == 200
    assert post(served, origin=f"http://127.0.0.1:{served.port}").status_code == 200


def test_refused_client(served: Served) -> None:
    """The official client fails without the token."""

    async def run() -> types.CallToolResult:
        async with connect(served, "2026-07-28", token="wrong") as client:
            return await call(client, GET, CAMPAIGN)

    with pytest.raises(Exception) as caught:  # noqa: PT011 - the client raises groups of errors
        anyio.run(run)
    assert TOKEN not in str(caught.value)
