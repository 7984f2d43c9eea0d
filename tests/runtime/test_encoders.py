"""Encoders return a value as JSON has it, or say what it must be and its place."""

import datetime as dt
import io
import math
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from campaignkit import InvalidArgumentError, InvalidArgumentTypeError
from campaignkit.models import (
    AudienceCreate,
    AudienceUpdate,
    CallersContactBulkItem,
    CallersContactBulkItemData,
    Campaign,
)
from campaignkit_runtime import arguments, bodies, encoders, parameters
from campaignkit_runtime.files import File, multipart_parts, read_file
from campaignkit_runtime.models import UNSET

UUID = uuid.UUID("12345678-1234-5678-1234-567812345678")
MOMENT = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
# The local time of Amsterdam before 1937 was 19 minutes and 32 seconds ahead.
ODD_ZONE = dt.timezone(dt.timedelta(minutes=19, seconds=32))


class Size(IntEnum):
    """An enumeration of integers, open to other ones."""

    SMALL = 1
    LARGE = 2

    @classmethod
    def _missing_(cls, value: object) -> "Size":
        member = int.__new__(cls, cast("int", value))
        member._name_, member._value_ = "OTHER", cast("int", value)
        return member


class Mood(StrEnum):
    """An open enumeration."""

    GOOD = "good"


@dataclass
class Point:
    """A caller's own class."""

    x: int


CONTACT = CallersContactBulkItem("n", "+1", CallersContactBulkItemData({"a": "b"}))

GOOD: list[tuple[encoders.Encoder, Any, Any]] = [
    (encoders.text, "ü", "ü"),
    (encoders.identifier, Mood.GOOD, "good"),
    (encoders.integer, np.int64(5), 5),
    (encoders.number, 5, 5),
    (encoders.number, np.float64(0.5), 0.5),
    (encoders.boolean, False, False),
    (encoders.datetime_, MOMENT, "2026-01-02T03:04:05.000Z"),
    (encoders.datetime_, dt.datetime(1930, 1, 1, tzinfo=ODD_ZONE), "1929-12-31T23:40:28.000Z"),
    (encoders.date_, dt.date(2026, 1, 2), "2026-01-02"),
    (encoders.uuid_, UUID, str(UUID)),
    (encoders.uuid_, UUID.hex, str(UUID)),
    (encoders.null, None, None),
    (encoders.enum_member(Size), 2, 2),
    (encoders.enum_member(Size), Size.SMALL, 1),
    (encoders.enum_member(Mood), Mood.GOOD, "good"),
    (encoders.enum_member(Mood), "unknown", "unknown"),
    (encoders.optional(encoders.text), UNSET, UNSET),
    (encoders.nullable(encoders.text), None, None),
    (encoders.list_of(encoders.integer), (1, 2), [1, 2]),
    (encoders.list_of(encoders.integer), {5}, [5]),
    (encoders.list_of(encoders.integer), range(2), [0, 1]),
    (encoders.any_value, {5}, [5]),
    (encoders.any_value, {"a": 1}.values(), [1]),
    (encoders.dict_of(encoders.integer), {"a": 1}, {"a": 1}),
    (encoders.one_of(encoders.integer, encoders.text), "a", "a"),
    (
        encoders.model(CallersContactBulkItem),
        CONTACT,
        {"name": "n", "phoneNumber": "+1", "data": {"a": "b"}},
    ),
    (encoders.any_value, {"a": [None, True, 1, 0.5, "x"]}, {"a": [None, True, 1, 0.5, "x"]}),
    (encoders.any_value, (MOMENT, dt.date(2026, 1, 2)), ["2026-01-02T03:04:05.000Z", "2026-01-02"]),
    (encoders.any_value, [UUID, np.int64(5)], [str(UUID), 5]),
    (encoders.any_value, [CONTACT.data], [{"a": "b"}]),
]


