"""The page of operations, schemas and sources is that of the spec."""

from pathlib import Path
from typing import Any

from tools.codegen.provenance import schemas_by_vendor
from tools.codegen.provenance_page import page
from tools.codegen.spec import load

ROOT = Path(__file__).parent.parent.parent


def test_current() -> None:
    """`make generate` has written it since the spec changed."""
    written = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")

    assert written == page(load(ROOT / "openapi.yaml")), "run `make generate`"


def test_earlier_documents() -> None:
    """An operation that only older documents describe is in a table of its own."""
    document = load(ROOT / "openapi.yaml")
    operation = document["paths"]["/campaigns"]["get"]
    operation["x-source"] = {"document": "callers/old", "standing": "earlier-documents"}
    table = page(document).partition("earlier documents only\n")[2]

    assert "| callers.campaigns.list | GET /campaigns | callers/old |\n" in table


def test_every_schema() -> None:
    """Each schema is reached by an operation; it and its fields have a document or a reason."""
    document = load(ROOT / "openapi.yaml")
    traced = [schema for schemas in schemas_by_vendor(document).values() for schema in schemas]
    sources = [source for schema in traced for source in (schema.source, *schema.fields.values())]

    assert {schema.name for schema in traced} == set(document["components"]["schemas"])
    assert all(source.document or source.reason for source in sources)


def test_fields() -> None:
    """A field is on the word of its schema, or on its own; those within it too."""
    document = orchard(
        {
            "old": {"x-source": {"document": "orchard/old", "standing": "earlier-documents"}},
            "plain": {"type": "string"},
            "limits": {"properties": {"most": {"x-source": GUESS}}, "x-source": GUESS},
            "rows": {"type": "array", "items": {"properties": {"left": {}}}},
            "either": {"anyOf": [{"properties": {"right": {"x-source": GUESS}}}]},
            "names": {"additionalProperties": {"properties": {"first": {}}}},
        }
    )
    shown = page(document)

    assert "| Tree | orchard/tree | documented | 10 | 4 |" in shown
    assert "| assumed | Tree.limits, .limits.most, .either.right | Nobody says. |" in shown
    assert "| earlier-documents | Tree.old | It is in orchard/old. |" in shown


def test_cut() -> None:
    """A schema whose page was cut says why, and so does what is assumed of a whole."""
    document = orchard({})
    for name in "ABCDEFG":
        schema = {"x-source": {**CUT, "assumed": {"required": "An | example only"}}}
        document["components"]["schemas"][name] = schema
        document["components"]["schemas"]["Tree"].setdefault("anyOf", []).append(
            {"$ref": f"#/components/schemas/{name}"}
        )
    shown = page(document)

    assert "| cut | 7 schemas | It ends there. |" in shown
    assert "| assumed | 7 schemas (required) | An \\| example only. |" in shown


GUESS = {"standing": "assumed", "reason": "Nobody says"}
CUT = {"document": "orchard/tree", "standing": "cut", "reason": "It ends\nthere."}


def orchard(properties: dict[str, Any]) -> dict[str, Any]:
    """Return a document with one operation and one schema."""
    tree = {"x-source": {"document": "orchard/tree", "standing": "documented"}}
    response = {
        "description": "It",
        "content": {"x": {"schema": {"$ref": "#/components/schemas/Tree"}}},
    }
    operation = {
        "operationId": "orchard_trees_get",
        "summary": "Get",
        "description": "It.",
        "tags": ["orchard trees"],
        "x-idempotency": "safe",
        "responses": {"200": {"$ref": "#/components/responses/Tree"}},
        **tree,
    }
    schemas: dict[str, Any] = {"Tree": {**tree, "properties": properties}}
    return {
        "paths": {"/trees": {"get": operation}},
        "components": {"schemas": schemas, "responses": {"Tree": response}},
    }


def test_vendor_without_schemas() -> None:
    """A vendor whose operations use no schema has its operations listed."""
    source = {"document": "quarry/stones", "standing": "documented"}
    operation = {
        "operationId": "quarry_stones_open",
        "summary": "Open",
        "description": "It opens.",
        "tags": ["quarry stones"],
        "x-source": source,
        "x-idempotency": "never",
        "responses": {"204": {"description": "Open"}},
    }

    shown = page({"paths": {"/quarry": {"post": operation}}})

    assert "## Quarry (1)" in shown
    assert "schemas with" not in shown
