"""Files: taken in whatever form the caller has them, and sent whole as often as need be."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from campaignkit import Callers, InvalidArgumentError, InvalidArgumentTypeError, Sonarly
from campaignkit_fake import VirtualClock
from campaignkit_runtime.files import File, read_file

from tests.probe_package import Recorder, request_of, resource

pytestmark = pytest.mark.filterwarnings("ignore:orchard.trees.plant is deprecated")

CONTENT = b"--+++--\r\n\x00\xff"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Return a file on disk."""
    path = tmp_path / "tree.png"
    path.write_bytes(CONTENT)
    return path


def part_of(upload: Any) -> tuple[bytes, bytes]:
    """Return the head and the content of the part of a file."""
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
    probe_package: Path, picture: Path, made: Callable[[Path], Any], name: str, kind: str
) -> None:
    """A file is taken as bytes, as a path, open, or with its name and type; it travels whole."""
    head, content = part_of(made(picture))

    assert content == CONTENT
    assert f'name="picture"; filename="{name}"\r\nContent-Type: {kind}'.encode() in head


def test_open_file(probe_package: Path, picture: Path) -> None:
    """An open file has the name that it was opened by, if it was one."""
    with picture.open("rb") as opened:
        head, content = part_of(opened)
    with os.fdopen(os.open(picture, os.O_RDONLY), "rb") as numbered:
        other, _ = part_of(numbered)

    assert (b'filename="tree.png"' in head, content) == (True, CONTENT)
    assert b'filename="upload"' in other


@pytest.mark.parametrize(
    ("upload", "complaint"),
    [
        ("tree.png", r"bytes, a path or an open file, got str\. Pass pathlib\.Path"),
        (io.StringIO("x"), "open for bytes, got StringIO. Open it with mode 'rb'"),
        (("a.wav", "recordings/a.wav"), "bytes, a path or an open file, got str"),
        (("a.wav",), "a tuple of name, content and content type, got tuple"),
        (5, "bytes, a path or an open file, got int"),
        (None, "bytes, a path or an open file, got None"),
        ((None, CONTENT), "a name that is a string, got None"),
        (("a.wav", CONTENT, 5), "a content type that is a string, got int"),
    ],
    ids=["text", "text file", "path as content", "arity", "int", "None", "no name", "no type"],
)
def test_no_file(probe_package: Path, upload: Any, complaint: str) -> None:
    """What is not a file says so before anything is sent."""
    with pytest.raises(InvalidArgumentTypeError, match=rf"^picture must be .*{complaint}") as error:
        part_of(upload)

    assert (error.value.argument, error.value.outcome) == ("picture", "not_sent")


def consumed(read: int) -> io.BytesIO:
    """Return an open file that was read in part."""
    file = io.BytesIO(CONTENT)
    file.read(read)
    return file


def closed() -> io.BytesIO:
    """Return an open file that is closed again."""
    file = io.BytesIO(CONTENT)
    file.close()
    return file


class Pipe(io.RawIOBase):
    """A stream that cannot be rewound; it ends at once."""

    def readable(self) -> bool:
        """Return True, because it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Return 0, because it is at its end."""
        return 0


class WithoutTell:
    """Something with no more than a `read`."""

    def read(self) -> Any:
        """Return text instead of bytes."""
        return "text"


@pytest.mark.parametrize(
    ("made", "complaint"),
    [
        (lambda path: b"", "a file with content. It is empty"),
        (lambda path: ("a.wav", b""), "a file with content. It is empty"),
        (lambda path: File(b""), "a file with content. It is empty"),
        (lambda path: io.BytesIO(), "a file with content. It is empty"),
        (lambda path: io.BufferedReader(Pipe()), "a file with content. It is empty"),
        (lambda path: consumed(100), r"at its start. It is at byte 11. Call seek\(0\)"),
        (lambda path: ("a.wav", consumed(3)), r"at its start. It is at byte 3. Call seek"),
        (lambda path: closed(), "that can be read. Cannot read it: .*closed file"),
        (lambda path: path.open("wb"), "that can be read. Cannot read it: read"),
        (lambda path: path / "no", "that can be read. Cannot read .*no': Not a directory"),
        (lambda path: path.parent, "that can be read. Cannot read .*: Is a directory"),
        (lambda path: path.parent / "no", "that can be read. Cannot read .*: No such file"),
        (lambda path: Path("a\x00b"), "that can be read. Cannot read .*: embedded null"),
        (lambda path: ("a", CONTENT, "audio/wav\r\nX-Own: 1"), "a content type such as audio/wav"),
        (lambda path: ("a", CONTENT, "audio/wav\n"), "a content type such as audio/wav"),
        (lambda path: ("a", CONTENT, "audio"), "a content type such as audio/wav"),
        (lambda path: ("a", CONTENT, "audio/wäv"), "a content type such as audio/wav"),
        (lambda path: ("a\ud800", CONTENT), "text that UTF-8 can encode"),
    ],
)
def test_unsendable(
    probe_package: Path, picture: Path, made: Callable[[Path], Any], complaint: str
) -> None:
    """A file that cannot be sent whole is refused by name before anything is sent."""
    upload = made(picture)
    with pytest.raises(InvalidArgumentError, match=rf"^picture must be .*{complaint}") as error:
        part_of(upload)
    if hasattr(upload, "close"):
        upload.close()

    assert (error.value.argument, error.value.outcome) == ("picture", "not_sent")


