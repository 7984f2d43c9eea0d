"""Every fact that a page prints is in the spec; any other has its source."""

import pytest

from tests.spec.page_facts import CALLERS_LIST, LEAD_STATUS, PAGES, START, Answer, Field, Page
from tests.spec.pairing import (
    DOCUMENT,
    each_answer,
    operation_of,
    pairs,
    properties_of,
    response_of,
    schema_of,
)
from tools.codegen.checks.document import Node, operations, resolve

UNPRINTED = {"assumed", "cut", "earlier-documents"}

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
each_field = pytest.mark.parametrize(
    "field", CALLERS_LIST.fields, ids=[field.name for field in CALLERS_LIST.fields]
)


def types_of(schema: Node) -> set[str]:
    """Return the types of a schema in the words of the pages."""
    schema = resolve(DOCUMENT, schema)
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {
        f"{resolve(DOCUMENT, schema['items'])['type']}[]" if kind == "array" else kind
        for kind in kinds
    }


def callers_campaign() -> Node:
    """Find the schema of one campaign in the list of Callers."""
    return resolve(DOCUMENT, schema_of(CALLERS_LIST, CALLERS_LIST.answers[0])["items"])


def test_operations() -> None:
    """The spec has the operations of the pages and no others."""
    declared = {
        f"{operation.method.upper()} {operation.path}" for operation in operations(DOCUMENT)
    }

    printed = {f"{page.sent} {page.path}" for page in PAGES}
    without_facts = ", ".join(sorted(declared - printed))

    assert not without_facts, f"write tests/spec/facts/<vendor>-<area>.json for {without_facts}"
    assert declared == printed, "describe the other operations in openapi.yaml"


@each_page
def test_source(page: Page) -> None:
    """An operation names the page it was made from."""
    source = operation_of(page).node["x-source"]

    assert (source["document"], source["standing"]) == (page.slug, page.standing)


@each_page
def test_method(page: Page) -> None:
    """The method is the printed one, or said to be assumed."""
    operation = operation_of(page)
    is_assumed = "method" in operation.node["x-source"].get("assumed", {})

    assert page.method == (None if is_assumed else operation.method.upper())


def test_assumed_method() -> None:
    """Start, whose page prints no method, is sent by POST."""
    assert operation_of(START).method == "post"


@each_page
def test_permission(page: Page) -> None:
    """The permission is the printed one."""
    assert operation_of(page).node.get("x-permission") == page.permission


@each_page
def test_prerequisites(page: Page) -> None:
    """The prerequisites are the printed ones."""
    assert tuple(operation_of(page).node.get("x-prerequisites", ())) == page.prerequisites


@each_page
def test_idempotency(page: Page) -> None:
    """Reads are safe, a key makes a call keyed, and any other write may not be sent twice."""
    guarded = {"verify", "never"}
    expected = {"GET": {"safe"}}.get(page.sent, guarded)
    if page.idempotency == "Idempotency-Key":
        expected = {"keyed"}

    assert operation_of(page).node["x-idempotency"] in expected


@each_page
def test_parameters(page: Page) -> None:
    """The parameters are the printed ones, each at its place and as required as printed."""
    declared = {
        (parameter["name"], parameter["in"], parameter["required"])
        for parameter in operation_of(page).parameters
    }

    assert declared == {
        (parameter.name, parameter.location, parameter.required) for parameter in page.parameters
    }


@each_page
def test_request_body(page: Page) -> None:
    """A body has the printed fields, as required as printed; others have their source."""
    body = operation_of(page).node.get("requestBody")
    assert (body is None) == (page.request is None)
    if body is None or page.request is None:
        return
    schema = resolve(DOCUMENT, next(iter(body["content"].values()))["schema"])
    declared = properties_of(schema)
    printed = {field.name: field for field in page.request}
    required = set(schema.get("required", []))

    assert printed.keys() <= declared.keys()
    assert {name for name in required if name in printed} == {
        field.name for field in page.request if field.required
    }
    assert [
        name
        for name, field in declared.items()
        if name not in printed and field.get("x-source", {}).get("standing") not in UNPRINTED
    ] == []


@pytest.mark.parametrize(
    ("page", "field"),
    [(page, field) for page in PAGES for field in page.request or () if field.values],
    ids=lambda case: case.slug if isinstance(case, Page) else case.name,
)
def test_request_values(page: Page, field: Field) -> None:
    """An enumeration of a body, or a list of its values, knows the printed ones."""
    body = operation_of(page).node["requestBody"]
    declared = properties_of(next(iter(body["content"].values()))["schema"])[field.name]
    named = resolve(DOCUMENT, declared.get("items", declared))

    assert tuple(named["anyOf"][0]["enum"]) == field.values


