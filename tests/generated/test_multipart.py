"""Files: taken in whatever form the caller has them, and sent whole as often as need be."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import Sonarly
from campaignkit_fake import VirtualClock
from campaignkit_runtime.models import File
from orchard import Recorder, request_of, resource

pytestmark = pytest.mark.filterwarnings("ignore:orchard.trees.plant is deprecated")

CONTENT = b"--+++--\r\n\x00\xff"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A file on disk."""
    path = tmp_path / "tree.png"
    path.write_bytes(CONTENT)
    return path


def part_of(upload: Any) -> tuple[bytes, bytes]:
    """The head and the content of the part that a file becomes."""
    sent = Recorder()
    resource(sent).plant("r", picture=upload, kind="apple")
    request = request_of(sent.calls[0])
    boundary = request.headers["content-type"].partition("boundary=")[2].encode()
    head, _, rest = request.read().partition(b"\r\n\r\n")
    return head.partition(b"\r\n")[2], rest.partition(b"\r\n--" + boundary)[0]


FORMS: dict[str, tuple[Callable[[Path], Any], str, str]] = {
    "bytes": (lambda _: CONTENT, "upload", "application/octet-stream"),
    "path": (lambda path: path, "tree.png", "image/png"),
    "open file": (lambda path: io.BytesIO(path.read_bytes()), "upload", "application/octet-stream"),
    "name": (lambda _: ("a.wav", CONTENT), "a.wav", "audio/x-wav"),
    "type": (lambda _: ("a", CONTENT, "audio/x-odd"), "a", "audio/x-odd"),
}


@pytest.mark.parametrize(("made", "name", "kind"), FORMS.values(), ids=FORMS)
def test_form(
    orchard: Path, picture: Path, made: Callable[[Path], Any], name: str, kind: str
) -> None:
    """A file is taken as bytes, as a path, open, or with its name and type; it travels whole."""
    head, content = part_of(made(picture))

    assert content == CONTENT
    assert f'name="picture"; filename="{name}"\r\nContent-Type: {kind}'.encode() in head


def test_open_file(orchard: Path, picture: Path) -> None:
    """An open file has the name that it was opened by, if it was one."""
    with picture.open("rb") as opened:
        head, content = part_of(opened)
    with os.fdopen(os.open(picture, os.O_RDONLY), "rb") as numbered:
        other, _ = part_of(numbered)

    assert (b'filename="tree.png"' in head, content) == (True, CONTENT)
    assert b'filename="upload"' in other


@pytest.mark.parametrize(
    ("upload", "complaint"),
    [("tree.png", "str is not a file"), (io.StringIO("x"), "open it with mode 'rb'")],
    ids=["text", "text file"],
)
def test_no_file(orchard: Path, upload: Any, complaint: str) -> None:
    """A text is not a file, and says so before anything is sent."""
    with pytest.raises(TypeError, match=complaint):
        part_of(upload)


def test_several(orchard: Path) -> None:
    """Several files travel as parts of one name, beside the plain fields."""
    sent = Recorder()
    resource(sent).plant("r", picture=b"p", kind="pear", leaves=[b"1", b"2"], tags=["a", "b"])
    content = request_of(sent.calls[0]).read()

    assert (content.count(b'name="leaves"; filename='), content.count(b'name="tags"')) == (2, 2)


def test_boundary(orchard: Path) -> None:
    """Nobody can foresee the boundary, so no file can hold it."""
    sent = Recorder()
    resource(sent).plant("r", picture=b"p", kind="pear")
    one, two = (request_of(sent.calls[0]).headers["content-type"] for _ in range(2))

    assert one != two
    assert len(one.partition("boundary=")[2]) >= 16


@pytest.mark.expects_contract_violation("an orchard is no vendor of the spec")
def test_sent_again(orchard: Path) -> None:
    """A retry sends the same file, though the caller's was read to its end."""
    bodies: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(request.read())
        return httpx.Response(429, headers={"Retry-After": "1"})

    client = Sonarly(
        api_key="k", transport=httpx.MockTransport(answer), retries=1, clock=VirtualClock()
    )
    with pytest.raises(Exception, match="429"):
        resource(client._send).plant("r", picture=io.BytesIO(CONTENT), kind="pear")

    assert [CONTENT in body for body in bodies] == [True, True]


def test_repr(orchard: Path) -> None:
    """A file does not show what it holds."""
    file = File(CONTENT, "a.wav")

    assert repr(file) == "File('a.wav', 11 bytes)"
    assert file.of(file) is file
