"""The strict spec rejects what the documents do not name, and nothing else."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from campaignkit_contract.spec.document import Json, shared_spec
from campaignkit_contract.spec.schemas import Components, SchemaPair
from campaignkit_contract.spec.strict import (
    OverlayError,
    apply_overlay,
    shared_strict_spec,
    strict_spec,
)
from jsonschema_rs import Draft202012Validator

PACKAGED = files("campaignkit_api").joinpath("openapi.json")
DOCUMENT = shared_spec()
STRICT = shared_strict_spec()
DATA = {"const", "default", "enum", "example", "value", "x-source"}
PARTS = ("allOf", "anyOf", "oneOf")


def at(document: Any, pointer: tuple[str | int, ...]) -> Any:
    """Return the value at a pointer of the document."""
    for step in pointer:
        document = document[step]
    return document


def resolved(document: Json, node: Json) -> Json:
    """Return the node, or the node that it refers to."""
    while "$ref" in node:
        node = at(document, tuple(node["$ref"].removeprefix("#/").split("/")))
    return node


def nodes(value: Any, pointer: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Json]]:
    """Yield every object of a document except examples, with its pointer."""
    if isinstance(value, list):
        for index, child in enumerate(value):
            yield from nodes(child, (*pointer, index))
    elif isinstance(value, dict):
        yield pointer, value
        for name, child in value.items():
            if name not in DATA:
                yield from nodes(child, (*pointer, name))


def examples(document: Json) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield the pointers of schemas, each with an example."""
    for pointer, node in nodes(document):
        listed = node.get("examples")
        if "schema" in node:
            shown = listed.values() if isinstance(listed, dict) else []
            values = [resolved(document, example)["value"] for example in shown]
            values += [node["example"]] if "example" in node else []
            yield from (((*pointer, "schema"), value) for value in values)
        elif isinstance(listed, list):
            yield from ((pointer, value) for value in listed)


EXAMPLES = list(examples(DOCUMENT))


def names_properties(document: Json, schema: Json) -> bool:
    """Return True if a schema names properties, and is not open on purpose."""
    if "additionalProperties" in schema:
        return False
    parts = [part for key in PARTS for part in schema.get(key, [])]
    if "$ref" in schema:
        parts.append(resolved(document, {"$ref": schema["$ref"]}))
    return "properties" in schema or any(names_properties(document, part) for part in parts)


def open_places(document: Json) -> list[str]:
    """Return the schemas with properties that allow others too."""
    found = []
    for pointer, node in nodes(document):
        used = pointer[-1:] in {("schema",), ("items",), ("additionalProperties",)}
        named = pointer[-2:-1] in {("properties",), ("patternProperties",), ("prefixItems",)}
        is_open = (
            names_properties(document, node) and node.get("unevaluatedProperties") is not False
        )
        if (used or named) and is_open:
            found.append("/".join(map(str, pointer)))
    return found


def test_none_is_open() -> None:
    """Every object that names its properties is closed."""
    assert open_places(STRICT) == []
    assert len(open_places(DOCUMENT)) > 20


def test_no_word_is_open() -> None:
    """No enumeration is open."""
    words = [
        node["anyOf"]
        for _, node in nodes(STRICT)
        if any("enum" in e for e in node.get("anyOf", []))
    ]

    assert words
    assert not any({"type": "string"} in enumeration for enumeration in words)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("pointer", "value"), EXAMPLES, ids=["/".join(map(str, place)) for place, _ in EXAMPLES]
)
@pytest.mark.parametrize("document", [DOCUMENT, STRICT], ids=["spec", "strict"])
def test_example(document: Json, pointer: tuple[str | int, ...], value: Any) -> None:
    """Every example conforms to the spec and to the strict spec."""
    schema = {**at(document, pointer), "components": document["components"]}

    Draft202012Validator(schema).validate(value)


def form(schemas: Json, used: Json) -> SchemaPair:
    """Return the schemas of a body with these components."""
    document = {
        "content": {"application/json": {"schema": used}},
        "components": {"schemas": schemas},
    }
    strict = strict_spec(document)
    schema = strict["content"]["application/json"]["schema"]
    return SchemaPair(
        used, schema, Components(document["components"]), Components(strict["components"])
    )