def test_server() -> None:
    """The path of Callers belongs to the server that its page prints."""
    [server] = operation_of(CALLERS_LIST).servers

    assert server["url"] == CALLERS_LIST.server


def test_credential() -> None:
    """Callers takes the bare key in the printed header."""
    [requirement] = operation_of(CALLERS_LIST).node["security"]
    [scheme] = [DOCUMENT["components"]["securitySchemes"][name] for name in requirement]
    printed = CALLERS_LIST.credential

    assert printed
    assert (scheme["type"], scheme["name"], scheme["in"]) == (
        "apiKey",
        printed.name,
        printed.location,
    )


def test_lead_ids() -> None:
    """The ids of leads travel as one comma-joined value."""
    parameters = {
        parameter["name"]: parameter for parameter in operation_of(LEAD_STATUS).parameters
    }
    lead_ids = parameters["leadIds"]

    assert lead_ids["schema"]["type"] == "array"
    assert (lead_ids["style"], lead_ids["explode"]) == ("form", False)


@each_page
def test_statuses(page: Page) -> None:
    """Every status of the page is declared."""
    listed = {response.status for response in page.answers if response.status}

    assert listed <= set(operation_of(page).node["responses"])


@each_page
def test_other_statuses(page: Page) -> None:
    """A status whose number the page does not print has its source."""
    operation = operation_of(page)
    # One reason can stand for several: `'429, 500': why`.
    aspects = operation.node["x-source"].get("assumed", {})
    assumed = {status for aspect in aspects for status in aspect.split(", ")}
    printed = {response.status for response in page.answers if response.is_printed}
    others = set(operation.node["responses"]) - printed

    unexplained = {
        status
        for status in others - assumed
        if response_of(page, status).get("x-source", {}).get("standing") not in UNPRINTED
    }

    assert unexplained == set()


@each_page
def test_schema_names(page: Page) -> None:
    """A status refers to the schema of the printed name."""
    named = {response.status: response.schema for response in page.answers if response.schema}
    declared = {
        response.status: schema_of(page, response)["$ref"].rpartition("/")[2]
        for response in page.answers
        if response.schema
    }

    assert declared == named


@each_answer
def test_printed_fields(page: Page, response: Answer) -> None:
    """Every field of a printed body is declared."""
    undeclared = {
        f"{at}.{name}"
        for at, schema, value in pairs(schema_of(page, response), response.body)
        for name in set(value) - set(properties_of(schema))
    }

    assert undeclared == set()


@each_answer
def test_other_fields(page: Page, response: Answer) -> None:
    """A field that no body prints has its source."""
    unprinted = {
        f"{at}.{name}"
        for at, schema, value in pairs(schema_of(page, response), response.body)
        for name, declared in properties_of(schema).items()
        if name not in {*value, *page.listed}
        and declared.get("x-source", {}).get("standing") not in UNPRINTED
    }

    assert unprinted == set()


def test_field_names() -> None:
    """The campaign of Callers has the fields of the table and no others."""
    declared = callers_campaign()["properties"]

    assert list(declared) == [field.name for field in CALLERS_LIST.fields]


@each_field
def test_field_required(field: Field) -> None:
    """A field is as required as its row says."""
    assert (field.name in callers_campaign()["required"]) == field.required


@each_field
def test_field_type(field: Field) -> None:
    """A field has the type of its row; a null that the row does not print is said to be assumed."""
    declared = callers_campaign()["properties"][field.name]
    printed = set(field.type.split(" | "))
    is_assumed = declared.get("x-source", {}).get("standing") == "assumed"

    assert types_of(declared) - ({"null"} if is_assumed else set()) == printed


@pytest.mark.parametrize("name", CALLERS_LIST.nested)
def test_nested_fields(name: str) -> None:
    """An inner object has the fields of the sample."""
    declared = resolve(DOCUMENT, callers_campaign()["properties"][name])

    assert tuple(declared["properties"]) == CALLERS_LIST.nested[name]


@pytest.mark.parametrize("name", LEAD_STATUS.values)
def test_values(name: str) -> None:
    """An enumeration knows the printed values."""
    body = LEAD_STATUS.answers[0].body
    objects = pairs(schema_of(LEAD_STATUS, LEAD_STATUS.answers[0]), body)
    [declared] = [properties_of(schema)[name] for _, schema, value in objects if name in value]

    assert tuple(resolve(DOCUMENT, declared)["anyOf"][0]["enum"]) == LEAD_STATUS.values[name]
