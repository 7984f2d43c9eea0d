"""Sample values of schemas: their examples, or values made of what the schema says."""

from collections.abc import Iterator
from typing import Any

from .checks.document import Json, Node, resolve

# Objects within objects get their required fields only from this depth on.
_MAX_DEPTH = 4
_TEXTS = {
    "date-time": "2026-01-31T12:00:00.000Z",
    "date": "2026-01-31",
    "uuid": "12345678-1234-5678-1234-567812345678",
    "uri": "https://example.com/",
    "email": "ann@example.com",
}


def examples_of(document: Node, node: Node) -> Iterator[Json]:
    """Yield the examples of a parameter or a media type; without any, a sample of its schema."""
    if "example" in node:
        yield node["example"]
        return
    named = [resolve(document, each) for each in node.get("examples", {}).values()]
    values = [each["value"] for each in named if "value" in each]
    yield from values
    if not values and "schema" in node:
        yield sample(document, node["schema"])


def sample(document: Node, schema: Json, depth: int = 0) -> Json:
    """Return a value that fits a schema."""
    if not isinstance(schema, dict):
        return "sample"
    if "$ref" in schema:
        return sample(document, resolve(document, schema), depth)
    given = [*_given(schema)]
    if given:
        return given[0]
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return sample(document, schema[key][0], depth)
    if "allOf" in schema:
        parts = [sample(document, each, depth) for each in schema["allOf"]]
        if "properties" in schema:
            parts.append(_object(document, schema, depth))
        objects = [each for each in parts if isinstance(each, dict)]
        return {name: each[name] for each in objects for name in each} if objects else parts[0]
    return _typed(document, schema, depth)


def without_read_only(document: Node, schema: Json, value: Json) -> Json:
    """Return a value without the fields that a request does not carry."""
    if not isinstance(schema, dict):
        return value
    schema = resolve(document, schema)
    for part in schema.get("allOf", []):
        value = without_read_only(document, part, value)
    if isinstance(value, list):
        return [without_read_only(document, schema.get("items"), each) for each in value]
    if not isinstance(value, dict):
        return value
    fields = schema.get("properties", {})
    return {
        name: without_read_only(document, fields.get(name), each)
        for name, each in value.items()
        if not (isinstance(fields.get(name), dict) and fields[name].get("readOnly"))
    }


def _given(schema: Node) -> Iterator[Json]:
    if "const" in schema:
        yield schema["const"]
    if "example" in schema:
        yield schema["example"]
    yield from schema.get("examples", [])
    yield from schema.get("enum", [])
    if schema.get("default") is not None:
        yield schema["default"]


def _typed(document: Node, schema: Node, depth: int) -> Json:
    implied = "object" if "properties" in schema else "array" if "items" in schema else "string"
    kinds = schema.get("type", implied)
    names = kinds if isinstance(kinds, list) else [kinds]
    kind = next((name for name in names if name != "null"), "null")
    match kind:
        case "object":
            return _object(document, schema, depth)
        case "array":
            return [sample(document, schema.get("items", {}), depth + 1)]
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
        case "boolean":
            return True
        case "null":
            return None
    text = _TEXTS.get(schema.get("format", ""), "sample")
    return text.ljust(schema.get("minLength", 0), "x")


def _object(document: Node, schema: Node, depth: int) -> dict[str, Any]:
    required = schema.get("required", [])
    fields = {
        name: sample(document, each, depth + 1)
        for name, each in schema.get("properties", {}).items()
        if depth < _MAX_DEPTH or name in required
    }
    others = schema.get("additionalProperties")
    if isinstance(others, dict) and not fields:
        fields["sample"] = sample(document, others, depth + 1)
    return fields
