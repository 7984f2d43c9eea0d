"""Validity of the document: the JSON Schema of OpenAPI 3.1, and the keywords of schemas."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema_rs

from .document import METHODS, Node, Pointer, nodes
from .findings import Finding, suggestion
from .shapes import findings_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMA_KEYWORDS = frozenset(
    [
        *("$ref", "$comment", "type", "enum", "const", "default", "title", "description"),
        *("properties", "required", "additionalProperties", "items", "allOf", "anyOf", "oneOf"),
        *("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"),
        *("minProperties", "maxProperties", "contentMediaType", "contentEncoding"),
        *("deprecated", "readOnly", "writeOnly", "example", "examples"),
        *("discriminator", "xml", "externalDocs"),
        # Keywords of JSON Schema that say more than a type; refusals name those not supported.
        *("$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor", "$defs", "$vocabulary"),
        *("not", "if", "then", "else", "prefixItems", "contains", "minContains", "maxContains"),
        *("propertyNames", "patternProperties", "dependentRequired", "dependentSchemas"),
        *("unevaluatedItems", "unevaluatedProperties", "contentSchema"),
    ]
)
# OpenAPI adds this keyword to JSON Schema.
_DISCRIMINATOR: Node = {
    "type": "object",
    "required": ["propertyName"],
    "properties": {
        "propertyName": {"type": "string"},
        "mapping": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMA_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
_SCHEMAS = (
    *("items", "additionalProperties", "not", "if", "then", "else", "contains"),
    *("propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"),
)


def is_openapi(document: Node) -> Iterator[Finding]:
    """Require the JSON Schema of OpenAPI 3.1."""
    yield from findings_of(_validator(), document, _meta_schema())


def has_structure(document: Node) -> Iterator[Finding]:
    """Require the JSON Schema of OpenAPI 3.1 outside of schemas."""
    yield from findings_of(_structure_validator(), document, _meta_schema())


def responses_are_declared(document: Node) -> Iterator[Finding]:
    """Require paths, and responses of each operation, which OpenAPI 3.1 makes optional."""
    paths = document.get("paths")
    if paths is None:
        yield Finding((), "paths is missing: add it", 1)
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method in METHODS:
            operation = item.get(method) if isinstance(item, dict) else None
            if isinstance(operation, dict) and "responses" not in operation:
                yield Finding(("paths", path, method), "responses is missing: add it")


def keywords_are_known(document: Node) -> Iterator[Finding]:
    """Refuse a key of a schema that JSON Schema does not have, which would be ignored."""
    for at, schema in schemas(document):
        for key in schema:
            if key == "nullable":
                text = "nullable belongs to OpenAPI 3.0: add 'null' to the list in type"
                yield Finding((*at, key), text)
            elif key not in SCHEMA_KEYWORDS and not key.startswith("x-"):
                hint = suggestion(key, SCHEMA_KEYWORDS)
                yield Finding((*at, key), f"unknown key {key!r} of a schema: {hint}")


def schemas(document: Node) -> Iterator[tuple[Pointer, Node]]:
    """Yield every schema of the document, with its place."""
    for at, node in nodes(document):
        if isinstance(node.get("schema"), dict):
            yield from _within(node["schema"], (*at, "schema"))
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield from _within(schema, ("components", "schemas", name))


def _within(schema: Any, at: Pointer) -> Iterator[tuple[Pointer, Node]]:
    """Yield a schema and the schemas in it; a boolean schema has none."""
    if not isinstance(schema, dict):
        return
    yield at, schema
    for key in _SCHEMAS:
        yield from _within(schema.get(key), (*at, key))
    for key in (name for name in _SCHEMA_LISTS if isinstance(schema.get(name), list)):
        for index, child in enumerate(schema[key]):
            yield from _within(child, (*at, key, index))
    for key in (name for name in _SCHEMA_MAPS if isinstance(schema.get(name), dict)):
        for name, child in schema[key].items():
            yield from _within(child, (*at, key, name))


@cache
def _meta_schema() -> Node:
    # Found by its path, because importing the package takes a quarter of a second.
    package = find_spec("openapi_spec_validator")
    assert package is not None and package.origin is not None  # noqa: S101, PT018 - pinned
    path = Path(package.origin).parent / "resources" / "schemas" / "v3.1" / "schema.json"
    schema: Node = json.loads(path.read_text(encoding="utf-8"))
    return schema


@cache
def _validator() -> Any:
    """Return the validator that checks schemas by JSON Schema 2020-12."""
    return _validator_with({"$ref": _DIALECT, "properties": {"discriminator": _DISCRIMINATOR}})


@cache
def _structure_validator() -> Any:
    """Return the validator that accepts any object as a schema."""
    return _validator_with({"type": ["object", "boolean"]})


def _validator_with(schema: Node) -> Any:
    meta = _meta_schema()
    wrapped = {
        "$schema": _DIALECT,
        "$id": "urn:openapi",
        "$ref": meta["$id"],
        "$defs": {"schema": {"$dynamicAnchor": "meta", **schema}},
    }
    registry = jsonschema_rs.Registry([(meta["$id"], meta)])
    return jsonschema_rs.Draft202012Validator(wrapped, registry=registry)
