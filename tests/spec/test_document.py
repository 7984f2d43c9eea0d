"""The document by itself: valid, and with nothing that points nowhere."""

from collections.abc import Iterator

import openapi_spec_validator
import pytest

from tests.spec.document import load_document
from tests.spec.page_facts import PAGES
from tests.spec.pairing import properties_of, schema_of
from tools.codegen.checks.document import Node, at_pointer, nodes, operations, place, resolve

DOCUMENT = load_document()
OPERATIONS = {operation.node["operationId"]: operation for operation in operations(DOCUMENT)}
REFERENCES = [(at, node["$ref"]) for at, node in nodes(DOCUMENT) if "$ref" in node]


def links(operation_id: str) -> Iterator[Node]:
    """Yield the links that stand under the responses of an operation."""
    for response in OPERATIONS[operation_id].node["responses"].values():
        yield from response.get("links", {}).values()


def is_component(target: str) -> bool:
    """Return whether a reference leads to a component."""
    try:
        return target.startswith("#/components/") and bool(at_pointer(DOCUMENT, target))
    except KeyError:
        return False


def is_declared(schema: Node, pointer: str) -> bool:
    """Return whether a schema has the property that a pointer leads to."""
    for step in pointer.split("/")[1:]:
        if step.isdecimal():
            schema = resolve(DOCUMENT, schema)["items"]
        elif step in properties_of(schema):
            schema = properties_of(schema)[step]
        else:
            return False
    return True


LINKS = [(source, link) for source in OPERATIONS for link in links(source)]
LINK_IDS = [f"{source}-{link['operationId']}" for source, link in LINKS]


def test_version() -> None:
    """The document is written for OpenAPI 3.1.0."""
    assert DOCUMENT["openapi"] == "3.1.0"


def test_valid() -> None:
    """The document keeps every rule of OpenAPI 3.1."""
    openapi_spec_validator.validate(DOCUMENT, cls=openapi_spec_validator.OpenAPIV31SpecValidator)


def test_references() -> None:
    """A reference leads to an object of this document."""
    dangling = [place(at) for at, target in REFERENCES if not is_component(target)]

    assert dangling == []


def test_unused() -> None:
    """Every component is used."""
    schemes = {name for operation in OPERATIONS.values() for name in operation.node["security"][0]}
    used = {target for _, target in REFERENCES}
    used |= {f"#/components/securitySchemes/{name}" for name in schemes}

    declared = DOCUMENT["components"].items()

    assert {f"#/components/{kind}/{name}" for kind, names in declared for name in names} == used


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("sonarly_campaigns_list", "sonarly_campaigns_get"),
        ("sonarly_campaigns_get", "sonarly_campaigns_start"),
        ("sonarly_campaigns_start", "sonarly_campaigns_lead_status"),
    ],
)
def test_chain(source: str, target: str) -> None:
    """Links lead from the list of campaigns to the statuses of a started one's leads."""
    assert target in [link["operationId"] for link in links(source)]


@pytest.mark.parametrize(("source", "link"), LINKS, ids=LINK_IDS)
def test_link_target(source: str, link: Node) -> None:
    """A link names an operation of this document and parameters that it takes."""
    target = OPERATIONS[link["operationId"]]

    assert set(link["parameters"]) <= {parameter["name"] for parameter in target.parameters}


@pytest.mark.parametrize(("source", "link"), LINKS, ids=LINK_IDS)
def test_link_value(source: str, link: Node) -> None:
    """What a link takes from a body is in the body that the page prints, else in its schema."""
    operation = OPERATIONS[source]
    page = next(
        page
        for page in PAGES
        if (page.path, page.sent) == (operation.path, operation.method.upper())
    )
    answer = page.answers[0]
    taken = [
        expression
        for expression in link["parameters"].values()
        if expression.startswith("$response.body#")
    ]
    pointers = [expression.removeprefix("$response.body") for expression in taken]

    assert pointers
    if answer.body is None:
        assert all(is_declared(schema_of(page, answer), pointer) for pointer in pointers)
    else:
        assert all(at_pointer(answer.body, pointer) for pointer in pointers)
