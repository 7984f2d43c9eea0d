"""Responses in every media type are what the spec says, and hold what all responses hold."""

import asyncio
import json

import httpx
import pytest
from campaignkit import (
    APIStatusError,
    InternalServerError,
    NotFoundError,
    ResponseDecodeError,
)
from campaignkit_fake import VirtualClock

from tests.codegen.quarry_package import Quarry, Recorder

pytestmark = pytest.mark.expects_contract_violation("a quarry is no vendor of the spec")

STONE = {"id": "s1", "weight": 2.5}


def _answer(content: bytes, content_type: str, status: int = 200) -> Recorder:
    headers = {"content-type": content_type} if content_type else {}
    return Recorder(lambda: httpx.Response(status, content=content, headers=headers))


CASES = [
    ("text", b"h\xc3\xa9", "text/plain", "hé", "text/plain"),
    ("text", b"h\xe9", "text/plain; charset=latin-1", "hé", "text/plain"),
    ("csv", b"\xef\xbb\xbfa,b\n", "text/csv", "a,b\n", "text/csv"),
    ("recording", b"\x00\x01", "application/octet-stream", b"\x00\x01", "application/octet-stream"),
    ("recording", b"\x00\x01", "", b"\x00\x01", "application/octet-stream"),
    ("picture", b"jpg", "image/jpeg", b"jpg", "image/png, image/jpeg;q=0.9"),
    ("xml", b"<a/>", "application/xml", "<a/>", "application/xml"),
    ("many", b"a,b", "text/csv; header=present", "a,b", None),
    ("many", b"%PDF", "application/pdf", b"%PDF", None),
    ("posted", b"a=1", "application/x-www-form-urlencoded", "a=1", None),
    ("mixed", b"--a", "multipart/mixed; boundary=a", b"--a", "multipart/mixed"),
    ("empty", b"", "", None, "application/json"),
    ("two", b"", "", None, "application/json"),
    ("anything", b"[1]", "application/json", [1], "application/json"),
]


@pytest.mark.parametrize(("name", "content", "kind", "expected", "accept"), CASES)
def test_media_type(
    quarry: Quarry, name: str, content: bytes, kind: str, expected: object, accept: str | None
) -> None:
    """A body is text, bytes or JSON by its media type, for both clients and in raw responses."""
    response = _answer(content, kind, 204 if name == "two" else 200)
    stones = quarry.sync(response).stones

    async def call() -> object:
        async with quarry.asynchronous(response) as client:
            return await getattr(client.stones, name)()

    raw = getattr(stones.with_raw_response, name)()

    assert (getattr(stones, name)(), asyncio.run(call())) == (expected, expected)
    assert (raw.payload, raw.content) == (expected, content)
    assert accept is None or response.last.headers["accept"] == accept


@pytest.mark.parametrize("name", ["both", "problem", "vendor", "many", "by_default", "ranges"])
def test_json(quarry: Quarry, name: str) -> None:
    """Every media type of JSON is a model."""
    stones = quarry.sync(lambda request: httpx.Response(200, json=STONE)).stones

    assert getattr(stones, name)().to_dict() == STONE


@pytest.mark.parametrize("name", ["both", "wild"])
def test_same_data(quarry: Quarry, name: str) -> None:
    """Of two forms of the same data, JSON is asked for."""
    response = Recorder(lambda: httpx.Response(200, json=STONE))
    getattr(quarry.sync(response).stones, name)()

    assert response.last.headers["accept"] == "application/json"


def test_statuses(quarry: Quarry) -> None:
    """Each success status has its own body."""
    stones = quarry.sync(lambda request: httpx.Response(202, json=[STONE])).stones

    assert [each.id for each in stones.two()] == ["s1"]


def test_head(quarry: Quarry) -> None:
    """A response to HEAD has no body."""
    assert quarry.sync(lambda request: httpx.Response(200)).stones.head() is None


@pytest.mark.parametrize(
    ("status", "kind"), [(404, NotFoundError), (418, APIStatusError), (503, InternalServerError)]
)
def test_ranges(quarry: Quarry, status: int, kind: type[Exception]) -> None:
    """A failure that only a range documents raises the class of its status."""
    stones = quarry.sync(lambda request: httpx.Response(status, json={}), retries=0).stones
    with pytest.raises(kind):
        stones.ranges()


def test_docstring(quarry: Quarry) -> None:
    """A docstring names the ranges."""
    lines = " ".join(quarry.sync(Recorder()).stones.ranges.__doc__.split())

    assert "NotFoundError: No such stone (404). APIStatusError: The stone (4xx)." in lines
    assert "InternalServerError: Broken (5xx)." in lines
    assert "Anything else (any other status)." in lines


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("recording", b"<html>", "text/html; charset=utf-8"),
        ("picture", b'{"error": "x"}', "application/json"),
        ("text", b'{"success": false}', "application/json"),
        ("csv", b"\xff\xfe\xff", "text/csv; charset=utf-8"),
        ("csv", b"a", "text/csv; charset=no-such"),
    ],
)
def test_other_body(quarry: Quarry, name: str, content: bytes, kind: str) -> None:
    """An error page or a text that cannot be decoded is not taken for the content."""
    stones = quarry.sync(_answer(content, kind)).stones
    with pytest.raises(ResponseDecodeError):
        getattr(stones, name)()

    assert getattr(stones.with_raw_response, name)().content == content


def test_failed_envelope(quarry: Quarry) -> None:
    """An envelope that says that the call failed is an error, also if it fits the spec."""
    content = b'{"success": false, "data": {"id": "s1", "weight": 2.5}}'
    with pytest.raises(ResponseDecodeError, match="its body says that it failed"):
        quarry.sync(_answer(content, "application/json")).stones.envelope()


@pytest.mark.parametrize(
    ("name", "content"),
    [("scan", {"id": "s1", "error": {"reason": "dust"}}), ("counts", {"success": 3, "error": 1})],
)
def test_declared_error(quarry: Quarry, name: str, content: dict[str, object]) -> None:
    """A field `error` or `success` that is data of a body says nothing about the call."""
    body = json.dumps(content).encode()

    payload = getattr(quarry.sync(_answer(body, "application/json")).stones, name)()

    assert payload.to_dict() == content


def test_json_as_text(quarry: Quarry) -> None:
    """A text that a framework calls JSON is still the text."""
    assert quarry.sync(_answer(b'"ok"', "application/json")).stones.text() == '"ok"'


def test_too_large(quarry: Quarry) -> None:
    """The size limit of responses holds for bytes too."""
    stones = quarry.sync(
        _answer(b"x" * 100, "application/octet-stream"), max_response_bytes=99
    ).stones
    with pytest.raises(ResponseDecodeError, match="99"):
        stones.recording()


def test_retried(quarry: Quarry) -> None:
    """A lost response is requested again, as that of any safe operation."""
    requests: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if len(requests) == 1:
            raise httpx.ReadError("reset")
        return httpx.Response(200, content=b"x")

    assert quarry.sync(respond, clock=VirtualClock()).stones.recording() == b"x"