def test_text_by_read(probe_package: Path) -> None:
    """A `read` that gives text is refused."""
    with pytest.raises(InvalidArgumentTypeError, match="Open it with mode 'rb'"):
        part_of(WithoutTell())


@pytest.mark.parametrize("name", ["", 5])
def test_name_by_hand(probe_package: Path, name: Any) -> None:
    """A `File` made by hand is checked as all others are."""
    with pytest.raises(InvalidArgumentTypeError, match="a name that is a string"):
        part_of(File(CONTENT, name))


@pytest.mark.parametrize("kind", ["audio/wav", "text/plain; charset=utf-8", 'a/b;c="d e"'])
def test_content_type(probe_package: Path, kind: str) -> None:
    """A content type may have parameters."""
    assert f"Content-Type: {kind}".encode() in part_of(("a", CONTENT, kind))[0]


@pytest.mark.parametrize(
    ("name", "sent"),
    [('a"b.wav', b"a%22b.wav"), ("a\r\nb.wav", b"a%0D%0Ab.wav"), ("ü.wav", "ü.wav".encode())],
)
def test_odd_name(probe_package: Path, name: str, sent: bytes) -> None:
    """A name that could break the head of its part is escaped."""
    head, content = part_of((name, CONTENT))

    assert (b'filename="' + sent + b'"' in head, content) == (True, CONTENT)


def test_content_in_tuple(probe_package: Path, picture: Path) -> None:
    """A name goes with a path, an open file or any bytes too."""
    with picture.open("rb") as opened:
        contents = [picture, opened, bytearray(CONTENT), memoryview(CONTENT), io.BytesIO(CONTENT)]
        sent = [part_of(("b.png", content)) for content in contents]

    assert {content for _, content in sent} == {CONTENT}
    assert all(b'filename="b.png"' in head for head, _ in sent)


def test_file_in_a_list() -> None:
    """A file of several is named by its place."""
    client = Callers(api_key="k", transport=httpx.MockTransport(lambda _: pytest.fail("sent")))
    with pytest.raises(InvalidArgumentTypeError, match=r"^files\[1\] must be bytes") as error:
        client.voices.clone(name="n", files=[CONTENT, "b.wav"])  # type: ignore[list-item]
    with pytest.raises(InvalidArgumentTypeError, match=r"^files must be a list, got str"):
        client.voices.clone(name="n", files="b.wav")  # type: ignore[arg-type]

    assert error.value.argument == "files"


def test_several(probe_package: Path) -> None:
    """Several files travel as parts of one name, beside the plain fields."""
    sent = Recorder()
    resource(sent).plant("r", picture=b"p", kind="pear", leaves=[b"1", b"2"], tags=["a", "b"])
    content = request_of(sent.calls[0]).read()

    assert (content.count(b'name="leaves"; filename='), content.count(b'name="tags"')) == (2, 2)


def test_boundary(probe_package: Path) -> None:
    """The boundary is random, so no file can contain it."""
    sent = Recorder()
    resource(sent).plant("r", picture=b"p", kind="pear")
    one, two = (request_of(sent.calls[0]).headers["content-type"] for _ in range(2))

    assert one != two
    assert len(one.partition("boundary=")[2]) >= 16


@pytest.mark.expects_contract_violation("an orchard is no vendor of the spec")
def test_sent_again(probe_package: Path) -> None:
    """A retry sends the same file, though the caller's was read to its end."""
    bodies: list[bytes] = []

    def respond(request: httpx.Request) -> httpx.Response:
        bodies.append(request.read())
        return httpx.Response(429, headers={"Retry-After": "1"})

    client = Sonarly(
        api_key="k", transport=httpx.MockTransport(respond), retries=1, clock=VirtualClock()
    )
    with pytest.raises(Exception, match="429"):
        resource(client._send).plant("r", picture=io.BytesIO(CONTENT), kind="pear")

    assert [CONTENT in body for body in bodies] == [True, True]


def test_repr(probe_package: Path) -> None:
    """A file does not show what it holds."""
    file = File(CONTENT, "a.wav")

    assert repr(file) == "File('a.wav', 11 bytes)"
    assert (read_file(file).content, read_file(file).name) == (CONTENT, "a.wav")
