"""Styles refuse what they cannot carry, and bodies show nothing of their content."""

from typing import Any

import pytest
from campaignkit_runtime import styles
from campaignkit_runtime.contents import ContentStream
from campaignkit_runtime.errors import EncodeError
from campaignkit_runtime.files import multipart_parts


@pytest.mark.parametrize(
    ("value", "steps"),
    [([1, [2]], "[1]"), ({"a": {"b": 1}}, "['a']"), ([None], "[0]")],
)
@pytest.mark.parametrize("is_exploded", [False, True])
def test_nested(value: Any, steps: str, is_exploded: bool) -> None:
    """What is nested or null is refused at its place."""
    with pytest.raises(EncodeError) as caught:
        styles.query_pairs("x", value, "form", explode=is_exploded)

    assert caught.value.steps == steps


def test_no_object() -> None:
    """The style deepObject is for objects."""
    with pytest.raises(EncodeError, match="an object"):
        styles.query_pairs("x", [1], "deepObject", explode=True)


def test_single() -> None:
    """A single value is itself in every style of a query."""
    assert styles.query_pairs("x", 1.5, "form", explode=False) == [("x", "1.5")]
    assert styles.query_pairs("x", True, "pipeDelimited", explode=False) == [("x", "true")]
    assert styles.header_text("a", explode=False) == "a"


def test_parts() -> None:
    """A field with a media type of its own is a part of that type."""
    types = {"a": "text/csv", "b": "application/json", "c": "text/plain; charset=ascii"}

    assert multipart_parts({"a": "x", "b": "y", "c": 5}, types) == [
        ("a", (None, b"x", "text/csv")),
        ("b", (None, b'"y"', "application/json")),
        ("c", (None, b"5", "text/plain; charset=ascii")),
    ]


def test_repr() -> None:
    """A stream shows the type of its source only."""
    assert repr(ContentStream([b"secret"])) == "ContentStream(list)"
