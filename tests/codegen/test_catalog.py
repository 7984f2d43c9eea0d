"""The catalog names the operations and arguments that the resource classes have."""

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest
from campaignkit_api import catalog
from campaignkit_runtime.catalog import Argument, OperationEntry

from tests.example_calls import CLIENTS, DOCUMENT, NODES, OPERATION_IDS, method_of
from tools.codegen.catalog import effect_of
from tools.codegen.checks.document import at_pointer
from tools.codegen.inlining import inlined, leaf
from tools.codegen.output_pointers import output_pointer

CALLBACKS = {"on_progress"}


def entry_of(operation_id: str) -> OperationEntry:
    """Return the entry of an operation."""
    [tag] = NODES[operation_id]["tags"]
    vendor, _, area = tag.partition(" ")
    resource = area.replace(" ", "_")
    prefix = f"{vendor}_{resource}_"
    return catalog.load_operations(vendor, resource)[operation_id.removeprefix(prefix)]


def argument_of(operation_id: str, name: str) -> Argument:
    """Return an argument of an operation."""
    [argument] = (each for each in entry_of(operation_id).arguments if each.name == name)
    return argument


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_arguments(operation_id: str) -> None:
    """An entry has the arguments of the method: names, order, kind and default."""
    entry = entry_of(operation_id)
    method = method_of(CLIENTS[entry.vendor](api_key="k"), operation_id)
    parameters = inspect.signature(method).parameters
    declared = [
        (each.name, each.kind is each.POSITIONAL_OR_KEYWORD, each.default is each.empty)
        for name, each in parameters.items()
        if name not in CALLBACKS
    ]

    assert declared == [
        (each.name, each.location == "path", each.is_required) for each in entry.arguments
    ]
    assert all(
        parameters[each.name].default == each.default
        for each in entry.arguments
        if each.default is not None
    )


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_facts(operation_id: str) -> None:
    """An entry repeats what the spec says of the operation."""
    entry, node = entry_of(operation_id), NODES[operation_id]

    assert entry.id == operation_id
    assert (entry.effect, entry.idempotency) == (node["x-effect"], node["x-idempotency"])
    assert entry.permission == node.get("x-permission", "")
    assert entry.summary == node["summary"]
    assert entry.is_deprecated == node.get("deprecated", False)
    assert (entry.kind == "batch") == ("x-batch" in node)
    assert (entry.paging is not None) == ("x-pagination" in node)


def test_index() -> None:
    """The index lists each operation once, under its vendor and resource."""
    listed = [
        catalog.load_operations(vendor, resource)[name].id
        for vendor, resources in catalog.RESOURCES.items()
        for resource, entry in resources.items()
        for name in entry.summaries
    ]

    assert sorted(listed) == sorted(OPERATION_IDS)
    assert list(catalog.VENDORS) == ["sonarly", "callers"]


def test_imports() -> None:
    """The catalog imports only its types, so that a command line starts fast."""
    folder = Path(str(catalog.__file__)).parent
    modules = {
        node.module
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
    }

    assert modules == {"campaignkit_runtime.catalog", "importlib"}


def test_confirmation() -> None:
    """A start is confirmed by a person; a draft and a list are not."""
    names = ("sonarly_campaigns_start", "sonarly_campaigns_create", "sonarly_campaigns_list")

    assert [entry_of(name).must_confirm for name in names] == [True, False, False]


def test_model() -> None:
    """An object with declared fields names its model, also within a list or beside null."""
    assert argument_of("sonarly_templates_create_writing_style", "samples").model == (
        "WritingStyleSampleInput"
    )
    limits = argument_of("callers_organizations_create_sub_organization", "limits")
    assert limits.model == "CallersSubOrganizationLimits"
    assert argument_of("callers_contacts_create", "data").model == ""


def test_examples() -> None:
    """An argument has the example of the spec, also if it is false."""
    assert argument_of("callers_contacts_list", "archived").example is False
    assert argument_of("callers_contacts_create", "name").example


def test_read() -> None:
    """A write names the read that shows its effect."""
    assert entry_of("sonarly_campaigns_start").read == "sonarly_campaigns_get"
    assert entry_of("callers_memories_delete").read == ""


@pytest.mark.parametrize("operation_id", OPERATION_IDS)
def test_output(operation_id: str) -> None:
    """The schema of the result is in the packaged spec, without the envelope."""
    pointer = entry_of(operation_id).output
    schema = at_pointer(DOCUMENT, pointer) if pointer else {}

    assert "$ref" not in schema
    assert not {"success", "error"} <= set(schema.get("properties", {}))
    assert bool(pointer) == (operation_id not in ("callers_organizations_add_phone_numbers",))


def test_outputs() -> None:
    """A list has the schema of its items, an item that of its model, a page that of the page."""
    assert entry_of("sonarly_campaigns_get").output == "#/components/schemas/Campaign"
    listed = at_pointer(DOCUMENT, entry_of("sonarly_campaigns_list").output)
    assert listed["items"] == {"$ref": "#/components/schemas/Campaign"}
    page = at_pointer(DOCUMENT, entry_of("sonarly_audiences_list").output)
    assert {"items", "nextCursor"} <= set(page["properties"])
    assert entry_of("callers_campaigns_list").output.startswith("#/paths/~1campaigns/get/")


@pytest.mark.parametrize(("method", "effect"), [("get", "none"), ("post", "irreversible")])
def test_unknown_effect(method: str, effect: str) -> None:
    """A write without `x-effect` is confirmed by a person."""
    assert effect_of(method, {}) == effect


RECURSIVE: dict[str, Any] = {
    "components": {
        "schemas": {
            "Tree": {
                "type": "object",
                "x-source": {},
                "properties": {
                    "parent": {"$ref": "#/components/schemas/Tree"},
                    "kind": {"description": "Its kind.", "oneOf": [{"const": 1}, {"minimum": 2}]},
                },
            }
        }
    }
}


def test_inlined() -> None:
    """A schema has no references, and one within itself allows any value."""
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}

    assert inlined(RECURSIVE, schema) == {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "parent": {},
                "kind": {"oneOf": [{"const": 1}, {"minimum": 2}], "description": "Its kind."},
            },
        },
    }


def test_leaf() -> None:
    """The schema of a value is that of an item, without null."""
    reference = {"$ref": "#/components/schemas/Tree"}
    nullable = {"anyOf": [{"items": reference}, {"type": "null"}]}

    assert leaf(RECURSIVE, nullable) == RECURSIVE["components"]["schemas"]["Tree"]
    assert leaf(RECURSIVE, {"anyOf": [{"type": "string"}, reference]})["anyOf"]


@pytest.mark.parametrize(
    ("content", "steps", "expected"),
    [
        ({}, [], ""),
        ({"text/plain": {"schema": {}}}, [], ""),
        ({"application/json": {}}, [], ""),
        ({"application/json": {"schema": {"allOf": []}}}, ["data"], ""),
        ({"application/json": {"schema": True}}, [], "#/paths/~1a~0b/get/responses/200/content"),
    ],
)
def test_output_of_any_document(content: dict[str, Any], steps: list[str], expected: str) -> None:
    """A response without a JSON schema, or with a composed one, has no pointer."""
    responses = {"404": {"content": {}}, "200": {"content": content}}
    document = {"paths": {"/a~b": {"get": {"responses": responses}}}}

    found = output_pointer(document, "/a~b", "get", steps)
    assert found == (f"{expected}/application~1json/schema" if expected else "")
