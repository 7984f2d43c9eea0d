"""Readers of unions choose the variant that a value means."""

import logging
from enum import IntEnum, StrEnum
from typing import Any, ClassVar, Self

import pytest
from attrs import define, field
from campaignkit_runtime import arguments, encoders
from campaignkit_runtime.decoding import readers, unions
from campaignkit_runtime.errors import EncodeError, InvalidArgumentError
from campaignkit_runtime.models import UNSET, Model, to_json


class Level(IntEnum):
    """A closed enumeration, which knows all of its members."""

    LOW = 1


class Hue(StrEnum):
    """Enumeration whose members say if the spec names them."""

    RED = "red"

    @property
    def is_known(self) -> bool:
        """False, as for a value that the vendor added."""
        return False


@define
class Named(Model):
    """A model with one field."""

    name: Any
    _json_names: ClassVar[dict[str, str]] = {"name": "name"}

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON."""
        if not isinstance(source, dict) or "name" not in source:
            raise readers.SchemaMismatchError("an object with a name")
        return cls(source["name"])


@define
class Aged(Named):
    """A model with a field more."""

    age: Any = UNSET
    _json_names: ClassVar[dict[str, str]] = {"name": "name", "age": "age"}

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON."""
        return cls(Named.from_dict(source).name, source.get("age", UNSET))


@define
class Open(Model):
    """A model with fields of any name."""

    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Return the model for parsed JSON."""
        return cls(readers.dict_of("open", readers.any_value)(source))


@pytest.mark.parametrize(
    ("constant", "value", "expected"), [("a", "a", "a"), (1, 1.0, 1), (True, True, True)], ids=str
)
def test_constant(constant: Any, value: object, expected: object) -> None:
    """A constant is read as itself; 1.0 is 1."""
    read = unions.const(constant)(value)

    assert (type(read), read) == (type(expected), expected)


@pytest.mark.parametrize(("constant", "value"), [("a", "b"), (1, True), (True, 1), (1, 1.5)])
def test_other_constant(constant: Any, value: object) -> None:
    """Another value does not fit, nor does one of another type."""
    with pytest.raises(readers.SchemaMismatchError, match="the constant"):
        unions.const(constant)(value)


@pytest.mark.parametrize(("kind", "expected"), [(1, "one"), (True, "yes"), ("x", "text")])
def test_kinds(kind: object, expected: str) -> None:
    """A discriminator may be a string, an integer or a boolean."""
    read = unions.one_of(
        [],
        ("missing", {"x": Named.from_dict}),
        ("kind", {"1": lambda _: "one", "true": lambda _: "yes", "x": lambda _: "text"}),
    )

    assert read({"kind": kind}) == expected
    assert read({"kind": "other"}) == {"kind": "other"}


def test_open_variant() -> None:
    """A model with fields of any name is chosen if it explains more."""
    read = unions.one_of([Named.from_dict, Open.from_dict])

    assert read({"name": "a"}) == Named("a")
    assert unions.one_of([Aged.from_dict])({"name": "a"}) == Aged("a")
    assert read({"name": "a", "age": [{"x": 1}]}) == Open({"name": "a", "age": [{"x": 1}]})


def test_lost_field() -> None:
    """A value stays as parsed if the chosen model lacks a field that another variant declares."""
    strict = unions.one_of([Named.from_dict, Refusing.from_dict])

    assert strict({"name": "a", "age": 1}) == {"name": "a", "age": 1}
    assert unions.one_of([Named.from_dict, Aged.from_dict])({"name": "a", "age": 1}) == Aged("a", 1)


class Refusing(Aged):
    """A variant that fits no value."""

    @classmethod
    def from_dict(cls, source: Any) -> Self:
        """Refuse every value."""
        raise readers.SchemaMismatchError("another value")


def test_addition(caplog: pytest.LogCaptureFixture) -> None:
    """A field that no variant declares is logged once for a model."""
    read = unions.one_of([Named.from_dict, readers.integer])
    with caplog.at_level(logging.WARNING):
        assert [read({"name": "a", "tomorrow": 1}) for _ in range(2)] == [Named("a"), Named("a")]

    assert [record.getMessage() for record in caplog.records] == [
        "Named lacks fields of a response: tomorrow"
    ]


def test_known_member() -> None:
    """A known member of an enumeration wins over an open one that the spec does not name."""
    read = unions.one_of([lambda _: Hue.RED, lambda _: [Level.LOW]])

    assert read("red") == [Level.LOW]


def test_encoded_constants() -> None:
    """A constant is sent as itself, and a read-only field is not sent."""
    assert (encoders.const("a")("a"), encoders.const(True)(True)) == ("a", True)
    assert encoders.omitted("value") is UNSET
    for constant, value in (("a", "b"), (1, True)):
        with pytest.raises(EncodeError):
            encoders.const(constant)(value)


def test_endless_model() -> None:
    """A model that contains itself is refused."""
    endless = Named(None)
    endless.name = endless
    with pytest.raises(InvalidArgumentError, match=r"must be nested less deeply\. It may contain"):
        arguments.encoded("x", endless, encoders.any_value)


def test_uuid() -> None:
    """A UUID in a model is text in JSON."""
    identifier = "12345678-1234-5678-1234-567812345678"

    assert to_json([readers.uuid_(identifier)]) == [identifier]
