"""Fields of bodies: where they are, and what the spec says of a field that is left out."""

from typing import Any

import pytest
from campaignkit_contract.spec.document import Json, job_reads
from campaignkit_contract.spec.examples import named_examples
from campaignkit_contract.spec.fields import (
    body_schema,
    documented_default,
    fields_schema,
    is_same,
    item_of,
    item_schema,
    writable_names,
)
from campaignkit_contract.spec.schemas import Components
from campaignkit_contract.stateful.matrices.edge_values import other_value


@pytest.mark.parametrize(
    ("description", "default"),
    [
        ("The default is 0.5.", 0.5),
        ("The default is unknown.", None),
        ("True if it is sent (the default).", True),
        ("If true, it is sent.", False),
        ("Name.", None),
    ],
)
def test_default(description: str, default: Any) -> None:
    """A default is read from the sentence of a description."""
    assert documented_default({"description": description}) == default


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"a": {"b": None}}, {"a": {}}, True),
        ([{"a": 1, "b": None}], [{"a": 1}], True),
        ({"a": {"b": 1}}, {"a": {}}, False),
        ([None], [], False),
    ],
)
def test_nulls(one: Any, other: Any, expected: bool) -> None:
    """A field that is null is as good as a field that is left out, at any depth."""
    assert is_same(one, other) is expected


@pytest.fixture
def empty_caches() -> None:
    """Forget what earlier tests asked for, whose coverage is not measured."""
    caches = (body_schema, fields_schema, item_schema, named_examples, job_reads, writable_names)
    for function in caches:
        function.cache_clear()


@pytest.mark.usefixtures("empty_caches")
def test_item() -> None:
    """The fields of a bulk call are those of its first item."""
    contact = {"phoneNumber": "+12025550123"}

    assert item_of("callers_contacts_create", contact) == contact
    assert item_of("callers_contacts_create_bulk", {"contacts": [contact]}) == contact


@pytest.mark.usefixtures("empty_caches")
def test_schemas() -> None:
    """A form has fields, but no JSON body."""
    assert "message" in body_schema("sonarly_messages_respond")["properties"]
    assert body_schema("callers_voices_clone") == {}
    assert "name" in fields_schema("callers_voices_clone")["properties"]


@pytest.mark.usefixtures("empty_caches")
def test_named_examples() -> None:
    """The first example of a body is not among the others."""
    assert list(named_examples("sonarly_messages_respond")) == ["inmail"]
    assert named_examples("sonarly_audiences_delete") == {}


@pytest.mark.usefixtures("empty_caches")
def test_operations_together() -> None:
    """Bodies of an area have fields of lists too, and some operations read jobs."""
    assert {"name", "leadIds"} <= writable_names("sonarly audiences")
    assert "sonarly_prospecting_get" in job_reads()


def test_references_in_lists() -> None:
    """A reference within a list is one to the components too."""
    components = Components({"schemas": {"Word": {"type": "string"}}})
    validator = components.compile({"anyOf": [{"$ref": "#/components/schemas/Word"}]})

    assert validator.is_valid("a")
    assert not validator.is_valid(1)


@pytest.mark.parametrize(
    ("name", "schema", "value", "expected"),
    [
        ("kind", {"anyOf": [{"enum": ["a", "b"]}, {"type": "string"}]}, "a", "b"),
        ("isStrict", {"type": "boolean"}, True, False),
        ("message", {"type": "string"}, "Hello", "Hello changed"),
        ("templateId", {"type": "string"}, "1", "1"),
        ("rules", {"type": "array", "items": {"type": "string"}}, ["a"], ["a", "changed"]),
        ("leadIds", {"type": "array", "items": {"type": "string"}}, ["1"], ["1"]),
        ("size", {"type": "integer"}, 3, 3),
    ],
)
def test_other_value(name: str, schema: Json, value: Any, expected: Any) -> None:
    """Another value of a field is valid too; ids and numbers stay as they are."""
    assert other_value(name, schema, value) == expected
