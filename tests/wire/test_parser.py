"""The parser finds in a response what h11 finds in it, in whichever parts it arrives."""

from collections.abc import Sequence
from random import Random

import h11
import pytest
from campaignkit_wire.errors import RemoteProtocolError
from campaignkit_wire.parser import ResponseParser
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sampling import examples

Read = tuple[int, list[tuple[bytes, bytes]], bytes, bool]
"""Status, headers, body, and whether the connection can be used again."""

names = st.sampled_from([b"X-A", b"x-b", b"Content-Type", b"Keep-Alive", b"Date", b"Set-Cookie"])
values = st.text("ab ,;=\t\xe9", max_size=8).map(lambda text: text.encode("latin-1"))
lines = st.lists(st.tuples(names, values), max_size=4)
bodies = st.binary(max_size=40) | st.sampled_from(
    [b"HTTP/1.1 200 OK\r\n\r\n", b"0\r\n\r\n", b"\r\n"]
)
connections = [b"", b"Connection: close\r\n", b"Connection: keep-alive\r\n"]
informational = st.lists(
    st.sampled_from([b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Hi\r\nLink: a\r\n\r\n"]),
    max_size=2,
)


@st.composite
def chunked(draw: st.DrawFn) -> bytes:
    """Return a body in chunks, with extensions and trailers."""
    parts = draw(st.lists(st.binary(min_size=1, max_size=20), max_size=4))
    extension = draw(st.sampled_from([b"", b";a", b';a="b"']))
    trailers = draw(st.sampled_from([b"", b"X-T: 1\r\n"]))
    chunks = b"".join(b"%x%b\r\n%b\r\n" % (len(part), extension, part) for part in parts)
    return b"Transfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n" + trailers + b"\r\n"


@st.composite
def framed(draw: st.DrawFn) -> bytes:
    """Return a body whose end shows in one way or another."""
    body = draw(bodies)
    surplus = draw(st.sampled_from([b"", b"", b"", b"x", b"HTTP/1.1 200 OK\r\n\r\n"]))
    length = b"Content-Length: %d\r\n\r\n" % len(body)
    whole = length + body + surplus
    cut = length + body[:-1]
    return draw(st.sampled_from([whole, whole, cut, b"\r\n" + body]))


@st.composite
def responses(draw: st.DrawFn) -> bytes:
    """Return a response, perhaps cut off somewhere."""
    status = draw(st.sampled_from([b"200 OK", b"201", b"204 No", b"304 Not", b"404 \xe9", b"500 "]))
    version = draw(st.sampled_from([b"1.1", b"1.1", b"1.1", b"1.0"]))
    head = [b"%b: %b\r\n" % line for line in draw(lines)]
    rest = draw(framed() | chunked())
    start = b"".join([*draw(informational), b"HTTP/%b %b\r\n" % (version, status)])
    # h11 does not keep connections of HTTP/1.0, which can be kept if the server says so.
    known = connections if version == b"1.1" else connections[:2]
    response = b"".join([start, *head, draw(st.sampled_from(known)), rest])
    end = draw(st.just(len(response)) | st.integers(0, len(response)))
    return response[:end]


def split(data: bytes, seed: int) -> list[bytes]:
    """Return the parts of bytes that are cut at random."""
    random = Random(seed)  # noqa: S311 - no secret
    cuts = sorted(random.randrange(len(data) + 1) for _ in range(random.randrange(6)))
    return [data[a:b] for a, b in zip([0, *cuts], [*cuts, len(data)], strict=True) if a < b]


def read_by_us(parts: Sequence[bytes]) -> Read | None:
    """Return what our parser reads before the connection ends; None if that is no response."""
    parser = ResponseParser()
    body = b""
    try:
        for part in parts:
            parser.feed(part)
            body += b"".join(parser.parts)
            parser.parts.clear()
        if not parser.is_complete:
            parser.feed_eof()
    except RemoteProtocolError:
        return None
    assert parser.head
    return parser.head.status, parser.head.headers, body, parser.is_reusable


def read_by_h11(data: bytes) -> Read | None:
    """Return what h11 reads."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "a")]))
    connection.send(h11.EndOfMessage())
    head: h11.Response | None = None
    body = b""
    try:
        connection.receive_data(data)
        while not isinstance(event := connection.next_event(), h11.EndOfMessage):
            if event is h11.NEED_DATA:
                connection.receive_data(b"")
            elif isinstance(event, h11.Response):
                head = event
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif not isinstance(event, h11.InformationalResponse):
                return None
    except h11.RemoteProtocolError:
        return None
    assert head
    surplus = connection.trailing_data[0].strip(b"\r\n")  # our parser skips empty lines
    is_reusable = connection.their_state is h11.DONE and not surplus
    framing = {name for name, _ in head.headers} & {b"content-length", b"transfer-encoding"}
    ends_with_connection = not framing and head.status_code not in (204, 304)
    return (
        head.status_code,
        head.headers.raw_items(),
        body,
        is_reusable and not ends_with_connection,
    )


@pytest.mark.no_cover
@given(responses(), st.integers(0, 10_000))
@settings(database=None, deadline=None, max_examples=examples(full=2_000, sampled=200))
def test_same_as_h11(data: bytes, seed: int) -> None:
    """Both find the same, or both find no response."""
    assert read_by_us(split(data, seed)) == read_by_h11(data)


@pytest.mark.no_cover
@given(responses(), st.integers(0, 10_000), st.integers(0, 10_000))
@settings(database=None, deadline=None, max_examples=examples(full=1_000, sampled=100))
def test_splits(data: bytes, one: int, other: int) -> None:
    """The parts make no difference."""
    assert read_by_us(split(data, one)) == read_by_us(split(data, other))


@given(st.binary(max_size=60), st.integers(0, 10_000))
@settings(database=None, deadline=None, max_examples=examples(full=1_000, sampled=100))
def test_noise(data: bytes, seed: int) -> None:
    """Bytes that are no response are an error and nothing else."""
    assert read_by_us(split(data, seed)) is None


def test_head_request() -> None:
    """The response to HEAD has no body, whatever its length says."""
    parser = ResponseParser()
    parser.begin("HEAD")
    parser.feed(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")

    assert (parser.is_complete, parser.parts, parser.is_reusable) == (True, [], False)


@pytest.mark.parametrize("coding", [b"gzip", b"chunked, gzip"])
def test_other_coding(coding: bytes) -> None:
    """A body whose last transfer coding is not `chunked` ends with the connection."""
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: %b\r\n\r\n" % coding

    assert read_by_us([head + b"body"]) == (200, [(b"Transfer-Encoding", coding)], b"body", False)


def test_end_after_response() -> None:
    """An end that comes after the response ends the connection."""
    parser = ResponseParser()
    parser.feed(b"HTTP/1.1 204 OK\r\n\r\n")
    assert parser.is_reusable
    parser.feed_eof()

    assert not parser.is_reusable
