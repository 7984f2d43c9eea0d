"""The printed bodies and the spec's own examples against the spec's schemas."""

import jsonschema_rs
import pytest
from spec_document import Json, Node, nodes, place, resolve
from spec_pages import TIMES, WHOLE_ANSWERS, Answer, Page
from spec_pairing import DOCUMENT, each_whole_answer, media_of, schema_of

INSTANT = "2026-04-28T15:30:00.000Z"
MEDIA = [
    (f"{place(at)} {name}", node["schema"], example)
    for at, node in nodes(DOCUMENT)
    if "schema" in node
    for name, example in node.get("examples", {}).items()
]
PARAMETERS = [
    (place(at), node["schema"], node["example"])
    for at, node in nodes(DOCUMENT)
    if "schema" in node and "example" in node
]
SCHEMAS = [
    (place(at), node, example)
    for at, node in nodes(DOCUMENT)
    if isinstance(node.get("examples"), list)
    for example in node["examples"]
]


def validator(schema: Node, *, formats: bool) -> jsonschema_rs.Validator:
    """Make a validator for a schema that may refer to the components."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    whole = {"$schema": dialect, "components": DOCUMENT["components"], "allOf": [schema]}
    return jsonschema_rs.validator_for(whole, validate_formats=formats)


def printed_times(value: Json) -> set[str]:
    """Find the names of the times in a body for which a placeholder is printed."""
    if isinstance(value, list):
        return {name for each in value for name in printed_times(each)}
    if isinstance(value, dict):
        inner = {name for each in value.values() for name in printed_times(each)}
        return inner | {name for name in TIMES if "string" in str(value.get(name))}
    return set()


def with_instants(value: Json, *, but: str | None = None) -> Json:
    """Copy a body with a real instant at every time but one."""
    if isinstance(value, list):
        return [with_instants(each, but=but) for each in value]
    if isinstance(value, dict):
        return {
            name: INSTANT if name in TIMES and name != but else with_instants(each, but=but)
            for name, each in value.items()
        }
    return value


PLACEHOLDERS = [
    (page, answer, name)
    for page, answer in WHOLE_ANSWERS
    for name in sorted(printed_times(answer.body))
]


@each_whole_answer
def test_as_printed(page: Page, answer: Answer) -> None:
    """A printed body has the form that the spec gives it."""
    validator(schema_of(page, answer), formats=False).validate(answer.body)


@each_whole_answer
def test_with_instants(page: Page, answer: Answer) -> None:
    """With real instants for the placeholders, the formats hold too."""
    body = with_instants(answer.body)

    validator(schema_of(page, answer), formats=True).validate(body)


@pytest.mark.parametrize(
    ("page", "answer", "name"),
    PLACEHOLDERS,
    ids=[f"{page.slug}-{name}" for page, _, name in PLACEHOLDERS],
)
def test_placeholder(page: Page, answer: Answer, name: str) -> None:
    """A placeholder is no instant: the format of every time is asserted."""
    body = with_instants(answer.body, but=name)

    errors = validator(schema_of(page, answer), formats=True).iter_errors(body)

    assert {error.instance_path[-1] for error in errors} == {name}


def test_times() -> None:
    """Every time of the table is printed in some body, so none goes unproved."""
    assert {name for _, _, name in PLACEHOLDERS} == set(TIMES)


@each_whole_answer
def test_same_example(page: Page, answer: Answer) -> None:
    """The spec's example of an answer is the body that the page prints."""
    [example] = media_of(page, answer)["examples"].values()

    assert resolve(DOCUMENT, example)["value"] == answer.body


@pytest.mark.parametrize(("name", "schema", "example"), MEDIA, ids=[name for name, _, _ in MEDIA])
def test_body_example(name: str, schema: Node, example: Node) -> None:
    """An example of a body, printed placeholders and all, has the form of its schema."""
    validator(schema, formats=False).validate(resolve(DOCUMENT, example)["value"])


@pytest.mark.parametrize(
    ("name", "schema", "value"),
    PARAMETERS + SCHEMAS,
    ids=[name for name, _, _ in PARAMETERS + SCHEMAS],
)
def test_value_example(name: str, schema: Node, value: Json) -> None:
    """An example of a parameter or of a schema is a value that it takes."""
    validator(schema, formats=True).validate(value)
