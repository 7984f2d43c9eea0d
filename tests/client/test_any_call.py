"""Calls that the spec does not document, by `client.request(...)`."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from campaignkit import (
    AsyncSonarly,
    Callers,
    ConflictError,
    InvalidArgumentError,
    OutcomeUnknownError,
    RawResponse,
    ResponseDecodeError,
    Sonarly,
)
from campaignkit.models import CampaignStatus
from campaignkit_fake import VirtualClock

from tests.client.responses import KEY, failure, transport

MODES = pytest.mark.parametrize("mode", ["sync", "async"])


class Server:
    """A server that gives its responses in turn, and keeps the requests."""

    def __init__(self, *responses: httpx.Response | Exception) -> None:
        self.responses = list(responses)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return the next response."""
        self.requests.append(request)
        response = self.responses.pop(0)
        if isinstance(response, Exception):
            raise response
        return response


def call(mode: str, server: Server, *arguments: Any, **options: Any) -> RawResponse[Any]:
    """Make one request with a client."""
    clock = VirtualClock(lambda: 0.5)
    own: dict[str, Any] = {"api_key": KEY, "transport": transport(server), "clock": clock}

    async def run() -> RawResponse[Any]:
        async with AsyncSonarly(**own) as sonarly:
            return await sonarly.request(*arguments, **options)

    if mode == "async":
        return asyncio.run(run())
    with Sonarly(**own) as sonarly:
        return sonarly.request(*arguments, **options)


@MODES
def test_request(mode: str) -> None:
    """A call has the key of the client, and its payload comes out of the envelope."""
    body = {"success": True, "data": {"id": 1}, "error": None, "traceId": "t-1"}
    server = Server(httpx.Response(201, json=body))
    raw = call(
        *(mode, server, "post", "/v1/other"),
        json={"status": CampaignStatus("draft"), "ids": (1, 2)},
        params={"a": [1, 2], "b": None, "c": True},
        headers={"X-Own": "1"},
    )

    [sent] = server.requests
    assert (sent.method, str(sent.url)) == (
        "POST",
        "https://api.sonarly.io/v1/other?a=1&a=2&c=true",
    )
    assert (sent.headers["authorization"], sent.headers["x-own"]) == (f"Bearer {KEY}", "1")
    assert json.loads(sent.content) == {"status": "draft", "ids": [1, 2]}
    assert (raw.status_code, raw.payload, raw.trace_id) == (201, {"id": 1}, "t-1")
    assert json.loads(raw.content) == body


@pytest.mark.parametrize(
    ("content", "payload"),
    [(b"", None), (b"null", None), (b"[1]", [1]), (b'{"success": true}', {"success": True})],
)
def test_payload(content: bytes, payload: object) -> None:
    """JSON without an envelope is the payload as it is."""
    server = Server(httpx.Response(200, content=content))
    assert call("sync", server, "GET", "/v1/other").payload == payload


@pytest.mark.parametrize("media_type", ["text/html", "application/pdf"])
def test_not_json(media_type: str) -> None:
    """A body of another media type is the payload in bytes."""
    response = httpx.Response(200, content=b"hello", headers={"Content-Type": media_type})
    raw = call("sync", Server(response), "GET", "/v1/other")
    assert raw.payload == raw.content == b"hello"


@MODES
def test_error(mode: str) -> None:
    """An error status raises its error."""
    server = Server(httpx.Response(409, json=failure("TAKEN")))
    with pytest.raises(ConflictError, match="POST /v1/other") as caught:
        call(mode, server, "POST", "/v1/other", json=None)
    assert (caught.value.code, caught.value.operation) == ("TAKEN", "request")
    assert server.requests[0].content == b"null"


@pytest.mark.parametrize("content", [json.dumps(failure()).encode(), b"{"], ids=["says so", "cut"])
def test_failed_envelope(content: bytes) -> None:
    """An envelope that says it failed is an error despite its status, and so is broken JSON."""
    answer = httpx.Response(200, content=content)
    raw = call("sync", Server(answer, answer, answer), "GET", "/v1/other", idempotency="safe")
    assert isinstance(raw.error, ResponseDecodeError)


@MODES
def test_never(mode: str) -> None:
    """By default, a call that may have arrived is not sent again."""
    server = Server(httpx.ReadError("gone"))
    with pytest.raises(OutcomeUnknownError):
        call(mode, server, "POST", "/v1/other")
    assert len(server.requests) == 1


@MODES
@pytest.mark.parametrize(
    ("idempotency", "key", "names"),
    [("safe", None, {None}), ("keyed", "own", {"own"})],
)
def test_resent(mode: str, idempotency: str, key: str | None, names: set[str | None]) -> None:
    """A call that is said to be repeatable is sent again, with the same key."""
    server = Server(httpx.ReadError("gone"), httpx.Response(200, json={}))
    options = {"idempotency": idempotency, "idempotency_key": key}
    assert call(mode, server, "POST", "/v1/other", **options).payload == {}
    assert {sent.headers.get("idempotency-key") for sent in server.requests} == names
    assert len(server.requests) == 2


def test_new_key() -> None:
    """A keyed call without a key gets one."""
    server = Server(httpx.Response(200, json={}))
    call("sync", server, "POST", "/v1/other", idempotency="keyed")
    assert len(server.requests[0].headers["idempotency-key"]) == 36


def test_other_credential() -> None:
    """A client sends the credential that it has."""
    server = Server(httpx.Response(200, json=[]))
    with Callers(sync_secret=KEY, transport=transport(server)) as callers:
        assert callers.request("GET", "/other").payload == []
    assert KEY in server.requests[0].headers.values()


@pytest.mark.parametrize(
    ("arguments", "options", "complaint"),
    [
        (("FETCH", "/a"), {}, "method must be one of DELETE, .* got 'FETCH'"),
        ((5, "/a"), {}, "method must be"),
        (("GET", "a"), {}, "path must be a quoted path .* got 'a'"),
        (("GET", "/a?b"), {}, "path must be"),
        (("GET", "/a b"), {}, "path must be"),
        (("GET", "https://a.example/"), {}, "path must be"),
        (("GET", None), {}, "path must be"),
        (("GET", "/a"), {"idempotency": "verify"}, "idempotency must be .* got 'verify'"),
        (("GET", "/a"), {"idempotency_key": "k"}, "idempotency_key must be text, and only for"),
        (("GET", "/a"), {"json": float("nan")}, "json must be values of JSON"),
        (("GET", "/a"), {"json": object()}, "json must be values of JSON"),
    ],
)
def test_refused(arguments: Any, options: dict[str, Any], complaint: str) -> None:
    """A wrong argument is refused before anything is sent."""
    with pytest.raises(InvalidArgumentError, match=complaint) as caught:
        call("sync", Server(), *arguments, **options)
    assert (caught.value.outcome, bool(caught.value.argument)) == ("not_sent", True)
