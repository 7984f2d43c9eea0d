"""Bodies in every content type are on the wire as the spec declares them."""

import asyncio
import io
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import (
    APIConnectionError,
    CampaignKitError,
    InternalServerError,
    InvalidArgumentError,
    InvalidArgumentTypeError,
    OutcomeUnknownError,
)
from campaignkit_fake import VirtualClock
from campaignkit_runtime.files import File

from tests.codegen.quarry_package import Quarry, Recorder

pytestmark = pytest.mark.expects_contract_violation("a quarry is no vendor of the spec")


def _generator(*parts: bytes) -> Iterator[bytes]:
    yield from parts


async def _async_generator(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


def _sent(request: httpx.Request) -> tuple[str | None, bytes]:
    return request.headers.get("content-type"), request.content


def test_null(quarry: Quarry) -> None:
    """A body of null is the JSON text."""
    recorder = Recorder()
    quarry.sync(recorder).stones.choose_none(body=None)

    assert _sent(recorder.last) == ("application/json", b"null")


class Reading(Recorder):
    """A recorder that reads each body, as a server does."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Read and keep a request."""
        request.read()
        return super().__call__(request)


def test_bytes(quarry: Quarry, tmp_path: Path) -> None:
    """Bytes, a path, an open file, an iterator and a list of parts are sent as they are."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"ab")
    recorder = Reading()
    stones = quarry.sync(recorder).stones
    for body in (b"ab", path, io.BytesIO(b"ab"), _generator(b"a", b"b"), [b"a", bytearray(b"b")]):
        stones.upload(body=body)

        assert _sent(recorder.last) == ("application/octet-stream", b"ab")


def test_async_bytes(quarry: Quarry) -> None:
    """An async client takes both kinds of iterators."""
    recorder = Recorder()

    async def call() -> list[bytes]:
        async with quarry.asynchronous(recorder) as client:
            for body in (b"ab", _generator(b"a", b"b"), _async_generator(b"a", b"b")):
                await client.stones.upload(body=body)
        return [await request.aread() for request in recorder.requests]

    assert asyncio.run(call()) == [b"ab"] * 3


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("text", "body must be"),
        ({"a": 1}, "body must be"),
        (5, "body must be"),
        ([b"a", "b"], "body must yield bytes, got str"),
        (_async_generator(b"a"), "asynchronous"),
    ],
    ids=["text", "mapping", "number", "parts", "asynchronous"],
)
def test_no_bytes(quarry: Quarry, body: Any, message: str) -> None:
    """What is not bytes is refused by name."""
    stones = quarry.sync(Reading()).stones
    with pytest.raises(CampaignKitError) as caught:
        stones.upload(body=body)

    error: BaseException | None = caught.value
    while error and not isinstance(error, InvalidArgumentTypeError):
        error = error.__cause__
    assert re.search(message, str(error))


def _failing_once(error: Exception | int) -> Any:
    requests: list[bytes] = []

    def respond(request: httpx.Request) -> httpx.Response:
        requests.append(request.read())
        if len(requests) > 1:
            return httpx.Response(204)
        if isinstance(error, Exception):
            raise error
        return httpx.Response(error)

    return respond, requests


@pytest.mark.parametrize("error", [httpx.ReadError("reset"), 503])
def test_replayed(quarry: Quarry, error: Exception | int) -> None:
    """A list of parts is sent again as a whole."""
    response, requests = _failing_once(error)
    quarry.sync(response, clock=VirtualClock()).stones.upload_safely(body=[b"a", b"b"])

    assert requests == [b"ab", b"ab"]


@pytest.mark.parametrize("error", [httpx.ReadError("reset"), 503])
def test_consumed(quarry: Quarry, error: Exception | int) -> None:
    """An iterator that was consumed is not sent again, and the error says why."""
    response, requests = _failing_once(error)
    stones = quarry.sync(response, clock=VirtualClock()).stones
    with pytest.raises((APIConnectionError, InternalServerError)) as caught:
        stones.upload_safely(body=_generator(b"a", b"b"))

    assert requests == [b"ab"]
    assert "body is an iterator" in "".join(caught.value.__notes__)


def test_never_consumed(quarry: Quarry) -> None:
    """A write with a consumed iterator keeps the promise of its class: the outcome is unknown."""
    response, requests = _failing_once(httpx.ReadError("reset"))
    stones = quarry.sync(response, clock=VirtualClock(), retries=5).stones
    with pytest.raises(OutcomeUnknownError):
        stones.upload(body=_generator(b"a"))

    assert requests == [b"a"]


def test_not_consumed(quarry: Quarry) -> None:
    """An iterator of which nothing was taken is sent after a failed connection."""
    attempts: list[bytes] = []

    class Transport(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            attempts.append(b"")
            if len(attempts) == 1:
                raise httpx.ConnectError("refused")
            attempts.append(request.read())
            return httpx.Response(204)

    client = quarry.client(api_key="k", transport=Transport(), clock=VirtualClock())
    client.stones.upload_safely(body=_generator(b"a"))

    assert attempts == [b"", b"", b"a"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (("a.png", b"x", "image/png"), "image/png"),
        (File(b"x", "a.gif", "image/gif"), "image/gif"),
        (File(b"x", "a.wav", "audio/wav"), "application/octet-stream"),
        (b"x", "application/octet-stream"),
    ],
)
def test_range(quarry: Quarry, body: Any, kind: str) -> None:
    """A file has its own content type if the spec has a range that includes it."""
    recorder = Recorder()
    quarry.sync(recorder).stones.put_picture("s", body=body)

    assert _sent(recorder.last) == (kind, b"x")


def test_optional(quarry: Quarry) -> None:
    """A body that may be left out is."""
    recorder = Recorder()
    quarry.sync(recorder).stones.put_picture("s")

    assert _sent(recorder.last) == (None, b"")


def test_merge_patch(quarry: Quarry) -> None:
    """A variety of JSON has its own content type."""
    recorder = Recorder()
    quarry.sync(recorder).stones.merge(id="s", weight=2)

    assert _sent(recorder.last) == ("application/merge-patch+json", b'{"id":"s","weight":2}')


@pytest.mark.parametrize(("body", "kind"), [("a,b", "text/csv"), ("é", "text/csv; charset=utf-8")])
def test_text(quarry: Quarry, body: str, kind: str) -> None:
    """A text is sent in UTF-8, which the content type says if it matters."""
    recorder = Recorder()
    quarry.sync(recorder).stones.write(body=body)

    assert _sent(recorder.last) == (kind, body.encode())


def test_choice(quarry: Quarry) -> None:
    """The type of a body decides its content type."""
    recorder = Recorder()
    stones = quarry.sync(recorder).stones
    stone = quarry.model("Stone")
    for body in (stone("s", 1.5), "s", b"s"):
        stones.choose(body=body)
    stones.choose_list(body=[stone("s", 1.5)])

    assert [_sent(request)[0] for request in recorder.requests] == [
        *("application/json", "text/plain", "application/pdf", "application/json")
    ]
    with pytest.raises(InvalidArgumentTypeError, match="a list or a string, got int"):
        stones.choose_list(body=5)


def test_form(quarry: Quarry) -> None:
    """A form has lists, objects and styles as OpenAPI says, and leaves out what is null."""
    recorder = Recorder()
    quarry.sync(recorder).stones.form(
        name="x y",
        tags=["1", "2"],
        size={"a": 1.5},
        filter={"red": True, "big": False},
        flags=[True, False],
        note=None,
        meta={"a": "b"},
        label="q",
    )

    assert recorder.last.headers["content-type"] == "application/x-www-form-urlencoded"
    assert dict(httpx.QueryParams(recorder.last.content.decode()).multi_items()) == {
        "name": "x y",
        "tags": "2",
        "size": '{"a":1.5}',
        "filter[red]": "true",
        "filter[big]": "false",
        "flags": "true|false",
        "meta": '{"a":"b"}',
        "label": '"q"',
    }
    assert recorder.last.content.startswith(b"name=x+y&tags=1&tags=2&")


def test_bad_form(quarry: Quarry) -> None:
    """A value that its style cannot carry is refused by the name of its argument."""
    stones = quarry.sync(Recorder()).stones
    with pytest.raises(InvalidArgumentError, match=r"^flags must be at least one value"):
        stones.form(flags=[])


def test_multipart(quarry: Quarry) -> None:
    """Lists are one part for each item, objects JSON, and each part has its content type."""
    recorder = Recorder()
    quarry.sync(recorder).stones.parts(
        files=[b"a", ("b.gif", b"b", "image/gif")],
        stone=quarry.model("Stone")("s", 1.5),
        label="q",
        numbers=[1, 2],
    )
    parts = recorder.last.content.split(b"\r\n")

    assert [part for part in parts if part.startswith(b"Content-Type")] == [
        b"Content-Type: image/png",
        b"Content-Type: image/gif",
        b"Content-Type: application/json",
        b"Content-Type: application/json",
        b"Content-Type: text/plain",
        b"Content-Type: text/plain",
    ]
    assert {b'{"id": "s", "weight": 1.5}', b'"q"', b"1", b"2"} < set(parts)
