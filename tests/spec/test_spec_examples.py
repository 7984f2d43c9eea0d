"""The printed bodies and the spec's own examples against the spec's schemas."""

import json

import jsonschema_rs
import pytest

from tests.spec.page_facts import (
    ANSWERS,
    PRINTED_TIMES,
    TIMES,
    WHOLE_ANSWERS,
    Answer,
    Page,
    with_times,
)
from tests.spec.pairing import DOCUMENT, each_whole_answer, media_of, schema_of
from tools.codegen.checks.document import Json, Node, nodes, place, resolve

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
        return {name for item in value for name in printed_times(item)}
    if isinstance(value, dict):
        inner = {name for item in value.values() for name in printed_times(item)}
        return inner | {name for name in TIMES if "string" in str(value.get(name))}
    return set()


def with_instants(value: Json, *, but: str | None = None) -> Json:
    """Copy a body with a real instant at every time but one."""
    if isinstance(value, list):
        return [with_instants(item, but=but) for item in value]
    if isinstance(value, dict):
        return {
            name: INSTANT if name in TIMES and name != but else with_instants(item, but=but)
            for name, item in value.items()
        }
    return value


PLACEHOLDERS = [
    (page, response, name)
    for page, response in WHOLE_ANSWERS
    for name in sorted(printed_times(response.body))
]


@each_whole_answer
def test_as_printed(page: Page, response: Answer) -> None:
    """A printed body has the form that the spec gives it."""
    validator(schema_of(page, response), formats=False).validate(response.body)


@each_whole_answer
def test_with_instants(page: Page, response: Answer) -> None:
    """With real instants for the placeholders, the formats hold too."""
    body = with_instants(response.body)

    validator(schema_of(page, response), formats=True).validate(body)


@pytest.mark.parametrize(
    ("page", "response", "name"),
    PLACEHOLDERS,
    ids=[f"{page.slug}-{name}" for page, _, name in PLACEHOLDERS],
)
def test_placeholder(page: Page, response: Answer, name: str) -> None:
    """A placeholder is no instant: the format of every time is asserted."""
    body = with_instants(response.body, but=name)

    errors = validator(schema_of(page, response), formats=True).iter_errors(body)

    assert {error.instance_path[-1] for error in errors} == {name}


def test_times() -> None:
    """Every time of the table is printed in some body, so none goes unproved."""
    assert {name for _, _, name in PLACEHOLDERS} == set(TIMES)


def vendor_of(page: Page) -> str:
    """Return the vendor that the page is of."""
    return page.slug.partition("/")[0]


@each_whole_answer
def test_same_example(page: Page, response: Answer) -> None:
    """The spec's example of a response is the printed body, with times for its placeholders."""
    [example] = media_of(page, response)["examples"].values()

    assert resolve(DOCUMENT, example)["value"] == with_times(
        response.body, PRINTED_TIMES[vendor_of(page)]
    )


@each_whole_answer
def test_same_example_summary(page: Page, response: Answer) -> None:
    """The summary of an example says if it has times in place of placeholders."""
    [example] = (
        resolve(DOCUMENT, example) for example in media_of(page, response)["examples"].values()
    )
    is_changed = example["value"] != response.body

    assert ("with times for its placeholders" in example["summary"]) == is_changed


@pytest.mark.parametrize("vendor", PRINTED_TIMES)
def test_printed_time(vendor: str) -> None:
    """The time in place of a placeholder is one that a page of the vendor prints."""
    bodies = [response.body for page, response in ANSWERS if vendor_of(page) == vendor]

    assert PRINTED_TIMES[vendor] in json.dumps(bodies)


@pytest.mark.parametrize("name", TIMES)
@pytest.mark.parametrize("placeholder", ["string", "<string>"])
def test_with_times(name: str, placeholder: str) -> None:
    """A placeholder of a time is replaced at any depth; every other value stays."""
    body = [{"data": {name: placeholder, "name": placeholder}, name: None}, {name: "2026"}]

    assert with_times(body, INSTANT) == [
        {"data": {name: INSTANT, "name": placeholder}, name: None},
        {name: "2026"},
    ]


@pytest.mark.parametrize(("name", "schema", "example"), MEDIA, ids=[name for name, _, _ in MEDIA])
def test_body_example(name: str, schema: Node, example: Node) -> None:
    """An example of a body is valid by its schema, formats included."""
    validator(schema, formats=True).validate(resolve(DOCUMENT, example)["value"])


@pytest.mark.parametrize(
    ("name", "schema", "value"),
    PARAMETERS + SCHEMAS,
    ids=[name for name, _, _ in PARAMETERS + SCHEMAS],
)
def test_value_example(name: str, schema: Node, value: Json) -> None:
    """An example of a parameter or of a schema is a value that it takes."""
    validator(schema, formats=True).validate(value)