@pytest.mark.parametrize(("encoder", "value", "encoded"), GOOD)
def test_encoded(encoder: encoders.Encoder, value: Any, encoded: Any) -> None:
    """A value that the schema allows is as JSON holds it, in plain types."""
    result = arguments.encoded("x", value, encoder)

    assert (result, type(result)) == (encoded, type(encoded))


BAD: list[tuple[encoders.Encoder, Any, str]] = [
    (encoders.text, None, "x must be a string, got None."),
    (
        encoders.text,
        "\ud800",
        "x must be text that UTF-8 can encode. It has a lone surrogate.",
    ),
    (encoders.identifier, " ", "x must be an ID. It is empty."),
    (encoders.identifier, UNSET, "x must be a string, got UNSET."),
    (encoders.identifier, 7, "x must be a string, got int. Pass str(value)."),
    (encoders.identifier, UUID, "x must be a string, got UUID. Pass str(value)."),
    (encoders.integer, 5.0, "x must be an integer, got float."),
    (encoders.integer, -(2**63) - 1, "x must be an integer of at most 64 bits."),
    (encoders.number, math.nan, "x must be a finite number, got float nan."),
    (encoders.number, Fraction(1, 2), "x must be a number, got Fraction. Pass float(value)."),
    (encoders.number, "1", "x must be a number, got str."),
    (encoders.boolean, np.True_, "x must be True or False, got bool. Pass bool(value)."),
    (encoders.boolean, 1, "x must be True or False, got int."),
    (
        encoders.datetime_,
        dt.datetime.min.replace(tzinfo=ODD_ZONE),
        "x must be a datetime with a time zone. It is out of range in UTC.",
    ),
    (encoders.date_, MOMENT, "x must be a date, got datetime. Pass value.date()."),
    (encoders.date_, "2026-01-02", "x must be a date, got str."),
    (encoders.uuid_, "abc", "x must be a UUID."),
    (encoders.uuid_, 5, "x must be a UUID, got int."),
    (encoders.null, 5, "x must be None, got int."),
    (encoders.enum_member(Size), "3", "x must be an integer, got str."),
    (encoders.const("a"), "b", "x must be 'a'."),
    (encoders.const(1), True, "x must be 1, got True."),
    (encoders.enum_member(Mood), 3, "x must be a string, got int."),
    (encoders.list_of(encoders.text), "a", "x must be a list, got str."),
    (
        encoders.list_of(encoders.list_of(encoders.text)),
        [["a"], [5]],
        "x[1][0] must be a string, got int.",
    ),
    (encoders.dict_of(encoders.text), {"a": 5}, "x['a'] must be a string, got int."),
    (
        encoders.dict_of(encoders.text),
        {5: "a"},
        "x must be a mapping with strings as keys, got int.",
    ),
    (encoders.dict_of(encoders.text), [], "x must be a mapping, got list."),
    (
        encoders.one_of(encoders.integer, encoders.text),
        0.5,
        "x must be an integer or a string, got float.",
    ),
    (
        encoders.one_of(encoders.integer, encoders.list_of(encoders.text)),
        [5],
        "x[0] must be a string, got int.",
    ),
    (
        encoders.model(Campaign),
        CONTACT,
        "x must be a Campaign or a mapping, got CallersContactBulkItem.",
    ),
    (
        encoders.any_value,
        [Decimal(1)],
        "x[0] must be a JSON value, got Decimal. Pass float(value) or str(value).",
    ),
    (
        encoders.any_value,
        Point(1),
        "x must be a JSON value, got Point. Pass dataclasses.asdict(value).",
    ),
    (encoders.any_value, b"a", "x must be a JSON value, got bytes."),
    (encoders.any_value, math.inf, "x must be a finite number, got float inf."),
    (encoders.file, b"a", "x must be a file, got bytes."),
]


@pytest.mark.parametrize(("encoder", "value", "message"), BAD)
def test_refused(encoder: encoders.Encoder, value: Any, message: str) -> None:
    """The error for any other value has its place, what it must be, and what to do."""
    with pytest.raises(InvalidArgumentError) as caught:
        arguments.encoded("x", value, encoder)

    assert (str(caught.value), caught.value.argument) == (message, "x")
    assert isinstance(caught.value, InvalidArgumentTypeError) == (", got " in message)


