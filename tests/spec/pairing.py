"""The printed facts beside the spec: which part of the document belongs to which part of a page."""

from collections.abc import Iterator

import pytest

from tests.spec.document import load_document
from tests.spec.page_facts import ANSWERS, WHOLE_ANSWERS, Answer, Page
from tools.codegen.checks.document import Json, Node, Operation, operations, resolve

DOCUMENT = load_document()


def _each(answers: tuple[tuple[Page, Answer], ...]) -> pytest.MarkDecorator:
    names = [f"{page.slug}-{response.status or 'unnamed'}" for page, response in answers]
    return pytest.mark.parametrize(("page", "response"), answers, ids=names)


each_answer = _each(ANSWERS)
each_whole_answer = _each(WHOLE_ANSWERS)


def operation_of(page: Page) -> Operation:
    """Find the operation of the page."""
    for operation in operations(DOCUMENT):
        if (operation.path, operation.method.upper()) == (page.path, page.sent):
            return operation
    raise LookupError(f"describe {page.sent} {page.path} in openapi.yaml")


def response_of(page: Page, status: str) -> Node:
    """Find what the spec says of a status, through its reference."""
    return resolve(DOCUMENT, operation_of(page).node["responses"][status])


def media_of(page: Page, response: Answer) -> Node:
    """Find the media type of a body; a body printed without a status is the success."""
    media: Node = response_of(page, response.status or "200")["content"]["application/json"]
    return media


def schema_of(page: Page, response: Answer) -> Node:
    """Find the schema of a body."""
    schema: Node = media_of(page, response)["schema"]
    return schema


def properties_of(schema: Node) -> Node:
    """Collect the properties of a schema and of the schemas it is composed of."""
    schema = resolve(DOCUMENT, schema)
    found: Node = dict(schema.get("properties", {}))
    for branch in [*schema.get("allOf", []), *schema.get("anyOf", []), *schema.get("oneOf", [])]:
        found |= properties_of(branch)
    return found


def is_map(schema: Node) -> bool:
    """Return whether the names in an object are data."""
    schema = resolve(DOCUMENT, schema)
    return "additionalProperties" in schema and not schema.get("properties")


def pairs(schema: Node, value: Json, at: str = "") -> Iterator[tuple[str, Node, Node]]:
    """Yield each object of a printed body beside the schema that declares it."""
    if isinstance(value, list):
        for item in value:
            yield from pairs(resolve(DOCUMENT, schema)["items"], item, f"{at}[]")
    elif isinstance(value, dict) and is_map(schema):
        for name, item in value.items():
            yield from pairs(
                resolve(DOCUMENT, schema)["additionalProperties"], item, f"{at}.{name}"
            )
    elif isinstance(value, dict):
        yield at, schema, value
        declared = properties_of(schema)
        for name in set(value) & set(declared):
            yield from pairs(declared[name], value[name], f"{at}.{name}")
