"""A caller's own transport gets the requests of httpx, with or without an httpx client between."""

import asyncio
import socket
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    Callers,
    CampaignKitError,
    ConflictError,
    ResponseDecodeError,
    Sonarly,
)
from campaignkit._transports.request_factory import RequestBuilder

from tests.client.raw_server import head, request, server
from tests.client.responses import CAMPAIGN, KEY, failure, success
from tests.client.test_request_writer import call_of, config_for
from tests.lanes import Lane

MODES = pytest.mark.parametrize("mode", ["sync", "async"])


def call(mode: str, answer: Any, operation: str = "get") -> Any:
    """Return the campaign that a call gets."""
    options: dict[str, Any] = {"api_key": KEY, "retries": 0, "settle": 0}
    options["transport"] = httpx.MockTransport(answer)

    async def run() -> Any:
        async with AsyncSonarly(**options) as sonarly:
            return await getattr(sonarly.campaigns, operation)("g", "c")

    if mode == "async":
        return asyncio.run(run())
    with Sonarly(**options) as sonarly:
        return getattr(sonarly.campaigns, operation)("g", "c")


@MODES
def test_request(mode: str, lane: Lane) -> None:
    """The transport gets the same request in each lane."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=success())

    assert call(mode, answer).id == CAMPAIGN["id"]
    [request] = seen
    assert request.headers["Authorization"] == f"Bearer {KEY}"
    assert list(request.headers) == [
        *("host", "connection", "accept-encoding", "accept", "user-agent", "authorization")
    ]
    assert request.extensions["timeout"]["connect"] == 5
    assert request.read() == b""


@MODES
def test_error(mode: str, lane: Lane) -> None:
    """An exception of the transport leaves the outcome open."""

    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("reset")

    with pytest.raises(CampaignKitError) as caught:
        call(mode, answer, "start")

    assert caught.value.outcome == "unknown"


@MODES
def test_raised_response(mode: str, lane: Lane) -> None:
    """A response that the transport raises counts."""

    def answer(request: httpx.Request) -> httpx.Response:
        response = httpx.Response(409, json=failure(), request=request)
        response.raise_for_status()
        return response

    with pytest.raises(ConflictError):
        call(mode, answer)


def test_builder() -> None:
    """Requests equal those that httpx builds, also if they are copies of a sample."""
    config = config_for("https://api.example.com/v1")
    build = RequestBuilder(config)
    calls = [
        call_of("GET", "/a/b"),
        call_of("GET", "/a/b", params={"a": "b"}, query="c=%2F"),
        call_of("GET", "/a", query="c=1"),
        call_of("POST", "/a/b", json={}),
        call_of("DELETE", "/a b"),
    ]
    urls = ["/a/b", "/a/b?a=b&c=%2F", "/a?c=1", "/a/b", "/a%20b"]

    with httpx.Client(headers={"Accept-Encoding": "gzip, deflate"}) as http:
        for built_call, url in zip(calls, urls, strict=True):
            expected = http.build_request(
                built_call.operation.method,
                f"https://api.example.com/v1{url}",
                headers=config.headers(),
                json=built_call.options.get("json"),
            )
            for _ in range(2):
                built = build(built_call)
                assert (built.method, built.url) == (expected.method, expected.url)
                assert built.headers.raw == expected.headers.raw
                assert built.read() == expected.read()


def test_tokens(lane: Lane) -> None:
    """The choice is of each call: one with a body part by part goes through httpx."""
    with Callers(api_key=KEY, transport=httpx.MockTransport(lambda _: httpx.Response(404))) as made:
        carrier = made._state.handle.open()
        auth = made._state.config.auths["api_key"]
        lanes = [
            carrier.lane(call_of("POST", "/", **options), auth)
            for options in ({}, {"content": b"a"}, {"content": iter([b"a"])})
        ]

    assert lanes == [lane, lane, "wire"]


@MODES
def test_runtime_error(mode: str, lane: Lane) -> None:
    """An exception of any class is one of ours."""

    def answer(request: httpx.Request) -> httpx.Response:
        raise RuntimeError("no loop")

    with pytest.raises(CampaignKitError) as caught:
        call(mode, answer)

    assert caught.value.outcome == "unknown"


@MODES
def test_too_large(mode: str, lane: Lane) -> None:
    """A response beyond the limit is not read to its end, on our own connections too."""

    def handle(connection: socket.socket) -> None:
        request(connection)
        connection.sendall(head(100_000) + bytes(100_000))
        request(connection)

    options: dict[str, Any] = {"api_key": KEY, "retries": 0, "max_response_bytes": 70_000}

    async def run_async(base_url: str) -> None:
        async with AsyncSonarly(base_url=base_url, **options) as sonarly:
            await sonarly.campaigns.get("g", "c")

    def run(base_url: str) -> None:
        with Sonarly(base_url=base_url, **options) as sonarly:
            sonarly.campaigns.get("g", "c")

    with server(handle) as base_url, pytest.raises(ResponseDecodeError, match="70000 bytes"):
        asyncio.run(run_async(base_url)) if mode == "async" else run(base_url)


class Closing(httpx.MockTransport):
    """A transport that counts how often it is closed."""

    closed = 0

    def close(self) -> None:
        """Count."""
        self.closed += 1

    async def aclose(self) -> None:
        """Count."""
        self.closed += 1


@MODES
def test_close(mode: str, lane: Lane) -> None:
    """The transport is closed with its client, once, if a call was made."""
    transport = Closing(lambda _: httpx.Response(200, json=success()))

    async def run() -> None:
        async with AsyncSonarly(api_key=KEY, transport=transport) as sonarly:
            await sonarly.campaigns.get("g", "c")

    def run_sync() -> None:
        with Sonarly(api_key=KEY, transport=transport) as sonarly:
            sonarly.campaigns.get("g", "c")

    asyncio.run(run()) if mode == "async" else run_sync()

    assert transport.closed == 1
