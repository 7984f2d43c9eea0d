"""Parameters are on the wire as the tables of styles of OpenAPI show them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from campaignkit import InvalidArgumentError

from tests.codegen.quarry_package import Quarry, Recorder

pytestmark = pytest.mark.expects_contract_violation("a quarry is no vendor of the spec")

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PATH = (MOMENT, [1, 2], [True, False], "bl/ue")


def _request(quarry: Quarry, **parameters: Any) -> Any:
    recorder = Recorder()
    quarry.sync(recorder).stones.styles(*PATH, **parameters)
    return recorder.last


def test_path(quarry: Quarry) -> None:
    """Lists, prefixes and moments stand in a path."""
    path = b"/styles/2026-01-02T03%3A04%3A05.000Z/1,2/;flags=true;flags=false/.bl%2Fue"

    assert _request(quarry).url.raw_path == path


def test_path_styles(quarry: Quarry) -> None:
    """Objects stand in a path in every style."""
    recorder = Recorder()
    pair = {"R": 1, "G": 2.5}
    quarry.sync(recorder).stones.path_styles(pair, pair, pair, pair, [1, 2], pair)

    assert recorder.last.url.raw_path == (
        b"/path-styles/R,1,G,2.5/R=1,G=2.5/;c=R,1,G,2.5/;R=1;G=2.5/.1.2/%7B%22R%22%3A1%2C%22G%22%3A2.5%7D"
    )


def test_matrix(quarry: Quarry) -> None:
    """A joined list, a truth value and an empty text stand in a path."""
    recorder = Recorder()
    quarry.sync(recorder).stones.matrix([1, 2], True, "")

    assert recorder.last.url.raw_path == b"/matrix/;list=1,2/true/;empty"


CASES = [
    ("name_query", "é", b"name=%C3%A9"),
    ("days", [date(2026, 1, 2), date(2026, 1, 3)], b"days=2026-01-02%7C2026-01-03"),
    ("words", ["a", "b"], b"words=a%20b"),
    ("deep", {"R": 1, "G": 2.5}, b"deep%5BR%5D=1&deep%5BG%5D=2.5"),
    (
        "moments",
        [MOMENT, MOMENT],
        b"moments=2026-01-02T03%3A04%3A05.000Z,2026-01-02T03%3A04%3A05.000Z",
    ),
    ("kinds", ["a", "new"], b"kinds=a,new"),
    ("target", "/a?b=c&d#e f+%", b"target=/a?b=c%26d%23e%20f%2B%25"),
    ("spread", {"R": 1, "G": 2}, b"R=1&G=2"),
    ("joined", {"R": 1, "G": 2}, b"joined=R,1,G,2"),
    ("old", False, b"old=false"),
]


@pytest.mark.parametrize(("name", "value", "query"), CASES, ids=[case[0] for case in CASES])
def test_query(quarry: Quarry, name: str, value: object, query: bytes) -> None:
    """Each style of a query is that of the table; what a URL can hold is not encoded."""
    assert _request(quarry, **{name: value}).url.query == query


def test_json(quarry: Quarry) -> None:
    """A parameter with a media type is JSON."""
    stone = quarry.model("Stone")("é", 1)
    request = _request(quarry, like=stone, x_like=stone)

    assert request.url.params["like"] == '{"id":"é","weight":1}'
    assert request.headers["x-like"] == '{"id":"\\u00e9","weight":1}'


def test_headers(quarry: Quarry) -> None:
    """Lists, objects and moments stand in headers."""
    pairs = {"R": 1, "G": 2}
    request = _request(quarry, list=[1, 2], since=MOMENT, pairs=pairs, cut=3, side="a")
    names = ("x-list", "x-since", "x-pairs", "x-cut", "x-side")

    assert [request.headers.get(name) for name in names] == [
        *("1,2", "2026-01-02T03:04:05.000Z", "R=1,G=2", "3", "a")
    ]
    assert request.headers["accept"] == "application/json"


def test_cookies(quarry: Quarry) -> None:
    """Single values and joined lists stand in cookies."""
    assert _request(quarry, session="v", seen=[1, 2]).headers["cookie"] == "session=v; seen=1,2"


def test_left_out(quarry: Quarry) -> None:
    """What is left out is not sent."""
    request = _request(quarry)

    assert request.url.query == b""
    assert not {"cookie", "x-list", "x-pairs", "x-like"} & set(request.headers)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"words": ["a b"]}, r"^words\[0\] must be one value without a blank"),
        ({"kinds": ["a,b"]}, r"^kinds\[0\] must be one value without a comma"),
        ({"kinds": []}, r"^kinds must be at least one value"),
        ({"joined": {"a,b": 1}}, "must be one value without a comma"),
        ({"target": "a\nb"}, "target must not contain control characters"),
        ({"session": "a;b"}, "session must not contain"),
        ({"list": []}, "list must be at least one value"),
    ],
)
def test_refused(quarry: Quarry, parameters: dict[str, Any], message: str) -> None:
    """What a style cannot carry is refused before anything is sent."""
    recorder = Recorder()
    with pytest.raises(InvalidArgumentError, match=message):
        quarry.sync(recorder).stones.styles(*PATH, **parameters)

    assert recorder.requests == []