BASE = {"type": "object", "properties": {"id": {"type": "string"}}}
EXTENDED = {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"size": {}}}]}
WORD = {"anyOf": [{"type": "string", "enum": ["a", "b"]}, {"type": "string"}]}
SCHEMAS = {
    "Base": BASE,
    "Extended": EXTENDED,
    "Word": WORD,
    "Map": {"type": "object"},
    "Words": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Word"}},
    "Anything": {"description": "Undocumented."},
    "Either": {"oneOf": [{"$ref": "#/components/schemas/Base"}, {"type": "null"}]},
    "Text": {"anyOf": [{"type": "string"}, {"type": "object", "properties": {"x": {}}}]},
    "Tuple": {"type": "array", "prefixItems": [{"$ref": "#/components/schemas/Base"}]},
    "Nested": {
        "type": "object",
        "properties": {"inner": BASE, "list": {"type": "array", "items": BASE}},
    },
}


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("name", "value", "is_accepted"),
    [
        ("Base", {"id": "1"}, True),
        ("Base", {"id": "1", "more": 1}, False),
        ("Extended", {"id": "1", "size": 2}, True),
        ("Extended", {"id": "1", "more": 1}, False),
        ("Word", "b", True),
        ("Word", "c", False),
        ("Map", {"any": {"thing": 1}}, True),
        ("Words", {"any": "a"}, True),
        ("Words", {"any": "c"}, False),
        ("Anything", {"any": [1]}, True),
        ("Either", None, True),
        ("Either", {"id": "1"}, True),
        ("Either", {"more": 1}, False),
        ("Text", "any", True),
        ("Text", {"y": 1}, False),
        ("Tuple", [{"id": "1"}], True),
        ("Tuple", [{"more": 1}], False),
        ("Nested", {"inner": {"id": "1"}, "list": [{"id": "1"}]}, True),
        ("Nested", {"inner": {"more": 1}}, False),
        ("Nested", {"list": [{"more": 1}]}, False),
    ],
)
def test_closes(name: str, value: Any, is_accepted: bool) -> None:
    """Objects and enumerations are closed, also behind references; maps stay open."""
    found = list(form(SCHEMAS, {"$ref": f"#/components/schemas/{name}"}).validate(value))

    assert (found == []) is is_accepted
    assert {finding.kind for finding in found} <= {"additive"}


def test_original() -> None:
    """The original document is not changed."""
    assert json.loads(PACKAGED.read_bytes()) == DOCUMENT != STRICT


def overlay(*actions: Json) -> Json:
    """Return an overlay with these actions."""
    return {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": list(actions)}


@pytest.mark.parametrize(
    ("action", "result"),
    [
        (
            {"target": "$.a", "update": {"b": {"d": 2}}},
            {"a": {"b": {"c": [1], "d": 2}}, "l": [1, 2, 1]},
        ),
        ({"target": "$.a.b", "update": {"c": [2]}}, {"a": {"b": {"c": [1, 2]}}, "l": [1, 2, 1]}),
        ({"target": "$.l", "update": 3}, {"a": {"b": {"c": [1]}}, "l": [1, 2, 1, 3]}),
        ({"target": "$.l[?@ == 1]", "remove": True}, {"a": {"b": {"c": [1]}}, "l": [2]}),
        ({"target": "$.a", "description": "d"}, {"a": {"b": {"c": [1]}}, "l": [1, 2, 1]}),
        ({"target": "$.nowhere", "remove": True}, {"a": {"b": {"c": [1]}}, "l": [1, 2, 1]}),
    ],
    ids=["merge", "append in merge", "append", "remove", "no change", "no match"],
)
def test_action(action: Json, result: Json) -> None:
    """Actions do what the Overlay Specification says."""
    assert apply_overlay(overlay(action), {"a": {"b": {"c": [1]}}, "l": [1, 2, 1]}) == result


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"openapi": "3.1.0"}, "not an OpenAPI Overlay"),
        (overlay({"target": "$.a", "copy": "$.b"}), "copy is not supported"),
        (overlay({"target": "$.a["}), r"\$\.a\["),
        (overlay({"target": "$", "remove": True}), "whole document"),
    ],
    ids=["no overlay", "copy", "no path", "all"],
)
def test_refuses(wrong: Json, complaint: str) -> None:
    """An overlay that cannot be applied raises an error."""
    with pytest.raises(OverlayError, match=complaint):
        apply_overlay(wrong, {"a": {}})