def test_endless() -> None:
    """A value that holds itself is refused."""
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(
        InvalidArgumentError, match=r"^x must be nested less deeply\. It may contain itself\."
    ):
        arguments.encoded("x", endless, encoders.any_value)


def test_place_in_flat_body() -> None:
    """A field whose body is made of arguments is named as the argument that it is."""
    contact = CallersContactBulkItem(5, "+1", CallersContactBulkItemData({}))  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentTypeError, match=r"^name must be a string") as caught:
        bodies.json_body("", contact, encoders.model(CallersContactBulkItem))

    assert caught.value.argument == "name"


def test_place_of_reserved_name() -> None:
    """An attribute with an underscore is named as the argument that it is, which has none."""
    audience = AudienceCreate("n", type_=5)  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentTypeError, match=r"^type must be a string, got int") as flat:
        bodies.json_body("", audience, encoders.model(AudienceCreate))
    with pytest.raises(InvalidArgumentTypeError, match=r"^body\.type_ must be a string"):
        bodies.json_body("body", audience, encoders.model(AudienceCreate))

    assert flat.value.argument == "type"


def test_enumeration_argument() -> None:
    """An argument of an enumeration is taken as its value, known or not."""
    assert arguments.enum_member(Mood, "mood", "good") is Mood.GOOD
    assert arguments.enum_member(Size, "size", 2) is Size.LARGE
    assert (arguments.enum_member(Size, "size", 3), Size(3).name) == (3, "OTHER")
    with pytest.raises(InvalidArgumentTypeError, match=r"^size must be an integer, got str\."):
        arguments.enum_member(Size, "size", "2")


def test_header_and_cookie() -> None:
    """A header and a cookie are text; a cookie holds nothing that ends it."""
    assert arguments.header_value("x", True, encoders.boolean) == "true"
    assert arguments.header_value("x", 5, encoders.integer) == "5"
    assert arguments.header_value("x", None, encoders.nullable(encoders.text)) is UNSET
    assert arguments.cookie_value("x", "a=b", encoders.text) == "a=b"
    assert arguments.cookie_value("x", UNSET, encoders.optional(encoders.text)) is UNSET
    with pytest.raises(InvalidArgumentError, match=r"^x must not contain blanks"):
        arguments.cookie_value("x", "a; b=c", encoders.text)


def test_long_text() -> None:
    """A text may be as long as a URL allows."""
    assert arguments.query_value("x", "a" * 6_000, encoders.text) == "a" * 6_000
    with pytest.raises(InvalidArgumentError, match=r"^x must be short enough for a URL, got 24000"):
        arguments.query_value("x", "ü" * 24_000, encoders.text)


def test_forms() -> None:
    """A form leaves out what is null, and a file is its bytes."""
    mixed = encoders.dict_of(encoders.nullable(encoders.text))

    assert bodies.form_body("", {"a": "b", "c": None}, mixed) == {"a": "b"}
    assert bodies.content_body("file", File(b"a")) == b"a"
    assert multipart_parts({"a": ["b", 5], "c": {"d": 1}, "e": File(b"f", "g")}) == [
        ("a", (None, b"b", "text/plain")),
        ("a", (None, b"5", "text/plain")),
        ("c", (None, b'{"d": 1}', "application/json")),
        ("e", ("g", b"f", None)),
    ]
    assert bodies.multipart_body("", {"a": "b"}, encoders.dict_of(encoders.text)) == [
        ("a", (None, b"b", "text/plain"))
    ]


def test_left_out() -> None:
    """What is left out is unset: None, and a body without any field."""
    empty = AudienceUpdate()

    assert arguments.unset_if_none(None) is arguments.unset_if_empty(empty) is UNSET
    assert arguments.unset_if_empty(CONTACT) is CONTACT


