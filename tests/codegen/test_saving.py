"""Contents are written to files as they arrive, wholly or not at all."""

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import (
    InvalidArgumentError,
    InvalidArgumentTypeError,
    NotFoundError,
    ResponseDecodeError,
)
from campaignkit_fake import VirtualClock
from campaignkit_runtime.saving import FileTarget

from tests.codegen.quarry_package import Quarry, Recorder

pytestmark = pytest.mark.expects_contract_violation("a quarry is no vendor of the spec")

BYTES = {"content-type": "application/octet-stream"}


class Broken(httpx.SyncByteStream):
    """A body that breaks off."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"half"
        raise httpx.ReadError("reset")


def _answers(*responses: httpx.Response) -> Any:
    waiting = [*responses]
    return lambda request: waiting.pop(0)


def _whole(content: bytes = b"whole") -> httpx.Response:
    return httpx.Response(200, content=content, headers=BYTES)


def _broken() -> httpx.Response:
    return httpx.Response(200, stream=Broken(), headers=BYTES)


def test_path(quarry: Quarry, tmp_path: Path) -> None:
    """A path has the content, and the raw response all the rest."""
    path = tmp_path / "a.bin"
    raw = quarry.sync(_answers(_whole())).stones.to_file(path).recording()

    assert path.read_bytes() == b"whole"
    assert (raw.status_code, raw.content, raw.payload) == (200, b"", b"")
    assert raw.headers["content-type"] == "application/octet-stream"


def test_async(quarry: Quarry, tmp_path: Path) -> None:
    """The same for asyncio, and for text."""
    path = tmp_path / "a.csv"

    async def call() -> None:
        answer = Recorder(
            lambda: httpx.Response(200, text="a,b", headers={"content-type": "text/csv"})
        )
        async with quarry.asynchronous(answer) as client:
            await client.stones.to_file(path).csv()
            await client.stones.to_file(path).csv()

    asyncio.run(call())

    assert path.read_text() == "a,b"


def test_open_file(quarry: Quarry) -> None:
    """An open file is written from its position."""
    file = io.BytesIO(b"head")
    file.seek(4)
    quarry.sync(_answers(_whole())).stones.to_file(file).recording()

    assert file.getvalue() == b"headwhole"


@pytest.mark.parametrize("is_open", [False, True])
def test_retried(quarry: Quarry, tmp_path: Path, is_open: bool) -> None:
    """A retry begins the file again."""
    path, file = tmp_path / "a.bin", io.BytesIO()
    client = quarry.sync(_answers(_broken(), _whole()), clock=VirtualClock())
    client.stones.to_file(file if is_open else path).recording()

    assert (file.getvalue() if is_open else path.read_bytes()) == b"whole"


@pytest.mark.parametrize(
    ("response", "error"),
    [
        (_broken(), Exception),
        (httpx.Response(404, json={"message": "no"}), NotFoundError),
        (_whole(b"x" * 100), ResponseDecodeError),
    ],
    ids=["broken", "missing", "large"],
)
def test_failed(
    quarry: Quarry, tmp_path: Path, response: httpx.Response, error: type[Exception]
) -> None:
    """A failure leaves the old file, and no part of the new one."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    client = quarry.sync(_answers(response), retries=0, max_response_bytes=99)
    with pytest.raises(error):
        client.stones.to_file(path).recording()

    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.bin", b"old")]


def test_error_page(quarry: Quarry, tmp_path: Path) -> None:
    """An error page is not kept as the content."""
    path = tmp_path / "a.bin"
    page = httpx.Response(200, html="<html>")
    raw = quarry.sync(_answers(page)).stones.to_file(path).recording()

    assert isinstance(raw.error, ResponseDecodeError)
    assert not path.exists()


def test_async_failure(quarry: Quarry, tmp_path: Path) -> None:
    """A failed call and an error page leave no file, for asyncio too."""

    async def call() -> None:
        missing = httpx.Response(404, json={"message": "no"})
        page = httpx.Response(200, html="<html>")
        async with quarry.asynchronous(_answers(missing, page)) as client:
            stones = client.stones.to_file(tmp_path / "a.bin")
            with pytest.raises(NotFoundError):
                await stones.recording()
            assert isinstance((await stones.recording()).error, ResponseDecodeError)

    asyncio.run(call())

    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("file", ["a.bin", b"", 5, None])
def test_no_file(quarry: Quarry, file: Any) -> None:
    """What is neither a path nor a file is refused before anything is sent."""
    recorder = Recorder()
    with pytest.raises(InvalidArgumentTypeError, match="file must be a path"):
        quarry.sync(recorder).stones.to_file(file).recording()

    assert recorder.requests == []


def test_json(quarry: Quarry, tmp_path: Path) -> None:
    """An operation that returns JSON does not write to a file."""
    with pytest.raises(InvalidArgumentError, match="returns JSON"):
        quarry.sync(Recorder()).stones.to_file(tmp_path / "a").both()


def test_json_status(quarry: Quarry, tmp_path: Path) -> None:
    """A status whose body is JSON has a payload, and leaves the old file."""
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    pending = httpx.Response(202, json={"id": "s1", "weight": 2.5})
    raw = quarry.sync(_answers(pending)).stones.to_file(path).later()

    assert (raw.status_code, raw.payload.id) == (202, "s1")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_repr(tmp_path: Path) -> None:
    """The repr of a target has its path."""
    assert repr(FileTarget(tmp_path / "a")).endswith("/a')")
    assert repr(FileTarget(io.BytesIO())) == "FileTarget('BytesIO')"