def test_joined() -> None:
    """Nothing is joined of what is left out, and something of what is there."""
    encoder = encoders.optional(encoders.list_of(encoders.identifier))
    assert parameters.query("x", "X", UNSET, encoder, "form") == ""
    with pytest.raises(InvalidArgumentError, match=r"^x must be at least one value\. It is empty"):
        parameters.query("x", "X", [], encoder, "form")
    with pytest.raises(InvalidArgumentError, match=r"^x\[1\] must be one value without a comma\."):
        parameters.query("x", "X", ["a", "b,c"], encoder, "form")


@pytest.mark.parametrize("found", [{"a": 1, "b": [1, 2]}])
def test_matches(found: Any) -> None:
    """A response has the given value if it contains all given fields."""
    assert arguments.matches(found, UNSET)
    assert arguments.matches(found, {"a": 1})
    assert not arguments.matches(found, {"a": 1, "c": 2})
    assert not arguments.matches(found["b"], [1])
    assert arguments.matches(CONTACT, CONTACT)


def file_of(path: Path, content: bytes = b"content") -> Path:
    """Return a file on disk."""
    path.write_bytes(content)
    return path


def consumed() -> io.BytesIO:
    """Return an open file at its end."""
    file = io.BytesIO(b"content")
    file.read()
    return file


class Reader:
    """Something with no more than a `read`."""

    def __init__(self, content: Any) -> None:
        self._content = content

    def read(self) -> Any:
        """Return the data that it was made with."""
        return self._content


class Locked(Reader):
    """A file of another library, which cannot be read."""

    def read(self) -> Any:
        """Fail with the content in the message."""
        raise RuntimeError(self._content)


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (lambda folder: b"content", "upload"),
        (lambda folder: bytearray(b"content"), "upload"),
        (lambda folder: Reader(b"content"), "upload"),
        (lambda folder: file_of(folder / "a.wav"), "a.wav"),
        (lambda folder: ("b.wav", file_of(folder / "a.wav"), "audio/wav; a=b"), "b.wav"),
        (lambda folder: File(b"content", "c.wav"), "c.wav"),
    ],
)
def test_file(made: Callable[[Path], Any], name: str, tmp_path: Path) -> None:
    """A file is read whole, from whatever holds it."""
    file = read_file(made(tmp_path))

    assert (file.content, file.name, repr(file)) == (b"content", name, f"File({name!r}, 7 bytes)")


@pytest.mark.parametrize(
    ("made", "complaint"),
    [
        (lambda folder: "a.wav", "bytes, a path or an open file, got str"),
        (lambda folder: ("a.wav",), "a tuple of name, content"),
        (lambda folder: 5, "bytes, a path or an open file, got int"),
        (lambda folder: b"", "with content. It is empty"),
        (lambda folder: folder, "can be read. Cannot read"),
        (lambda folder: io.StringIO("a"), "open for bytes, got StringIO"),
        (lambda folder: Reader("a"), "open for bytes, got Reader"),
        (lambda folder: Locked("secret"), "can be read. Cannot read it: RuntimeError.$"),
        (lambda folder: consumed(), "at its start. It is at byte 7"),
        (lambda folder: file_of(folder / "a").open("wb"), "can be read. Cannot read it"),
        (lambda folder: File(b"a", 5), "a name that is a string"),  # type: ignore[arg-type]
        (lambda folder: File(b"a", "a", 5), "a content type that is a string"),  # type: ignore[arg-type]
        (lambda folder: File(b"a", "a", "a/b\n"), "a content type such as audio/wav"),
    ],
)
def test_no_file(made: Callable[[Path], Any], complaint: str, tmp_path: Path) -> None:
    """What is not a file, or not a whole one, is refused."""
    upload = made(tmp_path)
    with pytest.raises(InvalidArgumentError, match=f"^f must be .*{complaint}"):
        arguments.file("f", upload)
    if hasattr(upload, "close"):
        upload.close()
